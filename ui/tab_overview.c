/* tab_overview.c - a school now: people, the figures of a year, its days.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is laid out as pieces once; those that open something are spots
 * between which the cursor moves. Drawing only paints the pieces.
 */
#include <stdlib.h>
#include <string.h>

#include "app/agenda.h"
#include "app/overview.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/command.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"

enum opens { OPENS_NOTHING, OPENS_RECORD, OPENS_LIST };

struct piece {
	int		 y, x, cols;
	enum role	 role;
	bool		 right;
	char		*text;
	enum opens	 opens;
	const struct entity *ent;
	int64_t		 id;		/* of OPENS_RECORD */
	char		*filter, *name;	/* of OPENS_LIST */
};

struct overview_tab {
	struct tab	 t;
	struct overview	 o;
	struct piece	*v;
	size_t		 n, at;		/* at: a piece that opens something */
	int		 height, top;
};

/* --- laying out ---------------------------------------------------------- */

static void
forget(struct overview_tab *o)
{
	size_t i;

	for (i = 0; i < o->n; i++) {
		free(o->v[i].text);
		free(o->v[i].filter);
		free(o->v[i].name);
	}
	free(o->v);
	o->v = NULL;
	o->n = 0;
}

/* Text at Y, X; returns where it ends. */
static int
add(struct overview_tab *o, int y, int x, enum role role, const char *text)
{
	int width = draw_width(&o->t.s->p, text);

	o->v = xreallocarray(o->v, o->n + 1, sizeof *o->v);
	o->v[o->n++] = (struct piece){.y = y, .x = x, .cols = width,
	    .role = role, .text = xstrdup(text)};
	return x + width;
}

static void
opens_record(struct overview_tab *o, enum entity_no ent, int64_t id)
{
	struct piece *p = &o->v[o->n - 1];

	p->opens = OPENS_RECORD;
	p->ent = entities[ent];
	p->id = id;
}

static void
opens_list(struct overview_tab *o, enum entity_no ent, char *take_filter,
    char *take_name)
{
	struct piece *p = &o->v[o->n - 1];

	p->opens = OPENS_LIST;
	p->ent = entities[ent];
	p->filter = take_filter;
	p->name = take_name;
}

static const char *
field(const struct overview_tab *o, int f)
{
	return row_get(o->t.row, f);
}

/* "Academy converter   Open   Secondary   11 to 18   1,210 pupils" */
static int
lay_facts(struct overview_tab *o, int y)
{
	const struct row *r = o->t.row;
	long low = row_int(r, F_school_low_age, -1);
	long high = row_int(r, F_school_high_age, -1);
	char *text;
	int x;

	x = add(o, y, 1, ROLE_TEXT, field(o, F_school_type)) + 3;
	x = add(o, y, x, str_istarts(field(o, F_school_status), "open") ?
	    ROLE_TEXT : ROLE_BAD, field(o, F_school_status)) + 3;
	if (low >= 0 && high >= 0) {
		text = xasprintf("ages %ld to %ld", low, high);
		x = add(o, y, x, ROLE_MUTED, text) + 3;
		free(text);
	}
	if (!row_is_empty(r, F_school_pupils)) {
		text = xasprintf("%s pupils", field(o, F_school_pupils));
		add(o, y, x, ROLE_MUTED, text);
		free(text);
	}
	y++;
	x = add(o, y, 1, ROLE_MUTED, field(o, F_school_postcode));
	x += x > 1 ? 3 : 0;
	x = add(o, y, x, ROLE_MUTED, field(o, F_school_phone));
	x += x > 1 ? 3 : 0;
	x = add(o, y, x, ROLE_MUTED, field(o, F_school_website));
	return x > 1 ? y + 1 : y;
}

