/* test_report.c - a report's document, and how it is written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/report_out.h"
#include "app/select.h"
#include "base/date.h"
#include "base/utf8.h"
#include "model/filter.h"
#include "tests/app/world.h"

static const char hostile[] = "<script>alert(1)</script> \"&' \033[31m\tx";

/* A document of every kind of block, with text that means harm. */
static void
make(struct report *r)
{
	*r = (struct report){ 0 };
	report_begin(r, hostile, day_from_ymd(2026, 11, 20));
	report_source(r, "by %s", "=HYPERLINK(\"http://x\")");
	report_text(r, "Words");
	report_cell(r, "=1+1");
	report_items(r, "Left out, as nothing is in it");
	report_pairs(r, "People & roles");
	report_cell(r, "Head");
	report_cell(r, hostile);
	report_opens(r, entity_find("contact"), 77);
	report_pairs(r, "Facts");
	report_cell(r, "Page");
	report_cell(r, "yes");
	report_table(r, "Figures", "Year|2025/26:>Enc.|2025/26:>Pupils|"
	    "2026/27:>Enc.|Who");
	report_cell(r, "Y7");
	report_cell(r, "3");
	report_lists(r, entity_find("encounter"), "type:talk");
	report_cell(r, "51-74");
	report_cell(r, "?");
	report_cell(r, "Žižkov Engineering, Northgate Construction, Harbour "
	    "Shipping, Brookvale Bakery and many more of them");
	report_items(r, "Missing");
	report_cell(r, "-1 link governor");
	report_note(r, "? is not known.");
	report_note(r, "? is not known.");
}

static char *
written(const struct report *r, enum report_format f)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	report_write(NULL, r, f, true, &b);
	return buf_take(&b);
}

/* Nothing but line breaks is below a blank, whatever was put in. */
static void
no_control(const char *text)
{
	for (; *text != '\0'; text++)
		assert_true(*text == '\n' || (unsigned char)*text >= ' ');
}

static void
text_is_aligned_and_wrapped(void **state)
{
	struct report r;
	char *text;

	(void)state;
	make(&r);
	text = written(&r, RF_TEXT);
	assert_string_equal(text,
	    "<script>alert(1)</script> \"&' ?[31m x                    "
	    "        Fri 20 Nov 2026\n"
	    "by =HYPERLINK(\"http://x\")\n"
	    "\n"
	    "Words\n"
	    "  =1+1\n"
	    "\n"
	    "People & roles\n"
	    "  Head  <script>alert(1)</script> \"&' ?[31m x\n"
	    "\n"
	    "Facts\n"
	    "  Page  yes\n"
	    "\n"
	    "Figures\n"
	    "        2025/26       2026/27\n"
	    "  Year  Enc.  Pupils     Enc.  Who\n"
	    "  Y7       3   51-74        ?  Žižkov Engineering, Northgate "
	    "Construction,\n"
	    "                               Harbour Shipping, Brookvale Bakery "
	    "and many more\n"
	    "                               of them\n"
	    "\n"
	    "Missing\n"
	    "  - -1 link governor\n"
	    "\n"
	    "? is not known.\n");
	free(text);
	report_clear(&r);
}

/* At any width no line is wider, no word is lost and the cells that open
 * something stand where the layout says. */
static void
every_width(void **state)
{
	struct report r;
	int cols;

	(void)state;
	make(&r);
	for (cols = 40; cols <= 132; cols++) {
		struct report_lines l;
		size_t i, seen = 0;

		report_lay(&r, cols, true, &l);
		for (i = 0; i < l.n; i++) {
			assert_true(utf8_width(l.line[i].text) <= cols);
			seen += strstr(l.line[i].text, "Brookvale") != NULL;
		}
		assert_int_equal(seen, 1);
		assert_int_equal(l.nspots, 2);
		assert_int_equal(l.spot[0].cell->id, 77);
		assert_string_equal(l.spot[1].cell->filter, "type:talk");
		assert_string_equal(l.spot[1].cell->text, "3");
		assert_int_equal(l.spot[1].cols, 1);
		assert_int_equal(l.line[l.spot[1].line].text[l.spot[1].x], '3');
		report_lines_clear(&l);
	}
	report_clear(&r);
}

/* A short report: titles at the left, words of all pairs in one column, no line
 * left free; on little room the titles stand above. */
