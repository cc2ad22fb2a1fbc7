/* widget.c - the FIELD of one field: set, read back, taken.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/widget.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/field_text.h"

/* The library breaks above 32,700; what is longer than this is not edited. */
#define MOST_COLUMNS	16000
#define SPARE		400	/* columns beyond what stands there, for marks */

/* The buffer without the blanks the library pads it with. Caller frees. */
static char *
buffer(const struct widget *w)
{
	const char *s = field_buffer(w->field, 0);
	size_t n = s ? strlen(s) : 0;

	while (n > 0 && s[n - 1] == ' ')
		n--;
	return xstrndup(s ? s : "", n);
}

static char *
without_end(char *take_s)
{
	size_t n = strlen(take_s);

	while (n > 0 && take_s[n - 1] == ' ')
		take_s[--n] = '\0';
	return take_s;
}

/* Put the text into the buffer; false when it does not come back the same. */
static bool
fill(struct widget *w)
{
	char *shown = without_end(field_text_show(w->text, w->utf8));
	bool same;

	set_field_buffer(w->field, 0, shown);
	free(w->shown);
	w->shown = buffer(w);
	same = strcmp(w->shown, shown) == 0 &&
	    field_text_exact(w->text, w->utf8);
	free(shown);
	return same;
}

static bool
has_wide(const char *s)
{
	size_t n = strlen(s), len;

	for (; n; s += len, n -= len)
		if (wcwidth((wchar_t)utf8_decode(s, n, &len)) == 2)
			return true;
	return false;
}

static void
stretch(struct widget *w)
{
	char *blanks = xmalloc((size_t)w->most + 1);

	memset(blanks, ' ', (size_t)w->most);
	blanks[w->most] = '\0';
	set_field_buffer(w->field, 0, blanks);
	free(blanks);
	w->grown = true;
}

bool
widget_grow(struct widget *w)
{
	if (w->grown || w->readonly)
		return false;
	stretch(w);
	return fill(w);
}

FIELD *
widget_build(struct widget *w, int y, int x, int cols)
{
	char *shown = field_text_show(w->text, w->utf8);
	int width = utf8_width(shown);
	int most = w->f->type == FT_SET ? 4000 : field_max(w->f);

	if (w->f->type == FT_NOTE || w->f->type == FT_TEXT)
		most += SPARE;
	else if (most < SPARE)
		most = SPARE;
	if (most < width + SPARE)
		most = width + SPARE;
	w->field = new_field(1, cols, y, x, 0, 0);
	field_opts_off(w->field, O_STATIC | O_BLANK | O_AUTOSKIP | O_WRAP);
	w->most = most > MOST_COLUMNS ? MOST_COLUMNS : most;
	set_max_field(w->field, w->most);
	w->grown = false;
	if (has_wide(shown))
		stretch(w);
	if (width > MOST_COLUMNS - SPARE) {
		w->readonly = true;
		shown[utf8_fit(shown, cols, &width)] = '\0';
		set_field_buffer(w->field, 0, shown);
		free(w->shown);
		w->shown = buffer(w);
	} else if (!fill(w)) {
		w->readonly = true;
	}
	if (w->readonly)
		field_opts_off(w->field, O_EDIT);
	free(shown);
	return w->field;
}

bool
widget_take(struct widget *w)
{
	char *now;

	if (!w->field || w->readonly)
		return false;
	now = buffer(w);
	if (strcmp(now, w->shown) == 0) {
		free(now);
		return false;
	}
	free(w->text);
	w->text = field_text_value(now, w->utf8);
	free(w->shown);
	w->shown = now;
	return true;
}

void
widget_drop(struct widget *w)
{
	if (w->field)
		free_field(w->field);
	w->field = NULL;
	free(w->shown);
	w->shown = NULL;
}

void
widget_set(struct widget *w, const char *text)
{
	char *copy;

	if (w->readonly)
		return;
	copy = xstrdup(text);
	free(w->text);
	w->text = copy;
	if (w->field && !fill(w))
		w->error = w->error ? w->error : xstrdup("This text cannot "
		    "be shown exactly here.");
}
