/* export_json.h - one record as a JSON object.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_EXPORT_JSON_H
#define APP_EXPORT_JSON_H

#include <stdio.h>

#include "app/app.h"
#include "base/buf.h"
#include "model/row.h"

/* {"ref":…, then the N fields COLS}: numbers are numbers, yes/no true and
 * false, sets arrays, references strings; empty text is "", anything else
 * empty null. */
void	export_json(struct app *, const struct row *, const int *cols, size_t n,
	    struct buf *out);
/* A piece of JSON to TO as it is; a terminal that shows ASCII alone gets what
 * is not ASCII as \uXXXX. */
void	export_json_put(const struct buf *json, FILE *to);

#endif
