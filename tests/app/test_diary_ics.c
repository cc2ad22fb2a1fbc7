/* test_diary_ics.c - a week as a calendar file, read back as others read it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/diary_ics.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "config.h"
#include "tests/app/world.h"

#define MON	"2026-11-23"

static void
read_week(struct app *app, const char *day, enum diary_layer layer,
    struct diary *d)
{
	struct err e = { 0 };

	must(diary_read(app, day_from_iso(day), layer, d, &e), &e);
}

#ifdef HAVE_ICAL
#include <libical/ical.h>

/* A school of mine and one of Dan's; the file of a week. */
struct here {
	struct app	 app;
	char		*text;
	icalcomponent	*cal;
};

static void
here_open(struct here *h)
{
	memset(h, 0, sizeof *h);
	world_open(&h->app);
	world_add(&h->app, "school", "urn=900001", "name=North", "la=Newham",
	    "status=Open", NULL);
	world_add(&h->app, "school", "urn=900003", "name=Far", "la=Barnet",
	    "status=Open", NULL);
	world_add(&h->app, "user", "name=dan", NULL);
	world_add(&h->app, "coordinator", "user=user/tester",
	    "school=school/900001", "from=2025-09-01", NULL);
	world_add(&h->app, "coordinator", "user=user/dan",
	    "school=school/900003", "from=2025-09-01", NULL);
}

static void
forget(struct here *h)
{
	free(h->text);
	if (h->cal != NULL)
		icalcomponent_free(h->cal);
	h->text = NULL;
	h->cal = NULL;
}

static void
here_close(struct here *h)
{
	forget(h);
	icalmemory_free_ring();
	world_close(&h->app);
}

static void
make(struct here *h, const char *day, enum diary_layer layer)
{
	struct diary d;
	struct err e = { 0 };
	struct buf b;

	forget(h);
	read_week(&h->app, day, layer, &d);
	buf_init(&b, BUF_FILE);
	must(diary_ics(&h->app, &d, &b, &e), &e);
	diary_clear(&d);
	h->text = buf_take(&b);
	h->cal = icalparser_parse_string(h->text);
	assert_non_null(h->cal);
	assert_int_equal(icalcomponent_isa(h->cal), ICAL_VCALENDAR_COMPONENT);
	assert_true(icalrestriction_check(h->cal));
	assert_int_equal(icalcomponent_count_errors(h->cal), 0);
}

static size_t
events(const struct here *h)
{
	return (size_t)icalcomponent_count_components(h->cal,
	    ICAL_VEVENT_COMPONENT);
}

/* The event called SUMMARY. */
static icalcomponent *
event(const struct here *h, const char *summary)
{
	icalcomponent *c = icalcomponent_get_first_component(h->cal,
	    ICAL_VEVENT_COMPONENT);

	for (; c != NULL; c = icalcomponent_get_next_component(h->cal,
	    ICAL_VEVENT_COMPONENT))
		if (str_eq(icalcomponent_get_summary(c), summary))
			return c;
	print_error("no \"%s\" in\n%s", summary, h->text);
	fail();
	return NULL;
}

/* When it is, as the file says it: "20261123T093000Z", "20261123". */
static void
is_from_to(icalcomponent *c, const char *from, const char *to)
{
	assert_string_equal(icaltime_as_ical_string(
	    icalcomponent_get_dtstart(c)), from);
	assert_string_equal(icaltime_as_ical_string(
	    icalcomponent_get_dtend(c)), to);
}

static const char *
said(icalcomponent *c, icalproperty_kind what)
{
	icalproperty *p = icalcomponent_get_first_property(c, what);

	return p != NULL ? icalproperty_get_value_as_string(p) : "";
}

/* --- times --------------------------------------------------------------- */

static void
times_are_those_of_england(void **state)
{
	struct here h;
	icalcomponent *c;

	(void)state;
	here_open(&h);
	world_add(&h.app, "visit", "school=school/900001", "date=" MON,
	    "start=9:30", "minutes=45", "owner=user/tester", NULL);
	world_add(&h.app, "visit", "school=school/900001", "kind=call",
	    "date=2027-06-14", "start=9:30", "owner=user/tester", NULL);
	world_add(&h.app, "encounter", "schools=school/900001", "type=talk",
	    "date=" MON, "start=13:00", "finish=15:20", "status=planned",
	    NULL);
	world_add(&h.app, "encounter", "schools=school/900001",
	    "type=workplace visit", "date=" MON, "status=planned", NULL);
	make(&h, MON, DIARY_MINE);
	assert_int_equal(events(&h), 3);
	is_from_to(event(&h, "Visit: North"), "20261123T093000Z",
	    "20261123T101500Z");
	is_from_to(event(&h, "Talk: North"), "20261123T130000Z",
	    "20261123T152000Z");
	assert_string_equal(said(event(&h, "Talk: North"),
	    ICAL_TRANSP_PROPERTY), "OPAQUE");
	/* Without a time it is of the day, and keeps nobody busy. */
	c = event(&h, "Workplace visit: North");
	is_from_to(c, "20261123", "20261124");
	assert_string_equal(said(c, ICAL_TRANSP_PROPERTY), "TRANSPARENT");
	/* Half past nine of a summer is half past eight in UTC; what has no
	 * end lasts an hour. */
	make(&h, "2027-06-14", DIARY_MINE);
	is_from_to(event(&h, "Call: North"), "20270614T083000Z",
	    "20270614T093000Z");
	here_close(&h);
}

