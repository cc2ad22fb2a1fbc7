/* attend.c - who came to a CPD session: its bookings as rows to tick.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/attend_inner.h"

#include <stdlib.h>
#include <string.h>

#include "app/select.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/numbers.h"

static void
attendee_clear(struct attendee *a)
{
	row_free(a->base);
	row_free(a->row);
	free(a->name);
	free(a->where);
	free(a->made);
	free(a->instead);
}

void
attend_clear(struct attend *at)
{
	size_t i;

	for (i = 0; i < at->n; i++)
		attendee_clear(&at->v[i]);
	free(at->v);
	row_free(at->base);
	row_free(at->cpd);
	memset(at, 0, sizeof *at);
}

/* "Ms Grace Bell" as "Bell G": by surname, as lists of people are read. */
static char *
short_name(const char *full)
{
	static const char titles[] = "mr mrs ms miss mx dr prof sir dame rev";
	struct strs w = {0};
	struct buf b;
	size_t i, len;
	char *plain;

	buf_init(&b, BUF_LINE);
	str_words(&w, full);
	if (w.n)
		buf_add(&b, w.v[w.n - 1]);
	for (i = 0; i + 1 < w.n; i++) {
		plain = utf8_fold(w.v[i]);
		if (i > 0 || !str_in(plain, titles)) {
			buf_add(&b, " ");
			utf8_decode(w.v[i], strlen(w.v[i]), &len);
			buf_addn(&b, w.v[i], len);
		}
		free(plain);
	}
	strs_clear(&w);
	return buf_take(&b);
}

static struct attendee *
add(struct attend *at)
{
	at->v = xreallocarray(at->v, at->n + 1, sizeof *at->v);
	at->v[at->n] = (struct attendee){0};
	return &at->v[at->n++];
}

/* Name, role and organisation of the person. */
static void
describe(struct attend *at, struct attendee *a, int64_t contact,
    const char *name)
{
	struct row *person = NULL;
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (contact && !record_load(at->app, entities[ENT_contact], contact,
	    &person, NULL)) {
		buf_add(&b, row_get(person, F_contact_role));
		if (b.n && *row_get(person, F_contact_organisation))
			buf_add(&b, ", ");
		buf_add(&b, row_get(person, F_contact_organisation));
		name = row_get(person, F_contact_name);
	}
	free(a->name);
	free(a->where);
	a->name = short_name(name);
	a->where = buf_take(&b);
	row_free(person);
}

static char *
name_of(struct app *app, int64_t contact)
{
	char *name;
	struct buf b;

	if (!contact)
		return NULL;
	buf_init(&b, BUF_LINE);
	title_text(app, entities[ENT_contact], contact, &b);
	name = short_name(b.p);
	buf_clear(&b);
	return name;
}

static enum status
add_booking(void *arg, int64_t id, struct err *e)
{
	struct attend *at = arg;
	struct row *row;
	struct attendee *a;
	enum status st;

	st = record_load(at->app, entities[ENT_booking], id, &row, e);
	if (st)
		return st;
	if (row_is(row, F_booking_status, "cancelled")) {
		row_free(row);
		return ST_OK;
	}
	a = add(at);
	a->base = row;
	a->row = row_copy(row);
	a->instead = name_of(at->app, row_ref(row, F_booking_replaced_by));
	describe(at, a, row_ref(row, F_booking_contact), "");
	return ST_OK;
}

static int
by_name(const void *a, const void *b)
{
	const struct attendee *x = a, *y = b;
	char *p = utf8_fold(x->name), *q = utf8_fold(y->name);
	int c = strcmp(p, q);

	free(p);
	free(q);
	return c;
}

enum status
attend_load(struct attend *at, struct app *app, int64_t cpd, struct err *e)
{
	struct list_spec spec = {.ent = entities[ENT_booking], .sort = -1,
	    .today = app->today};
	struct filter *filter = NULL;
	enum status st;
	struct buf b;

	at->app = app;
	st = record_load(app, entities[ENT_cpd], cpd, &at->base, e);
	if (st)
		return st;
	at->cpd = row_copy(at->base);
	buf_init(&b, BUF_LINE);
	buf_add(&b, "cpd:");
	ref_text(app, entities[ENT_cpd], cpd, &b);
	st = filter_parse(spec.ent, b.p, app->today, &filter, e);
	buf_clear(&b);
	spec.filter = filter;
	if (!st)
		st = select_each(app, &spec, add_booking, at, e);
	filter_free(filter);
	if (!st && at->n > 1)
		qsort(at->v, at->n, sizeof *at->v, by_name);
	return st;
}

