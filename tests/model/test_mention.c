/* test_mention.c - where a text speaks of a person.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "model/mention.h"
#include "model/plain_words.h"

static const struct {
	const char	*text, *sure, *perhaps;	/* after it; NULL: as it is */
} texts[] = {
	{ "ring Ruth Marsden on Monday", "ring [x] on Monday", NULL },
	{ "ring Ms Ruth Marsden.", "ring [x].", NULL },
	{ "RUTH  MARSDEN\xe2\x80\x99s list", "[x]\xe2\x80\x99s list", NULL },
	{ "Marsden, Ruth (head)", "[x] (head)", NULL },
	{ "Ms Marsden and Mrs. Marsden", "[x] and [x]", NULL },
	{ "Ruth\nMarsden", "[x]", NULL },
	{ "Marsden rang, marsden town", NULL, "[x] rang, marsden town" },
	{ "Ruth rang", NULL, NULL },
	{ "=note\\nRuth\\nMarsden\\tx", "=note\\n[x]\\tx", NULL },
	{ "Ruth Marsdenson", NULL, NULL },
	{ "Ruthless Ruth Marsdens", NULL, NULL },
	{ "mail r.marsden@harbour.example now", "mail [x] now", NULL },
	{ "R.Marsden@Harbour.EXAMPLE", "[x]", NULL },
	{ "020 7946 0123", "[x]", NULL },
	{ "tel. +44 (0)20 79460123, after 5", "tel. [x], after 5", NULL },
	{ "0207-946-0123 on 12 Mar", "[x] on 12 Mar", NULL },
	{ "020 7946 0124", NULL, NULL },
	{ "order 5550207946012399999", NULL, NULL },
	{ "", NULL, NULL },
};

static void
one(const struct mention_of *m, const char *text, enum mention_how how,
    const char *want)
{
	char *got = mention_replace(m, text, how, "[x]");

	if ((got == NULL) != (want == NULL) ||
	    (got != NULL && strcmp(got, want) != 0))
		fail_msg("\"%s\" became \"%s\"", text, got ? got : "(none)");
	if ((got != NULL) != mention_in(m, text, how, NULL, NULL))
		fail_msg("\"%s\": found and replaced differ", text);
	free(got);
}

static void
texts_both_ways(void **state)
{
	struct mention_of m = { 0 };

	(void)state;
	mention_name(&m, "Ms Ruth Marsden", OTHERS_NOT);
	mention_email(&m, "r.marsden@harbour.example");
	mention_phone(&m, "020 7946 0123 ext 4");
	for (size_t i = 0; i < COUNT(texts); i++) {
		one(&m, texts[i].text, MENTION_SURE, texts[i].sure);
		one(&m, texts[i].text, MENTION_PERHAPS, texts[i].perhaps != NULL ?
		    texts[i].perhaps : texts[i].sure);
	}
	one(&m, "call marsden; no answer", MENTION_PERHAPS, NULL);
	one(&m, "call marsden; no answer", MENTION_ANY,
	    "call [x]; no answer");
	mention_clear(&m);
}

/* Somebody else has the surname: after a title it may be either. */
static void
a_shared_surname_is_not_sure(void **state)
{
	struct mention_of m = { 0 };

	(void)state;
	mention_name(&m, "Ruth Marsden", OTHERS_SURNAME);
	one(&m, "Ruth rang", MENTION_ANY, NULL);
	mention_word(&m, "ruth");
	one(&m, "Ruth rang", MENTION_SURE, NULL);
	one(&m, "the truth; Ruth rang", MENTION_PERHAPS,
	    "the truth; [x] rang");
	one(&m, "call ruth; no answer", MENTION_PERHAPS, NULL);
	one(&m, "call ruth; no answer", MENTION_ANY,
	    "call [x]; no answer");
	one(&m, "Ms Marsden rang", MENTION_SURE, NULL);
	one(&m, "Ms Marsden rang", MENTION_PERHAPS, "[x] rang");
	one(&m, "Ruth Marsden rang", MENTION_SURE, "[x] rang");
	mention_clear(&m);
}

/* Nobody else has it and it means nothing: theirs, however it is typed. */
static void
a_surname_of_one_person_is_sure(void **state)
{
	struct mention_of m = { 0 };

	(void)state;
	mention_name(&m, "Ms Vrumilda Oztrkog", OTHERS_NOT);
	mention_word(&m, "vrumilda");
	mention_surname(&m, "oztrkog");
	one(&m, "ask oztrkog's head", MENTION_SURE, "ask [x]'s head");
	one(&m, "ask oztrkog", MENTION_WHOLE, NULL);
	one(&m, "Oztrkog, Vrumilda or Oztrkog", MENTION_SURE, "[x] or [x]");
	one(&m, "ms oztrkog", MENTION_SURE, "[x]");
	one(&m, "name:\"oztrkog\" -town:oztrkogs", MENTION_SURE,
	    "name:\"[x]\" -town:oztrkogs");
	one(&m, "Vrumilda rang", MENTION_SURE, NULL);
	mention_clear(&m);
}

