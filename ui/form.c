/* form.c - widgets as one FORM of the forms library on a pad.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/form.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/field_text.h"
#include "ui/keymap.h"

struct widget *
form_current(struct form *f)
{
	return &f->w[f->cur];
}

int
form_field_cols(const struct form *f, const struct field *fd)
{
	int whole = f->cols - FORM_LEFT - f->label - 1;

	return widget_is_wide(fd) ? whole - 1 : whole * 5 / 9;
}

static void
colour(struct form *f)
{
	size_t i;
	enum role role;

	for (i = 0; i < f->n; i++) {
		role = i != f->cur ? ROLE_TEXT :
		    f->fresh && *f->w[i].text && widget_replaces(&f->w[i]) ?
		    ROLE_CHOSEN : ROLE_TYPED;
		set_field_back(f->fields[i], (chtype)f->theme->attr[role]);
		set_field_fore(f->fields[i], (chtype)f->theme->attr[role]);
	}
}

/* The cursor to column AT, as far as the text goes. */
static void
forward(struct form *f, int at)
{
	int was;

	do {
		was = f->form->curcol;
	} while (was < at && form_driver(f->form, REQ_NEXT_CHAR) == E_OK &&
	    f->form->curcol > was);
}

/* Behind the text: the library stops a column short of it for each character of
 * two columns. */
static void
to_end(struct form *f)
{
	char *shown = field_text_show(form_current(f)->text,
	    form_current(f)->utf8);

	form_driver(f->form, REQ_END_LINE);
	forward(f, utf8_width(shown));
	free(shown);
}

/* The cursor as a newly entered field has it: before what typing replaces,
 * behind what it goes on with. */
static void
enter(struct form *f)
{
	f->fresh = true;
	if (widget_replaces(form_current(f)))
		form_driver(f->form, REQ_BEG_FIELD);
	else
		to_end(f);
	colour(f);
}

bool
form_take(struct form *f)
{
	if (!f->form)
		return false;
	form_driver(f->form, REQ_VALIDATION);
	return widget_take(form_current(f));
}

void
form_drop(struct form *f)
{
	size_t i;

	if (!f->form)
		return;
	unpost_form(f->form);
	free_form(f->form);
	f->form = NULL;
	for (i = 0; i < f->n; i++)
		widget_drop(&f->w[i]);
	free(f->fields);
	f->fields = NULL;
	delwin(f->pad);
	f->pad = NULL;
}

void
form_to_column(struct form *f, int col)
{
	form_driver(f->form, REQ_BEG_FIELD);
	while (f->form->curcol < col &&
	    form_driver(f->form, REQ_NEXT_CHAR) == E_OK)
		continue;
}

void
form_build(struct form *f, const struct theme *theme, int cols, int label)
{
	bool had = f->form != NULL, fresh = f->fresh;
	int col = 0;
	size_t i;

	if (had) {
		form_take(f);
		col = f->form->curcol;
		form_drop(f);
	}
	f->theme = theme;
	f->cols = cols;
	f->label = label;
	f->fields = xcalloc(f->n + 1, sizeof *f->fields);
	for (i = 0; i < f->n; i++)
		f->fields[i] = widget_build(&f->w[i], (int)i,
		    FORM_LEFT + label + 1, form_field_cols(f, f->w[i].f));
	f->pad = newpad((int)f->n, cols);
	f->form = new_form(f->fields);
	set_form_win(f->form, f->pad);
	set_form_sub(f->form, f->pad);
	form_opts_off(f->form, O_BS_OVERLOAD | O_NL_OVERLOAD);
	post_form(f->form);
	set_current_field(f->form, f->fields[f->cur]);
	if (had) {
		form_to_column(f, col);
		f->fresh = fresh;
		colour(f);
	} else {
		enter(f);
	}
}

void
form_go(struct form *f, size_t i)
{
	form_take(f);
	if (i >= f->n)
		i = f->n - 1;
	f->cur = i;
	if (!f->form)
		return;
	set_current_field(f->form, f->fields[i]);
	enter(f);
}

void
form_set(struct form *f, const char *text)
{
	widget_set(form_current(f), text);
	f->fresh = false;
	if (!f->form)
		return;
	/* the library keeps its own copy of the current field: set it anew */
	set_current_field(f->form, f->fields[f->cur]);
	to_end(f);
	colour(f);
}

void
form_clear_field(struct form *f)
{
	form_set(f, "");
}

bool
form_at_end(struct form *f)
{
	char *shown = field_text_show(form_current(f)->text,
	    form_current(f)->utf8);
	bool end = f->form->curcol >= utf8_width(shown);

	free(shown);
	return end;
}

void
form_to_end(struct form *f)
{
	to_end(f);
	f->fresh = false;
	colour(f);
}