const char *
attend_status(const struct attend *at, size_t i)
{
	return row_get(at->v[i].row, F_booking_status);
}

void
attend_set(struct attend *at, size_t i, const char *status)
{
	struct attendee *a = &at->v[i];

	row_set(a->row, F_booking_status, status);
	if (strcmp(status, "attended") != 0)
		row_set(a->row, F_booking_hours, "");
}

void
attend_minutes(struct attend *at, size_t i, long minutes)
{
	struct buf b;

	attend_set(at, i, "attended");
	buf_init(&b, BUF_LINE);
	numbers_hours(minutes, &b);
	row_set(at->v[i].row, F_booking_hours, b.p);
	buf_clear(&b);
}

bool
attend_mark(struct attend *at, size_t i, int mark)
{
	char text[2] = {(char)('0' + mark), '\0'};

	if (!row_is(at->v[i].row, F_booking_status, "attended"))
		return false;
	row_set(at->v[i].row, F_booking_evaluation, mark ? text : "");
	return true;
}

size_t
attend_walk_in(struct attend *at, int64_t contact, const char *name)
{
	struct attendee *a;
	size_t i;

	for (i = 0; contact && i < at->n; i++)
		if (row_ref(at->v[i].row, F_booking_contact) == contact) {
			attend_set(at, i, "attended");
			return i;
		}
	a = add(at);
	a->row = record_new(at->app, entities[ENT_booking]);
	row_set_ref(a->row, F_booking_cpd, "cpd", at->base->id);
	row_set(a->row, F_booking_status, "attended");
	row_set(a->row, F_booking_walk_in, "yes");
	if (contact)
		row_set_ref(a->row, F_booking_contact, "contact", contact);
	else
		a->made = xstrdup(name);
	describe(at, a, contact, name);
	return at->n - 1;
}

void
attend_replace(struct attend *at, size_t i, int64_t contact, const char *name)
{
	struct attendee *a = &at->v[i];

	attend_set(at, i, "apologies");
	row_set_ref(a->row, F_booking_replaced_by, "contact", contact);
	free(a->instead);
	a->instead = short_name(name);
}

void
attend_name_instead(struct attend *at, size_t i)
{
	struct attendee *a = &at->v[i];

	free(a->instead);
	a->instead = name_of(at->app, row_ref(a->row, F_booking_replaced_by));
}

bool
attend_same(const struct row *a, const struct row *b)
{
	size_t i;

	for (i = 0; i < a->ent->nfields; i++)
		if (!row_same(a, b, (int)i))
			return false;
	return true;
}

bool
attend_changed(const struct attend *at)
{
	size_t i;

	for (i = 0; i < at->n; i++)
		if (!at->v[i].base || !attend_same(at->v[i].base, at->v[i].row))
			return true;
	return !attend_same(at->base, at->cpd);
}

size_t
attend_count(const struct attend *at, const char *status)
{
	size_t i, n = 0;

	for (i = 0; i < at->n; i++)
		n += strcmp(attend_status(at, i), status) == 0;
	return n;
}

size_t
attend_walk_ins(const struct attend *at)
{
	size_t i, n = 0;

	for (i = 0; i < at->n; i++)
		n += row_is(at->v[i].row, F_booking_walk_in, "yes");
	return n;
}

size_t
attend_find(const struct attend *at, const char *typed, size_t from)
{
	char *want = utf8_fold(typed), *name;
	size_t i, k, found = at->n;

	for (k = 0; k < at->n && found == at->n && *want; k++) {
		i = (from + k) % at->n;
		name = utf8_fold(at->v[i].name);
		if (str_starts(name, want))
			found = i;
		free(name);
	}
	free(want);
	return found;
}
