/* wanted.c - what a school wants and has not been promised, with what fits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/wanted.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "db/fitting.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

void
wanted_said(const struct row *r, int today, struct buf *out)
{
	const struct set *groups = row_members(r, F_request_groups);
	const struct field *kind = &r->ent->fields[F_request_kind];
	const struct choice *c = field_choice(kind, row_get(r,
	    F_request_kind));
	char day[24];

	if (!row_is_empty(r, F_request_title))
		buf_add(out, row_get(r, F_request_title));
	else if (c != NULL)
		buf_add(out, c->label);
	for (size_t i = 0; i < groups->n; i++) {
		buf_add(out, ", ");
		year_group_shown(groups->m[i].v[0], out);
	}
	if (row_day(r, F_request_by) == DAY_NONE)
		return;
	day_short(row_day(r, F_request_by), today, day);
	buf_addf(out, ", before %s", day + 4);
}

struct ids {
	int64_t		*v;
	size_t		 n;
};

static void
on_request(void *arg, const struct fitting_request *r)
{
	struct ids *ids = arg;

	ids->v = xreallocarray(ids->v, ids->n + 1, sizeof *ids->v);
	ids->v[ids->n++] = r->id;
}

static enum status
read_one(struct app *app, int64_t id, struct wanted *w, struct err *e)
{
	struct row *r;
	struct buf b;
	enum status st = store_load(app->db, entities[ENT_request], id, false,
	    &r, e);

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	wanted_said(r, app->today, &b);
	w->id = id;
	w->text = buf_take(&b);
	st = fitting_offers_for(app, r, &w->offers, e);
	row_free(r);
	return st;
}

enum status
wanted_of(struct app *app, int64_t school, struct wanteds *out, struct err *e)
{
	struct ids ids = { 0 };
	enum status st;

	*out = (struct wanteds){ 0 };
	st = fitting_requests(app->db, school, "", on_request, &ids, e);
	out->v = xcalloc(ids.n + 1, sizeof *out->v);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = read_one(app, ids.v[i], &out->v[out->n++], e);
	free(ids.v);
	if (st != ST_OK)
		wanted_clear(out);
	return st;
}

void
wanted_clear(struct wanteds *w)
{
	for (size_t i = 0; i < w->n; i++) {
		free(w->v[i].text);
		fittings_clear(&w->v[i].offers);
	}
	free(w->v);
	*w = (struct wanteds){ 0 };
}
