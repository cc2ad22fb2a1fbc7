/* diary_ics.c - a week of the diary as a calendar file (iCalendar, RFC 5545).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/diary_ics.h"

#include "config.h"

#ifdef HAVE_ICAL
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/schools.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/clash.h"
#include "model/id.h"

enum { SCHOOLS = 64 };		/* of one record that are counted */

struct file {
	struct app	*app;
	icalcomponent	*cal;
	icaltimezone	*zone;		/* England's */
	struct icaltimetype stamp;
};

/* --- words --------------------------------------------------------------- */

/* Only what may be shown, line by line. */
static char *
clean(const char *text)
{
	struct strs lines = { 0 };
	char *out;

	str_split(&lines, text, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		out = utf8_printable(lines.v[i], true);
		free(lines.v[i]);
		lines.v[i] = out;
	}
	out = strs_join(&lines, "\n");
	strs_clear(&lines);
	return out;
}

static void
add_words(icalcomponent *c, icalproperty *(*make)(const char *),
    const char *text)
{
	char *safe = clean(text);

	if (*safe != '\0')
		icalcomponent_add_property(c, make(safe));
	free(safe);
}

/* "visit-1J8Q2-M7K9Q-Z4V@caseload"; a record that is on and due is two. */
static void
add_uid(icalcomponent *c, const struct diary_item *it)
{
	const char *due = it->cls == DIARY_DUE ? "-due" : "";
	char id[ID_SHOWN], day[11], *uid;

	id_shown(it->id, id);
	day_iso(it->day, day);
	uid = xasprintf("%s-%s%s@" PACKAGE_NAME, it->ent->id,
	    it->id != 0 ? id : day, due);
	icalcomponent_add_property(c, icalproperty_new_uid(uid));
	free(uid);
}

/* "Talk: Harbour UTC", "Task due: Send the toolkit" */
static void
add_summary(icalcomponent *c, const struct diary_item *it)
{
	char *text = xasprintf("%s%s: %s", it->kind,
	    it->cls == DIARY_DUE ? " due" : "", it->title);

	add_words(c, icalproperty_new_summary, text);
	free(text);
}

/* What field NAME says that may be shown; "" too where there is no such. */
static const char *
shared(const struct row *r, const char *name)
{
	int f = r != NULL ? entity_field(r->ent, name) : -1;

	if (f < 0 || (r->ent->fields[f].flags & FF_PRIVATE) != 0)
		return "";
	return row_get(r, f);
}

/* Its venue, else its school: "Northgate School", "Northgate School + 3". */
static enum status
add_place(struct file *f, icalcomponent *c, const struct diary_item *it,
    const struct row *r, struct err *e)
{
	const char *venue = shared(r, "venue");
	int64_t school[SCHOOLS];
	enum status st = ST_OK;
	struct buf b;
	size_t n = 0;

	buf_init(&b, BUF_LINE);
	buf_add(&b, venue);
	if (*venue == '\0' && it->id != 0)
		st = schools_about(f->app, it->ent, it->id, school, SCHOOLS,
		    &n, e);
	if (st == ST_OK && n > 0)
		title_text(f->app, entity_find("school"), school[0], &b);
	if (st == ST_OK && n > 1)
		buf_addf(&b, " + %zu", n - 1);
	add_words(c, icalproperty_new_location, b.p);
	buf_clear(&b);
	return st;
}

static void
add_line(struct buf *b, const char *text)
{
	if (*text == '\0')
		return;
	if (b->n > 0)
		buf_addc(b, '\n');
	buf_add(b, text);
}

/* With whom and how it stands, its times when it lasts days, what its summary
 * says (not of what is due), and how to find it again. */
static void
add_description(struct file *f, icalcomponent *c, const struct diary_item *it,
    const struct row *r)
{
	char to[6] = "";
	struct buf b, ref;

	buf_init(&b, BUF_ROW);
	buf_init(&ref, BUF_LINE);
	buf_add(&b, it->who);
	if (*it->state != '\0')
		buf_addf(&b, "%s%s", b.n > 0 ? ", " : "", it->state);
	if (it->first < it->last && *it->time != '\0') {
		if (it->to > it->from)
			time_format(it->to, to);
		buf_addf(&b, "%s%s%s%s", b.n > 0 ? "\n" : "", it->time,
		    *to != '\0' ? " to " : "", to);
	}
	if (it->cls != DIARY_DUE)
		add_line(&b, shared(r, "summary"));
	if (it->id != 0) {
		ref_text(f->app, it->ent, it->id, &ref);
		add_line(&b, ref.p);
	}
	add_words(c, icalproperty_new_description, b.p);
	buf_clear(&b);
	buf_clear(&ref);
}

/* --- times --------------------------------------------------------------- */