static void
titles_stand_beside(void **state)
{
	struct report r = { 0 };
	struct report_lines l;

	(void)state;
	report_begin(&r, "Short", day_from_ymd(2026, 11, 20));
	r.beside = true;
	report_pairs(&r, "Promised");
	report_cell(&r, "NOT YET");
	report_cell(&r, "Placement list, which the school wanted to send as "
	    "soon as the head agrees");
	report_opens(&r, entity_find("contact"), 77);
	report_text(&r, "Ask");
	report_cell(&r, "Žižkov");
	report_items(&r, "");
	report_cell(&r, "one");
	report_pairs(&r, "Left empty");
	report_pairs(&r, "Facts");
	report_cell(&r, "Page");
	report_cell(&r, "yes");
	report_note(&r, "The end.");
	report_lay(&r, 60, true, &l);
	assert_int_equal(l.n, 7);
	assert_string_equal(l.line[1].text,
	    "Promised  NOT YET  Placement list, which the school wanted");
	assert_int_equal(l.line[1].head, 8);
	assert_string_equal(l.line[2].text,
	    "                   to send as soon as the head agrees");
	assert_int_equal(l.line[2].head, 0);
	assert_int_equal(l.nspots, 1);
	assert_int_equal(l.spot[0].x, 19);
	assert_string_equal(l.line[3].text, "Ask       Žižkov");
	assert_string_equal(l.line[4].text, "          - one");
	assert_string_equal(l.line[5].text, "Facts     Page     yes");
	assert_string_equal(l.line[6].text, "The end.");
	report_lines_clear(&l);
	report_lay(&r, 50, true, &l);
	assert_string_equal(l.line[1].text, "Promised");
	assert_int_equal(l.line[1].role, RL_HEADING);
	assert_string_equal(l.line[4].text, "Ask");
	report_lines_clear(&l);
	report_clear(&r);
}

/* What is for us alone is read here and handed on to nobody. */
static void
ours_is_not_handed_on(void **state)
{
	static const enum report_format on[] = { RF_CSV, RF_JSON, RF_HTML };
	struct report r = { 0 };
	char *text;

	(void)state;
	report_begin(&r, "Brief", day_from_ymd(2026, 11, 20));
	report_text(&r, "Words");
	report_cell(&r, "for everybody");
	report_pairs(&r, "Hand-over");
	report_ours(&r);
	report_cell(&r, "3 Nov");
	report_cell(&r, "the head is leaving");
	text = written(&r, RF_TEXT);
	assert_non_null(strstr(text, "  3 Nov  the head is leaving"));
	assert_null(strstr(text, "Left out"));
	free(text);
	for (size_t i = 0; i < sizeof on / sizeof on[0]; i++) {
		text = written(&r, on[i]);
		assert_non_null(strstr(text, "for everybody"));
		assert_null(strstr(text, "leaving"));
		assert_non_null(strstr(text, "Left out, for us alone: "
		    "Hand-over."));
		free(text);
	}
	report_clear(&r);
}

/* The head of a column made narrower goes on below, not over the next. */
static void
heads_keep_apart(void **state)
{
	struct report r = {0};
	struct report_lines l;

	(void)state;
	report_begin(&r, "Heads", day_from_ymd(2026, 11, 20));
	report_table(&r, "Figures", "Benchmark, per cent|>Jun 25|>Jun 26");
	report_cell(&r, "1 A stable careers programme");
	report_cell(&r, "58");
	report_cell(&r, "70");
	report_lay(&r, 32, true, &l);
	assert_string_equal(l.line[3].text,
	    "  Benchmark, per   Jun 25 Jun 26");
	assert_string_equal(l.line[4].text, "  cent");
	assert_string_equal(l.line[5].text,
	    "  1 A stable           58     70");
	report_lines_clear(&l);
	report_clear(&r);
}

/* A long word takes its room from cells of several words. */
static void
words_are_not_broken(void **state)
{
	struct report r = {0};
	struct report_lines l;

	(void)state;
	report_begin(&r, "Plan", day_from_ymd(2026, 11, 20));
	report_table(&r, "", "Action|Who|Status|Shown by");
	report_cell(&r, "1 An apprenticeship provider for Y11");
	report_cell(&r, "Ms Amara Nwosu");
	report_cell(&r, "waits for the answer");
	report_cell(&r, "5 Oct Apprenticeship talk");
	report_lay(&r, 46, true, &l);
	assert_string_equal(l.line[2].text,
	    "  1 An           Ms     waits   5 Oct");
	assert_string_equal(l.line[3].text,
	    "  apprenticeship Amara  for the Apprenticeship");
	report_lines_clear(&l);
	report_lay(&r, 30, true, &l);	/* there is no room for them */
	for (size_t i = 0; i < l.n; i++)
		assert_true(strlen(l.line[i].text) <= 30);
	report_lines_clear(&l);
	report_clear(&r);
}

