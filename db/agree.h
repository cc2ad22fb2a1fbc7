/* agree.h - records and their history brought to agree. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a database that was damaged or changed by another program. All of it
 * within the caller's transaction, in which foreign keys are not enforced.
 */
#ifndef DB_AGREE_H
#define DB_AGREE_H

#include "db/db.h"
#include "model/row.h"

/* Is it a table of records? */
bool		agree_is_entity(const char *table);
/* Does what is in it follow from other tables? Then it is made anew instead. */
bool		agree_follows(const char *table);
/* The record as it stands, NULL when it is not there or not to be read. The
 * caller frees it. DB NULL: nothing is there. */
struct row	*agree_load(struct db *, const struct entity *, int64_t id);
/* Store a record that is not there; members that were there without it go. */
enum status	agree_insert(struct db *, const struct row *, struct err *) MUST_CHECK;

/* Make the records that the history has and their tables lack. One that no
 * table takes is left out; *MADE counts the others. */
enum status	agree_lacking(struct db *, int64_t *made, struct err *) MUST_CHECK;
/* Empty references to records that are not there: of a set the row goes, of a
 * record the reference. *EMPTIED counts them. */
enum status	agree_references(struct db *, int64_t *emptied, struct err *) MUST_CHECK;
/* What stands otherwise than the history says is noted there, in a step of its
 * own with this LABEL, so that check and undo know where things stand. *NOTED
 * counts the records; of none there is no step. */
enum status	agree_notes(struct db *, const char *label, int64_t *noted, struct err *) MUST_CHECK;

#endif
