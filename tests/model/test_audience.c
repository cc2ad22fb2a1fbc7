/* test_audience.c - who may get a notice, and why not; what is filled in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/str.h"
#include "model/audience.h"
#include "model/letter.h"
#include "tests/lib/test.h"

enum { DAY = 20000, BELL = 1, OSEI, DALE, NORTH = 11, SOUTH };

static struct audience_person
person(int64_t contact)
{
	return (struct audience_person){ .contact = contact, .place = NORTH,
	    .email = "a@school.example", .contact_ok = "work", .role = "",
	    .not_before = DAY_NONE, .place_not_before = DAY_NONE,
	    .ended = DAY_NONE };
}

static enum audience_why
one(struct audience_person p)
{
	struct audience_verdict v;

	audience_judge(&p, 1, false, DAY, &v);
	return v.why;
}

static void
each_reason_on_both_sides(void **state)
{
	struct audience_person p = person(BELL);

	(void)state;
	assert_int_equal(one(p), AUDIENCE_GETS);
	p.not_before = DAY;
	assert_int_equal(one(p), AUDIENCE_GETS);
	p.not_before = DAY + 1;
	assert_int_equal(one(p), AUDIENCE_NOT_BEFORE);
	p = person(BELL);
	p.place_not_before = DAY + 1;
	assert_int_equal(one(p), AUDIENCE_PLACE_NOT_BEFORE);
	p.place_not_before = DAY;
	assert_int_equal(one(p), AUDIENCE_GETS);
	p.ended = DAY;
	assert_int_equal(one(p), AUDIENCE_GETS);
	p.ended = DAY - 1;
	assert_int_equal(one(p), AUDIENCE_ENDED);
	p = person(BELL);
	p.email = "";
	assert_int_equal(one(p), AUDIENCE_NO_EMAIL);
	p.contact_ok = "none";
	assert_int_equal(one(p), AUDIENCE_NONE);
	p.quit = true;
	assert_int_equal(one(p), AUDIENCE_QUIT);
	p.archived = true;
	assert_int_equal(one(p), AUDIENCE_ARCHIVED);
	p.contact = 0;
	assert_int_equal(one(p), AUDIENCE_NOBODY);
	p.place_archived = true;
	assert_int_equal(one(p), AUDIENCE_PLACE_ARCHIVED);
	p.place_closed = true;
	assert_int_equal(one(p), AUDIENCE_CLOSED);
}

static void
bulk_is_what_is_written_to_several_people(void **state)
{
	struct audience_person p[2] = { person(BELL), person(OSEI) };
	struct audience_verdict v[2];

	(void)state;
	p[0].contact_ok = "no bulk";
	audience_judge(p, 1, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_GETS);
	audience_judge(p, 1, true, DAY, v);	/* to others besides */
	assert_int_equal(v[0].why, AUDIENCE_NO_BULK);
	audience_judge(p, 2, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_NO_BULK);
	assert_int_equal(v[1].why, AUDIENCE_GETS);
	p[1].contact_ok = "none";	/* who refuses is written to too */
	audience_judge(p, 2, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_NO_BULK);
	assert_int_equal(v[1].why, AUDIENCE_NONE);
	p[1].contact = 0;		/* nobody is not */
	audience_judge(p, 2, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_GETS);
	assert_int_equal(v[1].why, AUDIENCE_NOBODY);
}

static void
one_person_gets_it_once(void **state)
{
	struct audience_person p[2] = { person(BELL), person(BELL) };
	struct audience_verdict v[2];

	(void)state;
	p[1].place = SOUTH;
	p[0].contact_ok = p[1].contact_ok = "no bulk";
	audience_judge(p, 2, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_GETS);
	assert_int_equal(v[1].why, AUDIENCE_TWICE);
	p[0].by_place = p[1].by_place = true;	/* asked for each school */
	audience_judge(p, 2, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_GETS);
	assert_int_equal(v[1].why, AUDIENCE_GETS);
}

static void
one_is_left_out_once(void **state)
{
	struct audience_person p[3] = { person(BELL), person(BELL),
	    person(BELL) };
	struct audience_verdict v[3];

	(void)state;
	for (int i = 0; i < 3; i++) {
		p[i].by_place = true;
		p[i].contact_ok = "none";
	}
	p[2].place = SOUTH;
	audience_judge(p, 3, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_NONE);
	assert_int_equal(v[1].why, AUDIENCE_TWICE);
	assert_int_equal(v[2].why, AUDIENCE_NONE);	/* for the other */
	p[2].by_place = false;
	audience_judge(p, 3, false, DAY, v);
	assert_int_equal(v[2].why, AUDIENCE_TWICE);
	for (int i = 0; i < 3; i++)
		p[i].contact = 0;
	audience_judge(p, 3, false, DAY, v);
	assert_int_equal(v[0].why, AUDIENCE_NOBODY);
	assert_int_equal(v[1].why, AUDIENCE_TWICE);
	assert_int_equal(v[2].why, AUDIENCE_NOBODY);
}