static void
a_figure_has_a_name(void **state)
{
	struct report r;
	struct buf b;

	(void)state;
	make(&r);
	buf_init(&b, BUF_LINE);
	report_names(&r, &r.block[4].cell[2], &b);
	assert_string_equal(b.p, "Y7, 2025/26 Pupils");
	buf_reset(&b);
	report_names(&r, &r.block[2].cell[0], &b);
	assert_string_equal(b.p, "Head");
	buf_clear(&b);
	report_clear(&r);
}

static void
ascii_alone(void **state)
{
	struct report r;
	struct buf b;

	(void)state;
	make(&r);
	buf_init(&b, BUF_ROW);
	report_to_text(&r, 80, false, &b);
	for (size_t i = 0; i < b.n; i++)
		assert_true((unsigned char)b.p[i] < 0x7F);
	assert_non_null(strstr(b.p, "Zizkov"));
	buf_clear(&b);
	report_clear(&r);
}

static void
csv_is_one_rectangle_without_formulas(void **state)
{
	struct report r;
	char *text;

	(void)state;
	make(&r);
	text = written(&r, RF_CSV);
	no_control(text);
	assert_string_equal(text,
	    "section,row,item,figure,value\n"
	    "report,1,title,,\"<script>alert(1)</script> \"\"&' ?[31m x\"\n"
	    "report,2,date,,2026-11-20\n"
	    "report,3,source,,\"by =HYPERLINK(\"\"http://x\"\")\"\n"
	    "Words,1,,,'=1+1\n"
	    "People & roles,1,Head,,"
	    "\"<script>alert(1)</script> \"\"&' ?[31m x\"\n"
	    "Facts,1,Page,,yes\n"
	    "Figures,1,Y7,2025/26 Enc.,3\n"
	    "Figures,1,Y7,2025/26 Pupils,51-74\n"
	    "Figures,1,Y7,2026/27 Enc.,?\n"
	    "Figures,1,Y7,Who,\"Žižkov Engineering, Northgate Construction, "
	    "Harbour Shipping, Brookvale Bakery and many more of them\"\n"
	    "Missing,1,,,'-1 link governor\n"
	    "notes,1,,,? is not known.\n");
	free(text);
	report_clear(&r);
}

static void
json_says_what_a_figure_opens(void **state)
{
	struct report r;
	char *text;

	(void)state;
	*(&r) = (struct report){ 0 };
	report_begin(&r, "A \"title\"", day_from_ymd(2026, 11, 20));
	report_table(&r, "T", "Year|>Pupils|>Range");
	report_cell(&r, "Y7");
	report_cell(&r, "30");
	report_lists(&r, entity_find("encounter"), "years:y7");
	report_cell(&r, "007");
	text = written(&r, RF_JSON);
	assert_string_equal(text,
	    "[\n{\"section\":\"report\",\"row\":1,\"item\":\"title\","
	    "\"figure\":\"\",\"value\":\"A \\\"title\\\"\",\"opens\":null},\n"
	    "{\"section\":\"report\",\"row\":2,\"item\":\"date\","
	    "\"figure\":\"\",\"value\":\"2026-11-20\",\"opens\":null},\n"
	    "{\"section\":\"T\",\"row\":1,\"item\":\"Y7\",\"figure\":"
	    "\"Pupils\",\"value\":30,\"opens\":\"list encounter years:y7\"},\n"
	    "{\"section\":\"T\",\"row\":1,\"item\":\"Y7\",\"figure\":"
	    "\"Range\",\"value\":\"007\",\"opens\":null}\n]\n");
	free(text);
	report_clear(&r);
}

static void
a_flat_report_is_its_table(void **state)
{
	struct report r = { 0 };
	char *text;

	(void)state;
	report_begin(&r, "Board", day_from_ymd(2026, 11, 20));
	r.flat = true;
	report_text(&r, "");
	report_cell(&r, "seen on paper only");
	report_table(&r, "", "School|>BM");
	report_cell(&r, "+Harbour");
	report_cell(&r, "4");
	report_cell(&r, "Northgate");
	report_cell(&r, ".");
	text = written(&r, RF_CSV);
	assert_string_equal(text, "School,BM\n'+Harbour,4\nNorthgate,.\n");
	free(text);
	text = written(&r, RF_JSON);
	assert_string_equal(text, "[\n{\"School\":\"+Harbour\",\"BM\":4},\n"
	    "{\"School\":\"Northgate\",\"BM\":\".\"}\n]\n");
	free(text);
	report_clear(&r);
}

