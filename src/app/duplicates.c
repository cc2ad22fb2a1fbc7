/* duplicates.c - the pairs of employers, partners or people that may be one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/duplicates.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "db/duplicate.h"
#include "db/store.h"
#include "model/id.h"
#include "model/tables.h"

#define PIECE		500	/* records read between looks at the clock */
#define SLICE_MS	100	/* no lock is held for longer */
#define NEAR		12	/* so many with one key are compared with the
				 * next: not all that begin "London" */

enum status
duplicates_begin(struct duplicates *d, struct app *app,
    const struct entity *ent, const int64_t *only, size_t n, struct err *e)
{
	*d = (struct duplicates){ .app = app, .ent = ent,
		.some = only != NULL };
	if (!dup_read_has(ent))
		return err_set(e, ST_INVALID, "%s are not compared; employers,"
		    " partners and contacts are.", ent->plural);
	for (size_t i = 0; only != NULL && i < n; i++)
		hashset_add(&d->only, (uint64_t)only[i]);
	return ST_OK;
}

void
duplicates_clear(struct duplicates *d)
{
	free(d->pair);
	free(d->key);
	free(d->cand);
	hashset_clear(&d->only);
	row_free(d->first);
	*d = (struct duplicates){ 0 };
}

/* --- read, and make candidates ------------------------------------------- */

static void
note_keys(void *arg, int64_t id, const struct dup_side *side)
{
	struct duplicates *d = arg;
	struct strs keys = { 0 };

	dup_keys(side, &keys);
	for (size_t i = 0; i < keys.n; i++) {
		if (d->nkeys == d->room) {
			d->room = d->room > 0 ? 2 * d->room : 1024;
			d->key = xreallocarray(d->key, d->room,
			    sizeof *d->key);
		}
		d->key[d->nkeys++] = (struct dup_key){ hash_text(keys.v[i]),
			id };
	}
	d->read++;
	strs_clear(&keys);
}

