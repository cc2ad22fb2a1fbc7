/* doctor_drafts.c - what is typed and not saved, and whether it can be kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor_int.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/draft.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/path.h"
#include "base/str.h"
#include "db/folder.h"

enum {
	DRAFT_DAYS = 14,	/* a draft this old was perhaps forgotten */
	ROOM_DRAFTS = 1 << 20
};

/* The folder of drafts, or, until there is one, that in which it will be made;
 * the caller frees it. */
static char *
folder(void)
{
	char *dir = path_state("drafts"), *up;

	while (access(dir, F_OK) != 0 && !str_eq(dir, "/")) {
		up = path_dir(dir);
		free(dir);
		dir = up;
	}
	return dir;
}

static bool
can_keep(struct doctor *d)
{
	static const char *const whose = "Give it to this user, or set "
	    "XDG_STATE_HOME to a folder of theirs.";
	char *dir = folder();
	const char *why = NULL, *advice = whose;
	struct folder_fs fs = { 0 };
	struct stat sb;

	if (stat(dir, &sb) != 0 || !S_ISDIR(sb.st_mode)) {
		why = "is no folder";
		advice = "Move it away.";
	} else if (faccessat(AT_FDCWD, dir, R_OK | W_OK | X_OK,
	    AT_EACCESS) != 0) {
		why = "may not be read and written by this user";
	} else if (folder_ask(dir, &fs) && fs.readonly) {
		why = "lies on a disk that is mounted read only";
	} else if (fs.magic != 0 && fs.bytes < ROOM_DRAFTS) {
		why = "lies on a disk that is full";
		advice = "Make room on that disk.";
	}
	if (why != NULL)
		doctor_find(d, DOCTOR_ERROR, advice, "What is typed cannot be "
		    "kept as a draft: %s %s.", dir, why);
	free(dir);
	return why == NULL;
}

void
doctor_drafts(struct doctor *d)
{
	struct drafts_glance g;
	int day;
	char iso[11];

	if (!can_keep(d))
		return;
	drafts_glance(&g);
	for (size_t i = 0; i < g.bad.n; i++)
		doctor_find(d, DOCTOR_WARNING, "Look into it for what was "
		    "typed, then remove it.", "The draft %s cannot be read.",
		    g.bad.v[i]);
	day = g.oldest < 0 ? DAY_NONE : clock_day(g.oldest,
	    option_text(d->opt, OPT_TIMEZONE));
	if (day != DAY_NONE)
		day_iso(day, iso);
	if (day != DAY_NONE && d->today - day >= DRAFT_DAYS)
		doctor_find(d, DOCTOR_WARNING, "Start the full-screen program, "
		    "which offers them.", "%zu draft%s of unsaved typing: the "
		    "oldest is of %s.", g.n - g.bad.n,
		    g.n - g.bad.n == 1 ? "" : "s", iso);
	else if (day != DAY_NONE)
		doctor_ok(d, "%zu draft%s of unsaved typing, the oldest of "
		    "%s.", g.n - g.bad.n, g.n - g.bad.n == 1 ? "" : "s", iso);
	else if (g.n == 0)
		doctor_ok(d, "There is no unsaved typing.");
	drafts_glance_clear(&g);
}
