/* list_page.c - the ids and keys of one page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include "base/clock.h"
#include "base/mem.h"
#include "db/inner.h"

enum { LEAST = 64 };		/* rows a slice looks at, however long it takes */

/* Where a page begins, and which way it goes. */
struct from_row {
	const struct list_row *at;	/* NULL: the start or the end */
	bool		 forward;	/* in the list's order */
	bool		 up;		/* keys grow */
	int64_t		 until;		/* when to stop; 0 never … */
	size_t		 looked;	/* … but not before LEAST rows */
};

static void
new_row(struct list_page *page, int64_t id, const char *key, bool archived)
{
	struct list_row *r;

	if ((page->n & (page->n - 1)) == 0)
		page->row = xreallocarray(page->row,
		    page->n > 0 ? 2 * page->n : 1, sizeof *page->row);
	r = &page->row[page->n++];
	r->id = id;
	r->key = xstrdup(key);
	r->archived = archived;
	r->cell = NULL;
}

static void
add_row(struct list_page *page, struct stmt *st)
{
	new_row(page, db_int(st, 0), db_text(st, 1), db_int(st, 2) != 0);
}

enum status
page_rows(struct db *db, const struct sql *s, struct list_page *page,
    struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;

	if ((rc = sql_prepare(db, s, &st, e)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more)
		add_row(page, st);
	return rc;
}

static void
add_key(const struct order *o, const struct plan *p, struct sql *s)
{
	if (p->key[0] != '\0')
		sql_add(s, "%s", p->key);
	else
		sql_join(s, &o->key);
}

enum section {
	SEC_ALL,	/* from the start */
	SEC_AFTER,	/* beyond the row, empty keys apart */
	SEC_NULL,	/* empty keys */
	SEC_NULL_AFTER,	/* … beyond the row */
	SEC_FULL	/* keys that are not empty */
};

/* Rows beyond AT by the key and then ID, a column or expression. */
static void
add_section(const struct order *o, const struct plan *p, const char *id,
    enum section sec, const struct list_row *at, bool up, struct sql *s)
{
	const char *beyond = up ? ">" : "<";

	switch (sec) {
	case SEC_ALL:
		break;
	case SEC_AFTER:
		sql_add(s, " AND (");
		add_key(o, p, s);
		sql_add(s, ", %s) %s (%s", id, beyond,
		    o->number ? "CAST(" : "");
		sql_text(s, at->key);
		sql_add(s, o->number ? " AS NUMERIC), " : ", ");
		sql_int(s, at->id);
		sql_add(s, ")");
		break;
	case SEC_NULL:
	case SEC_NULL_AFTER:
	case SEC_FULL:
		sql_add(s, " AND ");
		add_key(o, p, s);
		sql_add(s, sec == SEC_FULL ? " IS NOT NULL" : " IS NULL");
		if (sec == SEC_NULL_AFTER) {
			sql_add(s, " AND %s %s ", id, beyond);
			sql_int(s, at->id);
		}
		break;
	}
}

/* The bounds of the filter that are needed, the section and the order. The row
 * we come from is within the nearer bound. */
static void
add_range(const struct order *o, const struct plan *p, const char *id,
    enum section sec, const struct list_row *at, bool up, struct sql *s)
{
	const char *way = up ? "" : " DESC";

	if (up || at == NULL)
		sql_join(s, &p->most);
	if (!up || at == NULL)
		sql_join(s, &p->least);
	add_section(o, p, id, sec, at, up, s);
	sql_add(s, " ORDER BY ");
	add_key(o, p, s);
	sql_add(s, "%s, %s%s", way, id, way);
}

/* A row was looked at. Is the time over? */
static bool
time_over(struct db *db, struct from_row *from, int64_t id, const char *key,
    struct list_page *page)
{
	bool stop = ++from->looked >= LEAST &&
	    (clock_monotonic_ms() >= from->until ||
	    (db->progress != NULL && db->progress(db->progress_arg)));

	if (from->until == 0 || (!stop && !db->list_hurries))
		return false;
	page->stopped = page->more = true;
	page->reached.id = id;
	page->reached.key = xstrdup(key);
	return true;
}

/* Does the row of a feed fit? Then it is added. */
static enum status
add_if_fits(struct db *db, struct sql *one, const struct list_row *r,
    struct list_page *page, struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool fits;

	one->v[0].number = r->id;
	if ((rc = sql_prepare(db, one, &st, e)) != ST_OK ||
	    (rc = db_step(st, &fits, e)) != ST_OK || !fits)
		return rc;
	new_row(page, r->id, r->key, db_int(st, 0) != 0);
	db_done(st);
	return ST_OK;
}

/* What is asked for the rows of each source. */
static void
add_sources(const struct order *o, const struct plan *p, enum section sec,
    const struct from_row *from, struct feeds *feeds)
{
	const struct list_row some = { .key = (char[]){ "" } };
	enum section next = sec == SEC_NULL || sec == SEC_NULL_AFTER ?
	    SEC_NULL_AFTER : SEC_AFTER;
	size_t i, k;

	for (i = 0; i < p->nsrc; i++) {
		const struct source *src = &p->src[i];
		struct sql ask[2];

		for (k = 0; k < 2; k++) {
			sql_init(&ask[k]);
			sql_add(&ask[k], "SELECT %s, %s", src->id, p->key);
			sql_join(&ask[k], &src->from);
			add_range(o, p, src->id, k == 0 ? sec : next,
			    k == 0 ? from->at : &some, from->up, &ask[k]);
			sql_add(&ask[k], " LIMIT ");
			sql_int(&ask[k], 0);
		}
		feeds_add(feeds, src, &ask[0], &ask[1], next == SEC_AFTER);
	}
}

static enum status
feed_section(struct db *db, const struct order *o, const struct plan *p,
    enum section sec, struct from_row *from, size_t limit,
    struct list_page *page, struct err *e)
{
	struct feeds *feeds = feeds_new(db, from->up);
	const struct list_row *r;
	struct sql one;
	enum status rc;

	add_sources(o, p, sec, from, feeds);
	sql_init(&one);
	sql_add(&one, "SELECT t.archived IS NOT NULL");
	sql_join(&one, &p->from);
	do {
		rc = feeds_next(feeds, &r, e);
		if (rc == ST_OK && r != NULL)
			rc = add_if_fits(db, &one, r, page, e);
	} while (rc == ST_OK && r != NULL && page->n < limit &&
	    !time_over(db, from, r->id, r->key, page));
	sql_clear(&one);
	feeds_free(feeds);
	return rc;
}

/* Along the index, each row told whether it fits. */
static enum status
walk_section(struct db *db, const struct order *o, const struct plan *p,
    enum section sec, struct from_row *from, size_t limit,
    struct list_page *page, struct err *e)
{
	struct sql s;
	struct stmt *st;
	enum status rc;
	bool more;

	sql_init(&s);
	sql_add(&s, "SELECT %s, ", p->id);
	add_key(o, p, &s);
	sql_add(&s, ", t.archived IS NOT NULL, CASE WHEN 1");
	sql_join(&s, &p->checks);
	sql_add(&s, " THEN 1 ELSE 0 END");
	sql_join(&s, &p->from);
	add_range(o, p, p->id, sec, from->at, from->up, &s);
	rc = sql_prepare(db, &s, &st, e);
	sql_clear(&s);
	while (rc == ST_OK && (rc = db_step(st, &more, e)) == ST_OK && more) {
		if (db_int(st, 3) != 0)
			add_row(page, st);
		if (page->n >= limit || time_over(db, from, db_int(st, 0),
		    db_text(st, 1), page)) {
			db_done(st);
			break;
		}
	}
	return rc;
}

/* All that fit, sorted. */
static enum status
sort_section(struct db *db, const struct order *o, const struct plan *p,
    enum section sec, struct from_row *from, size_t limit,
    struct list_page *page, struct err *e)
{
	struct sql s;
	enum status rc;

	sql_init(&s);
	sql_add(&s, "SELECT %s, ", p->id);
	add_key(o, p, &s);
	sql_add(&s, ", t.archived IS NOT NULL");
	sql_join(&s, &p->from);
	add_range(o, p, p->id, sec, from->at, from->up, &s);
	sql_add(&s, " LIMIT ");
	sql_int(&s, (int64_t)(limit - page->n));
	rc = page_rows(db, &s, page, e);
	sql_clear(&s);
	return rc;
}

/* The rows of one section, as many as LIMIT still wants. */
static enum status
read_section(struct db *db, const struct order *o, const struct plan *p,
    enum section sec, struct from_row *from, size_t limit,
    struct list_page *page, struct err *e)
{
	switch (p->drive) {
	case DRIVE_FEED:
		return feed_section(db, o, p, sec, from, limit, page, e);
	case DRIVE_WALK:
		return walk_section(db, o, p, sec, from, limit, page, e);
	default:
		return sort_section(db, o, p, sec, from, limit, page, e);
	}
}

/* SQLite puts empty keys before all others; within bounds there are none. They
 * are read apart where the list has them last all the same, and by a feed, which
 * reads on from a key. */
static enum status
read_rows(struct db *db, const struct order *o, const struct plan *p,
    struct from_row *from, size_t limit, struct list_page *page,
    struct err *e)
{
	bool null = o->null && p->least.n == 0 && p->most.n == 0;
	bool at_null = from->at != NULL && null && from->at->key[0] == '\0';
	bool apart = (o->last && !o->desc) || p->drive == DRIVE_FEED;
	bool full_first = o->last ? from->forward : !from->up;
	enum section first, second;
	enum status rc;

	if (from->at == NULL && (!null || !apart))
		return read_section(db, o, p, SEC_ALL, from, limit, page, e);
	if (from->at == NULL) {
		first = full_first ? SEC_FULL : SEC_NULL;
		second = full_first ? SEC_NULL : SEC_FULL;
	} else {
		first = at_null ? SEC_NULL_AFTER : SEC_AFTER;
		second = at_null ? SEC_FULL : SEC_NULL;
	}
	rc = read_section(db, o, p, first, from, limit, page, e);
	if (rc != ST_OK || page->n >= limit || page->stopped || !null ||
	    (from->at != NULL && at_null == full_first))
		return rc;
	return read_section(db, o, p, second, from, limit, page, e);
}

/* Rows read backwards, put in the list's order. */
static void
turn_round(struct list_page *page)
{
	size_t i;

	for (i = 0; i < page->n / 2; i++) {
		struct list_row r = page->row[i];

		page->row[i] = page->row[page->n - 1 - i];
		page->row[page->n - 1 - i] = r;
	}
}

enum status
page_read(struct db *db, const struct order *o, const struct plan *p,
    const struct list_row *at, bool forward, size_t limit, int64_t until,
    struct list_page *out, struct err *e)
{
	struct from_row from = { .at = at, .forward = forward,
		.up = forward != o->desc, .until = until };
	enum status rc;

	if ((rc = read_rows(db, o, p, &from, limit + 1, out, e)) != ST_OK)
		return rc;
	if (out->n > limit) {
		out->more = true;
		free(out->row[--out->n].key);
	}
	if (!forward)
		turn_round(out);
	return ST_OK;
}
