/* list_paint.c - columns and cells of a list.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chosen row is told by its mark, the real cursor and its first column
 * alone, so that a cursor key changes two short pieces of two rows.
 */
#include "ui/list_paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/list_rows.h"
#include "ui/others.h"

#define MARKS	2		/* columns of '>' and '*' */
#define GAP	2		/* between columns */
#define WIDE	44		/* the widest a first column grows */

static int
wanted(const struct field *f)
{
	int head = (int)strlen(field_head(f));
	int width = f->width > 0 ? f->width : 12;

	return width > head ? width : head;
}

/* The column to leave first: the highest keep, the last of equals; -1 when
 * only those that stay are left. */
static int
first_to_go(const struct list_view *v)
{
	const struct field *fields = v->l.spec.ent->fields;
	int best = -1, keep = 0;
	size_t i;

	for (i = 0; i < v->ncols; i++)
		if (fields[v->col[i].field].keep >= (keep ? keep : 1)) {
			keep = fields[v->col[i].field].keep;
			best = (int)i;
		}
	return best;
}

static int
sum(const struct list_view *v)
{
	int width = MARKS;
	size_t i;

	for (i = 0; i < v->ncols; i++)
		width += v->col[i].width + (i ? GAP : 0);
	return width;
}

/* What is left over goes to the first column of text, then to the others. */
static void
stretch(struct list_view *v, int left)
{
	const struct field *fields = v->l.spec.ent->fields;
	const struct field *f;
	size_t i;
	int more;

	for (i = 0; i < v->ncols && left > 0; i++) {
		f = &fields[v->col[i].field];
		if (f->type == FT_DATE || f->type == FT_TIME ||
		    v->col[i].right || f->width < 14)
			continue;
		more = WIDE - v->col[i].width;
		more = more > left ? left : more;
		if (more > 0) {
			v->col[i].width += more;
			left -= more;
		}
	}
}

static struct list_col
column(const struct list_spec *spec, size_t cell)
{
	const struct field *f = &spec->ent->fields[spec->cols[cell]];

	return (struct list_col){.field = spec->cols[cell], .cell = cell,
	    .width = wanted(f),
	    .right = f->type == FT_INT || f->type == FT_NUM};
}

/* Put column CELL back in its place, when there is room. */
static void
bring_back(struct list_view *v, size_t cell)
{
	struct list_col c = column(&v->l.spec, cell);
	size_t i;

	for (i = 0; i < v->ncols && v->col[i].cell < cell; i++)
		continue;
	if ((i < v->ncols && v->col[i].cell == cell) ||
	    sum(v) + GAP + c.width > v->cols ||
	    v->ncols == sizeof v->col / sizeof v->col[0])
		return;
	memmove(&v->col[i + 1], &v->col[i],
	    (v->ncols - i) * sizeof v->col[0]);
	v->col[i] = c;
	v->ncols++;
}

/* Of those that had to leave, what still fits: the last to go first. */
static void
bring_all_back(struct list_view *v)
{
	const struct list_spec *spec = &v->l.spec;
	size_t cell;
	int keep;

	for (keep = 0; keep < 10; keep++)
		for (cell = 0; cell < spec->ncols; cell++)
			if (spec->ent->fields[spec->cols[cell]].keep == keep)
				bring_back(v, cell);
}

void
list_paint_columns(struct list_view *v)
{
	const struct list_spec *spec = &v->l.spec;
	int go, x = MARKS;
	size_t i;

	v->ncols = 0;
	for (i = 0; i < spec->ncols; i++)
		if (v->ncols < sizeof v->col / sizeof v->col[0])
			v->col[v->ncols++] = column(spec, i);
	while (sum(v) > v->cols && (go = first_to_go(v)) >= 0) {
		v->ncols--;
		memmove(&v->col[go], &v->col[go + 1],
		    (v->ncols - (size_t)go) * sizeof v->col[0]);
	}
	while (sum(v) > v->cols && v->ncols > 1)
		v->ncols--;
	bring_all_back(v);
	stretch(v, v->cols - sum(v));
	for (i = 0; i < v->ncols; i++) {
		v->col[i].x = x;
		x += v->col[i].width + GAP;
	}
}

void
count_text(int64_t n, struct buf *out)
{
	char digits[24];
	size_t len, i;

	snprintf(digits, sizeof digits, "%lld", (long long)n);
	len = strlen(digits);
	for (i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0 && digits[i - 1] != '-')
			buf_addc(out, ',');
		buf_addc(out, digits[i]);
	}
}

/* "Thu 12 Mar", in another academic year "12 Mar 25": both fit ten columns. */
static void
day_cell(const char *iso, int today, struct buf *out)
{
	char text[24];
	int day = day_from_iso(iso), y, m, d;

	if (day == DAY_NONE) {
		buf_add(out, iso);
		return;
	}
	day_short(day, today, text);
	if (year_of_day(day) != year_of_day(today)) {
		day_to_ymd(day, &y, &m, &d);
		day_long(day, text);
		buf_addf(out, "%2d %.3s %02d", d, strchr(text + 4, ' ') + 1,
		    y % 100);
		return;
	}
	buf_add(out, text);
}

static void
cell_text(const struct list_view *v, const struct list_col *c,
    const struct list_row *r, struct buf *out)
{
	const struct field *f = &v->l.spec.ent->fields[c->field];
	const char *text = r->cell[c->cell];
	int64_t n;

	if (f->type == FT_DATE && *text)
		day_cell(text, v->l.spec.today, out);
	else if (f->type == FT_INT && !(f->flags & FF_CODE) &&
	    str_int(text, 10000, INT64_MAX, &n))
		count_text(n, out);
	else
		buf_add(out, text);
}