/* Roles by their order; those without anybody say so. */
static int
lay_people(struct overview_tab *o, int y)
{
	const struct ov_person *p;
	size_t i;
	int x = 1, width;

	for (i = 0; i < o->o.npeople && i < 12; i++) {
		p = &o->o.person[i];
		width = draw_width(&o->t.s->p, p->role) + 1 +
		    draw_width(&o->t.s->p, p->contact ? p->name : "nobody") +
		    (*p->more ? 2 + draw_width(&o->t.s->p, p->more) : 0);
		if (x > 1 && x + width > o->t.cols - 1) {
			x = 1;
			y++;
		}
		x = add(o, y, x, ROLE_MUTED, p->role) + 1;
		if (p->contact) {
			x = add(o, y, x, ROLE_ACCENT, p->name);
			opens_record(o, ENT_contact, p->contact);
		} else {
			x = add(o, y, x, ROLE_WARN, "nobody");
		}
		if (*p->more) {
			char *more = xasprintf(", %s", p->more);

			x = add(o, y, x, ROLE_MUTED, more);
			free(more);
		}
		x += 3;
	}
	return y + 1;
}

static char *
figure_filter(const struct overview_tab *o, size_t g, enum ov_figure f)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	overview_filter(o->t.ui->app, o->t.row, o->o.year, o->o.group[g].word,
	    f, &b);
	return buf_take(&b);
}

static int
lay_figures(struct overview_tab *o, int y)
{
	static const char *const head[OV_FIGURES] = {
		[OV_ROLL] = "on roll", [OV_EMPLOYER] = "employer",
		[OV_WORKPLACE] = "workplace", [OV_PROVIDER] = "provider",
		[OV_HOURS] = "hours a pupil",
	};
	const int label = o->t.cols < 76 ? 11 : 15;
	int width, f, x;
	char year[8], *text;
	size_t g, n = o->o.ngroups;

	if (!n)
		return y;
	width = (o->t.cols - label - 1) / (int)n;
	width = width > 9 ? 9 : width;
	year_format(o->o.year, year);
	add(o, y, 1, ROLE_TITLE, year);
	for (g = 0; g < n; g++) {
		x = label + (int)g * width;
		add(o, y, x + width - (int)strlen(o->o.group[g].head),
		    ROLE_MUTED, o->o.group[g].head);
	}
	for (f = 0; f < OV_FIGURES; f++) {
		y++;
		add(o, y, 1, ROLE_MUTED, o->t.cols < 76 && f == OV_HOURS ?
		    "hours each" : head[f]);
		for (g = 0; g < n; g++) {
			text = o->o.group[g].cell[f].text;
			x = label + (int)g * width + width -
			    (int)strlen(text);
			add(o, y, x, strcmp(text, "0") == 0 && f != OV_ROLL ?
			    ROLE_MUTED : ROLE_TEXT, text);
			opens_list(o, f == OV_ROLL ? ENT_roll :
			    ENT_encounter, figure_filter(o, g,
			    (enum ov_figure)f), xasprintf("%s %s %s",
			    o->o.group[g].head, head[f], year));
		}
	}
	return y + 1;
}

/* "Tue 17 Nov 09:30  Enterprise competition, Arup, Y8 15 came" */
static int
lay_day(struct overview_tab *o, int y, const char *head, int64_t id)
{
	struct agenda_item it;
	struct err e = {0};
	struct buf b;
	char day[24];

	if (!id || agenda_describe(o->t.ui->app, id, &it, &e) || !it.kind)
		return y;
	day_short(it.day, o->t.ui->app->today, day);
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s%s%s  %s", day, *it.time ? " " : "", it.time,
	    it.kind);
	if (*it.who)
		buf_addf(&b, ", %s", it.who);
	if (str_ends(it.title, " schools"))
		buf_addf(&b, ", %s", it.title);
	if (*it.state)
		buf_addf(&b, ", %s", it.state);
	add(o, y, 1, ROLE_MUTED, head);
	add(o, y, 16, ROLE_ACCENT, b.p);
	opens_record(o, ENT_encounter, id);
	buf_clear(&b);
	agenda_item_clear(&it);
	return y + 1;
}

