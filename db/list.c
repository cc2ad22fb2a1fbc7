/* list.c - pages of records by filter and order.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include <assert.h>

#include "base/clock.h"
#include "base/mem.h"

enum {				/* rows list_each reads at once … */
	EACH_FIRST = 50,	/* … at first: its caller may want no more */
	EACH_PAGE = 1000
};

static void
row_clear(struct list_row *r, size_t ncols)
{
	size_t i;

	for (i = 0; i < ncols && r->cell != NULL; i++)
		free(r->cell[i]);
	free(r->cell);
	free(r->key);
}

void
list_clear(struct list_page *page)
{
	size_t i;

	for (i = 0; i < page->n; i++)
		row_clear(&page->row[i], page->ncols);
	free(page->row);
	free(page->reached.key);
	memset(page, 0, sizeof *page);
}

static enum status
fill_cells(struct db *db, const struct list_spec *spec,
    struct list_page *page, struct err *e)
{
	struct sql s;
	struct stmt *st;
	enum status rc;
	size_t i, c;
	bool more;

	page->ncols = spec->ncols;
	if (spec->ncols == 0 || page->n == 0)
		return ST_OK;
	sql_init(&s);
	sql_add(&s, "SELECT ");
	for (c = 0; c < spec->ncols; c++) {
		sql_add(&s, "%s", c > 0 ? ", " : "");
		cell_expr(spec->ent, &spec->ent->fields[spec->cols[c]],
		    spec->today, &s);
	}
	sql_add(&s, " FROM %s t CROSS JOIN %s o ON o.id = t.id WHERE t.id = ",
	    entity_table(spec->ent), entity_table(spec->ent));
	sql_int(&s, 0);
	rc = sql_prepare(db, &s, &st, e);
	for (i = 0; i < page->n && rc == ST_OK; i++) {
		struct list_row *r = &page->row[i];

		r->cell = xcalloc(spec->ncols, sizeof *r->cell);
		rc = db_bind_int(st, (int)s.n, r->id, e);
		if (rc == ST_OK)
			rc = db_step(st, &more, e);
		for (c = 0; c < spec->ncols; c++)
			r->cell[c] = cell_text(&spec->ent->fields[spec->cols[c]],
			    rc == ST_OK && more ? db_text(st, (int)c) : "");
		if (rc == ST_OK && more)
			db_done(st);
	}
	sql_clear(&s);
	return rc;
}

static enum status
too_many(const struct list_spec *spec, struct err *e)
{
	const struct entity *ent = spec->ent;
	struct buf names;
	enum status st;
	size_t i;

	buf_init(&names, BUF_LINE);
	for (i = 0; i < ent->nfields; i++)
		if (list_sort_indexed(ent, (int)i))
			buf_addf(&names, "%s%s", names.n > 0 ? ", " : "",
			    ent->fields[i].id);
	st = err_field(e, ST_DENIED, ent->fields[spec->sort].id,
	    "more than 5,000 %s match: filter them first, or sort by one of %s",
	    ent->ids, names.p);
	buf_clear(&names);
	return st;
}

/* An order without an index is for few rows. */
static enum status
may_sort(struct db *db, const struct list_spec *spec, const struct order *o,
    struct err *e)
{
	int64_t n;
	enum status rc;

	if (o->indexed)
		return ST_OK;
	if ((rc = list_count(db, spec, LIST_SORTED, &n, e)) != ST_OK)
		return rc;
	return n > LIST_SORTED ? too_many(spec, e) : ST_OK;
}

static enum status
read_page(struct db *db, const struct list_spec *spec,
    const struct list_row *at, bool forward, size_t limit,
    struct list_page *new, struct err *e)
{
	int64_t until = spec->slice_ms > 0 ?
	    clock_monotonic_ms() + spec->slice_ms : 0;
	struct order o;
	struct plan p;
	enum status rc;

