/* agenda.c - what is on today, late, due and coming.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "app/agenda_int.h"
#include "app/lists.h"
#include "base/date.h"
#include "base/mem.h"

#define COUNT_TO	1000	/* and one more, to say that there are */

void
agenda_clear(struct agenda *a)
{
	size_t i;

	for (i = 0; i < a->n; i++)
		agenda_item_clear(&a->v[i]);
	for (i = 0; i < a->nparts; i++)
		agenda_part_clear(&a->part[i]);
	free(a->v);
	free(a->part);
	memset(a, 0, sizeof *a);
}

/* Weeks and what comes end with the days asked for; what runs out, and what is
 * wanted, is warned of as long ahead as the hub's settings say. */
static bool
is_beyond(const struct app *app, const struct agenda_item *it, int days)
{
	return (it->block == AG_WEEK || it->block == AG_COMING) &&
	    it->ent->no != ENT_placement && it->ent->no != ENT_request &&
	    it->day > app->today + days;
}

/* As far as the days asked for: those of a week and of what comes are read by
 * their day. */
static enum status
add_items(struct app *app, struct agenda *a, struct agenda_part *p,
    const struct list_page *page, int days, struct err *e)
{
	enum status st = ST_OK;
	bool beyond = false;
	size_t i;

	for (i = 0; i < page->n && !st && !beyond; i++) {
		struct agenda_item it = {.block = p->block, .ent = p->ent,
		    .id = page->row[i].id, .field = p->field};

		st = agenda_item_read(app, &it, e);
		beyond = !st && is_beyond(app, &it, days);
		if (st || !it.kind || beyond) {
			agenda_item_clear(&it);
			continue;
		}
		a->v = xreallocarray(a->v, a->n + 1, sizeof *a->v);
		a->v[a->n++] = it;
		p->n++;
	}
	return st;
}

static enum status
part_open(struct app *app, const struct agenda_part *p, struct lister *l,
    struct err *e)
{
	enum status st = lister_open(l, app, p->ent, p->filter, e);

	if (st)
		return st;
	lister_columns(l, l->cols, 0);
	lister_sort(l, p->sort, p->desc);
	return ST_OK;
}

static enum status
read_part(struct app *app, struct agenda *a, struct agenda_part *p, int days,
    size_t limit, struct err *e)
{
	struct list_page page = {0};
	struct lister l;
	enum status st = part_open(app, p, &l, e);

	if (st)
		return st;
	st = lister_page(&l, NULL, true, limit, &page, e);
	if (st == ST_DENIED && p->sort != p->field) {	/* too many to sort */
		lister_sort(&l, p->field, p->desc);
		st = lister_page(&l, NULL, true, limit, &page, e);
	}
	lister_close(&l);
	if (!st && !page.more)
		p->count = (int64_t)page.n;
	if (!st)
		st = add_items(app, a, p, &page, days, e);
	list_clear(&page);
	return st;
}

/* A day as the other, what has none last. */
static int
day_apart(int x, int y)
{
	if (x == y)
		return 0;
	if (x == DAY_NONE || y == DAY_NONE)
		return x == DAY_NONE ? 1 : -1;
	return x < y ? -1 : 1;
}

/* What somebody waits for comes before whom one meant to be in touch with; what
 * is promised for the year comes last. */
static int
can_wait(const struct agenda_item *it)
{
	if (it->block != AG_LATE)
		return 0;
	return it->ent == entities[ENT_commitment] ||
	    it->ent == entities[ENT_target] ? 2 :
	    it->ent == entities[ENT_visit];
}

/* What is to close: newest first; all else by day and time. */
static int
by_day(const void *a, const void *b)
{
	const struct agenda_item *x = a, *y = b;
	int sign = x->block == AG_TOCLOSE ? -1 : 1, d;

	if (x->block != y->block)
		return (int)x->block - (int)y->block;
	if (can_wait(x) != can_wait(y))
		return can_wait(x) - can_wait(y);
	if (x->day != y->day)
		return (x->day == DAY_NONE || y->day == DAY_NONE ? 1 : sign) *
		    day_apart(x->day, y->day);
	d = strcmp(x->time, y->time);
	return d ? d : x->id < y->id ? -1 : x->id > y->id;
}

static int
only_by_day(const void *a, const void *b)
{
	const struct agenda_item *x = a, *y = b;
	int d = day_apart(x->day, y->day);

	if (d == 0)
		d = (int)x->block - (int)y->block;
	if (d == 0)
		d = strcmp(x->time, y->time);
	return d ? d : x->id < y->id ? -1 : x->id > y->id;
}

void
agenda_by_day(struct agenda *a)
{
	if (a->n > 1)
		qsort(a->v, a->n, sizeof *a->v, only_by_day);
}

/* At most LIMIT of those from FROM on, which are one block. */
static void
cut_block(struct agenda *a, size_t from, size_t limit)
{
	size_t i;

	if (a->n > from)
		qsort(a->v + from, a->n - from, sizeof *a->v, by_day);
	for (i = from + limit; i < a->n; i++)
		agenda_item_clear(&a->v[i]);
	if (a->n > from + limit)
		a->n = from + limit;
}

static enum status
read_parts(struct app *app, int days, size_t limit, struct agenda *a,
    struct err *e)
{
	enum status st = agenda_parts(app, a, e);
	size_t i, from = 0;

	for (i = 0; i < a->nparts && !st; i++) {
		if (i && a->part[i].block != a->part[i - 1].block) {
			cut_block(a, from, limit);
			from = a->n;
		}
		st = read_part(app, a, &a->part[i], days, limit, e);
	}
	cut_block(a, from, limit);
	return st;
}

enum status
agenda_read(struct app *app, int days, size_t limit, struct agenda *out,
    struct err *e)
{
	struct agenda a = {0};
	bool mine = !db_in_transaction(app->db);	/* one lock for all */
	enum status st = mine ? db_read_begin(app->db, e) : ST_OK;

	if (st)
		return st;
	st = read_parts(app, days, limit, &a, e);
	if (mine)
		db_read_end(app->db);
	if (st)
		agenda_clear(&a);
	else
		*out = a;
	return st;
}

enum status
agenda_count(struct app *app, struct agenda *a, bool *more, struct err *e)
{
	struct agenda_part *p = a->part, *end = a->part + a->nparts;
	struct lister l;
	enum status st;

	while (p < end && p->count >= 0)
		p++;
	*more = p < end;
	if (p == end)
		return ST_OK;
	if ((st = part_open(app, p, &l, e)) != ST_OK)
		return st;
	st = lister_count(&l, COUNT_TO, &p->count, e);
	lister_close(&l);
	return st;
}
