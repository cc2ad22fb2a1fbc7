/* agenda.c - what is late, due and coming.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "db/agenda.h"
#include "model/tables.h"

#define COUNT_TO	1001
#define WEEK		7	/* days after today */
#define PLACES_BACK	60	/* days a session may wait for its ticks */
#define RUNNING_BACK	120	/* days a run of days may last */

void
agenda_item_clear(struct agenda_item *it)
{
	free(it->kind);
	free(it->title);
	free(it->who);
	free(it->state);
	memset(it, 0, sizeof *it);
}

void
agenda_clear(struct agenda *a)
{
	size_t i;

	for (i = 0; i < a->n; i++)
		agenda_item_clear(&a->v[i]);
	free(a->v);
	memset(a, 0, sizeof *a);
}

const char *
agenda_filter(enum agenda_block b)
{
	static const char *const filter[AG_BLOCKS] = {
		[AG_TODAY] = "date:today",
		[AG_TOCLOSE] = "is:toclose",
		[AG_WEEK] = "is:planned since:tomorrow until:+7",
		[AG_COMING] = "is:planned since:+8",
	};

	return filter[b];
}

/* --- words --------------------------------------------------------------- */

static char *
one_or_many(int64_t n, const char *one, const char *many)
{
	if (n == 1)
		return xstrdup(one);
	return n ? xasprintf("%lld %s", (long long)n, many) : xstrdup("");
}

/* "Y10 ~24", "2 of 4 numbers in", "82 came". */
static char *
state_of(const struct agenda_words *w)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (w->schools > 1 && w->in > 0) {
		buf_addf(&b, "%lld of %lld numbers in", (long long)w->in,
		    (long long)w->schools);
		return buf_take(&b);
	}
	if (w->groups == 1) {
		year_group_shown(w->group, &b);
		buf_addc(&b, ' ');
	}
	if (w->came >= 0 && strcmp(w->status, "delivered") == 0)
		buf_addf(&b, "%lld came", (long long)w->came);
	else if (w->expected >= 0)
		buf_addf(&b, "~%lld", (long long)w->expected);
	else if (strcmp(w->status, "delivered") == 0)
		buf_add(&b, "delivered");
	return buf_take(&b);
}

static void
on_encounter(void *arg, const struct agenda_words *w)
{
	struct agenda_item *it = arg;

	it->day = day_from_iso(w->date);
	snprintf(it->time, sizeof it->time, "%.5s", w->time);
	it->kind = xstrdup(w->kind);
	it->title = one_or_many(w->schools, w->school, "schools");
	if (w->employers)
		it->who = one_or_many(w->employers, w->employer, "employers");
	else
		it->who = xstrdup(*w->provider ? w->provider : w->cluster);
	it->state = state_of(w);
}

static void
on_session(void *arg, const struct agenda_words *w)
{
	struct agenda_item *it = arg;
	struct buf b;

	it->day = day_from_iso(w->date);
	snprintf(it->time, sizeof it->time, "%.5s", w->time);
	it->kind = xstrdup("CPD");
	it->title = xstrdup(w->school);
	it->who = xstrdup(w->venue);
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%lld", (long long)w->booked);
	if (w->capacity >= 0)
		buf_addf(&b, " of %lld", (long long)w->capacity);
	else
		buf_add(&b, " booked");
	if (w->waiting)
		buf_addf(&b, ", %lld waiting", (long long)w->waiting);
	it->state = buf_take(&b);
}

enum status
agenda_describe(struct app *app, int64_t encounter, struct agenda_item *out,
    struct err *e)
{
	memset(out, 0, sizeof *out);
	out->ent = entities[ENT_encounter];
	out->id = encounter;
	return agenda_encounter(app->db, encounter, on_encounter, out, e);
}

/* --- blocks -------------------------------------------------------------- */

static enum status
add_items(struct app *app, struct agenda *a, enum agenda_block block,
    const struct entity *ent, const struct id_list *ids, struct err *e)
{
	enum status st = ST_OK;
	size_t i;

	for (i = 0; i < ids->n && !st; i++) {
		struct agenda_item it = {.block = block, .ent = ent,
		    .id = ids->v[i]};

		st = ent->no == ENT_cpd ?
		    agenda_session(app->db, it.id, on_session, &it, e) :
		    agenda_encounter(app->db, it.id, on_encounter, &it, e);
		if (st || !it.kind)
			continue;
		a->v = xreallocarray(a->v, a->n + 1, sizeof *a->v);
		a->v[a->n++] = it;
	}
	return st;
}

struct days {
	char	today[11], first[11], last[11], back[11], yesterday[11];
	char	running[11];
};

static void
find_days(const struct app *app, enum agenda_block block, int days,
    struct days *d)
{
	int from = app->today, to = app->today;