/* Surnames that are words too: of every day, fields, choices. */
static void
plain_words(void **state)
{
	static const char *const plain[] = { "bell", "green", "march",
		"town", "school", "frozen", "governor" };

	(void)state;
	for (size_t i = 0; i < COUNT(plain); i++)
		if (!plain_word(plain[i]))
			fail_msg("%s is a word", plain[i]);
	assert_false(plain_word("oztrkog"));
	assert_false(plain_word("quillfeather"));
	assert_false(plain_word("el"));
}

static void
a_shared_name_is_not_sure(void **state)
{
	struct mention_of m = { 0 };

	(void)state;
	mention_name(&m, "Ms Ruth Marsden", OTHERS_NAME);
	mention_email(&m, "r.marsden@b.example");
	one(&m, "Ms Ruth Marsden rang", MENTION_SURE, NULL);
	one(&m, "Marsden, Ruth rang", MENTION_PERHAPS, "[x] rang");
	one(&m, "Ruth Marsden at r.marsden@b.example", MENTION_SURE,
	    "Ruth Marsden at [x]");
	assert_true(mention_same(&m, "Mrs RUTH marsden"));
	assert_false(mention_same(&m, "Ruth A Marsden"));
	assert_false(mention_same(&m, "Marsden"));
	mention_clear(&m);
}

static void
names_of_all_kinds(void **state)
{
	struct mention_of m = { 0 };
	struct strs words = { 0 };
	char *all;

	(void)state;
	mention_name(&m, "Reception", OTHERS_NOT);
	mention_phone(&m, "ext 12");
	mention_email(&m, "none");
	assert_int_equal(m.sure.n + m.perhaps.n, 0);
	mention_name(&m, "\xc5\xbdofie O'N\xc3\xa9ill", OTHERS_NOT);
	one(&m, "zofie oneill", MENTION_SURE, "[x]");
	one(&m, "Z\xcc\x8cofie O\xe2\x80\x99Neill.", MENTION_SURE, "[x].");
	mention_name(&m, "Mr Hale", OTHERS_NOT);
	one(&m, "mr hale came", MENTION_SURE, "[x] came");
	one(&m, "hale came", MENTION_PERHAPS, NULL);
	mention_words("Dr Ada van Dyke", &words);
	all = strs_join(&words, "|");
	assert_string_equal(all, "ada|van|dyke");
	free(all);
	strs_clear(&words);
	mention_clear(&m);
}

static void
where_it_stands(void **state)
{
	struct mention_of m = { 0 };
	size_t from, len;

	(void)state;
	mention_name(&m, "Ruth Marsden", OTHERS_NOT);
	assert_true(mention_in(&m, "\xe2\x80\x9cRuth Marsden\xe2\x80\x9d",
	    MENTION_SURE, &from, &len));
	assert_int_equal(from, 3);
	assert_int_equal(len, 12);
	mention_clear(&m);
}

/* Words of a name in any case, and within words that mean nothing else. */
static void
parts_of_words(void **state)
{
	struct mention_of m = { 0 };

	(void)state;
	mention_name(&m, "Ann Marsden", OTHERS_SURNAME);
	mention_part(&m, "ann");
	mention_part(&m, "marsden");
	one(&m, "ring marsden", MENTION_PERHAPS, NULL);
	one(&m, "ring marsden", MENTION_SMALL, "ring [x]");
	one(&m, "ring ann", MENTION_SMALL, NULL);
	one(&m, "ring ann, ANN_cv", MENTION_PART, "ring [x], [x]_cv");
	one(&m, "see oldMarsdens.doc", MENTION_PART, "see [x].doc");
	one(&m, "Hanna\u2019s", MENTION_PART, "[x]\u2019s");
	one(&m, "mars den", MENTION_PART, NULL);
	mention_clear(&m);
	mention_part(&m, "li");
	one(&m, "Ring Li about lighting", MENTION_PART,
	    "Ring [x] about lighting");
	mention_clear(&m);
	mention_name(&m, "Ottilie March", OTHERS_SURNAME);
	mention_part(&m, "march");
	one(&m, "on 3 march", MENTION_SMALL, NULL);
	one(&m, "on 3 march", MENTION_PART, NULL);
	one(&m, "for March", MENTION_PART, "for [x]");
	mention_clear(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_both_ways),
		cmocka_unit_test(a_shared_surname_is_not_sure),
		cmocka_unit_test(a_surname_of_one_person_is_sure),
		cmocka_unit_test(plain_words),
		cmocka_unit_test(a_shared_name_is_not_sure),
		cmocka_unit_test(names_of_all_kinds),
		cmocka_unit_test(where_it_stands),
		cmocka_unit_test(parts_of_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
