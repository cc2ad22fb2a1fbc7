/* import_row.c - one row of a file: taken whole, or nothing of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a row is right is looked at before it is written; whether its user
 * may write all of it, such as a person's role at a school, only as that is
 * done. So a row of somebody who may not write everything can be taken back.
 */
#include "app/importer.h"
#include "app/may.h"
#include "app/step.h"

enum status
import_row(struct importer *imp, const struct csv_row *row,
    enum import_verdict *v, struct err *e)
{
	struct step_mark mark;
	struct err worse = { 0 };
	enum status st, back;

	if (imp->app->may.role == MAY_OWNER)
		return imp->reader->take(imp, row, v, e);
	if ((st = step_mark(imp->app, &mark, e)) != ST_OK)
		return st;
	st = imp->reader->take(imp, row, v, e);
	if (st == ST_OK)
		return step_keep(imp->app, e);
	if (!import_rejects(st))
		return st;		/* and with it the whole step */
	if ((back = step_back(imp->app, &mark, &worse)) == ST_OK)
		return st;
	*e = worse;
	return back;
}