	if (block == AG_WEEK) {
		from += 1;
		to += WEEK < days ? WEEK : days;
	} else if (block == AG_COMING) {
		from += WEEK + 1;
		to += days;
	}
	day_iso(app->today, d->today);
	day_iso(from, d->first);
	day_iso(to, d->last);
	day_iso(app->today - PLACES_BACK, d->back);
	day_iso(app->today - RUNNING_BACK, d->running);
	day_iso(app->today - 1, d->yesterday);
}

static enum status
read_ids(struct app *app, enum agenda_block block, const struct days *d,
    size_t limit, struct id_list *enc, struct id_list *cpd, struct err *e)
{
	enum status st;
	int64_t n = (int64_t)limit;

	switch (block) {
	case AG_TODAY:
		st = agenda_running_ids(app->db, d->running, d->yesterday,
		    d->today, n, enc, e);
		if (!st)
			st = agenda_day_ids(app->db, d->today, n, enc, e);
		break;
	case AG_TOCLOSE:
		st = agenda_late_ids(app->db, d->today, n, enc, e);
		return st ? st : agenda_cpd_ids(app->db, d->back,
		    d->yesterday, true, n, cpd, e);
	default:
		st = agenda_open_ids(app->db, d->first, d->last, n, enc, e);
		break;
	}
	return st ? st : agenda_cpd_ids(app->db, d->first, d->last, false, n,
	    cpd, e);
}

static enum status
count_block(struct app *app, enum agenda_block block, const struct days *d,
    int64_t *out, struct err *e)
{
	if (block == AG_TOCLOSE)
		return agenda_count_late(app->db, d->today, COUNT_TO, out, e);
	return agenda_count(app->db, d->first,
	    block == AG_COMING ? "9999-12-31" : d->last, COUNT_TO, out, e);
}

/* What is late: newest first; all else by day and time. */
static int
by_day(const void *a, const void *b)
{
	const struct agenda_item *x = a, *y = b;
	int sign = x->block == AG_TOCLOSE ? -1 : 1, d;

	if (x->block != y->block)
		return (int)x->block - (int)y->block;
	if (x->day != y->day)
		return x->day < y->day ? -sign : sign;
	d = strcmp(x->time, y->time);
	return d ? d : x->id < y->id ? -1 : x->id > y->id;
}

static enum status
read_block(struct app *app, struct agenda *a, enum agenda_block block,
    int days, size_t limit, struct err *e)
{
	struct id_list enc = {0}, cpd = {0};
	size_t from = a->n, i;
	struct days d;
	enum status st;

	find_days(app, block, days, &d);
	st = read_ids(app, block, &d, limit, &enc, &cpd, e);
	if (!st)
		st = add_items(app, a, block, entities[ENT_encounter], &enc,
		    e);
	if (!st)
		st = add_items(app, a, block, entities[ENT_cpd], &cpd, e);
	a->cpd[block] = (int64_t)cpd.n;
	if (a->n > from)
		qsort(a->v + from, a->n - from, sizeof *a->v, by_day);
	for (i = from + limit; i < a->n; i++)
		agenda_item_clear(&a->v[i]);
	if (a->n > from + limit)
		a->n = from + limit;
	id_list_clear(&enc);
	id_list_clear(&cpd);
	return st;
}

enum status
agenda_sessions(struct app *app, enum agenda_block block, int days,
    size_t limit, struct agenda *out, struct err *e)
{
	struct id_list enc = {0}, cpd = {0};
	struct agenda a = {0};
	struct days d;
	enum status st;

	find_days(app, block, days, &d);
	st = read_ids(app, block, &d, limit, &enc, &cpd, e);
	if (!st)
		st = add_items(app, &a, block, entities[ENT_cpd], &cpd, e);
	if (a.n)
		qsort(a.v, a.n, sizeof *a.v, by_day);
	id_list_clear(&enc);
	id_list_clear(&cpd);
	if (st)
		agenda_clear(&a);
	else
		*out = a;
	return st;
}

enum status
agenda_counts(struct app *app, int days, struct agenda *a, struct err *e)
{
	enum status st = ST_OK;
	struct days d;
	int b;

	for (b = AG_TOCLOSE; b < AG_BLOCKS && !st; b++) {
		find_days(app, (enum agenda_block)b, days, &d);
		st = count_block(app, (enum agenda_block)b, &d, &a->count[b],
		    e);
	}
	return st;
}

enum status
agenda_read(struct app *app, int days, size_t limit, struct agenda *out,
    struct err *e)
{
	struct agenda a = {0};
	bool mine = !db_in_transaction(app->db);	/* one lock for all */
	enum status st = mine ? db_read_begin(app->db, e) : ST_OK;
	int b;

	if (st)
		return st;
	for (b = 0; b < AG_BLOCKS && !st; b++)
		st = read_block(app, &a, (enum agenda_block)b, days, limit, e);
	if (mine)
		db_read_end(app->db);
	if (st)
		agenda_clear(&a);
	else
		*out = a;
	return st;
}
