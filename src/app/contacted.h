/* contacted.h - is somebody else in touch with an employer already?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 7: last contact by anyone, and days before which people do not want
 * to be contacted. Told before a visit, call, e-mail, approach, task or planned
 * encounter is made; never a block.
 */
#ifndef APP_CONTACTED_H
#define APP_CONTACTED_H

#include "app/app.h"
#include "base/str.h"
#include "model/row.h"

/* What to mind of employers and people that ROW, which is to be saved, names:
 * sentences, "City Cranes: dan was in touch on Mon 16 Nov (call)." Only where
 * it means to be in touch: a visit that is not cancelled, an encounter that is
 * planned, an approach, an open task. OLD, NULL of a new one: what it named then
 * is not told again. */
enum status	contacted_mind(struct app *, const struct row *old,
		    const struct row *row, struct strs *out, struct err *) MUST_CHECK;
/* The same of a person alone, today: "Una Field: not to be contacted at all." */
enum status	contacted_person(struct app *, int64_t contact, struct strs *out,
		    struct err *) MUST_CHECK;
/* Does FIELD name whom the record is in touch with? */
bool		contacted_names(const struct entity *, int field);
/* The same of the field FIELD alone, in one line; appended. */
void		contacted_field(struct app *, const struct row *row, int field,
		    struct buf *out);

#endif
