/* alike.h - is a new record one that exists already?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ALIKE_H
#define APP_ALIKE_H

#include "app/app.h"
#include "model/row.h"

/* As record_near; and employers and partners that share a postcode, website or
 * telephone with ROW, and that duplicates would list with it. It walks along
 * the table: not for imports. ST_CONFLICT with the candidates. */
enum status	record_alike(struct app *, const struct row *,
		    struct err *) MUST_CHECK;

#endif
