/* test_framework.c - the frameworks hold the items they should, and no more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/date.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/evidence.h"
#include "model/fields.h"
#include "model/framework.h"
#include "model/tables.h"

#define TEXT_MAX	44	/* columns an item has on a line of a screen */

static struct frameworks fs;

static int
load(void **state)
{
	struct err e = { 0 };

	(void)state;
	if (frameworks_load(NULL, NULL, &fs, &e) == ST_OK)
		return 0;
	print_error("%s\n", e.text);
	return 1;
}

static int
unload(void **state)
{
	(void)state;
	frameworks_clear(&fs);
	return 0;
}

/* Most points of each benchmark, and how many items and yes/no items. A group
 * that counts as one is 4 points. */
static void
count(const struct item_list *l, int first, int last, int bm, int *items,
    int *yes, int *points)
{
	bool group = false;

	*items = *yes = *points = 0;
	for (size_t i = 0; i < l->n; i++) {
		const struct item *it = &l->v[i];

		if (it->bm != bm || !item_applies(it, first, last))
			continue;
		++*items;
		*yes += it->kind == ITEM_YES;
		if (it->kind == ITEM_YES)
			++*points;
		else if (it->kind == ITEM_SHARE && !(it->lowest && group))
			*points += 4;
		group = group || it->lowest;
	}
}

static void
counts_are_those_of_the_table(void **state)
{
	static const struct {
		const char	*id;
		enum setting	 setting;
		int		 first, last;
		int		 items[8], yes[8], points[8];
	} v[] = {
		{ "G2014", SETTING_SCHOOL, 7, 13,
		  { 17, 2, 11, 4, 1, 2, 6, 2 }, { 17, 1, 11 },
		  { 17, 5, 11, 16, 4, 8, 24, 8 } },
		{ "G2014", SETTING_SCHOOL, 7, 11,
		  { 17, 2, 11, 4, 1, 1, 5, 1 }, { 17, 1, 11 },
		  { 17, 5, 11, 16, 4, 4, 20, 4 } },
		{ "G2014", SETTING_SPECIAL, 7, 13,
		  { 17, 2, 11, 4, 1, 2, 6, 2 }, { 17, 1, 11 },
		  { 17, 5, 11, 16, 4, 8, 24, 8 } },
		{ "G2014", SETTING_COLLEGE, 12, 13,
		  { 18, 2, 9, 1, 2, 1, 2, 1 }, { 18, 1, 9 },
		  { 18, 5, 9, 4, 8, 4, 8, 4 } },
		{ "G2024", SETTING_SCHOOL, 7, 13,
		  { 20, 5, 16, 2, 8, 4, 6, 4 },
		  { 20, 2, 16, 1, 1, 0, 0, 2 },
		  { 20, 14, 16, 5, 5, 8, 24, 10 } },
		{ "G2024", SETTING_SPECIAL, 7, 11,
		  { 20, 4, 16, 2, 6, 3, 5, 3 },
		  { 20, 2, 16, 1, 1, 0, 0, 2 },
		  { 20, 10, 16, 5, 5, 4, 20, 6 } },
		{ "G2024", SETTING_SCHOOL, 12, 13,
		  { 20, 3, 16, 2, 3, 2, 6, 4 },
		  { 20, 2, 16, 1, 1, 0, 0, 2 },
		  { 20, 6, 16, 5, 5, 8, 24, 10 } },
		{ "G2024", SETTING_SCHOOL, 0, 0,
		  { 20, 5, 16, 2, 8, 4, 6, 4 },
		  { 20, 2, 16, 1, 1, 0, 0, 2 },
		  { 20, 14, 16, 5, 5, 8, 24, 10 } },
		{ "G2024", SETTING_COLLEGE, 12, 14,
		  { 20, 3, 15, 2, 3, 1, 2, 3 },
		  { 20, 2, 15, 1, 1, 0, 0, 2 },
		  { 20, 6, 15, 5, 9, 4, 8, 6 } },
	};
	int items, yes, points;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		for (int bm = 1; bm <= BENCHMARKS; bm++) {
			count(framework_items(framework_find(&fs, v[i].id),
			    v[i].setting), v[i].first, v[i].last, bm, &items,
			    &yes, &points);
			if (items != v[i].items[bm - 1] ||
			    yes != v[i].yes[bm - 1] ||
			    points != v[i].points[bm - 1])
				fail_msg("%s %s Y%d-%d BM%d: %d items, %d of "
				    "them yes/no, %d points", v[i].id,
				    setting_words[v[i].setting], v[i].first,
				    v[i].last, bm, items, yes, points);
		}
}

