/* backup_room.c - how much room backups may take: [backup] max.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/backup.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/tables.h"

enum { TIMES = 10 };		/* the database, when nothing is said */

static const struct { const char *word; int64_t bytes; } units[] = {
	{ "kb", INT64_C(1000) },
	{ "mb", INT64_C(1000000) },
	{ "gb", INT64_C(1000000000) },
	{ "tb", INT64_C(1000000000000) },
	{ "x", 0 }		/* times the database */
};

bool
backup_room(const char *text, int64_t size, int64_t spare, int64_t *out)
{
	size_t digits = strspn(text, "0123456789");
	const char *unit = text + digits + strspn(text + digits, " ");
	char *figures;
	int64_t n;
	bool ok = false;

	*out = spare / 2 < TIMES * size ? spare / 2 : TIMES * size;
	if (*text == '\0')
		return true;
	figures = xstrndup(text, digits);
	if (str_int(figures, 1, 1000000, &n))
		for (size_t i = 0; !ok && i < COUNT_OF(units); i++) {
			ok = str_ieq(unit, units[i].word);
			if (ok)
				*out = n * (units[i].bytes != 0 ?
				    units[i].bytes : size);
		}
	free(figures);
	return ok;
}