/* --- HTML ---------------------------------------------------------------- */

/* Every tag is closed by its own, in order; nothing stands unescaped. */
static void
well_formed(const char *s)
{
	char open[64][16];
	size_t depth = 0, n;

	assert_int_equal(strncmp(s, "<!DOCTYPE html>\n", 16), 0);
	for (s += 16; *s != '\0'; s++) {
		bool closes;
		const char *end;

		assert_int_not_equal(*s, '>');
		if (*s == '&') {
			assert_true(strncmp(s, "&amp;", 5) == 0 ||
			    strncmp(s, "&lt;", 4) == 0 ||
			    strncmp(s, "&gt;", 4) == 0 ||
			    strncmp(s, "&quot;", 6) == 0);
			continue;
		}
		if (*s != '<')
			continue;
		closes = s[1] == '/';
		s += closes ? 2 : 1;
		n = strcspn(s, " />");
		end = strchr(s, '>');
		assert_true(n > 0 && n < 16);
		assert_non_null(end);
		if (closes) {
			assert_true(depth > 0);
			depth--;
			assert_int_equal(strlen(open[depth]), n);
			assert_int_equal(strncmp(open[depth], s, n), 0);
		} else if (end[-1] != '/') {
			assert_true(depth < 64);
			memcpy(open[depth], s, n);
			open[depth++][n] = '\0';
		}
		s = end;
	}
	assert_int_equal(depth, 0);
}

static void
html_is_well_formed_and_alone(void **state)
{
	struct report r;
	char *text;

	(void)state;
	make(&r);
	text = written(&r, RF_HTML);
	no_control(text);
	well_formed(text);
	assert_null(strstr(text, "<script"));
	assert_null(strstr(text, "src="));
	assert_null(strstr(text, "href="));
	assert_null(strstr(text, "url("));
	assert_non_null(strstr(text, "&lt;script&gt;alert(1)&lt;/script&gt;"
	    " &quot;&amp;' ?[31m x</h1>"));
	assert_non_null(strstr(text, "<th colspan=\"2\">2025/26</th>"));
	assert_non_null(strstr(text, "<td class=\"n\">51-74</td>"));
	assert_non_null(strstr(text, "<div class=\"row\">\n<div>\n<h2>People"));
	assert_null(strstr(text, "Left out"));
	free(text);
	report_clear(&r);
}

/* --- which report -------------------------------------------------------- */

static void
formats_by_word_and_ending(void **state)
{
	enum report_format f;
	struct err e = { 0 };

	(void)state;
	must(report_format(NULL, NULL, &f, &e), &e);
	assert_int_equal(f, RF_TEXT);
	must(report_format(NULL, "a/b.html", &f, &e), &e);
	assert_int_equal(f, RF_HTML);
	must(report_format("CSV", "a/b.html", &f, &e), &e);
	assert_int_equal(f, RF_CSV);
	must(report_format(NULL, "a.b/page", &f, &e), &e);
	assert_int_equal(f, RF_TEXT);
	must(report_format("text", "page.rtf", &f, &e), &e);
	assert_int_equal(report_format(NULL, "page.pdf", &f, &e), ST_USAGE);
	assert_string_equal(e.text, "\".pdf\": a report's file is .txt,"
	    " .csv, .json or .html; the diary's also .ics");
	assert_int_equal(report_format(NULL, "my.week.ics", &f, &e), ST_OK);
	assert_int_equal(f, RF_ICS);
	assert_int_equal(report_format("pdf", NULL, &f, &e), ST_USAGE);
	assert_string_equal(e.text, "\"pdf\" is no format of a report: text,"
	    " csv, json or html; of the diary also ics");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_aligned_and_wrapped),
		cmocka_unit_test(every_width),
		cmocka_unit_test(titles_stand_beside),
		cmocka_unit_test(ours_is_not_handed_on),
		cmocka_unit_test(heads_keep_apart),
		cmocka_unit_test(words_are_not_broken),
		cmocka_unit_test(a_figure_has_a_name),
		cmocka_unit_test(ascii_alone),
		cmocka_unit_test(csv_is_one_rectangle_without_formulas),
		cmocka_unit_test(json_says_what_a_figure_opens),
		cmocka_unit_test(a_flat_report_is_its_table),
		cmocka_unit_test(html_is_well_formed_and_alone),
		cmocka_unit_test(formats_by_word_and_ending),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
