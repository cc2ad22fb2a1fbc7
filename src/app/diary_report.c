/* diary_report.c - a week of the diary as a report: on paper, as data.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files have a row for each thing of a day and each clash, but not the schools
 * that are unplanned, which are no days.
 */
#include <stdlib.h>
#include <string.h>

#include "app/diary.h"
#include "app/diary_ics.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"

#define HEADS	"#Day|#Time|#Kind|#What|#With|" \
		"@date|@time|@kind|@title|@who|@state|@ref"

static bool
is_layer(const char *word, enum diary_layer *out)
{
	for (int i = 0; i < DIARY_LAYERS; i++)
		if (str_ieq(word, diary_layers[i])) {
			*out = (enum diary_layer)i;
			return true;
		}
	return false;
}

static enum status
read_words(struct app *app, const struct strs *words, int *day,
    enum diary_layer *layer, struct err *e)
{
	bool dated = false;

	*day = app->today;
	*layer = DIARY_BOROUGH;
	for (size_t i = 0; i < words->n; i++) {
		if (is_layer(words->v[i], layer))
			continue;
		if (dated || !date_like(words->v[i]))
			return err_set(e, ST_USAGE, "diary takes a day of the"
			    " week and mine, team or borough, not \"%s\"",
			    words->v[i]);
		if (date_parse(words->v[i], app->today, DATE_FORWARD, day, e)
		    != ST_OK)
			return e->st = ST_USAGE;
		dated = true;
	}
	return ST_OK;
}

static void
opens(struct report *r, const struct diary_item *it)
{
	if (it->id != 0)
		report_opens(r, it->ent, it->id);
	else
		report_lists(r, it->ent, "");
}

static void
put_item(struct app *app, struct report *r, const struct diary_item *it,
    bool first)
{
	bool both = *it->who != '\0' && *it->state != '\0';
	char day[24], iso[11];
	struct buf ref;

	day_long(it->day, day);
	day[strcspn(day + 4, " ") + 4] = '\0';	/* "Thu 19" */
	day_iso(it->day, iso);
	buf_init(&ref, BUF_LINE);
	if (it->id != 0)
		ref_text(app, it->ent, it->id, &ref);
	report_cell(r, first ? day : "");
	report_cell(r, diary_time(it, false));
	report_cell(r, it->kind);
	report_cell(r, it->title);
	opens(r, it);
	report_cellf(r, "%s%s%s", it->who, both ? ", " : "", it->state);
	report_cell(r, iso);
	report_cell(r, it->time);
	report_cell(r, it->kind);
	report_cell(r, it->title);
	report_cell(r, it->who);
	report_cell(r, it->cls == DIARY_DUE && *it->state == '\0' ? "due" :
	    it->state);
	report_cell(r, ref.p);
	buf_clear(&ref);
}

static void
put_gaps(struct report *r, const struct diary *d, const struct app *app)
{
	struct buf b;

	if (d->ngaps == 0)
		return;
	report_items(r, "Unplanned");
	buf_init(&b, BUF_LINE);
	for (int i = 0; i < d->ngaps; i++) {
		buf_reset(&b);
		diary_gap_words(&d->gap[i], &b);
		report_cell(r, b.p);
		if (d->gap[i].school == 0)
			report_lists(r, entity_find("visit"), DIARY_OVERDUE);
		else
			report_opens(r, entity_find("school"),
			    d->gap[i].school);
	}
	if (d->all_gaps > d->ngaps) {
		report_cellf(r, "and %d more", d->all_gaps - d->ngaps);
		buf_reset(&b);
		diary_gap_filter(app, &b);
		report_lists(r, entity_find("school"), b.p);
	}
	buf_clear(&b);
}

static void
put_diary(struct app *app, struct report *r, const struct diary *d)
{
	struct buf b;
	char *title;

	buf_init(&b, BUF_LINE);
	diary_heading(d, false, &b);
	title = xasprintf("Diary: %s", b.p);
	report_begin(r, title, app->today);
	report_source(r, "%s: %s.", diary_layers[d->layer], d->whose);
	r->flat = true;
	report_table(r, "", HEADS);
	for (size_t i = 0; i < d->n; i++)
		put_item(app, r, &d->v[i], i == 0 ||
		    d->v[i].day != d->v[i - 1].day);
	if (d->n == 0)
		report_note(r, "Nothing is on in this week.");
	if (d->cut)
		report_note(r, "More is on than is shown here.");
	put_gaps(r, d, app);
	free(title);
	buf_clear(&b);
}

/* The week that ARGS ask for; to be cleared. */
static enum status
read_asked(struct app *app, const struct report_args *args, struct diary *d,
    struct err *e)
{
	enum diary_layer layer;
	int day;
	enum status st = read_words(app, args->words, &day, &layer, e);

	return st == ST_OK ? diary_read(app, day, layer, d, e) : st;
}

enum status
diary_calendar(struct app *app, const struct report_args *args,
    struct buf *out, struct err *e)
{
	struct diary d;
	enum status st = read_asked(app, args, &d, e);

	if (st != ST_OK)
		return st;
	st = diary_ics(app, &d, out, e);
	diary_clear(&d);
	return st;
}

enum status
diary_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct diary d;
	enum status st = read_asked(app, args, &d, e);

	if (st != ST_OK)
		return st;
	put_diary(app, r, &d);
	diary_clear(&d);
	return ST_OK;
}
