/* odd.h - values that are kept though they are out of place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Told when a record is written and while a form is filled in; never refused.
 */
#ifndef APP_ODD_H
#define APP_ODD_H

#include "app/app.h"
#include "base/buf.h"
#include "base/str.h"
#include "model/row.h"

/* Add a sentence to OUT for each value of ROW that is out of place and was not
 * as it is in OLD (NULL: a new record). */
enum status	odd_tell(struct app *, const struct row *old,
		    const struct row *, struct strs *out, struct err *) MUST_CHECK;
/* Of FIELD alone, appended to OUT with a blank before it unless it is empty. */
void		odd_field(struct app *, const struct row *, int field,
		    struct buf *out);

#endif
