/* find.c - records by words, for screens and commands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/find.h"

enum status
find_names(struct app *app, const char *refs, const char *text, size_t limit,
    struct hits *out, struct err *e)
{
	return search_names(app->db, refs, text, limit, out, e);
}

enum status
find_all(struct app *app, const char *text, size_t limit, int slice_ms,
    struct hits *out, struct err *e)
{
	return search_all(app->db, text, limit, slice_ms, out, e);
}
