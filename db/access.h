/* access.h - one school's meetings with providers; for app/access.c and the
 * derived fields.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_ACCESS_H
#define DB_ACCESS_H

#include "db/db.h"
#include "model/access.h"

/* What the statements of access.sql give, NULL or "" for what is not known:
 * ROLLS "y9 180,y10 176", MEETINGS a line each. TYPE_CODE and TYPE are
 * borrowed. To be cleared by access_school_clear. */
void		access_unpack(const char *type_code, const char *type,
		    const char *low, const char *high, const char *rolls,
		    const char *meetings, struct access_school *out);
/* How SCHOOL stands on the day TODAY: ALL and, with what its indexes are of,
 * OUT, whose words are then "". By the law of db_set_access, without which
 * nothing is known. To be cleared by access_school_clear. */
enum status	access_read(struct db *, int64_t school, int today,
		    struct access_school *out, struct access *all,
		    struct err *) MUST_CHECK;
/* The same as if its N meetings MORE, which are copied, had been held too. */
enum status	access_read_with(struct db *, int64_t school, int today,
		    const struct access_meeting *more, size_t n,
		    struct access_school *out, struct access *all,
		    struct err *) MUST_CHECK;

#endif
