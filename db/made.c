/* made.c - SQL made from field tables: its text and its values, side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/made.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

#define SQL_MAX	(1u << 20)

void
sql_init(struct sql *s)
{
	memset(s, 0, sizeof *s);
	buf_init(&s->text, SQL_MAX);
}

void
sql_reset(struct sql *s)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		free(s->v[i].text);
	s->n = 0;
	buf_reset(&s->text);
}

void
sql_clear(struct sql *s)
{
	sql_reset(s);
	free(s->v);
	s->v = NULL;
	s->cap = 0;
	buf_clear(&s->text);
}

void
sql_add(struct sql *s, const char *fmt, ...)
{
	char small[512];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(small, sizeof small, fmt, ap);
	va_end(ap);
	if (n >= 0 && (size_t)n < sizeof small) {
		buf_addn(&s->text, small, (size_t)n);
	} else if (n >= 0) {
		char *big = xmalloc((size_t)n + 1);

		va_start(ap, fmt);
		vsnprintf(big, (size_t)n + 1, fmt, ap);
		va_end(ap);
		buf_addn(&s->text, big, (size_t)n);
		free(big);
	}
}

static struct sql_value *
new_value(struct sql *s)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 16;
		s->v = xreallocarray(s->v, s->cap, sizeof *s->v);
	}
	buf_addc(&s->text, '?');
	return &s->v[s->n++];
}

void
sql_text(struct sql *s, const char *value)
{
	struct sql_value *v = new_value(s);

	v->text = xstrdup(value);
	v->number = 0;
	v->size = 0;
}

void
sql_int(struct sql *s, int64_t value)
{
	struct sql_value *v = new_value(s);

	v->text = NULL;
	v->number = value;
	v->size = 0;
}

static void
add_bytes(struct sql *s, const void *bytes, size_t size)
{
	struct sql_value *v = new_value(s);

	v->text = xmalloc(size);
	memcpy(v->text, bytes, size);
	v->number = 0;
	v->size = size;
}

void
sql_ints(struct sql *s, const int64_t *v, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_add(&s->text, ", ");
		sql_int(s, v[i]);
	}
}

void
sql_among(struct sql *s, const char *expr, const int64_t *v, size_t n)
{
	if (n == 0) {
		sql_add(s, "0");
	} else if (n == 1) {
		sql_add(s, "%s = ", expr);
		sql_int(s, v[0]);
	} else {
		sql_add(s, "among(%s, ", expr);
		add_bytes(s, v, n * sizeof *v);
		sql_add(s, ")");
	}
}

void
sql_select_ints(struct sql *s, const int64_t *v, size_t n)
{
	struct buf json;
	size_t i;

	buf_init(&json, SQL_MAX);
	for (i = 0; i < n; i++)
		buf_addf(&json, "%c%" PRId64, i > 0 ? ',' : '[', v[i]);
	buf_add(&json, n > 0 ? "]" : "[]");
	assert(!buf_over(&json));
	sql_add(s, "SELECT value FROM json_each(");
	sql_text(s, json.p);
	sql_add(s, ")");
	buf_clear(&json);
}

void
sql_join(struct sql *s, const struct sql *from)
{
	size_t i, at = s->text.n;

	for (i = 0; i < from->n; i++) {
		if (from->v[i].size > 0)
			add_bytes(s, from->v[i].text, from->v[i].size);
		else if (from->v[i].text != NULL)
			sql_text(s, from->v[i].text);
		else
			sql_int(s, from->v[i].number);
	}
	buf_cut(&s->text, at);		/* the marks are in FROM's text */
	buf_addn(&s->text, from->text.p, from->text.n);
}

void
sql_fragment(struct sql *s, const char *fragment, int today)
{
	static const char mark[] = ":today";
	char iso[11];
	const char *at;

	day_iso(today, iso);
	while ((at = strstr(fragment, mark)) != NULL) {
		buf_addn(&s->text, fragment, (size_t)(at - fragment));
		sql_text(s, iso);
		fragment = at + sizeof mark - 1;
	}
	buf_add(&s->text, fragment);
}

enum status
sql_prepare(struct db *db, const struct sql *s, struct stmt **out,
    struct err *e)
{
	struct stmt *st;
	enum status rc;
	size_t i;

	assert(!buf_over(&s->text));
	if ((rc = db_made(db, s->text.p, &st, e)) != ST_OK)
		return rc;
	for (i = 0; i < s->n && rc == ST_OK; i++) {
		if (s->v[i].size > 0)
			rc = db_bind_bytes(st, (int)i + 1, s->v[i].text,
			    s->v[i].size, e);
		else if (s->v[i].text != NULL)
			rc = db_bind_text(st, (int)i + 1, s->v[i].text, e);
		else
			rc = db_bind_int(st, (int)i + 1, s->v[i].number, e);
	}
	if (rc == ST_OK)
		*out = st;
	return rc;
}

enum status
sql_get_int(struct db *db, const struct sql *s, int64_t none, int64_t *out,
    struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;

	if ((rc = sql_prepare(db, s, &st, e)) != ST_OK ||
	    (rc = db_step(st, &more, e)) != ST_OK)
		return rc;
	*out = more ? db_int(st, 0) : none;
	if (more)
		db_done(st);
	return ST_OK;
}

enum status
reading_begin(struct db *db, bool *mine, struct err *e)
{
	*mine = !db_in_transaction(db);
	return *mine ? db_read_begin(db, e) : ST_OK;
}

void
reading_end(struct db *db, bool mine)
{
	if (mine)
		db_read_end(db);
}
