/* world.c - a session on a new database, and records in one line each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/world.h"

#include <stdlib.h>
#include <string.h>

#include "app/admin.h"
#include "app/record.h"
#include "app/select.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"

void
must_at(enum status st, const struct err *e, const char *file, int line)
{
	if (st != ST_OK) {
		print_error("%s:%d: status %d: %s (%s)\n", file, line, (int)st,
		    e->text, e->detail);
		fail();
	}
}

static void
open_at(struct app *app, const char *path, const char *user)
{
	struct app_start s = { .db = path, .user = user, .create = true,
	    .today = "2026-11-20" };
	struct err e = { 0 };
	char *none = xasprintf("%s.ini", path);

	setenv("CASELOAD_NOW", "2026-11-20T10:00:00Z", 1);
	free(test_write("/", none + 1, ""));
	s.config = none;
	must(app_open(app, &s, &e), &e);
	free(none);
}

void
world_open(struct app *app)
{
	char *dir = test_tmpdir(), *path = test_path(dir, "caseload.db");

	open_at(app, path, "tester");
	free(path);
	free(dir);
}

void
world_open_as(struct app *app, const struct app *first, const char *user)
{
	open_at(app, admin_path(first), user);
}

void
world_close(struct app *app)
{
	app_close(app);
}

static void
assign(struct app *app, struct row *r, const char *text)
{
	const char *eq = strchr(text, '=');
	char *field = xstrndup(text, (size_t)(eq - text));
	struct err e = { 0 };
	int f = entity_field(r->ent, field);

	if (f < 0)
		fail_msg("%s has no field %s", r->ent->id, field);
	must(value_parse(app, r, f, eq + 1, 0, true, &e), &e);
	free(field);
}

int64_t
world_add(struct app *app, const char *entity, ...)
{
	struct row *r = record_new(app, entity_find(entity));
	struct err e = { 0 };
	const char *text;
	int64_t id;
	va_list ap;

	va_start(ap, entity);
	while ((text = va_arg(ap, const char *)) != NULL)
		assign(app, r, text);
	va_end(ap);
	must(record_save(app, NULL, r, NULL, &e), &e);
	id = r->id;
	row_free(r);
	return id;
}

enum status
world_set(struct app *app, const char *entity, int64_t id, const char *field,
    const char *value, struct err *e)
{
	struct row *base, *mine;
	enum status st;

	st = record_load(app, entity_find(entity), id, &base, e);
	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	st = value_parse(app, mine, entity_field(mine->ent, field), value, 0,
	    true, e);
	if (st == ST_OK)
		st = record_save(app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

char *
world_get(struct app *app, const char *entity, int64_t id, const char *field)
{
	struct row *r;
	struct err e = { 0 };
	struct buf b;

	must(record_load(app, entity_find(entity), id, &r, &e), &e);
	buf_init(&b, BUF_ROW);
	value_text(app, r, entity_field(r->ent, field), &b);
	row_free(r);
	return buf_take(&b);
}

struct dump {
	struct app	*app;
	const struct entity *ent;
	struct strs	 lines;
};

static enum status
dump_one(void *arg, int64_t id, struct err *e)
{
	struct dump *d = arg;
	struct row *r;
	struct buf b;
	size_t i;
	enum status st;

	if ((st = record_load(d->app, d->ent, id, &r, e)) != ST_OK)
		return st;
	if (r->ent->no == ENT_user &&
	    row_is(r, F_user_name, d->app->user)) {
		row_free(r);
		return ST_OK;
	}
	buf_init(&b, BUF_ROW);
	buf_addf(&b, "%s %lld ", d->ent->id, (long long)id);
	row_json(r, &b);
	for (i = 0; i < r->ent->nfields; i++)
		if (r->ent->fields[i].flags & FF_DERIVED)
			buf_addf(&b, " %s=%s", r->ent->fields[i].id,
			    row_get(r, (int)i));
	strs_take(&d->lines, buf_take(&b));
	row_free(r);
	return ST_OK;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *
world_dump(struct app *app)
{
	struct dump d = { .app = app };
	struct err e = { 0 };
	char *all;
	int i;

	for (i = 0; i < ENT_MAX; i++) {
		struct filter *f;
		struct list_spec spec = { .ent = entities[i], .sort = -1,
		    .today = app->today };

		d.ent = entities[i];
		must(filter_parse(d.ent, "archived:any", app->today, &f, &e),
		    &e);
		spec.filter = f;
		must(select_each(app, &spec, dump_one, &d, &e), &e);
		filter_free(f);
	}
	if (d.lines.n > 0)
		qsort(d.lines.v, d.lines.n, sizeof d.lines.v[0], by_text);
	all = strs_join(&d.lines, "\n");
	strs_clear(&d.lines);
	return all;
}

static void
finding(void *arg, const char *level, const char *what, const char *ref)
{
	const char *but = arg;

	if (!str_eq(level, "ok") && (but == NULL || !str_starts(what, but)))
		fail_msg("%s: %s %s", level, what, ref);
}

void
world_is_whole_but(struct app *app, const char *words)
{
	char *but = words != NULL ? xstrdup(words) : NULL;
	struct err e = { 0 };

	must(admin_check(app, finding, but, &e), &e);
	free(but);
}

void
world_is_whole(struct app *app)
{
	world_is_whole_but(app, NULL);
}
