/* theme.c - roles of text, and what they look like on this terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/theme.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "ui/curses.h"

struct look {
	short		 few, many;	/* colour of 8, of 256; -1 the default */
	unsigned long	 with;		/* attributes beside the colour */
	unsigned long	 mono;		/* attributes that stand for it */
};

/* One row a role; bold and reverse alone must carry it (mono). */
static const struct look look[ROLE_MAX] = {
	[ROLE_TEXT] = {-1, -1, A_NORMAL, A_NORMAL},
	[ROLE_TITLE] = {-1, -1, A_BOLD, A_BOLD},
	[ROLE_MUTED] = {-1, 244, A_NORMAL, A_DIM},
	[ROLE_ACCENT] = {COLOR_CYAN, 37, A_NORMAL, A_NORMAL},
	[ROLE_GOOD] = {COLOR_GREEN, 71, A_NORMAL, A_NORMAL},
	[ROLE_WARN] = {COLOR_YELLOW, 178, A_NORMAL, A_BOLD},
	[ROLE_BAD] = {COLOR_RED, 167, A_BOLD, A_BOLD},
	[ROLE_CHOSEN] = {-1, -1, A_REVERSE, A_REVERSE},
	[ROLE_TYPED] = {-1, -1, A_UNDERLINE, A_UNDERLINE},
	[ROLE_MATCH] = {COLOR_CYAN, 37, A_BOLD, A_BOLD | A_UNDERLINE},
};

static bool
wants_colour(const struct options *opt)
{
	const char *no = getenv("NO_COLOR");
	const char *set = opt ? option_text(opt, OPT_COLOUR) : "auto";

	if (strcmp(set, "no") == 0 || (no && *no))
		return false;
	return has_colors();
}

void
theme_init(struct theme *t, const struct options *opt)
{
	short pair = 1, colour;
	int r;

	t->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	t->ascii = !t->utf8 ||
	    (opt && strcmp(option_text(opt, OPT_LINES), "ascii") == 0);
	t->colour = wants_colour(opt) && start_color() == OK;
	if (t->colour && use_default_colors() != OK)
		t->colour = false;
	for (r = 0; r < ROLE_MAX; r++) {
		t->attr[r] = t->colour ? look[r].with : look[r].mono;
		colour = COLORS >= 256 ? look[r].many : look[r].few;
		if (!t->colour || colour < 0)
			continue;
		if (init_pair(pair, colour, -1) == OK)
			t->attr[r] |= COLOR_PAIR(pair);
		pair++;
	}
}
