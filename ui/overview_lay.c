/* overview_lay.c - a school's people, figures and days as pieces of text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tab_overview.h"

#include <stdlib.h>
#include <string.h>

#include "app/agenda.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/fields.h"

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

	x = add(o, y, 1, ROLE_TEXT, field(o, F_school_type));
	x += x > 1 ? 3 : 0;
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

/* Text from Y, X on, its further lines below its first; the row after it. */
static int
add_lines(struct overview_tab *o, int y, int x, enum role role,
    const char *text)
{
	const int room = o->t.cols - x - 1;
	size_t n, cut;
	char *line;
	int width;

	while (*text != '\0') {
		n = utf8_fit(text, room > 8 ? room : 8, &width);
		for (cut = n; text[n] != '\0' && cut > 0 && text[cut] != ' '; )
			cut--;
		n = cut > 0 ? cut : n;
		line = xstrndup(text, n);
		add(o, y++, x, role, line);
		free(line);
		for (text += n; *text == ' '; text++)
			continue;
	}
	return y;
}

/* "Eligible yes: academy converter, secondary" */
static int
lay_eligible(struct overview_tab *o, int y)
{
	const char *verdict = field(o, F_school_eligible);
	char *text = xasprintf("%s: %s", verdict,
	    field(o, F_school_eligible_why));
	int x = add(o, y, 1, ROLE_MUTED, "Eligible") + 1;

	y = add_lines(o, y, x, str_eq(verdict, "yes") ? ROLE_TEXT : ROLE_WARN,
	    text);
	free(text);
	return y;
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
			add(o, y, x, strcmp(text, ".") == 0 ||
			    (strcmp(text, "0") == 0 && f != OV_ROLL) ?
			    ROLE_MUTED : ROLE_TEXT, text);
			if (strcmp(text, ".") == 0)
				continue;
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

void
overview_lay_out(struct overview_tab *o)
{
	int y;

	overview_forget(o);
	y = lay_facts(o, 0);
	y = lay_eligible(o, y);
	y = lay_people(o, y) + 1;
	y = lay_figures(o, y) + 1;
	o->height = lay_rest(o, y);
}
