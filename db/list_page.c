/* list_page.c - the ids and keys of one page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include "base/mem.h"

/* Where a page begins, and which way it goes. */
struct from_row {
	const struct list_row *at;	/* NULL: the start or the end */
	bool		 up;		/* keys grow */
};

static void
add_row(struct list_page *page, struct stmt *st)
{
	struct list_row *r;

	if ((page->n & (page->n - 1)) == 0)
		page->row = xreallocarray(page->row,
		    page->n > 0 ? 2 * page->n : 1, sizeof *page->row);
	r = &page->row[page->n++];
	r->id = db_int(st, 0);
	r->key = xstrdup(db_text(st, 1));
	r->archived = db_int(st, 2) != 0;
	r->cell = NULL;
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

static void
add_section(const struct order *o, const struct plan *p, enum section sec,
    const struct from_row *from, struct sql *s)
{
	const char *beyond = from->up ? ">" : "<";

	switch (sec) {
	case SEC_ALL:
		break;
	case SEC_AFTER:
		sql_add(s, " AND (");
		add_key(o, p, s);
		sql_add(s, ", %s) %s (%s", p->id, beyond,
		    o->number ? "CAST(" : "");
		sql_text(s, from->at->key);
		sql_add(s, o->number ? " AS NUMERIC), " : ", ");
		sql_int(s, from->at->id);
		sql_add(s, ")");
		break;
	case SEC_NULL:
	case SEC_NULL_AFTER:
	case SEC_FULL:
		sql_add(s, " AND ");
		add_key(o, p, s);
		sql_add(s, sec == SEC_FULL ? " IS NOT NULL" : " IS NULL");
		if (sec == SEC_NULL_AFTER) {
			sql_add(s, " AND %s %s ", p->id, beyond);
			sql_int(s, from->at->id);
		}
		break;
	}
}

/* The rows of one section, as many as LIMIT still wants. */
static enum status
read_section(struct db *db, const struct order *o, const struct plan *p,
    enum section sec, const struct from_row *from, size_t limit,
    struct list_page *page, struct err *e)
{
	const char *way = from->up ? "" : " DESC";
	struct sql s;
	enum status rc;

	sql_init(&s);
	sql_add(&s, "SELECT %s, ", p->id);
	add_key(o, p, &s);
	sql_add(&s, ", t.archived IS NOT NULL");
	sql_join(&s, &p->from);
	/* The row we come from is within the nearer bound. */
	if (from->up || from->at == NULL)
		sql_join(&s, &p->most);
	if (!from->up || from->at == NULL)
		sql_join(&s, &p->least);
	add_section(o, p, sec, from, &s);
	sql_add(&s, " ORDER BY ");
	add_key(o, p, &s);
	sql_add(&s, "%s, %s%s LIMIT ", way, p->id, way);
	sql_int(&s, (int64_t)(limit - page->n));
	rc = page_rows(db, &s, page, e);
	sql_clear(&s);
	return rc;
}

/* SQLite puts empty keys before all others. */
static enum status
read_rows(struct db *db, const struct order *o, const struct plan *p,
    const struct from_row *from, size_t limit, struct list_page *page,
    struct err *e)
{
	bool at_null = from->at != NULL && o->null && from->at->key[0] == '\0';
	enum status rc;

	if (from->at == NULL)
		return read_section(db, o, p, SEC_ALL, from, limit, page, e);
	rc = read_section(db, o, p, at_null ? SEC_NULL_AFTER : SEC_AFTER, from,
	    limit, page, e);
	if (rc != ST_OK || page->n >= limit || !o->null ||
	    at_null != from->up)
		return rc;
	return read_section(db, o, p, at_null ? SEC_FULL : SEC_NULL, from,
	    limit, page, e);
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
    const struct list_row *at, bool forward, size_t limit,
    struct list_page *out, struct err *e)
{
	struct from_row from = { .at = at, .up = forward != o->desc };
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
