/* synced.c - a warning for a database in a folder that is copied elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/synced.h"

#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "app/options.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "db/db.h"
#include "db/folder.h"

#define MAX	32u

/* Was it told today? It is noted, so that the next one is not told; a note that
 * cannot be written only means that it is told again. */
static bool
told_today(struct app *app)
{
	char *path = draft_path(app, "seen", "synced"), *dir = path_dir(path);
	char day[11], *text;
	bool told = false;

	day_iso(app_today(app), day);
	if (path_read(path, MAX, &text, NULL, NULL) == ST_OK) {
		told = str_eq(str_trim(text), day);
		free(text);
	}
	if (!told && path_make_dir(dir, NULL) == ST_OK)
		(void)!path_replace_soon(path, day, strlen(day), NULL);
	free(dir);
	free(path);
	return told;
}

char *
synced_warning(struct app *app, bool brief)
{
	char *where, *said = NULL;
	const char *by;

	if (option_yes(app->opt, OPT_SYNCED) ||
	    (by = folder_synced(db_path(app->db), &where)) == NULL)
		return NULL;
	if (!told_today(app))
		said = brief ? xasprintf("%s copies the database's folder: "
		    "saves may be lost; :doctor says more.", by) :
		    xasprintf("The database is in %s, which %s copies to other "
		    "machines; saves of two people may be lost. Move it to a "
		    "folder of this machine alone, or set synced = yes under "
		    "[database].", where, by);
	free(where);
	return said;
}
