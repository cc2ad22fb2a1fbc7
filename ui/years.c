/* years.c - the academic year that one looks at: < and >.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/years.h"

#include "base/date.h"
#include "ui/keymap.h"
#include "ui/statusbar.h"

#define FIRST_YEAR	1800	/* base/date.h knows no day before */
#define AHEAD		1	/* years after the present one */

static int
present(const struct ui *ui)
{
	return year_of_day(app_today(ui->app));
}

int
years_chosen(const struct ui *ui)
{
	return ui->year ? ui->year : present(ui);
}

bool
years_other(const struct ui *ui)
{
	return years_chosen(ui) != present(ui);
}

int
years_day(const struct ui *ui)
{
	return year_as_at(years_chosen(ui), app_today(ui->app));
}

int
years_look(const struct ui *ui)
{
	return app_look(ui->app, years_day(ui));
}

void
years_mark(const struct ui *ui, struct buf *out)
{
	char year[8];

	if (!years_other(ui))
		return;
	year_format(years_chosen(ui), year);
	buf_addf(out, "year %s", year);
}

/* --- records of a year --------------------------------------------------- */

/* The fields of the first and last day of what lasts; NULL: of what does not. */
struct span {
	const char	*from, *to;
};

static const struct span *
span_of(const struct entity *ent)
{
	static const struct span spans[] = {
		{"from", "to"}, {"opened", "closed"},
	};
	size_t i;

	for (i = 0; i < sizeof spans / sizeof spans[0]; i++)
		if (entity_field(ent, spans[i].from) >= 0 &&
		    entity_field(ent, spans[i].to) >= 0)
			return &spans[i];
	return NULL;
}

bool
years_within(const struct entity *ent)
{
	return entity_field(ent, "year") >= 0 ||
	    (ent->main_date >= 0 && !span_of(ent));
}

void
years_filter(const struct ui *ui, const struct entity *ent, struct buf *out)
{
	const struct span *span = span_of(ent);
	char year[8], first[11], last[11];

	if (!years_other(ui))
		return;
	year_format(years_chosen(ui), year);
	day_iso(year_first_day(years_chosen(ui)), first);
	day_iso(year_last_day(years_chosen(ui)), last);
	if (entity_field(ent, "year") >= 0)
		buf_addf(out, " year:%s", year);
	else if (span)
		buf_addf(out, " -%s>%s -%s<%s", span->from, last, span->to,
		    first);
	else if (entity_field(ent, "date") >= 0)
		buf_addf(out, " date>=%s date<=%s", first, last);
	else if (ent->main_date >= 0)
		buf_addf(out, " since:%s until:%s", first, last);
}

/* --- choosing ------------------------------------------------------------ */

/* "2025/26. > goes back to 2026/27. As at 31 Aug 2026." */
static void
say_year(struct ui *ui)
{
	int year = years_chosen(ui), now = present(ui);
	int next = year < now ? year + 1 : year - 1;
	char name[8], towards[8], day[24];

	year_format(year, name);
	if (year == now) {
		say(ui, "%s, the present year.", name);
		return;
	}
	year_format(next, towards);
	day_long(years_day(ui), day);	/* Mon 31 Aug 2026 */
	say(ui, "%s. %s goes %s to %s. As at %s.", name,
	    keymap_shown(ui->keymap, year < now ? REQ_LATER : REQ_EARLIER),
	    next == now ? "back" : "on", towards, day + 4);
}

void
years_step(struct screen *s, int by)
{
	struct ui *ui = s->ui;
	int now = present(ui), to = years_chosen(ui) + by;
	char name[8];

	if (to > now + AHEAD || to < FIRST_YEAR) {
		year_format(to - by, name);
		say(ui, by > 0 ? "%s is the last year: there is nothing "
		    "further ahead." : "%s is the first year there is.", name);
		return;
	}
	if (!years_other(ui))
		ui->year_from = s;
	ui->year = to == now ? 0 : to;
	if (!ui->year)
		ui->year_from = NULL;
	ui_changed(ui);
	say_year(ui);
}

void
years_left(struct screen *s)
{
	if (s->ui->year_from != s)
		return;
	s->ui->year_from = NULL;
	s->ui->year = 0;
}
