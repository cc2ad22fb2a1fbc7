/* step.h - what writes of one step share; for record.c, journal.c
 * and import_row.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * step_begin and step_end are in record.h.
 */
#ifndef APP_STEP_H
#define APP_STEP_H

#include "app/app.h"

/* A new id, higher than any this database's steps have given. */
int64_t		step_id(struct app *);

/* Within a step: what is written from step_mark on is kept by step_keep, or
 * taken back alone by step_back. One mark at a time. A step that ends, and a
 * disk that fails, forget it. */
struct step_mark {
	int64_t		 changes, records, record, given;
};
enum status	step_mark(struct app *, struct step_mark *, struct err *) MUST_CHECK;
enum status	step_keep(struct app *, struct err *) MUST_CHECK;
enum status	step_back(struct app *, const struct step_mark *,
		    struct err *) MUST_CHECK;

#endif
