/* list_feed.c - the rows of several organisations as one list, in order.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index gives the rows of each organisation in order. From each the next
 * few are read, and the foremost of all is taken: the cost depends on how many
 * organisations there are and how many rows are taken, not on how many rows
 * they have.
 */
#include "db/list_impl.h"

#include <stdlib.h>

#include "base/mem.h"

enum { FEW_ROWS = 2, MANY_ROWS = 32 };	/* read from one at once */

/* What is asked for the rows of a source: first, and beyond one of them. */
struct asked {
	struct sql	 first, next;
	bool		 by_key;	/* next asks by key and id, else by id */
};
struct feed {
	size_t		 asked;		/* its statements … */
	int64_t		 org;		/* … for this one; 0: for all of it */
	struct list_row	*row;		/* read; those before AT are taken */
	size_t		 n, at;
	size_t		 want;		/* rows to read next */
	bool		 begun, done;	/* DONE: there are no more than those */
};
struct feeds {
	struct db	*db;
	bool		 up;
	struct asked	*asked;
	size_t		 nasked;
	struct feed	*v;
	size_t		 n;
	size_t		*heap;		/* feeds with rows, the foremost first */
	size_t		 nheap;
	bool		 begun;
	int64_t		 last;		/* taken last; 0 none */
};

struct feeds *
feeds_new(struct db *db, bool up)
{
	struct feeds *s = xcalloc(1, sizeof *s);

	s->db = db;
	s->up = up;
	return s;
}

void
feeds_add(struct feeds *s, const struct source *src, struct sql *take_first,
    struct sql *take_next, bool by_key)
{
	size_t n = src->norg > 0 ? src->norg : 1, i;

	s->asked = xreallocarray(s->asked, s->nasked + 1, sizeof *s->asked);
	s->asked[s->nasked] = (struct asked){ *take_first, *take_next, by_key };
	s->v = xreallocarray(s->v, s->n + n, sizeof *s->v);
	for (i = 0; i < n; i++)
		s->v[s->n++] = (struct feed){ .asked = s->nasked,
			.org = src->norg > 0 ? src->org[i] : 0,
			.want = src->norg > 1 ? FEW_ROWS :
			src->norg > 0 ? MANY_ROWS : LIST_POOL + 1 };
	s->nasked++;
}

static void
forget_rows(struct feed *f)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		free(f->row[i].key);
	f->n = f->at = 0;
}

void
feeds_free(struct feeds *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		forget_rows(&s->v[i]);
		free(s->v[i].row);
	}
	for (i = 0; i < s->nasked; i++) {
		sql_clear(&s->asked[i].first);
		sql_clear(&s->asked[i].next);
	}
	free(s->asked);
	free(s->v);
	free(s->heap);
	free(s);
}

/* The next rows of one feed. The last values of what is asked are the key and
 * id it goes on from, and how many. */
static enum status
fill(struct feeds *s, struct feed *f, struct err *e)
{
	struct asked *a = &s->asked[f->asked];
	struct sql *q = f->begun ? &a->next : &a->first;
	struct stmt *st;
	enum status rc;
	bool more;

	if (f->begun) {
		const struct list_row *r = &f->row[f->n - 1];

		q->v[q->n - 2].number = r->id;
		if (a->by_key) {
			free(q->v[q->n - 3].text);
			q->v[q->n - 3].text = xstrdup(r->key);
		}
	}
	if (f->org != 0)
		q->v[0].number = f->org;
	q->v[q->n - 1].number = (int64_t)f->want;
	forget_rows(f);
	f->begun = true;
	f->row = xreallocarray(f->row, f->want, sizeof *f->row);
	if ((rc = sql_prepare(s->db, q, &st, e)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more)
		f->row[f->n++] = (struct list_row){ .id = db_int(st, 0),
			.key = xstrdup(db_text(st, 1)) };
	f->done = f->n < f->want;
	if (f->want < MANY_ROWS)
		f->want *= 2;
	return rc;
}

/* Does the row of feed A come before that of B? */
static bool
before(const struct feeds *s, size_t a, size_t b)
{
	const struct list_row *x = &s->v[a].row[s->v[a].at];
	const struct list_row *y = &s->v[b].row[s->v[b].at];
	int c = strcmp(x->key, y->key);

	if (c == 0)
		c = x->id < y->id ? -1 : x->id > y->id;
	return s->up ? c < 0 : c > 0;
}

static void
sink(struct feeds *s, size_t i)
{
	for (;;) {
		size_t first = i, k, feed;

		for (k = 2 * i + 1; k <= 2 * i + 2 && k < s->nheap; k++)
			if (before(s, s->heap[k], s->heap[first]))
				first = k;
		if (first == i)
			return;
		feed = s->heap[i];
		s->heap[i] = s->heap[first];
		s->heap[first] = feed;
		i = first;
	}
}

static enum status
begin(struct feeds *s, struct err *e)
{
	enum status rc = ST_OK;
	size_t i;

	s->begun = true;
	s->heap = xreallocarray(NULL, s->n + 1, sizeof *s->heap);
	for (i = 0; i < s->n && rc == ST_OK; i++) {
		rc = fill(s, &s->v[i], e);
		if (s->v[i].n > 0)
			s->heap[s->nheap++] = i;
	}
	for (i = s->nheap / 2; i-- > 0; )
		sink(s, i);
	return rc;
}

/* Step over the foremost row. */
static enum status
step_over(struct feeds *s, struct err *e)
{
	struct feed *f = &s->v[s->heap[0]];
	enum status rc = ST_OK;

	if (++f->at == f->n) {
		if (f->done)
			forget_rows(f);
		else
			rc = fill(s, f, e);
		if (f->n == 0)
			s->heap[0] = s->heap[--s->nheap];
	}
	sink(s, 0);
	return rc;
}

enum status
feeds_next(struct feeds *s, const struct list_row **out, struct err *e)
{
	const struct list_row *r = NULL;
	enum status rc = ST_OK;

	if (!s->begun)
		rc = begin(s, e);
	while (rc == ST_OK && s->nheap > 0) {
		r = &s->v[s->heap[0]].row[s->v[s->heap[0]].at];
		if (r->id != s->last)
			break;
		rc = step_over(s, e);
		r = NULL;
	}
	if (rc != ST_OK)
		return rc;
	if (r != NULL)
		s->last = r->id;
	*out = r;
	return ST_OK;
}
