/* step.h - what writes of one step share; for record.c and journal.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * step_begin and step_end are in record.h.
 */
#ifndef APP_STEP_H
#define APP_STEP_H

#include "app/app.h"

/* A new id, higher than any this database's steps have given. */
int64_t		step_id(struct app *);

#endif