static int
lay_rest(struct overview_tab *o, int y)
{
	struct buf b;
	char *text;

	y = lay_day(o, y, "Last encounter", o->o.last);
	y = lay_day(o, y, "Next", o->o.next);
	if (!o->o.last && !o->o.next)
		add(o, y++, 1, ROLE_MUTED,
		    "No encounters yet; l logs the first in one line.");
	if (o->o.late) {
		text = xasprintf("%lld to close: planned, and the day has "
		    "passed", (long long)o->o.late);
		add(o, y++, 1, ROLE_WARN, text);
		free(text);
		buf_init(&b, BUF_LINE);
		buf_add(&b, "is:toclose schools:");
		ref_text(o->t.ui->app, o->t.row->ent, o->t.row->id, &b);
		opens_list(o, ENT_encounter, buf_take(&b),
		    xstrdup("To close"));
	}
	if (!row_is_empty(o->t.row, F_school_proposed)) {
		text = xasprintf("Register: %s", field(o, F_school_proposed));
		text[strcspn(text, "\n")] = '\0';
		add(o, y++, 1, ROLE_WARN, text);
		free(text);
	}
	if (!row_is_empty(o->t.row, F_school_gias))
		add(o, y++, 1, ROLE_MUTED, "Some details differ from the "
		    "register; tab Data shows them.");
	return y;
}

static void
lay_out(struct overview_tab *o)
{
	int y;

	forget(o);
	y = lay_facts(o, 0) + 1;
	y = lay_people(o, y) + 1;
	y = lay_figures(o, y) + 1;
	o->height = lay_rest(o, y);
}

/* --- the cursor ---------------------------------------------------------- */

static bool
is_spot(const struct overview_tab *o, size_t i)
{
	return i < o->n && o->v[i].opens != OPENS_NOTHING;
}

static void
first_spot(struct overview_tab *o)
{
	size_t i;

	if (is_spot(o, o->at))
		return;
	for (i = 0; i < o->n; i++)
		if (is_spot(o, i)) {
			o->at = i;
			return;
		}
	o->at = 0;
}

static void
sideways(struct overview_tab *o, int dir)
{
	size_t i = o->at;

	while (dir < 0 ? i > 0 : i + 1 < o->n) {
		i = dir < 0 ? i - 1 : i + 1;
		if (is_spot(o, i)) {
			o->at = i;
			return;
		}
	}
}

/* The nearest spot of the nearest row above or below. */
static void
upwards(struct overview_tab *o, int dir)
{
	const struct piece *p, *from = &o->v[o->at];
	int best_y = 0, best_x = 0, dy, dx;
	int mid = from->x + from->cols / 2;
	size_t i, best = o->at;

	for (i = 0; i < o->n; i++) {
		p = &o->v[i];
		dy = (p->y - from->y) * dir;
		dx = abs(p->x + p->cols / 2 - mid);
		if (!is_spot(o, i) || dy <= 0)
			continue;
		if (best == o->at || dy < best_y ||
		    (dy == best_y && dx < best_x)) {
			best = i;
			best_y = dy;
			best_x = dx;
		}
	}
	if (best != o->at)
		o->at = best;
	else if (dir > 0 && o->height > o->top + o->t.rows)
		o->top++;
}

/* --- the tab ------------------------------------------------------------- */

static enum status
read_year(struct overview_tab *o, int year, struct err *e)
{
	struct overview now;
	enum status st = overview_of(o->t.ui->app, o->t.row, year, &now, e);

	if (st)
		return st;
	overview_clear(&o->o);
	o->o = now;
	return ST_OK;
}

static enum status
overview_start(struct tab *t, struct err *e)
{
	return read_year((struct overview_tab *)t,
	    year_of_day(t->ui->app->today), e);
}

static void
overview_close(struct tab *t)
{
	struct overview_tab *o = (struct overview_tab *)t;

	forget(o);
	overview_clear(&o->o);
}

static void
overview_layout(struct tab *t)
{
	lay_out((struct overview_tab *)t);
	first_spot((struct overview_tab *)t);
}

