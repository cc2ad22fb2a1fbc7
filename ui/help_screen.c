/* help_screen.c - ?: what can be done here, and doing it; palette too.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both are the table of request.def: help what the screen below can do now,
 * the palette everything by name, with the lists of the entities.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/command.h"
#include "ui/deeds.h"
#include "ui/form_screen.h"
#include "ui/importing.h"
#include "ui/keymap.h"
#include "ui/line.h"
#include "ui/menu_list.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* Values of items: requests, then for each entity its list and a new one. */
#define LIST_OF(n)	(REQ_MAX + 2 * (n))
#define NEW_OF(n)	(REQ_MAX + 2 * (n) + 1)
#define IMPORT_SCHOOLS	NEW_OF(ENT_MAX)

struct help {
	struct screen	 s;
	struct menu_list list;
	struct line	 typed;		/* palette only */
	bool		 palette;
};

/* --- what is shown ------------------------------------------------------- */

static void
fill_help(struct help *h, const struct screen *about)
{
	struct buf keys;
	int g, r;
	bool head;

	for (g = 0; g < GROUP_MAX; g++) {
		head = false;
		for (r = 1; r < REQ_MAX; r++) {
			if ((int)request_info[r].group != g || r == REQ_HELP || r == REQ_GRID_HELP ||
			    (r >= REQ_TAB_2 && r <= REQ_TAB_9) ||
			    request_refused(about, (enum request)r) ||
			    !keymap_reaches(h->s.ui->keymap,
			    about->ops->groups, (enum request)r))
				continue;
			if (!head)
				menu_list_add(&h->list, "", group_title[g], 0);
			head = true;
			buf_init(&keys, BUF_LINE);
			if (h->s.ui->cols < 76)
				buf_add(&keys, keymap_shown(h->s.ui->keymap,
				    (enum request)r));
			else
				keymap_all(h->s.ui->keymap, (enum request)r,
				    &keys);
			menu_list_add(&h->list, keys.p, request_info[r].help,
			    r);
			buf_clear(&keys);
		}
	}
}

/* All letters of TYPED in NAME in their order; small is good, -1 does not. */
static int
fuzzy(const char *typed, const char *name)
{
	const char *at = name, *hit;
	int score = 0;

	for (; *typed; typed++) {
		if (*typed == ' ')
			continue;
		hit = strchr(at, *typed);
		if (!hit)
			return -1;
		if (hit != at)
			score += 4 + 2 * (hit != name && hit[-1] != ' ' &&
			    hit[-1] != '-');
		at = hit + 1;
	}
	return score + (*at != '\0');
}

struct found {
	char	*name, *words;
	int	 value, score;
};

static void
consider(struct found **all, size_t *n, const char *typed, const char *name,
    const char *words, int value)
{
	char *low_name = utf8_fold(name), *low_words = utf8_fold(words);
	int score = fuzzy(typed, low_name), other;

	if (strstr(low_words, typed)) {
		other = 6;
		score = score < 0 || other < score ? other : score;
	}
	if (score >= 0) {
		*all = xreallocarray(*all, *n + 1, sizeof **all);
		(*all)[(*n)++] = (struct found){xstrdup(name), xstrdup(words),
		    value, score};
	}
	free(low_name);
	free(low_words);
}

static int
letter(const struct found *f)
{
	return f->value == IMPORT_SCHOOLS ||
	    entities[(f->value - REQ_MAX) / 2]->go != 0;
}

static int
by_score(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->score != y->score)
		return x->score - y->score;
	/* Entities with a letter of their own are asked for more often. */
	if (x->value >= REQ_MAX && y->value >= REQ_MAX && letter(x) !=
	    letter(y))
		return letter(y) - letter(x);
	return x->value - y->value;
}

static void
fill_palette(struct help *h)
{
	struct found *all = NULL;
	const struct screen *about = h->s.below ? h->s.below : h->s.ui->top;
	char *typed = utf8_fold(h->typed.text), *name, *words;
	bool writes = !app_may_write(h->s.app, NULL);
	size_t n = 0, i;
	int r;

	for (r = 1; r < REQ_MAX; r++)
		if (!request_refused(about, (enum request)r) &&
		    r != REQ_PALETTE)
			consider(&all, &n, typed, request_info[r].name,
			    request_info[r].help, r);
	for (r = 1; r < REQ_MAX; r++)	/* go-today is "today" here */
		if (request_info[r].group == GROUP_GOTO)
			consider(&all, &n, typed, r == REQ_GO_HISTORY ?
			    "history of all" : request_info[r].name +
			    strlen("go-"), request_info[r].help, r);
		else if (deeds_are((enum request)r) && writes &&
		    request_refused(about, (enum request)r))
			consider(&all, &n, typed, request_info[r].name,
			    request_info[r].help, r);
	if (writes)
		consider(&all, &n, typed, "import schools",
		    "Read the official school data, or our own CSV.",
		    IMPORT_SCHOOLS);
	for (i = 0; i < ENT_MAX; i++) {
		words = xasprintf("Go to the list: %s.", entities[i]->plural);
		consider(&all, &n, typed, entities[i]->ids, words,
		    (int)LIST_OF(i));
		free(words);
		if (!writes || i == ENT_view)
			continue;
		name = xasprintf("new %s", entities[i]->id);
		words = xasprintf("Add: %s.", entities[i]->title);
		consider(&all, &n, typed, name, words, (int)NEW_OF(i));
		free(name);
		free(words);
	}
	if (n)
		qsort(all, n, sizeof *all, by_score);
	menu_list_reset(&h->list);
	for (i = 0; i < n; i++) {
		menu_list_add(&h->list, all[i].name, all[i].words,
		    all[i].value);
		free(all[i].name);
		free(all[i].words);
	}
	free(all);
	free(typed);
}