/* Of Y13 only those who consider university are counted in 7.6. */
static void
an_item_may_be_about_part_of_a_year_group(void **state)
{
	(void)state;
	for (size_t f = 0; f < fs.n; f++) {
		const struct item_list *l = framework_items(&fs.v[f],
		    SETTING_SCHOOL);

		for (size_t i = 0; i < l->n; i++)
			assert_int_equal(l->v[i].part,
			    strcmp(l->v[i].id, "7.6") == 0);
	}
}

/* Numbers run on without a gap, and every line can be shown and evidenced. */
static void
every_item_is_whole(void **state)
{
	int kinds = entity_field(entities[ENT_partner], "kind");

	(void)state;
	for (size_t f = 0; f < fs.n; f++)
		for (int s = 0; s < SETTING_MAX; s++) {
			const struct item_list *l =
			    framework_items(&fs.v[f], (enum setting)s);
			int bm = 0, no = 0;

			for (size_t i = 0; i < l->n; i++) {
				const struct item *it = &l->v[i];
				struct evidence_rule r = { 0 };
				struct strs k = { 0 };

				no = it->bm == bm ? no + 1 : 1;
				assert_int_equal(it->no, no);
				assert_in_range(it->bm - bm, 0, 1);
				bm = it->bm;
				assert_in_range(utf8_width(it->text), 4,
				    TEXT_MAX);
				assert_true(str_ends(it->help, ".") ||
				    str_ends(it->help, "?"));
				assert_false(it->hub);
				if (*it->evidence == '\0')
					continue;
				assert_int_equal(evidence_rule(it->evidence,
				    &r, NULL), ST_OK);
				assert_int_equal(r.bm, it->bm);
				str_split(&k, r.kinds, '|');
				for (size_t n = 0; n < k.n; n++)
					assert_true(*r.kinds == '\0' ||
					    field_choice(&entities[ENT_partner]
					    ->fields[kinds], k.v[n]) != NULL);
				strs_clear(&k);
			}
			assert_int_equal(bm, BENCHMARKS);
		}
}

static void
the_framework_follows_the_day(void **state)
{
	(void)state;
	assert_int_equal(fs.n, 2);
	assert_string_equal(framework_on(&fs, day_from_ymd(2019, 3, 25))->id,
	    "G2014");
	assert_string_equal(framework_on(&fs, day_from_ymd(2025, 8, 31))->id,
	    "G2014");
	assert_string_equal(framework_on(&fs, day_from_ymd(2025, 9, 1))->id,
	    "G2024");
	assert_string_equal(framework_find(&fs, "g2014")->bm[2],
	    "Addressing the needs of each pupil");
	assert_string_equal(framework_find(&fs, "G2024")->bm[2],
	    "Addressing the needs of each young person");
	assert_null(framework_find(&fs, "G2013"));
	assert_int_equal(setting_find("Special"), SETTING_SPECIAL);
	assert_int_equal(setting_find("nursery"), SETTING_MAX);
}

