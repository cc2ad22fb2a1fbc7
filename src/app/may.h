/* may.h - who may do what: roles, and whose a school is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rights are the table may.def: role x kind of record x verb. Records are
 * asked about where they are written (record_write), deeds of the program
 * where they are done; screens and commands may ask before, to say so early.
 *
 * Whoever opens the file directly and has no role owns it and may do all, so
 * that a single user needs no set-up. In a restricted session (over SSH) a user
 * without a role is not let in. The role is read anew by each step, within its
 * transaction: who loses a right has lost it, also in a session that is open.
 *
 * With [hub] own_schools an editor changes only what is of schools of which
 * they are a coordinator, or for whose coordinator they cover, on the real day:
 * --today moves no right. What the rules make follow from a change that they
 * may make (a place given back goes to who waits) is done all the same.
 */
#ifndef APP_MAY_H
#define APP_MAY_H

#include "app/app.h"
#include "base/buf.h"
#include "model/row.h"

enum may_role {		/* each may do what those before it may */
	MAY_VIEWER,
	MAY_EDITOR,
	MAY_COORDINATOR,
	MAY_ADMIN,
	MAY_OWNER		/* of the file: no role, and not restricted */
};

enum may_verb {
#define VERB(id, word, doing) DO_##id,
#include "app/may_verbs.def"
	DO_MAX
};

/* Read who the user of the session is by now. ST_DENIED when they may not come
 * in: disabled, or restricted and not a user with a role; the sentence names
 * whom to ask. */
enum status	may_look(struct app *, struct err *) MUST_CHECK;
/* May the session's user do it to records of ENT; NULL: to none, a deed of the
 * program? ST_DENIED names the role that may. */
enum status	may_do(const struct app *, enum may_verb, const struct entity *,
		    struct err *) MUST_CHECK;
/* As may_do, and ST_OK also where it depends on the record. For keys: what is
 * refused is never allowed to that role. */
enum status	may_ever(const struct app *, enum may_verb, const struct entity *,
		    struct err *) MUST_CHECK;
/* May any record be changed at all? */
enum status	may_change(const struct app *, struct err *) MUST_CHECK;
/* May R be changed as it is stored, or, with id 0, a record like it be added?
 * To say so before a form is filled in; may_write has the last word. */
enum status	may_edit(struct app *, const struct row *r, struct err *) MUST_CHECK;
/* May this be written: OLD NULL for a new record, NEW NULL for one that is
 * taken out? For record_write. */
enum status	may_write(struct app *, const struct row *old,
		    const struct row *new, struct err *) MUST_CHECK;
/* The word of a role: "editor", "owner". */
const char	*may_role_word(enum may_role);
/* The lowest role that may do it, by the table alone; with OWN as if own_schools
 * were set. */
enum may_role	may_lowest(enum may_verb, const struct entity *, bool own);

#endif
