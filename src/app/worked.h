/* worked.h - derived fields that follow from what lists show: of commitments
 * what records say, of targets how far they are.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * db/queries/derived.sql asks for them by name (worked_out), so that they are
 * listed, filtered, sorted and exported as all others.
 */
#ifndef APP_WORKED_H
#define APP_WORKED_H

#include "app/app.h"

void		worked_serve(struct app *);
void		worked_forget(struct app *);

#endif
