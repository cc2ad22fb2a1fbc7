/* reports.c - the table of reports: find one, read its arguments, make it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/record.h"
#include "app/chase_page.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "db/db.h"
#include "model/tables.h"

const struct report_info reports[] = {
#define REPORT(name, title, usage, needs, make, help) \
	{ name, title, usage, needs, make, NULL, help },
#define REPORT_DAYS(name, title, usage, needs, make, calendar, help) \
	{ name, title, usage, needs, make, calendar, help },
#include "app/reports.def"
	{ NULL, NULL, NULL, REPORT_NOTHING, NULL, NULL, NULL },
};

enum status
report_find(const char *name, const struct report_info **out, struct err *e)
{
	const char *names[sizeof reports / sizeof reports[0]], *near;
	const struct report_info *r;
	size_t n = 0;

	for (r = reports; r->name != NULL; r++) {
		if (str_ieq(r->name, name)) {
			*out = r;
			return ST_OK;
		}
		names[n++] = r->name;
	}
	near = str_nearest(name, names, n);
	return err_set(e, ST_USAGE, "there is no report \"%s\"%s%s%s", name,
	    near != NULL ? "; did you mean " : "", near != NULL ? near : "",
	    near != NULL ? "?" : "; caseload report --list names them");
}

/* The school, loaded; the caller frees it. */
static enum status
read_school(struct app *app, const struct report_info *info,
    const struct strs *words, struct row **out, struct err *e)
{
	const char *ent;
	int64_t id;
	enum status st;

	if (words->n < 1 || words->n > 1 +
	    (size_t)(info->needs == REPORT_SCHOOL_YEAR))
		return err_set(e, ST_USAGE, "%s takes one school: caseload"
		    " report %s %s", info->name, info->name, info->usage);
	st = ref_resolve_in(app, "school", words->v[0], true, &ent, &id, e);
	return st != ST_OK ? st :
	    record_load(app, &school_entity, id, out, e);
}

static enum status
read_args(struct app *app, const struct report_info *info,
    const struct strs *words, struct row **school, struct err *e)
{
	switch (info->needs) {
	case REPORT_SCHOOL: case REPORT_SCHOOL_YEAR:
		return read_school(app, info, words, school, e);
	case REPORT_FILTER: case REPORT_WORDS:
		return ST_OK;
	case REPORT_NOTHING:
		break;
	}
	return words->n == 0 ? ST_OK : err_set(e, ST_USAGE,
	    "%s takes no \"%s\"", info->name, words->v[0]);
}

/* One of the two, OUT or CALENDAR, as of one moment. */
static enum status
make(struct app *app, const struct report_info *info,
    const struct strs *words, struct report *out, struct buf *calendar,
    struct err *e)
{
	struct row *school = NULL;
	struct report_args args = { .words = words,
		.year = year_of_day(app->today) };
	bool reading = false;
	enum status st = ST_OK;

	if (!db_in_transaction(app->db)) {
		st = db_read_begin(app->db, e);
		reading = st == ST_OK;
	}
	if (st == ST_OK)
		st = read_args(app, info, words, &school, e);
	if (st == ST_OK && info->needs == REPORT_SCHOOL_YEAR &&
	    words->n > 1 && !year_parse(words->v[1], &args.year))
		st = err_set(e, ST_USAGE, "\"%s\" is no academic year: write "
		    "2026/27", words->v[1]);
	args.school = school;
	if (st == ST_OK && calendar != NULL)
		st = info->calendar(app, &args, calendar, e);
	else if (st == ST_OK)
		st = info->make(app, &args, out, e);
	if (reading)
		db_read_end(app->db);
	row_free(school);
	return st;
}

enum status
report_make(struct app *app, const struct report_info *info,
    const struct strs *words, struct report *out, struct err *e)
{
	enum status st;

	*out = (struct report){ 0 };
	st = make(app, info, words, out, NULL, e);
	if (st != ST_OK)
		report_clear(out);
	return st;
}

enum status
report_calendar(struct app *app, const struct report_info *info,
    const struct strs *words, struct buf *out, struct err *e)
{
	if (info->calendar == NULL)
		return err_set(e, ST_USAGE, "%s is written as text, csv, json"
		    " or html; only the diary is also a calendar (ics)",
		    info->name);
	return make(app, info, words, NULL, out, e);
}
