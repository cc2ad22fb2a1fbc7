/* overview_lay.c - a school's people, figures and days as pieces of text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tab_overview.h"

#include <stdlib.h>
#include <string.h>

#include "app/agenda.h"
#include "app/lineage.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/fields.h"

#define SMALL	16		/* rows of a window in which little fits */

void
overview_forget(struct overview_tab *o)
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

int
piece_add(struct overview_tab *o, int y, int x, enum role role, const char *text)
{
	int width = draw_width(&o->t.s->p, text);

	o->v = xreallocarray(o->v, o->n + 1, sizeof *o->v);
	o->v[o->n++] = (struct piece){.y = y, .x = x, .cols = width,
	    .role = role, .text = xstrdup(text)};
	return x + width;
}

void
piece_record(struct overview_tab *o, enum entity_no ent, int64_t id)
{
	struct piece *p = &o->v[o->n - 1];

	p->opens = OPENS_RECORD;
	p->ent = entities[ent];
	p->id = id;
}

void
piece_list(struct overview_tab *o, enum entity_no ent, char *take_filter,
    char *take_name)
{
	struct piece *p = &o->v[o->n - 1];

	p->opens = OPENS_LIST;
	p->ent = entities[ent];
	p->filter = take_filter;
	p->name = take_name;
}

/* "Succeeded by Sandmere Academy on Tue 1 Sep 2026" */
static int
lay_link(struct overview_tab *o, int y, const struct lineage_link *l,
    const char *head)
{
	struct buf b;
	char day[24];
	int x;

	buf_init(&b, BUF_LINE);
	title_text(o->t.ui->app, o->t.row->ent, l->school, &b);
	x = piece_add(o, y, 1, ROLE_WARN, head);
	x = piece_add(o, y, x + 1, ROLE_ACCENT, b.p);
	piece_record(o, ENT_school, l->school);
	buf_clear(&b);
	if (l->day != DAY_NONE) {
		day_long(l->day, day);
		x = piece_add(o, y, x + 1, ROLE_TEXT, "on");
		piece_add(o, y, x + 1, ROLE_TEXT, day);
	}
	return y + 1;
}

/* What the school went on to and came from. */
static int
lay_lineage(struct overview_tab *o, int y)
{
	int today = o->t.ui->app->today;
	struct lineage_links l;
	struct err e = {0};

	for (int after = 1; after >= 0; after--) {
		if (lineage_links(o->t.ui->app, o->t.row->id, after == 1, &l,
		    &e))
			continue;
		for (size_t i = 0; i < l.n; i++)
			y = lay_link(o, y, &l.v[i], after == 0 ?
			    "Took over from" : l.v[i].day > today ?
			    "To be succeeded by" : "Succeeded by");
		lineage_links_clear(&l);
	}
	return y;
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

	x = piece_add(o, y, 1, ROLE_TEXT, field(o, F_school_type));
	x += x > 1 ? 3 : 0;
	x = piece_add(o, y, x, str_istarts(field(o, F_school_status), "open") ?
	    ROLE_TEXT : ROLE_BAD, field(o, F_school_status)) + 3;
	if (low >= 0 && high >= 0) {
		text = xasprintf("ages %ld to %ld", low, high);
		x = piece_add(o, y, x, ROLE_MUTED, text) + 3;
		free(text);
	}
	if (!row_is_empty(r, F_school_pupils)) {
		text = xasprintf("%s pupils", field(o, F_school_pupils));
		piece_add(o, y, x, ROLE_MUTED, text);
		free(text);
	}
	y++;
	x = piece_add(o, y, 1, ROLE_MUTED, field(o, F_school_postcode));
	x += x > 1 ? 3 : 0;
	x = piece_add(o, y, x, ROLE_MUTED, field(o, F_school_phone));
	x += x > 1 ? 3 : 0;
	x = piece_add(o, y, x, ROLE_MUTED, field(o, F_school_website));
	return x > 1 ? y + 1 : y;
}

void
flow_room(const struct overview_tab *o, struct flow *f, int width)
{
	if (f->x <= f->left || f->x + width <= o->t.cols - 1)
		return;
	f->y++;
	f->x = f->left;
}

void
flow_lines(struct overview_tab *o, struct flow *f, int hang, enum role role,
    const char *text)
{
	size_t n, cut;
	char *line;
	int width, room;

	while (*text != '\0') {
		room = o->t.cols - f->x - 1;
		n = utf8_fit(text, room > 8 ? room : 8, &width);
		for (cut = n; text[n] != '\0' && cut > 0 && text[cut] != ' '; )
			cut--;
		n = cut > 0 ? cut : n;
		line = xstrndup(text, n);
		f->x = piece_add(o, f->y, f->x, role, line);
		free(line);
		for (text += n; *text == ' '; text++)
			continue;
		if (*text != '\0') {
			f->y++;
			f->x = hang;
		}
	}
}

