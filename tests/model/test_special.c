/* test_special.c - what looks like special-category data, and what does not.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/lib/test.h"

#include "model/fields.h"
#include "model/special.h"

static const struct {
	const char	*text;
	enum special	 is;
} sentences[] = {
	/* health */
	{ "head off sick till Easter", SPECIAL_HEALTH },
	{ "Head off sick till Easter.", SPECIAL_HEALTH },
	{ "Ms Bell is ill again", SPECIAL_HEALTH },
	{ "spoke to Mr. Okoro, he has been unwell since May", SPECIAL_HEALTH },
	{ "She's pregnant, due in March", SPECIAL_HEALTH },
	{ "the deputy is in hospital", SPECIAL_HEALTH },
	{ "careers leader signed off work for a month", SPECIAL_HEALTH },
	{ "her mental health is not good", SPECIAL_HEALTH },
	{ "Governor: heart attack in June, back part time", SPECIAL_HEALTH },
	{ "volunteer has long covid", SPECIAL_HEALTH },
	{ "mentor diagnosed with cancer", SPECIAL_HEALTH },
	{ "teacher off with stress", SPECIAL_HEALTH },
	{ "he broke his leg skiing", SPECIAL_HEALTH },
	{ "Call back. Adviser is having surgery on Monday", SPECIAL_HEALTH },
	{ "a pupil is autistic and came with his TA", SPECIAL_HEALTH },
	{ "Dr Hale (epileptic) sits near the door", SPECIAL_HEALTH },
	/* the words, but about nobody in particular */
	{ "employer ill", SPECIAL_NONE },
	{ "employer withdrew, speaker ill", SPECIAL_NONE },
	{ "half the staff were sick", SPECIAL_NONE },
	{ "sick bay next to the hall", SPECIAL_NONE },
	{ "head signed off the plan", SPECIAL_NONE },
	{ "Ms Bell stressed that dates matter", SPECIAL_NONE },
	{ "head office of the hospital trust", SPECIAL_NONE },
	{ "Mr Shah gave a cancer research talk", SPECIAL_NONE },
	{ "she runs the stroke unit at St Thomas", SPECIAL_NONE },
	{ "head: mental health week clashes with the fair", SPECIAL_NONE },
	{ "teacher wants a cost breakdown", SPECIAL_NONE },
	{ "head says I'll do it, he'll ring", SPECIAL_NONE },
	{ "deputy felt ill-prepared for the visit", SPECIAL_NONE },
	{ "occupational therapy talk, Mrs Dale booked", SPECIAL_NONE },
	{ "The head came. Employer ill.", SPECIAL_NONE },
	{ "head was there\nemployer ill", SPECIAL_NONE },
	{ "heads up: fair moved, trainer ill", SPECIAL_NONE },
	{ "the deputy said the room for the talk we had in May was cold, "
	  "ill lit", SPECIAL_NONE },
	{ "Ashill School, Millwall, Sickert Road", SPECIAL_NONE },
	{ "she wants operations and logistics speakers", SPECIAL_NONE },
	{ "advice surgery with the head on Friday", SPECIAL_NONE },
	{ "", SPECIAL_NONE },
	/* certificates */
	{ "DBS 001234567890", SPECIAL_DBS },
	{ "DBS certificate no. 0012 3456 7890, seen", SPECIAL_DBS },
	{ "certificate number 001234567890", SPECIAL_DBS },
	{ "DBS seen 12 Mar 2026", SPECIAL_NONE },
	{ "DBS: ring 020 7946 0123", SPECIAL_NONE },
	{ "order 001234567890", SPECIAL_NONE },
	{ "certificate 00123456789", SPECIAL_NONE },
	/* somebody's own child */
	{ "her daughter is in Y9 at Harbour", SPECIAL_CHILD },
	{ "Volunteer's son attends the school", SPECIAL_CHILD },
	{ "not Northgate: his own child goes there", SPECIAL_CHILD },
	{ "his child protection training is done", SPECIAL_NONE },
	{ "parents came with their children", SPECIAL_NONE },
	{ "Dale & Son, builders", SPECIAL_NONE },
	{ "child development course, Y12", SPECIAL_NONE },
};

static void
sentences_both_ways(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sentences); i++)
		if (special_find(sentences[i].text, false) != sentences[i].is)
			fail_msg("\"%s\" is %d", sentences[i].text,
			    (int)special_find(sentences[i].text, false));
}

static void
a_note_about_one_person_needs_no_person_word(void **state)
{
	(void)state;
	assert_int_equal(special_find("off sick till Easter", false),
	    SPECIAL_NONE);
	assert_int_equal(special_find("off sick till Easter", true),
	    SPECIAL_HEALTH);
	assert_int_equal(special_find("cancer research is her field", true),
	    SPECIAL_NONE);
}

static void
long_and_broken_texts_are_read(void **state)
{
	static char text[9001];

	(void)state;
	for (size_t i = 0; i < 9000; i++)
		text[i] = i % 3 ? 'a' : '-';
	assert_int_equal(special_find(text, true), SPECIAL_NONE);
	assert_int_equal(special_find("\xff\xe2\x80 '' - 'ill", true),
	    SPECIAL_HEALTH);
	assert_int_equal(special_find("she\xe2\x80\x99s unwell", false),
	    SPECIAL_HEALTH);
}

/* Only what was changed is told, and only notes. */
static void
a_row_tells_what_is_new(void **state)
{
	struct row *was = row_new(entities[ENT_school]), *is;
	struct strs out = { 0 };

	(void)state;
	row_set(was, F_school_note, "head off sick");
	row_set(was, F_school_name, "Head Off Sick School");
	is = row_copy(was);
	special_row(was, is, &out);
	assert_int_equal(out.n, 0);
	special_row(NULL, is, &out);
	assert_int_equal(out.n, 1);
	assert_string_equal(out.v[0],
	    "note: This looks like health information about a person.");
	strs_clear(&out);
	row_set(is, F_school_note, "head is back");
	special_row(was, is, &out);
	assert_int_equal(out.n, 0);
	row_free(was);
	row_free(is);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_both_ways),
		cmocka_unit_test(a_note_about_one_person_needs_no_person_word),
		cmocka_unit_test(long_and_broken_texts_are_read),
		cmocka_unit_test(a_row_tells_what_is_new),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