static void
what_does_not_apply_says_why(void **state)
{
	static const struct {
		const char	*fw;
		enum setting	 setting;
		int		 first, last;
		const char	*id, *why;	/* NULL: it applies */
	} v[] = {
		{ "G2024", SETTING_SCHOOL, 7, 13, "6.2", NULL },
		{ "G2024", SETTING_SCHOOL, 0, 0, "6.2", NULL },
		{ "G2024", SETTING_SCHOOL, 7, 11, "6.2",
		  "6.2 is for schools with Y12 or Y13" },
		{ "G2014", SETTING_SPECIAL, 7, 11, "8.2",
		  "8.2 is for schools with Y12 or Y13" },
		{ "G2024", SETTING_SCHOOL, 10, 13, "2.1",
		  "2.1 is for schools with Y7, Y8 or Y9" },
		{ "G2024", SETTING_SCHOOL, 9, 11, "5.2",
		  "5.2 is for schools with Y8" },
		{ "G2024", SETTING_SCHOOL, 9, 11, "5.3", NULL },
		{ "G2014", SETTING_COLLEGE, 12, 13, "1.18", NULL },
		{ "G2014", SETTING_SCHOOL, 7, 13, "1.18",
		  "G2014 has no item 1.18 for schools: there are 1.1 to "
		  "1.17" },
		{ "G2014", SETTING_COLLEGE, 12, 13, "8.2",
		  "G2014 has no item 8.2 for colleges: there is 8.1" },
		{ "G2024", SETTING_SCHOOL, 7, 11, "2.9", "are 2.1 to 2.5" },
		{ "G2024", SETTING_SCHOOL, 7, 11, "9.1", "\"9.1\" is not" },
		{ "G2024", SETTING_SCHOOL, 7, 11, "1.01", "is not the" },
		{ "G2024", SETTING_SCHOOL, 7, 11, "1.1x", "is not the" },
		{ "G2024", SETTING_SCHOOL, 7, 11, "1", "is not the" },
		{ "G2024", SETTING_SCHOOL, 7, 11, "", "is not the" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		const struct item *it = NULL;
		struct err e = { 0 };
		enum status st = framework_item(framework_find(&fs, v[i].fw),
		    v[i].setting, v[i].first, v[i].last, v[i].id, &it, &e);

		if ((st == ST_OK) != (v[i].why == NULL))
			fail_msg("%s %s: %s", v[i].fw, v[i].id, e.text);
		if (st == ST_OK)
			assert_string_equal(it->id, v[i].id);
		else if (strstr(e.text, v[i].why) == NULL)
			fail_msg("\"%s\" lacks \"%s\"", e.text, v[i].why);
	}
}

static void
items_are_ordered_by_number(void **state)
{
	(void)state;
	assert_true(item_id_cmp("1.2", "1.10") < 0);
	assert_true(item_id_cmp("2.1", "1.10") > 0);
	assert_true(item_id_cmp("8.1", "zz") < 0);
	assert_true(item_id_cmp("1.1", "1.1") == 0);
	assert_true(item_id_cmp("b", "a") > 0);
}

static void
a_hub_adds_and_replaces_items(void **state)
{
	static const char items[] =
	    "framework,item,settings,kind,text\n"
	    "G2024,4.3,school college,proportion,Local industries\n"
	    "G2024,1.11,college,yes/no,On our website\n"
	    "H2027,1.1,school,yes/no,Ours\n";
	static const char frameworks[] =
	    "framework,from,title,bm1,bm2,bm3,bm4,bm5,bm6,bm7,bm8\n"
	    "H2027,2027-09-01,Our own,a,b,c,d,e,f,g,h\n";
	struct csv_source fsrc = { "frameworks.csv", frameworks,
	    sizeof frameworks - 1 };
	struct csv_source isrc = { "framework-items.csv", items,
	    sizeof items - 1 };
	const struct framework *fw;
	const struct item *it;
	struct frameworks hub;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(frameworks_load(&fsrc, &isrc, &hub, &e), ST_OK);
	fw = framework_find(&hub, "G2024");
	assert_int_equal(framework_item(fw, SETTING_SPECIAL, 7, 13, "4.3",
	    &it, &e), ST_OK);
	assert_true(it->hub);
	assert_string_equal(it->text, "Local industries");
	assert_int_equal(framework_item(fw, SETTING_COLLEGE, 12, 13, "1.11",
	    &it, &e), ST_OK);
	assert_string_equal(it->text, "On our website");
	assert_int_equal(framework_item(fw, SETTING_SCHOOL, 7, 13, "1.11",
	    &it, &e), ST_OK);
	assert_string_equal(it->text, "On the website");
	assert_int_equal(framework_items(fw, SETTING_COLLEGE)->n,
	    framework_items(framework_find(&fs, "G2024"), SETTING_COLLEGE)->n
	    + 1);
	assert_string_equal(framework_on(&hub, day_from_ymd(2027, 9, 1))->id,
	    "H2027");
	frameworks_clear(&hub);
}

static void
what_is_wrong_is_named_with_file_and_line(void **state)
{
	static const struct { const char *row, *why; } v[] = {
		{ "G2013,1.1,school,yes/no,,,,A,", "no framework \"G2013\"" },
		{ "G2024,9.1,school,yes/no,,,,A,", "item: \"9.1\"" },
		{ "G2024,1.100,school,yes/no,,,,A,", "item: \"1.100\"" },
		{ "G2024,1.1,special,yes/no,,,,A,", "settings: \"special\"" },
		{ "G2024,1.1,,yes/no,,,,A,", "settings: " },
		{ "G2024,1.1,school school,yes/no,,,,A,", "" },
		{ "G2024,1.1,school,perhaps,,,,A,", "kind: \"perhaps\"" },
		{ "G2024,1.1,school,yes/no,y13-y12,,,A,", "years: " },
		{ "G2024,1.1,school,yes/no,ks4,,,A,", "years: " },
		{ "G2024,1.1,school,yes/no,y1-y2-y3,,,A,", "years: " },
		{ "G2024,1.1,school,yes/no,,lowest,,A,", "counts: " },
		{ "G2024,5.9,school,proportion,,most,,A,", "counts: " },
		{ "G2024,1.1,school,yes/no,,part,,A,", "counts: " },
		{ "G2024,6.9,school,proportion,,,9 9 z,A,", "evidence: " },
		{ "G2024,1.1,school,yes/no,,,,,", "text: " },
		{ "G2024,1.1,school,yes/no,,,,A,\n"
		  "G2024,1.1,school college,yes/no,,,,B,", "there twice" },
	};
	static const char heads[] = "framework,item,settings,kind,years,"
	    "counts,evidence,text,help\n";

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct csv_source src = { .name = "framework-items.csv" };
		struct frameworks hub;
		struct err e = { 0 };
		struct buf b;
		enum status st;

		buf_init(&b, BUF_LINE);
		buf_addf(&b, "%s%s\n", heads, v[i].row);
		src.text = b.p;
		src.size = b.n;
		st = frameworks_load(NULL, &src, &hub, &e);
		if (*v[i].why == '\0') {
			assert_int_equal(st, ST_OK);
			frameworks_clear(&hub);
		} else if (st == ST_OK ||
		    !str_starts(e.text, "framework-items.csv:") ||
		    strstr(e.text, v[i].why) == NULL) {
			fail_msg("%s: \"%s\"", v[i].row, e.text);
		}
		buf_clear(&b);
	}
}