static void
what_lasts_is_one_event(void **state)
{
	struct here h;
	icalcomponent *c;

	(void)state;
	here_open(&h);
	world_add(&h.app, "encounter", "schools=school/900001",
	    "type=work experience", "date=2026-11-20", "end=2026-11-24",
	    "start=9:00", "finish=15:00", "status=planned", NULL);
	make(&h, MON, DIARY_MINE);
	assert_int_equal(events(&h), 1);
	c = event(&h, "Work experience: North");
	is_from_to(c, "20261120", "20261125");
	assert_non_null(strstr(icalcomponent_get_description(c),
	    "09:00 to 15:00"));
	here_close(&h);
}

static void
what_is_due_is_a_day(void **state)
{
	struct here h;
	icalcomponent *c;

	(void)state;
	here_open(&h);
	world_add(&h.app, "task", "title=Send toolkit", "due=2026-11-27",
	    "school=school/900001", "owner=user/tester", NULL);
	make(&h, MON, DIARY_MINE);
	c = event(&h, "Task due: Send toolkit");
	is_from_to(c, "20261127", "20261128");
	assert_string_equal(icalcomponent_get_location(c), "North");
	assert_string_equal(said(c, ICAL_TRANSP_PROPERTY), "TRANSPARENT");
	here_close(&h);
}

/* --- what is in it ------------------------------------------------------- */

static void
a_record_keeps_its_uid(void **state)
{
	struct here h;
	struct err e = { 0 };
	char *uid, *due;
	int64_t id;

	(void)state;
	here_open(&h);
	id = world_add(&h.app, "visit", "school=school/900001", "date=" MON,
	    "owner=user/tester", "next_contact=2026-11-26", NULL);
	make(&h, MON, DIARY_MINE);
	assert_int_equal(events(&h), 2);
	uid = xstrdup(icalcomponent_get_uid(event(&h, "Visit: North")));
	due = xstrdup(icalcomponent_get_uid(event(&h, "Contact due: North")));
	assert_string_not_equal(uid, due);
	assert_true(str_starts(uid, "visit-"));
	is_from_to(event(&h, "Visit: North"), "20261123", "20261124");
	must(world_set(&h.app, "visit", id, "date", "2026-11-24", &e), &e);
	make(&h, MON, DIARY_MINE);
	assert_string_equal(icalcomponent_get_uid(event(&h, "Visit: North")),
	    uid);
	is_from_to(event(&h, "Visit: North"), "20261124", "20261125");
	assert_string_equal(icaltime_as_ical_string(icalcomponent_get_dtstamp(
	    event(&h, "Visit: North"))), "20261120T100000Z");
	free(uid);
	free(due);
	here_close(&h);
}

static void
what_is_private_stays_here(void **state)
{
	struct here h;
	icalcomponent *c;

	(void)state;
	here_open(&h);
	world_add(&h.app, "contact", "name=Ms Bell", "phone=01632 960001",
	    "email=bell@north.example", "note=Moody", NULL);
	world_add(&h.app, "visit", "school=school/900001", "date=" MON,
	    "people=contact/Ms Bell", "summary=Plan agreed", "note=Quarrel",
	    "owner=user/tester", NULL);
	world_add(&h.app, "task", "title=Ring back", "due=" MON,
	    "note=Hushed", "school=school/900001", "owner=user/tester", NULL);
	world_add(&h.app, "case", "title=Ramp", "due=" MON, "note=Secret",
	    "summary=Of the case", "school=school/900001", "owner=user/tester",
	    NULL);
	world_add(&h.app, "visit", "school=school/900003", "date=" MON,
	    "owner=user/dan", NULL);
	make(&h, MON, DIARY_MINE);
	c = event(&h, "Visit: North");
	assert_true(str_starts(icalcomponent_get_description(c),
	    "Ms Bell\nPlan agreed\nvisit/"));
	assert_non_null(event(&h, "Case due: Ramp"));
	assert_null(strstr(h.text, "Quarrel"));
	assert_null(strstr(h.text, "Moody"));
	assert_null(strstr(h.text, "Hushed"));
	assert_null(strstr(h.text, "Secret"));
	assert_null(strstr(h.text, "Of the case"));
	assert_null(strstr(h.text, "960001"));
	assert_null(strstr(h.text, "north.example"));
	/* Nor what its layer does not show. */
	assert_null(strstr(h.text, "Far"));
	here_close(&h);
}

