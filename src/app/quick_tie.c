/* quick_tie.c - equals of one name: there on the day, mine, open, having the
 * year groups of the line, in this order.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>

#include "model/fields.h"
#include "model/tables.h"

/* Year groups the line gives figures for, as bits of year_groups. */
static unsigned
line_groups(const struct reading *r)
{
	unsigned set = 0;
	int first, last;

	for (size_t i = 0; i < r->parts.n; i++)
		for (size_t k = 0; k < r->parts.v[i].nums.n; k++) {
			const struct years_item *y =
			    &r->parts.v[i].nums.v[k].it;

			for (int g = y->first; g <= y->last; g++)
				if (year_group_span(g, &first, &last))
					set |= 1u << first | 1u << last;
		}
	return set;
}

static enum status
has_groups(const struct reading *r, int64_t school, unsigned groups, bool *out,
    struct err *e)
{
	struct row *row;
	int first, last;
	enum status st;

	st = r->look->load(r->look->arg, &school_entity, school, &row, e);
	if (st != ST_OK)
		return st;
	*out = school_groups(row, &first, &last) &&
	    (groups & ~((2u << last) - (1u << first))) == 0;
	row_free(row);
	return ST_OK;
}

/* The day the line names, DAY_NONE when it names none. */
static int
line_day(const struct reading *r)
{
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].day != DAY_NONE)
			return r->parts.v[i].day;
	return DAY_NONE;
}

/* Was the school there on DAY? One without dates is as it is today. */
static enum status
stood(const struct reading *r, const struct cand *c, int day, bool *out,
    struct err *e)
{
	struct buf next;
	int first, last;
	enum status st;

	buf_init(&next, BUF_LINE);
	st = r->look->span(r->look->arg, c->id, &first, &last, &next, e);
	buf_clear(&next);
	*out = st == ST_OK && (first == DAY_NONE || first <= day) &&
	    (last == DAY_NONE ? !c->closed : day <= last);
	return st;
}

/* Keep those for which KEEP is true, if some but not all are. */
static bool
keep_some(size_t *at, size_t *n, const bool *keep)
{
	size_t left = 0, k = 0;

	for (size_t i = 0; i < *n; i++)
		left += keep[i];
	if (left == 0 || left == *n)
		return false;
	for (size_t i = 0; i < *n; i++)
		if (keep[i])
			at[k++] = at[i];
	*n = left;
	return true;
}

/* Mine before others: those I coordinate come first in AT; *MINE how many, when
 * some but not all of the N are. One closed by now is as any, unless the line
 * says a day. */
static enum status
mine_first(struct reading *r, struct item *it, size_t *at, size_t n,
    bool dated, size_t *mine, struct err *e)
{
	size_t other[QUESTION_MAX], k = 0, others = 0;
	enum status st;

	*mine = 0;
	if (it->kind != NK_SCHOOL || n > QUESTION_MAX)
		return ST_OK;
	for (size_t i = 0; i < n; i++) {
		const struct cand *c = &it->cands.v[at[i]];
		bool is = false;

		if ((dated || !c->closed) && (st = r->look->mine(r->look->arg,
		    c->id, &is, e)) != ST_OK)
			return st;
		if (is)
			at[k++] = at[i];
		else
			other[others++] = at[i];
	}
	for (size_t i = 0; i < others; i++)
		at[k + i] = other[i];
	*mine = others > 0 ? k : 0;
	return ST_OK;
}

/* The one of mine, if it is one; several are asked about before the others. */
static enum status
take_mine(struct reading *r, struct item *it, size_t *at, size_t *n,
    bool dated, struct err *e)
{
	size_t mine;
	enum status st = mine_first(r, it, at, *n, dated, &mine, e);

	if (st != ST_OK || mine == 0)
		return st;
	if (mine > 1) {
		it->mine_first = true;
		return ST_OK;
	}
	*n = 1;
	it->assumed = true;
	it->why = "mine";
	return ST_OK;
}

enum status
names_break_tie(struct reading *r, struct item *it, size_t *at, size_t *n,
    struct err *e)
{
	unsigned groups = line_groups(r);
	int day = it->kind == NK_SCHOOL ? line_day(r) : DAY_NONE;
	bool keep[32] = { false };
	enum status st;

	if (day != DAY_NONE && *n <= QUESTION_MAX) {
		for (size_t i = 0; i < *n; i++)
			if ((st = stood(r, &it->cands.v[at[i]], day, &keep[i],
			    e)) != ST_OK)
				return st;
		if (keep_some(at, n, keep)) {
			it->assumed = true;
			it->why = it->cands.v[at[0]].closed ? "open then" :
			    "open";
		}
	}
	if (*n > 1 && (st = take_mine(r, it, at, n, day != DAY_NONE, e)) !=
	    ST_OK)
		return st;
	for (size_t i = 0; i < *n; i++)
		keep[i] = !it->cands.v[at[i]].closed;
	if (keep_some(at, n, keep)) {
		it->assumed = true;
		it->why = "open";
	}
	if (it->kind != NK_SCHOOL || groups == 0 || *n < 2 || *n > QUESTION_MAX)
		return ST_OK;
	for (size_t i = 0; i < *n; i++) {
		st = has_groups(r, it->cands.v[at[i]].id, groups, &keep[i], e);
		if (st != ST_OK)
			return st;
	}
	if (keep_some(at, n, keep)) {
		it->assumed = true;
		it->why = "has those years";
	}
	return ST_OK;
}
