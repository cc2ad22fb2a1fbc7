/* import_spoken.c - the records the rows of one file have spoken of.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/importer.h"
#include "base/mem.h"

static size_t
place(const struct importer *imp, int64_t id)
{
	size_t at = (size_t)((uint64_t)id * UINT64_C(0x9e3779b97f4a7c15) >> 32);

	for (;; at++) {
		at &= imp->room - 1;
		if (imp->spoken[at] == 0 || imp->spoken[at] == id)
			return at;
	}
}

bool
import_spoke_of(const struct importer *imp, int64_t id)
{
	return imp->room > 0 && imp->spoken[place(imp, id)] == id;
}

void
import_speak_of(struct importer *imp, int64_t id)
{
	if (2 * imp->nspoken >= imp->room) {
		int64_t *old = imp->spoken;
		size_t n = imp->room;

		imp->room = n > 0 ? 2 * n : 64;
		imp->spoken = xcalloc(imp->room, sizeof *imp->spoken);
		for (size_t i = 0; i < n; i++)
			if (old[i] != 0)
				imp->spoken[place(imp, old[i])] = old[i];
		free(old);
	}
	if (!import_spoke_of(imp, id)) {
		imp->spoken[place(imp, id)] = id;
		imp->nspoken++;
	}
}
