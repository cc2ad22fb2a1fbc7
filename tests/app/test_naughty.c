/* test_naughty.c - texts that break programs go through every text field, by
 * parsing as forms and commands do and by CSV, and come back equal, or are
 * refused with a reason. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/demo.h"
#include "app/import.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "model/tables.h"
#include "tests/app/texts.h"

/* Our own; the big public list is added where it is there. */
static const char *const own[] = {
	"undefined", "NULL", "0", "-1", "1e309", "0x0", "1/0", "true", "$1.00",
	"'; DROP TABLE school; --", "\" OR \"\"=\"", "' || quote(note) || '",
	"%s%n%x", "%_%", "*", "?", "[a-z]", "name:park -stage:left", "a AND b*",
	"NEAR(a b)", "\"unclosed", "a,b;c\td", "line one\nline two", "\n\nx",
	"=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "'=1", "''@x",
	"\t=1", "<script>alert(1)</script>", "&amp;&lt;", "]]>", "${HOME}",
	"`id`", "$(id)", "../../etc/passwd", "\\u0041\\n", "\\u{202e}",
	"\u2603 \u017di\u017ekov", "e\u0301\u0301\u0301\u0301\u0301",
	"\U0001f469\u200d\U0001f52c", "\u05d0\u05d1\u0627\u0644",
	"\ufdfd", "\uff21\uff22", "\u3000wide\u3000", "a\u00a0b", "\u200b",
	"\u23ce \u21e5", "\u202etxt.exe", "\u2066x\u2069", "\u2028", "\ufeffx",
	"\ufffe", "\x1b[2J\x1b]0;x\x07", "\x7f", "\xc2\x9b" "31m", "\xff\xfe",
	"\xed\xa0\x80", "\xc0\xaf", "a\rb", "\r\n", " blank round ", "   ",
};

static struct app app;
static struct strs texts;
static size_t refused, taken;

/* Its lines but comments and empty ones. */
static void
add_public(void)
{
	char *path, *text;

	if (test_shared() == NULL) {
		print_message("without ../shared/data/blns.txt\n");
		return;
	}
	path = test_path(test_shared(), "blns.txt");
	must(path_read(path, 1 << 20, &text, NULL, NULL), NULL);
	for (char *line = text; line != NULL;) {
		char *end = strchr(line, '\n');

		if (end != NULL)
			*end = '\0';
		if (*line != '\0' && *line != '#')
			strs_add(&texts, line);
		line = end != NULL ? end + 1 : NULL;
	}
	free(text);
	free(path);
}

static int
setup(void **state)
{
	struct demo_opts small = { .schools = 3, .years = 1 };
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &small, &e), &e);
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
		strs_add(&texts, own[i]);
	add_public();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	strs_clear(&texts);
	world_close(&app);
	return 0;
}

/* What of it is kept (design.md 7): blanks at the ends cut, line breaks LF. */
static char *
kept(const char *text)
{
	char *cut = str_trimmed(text), *to = cut;

	for (const char *p = cut; *p != '\0'; p++)
		if (*p != '\r')
			*to++ = *p;
		else if (p[1] != '\n')
			*to++ = '\n';
	*to = '\0';
	return cut;
}

static void
says_why(const struct field *f, const char *text, const struct err *e)
{
	if (e->text[0] == '\0')
		fail_msg("%s: \"%s\" is refused without a word", f->id, text);
	refused++;
}

/* Parsed, it is what was typed or it is refused; stored and read again, too. */
static void
goes_through(const struct entity *ent, int64_t id, int f, const char *text)
{
	struct row *base, *mine, *now;
	char *expected = kept(text);
	struct err e = { 0 };
	enum status st;

	must(record_load(&app, ent, id, &base, &e), &e);
	mine = row_copy(base);
	if (value_parse(&app, mine, f, text, 0, true, &e) != ST_OK) {
		says_why(&ent->fields[f], text, &e);
	} else if ((st = record_save(&app, base, mine, NULL, &e)) != ST_OK) {
		says_why(&ent->fields[f], text, &e);
	} else {
		must(record_load(&app, ent, id, &now, &e), &e);
		/* Words of a choice are read in any case; the rest is kept. */
		if (ent->fields[f].type != FT_OPEN &&
		    ent->fields[f].check == NULL)
			assert_string_equal(row_get(now, f), expected);
		assert_string_equal(row_get(now, f), row_get(mine, f));
		row_free(now);
		taken++;
	}
	row_free(base);
	row_free(mine);
	free(expected);
}

/* Written as CSV and read back, nothing of it is another. */
static void
comes_back(const struct entity *ent, int64_t id)
{
	struct import_opts o = { .dry_run = true };
	struct import_result r;
	struct err e = { 0 };
	char path[] = "/tmp/caseload-naughty.XXXXXX";

	texts_csv(&app, ent, id, path);
	must(import_file(&app, ent->id, path, &o, &r, &e), &e);
	if (r.unchanged != 1)
		fail_msg("%s does not come back as it was: %llu updated, %llu "
		    "rejected", ent->id, (unsigned long long)r.updated,
		    (unsigned long long)r.rejected);
	unlink(path);
}

/* Each text meets some field and each field some texts; with CASELOAD_LONG all
 * of them. */
static void
every_text_goes_through_every_field(void **state)
{
	const char *all = getenv("CASELOAD_LONG");
	size_t step = all != NULL && *all != '\0' ? 1 : 61, at = 0;

	(void)state;
	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];
		int64_t id = texts_some(&app, ent);

		for (int f = 0; id != 0 && (size_t)f < ent->nfields; f++) {
			if (!texts_field(&ent->fields[f]))
				continue;
			for (size_t k = at++ % step; k < texts.n; k += step)
				goes_through(ent, id, f, texts.v[k]);
		}
		if (id != 0)
			comes_back(ent, id);
	}
	print_message("%zu taken, %zu refused\n", taken, refused);
	assert_true(taken > 100);
	assert_true(refused > 10);
	world_is_whole(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_goes_through_every_field),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
