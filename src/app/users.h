/* users.h - those who write here or look after schools, by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_USERS_H
#define APP_USERS_H

#include "app/app.h"
#include "base/str.h"

/* Who makes the records of users: in no undo, in no "since you were here". */
#define USERS_MAKER	"caseload"

/* Record of the user NAME (in any case), archived or not; 0 none. */
enum status	users_find(struct app *, const char *name, int64_t *out,
		    struct err *) MUST_CHECK;
/* Who is meant by TEXT: user/NAME, a name, a code, or a whole full name. 0 for
 * a name nobody has yet; ST_INVALID when nobody could. */
enum status	users_meant(struct app *, const char *text, int64_t *out,
		    struct err *) MUST_CHECK;
/* As users_meant, but somebody there is: else users_none. */
enum status	users_known(struct app *, const char *text, int64_t *out,
		    struct err *) MUST_CHECK;
/* ST_NOT_FOUND: nobody is called TEXT, and who there is; with HOW also the
 * command that makes one. */
enum status	users_none(struct app *, const char *text, bool how, struct err *) MUST_CHECK;
/* A new user within the step at hand. */
enum status	users_make(struct app *, const char *name, int64_t *out,
		    struct err *) MUST_CHECK;
/* Who is writing, within the step at hand: made when there is no record yet.
 * 0 for the program itself. */
enum status	users_me(struct app *, int64_t *out, struct err *) MUST_CHECK;
/* As users_meant, within the step at hand: who is not there yet is made. */
enum status	users_need(struct app *, const char *text, int64_t *out,
		    struct err *) MUST_CHECK;

#endif