static void
keep_in_view(struct overview_tab *o)
{
	int y = is_spot(o, o->at) ? o->v[o->at].y : 0;

	if (y >= o->top + o->t.rows)
		o->top = y - o->t.rows + 1;
	if (y < o->top)
		o->top = y;
	if (o->top + o->t.rows > o->height && o->top > 0)
		o->top = o->height > o->t.rows ? o->height - o->t.rows : 0;
}

static void
overview_draw(struct tab *t, int y)
{
	struct overview_tab *o = (struct overview_tab *)t;
	const struct piece *p;
	size_t i;

	keep_in_view(o);
	for (i = 0; i < o->n; i++) {
		p = &o->v[i];
		if (p->y < o->top || p->y >= o->top + t->rows)
			continue;
		draw_text(&t->s->p, y + p->y - o->top, p->x, t->cols - p->x,
		    i == o->at && is_spot(o, i) ? ROLE_CHOSEN : p->role,
		    p->text);
	}
	if (is_spot(o, o->at))
		draw_cursor(&t->s->p, y + o->v[o->at].y - o->top,
		    o->v[o->at].x);
}

static bool
overview_has_row(const struct tab *t)
{
	const struct overview_tab *o = (const struct overview_tab *)t;

	return is_spot(o, o->at);
}

static void
other_year(struct overview_tab *o, int by)
{
	struct err e = {0};
	char year[8];

	if (read_year(o, o->o.year + by, &e)) {
		say_err(o->t.ui, &e);
		return;
	}
	lay_out(o);
	first_spot(o);
	year_format(o->o.year, year);
	say(o->t.ui, "Figures of %s.", year);
}

static enum request
overview_request(struct tab *t, enum request r)
{
	struct overview_tab *o = (struct overview_tab *)t;
	const struct piece *p = is_spot(o, o->at) ? &o->v[o->at] : NULL;
	int i;

	switch (r) {
	case REQ_LEFT: case REQ_RIGHT:
		sideways(o, r == REQ_LEFT ? -1 : 1);
		return REQ_NONE;
	case REQ_UP: case REQ_DOWN:
		if (p)
			upwards(o, r == REQ_UP ? -1 : 1);
		return REQ_NONE;
	case REQ_PAGE_UP: case REQ_PAGE_DOWN: case REQ_HOME: case REQ_END:
		for (i = 0; p && i < (r == REQ_PAGE_UP || r == REQ_PAGE_DOWN ?
		    t->rows / 2 : 1000); i++)
			upwards(o, r == REQ_PAGE_UP || r == REQ_HOME ? -1 : 1);
		return REQ_NONE;
	case REQ_EARLIER: case REQ_LATER:
		other_year(o, r == REQ_EARLIER ? -1 : 1);
		return REQ_NONE;
	case REQ_OPEN:
		if (p && p->opens == OPENS_RECORD)
			command_open(t->ui, p->ent, p->id);
		else if (p && p->opens == OPENS_LIST)
			command_drill(t->ui, p->ent, p->filter, p->name);
		return REQ_NONE;
	default:
		return r;
	}
}

static void
overview_refresh(struct tab *t, bool own)
{
	struct overview_tab *o = (struct overview_tab *)t;
	struct err e = {0};

	(void)own;
	if (read_year(o, o->o.year, &e)) {
		if (e.st != ST_BUSY)
			say_err(t->ui, &e);
		return;
	}
	lay_out(o);
	first_spot(o);
}

static void
overview_hint(const struct tab *t, struct buf *out)
{
	(void)t;
	buf_add(out, "\"51-74\": at least, at most. 0 none, ? not known. "
	    "Enter opens a figure.");
}

const struct tab_ops tab_overview = {
	.size = sizeof(struct overview_tab),
	.groups = G_ROW | G_MOVE | G_FIGURE,
	.open = overview_start, .close = overview_close,
	.layout = overview_layout, .draw = overview_draw,
	.has_row = overview_has_row, .request = overview_request,
	.refresh = overview_refresh, .hint = overview_hint,
};