	order_of(spec, &o);
	if ((rc = may_sort(db, spec, &o, e)) == ST_OK &&
	    (rc = plan_make(db, spec, &o, &p, e)) == ST_OK) {
		rc = page_read(db, &o, &p, at, forward, limit, until, new, e);
		plan_clear(&p);
	}
	order_clear(&o);
	return rc == ST_OK ? fill_cells(db, spec, new, e) : rc;
}

/* AT may be a row of PAGE, so that goes only when all is read. */
static enum status
give_page(const struct list_spec *spec, enum status rc,
    struct list_page *new, struct list_page *page)
{
	if (rc != ST_OK) {
		new->ncols = spec->ncols;
		list_clear(new);
		return rc;
	}
	list_clear(page);
	*page = *new;
	return ST_OK;
}

enum status
list_read(struct db *db, const struct list_spec *spec,
    const struct list_row *at, bool forward, size_t limit,
    struct list_page *page, struct err *e)
{
	struct list_page new = { 0 };
	enum status rc;
	bool mine;

	assert(spec->nmore == 0);
	if ((rc = reading_begin(db, &mine, e)) != ST_OK)
		return rc;
	rc = read_page(db, spec, at, forward, limit, &new, e);
	reading_end(db, mine);
	return give_page(spec, rc, &new, page);
}

enum status
list_these(struct db *db, const struct list_spec *spec, const int64_t *ids,
    size_t n, struct list_page *page, struct err *e)
{
	struct list_page new = { 0 };
	struct order o;
	struct plan p;
	struct sql s;
	enum status rc;

	if ((rc = plan_these(db, spec, ids, n, &p, e)) != ST_OK)
		return rc;
	order_of(spec, &o);
	sql_init(&s);
	sql_add(&s, "SELECT t.id, ");
	sql_join(&s, &o.key);
	sql_add(&s, ", t.archived IS NOT NULL");
	sql_join(&s, &p.from);
	sql_add(&s, " ORDER BY ");
	order_by(&o, &s);
	sql_add(&s, ", t.id%s", o.desc ? " DESC" : "");
	if ((rc = page_rows(db, &s, &new, e)) == ST_OK)
		rc = fill_cells(db, spec, &new, e);
	sql_clear(&s);
	order_clear(&o);
	plan_clear(&p);
	return give_page(spec, rc, &new, page);
}

enum status
list_one(struct db *db, const struct list_spec *spec, int64_t id,
    struct list_page *page, bool *found, struct err *e)
{
	enum status rc = list_these(db, spec, &id, 1, page, e);

	if (rc == ST_OK)
		*found = page->n == 1;
	return rc;
}

enum status
list_count(struct db *db, const struct list_spec *spec, int64_t limit,
    int64_t *out, struct err *e)
{
	struct plan p;
	struct sql s;
	enum status rc;

	if ((rc = plan_make(db, spec, NULL, &p, e)) != ST_OK)
		return rc;
	sql_init(&s);
	sql_add(&s, "SELECT count(*) FROM (SELECT 1");
	sql_join(&s, &p.from);
	sql_add(&s, " LIMIT ");
	sql_int(&s, limit + 1);
	sql_add(&s, ")");
	rc = sql_get_int(db, &s, 0, out, e);
	sql_clear(&s);
	plan_clear(&p);
	return rc;
}

enum status
list_each(struct db *db, const struct list_spec *spec,
    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
    struct err *e)
{
	struct list_spec ids = *spec;
	struct list_page page = { 0 };
	size_t size = EACH_FIRST, i;
	enum status rc;

	if (spec->nmore > 0 || (spec->sort >= 0 &&
	    !list_sort_indexed(spec->ent, spec->sort)))
		return list_whole(db, spec, fn, arg, e);
	ids.ncols = 0;
	ids.slice_ms = 0;
	do {
		rc = list_read(db, &ids, page.n > 0 ?
		    &page.row[page.n - 1] : NULL, true, size, &page, e);
		for (i = 0; i < page.n && rc == ST_OK; i++)
			rc = fn(arg, page.row[i].id, e);
		size = EACH_PAGE;
	} while (rc == ST_OK && page.more);
	list_clear(&page);
	return rc;
}