/* One end of the year groups may be all that is known. */
static void
an_end_not_known_leaves_nothing_out(void **state)
{
	const struct item y7 = { .first = YG_Y7, .last = YG_Y7 };
	const struct item y12 = { .first = YG_Y12, .last = YG_Y13 };

	(void)state;
	assert_true(item_applies(&y7, 0, 0) && item_applies(&y12, 0, 0));
	assert_true(item_applies(&y7, 7, 0) && item_applies(&y12, 7, 0));
	assert_true(item_applies(&y7, 0, 11) && !item_applies(&y12, 0, 11));
	assert_true(!item_applies(&y7, 9, 0) && item_applies(&y12, 9, 0));
	assert_true(!item_applies(&y7, 9, 11) && !item_applies(&y12, 9, 11));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_end_not_known_leaves_nothing_out),
		cmocka_unit_test(counts_are_those_of_the_table),
		cmocka_unit_test(an_item_may_be_about_part_of_a_year_group),
		cmocka_unit_test(every_item_is_whole),
		cmocka_unit_test(the_framework_follows_the_day),
		cmocka_unit_test(what_does_not_apply_says_why),
		cmocka_unit_test(items_are_ordered_by_number),
		cmocka_unit_test(a_hub_adds_and_replaces_items),
		cmocka_unit_test(what_is_wrong_is_named_with_file_and_line),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
