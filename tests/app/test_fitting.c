/* test_fitting.c - which offers fit what a school wants, and asking for them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/approach.h"
#include "app/fitting.h"
#include "app/record.h"
#include "app/undo.h"
#include "app/wanted.h"
#include "base/mem.h"
#include "tests/app/week.h"

/* What the tests name. */
struct cast {
	int64_t	 request, offer, cranes, council, bridge, college;
};

static int64_t
add_for(struct app *app, const char *entity, const char *field,
    const char *ent, int64_t id, const char *a, const char *b, const char *c)
{
	char *ref = week_code(field, app, ent, id);
	int64_t made = world_add(app, entity, ref, a, b, c, NULL);

	free(ref);
	return made;
}

/* One request for a talk in Havering: City Cranes offers one; the council names
 * talks among what it offers; Bridge Works gave one there last year, and so did
 * a college as a provider. */
static void
fill(struct app *app, struct cast *c)
{
	char *ref;

	world_open(app);
	(void)world_add(app, "school", "name=Ashdown Green School",
	    "urn=900127", "la=Havering", "status=Open", NULL);
	(void)world_add(app, "school", "name=Harbour UTC", "urn=900124",
	    "la=Newham", "status=Open", NULL);
	c->cranes = world_add(app, "employer", "name=City Cranes",
	    "sector=construction", "boroughs=Havering, Newham", NULL);
	c->council = world_add(app, "employer", "name=Borough Council",
	    "sector=government", "offers=talks", NULL);
	c->bridge = world_add(app, "employer", "name=Bridge Works",
	    "sector=engineering", NULL);
	c->college = world_add(app, "partner", "name=Eastfield College",
	    "kind=college", NULL);
	c->offer = add_for(app, "offer", "organisation", "employer",
	    c->cranes, "kind=talks", "title=Building a tower", "groups=y9");
	ref = week_code("employers", app, "employer", c->bridge);
	(void)world_add(app, "encounter", "schools=school/900127", "type=talk",
	    "date=2026-03-12", "status=delivered", ref, NULL);
	free(ref);
	ref = week_code("providers", app, "partner", c->college);
	(void)world_add(app, "encounter", "schools=school/900127",
	    "type=apprenticeship talk", "date=2026-03-19",
	    "status=delivered", ref, NULL);
	free(ref);
	c->request = world_add(app, "request", "school=school/900127",
	    "kind=talks", "title=Construction speaker", "sector=construction",
	    "groups=y9", "pupils=180", "by=2027-02-13", NULL);
}

static void
read_all(struct app *app, int64_t request, struct fittings *out)
{
	struct err e = { 0 };
	struct row *r;

	must(record_load(app, entity_find("request"), request, &r, &e), &e);
	must(fitting_for_request(app, r, out, &e), &e);
	row_free(r);
}

