/* lists.c - one list as screens hold it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The columns of its table: FF_LIST, in table order. */
static void
own_columns(struct lister *l)
{
	const struct entity *ent = l->spec.ent;
	size_t i;

	l->cols = xcalloc(ent->nfields, sizeof *l->cols);
	for (i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_LIST)
			l->cols[l->ncols++] = (int)i;
	l->spec.cols = l->cols;
	l->spec.ncols = l->ncols;
}

enum status
lister_open(struct lister *l, struct app *app, const struct entity *ent,
    const char *text, struct err *e)
{
	memset(l, 0, sizeof *l);
	l->app = app;
	l->spec.ent = ent;
	l->spec.sort = -1;
	l->spec.today = app->today;
	l->text = xstrdup("");
	own_columns(l);
	if (lister_filter(l, text ? text : "", e)) {
		lister_close(l);
		return e->st;
	}
	return ST_OK;
}

void
lister_close(struct lister *l)
{
	filter_free(l->filter);
	free(l->text);
	free(l->cols);
	memset(l, 0, sizeof *l);
}

/* Who asks wrote it: wrong usage, whatever of it is wrong. */
static enum status
wrong_filter(enum status st, struct err *e)
{
	if (st != ST_INVALID)
		return st;
	e->st = ST_USAGE;
	return ST_USAGE;
}

enum status
lister_filter(struct lister *l, const char *text, struct err *e)
{
	struct filter *f;
	enum status st;
	char *copy;

	if (!l->other_day)
		l->spec.today = l->app->today;
	st = wrong_filter(filter_parse(l->spec.ent, text, l->spec.today, &f,
	    e), e);
	if (st)
		return st;
	copy = xstrdup(text);
	filter_free(l->filter);
	free(l->text);
	l->filter = f;
	l->text = copy;
	l->spec.filter = f;
	return ST_OK;
}

enum status
lister_args(struct lister *l, const struct strs *words, struct err *e)
{
	struct filter *f;
	enum status st;

	st = wrong_filter(filter_parse_args(l->spec.ent, words->v, words->n,
	    l->spec.today, &f, e), e);
	if (st != ST_OK)
		return st;
	filter_free(l->filter);
	free(l->text);
	l->filter = f;
	l->spec.filter = f;
	l->text = strs_join(words, " ");
	return ST_OK;
}

void
lister_day(struct lister *l, int day)
{
	l->other_day = day != app_today(l->app);
	l->spec.today = day;
}

void
lister_sort(struct lister *l, int field, bool desc)
{
	l->spec.sort = field;
	l->spec.desc = desc;
}

void
lister_columns(struct lister *l, const int *cols, size_t n)
{
	if (n > l->spec.ent->nfields)
		n = l->spec.ent->nfields;
	memcpy(l->cols, cols, n * sizeof *cols);
	l->ncols = l->spec.ncols = n;
}

enum status
lister_page(struct lister *l, const struct list_row *at, bool forward,
    size_t limit, struct list_page *page, struct err *e)
{
	return list_read(l->app->db, &l->spec, at, forward, limit, page, e);
}

void
lister_slice(struct lister *l, int ms)
{
	l->spec.slice_ms = ms;
}

enum status
lister_these(struct lister *l, const int64_t *ids, size_t n,
    struct list_page *page, struct err *e)
{
	return list_these(l->app->db, &l->spec, ids, n, page, e);
}

enum status
lister_one(struct lister *l, int64_t id, struct list_page *page, bool *found,
    struct err *e)
{
	return list_one(l->app->db, &l->spec, id, page, found, e);
}

enum status
lister_count(struct lister *l, int64_t limit, int64_t *out, struct err *e)
{
	return list_count(l->app->db, &l->spec, limit, out, e);
}

enum status
lister_each(struct lister *l,
    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
    struct err *e)
{
	return list_each(l->app->db, &l->spec, fn, arg, e);
}

void
lists_stop(struct app *app, bool (*fn)(void *arg), void *arg)
{
	db_on_progress(app->db, fn, arg);
}

void
lists_wait(struct app *app, waiting_fn fn, void *arg)
{
	db_on_wait(app->db, fn, arg);
}

int64_t
lists_version(struct app *app)
{
	return db_data_version(app->db);
}

static bool
any_record(struct app *app, const struct entity *ent, bool *failed)
{
	struct list_page page = {0};
	struct list_spec spec = {.ent = ent, .sort = -1, .today = app->today};
	struct err e = {0};
	bool any;

	*failed = list_read(app->db, &spec, NULL, true, 1, &page, &e) != ST_OK;
	any = page.n > 0;
	list_clear(&page);
	return any;
}

bool
lists_used(struct app *app, const struct entity *ent)
{
	bool failed;

	return any_record(app, ent, &failed);
}

bool
lists_empty(struct app *app)
{
	bool any = false, failed = false;

	for (int i = 0; i < ENT_MAX && !any && !failed; i++)
		any = any_record(app, entities[i], &failed);
	return !any && !failed;
}

/* Is any record of ENT mine? */
static bool
any_mine(struct app *app, const struct entity *ent)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n = 0;

	if (lister_open(&l, app, ent, "mine", &e) != ST_OK)
		return false;
	if (lister_count(&l, 0, &n, &e) != ST_OK)
		n = 0;
	lister_close(&l);
	return n > 0;
}

void
lists_begin(struct app *app, const struct entity *ent, struct buf *out)
{
	if (ent->begin == NULL)
		return;
	buf_add(out, ent->begin);
	if (ent->mine && (any_mine(app, entities[ENT_school]) ||
	    any_mine(app, entities[ENT_task])))
		buf_add(out, " mine");
}
