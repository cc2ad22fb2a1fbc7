/* week.c - what tests of the working week share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/week.h"

#include <stdlib.h>

#include "app/text.h"
#include "app/undo.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"

void
week_expect(struct app *app, const char *ent, int64_t id, const char *field,
    const char *want, int line)
{
	char *got = world_get(app, ent, id, field);

	if (!str_eq(got, want))
		fail_msg("line %d: %s %s is \"%s\", not \"%s\"", line, ent,
		    field, got, want);
	free(got);
}

void
week_give(struct app *app, const char *ent, int64_t id, const char *field,
    const char *value, int line)
{
	struct err e = { 0 };

	must_at(world_set(app, ent, id, field, value, &e), &e, __FILE__, line);
}

void
week_undo_seq(struct app *app, int64_t seq)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };

	must(undo_step(app, seq, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
}

void
week_undo(struct app *app)
{
	week_undo_seq(app, 0);
}

char *
week_code(const char *field, struct app *app, const char *ent, int64_t id)
{
	struct buf b;
	char *text;

	buf_init(&b, BUF_LINE);
	ref_text(app, entity_find(ent), id, &b);
	text = xasprintf("%s=%s", field, b.p);
	buf_clear(&b);
	return text;
}

void
week_schools(struct app *app)
{
	world_add(app, "school", "urn=900001", "name=Sandmere Park Academy",
	    NULL);
	world_add(app, "school", "urn=900002", "name=Northgate School", NULL);
}

size_t
week_count(struct app *app, const char *entity)
{
	char *all = world_dump(app), *mark = xasprintf("%s ", entity);
	struct strs lines = { 0 };
	size_t n = 0;

	str_split(&lines, all, '\n');
	for (size_t i = 0; i < lines.n; i++)
		n += str_starts(lines.v[i], mark);
	strs_clear(&lines);
	free(mark);
	free(all);
	return n;
}