static int
cmp_key(const void *va, const void *vb)
{
	const struct dup_key *a = va, *b = vb;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

static int
cmp_cand(const void *va, const void *vb)
{
	const struct dup_cand *a = va, *b = vb;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

static bool
is_asked(const struct duplicates *d, int64_t a, int64_t b)
{
	return !d->some || hashset_has(&d->only, (uint64_t)a) ||
	    hashset_has(&d->only, (uint64_t)b);
}

static void
add_candidate(struct duplicates *d, size_t *room, int64_t a, int64_t b)
{
	if (a == b || !is_asked(d, a, b))
		return;
	if (d->ncand == *room) {
		*room = *room > 0 ? 2 * *room : 256;
		d->cand = xreallocarray(d->cand, *room, sizeof *d->cand);
	}
	d->cand[d->ncand++] = (struct dup_cand){ a < b ? a : b,
		a < b ? b : a };
}

static void
make_candidates(struct duplicates *d)
{
	size_t room = 0, n = 0;

	if (d->nkeys > 1)
		qsort(d->key, d->nkeys, sizeof *d->key, cmp_key);
	for (size_t i = 0; i < d->nkeys; i++)
		for (size_t k = i + 1; k < d->nkeys && k <= i + NEAR &&
		    d->key[k].hash == d->key[i].hash; k++)
			add_candidate(d, &room, d->key[i].id, d->key[k].id);
	free(d->key);
	d->key = NULL;
	d->nkeys = d->room = 0;
	if (d->ncand > 1)
		qsort(d->cand, d->ncand, sizeof *d->cand, cmp_cand);
	for (size_t i = 0; i < d->ncand; i++)
		if (n == 0 || cmp_cand(&d->cand[n - 1], &d->cand[i]) != 0)
			d->cand[n++] = d->cand[i];
	d->ncand = n;
}

/* --- compare ------------------------------------------------------------- */

/* Where a person works is derived; of others nothing derived is compared. */
static enum status
load(struct duplicates *d, int64_t id, struct row **out, struct err *e)
{
	return store_load(d->app->db, d->ent, id, d->ent->no == ENT_contact,
	    out, e);
}

/* Was it said of A that it is not B? */
static bool
is_denied(const struct row *a, int64_t b)
{
	int f = entity_field(a->ent, "distinct");
	char code[ID_CODE];

	id_code(b, code);
	return set_find(row_members(a, f), a->ent->fields[f].set,
	    (const char *[]){ code }) != NULL;
}

static void
add_pair(struct duplicates *d, const struct dup_cand *c,
    const struct dup_judged *why)
{
	if ((d->n & (d->n + 1)) == 0)	/* grow at 0, 1, 3, 7, … */
		d->pair = xreallocarray(d->pair, 2 * d->n + 2,
		    sizeof *d->pair);
	d->pair[d->n++] = (struct dup_pair){ c->a, c->b, *why };
}

/* Somebody may have taken a record out meanwhile. */
static enum status
compare(struct duplicates *d, const struct dup_cand *c, struct err *e)
{
	struct dup_side x, y;
	struct strs one = { 0 }, other = { 0 };
	struct dup_judged why;
	struct row *b;
	enum status st = ST_OK;

	if (d->first == NULL || d->first->id != c->a) {
		row_free(d->first);
		d->first = NULL;
		st = load(d, c->a, &d->first, e);
	}
	if (st == ST_OK)
		st = load(d, c->b, &b, e);
	if (st != ST_OK)
		return st == ST_NOT_FOUND ? ST_OK : st;
	dup_side_of(d->first, &one, &x);
	dup_side_of(b, &other, &y);
	dup_judge(&x, &y, &why);
	if (why.score >= DUP_SUSPECTED && !is_denied(d->first, b->id) &&
	    !is_denied(b, d->first->id))
		add_pair(d, c, &why);
	strs_clear(&one);
	strs_clear(&other);
	row_free(b);
	return ST_OK;
}

static int
cmp_pair(const void *va, const void *vb)
{
	const struct dup_pair *a = va, *b = vb;

	if (a->why.score != b->why.score)
		return a->why.score > b->why.score ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

/* --- a slice ------------------------------------------------------------- */

static enum status
read_piece(struct duplicates *d, struct err *e)
{
	bool more = false;
	enum status st = dup_read(d->app->db, d->ent, &d->at, PIECE, &more,
	    note_keys, d, e);

	if (st == ST_OK && !more) {
		d->all_read = true;
		make_candidates(d);
	}
	return st;
}

static enum status
one_piece(struct duplicates *d, bool *done, struct err *e)
{
	enum status st = ST_OK;

	if (!d->all_read)
		st = read_piece(d, e);
	else if (d->next < d->ncand)
		st = compare(d, &d->cand[d->next++], e);
	*done = st == ST_OK && d->all_read && d->next == d->ncand;
	if (*done && d->n > 1)
		qsort(d->pair, d->n, sizeof *d->pair, cmp_pair);
	return st;
}

/* Reads are as of one moment, and cheaper for it. */
static enum status
one_slice(struct duplicates *d, int ms, bool *done, struct err *e)
{
	int64_t until = clock_monotonic_ms() + ms;
	enum status st = db_read_begin(d->app->db, e);

	if (st != ST_OK)
		return st;
	do
		st = one_piece(d, done, e);
	while (st == ST_OK && !*done && clock_monotonic_ms() < until);
	db_read_end(d->app->db);
	return st;
}

enum status
duplicates_go(struct duplicates *d, int slice_ms, bool *done, struct err *e)
{
	enum status st;

	*done = false;
	do
		st = one_slice(d, slice_ms > 0 ? slice_ms : SLICE_MS, done, e);
	while (st == ST_OK && !*done && slice_ms == 0);
	return st;
}

enum status
duplicates_deny(struct app *app, const struct entity *ent, int64_t a,
    int64_t b, struct err *e)
{
	int f = entity_field(ent, "distinct");
	struct row *base, *mine;
	struct buf label;
	char code[ID_CODE];
	enum status st = store_load(app->db, ent, a, false, &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	id_code(b, code);
	set_put(row_members(mine, f), ent->fields[f].set,
	    (const char *[]){ code });
	buf_init(&label, BUF_LINE);
	ref_text(app, ent, b, &label);
	buf_add(&label, " is not the same as ");
	st = record_save_as(app, base, mine, label.p, NULL, e);
	buf_clear(&label);
	row_free(mine);
	row_free(base);
	return st;
}