/* Roles by their order, in a small window only those a school must have;
 * those without anybody say so. */
static int
lay_people(struct overview_tab *o, int y)
{
	const struct ov_person *p;
	struct flow f = {y, 1, 1};
	char *more;
	size_t i;

	for (i = 0; i < o->o.npeople && i < 12; i++) {
		p = &o->o.person[i];
		if (o->t.rows < SMALL && !p->required)
			continue;
		more = *p->more ? xasprintf("%s%s", p->contact ? ", " : " ",
		    p->more) : xstrdup("");
		flow_room(o, &f, draw_width(&o->t.s->p, p->role) + 1 +
		    draw_width(&o->t.s->p, p->contact ? p->name : "nobody") +
		    draw_width(&o->t.s->p, more));
		f.x = piece_add(o, f.y, f.x, ROLE_MUTED, p->role) + 1;
		f.x = piece_add(o, f.y, f.x, p->contact ? ROLE_ACCENT :
		    ROLE_WARN, p->contact ? p->name : "nobody");
		if (p->contact)
			piece_record(o, ENT_contact, p->contact);
		f.x = piece_add(o, f.y, f.x, ROLE_MUTED, more) + 3;
		free(more);
	}
	return f.y + 1;
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
	piece_add(o, y, 1, ROLE_TITLE, year);
	for (g = 0; g < n; g++) {
		x = label + (int)g * width;
		piece_add(o, y, x + width - (int)strlen(o->o.group[g].head),
		    ROLE_MUTED, o->o.group[g].head);
	}
	for (f = 0; f < OV_FIGURES; f++) {
		y++;
		piece_add(o, y, 1, ROLE_MUTED, o->t.cols < 76 && f == OV_HOURS ?
		    "hours each" : head[f]);
		for (g = 0; g < n; g++) {
			text = o->o.group[g].cell[f].text;
			if ((int)strlen(text) >= width &&
			    *o->o.group[g].cell[f].brief)
				text = o->o.group[g].cell[f].brief;
			x = label + (int)g * width + width -
			    (int)strlen(text);
			piece_add(o, y, x, strcmp(text, ".") == 0 ||
			    (strcmp(text, "0") == 0 && f != OV_ROLL) ?
			    ROLE_MUTED : ROLE_TEXT, text);
			if (strcmp(text, ".") == 0)
				continue;
			piece_list(o, f == OV_ROLL ? ENT_roll :
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
	piece_add(o, y, 1, ROLE_MUTED, head);
	piece_add(o, y, 16, ROLE_ACCENT, b.p);
	piece_record(o, ENT_encounter, id);
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
	y = lay_day(o, y, "Next encounter", o->o.next);
	if (!o->o.last && !o->o.next)
		piece_add(o, y++, 1, ROLE_MUTED,
		    "No encounters yet; l logs the first in one line.");
	if (o->o.late) {
		text = xasprintf("%lld to close: planned, and the day has "
		    "passed", (long long)o->o.late);
		piece_add(o, y++, 1, ROLE_WARN, text);
		free(text);
		buf_init(&b, BUF_LINE);
		buf_add(&b, "is:toclose schools:");
		ref_text(o->t.ui->app, o->t.row->ent, o->t.row->id, &b);
		piece_list(o, ENT_encounter, buf_take(&b),
		    xstrdup("To close"));
	}
	if (!row_is_empty(o->t.row, F_school_proposed)) {
		text = xasprintf("Register: %s", field(o, F_school_proposed));
		text[strcspn(text, "\n")] = '\0';
		piece_add(o, y++, 1, ROLE_WARN, text);
		free(text);
	}
	if (!row_is_empty(o->t.row, F_school_gias))
		piece_add(o, y++, 1, ROLE_MUTED, "Some details differ from the "
		    "register; tab Data shows them.");
	return y;
}

/* In a small window what the register says comes last. */
void
overview_lay_out(struct overview_tab *o)
{
	bool small = o->t.rows < SMALL;
	int y = 0, week;

	overview_forget(o);
	if (!small)
		y = lay_facts(o, y);
	y = lay_lineage(o, y);
	y = overview_lay_programme(o, y);
	y = lay_people(o, y);
	y = overview_lay_visits(o, y) + 1;
	y = lay_figures(o, y);
	y = overview_lay_warnings(o, y);
	week = overview_lay_week(o, y);
	y = week > y ? week : y + 1;
	y = lay_rest(o, y);
	o->height = small ? lay_facts(o, y) : y;
}