static struct icaltimetype
whole_day(int day)
{
	struct icaltimetype t = icaltime_null_date();

	day_to_ymd(day, &t.year, &t.month, &t.day);
	return t;
}

/* That minute in England, in UTC. */
static struct icaltimetype
moment(const struct file *f, int day, int minutes)
{
	struct icaltimetype t = icaltime_null_time();

	day_to_ymd(day, &t.year, &t.month, &t.day);
	t.zone = f->zone;
	icaltime_adjust(&t, 0, 0, minutes, 0);
	return icaltime_convert_to_zone(t, icaltimezone_get_utc_timezone());
}

static void
add_times(const struct file *f, icalcomponent *c, const struct diary_item *it)
{
	int to = it->to > it->from ? it->to : it->from + CLASH_SPAN;
	bool timed = it->cls == DIARY_TIMED && it->first == it->last &&
	    it->from >= 0;

	icalcomponent_add_property(c, icalproperty_new_dtstart(timed ?
	    moment(f, it->first, it->from) : whole_day(it->first)));
	icalcomponent_add_property(c, icalproperty_new_dtend(timed ?
	    moment(f, it->first, to) : whole_day(it->last + 1)));
	icalcomponent_add_property(c, icalproperty_new_transp(timed ?
	    ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
}

/* --- the file ------------------------------------------------------------ */

static enum status
add_event(struct file *f, const struct diary_item *it, struct err *e)
{
	icalcomponent *c = icalcomponent_new(ICAL_VEVENT_COMPONENT);
	struct row *r = NULL;
	enum status st = ST_OK;

	icalcomponent_add_component(f->cal, c);
	if (it->id != 0)
		st = record_load(f->app, it->ent, it->id, &r, e);
	if (st != ST_OK)
		return st;
	add_uid(c, it);
	icalcomponent_add_property(c, icalproperty_new_dtstamp(f->stamp));
	add_times(f, c, it);
	add_summary(c, it);
	st = add_place(f, c, it, r, e);
	add_description(f, c, it, r);
	row_free(r);
	return st;
}

/* What lasts is on several days, and is one event. */
static bool
was_before(const struct diary *d, size_t at)
{
	const struct diary_item *it = &d->v[at];

	for (size_t i = 0; i < at && it->id != 0; i++)
		if (d->v[i].id == it->id && d->v[i].ent == it->ent &&
		    !d->v[i].clash && (d->v[i].cls == DIARY_DUE) ==
		    (it->cls == DIARY_DUE))
			return true;
	return false;
}

static void
add_head(struct file *f, const struct diary *d)
{
	char *name = xasprintf("Diary: %s", d->whose), *safe = clean(name);
	icalproperty *p = icalproperty_new_x(safe);

	icalcomponent_add_property(f->cal, icalproperty_new_version("2.0"));
	icalcomponent_add_property(f->cal, icalproperty_new_prodid(
	    "-//" PACKAGE_NAME "//" PACKAGE_NAME " " PACKAGE_VERSION "//EN"));
	icalproperty_set_x_name(p, "X-WR-CALNAME");
	icalcomponent_add_property(f->cal, p);
	free(name);
	free(safe);
}

static enum status
fill(struct file *f, const struct diary *d, struct err *e)
{
	enum status st = ST_OK;

	f->zone = icaltimezone_get_builtin_timezone(CLOCK_ZONE);
	if (f->zone == NULL)
		return err_set(e, ST_INVALID, "this system does not know the"
		    " times of " CLOCK_ZONE ": install tzdata");
	add_head(f, d);
	for (size_t i = 0; i < d->n && st == ST_OK; i++)
		if (!d->v[i].clash && !was_before(d, i))
			st = add_event(f, &d->v[i], e);
	return st;
}

bool
diary_ics_built(void)
{
	return true;
}

enum status
diary_ics(struct app *app, const struct diary *d, struct buf *out,
    struct err *e)
{
	struct file f = { .app = app };
	enum status st;
	char *text;

	icalerror_set_errors_are_fatal(0);
	f.cal = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	f.stamp = icaltime_from_timet_with_zone((time_t)(clock_ms() / 1000),
	    0, icaltimezone_get_utc_timezone());
	st = fill(&f, d, e);
	if (st == ST_OK) {
		text = icalcomponent_as_ical_string_r(f.cal);
		buf_add(out, text);
		free(text);
	}
	icalcomponent_free(f.cal);
	icaltimezone_free_builtin_timezones();
	free_zone_directory();
	icalmemory_free_ring();
	return st;
}

#else

bool
diary_ics_built(void)
{
	return false;
}

enum status
diary_ics(struct app *app, const struct diary *d, struct buf *out,
    struct err *e)
{
	(void)app;
	(void)d;
	(void)out;
	return err_set(e, ST_INVALID, "this caseload was built without libical:"
	    " it writes no calendar files (ics)");
}

#endif