static void
said(const struct fitting *f, enum reason_side side, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	reasons_said(&f->why, side, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
offers_come_before_who_else_might(void **state)
{
	struct app app;
	struct cast c;
	struct fittings all;

	(void)state;
	fill(&app, &c);
	read_all(&app, c.request, &all);
	assert_int_equal(all.n, 4);
	assert_string_equal(all.v[0].name, "City Cranes");
	assert_int_equal(all.v[0].offer, c.offer);
	assert_true(all.v[0].fits);
	said(&all.v[0], REASON_FOR, "offers it: Building a tower; of the sector"
	    " wanted: construction; for Y9; in Havering; no limit of places");
	said(&all.v[0], REASON_AGAINST, "");
	assert_string_equal(all.v[1].name, "Borough Council");
	said(&all.v[1], REASON_FOR, "talks among what it offers");
	said(&all.v[1], REASON_AGAINST, "has made no offer of it; of another "
	    "sector: government; boroughs not known");
	assert_string_equal(all.v[2].name, "Eastfield College");
	said(&all.v[2], REASON_FOR, "did it near there, 1 in all, last on Thu"
	    " 19 Mar 2026 at Ashdown Green School");
	assert_string_equal(all.v[3].name, "Bridge Works");
	assert_int_equal(fittings_fit(&all), 1);
	fittings_clear(&all);
	world_close(&app);
}

static void
requests_are_found_for_an_offer(void **state)
{
	struct app app;
	struct cast c;
	struct fittings all;
	struct err e = { 0 };
	int64_t far;

	(void)state;
	fill(&app, &c);
	far = world_add(&app, "request", "school=school/900124", "kind=talks",
	    "groups=y10", NULL);
	(void)world_add(&app, "request", "school=school/900124",
	    "kind=mentoring", NULL);
	(void)world_add(&app, "request", "school=school/900124", "kind=talks",
	    "status=withdrawn", NULL);
	must(fitting_for_offer(&app, c.offer, &all, &e), &e);
	assert_int_equal(all.n, 2);
	assert_int_equal(all.v[0].request, c.request);
	assert_string_equal(all.v[0].name, "Ashdown Green School");
	assert_string_equal(all.v[0].what, "Construction speaker");
	assert_int_equal(all.v[1].request, far);
	said(&all.v[1], REASON_AGAINST, "only for Y9");
	fittings_clear(&all);
	world_close(&app);
}

static void
who_was_asked_lately_is_said(void **state)
{
	struct app app;
	struct cast c;
	struct fittings all;

	(void)state;
	fill(&app, &c);
	(void)add_for(&app, "approach", "organisation", "employer", c.cranes,
	    "date=2026-11-02", "owner=user/tester", NULL);
	read_all(&app, c.request, &all);
	said(&all.v[0], REASON_AGAINST, "asked for something else on Mon 2 Nov"
	    " 2026 by tester");
	assert_true(all.v[0].fits);
	fittings_clear(&all);
	world_close(&app);
}

/* Long ago is not lately: 28 days is the setting's default. */
static void
who_was_asked_long_ago_is_not(void **state)
{
	struct app app;
	struct cast c;
	struct fittings all;

	(void)state;
	fill(&app, &c);
	(void)add_for(&app, "approach", "organisation", "employer", c.cranes,
	    "date=2026-10-22", NULL, NULL);
	read_all(&app, c.request, &all);
	said(&all.v[0], REASON_AGAINST, "");
	fittings_clear(&all);
	world_close(&app);
}

static void
a_request_follows_who_is_asked(void **state)
{
	struct app app;
	struct cast c;
	struct fittings all;
	struct err e = { 0 };
	int64_t a, b;
	char *was, *is;

	(void)state;
	fill(&app, &c);
	was = world_dump(&app);
	read_all(&app, c.request, &all);
	must(approach_ask(&app, &all.v[0], c.request, &a, &e), &e);
	fittings_clear(&all);
	expect(&app, "request", c.request, "status", "asked");
	expect(&app, "approach", a, "owner", "user/tester");
	expect(&app, "approach", a, "date", "2026-11-20");
	week_undo(&app);
	is = world_dump(&app);
	assert_string_equal(is, was);
	free(was);
	free(is);

	must(approach_ask_one(&app, c.request, entity_find("offer"), c.offer,
	    &a, &e), &e);
	/* once is enough */
	assert_int_equal(approach_ask_one(&app, c.request,
	    entity_find("offer"), c.offer, &b, &e), ST_CONFLICT);
	assert_string_equal(e.text, "City Cranes is not asked: asked already "
	    "on Fri 20 Nov 2026 by tester.");
	must(approach_ask_one(&app, c.request, entity_find("employer"),
	    c.council, &b, &e), &e);
	must(approach_set(&app, a, "said no", "no staff in spring", &e), &e);
	expect(&app, "approach", a, "reason", "no staff in spring");
	expect(&app, "request", c.request, "status", "asked");
	must(approach_set(&app, b, "no answer", "", &e), &e);
	expect(&app, "request", c.request, "status", "open");
	must(approach_set(&app, b, "agreed", "", &e), &e);
	expect(&app, "request", c.request, "status", "agreed");
	week_undo(&app);
	expect(&app, "approach", b, "status", "no answer");
	expect(&app, "request", c.request, "status", "open");
	assert_int_equal(approach_ask_one(&app, c.request,
	    entity_find("offer"), c.offer, &a, &e), ST_CONFLICT);
	assert_string_equal(e.text, "City Cranes is not asked: said no on Fri "
	    "20 Nov 2026: no staff in spring.");
	world_close(&app);
}

static void
an_agreement_becomes_an_encounter(void **state)
{
	struct app app;
	struct cast c;
	struct err e = { 0 };
	int64_t a, met;
	char *code;

	(void)state;
	fill(&app, &c);
	must(approach_ask_one(&app, c.request, entity_find("offer"), c.offer,
	    &a, &e), &e);
	must(approach_becomes(&app, a, day_from_iso("2027-01-14"), &met, &e),
	    &e);
	expect(&app, "encounter", met, "status", "planned");
	expect(&app, "encounter", met, "date", "2027-01-14");
	expect(&app, "encounter", met, "type", "talk");
	expect(&app, "encounter", met, "title", "Construction speaker");
	expect(&app, "encounter", met, "schools", "school/900127");
	expect(&app, "encounter", met, "years", "y9 ~180");
	code = week_code("x", &app, "encounter", met);
	expect(&app, "approach", a, "encounter", code + 2);
	expect(&app, "request", c.request, "status", "agreed");
	expect(&app, "request", c.request, "encounter", code + 2);
	assert_int_equal(approach_becomes(&app, a, DAY_NONE, &met, &e),
	    ST_CONFLICT);
	give(&app, "encounter", met, "status", "cancelled");
	expect(&app, "request", c.request, "status", "open");
	expect(&app, "request", c.request, "encounter", "");
	week_undo(&app);
	expect(&app, "request", c.request, "status", "agreed");
	give(&app, "encounter", met, "date", "2026-11-19");
	give(&app, "encounter", met, "status", "delivered");
	expect(&app, "request", c.request, "status", "met");
	expect(&app, "request", c.request, "encounter", code + 2);
	week_undo(&app);
	expect(&app, "request", c.request, "status", "agreed");
	week_undo(&app);
	week_undo(&app);	/* the encounter and all that came of it */
	expect(&app, "request", c.request, "status", "asked");
	expect(&app, "approach", a, "encounter", "");
	assert_int_equal(week_count(&app, "encounter"), 2);
	free(code);
	world_close(&app);
}

static void
by_its_status_it_has_the_day_wanted(void **state)
{
	struct app app;
	struct cast c;
	struct err e = { 0 };
	int64_t a, other;
	char *code;

	(void)state;
	fill(&app, &c);
	must(approach_ask_one(&app, c.request, entity_find("partner"),
	    c.college, &a, &e), &e);
	must(approach_set(&app, a, "became encounter", "", &e), &e);
	assert_int_equal(week_count(&app, "encounter"), 3);
	code = world_get(&app, "approach", a, "encounter");
	assert_true(strlen(code) > 0);
	free(code);
	week_undo(&app);
	assert_int_equal(week_count(&app, "encounter"), 2);
	/* one without a day, and one whose day is past, are refused */
	give(&app, "request", c.request, "by", "2026-11-19");
	assert_int_equal(approach_set(&app, a, "became encounter", "", &e),
	    ST_INVALID);
	assert_string_equal(e.text, "On which day? The request's is past: "
	    "match become approach/... --on DATE.");
	give(&app, "request", c.request, "by", "");
	assert_int_equal(approach_becomes(&app, a, DAY_NONE, &other, &e),
	    ST_INVALID);
	/* what is no usual encounter */
	give(&app, "request", c.request, "kind", "governors");
	assert_int_equal(approach_becomes(&app, a, app.today, &other, &e),
	    ST_INVALID);
	/* one that is there already is named */
	other = world_add(&app, "encounter", "schools=school/900127",
	    "type=talk", "date=2026-12-01", "status=planned", NULL);
	code = week_code("x", &app, "encounter", other);
	give(&app, "approach", a, "encounter", code + 2);
	expect(&app, "approach", a, "status", "became encounter");
	expect(&app, "request", c.request, "status", "agreed");
	give(&app, "approach", a, "status", "agreed");
	expect(&app, "approach", a, "encounter", "");
	free(code);
	world_close(&app);
}

static void
what_somebody_decided_stays(void **state)
{
	struct app app;
	struct cast c;
	struct err e = { 0 };
	int64_t a;

	(void)state;
	fill(&app, &c);
	must(approach_ask_one(&app, c.request, entity_find("offer"), c.offer,
	    &a, &e), &e);
	give(&app, "request", c.request, "status", "withdrawn");
	must(approach_set(&app, a, "agreed", "", &e), &e);
	expect(&app, "request", c.request, "status", "withdrawn");
	give(&app, "request", c.request, "status", "met");
	must(approach_set(&app, a, "said no", "", &e), &e);
	expect(&app, "request", c.request, "status", "met");
	world_close(&app);
}

static void
what_a_school_wants_is_said(void **state)
{
	struct app app;
	struct cast c;
	struct wanteds w;
	struct err e = { 0 };
	struct row *r;
	struct buf b;

	(void)state;
	fill(&app, &c);
	(void)world_add(&app, "request", "school=school/900127",
	    "kind=mentoring", "by=2026-12-01", NULL);
	must(record_load(&app, entity_find("request"), c.request, &r, &e),
	    &e);
	must(wanted_of(&app, row_ref(r, entity_field(r->ent, "school")), &w,
	    &e), &e);
	row_free(r);
	assert_int_equal(w.n, 2);
	assert_string_equal(w.v[0].text, "Mentoring, before 1 Dec");
	assert_string_equal(w.v[1].text, "Construction speaker, Y9, before "
	    "13 Feb");
	buf_init(&b, BUF_LINE);
	fittings_said(&w.v[0].offers, &b);
	assert_string_equal(b.p, "no offer fits yet");
	buf_reset(&b);
	fittings_said(&w.v[1].offers, &b);
	assert_string_equal(b.p, "1 offer fits: City Cranes");
	buf_clear(&b);
	wanted_clear(&w);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offers_come_before_who_else_might),
		cmocka_unit_test(requests_are_found_for_an_offer),
		cmocka_unit_test(who_was_asked_lately_is_said),
		cmocka_unit_test(who_was_asked_long_ago_is_not),
		cmocka_unit_test(a_request_follows_who_is_asked),
		cmocka_unit_test(an_agreement_becomes_an_encounter),
		cmocka_unit_test(by_its_status_it_has_the_day_wanted),
		cmocka_unit_test(what_somebody_decided_stays),
		cmocka_unit_test(what_a_school_wants_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
