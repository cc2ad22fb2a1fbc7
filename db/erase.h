/* erase.h - texts about a person who is erased: where they are, and out of
 * the journal and the file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * design.md 3: the one exception of the journal. Within a transaction
 *
 *	erase_open(db, seq, e);		seq: of the step that is written
 *	erase_change(db, ...);		any number of these
 *	erase_close(db, seq, others, e);
 *
 * and after its commit erase_finish(), without which bytes may be left in
 * unused parts of the file: until then erase_unfinished() says so.
 */
#ifndef DB_ERASE_H
#define DB_ERASE_H

#include "base/str.h"
#include "db/steps.h"
#include "model/entity.h"

/* The change by which a record was erased: of the whole, with this member. */
#define ERASE_MEMBER	"erased"

enum status	erase_open(struct db *, int64_t step, struct err *) MUST_CHECK;
/* The texts of one change; NULL for absent. */
enum status	erase_change(struct db *, int64_t seq, const char *member,
		    const char *old, const char *new, struct err *) MUST_CHECK;
/* All changes of a record lose their texts. */
enum status	erase_record(struct db *, const struct entity *, int64_t id,
		    struct err *) MUST_CHECK;
enum status	erase_label(struct db *, int64_t seq, const char *label,
		    struct err *) MUST_CHECK;
/* The search indexes forget what was taken out: of people, and those of
 * OTHERS when their texts were changed too. */
enum status	erase_close(struct db *, int64_t step, bool others,
		    struct err *) MUST_CHECK;
/* Write the file anew without its unused parts. No transaction may be open. */
enum status	erase_finish(struct db *, struct err *) MUST_CHECK;
enum status	erase_unfinished(struct db *, bool *out, struct err *) MUST_CHECK;

/* The step that erased this record, 0 when it was not; the record that a step
 * erased, 0 for none. */
enum status	erase_of(struct db *, const struct entity *, int64_t id,
		    int64_t *step, struct err *) MUST_CHECK;
enum status	erase_by(struct db *, int64_t step, int64_t *id,
		    struct err *) MUST_CHECK;
/* How many contacts and users but those (N) have all WORDS, folded, in their
 * names. */
enum status	erase_namesakes(struct db *, const int64_t *those, size_t n,
		    const struct strs *words, size_t *out,
		    struct err *) MUST_CHECK;
/* How many organisations have WORD, folded, in their names. */
enum status	erase_organisations(struct db *, const char *word, size_t *out,
		    struct err *) MUST_CHECK;
/* ID and the contacts that were joined into it, or into one that was. Freed by
 * the caller, also after a failure. */
enum status	erase_copies(struct db *, int64_t id, int64_t **ids, size_t *n,
		    struct err *) MUST_CHECK;

/* A field that holds words people type: its text can name somebody. */
bool		erase_is_words(const struct field *);
/* Every text in use: of each record and field, members of sets one by one. FN
 * may not write; TEXT is borrowed. */
typedef enum status (*erase_text_fn)(void *arg, const struct entity *,
		    int64_t id, int field, const char *text, struct err *);
enum status	erase_texts(struct db *, erase_text_fn, void *arg,
		    struct err *) MUST_CHECK;
/* Every label of a step. */
enum status	erase_labels(struct db *, enum status (*fn)(void *arg,
		    int64_t seq, const char *label, struct err *), void *arg,
		    struct err *) MUST_CHECK;

#endif
