/* text.h - records and values as text for users: references, titles, values.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_TEXT_H
#define APP_TEXT_H

#include "app/app.h"
#include "base/buf.h"
#include "model/row.h"

/* A reference as typed: entity/KEY, entity/CODE, entity/words; also a bare
 * 13-character code. ST_NOT_FOUND, ST_AMBIGUOUS with candidates. Archived
 * records and those an undo took out resolve too when GONE is true; else one
 * that was joined into another is that other, and the user is told. */
enum status	ref_resolve(struct app *, const char *text, bool gone,
		    const struct entity **ent, int64_t *id, struct err *) MUST_CHECK;
/* Within the entities REFS: also a bare key, code or (WORDS) words. */
enum status	ref_resolve_in(struct app *, const char *refs, const char *text, bool words,
		    const char **ent, int64_t *id, struct err *) MUST_CHECK;
/* entity/KEY or entity/CODE with hyphens. */
void		ref_text(struct app *, const struct entity *, int64_t id, struct buf *out);
void		title_text(struct app *, const struct entity *, int64_t id, struct buf *out);

/* A field's value as files and commands write it: references as references,
 * sets in their text form (contract.md). Parses back to the same. */
void		value_text(struct app *, const struct row *, int field, struct buf *out);
/* The same for reading: references by title, dates as "Thu 12 Mar 2026". */
void		value_shown(struct app *, const struct row *, int field, struct buf *out);
/* Read TEXT into field F of R: any type, sets too. OP 0 replaces, '+' adds to a
 * set, '-' takes from it. */
enum status	value_parse(struct app *, struct row *r, int f, const char *text, char op,
		    bool words, struct err *) MUST_CHECK;

#endif
