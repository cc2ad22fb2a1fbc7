/* picker.c - the list under a field: rows that fit what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/picker.h"

#include <stdlib.h>
#include <string.h>

#include "app/checklist.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/name.h"

static const struct choice yes_no[] = {
	{ .word = "yes", .also = "y" },
	{ .word = "no", .also = "n" },
	{ 0 }
};

static void
empty(struct picker *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		free(p->v[i].name);
		free(p->v[i].where);
	}
	p->n = p->equals = 0;
	p->moved = p->numbered = false;
	menu_list_reset(&p->list);
}

void
picker_clear(struct picker *p)
{
	empty(p);
	free(p->v);
	menu_list_clear(&p->list);
	memset(p, 0, sizeof *p);
}

struct pick *
picker_add(struct picker *p, const char *name, const char *where)
{
	struct pick *v = &p->v[p->n++];

	*v = (struct pick){.name = xstrdup(name), .where = xstrdup(where)};
	return v;
}

static enum name_class
match_choice(const struct choice *c, const char *folded)
{
	struct strs also = {0}, names = {0};
	struct name n = {0};
	enum name_class class;
	size_t i;
	char *label = utf8_fold(c->label ? c->label : c->word);

	if (c->also)
		str_split(&also, c->also, ',');
	strs_take(&names, utf8_fold(c->word));
	for (i = 0; i < also.n; i++)
		strs_take(&names, utf8_fold(also.v[i]));
	n.folded = label;
	n.also = (const char *const *)names.v;
	n.nalso = names.n;
	class = name_match(folded, &n);
	strs_clear(&also);
	strs_clear(&names);
	free(label);
	return class;
}

/* Rows of TABLE that fit; TITLES, one a row, say what each is. */
static void
find_choices(struct picker *p, const struct choice *table,
    const struct strs *titles, const char *typed)
{
	const struct choice *c;
	char *folded = utf8_fold(typed), bm[8];
	bool all = str_empty(typed);
	struct pick *v;
	int class, k;

	/* best class first, within it in the order of the table */
	for (k = NAME_KEY; k > NAME_NONE; k--)
		for (c = table; c && c->word && p->n < PICKER_MAX; c++) {
			class = all ? NAME_KEY : (int)match_choice(c, folded);
			if (class != k)
				continue;
			snprintf(bm, sizeof bm, c->bm ? "BM%d" : "%.0d",
			    c->bm);
			v = picker_add(p, c->label ? c->label : c->word,
			    titles ? titles->v[c - table] : bm);
			v->class = class;
		}
	free(folded);
}

/* The templates there are, with what each is for. */
static enum status
find_book(struct picker *p, struct app *app, const char *typed, struct err *e)
{
	struct strs names = {0}, titles = {0};
	struct choice *table;
	enum status st = checklist_names(app, &names, &titles, e);
	size_t i;

	table = xcalloc(names.n + 1, sizeof *table);
	for (i = 0; i < names.n; i++)
		table[i].word = names.v[i];
	if (!st)
		find_choices(p, table, &titles, typed);
	free(table);
	strs_clear(&names);
	strs_clear(&titles);
	return st;
}

enum status
picker_find(struct picker *p, struct app *app, const struct field *f,
    const char *typed, bool all, bool new, struct err *e)
{
	enum status st = ST_OK;

	empty(p);
	if (!p->v)
		p->v = xcalloc(PICKER_MAX + 1, sizeof *p->v);
	if (str_empty(typed) && !all)
		return ST_OK;
	if (f->type == FT_REF || f->type == FT_ANY)
		st = str_empty(typed) ? picker_few(p, app, f, e) :
		    picker_records(p, app, f, typed, new, e);
	else if (f->book)
		st = find_book(p, app, typed, e);
	else
		find_choices(p, f->type == FT_BOOL ? yes_no : f->choices, NULL,
		    typed);
	while (p->equals < p->n && p->v[p->equals].class == p->v[0].class &&
	    p->v[p->equals].closed == p->v[0].closed &&
	    p->v[p->equals].here == p->v[0].here)
		p->equals++;
	return st;
}

const struct pick *
picker_choice(const struct picker *p)
{
	const struct menu_item *it;

	if (p->moved && (it = menu_list_chosen(&p->list)))
		return &p->v[it->value];
	return p->n && p->equals == 1 && p->v[0].class != NAME_NONE ?
	    &p->v[0] : p->n == 1 ? &p->v[0] : NULL;
}

void
picker_number(struct picker *p)
{
	p->numbered = p->equals > 1;
}

const struct pick *
picker_by_digit(const struct picker *p, int key)
{
	if (!p->numbered || key < '1' || key > '9' ||
	    (size_t)(key - '1') >= p->equals)
		return NULL;
	return &p->v[key - '1'];
}

/* Name and where in columns; the names get up to three fifths. */
static int
name_columns(const struct picker *p, const struct paint *paint, int cols)
{
	int width = 0, w;
	size_t i;

	for (i = 0; i < p->n; i++) {
		w = draw_width(paint, p->v[i].name) + (p->numbered ? 2 : 0);
		width = w > width ? w : width;
	}
	return width > cols * 3 / 5 ? cols * 3 / 5 : width;
}

static char *
row_text(const struct picker *p, const struct paint *paint, size_t i, int wide)
{
	const struct pick *v = &p->v[i];
	char *name = utf8_printable(v->name, paint->theme->utf8);
	struct buf b;
	size_t n;
	int width;

	buf_init(&b, BUF_LINE);
	if (p->numbered)
		buf_addf(&b, i < 9 && i < p->equals ? "%zu " : "  ", i + 1);
	n = utf8_fit(name, wide - (p->numbered ? 2 : 0), &width);
	buf_addn(&b, name, n);
	width = utf8_width(b.p);
	buf_addf(&b, "%*s  %s", wide > width ? wide - width : 0, "", v->where);
	free(name);
	return buf_take(&b);
}

void
picker_place(struct picker *p, const struct paint *paint, int rows, int cols,
    int y, int x)
{
	size_t at = p->list.n ? p->list.at : 0, i;
	const struct menu_item *it = menu_list_chosen(&p->list);
	int wide = name_columns(p, paint, cols - 2);
	char *text;

	if (it)
		at = (size_t)it->value;
	menu_list_reset(&p->list);
	for (i = 0; i < p->n; i++) {
		text = row_text(p, paint, i, wide);
		menu_list_add(&p->list, text, "", (int)i);
		free(text);
	}
	p->list.at = p->moved ? at : 0;
	if (rows > (int)p->n)
		rows = (int)p->n;
	menu_list_place(&p->list, paint, rows, cols, y, x);
	if (p->list.menu && !picker_choice(p)) {	/* nothing is chosen yet */
		set_menu_mark(p->list.menu, "  ");
		set_menu_fore(p->list.menu,
		    (chtype)paint->theme->attr[ROLE_TEXT]);
	}
}

bool
picker_move(struct picker *p, enum request r)
{
	if (!p->n)
		return false;
	if (!p->moved && (r == REQ_MENU_DOWN || r == REQ_MENU_UP)) {
		/* the first press chooses the first row, unless it is chosen */
		bool had = picker_choice(p) != NULL;

		p->moved = true;
		menu_list_choose(&p->list, 0);
		if (!had)
			return true;
	}
	return menu_list_move(&p->list, r);
}

void
picker_draw(struct picker *p, const struct paint *paint)
{
	menu_list_draw(&p->list, paint);
}
