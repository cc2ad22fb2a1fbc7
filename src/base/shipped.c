/* shipped.c - find a compiled-in data file by its name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/shipped.h"

#include <string.h>

const struct shipped *
shipped_find(const char *name)
{
	const struct shipped *f;

	for (f = shipped_files; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}
