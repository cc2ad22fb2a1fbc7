/* texts.c - the fields that hold text, and a record to try one on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/texts.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/export.h"
#include "app/lists.h"
#include "app/record.h"
#include "app/text.h"

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
