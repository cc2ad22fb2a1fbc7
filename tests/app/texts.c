/* texts.c - the fields that hold text, and a record to try one on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/export.h"
#include "app/lists.h"
#include "app/record.h"
#include "app/text.h"
#include "base/path.h"

bool
texts_field(const struct field *f)
{
	return (f->type == FT_TEXT || f->type == FT_NOTE ||
	    f->type == FT_OPEN) && !(f->flags & (FF_DERIVED | FF_READONLY |
	    FF_SYSTEM | FF_HIDDEN));
}

int64_t
texts_some(struct app *app, const struct entity *ent)
{
	struct list_page page = { 0 };
	struct lister l;
	struct err e = { 0 };
	int64_t id;

	must(lister_open(&l, app, ent, "", &e), &e);
	must(lister_page(&l, NULL, true, 1, &page, &e), &e);
	id = page.n > 0 ? page.row[0].id : 0;
	list_clear(&page);
	lister_close(&l);
	return id;
}

enum status
texts_save(struct app *app, const struct entity *ent, int64_t id, int f,
    const char *text, struct err *e)
{
	struct row *base, *mine;
	enum status st;

	must(record_load(app, ent, id, &base, e), e);
	mine = row_copy(base);
	st = value_parse(app, mine, f, text, 0, true, e);
	if (st == ST_OK)
		st = record_save(app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

void
texts_csv(struct app *app, const struct entity *ent, int64_t id, char *path)
{
	struct list_spec spec = { .ent = ent };
	struct err e = { 0 };
	struct row *row;
	int fd = mkstemp(path), *cols;
	FILE *to = fdopen(fd, "w");

	assert_non_null(to);
	must(record_load(app, ent, id, &row, &e), &e);
	spec.ncols = export_fields(ent, &cols);
	spec.cols = cols;
	must(export_row(app, &spec, row, FMT_CSV, to, &e), &e);
	assert_int_equal(fclose(to), 0);
	free(cols);
	row_free(row);
}

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
	"\ufffe", "\x1b[2J\x1b]0;x\x07", "\x7f", "\302\23331m", "\xff\xfe",
	"\xed\xa0\x80", "\xc0\xaf", "a\rb", "\r\n", " blank round ", "   ",
};

/* Its lines but comments and empty ones. */
static void
add_public(struct strs *texts)
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
			strs_add(texts, line);
		line = end != NULL ? end + 1 : NULL;
	}
	free(text);
	free(path);
}

void
texts_naughty(struct strs *out)
{
	for (size_t i = 0; i < COUNT(own); i++)
		strs_add(out, own[i]);
	add_public(out);
}

char *
texts_kept(const char *text)
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
