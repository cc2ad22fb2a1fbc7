/* goto_screen.c - g: the letters of where one can go.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letters are those of the entities (entity.go) and of the requests of
 * group GOTO: a new one appears here by itself. Kinds without a letter of
 * which there is no record yet stand under "more".
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "ui/command.h"
#include "ui/keymap.h"
#include "ui/menu_list.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct go {
	struct screen	 s;
	struct menu_list list;
};

/* "go-today" is Today. */
static void
title_of(enum request r, char out[24])
{
	snprintf(out, 24, "%s", request_info[r].name + strlen("go-"));
	if (*out >= 'a' && *out <= 'z')
		*out = (char)(*out - 'a' + 'A');
}

enum { MORE = REQ_MAX + ENT_MAX };

static int
by_letter(const void *a, const void *b)
{
	const struct menu_item *x = a, *y = b;
	int first = tolower((unsigned char)x->name[0]) -
	    tolower((unsigned char)y->name[0]);

	return first != 0 ? first : strcmp(y->name, x->name);	/* d, then D */
}

static void
add_letters(struct go *g)
{
	struct menu_list *l = &g->list;
	char letter[2] = "", title[24];

	for (int r = 1; r < REQ_MAX; r++)
		if (request_info[r].group == GROUP_GOTO) {
			title_of((enum request)r, title);
			menu_list_add(l, keymap_shown(g->s.ui->keymap,
			    (enum request)r), title, r);
		}
	for (int i = 0; i < ENT_MAX; i++) {
		if (!entities[i]->go)
			continue;
		letter[0] = (char)entities[i]->go;
		menu_list_add(l, letter, entities[i]->plural, REQ_MAX + i);
	}
	qsort(l->v, l->n, sizeof *l->v, by_letter);
}

/* Kinds without a letter: those that are used, or those that are not. */
static void
add_kinds(struct go *g, bool used)
{
	for (int i = 0; i < ENT_MAX; i++)
		if (!entities[i]->go &&
		    lists_used(g->s.ui->app, entities[i]) == used)
			menu_list_add(&g->list, " ", entities[i]->plural,
			    REQ_MAX + i);
}

static enum status
go_open(struct screen *s, const void *arg, struct err *e)
{
	struct go *g = (struct go *)s;

	(void)arg;
	(void)e;
	add_letters(g);
	add_kinds(g, true);
	menu_list_add(&g->list, " ", "more ...", MORE);
	return ST_OK;
}

static void
go_close(struct screen *s)
{
	menu_list_clear(&((struct go *)s)->list);
}

static void
go_place(struct screen *s, int rows, int cols, struct place *at)
{
	int n = (int)((struct go *)s)->list.n + 2;

	at->rows = n < rows - 3 ? n : rows - 3;
	at->cols = 26;
	at->y = rows - 2 - at->rows;
	at->x = cols > 40 ? 6 : 0;
}

static void
go_layout(struct screen *s)
{
	menu_list_place(&((struct go *)s)->list, &s->p, s->rows - 2,
	    s->cols - 2, 1, 1);
}

static void
go_draw(struct screen *s)
{
	draw_frame(&s->p, "Go to");
	menu_list_draw(&((struct go *)s)->list, &s->p);
}

static void
go(struct screen *s, int value)
{
	struct ui *ui = s->ui;

	stack_pop(s);
	if (value >= REQ_MAX)
		command_list(ui, entities[value - REQ_MAX], NULL);
	else
		command_generic(ui, (enum request)value);
}

/* What no record has been made of yet, below the rest. */
static void
show_more(struct go *g)
{
	size_t at = g->list.n - 1;

	menu_list_reset(&g->list);
	add_letters(g);
	add_kinds(g, true);
	add_kinds(g, false);
	menu_list_choose(&g->list, at);
	go_layout(&g->s);
}

static enum request
go_request(struct screen *s, enum request r)
{
	struct go *g = (struct go *)s;
	const struct menu_item *it;

	if (menu_list_move(&g->list, r))
		return REQ_NONE;
	if (r == REQ_MENU_LEAVE)
		stack_pop(s);
	it = r == REQ_MENU_OK ? menu_list_chosen(&g->list) : NULL;
	if (it && it->value == MORE)
		show_more(g);
	else if (it)
		go(s, it->value);
	return REQ_NONE;
}

/* Letters come first: k is contacts here, not one line up. */
static bool
go_key(struct screen *s, int key)
{
	enum request r = keymap_request(s->ui->keymap, G_GOTO, key);
	struct ui *ui = s->ui;
	int i;

	if (r != REQ_NONE) {
		go(s, r);
		return true;
	}
	for (i = 0; i < ENT_MAX; i++)
		if (entities[i]->go && entities[i]->go == key) {
			go(s, REQ_MAX + i);
			return true;
		}
	if (!key_is_text(key))
		return false;
	stack_pop(s);
	if (key != 'q')
		say(ui, "g %c goes nowhere yet; g alone shows the letters.",
		    key < 127 ? key : '?');
	return true;
}

static void
go_bar(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "a letter, or Enter   Esc leave");
}

static const struct screen_ops go_ops = {
	.name = "Go to", .size = sizeof(struct go), .groups = G_MENU,
	.flags = SF_POPUP | SF_TYPES | SF_OWNBAR, .open = go_open,
	.close = go_close, .place = go_place, .layout = go_layout,
	.draw = go_draw, .request = go_request, .key = go_key,
	.bar = go_bar,
};

void
goto_open(struct ui *ui)
{
	stack_show(ui, &go_ops, NULL);
}