/* --- the screen ---------------------------------------------------------- */

static enum status
help_start(struct screen *s, const void *arg, struct err *e)
{
	struct help *h = (struct help *)s;

	(void)e;
	h->palette = arg != NULL;
	line_init(&h->typed, 200, "");
	if (h->palette)
		fill_palette(h);
	else
		fill_help(h, s->ui->top);
	menu_list_choose(&h->list, 0);
	return ST_OK;
}

static void
help_close(struct screen *s)
{
	struct help *h = (struct help *)s;

	menu_list_clear(&h->list);
	line_clear(&h->typed);
}

static void
help_place(struct screen *s, int rows, int cols, struct place *at)
{
	const struct help *h = (const struct help *)s;
	int n = (int)h->list.n + 2;

	at->rows = h->palette || n > rows - 4 ? rows - 4 : n;
	at->cols = cols < 76 ? cols : cols - 4 < 90 ? cols - 4 : 90;
	at->y = (rows - 1 - at->rows) / 2;
	at->x = (cols - at->cols) / 2;
}

static void
help_layout(struct screen *s)
{
	struct help *h = (struct help *)s;
	int y = h->palette ? 2 : 1;

	menu_list_place(&h->list, &s->p, s->rows - y - 1, s->cols - 2, y, 1);
}

static void
help_draw(struct screen *s)
{
	struct help *h = (struct help *)s;
	int at;

	draw_frame(&s->p, h->palette ? "Command" : "What can I do here?");
	menu_list_draw(&h->list, &s->p);
	if (!h->palette)
		return;
	draw_text(&s->p, 1, 1, 1, ROLE_TITLE, ":");
	at = line_draw(&h->typed, &s->p, 1, 2, s->cols - 4, ROLE_TYPED);
	if (!h->list.n)
		draw_text(&s->p, 2, 2, s->cols - 4, ROLE_MUTED,
		    "No command has these letters.");
	draw_cursor(&s->p, 1, 2 + at);
}

static void
run(struct ui *ui, int value)
{
	const struct entity *ent;

	if (value < REQ_MAX) {
		if (request_info[value].group == GROUP_GOTO ||
		    deeds_are((enum request)value))
			command_generic(ui, (enum request)value);
		else
			ui_request(ui, value);
		return;
	}
	if (value == IMPORT_SCHOOLS) {
		import_ask(ui, entities[ENT_school]);
		return;
	}
	ent = entities[(value - REQ_MAX) / 2];
	if ((value - REQ_MAX) % 2)
		form_open(ui, ent, 0, NULL);
	else
		command_list(ui, ent, NULL);
}

static enum request
help_request(struct screen *s, enum request r)
{
	struct help *h = (struct help *)s;
	struct ui *ui = s->ui;
	const struct menu_item *it;
	int value;

	if (menu_list_move(&h->list, r))
		return REQ_NONE;
	switch (r) {
	case REQ_MENU_OK: case REQ_LINE_OK:
		it = menu_list_chosen(&h->list);
		if (!it)
			return REQ_NONE;
		value = it->value;
		stack_pop(s);
		run(ui, value);
		return REQ_NONE;
	case REQ_MENU_LEAVE: case REQ_LINE_LEAVE:
		stack_pop(s);
		return REQ_NONE;
	case REQ_LINE_CLEAR:
		line_set(&h->typed, "");
		fill_palette(h);
		help_layout(s);
		return REQ_NONE;
	default:
		return REQ_NONE;
	}
}

static bool
palette_key(struct screen *s, int key)
{
	struct help *h = (struct help *)s;
	enum request move = key == KEY_CODE(KEY_PPAGE) ? REQ_PAGE_UP :
	    key == KEY_CODE(KEY_NPAGE) ? REQ_PAGE_DOWN : REQ_NONE;

	if (move != REQ_NONE)
		return menu_list_move(&h->list, move);
	if (!line_key(&h->typed, key))
		return false;
	fill_palette(h);
	help_layout(s);
	return true;
}

static bool
help_key(struct screen *s, int key)
{
	if (key != '?')
		return false;
	stack_pop(s);
	return true;
}

static void
help_bar(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "Enter do it   Up Down PgUp PgDn move   Esc leave");
}

static const struct screen_ops help_ops = {
	.name = "Help", .size = sizeof(struct help), .groups = G_MENU,
	.flags = SF_POPUP | SF_OWNBAR, .open = help_start,
	.close = help_close, .place = help_place, .layout = help_layout,
	.draw = help_draw, .request = help_request, .key = help_key,
	.bar = help_bar,
};

static const struct screen_ops palette_ops = {
	.name = "Commands", .size = sizeof(struct help), .groups = G_LINE,
	.flags = SF_POPUP | SF_TYPES | SF_OWNBAR, .open = help_start,
	.close = help_close, .place = help_place, .layout = help_layout,
	.draw = help_draw, .request = help_request, .key = palette_key,
	.bar = help_bar,
};

void
help_open(struct ui *ui)
{
	stack_show(ui, &help_ops, NULL);
}

void
palette_open(struct ui *ui)
{
	stack_show(ui, &palette_ops, "palette");
}
