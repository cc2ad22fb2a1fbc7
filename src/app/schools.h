/* schools.h - the schools that a record is about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_SCHOOLS_H
#define APP_SCHOOLS_H

#include "app/app.h"
#include "model/row.h"

/* A school itself; of other records those that their fields name: the school of
 * a visit, the schools of an encounter, the organisation of a role. Each once,
 * at most MAX. */
enum status	schools_about(struct app *, const struct entity *, int64_t id,
		    int64_t *out, size_t max, size_t *n, struct err *) MUST_CHECK;
/* Is it of an age that no network has (domain.md 2), by the code of its phase, else
 * its words? Neither results nor returns are asked of it. */
bool		school_is_primary(const struct row *);
/* Has the person a role there today? */
enum status	school_has(struct app *, int64_t school, int64_t contact, bool *out,
		    struct err *) MUST_CHECK;

#endif