/* For characters of two columns; the cursor stays. */
static void
make_room(struct form *f)
{
	int at = f->form->curcol;

	form_take(f);
	if (!widget_grow(form_current(f)))
		return;
	set_current_field(f->form, f->fields[f->cur]);
	form_driver(f->form, REQ_BEG_FIELD);
	forward(f, at);
}

static bool
type(struct form *f, int key, const char **why)
{
	char one[5] = {0};
	int st;

	if (form_current(f)->readonly) {
		*why = FORM_READONLY;
		return true;
	}
	if (f->fresh && widget_replaces(form_current(f)) && key != ',' &&
	    *form_current(f)->text)
		form_clear_field(f);
	else if (f->fresh)
		to_end(f);
	if (f->fresh) {
		f->fresh = false;
		colour(f);
	}
	/* A mark joins its letter; and where the locale is not UTF-8 the field
	 * shows only ASCII, so that a letter beyond stands there as its code. */
	if ((key >= 0x300 && wcwidth((wchar_t)key) == 0) ||
	    (key >= 0x80 && !form_current(f)->utf8)) {
		one[utf8_encode(key, one)] = '\0';
		form_insert(f, one, why);
		return true;
	}
	if (key >= 0x300 && wcwidth((wchar_t)key) == 2)
		make_room(f);
	st = form_driver_w(f->form, OK, (wchar_t)key);
	if (st != E_OK)
		*why = "The field is full.";
	return true;
}

bool
form_key(struct form *f, int key, const char **why)
{
	static const struct { int key, request; } edits[] = {
		{ KEY_CODE(KEY_LEFT), REQ_PREV_CHAR },
		{ KEY_CODE(KEY_RIGHT), REQ_NEXT_CHAR },
		{ KEY_CODE(KEY_HOME), REQ_BEG_FIELD },
		{ KEY_CTRL('a'), REQ_BEG_FIELD },
		{ KEY_CODE(KEY_END), REQ_END_LINE },
		{ KEY_CTRL('e'), REQ_END_LINE },
		{ KEY_CODE(KEY_BACKSPACE), REQ_DEL_PREV },
		{ KEY_CODE(KEY_DC), REQ_DEL_CHAR },
		{ KEY_CTRL('d'), REQ_DEL_CHAR },
		{ KEY_CTRL('w'), REQ_DEL_WORD },
		{ KEY_CTRL('k'), REQ_CLR_EOL },
	};
	struct widget *w = form_current(f);
	size_t i;
	bool deletes;

	*why = NULL;
	if (key_is_text(key))
		return type(f, key, why);
	for (i = 0; i < sizeof edits / sizeof edits[0]; i++)
		if (edits[i].key == key)
			break;
	if (i == sizeof edits / sizeof edits[0])
		return false;
	deletes = key == KEY_CODE(KEY_BACKSPACE) || key == KEY_CODE(KEY_DC);
	if (f->fresh && deletes && widget_replaces(w) && !w->readonly) {
		form_clear_field(f);	/* as if all of it were marked */
		return true;
	}
	if (key == KEY_CTRL('w')) {
		form_driver(f->form, REQ_PREV_WORD);
		form_driver(f->form, REQ_DEL_WORD);
	} else if (edits[i].request == REQ_END_LINE) {
		to_end(f);
	} else {
		form_driver(f->form, edits[i].request);
	}
	f->fresh = false;
	colour(f);
	return true;
}

void
form_scroll(struct form *f, int rows, int below)
{
	int cur = (int)f->cur, n = (int)f->n;

	if (below > rows - 1)
		below = rows - 1;
	if (cur + below >= f->top + rows)
		f->top = cur + below - rows + 1;
	if (f->top > n + below - 1 - rows)
		f->top = n + below - 1 - rows;
	if (f->top > cur)
		f->top = cur;
	if (f->top < 0)
		f->top = 0;
}

void
form_draw(struct form *f, const struct paint *p, int y, int rows,
    int *cur_y, int *cur_x)
{
	const struct widget *w;
	int i, n = (int)f->n - f->top;

	if (n > rows)
		n = rows;
	if (n > 0)
		draw_copy(p, f->pad, f->top, y, n, f->cols);
	for (i = 0; i < n; i++) {
		w = &f->w[f->top + i];
		if (w->error)
			draw_text(p, y + i, 0, 1, ROLE_BAD, "!");
		draw_text(p, y + i, FORM_LEFT, f->label,
		    (size_t)(f->top + i) == f->cur ? ROLE_TITLE : ROLE_MUTED,
		    w->f->label);
	}
	pos_form_cursor(f->form);
	getyx(f->pad, *cur_y, *cur_x);
	*cur_y += y - f->top;
}