static void
says(struct audience_verdict v, const char *words)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	audience_said(&v, &b);
	assert_string_equal(b.p, words);
	buf_clear(&b);
}

static void
reasons_are_words(void **state)
{
	(void)state;
	says((struct audience_verdict){ AUDIENCE_GETS, DAY_NONE, "" }, "");
	says((struct audience_verdict){ AUDIENCE_NOT_BEFORE,
	    day_from_ymd(2027, 1, 4), "" },
	    "not to be contacted before Mon 4 Jan 2027");
	says((struct audience_verdict){ AUDIENCE_NOBODY, DAY_NONE, "slt" },
	    "no slt sponsor is known");
	says((struct audience_verdict){ AUDIENCE_NOBODY, DAY_NONE, "" },
	    "no person there is known");
	for (int w = AUDIENCE_GETS + 1; w < AUDIENCE_WHYS; w++) {
		struct audience_verdict v = { (enum audience_why)w, DAY, "x" };
		struct buf b;

		buf_init(&b, BUF_LINE);
		audience_said(&v, &b);
		assert_true(b.n > 0);
		buf_clear(&b);
	}
}

static void
somebody_stands_in(void **state)
{
	(void)state;
	assert_string_equal(audience_role(""), "careers leader");
	assert_string_equal(audience_stand_in(""), "slt sponsor");
	assert_string_equal(audience_stand_in("SLT sponsor"), "head");
	assert_null(audience_stand_in("head"));
	assert_null(audience_stand_in("senco"));
}

/* --- what is filled in --------------------------------------------------- */

static void
words_are_filled_in(void **state)
{
	static const char *const v[LETTER_WORDS] = {
		[LETTER_NAME] = "Ms {school} Bell",
		[LETTER_SCHOOL] = "Northgate",
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	letter_fill("Dear {Name} of {school}{me}: {} {a b} {1} {name", v, &b);
	assert_string_equal(b.p,
	    "Dear Ms {school} Bell of Northgate: {} {a b} {1} {name");
	buf_clear(&b);
	assert_true(letter_has("to {DUE}.", LETTER_DUE));
	assert_false(letter_has("to {name}", LETTER_DUE));
}

static void
an_unknown_word_is_refused_with_its_place(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_int_equal(letter_check("Dear {name},\n\n{} { name}", &e), ST_OK);
	assert_int_equal(letter_check("Dear {name},\n\xc3\xa9 {nmae}", &e),
	    ST_INVALID);
	assert_string_equal(e.text, "line 2, column 3: {nmae} is not filled "
	    "in; did you mean {name}?");
	assert_int_equal(letter_check("{telephone}", &e), ST_INVALID);
	assert_true(str_ends(e.text, "there are {name} {school} "
	    "{organisation} {me} {title} {due} {asked}"));
}

static void
the_first_who_may_get_it(void **state)
{
	struct audience_person p[] = { person(0), person(BELL), person(OSEI) };
	struct audience_verdict why;
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	p[0].role = "slt sponsor";
	p[1].contact_ok = "no bulk";
	assert_int_equal(audience_first(p, 3, false, DAY, &why), 1);
	assert_int_equal(audience_first(p, 3, true, DAY, &why), 2);
	audience_instead(&why, &b);
	assert_string_equal(b.p, "no slt sponsor is known");
	buf_reset(&b);
	p[0].contact = DALE;
	p[0].email = "";
	assert_int_equal(audience_first(p, 3, true, DAY, &why), 2);
	audience_instead(&why, &b);
	assert_string_equal(b.p,
	    "instead of the slt sponsor: no e-mail address");
	buf_reset(&b);
	p[0].role = "";
	p[0].ended = DAY - 1;
	p[2].contact_ok = "none";
	assert_int_equal(audience_first(p, 3, true, DAY, &why), 3);
	assert_int_equal(why.why, AUDIENCE_ENDED);
	p[0] = person(DALE);
	assert_int_equal(audience_first(p, 3, true, DAY, &why), 0);
	audience_instead(&why, &b);
	assert_string_equal(b.p, "");
	buf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_reason_on_both_sides),
		cmocka_unit_test(bulk_is_what_is_written_to_several_people),
		cmocka_unit_test(one_person_gets_it_once),
		cmocka_unit_test(one_is_left_out_once),
		cmocka_unit_test(reasons_are_words),
		cmocka_unit_test(somebody_stands_in),
		cmocka_unit_test(the_first_who_may_get_it),
		cmocka_unit_test(words_are_filled_in),
		cmocka_unit_test(an_unknown_word_is_refused_with_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
