/* differ.h - the changes that make one record of another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_DIFFER_H
#define MODEL_DIFFER_H

#include "model/row.h"

/* As the journal notes them: MEMBER is member_key's text of a set's member, its
 * values JSON; "" and the value itself for any other field. OLD or NEW is NULL
 * where there was none. All are borrowed. */
typedef enum status differ_fn(void *arg, const struct field *f,
    const char *member, const char *old, const char *new, struct err *);
/* FN is told each field and member in which the two differ, none that is
 * derived; it ends with what FN returns other than ST_OK. */
enum status	differ(const struct row *old, const struct row *new, differ_fn *fn, void *arg,
		    struct err *) MUST_CHECK;
/* The first field in which they differ, NULL for none. */
const struct field *differ_first(const struct row *, const struct row *);

#endif