static void
clashes_are_no_events(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "event", "title=Mocks", "kind=exams",
	    "date=2026-11-24", "end=2026-11-25", "schools=school/900001",
	    "groups=y11", NULL);
	world_add(&h.app, "encounter", "schools=school/900001", "type=talk",
	    "date=2026-11-24", "start=14:00", "years=y11 ~12",
	    "status=planned", "venue=Hall B", NULL);
	make(&h, MON, DIARY_MINE);
	assert_int_equal(events(&h), 2);
	assert_string_equal(icalcomponent_get_location(event(&h,
	    "Talk: North")), "Hall B");
	is_from_to(event(&h, "Exams: Mocks"), "20261124", "20261126");
	/* Days that no school is open are of everybody: no record says so. */
	make(&h, "2026-12-22", DIARY_MINE);
	assert_int_equal(events(&h), 5);
	assert_string_equal(icalcomponent_get_uid(event(&h,
	    "No school: Christmas Day")), "term-2026-12-25@caseload");
	here_close(&h);
}

/* --- hostile text -------------------------------------------------------- */

static void
text_cannot_make_lines_of_its_own(void **state)
{
	static const char hostile[] = "a; b, c\\n \"d\": END:VEVENT";
	struct here h;
	icalcomponent *c;
	char *title = xasprintf("title=%s", hostile);
	char *summary = xasprintf("summary=x\nEND:VEVENT\nATTACH:file://y"
	    "\ttab\xe2\x80\xae");

	(void)state;
	here_open(&h);
	world_add(&h.app, "event", title, "kind=borough event", "date=" MON,
	    "la=Newham", summary, NULL);
	make(&h, MON, DIARY_BOROUGH);
	assert_int_equal(events(&h), 1);
	c = icalcomponent_get_first_component(h.cal, ICAL_VEVENT_COMPONENT);
	assert_true(str_ends(icalcomponent_get_summary(c), hostile));
	assert_true(str_starts(icalcomponent_get_description(c),
	    "Newham\nx\nEND:VEVENT\nATTACH:file://y tab?\nevent/"));
	assert_null(icalcomponent_get_first_property(c, ICAL_ATTACH_PROPERTY));
	for (const char *p = h.text; *p != '\0'; p++)
		assert_true(*p == '\n' || *p == '\r' ||
		    (unsigned char)*p >= ' ');
	assert_null(strstr(h.text, "\xe2\x80\xae"));
	free(title);
	free(summary);
	here_close(&h);
}

static void
long_lines_are_folded_between_letters(void **state)
{
	struct here h;
	struct buf b;
	size_t n;

	(void)state;
	here_open(&h);
	buf_init(&b, BUF_LINE);
	buf_add(&b, "title=");
	for (int i = 0; i < 90; i++)
		buf_add(&b, "\xc3\xa9\xe2\x98\x83");
	world_add(&h.app, "event", b.p, "kind=borough event", "date=" MON,
	    "la=Newham", NULL);
	make(&h, MON, DIARY_BOROUGH);
	for (const char *p = h.text; *p != '\0'; p += n + 2) {
		n = strcspn(p, "\r");
		assert_true(n <= 75);
		assert_int_equal(p[n + 1], '\n');
		assert_true((p[0] == ' ' ? p[1] & 0xc0 : *p & 0xc0) != 0x80);
	}
	assert_true(str_ends(icalcomponent_get_summary(
	    icalcomponent_get_first_component(h.cal, ICAL_VEVENT_COMPONENT)),
	    b.p + strlen("title=")));
	buf_clear(&b);
	here_close(&h);
}

static void
a_week_of_nothing_is_a_calendar_too(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	make(&h, MON, DIARY_MINE);
	assert_int_equal(events(&h), 0);
	assert_string_equal(said(h.cal, ICAL_VERSION_PROPERTY), "2.0");
	assert_string_equal(said(h.cal, ICAL_X_PROPERTY), "Diary: tester");
	here_close(&h);
}

#else

static void
a_build_without_libical_says_so(void **state)
{
	struct app app;
	struct diary d;
	struct err e = { 0 };
	struct buf b;

	(void)state;
	world_open(&app);
	read_week(&app, MON, DIARY_MINE, &d);
	buf_init(&b, BUF_FILE);
	assert_false(diary_ics_built());
	assert_int_equal(diary_ics(&app, &d, &b, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "without libical"));
	assert_int_equal(b.n, 0);
	buf_clear(&b);
	diary_clear(&d);
	world_close(&app);
}

static void
calendar_files_are_read_back(void **state)
{
	(void)state;
	print_message("built without libical: no calendar file is tested\n");
	skip();
}

#endif

int
main(void)
{
	const struct CMUnitTest tests[] = {
#ifdef HAVE_ICAL
		cmocka_unit_test(times_are_those_of_england),
		cmocka_unit_test(what_lasts_is_one_event),
		cmocka_unit_test(what_is_due_is_a_day),
		cmocka_unit_test(a_record_keeps_its_uid),
		cmocka_unit_test(what_is_private_stays_here),
		cmocka_unit_test(clashes_are_no_events),
		cmocka_unit_test(text_cannot_make_lines_of_its_own),
		cmocka_unit_test(long_lines_are_folded_between_letters),
		cmocka_unit_test(a_week_of_nothing_is_a_calendar_too),
#else
		cmocka_unit_test(a_build_without_libical_says_so),
		cmocka_unit_test(calendar_files_are_read_back),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