/* The bare words of the filter, for the letters that matched. */
static char *
bare_words(const char *filter)
{
	struct strs words = {0}, bare = {0};
	char *text;
	size_t i;

	str_words(&words, filter);
	for (i = 0; i < words.n; i++)
		if (!strpbrk(words.v[i], ":<>=\"") && words.v[i][0] != '-' &&
		    !str_ieq(words.v[i], "mine"))
			strs_add(&bare, words.v[i]);
	text = strs_join(&bare, " ");
	strs_clear(&words);
	strs_clear(&bare);
	return text;
}

static void
draw_row(const struct list_view *v, const struct paint *p, int y, size_t i,
    const char *words)
{
	const struct list_row *r = &v->held.row[i];
	bool chosen = i == v->at, gone = v->gone && r->id == v->gone;
	enum role role = gone || r->archived ? ROLE_MUTED : ROLE_TEXT;
	const struct list_col *c;
	struct buf b;
	size_t k;

	if (chosen)
		draw_text(p, y, 0, 1, ROLE_TEXT, ">");
	if (list_view_marked(v, r->id))
		draw_text(p, y, 1, 1, ROLE_ACCENT, "*");
	else if (others_at(v->ui, v->l.spec.ent, r->id))
		draw_text(p, y, 1, 1, ROLE_MUTED, "e");
	buf_init(&b, BUF_LINE);
	for (k = 0; k < v->ncols; k++) {
		c = &v->col[k];
		buf_reset(&b);
		cell_text(v, c, r, &b);
		if (k == 0 && b.n == 0)
			buf_addc(&b, '-');
		if (k == 0 && gone)
			buf_add(&b, " (no longer here)");
		else if (k == 0 && r->archived)
			buf_add(&b, " (archived)");
		if (c->right)
			draw_right(p, y, c->x, c->width, role, b.p);
		else if (k == 0 && chosen)
			draw_text(p, y, c->x, c->width, ROLE_CHOSEN, b.p);
		else if (k == 0 && *words)
			draw_match(p, y, c->x, c->width, role, b.p, words);
		else
			draw_text(p, y, c->x, c->width, role, b.p);
	}
	buf_clear(&b);
}

static void
draw_heads(const struct list_view *v, const struct paint *p, int y)
{
	const struct list_col *c;
	const struct field *f;
	size_t k;

	for (k = 0; k < v->ncols; k++) {
		c = &v->col[k];
		f = &v->l.spec.ent->fields[c->field];
		if (c->right)
			draw_right(p, y, c->x, c->width, ROLE_MUTED,
			    field_head(f));
		else
			draw_text(p, y, c->x, c->width, ROLE_MUTED,
			    field_head(f));
	}
}

/* Not all rows were looked at yet. */
static void
draw_looking(const struct list_view *v, const struct paint *p, int y)
{
	draw_text(p, y, MARKS, v->cols - MARKS, ROLE_MUTED,
	    v->ui->theme.ascii ? "looking..." : "looking\xe2\x80\xa6");
}

static void
draw_empty(const struct list_view *v, const struct paint *p, int y)
{
	const struct entity *ent = v->l.spec.ent;
	char *lower;

	if (rows_short(v)) {
		draw_looking(v, p, y + 1);
	} else if (v->l.text[v->base]) {
		lower = xasprintf("Nothing fits \"%s\". Esc takes the filter "
		    "off; n adds one.", v->l.text + v->base);
		draw_wrap(p, y + 1, MARKS, 3, v->cols - MARKS, ROLE_TEXT,
		    lower);
		free(lower);
	} else if (v->none || ent->empty) {
		draw_wrap(p, y + 1, MARKS, 4, v->cols - MARKS, ROLE_TEXT,
		    v->none ? v->none : ent->empty);
	}
	draw_cursor(p, y + 1, 0);
}

void
list_view_draw(struct list_view *v, const struct paint *p, int y)
{
	char *words = bare_words(v->l.text + v->base);
	size_t i;
	int row;

	draw_heads(v, p, y);
	for (row = 0; row < v->rows; row++) {
		i = v->top + (size_t)row;
		if (i >= v->held.n)
			break;
		draw_row(v, p, y + 1 + row, i, words);
	}
	free(words);
	if (v->held.n && row < v->rows && v->below.key)
		draw_looking(v, p, y + 1 + row);
	if (!v->held.n)
		draw_empty(v, p, y);
	else
		draw_cursor(p, y + 1 + (int)(v->at - v->top), 0);
}

static void
add_count(int64_t n, struct buf *out)
{
	count_text(n > 1000 ? 1000 : n, out);
	if (n > 1000)
		buf_addc(out, '+');
}

void
list_view_counts(const struct list_view *v, struct buf *out)
{
	if (v->l.text[v->base]) {
		if (v->count < 0)
			buf_add(out, v->ui->theme.ascii ? "..." :
			    "\xe2\x80\xa6");
		else
			add_count(v->count, out);
		if (v->total >= 0 && !v->base) {
			buf_add(out, " of ");
			add_count(v->total, out);
		}
	} else if (v->count >= 0) {
		add_count(v->count, out);
	}
	if (v->l.spec.sort >= 0)
		buf_addf(out, "   by %s%s", field_head(
		    &v->l.spec.ent->fields[v->l.spec.sort]),
		    v->l.spec.desc ? ", turned" : "");
	if (v->nmarks)
		buf_addf(out, "   %zu marked", v->nmarks);
}
