/* quick_db.c - quick entry asks the database.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_db.h"

#include <stdlib.h>

#include "app/assess.h"
#include "app/options.h"
#include "app/quick_memo.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/str.h"
#include "db/db.h"
#include "db/rules.h"
#include "db/search.h"
#include "db/store.h"
#include "model/fields.h"

#define NAMES	20	/* candidates of one kind */

#define WEAK	KIND(31)	/* in the memo: what a weak search was for */

static enum name_kind
kind_of(const struct entity *ent)
{
	int k = 0;

	while (k < NK_RECORDS && kind_entity((enum name_kind)k) != ent)
		k++;
	return (enum name_kind)k;
}

static void
take_hits(struct hits *hits, struct cands *out)
{
	for (size_t i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];

		if (h->archived)
			continue;
		cand_push(out, &(struct cand){ .kind = kind_of(h->ent),
		    .id = h->id, .class = h->class, .closed = h->closed,
		    .title = h->title, .where = h->where });
	}
	hits_clear(hits);
}

/* The entities of KINDS, blank between. */
static void
kinds_refs(unsigned kinds, struct buf *out)
{
	for (int k = 0; k < NK_RECORDS; k++)
		if ((kinds & KIND(k)) != 0)
			buf_addf(out, "%s%s", out->n > 0 ? " " : "",
			    kind_entity((enum name_kind)k)->id);
}

static enum status
search(struct app *app, unsigned kinds, bool weak, const char *text,
    struct cands *out, struct err *e)
{
	struct hits hits = { 0 };
	struct buf refs;
	enum status st;

	buf_init(&refs, BUF_LINE);
	kinds_refs(kinds, &refs);
	st = weak ? search_names(app->db, refs.p, text, NAMES, &hits, e) :
	    search_words(app->db, refs.p, text, NAMES, &hits, e);
	buf_clear(&refs);
	if (st == ST_OK)
		take_hits(&hits, out);
	return st;
}

/* Each key reads the whole line again: only what is new is looked for. */
static enum status
search_once(struct app *app, unsigned kinds, bool weak, const char *text,
    struct cands *out, struct err *e)
{
	const struct memo_stamp now = { db_data_version(app->db),
	    app->step.writes };
	const unsigned what = kinds | (weak ? WEAK : 0);
	const struct cands *kept = memo_find(&app->memo, &now, what, text);
	struct cands found = { 0 };
	enum status st = ST_OK;

	if (kept == NULL) {
		st = search(app, kinds, weak, text, &found, e);
		if (st == ST_OK)
			memo_keep(app->memo, what, text, &found);
		kept = &found;
	}
	for (size_t i = 0; i < kept->n; i++)
		cand_push(out, &kept->v[i]);
	cands_free(&found);
	return st;
}

static enum status
db_names(void *arg, enum name_kind kind, const char *text, struct cands *out,
    struct err *e)
{
	return search_once(arg, KIND(kind), false, text, out, e);
}

static enum status
db_weak(void *arg, unsigned kinds, const char *text, struct cands *out,
    struct err *e)
{
	return search_once(arg, kinds, true, text, out, e);
}

static enum status
db_near(void *arg, enum name_kind kind, const char *name, struct cands *out,
    struct err *e)
{
	struct app *app = arg;
	struct hits hits = { 0 };
	enum status st = search_near(app->db, kind_entity(kind), name, NAMES,
	    &hits, e);

	if (st == ST_OK)
		take_hits(&hits, out);
	return st;
}

static enum status
take_ids(struct stmt *s, struct ids *out, struct err *e)
{
	bool more;
	enum status st;

	while ((st = db_step(s, &more, e)) == ST_OK && more)
		ids_add(out, db_int(s, 0));
	return st;
}

/* Roles are kept by the kind of organisation; an id belongs to one. */
static enum status
role_ids(struct app *app, int64_t of, const char *day, struct ids *out,
    struct err *e)
{
	static const enum query queries[] = {
		Q_QUICK_ROLES_SCHOOL, Q_QUICK_ROLES_EMPLOYER,
		Q_QUICK_ROLES_PARTNER
	};
	enum status st = ST_OK;

	for (size_t i = 0; i < 3 && st == ST_OK; i++) {
		struct stmt *s;

		if ((st = db_stmt(app->db, queries[i], &s, e)) == ST_OK &&
		    (st = db_bindf(s, e, "ls", of, day)) == ST_OK)
			st = take_ids(s, out, e);
	}
	return st;
}

static enum status
db_ids(void *arg, enum look_list list, int64_t of, int a, int b,
    struct ids *out, struct err *e)
{
	static const enum query queries[] = {
		[LOOK_PLANNED] = Q_QUICK_PLANNED,
		[LOOK_SESSIONS] = Q_QUICK_SESSIONS,
		[LOOK_BOOKINGS] = Q_QUICK_BOOKINGS,
		[LOOK_ROLES] = Q_QUICK_ROLES_SCHOOL,
		[LOOK_ROLLS] = Q_QUICK_ROLLS,
		[LOOK_COMPASS] = Q_QUICK_COMPASS,
		[LOOK_LAST] = Q_QUICK_LAST,
	};
	struct app *app = arg;
	struct stmt *s;
	char from[11], to[11], year[8];
	enum status st;

	if (list == LOOK_ROLES) {
		day_iso(a, from);
		return role_ids(app, of, from, out, e);
	}
	if ((st = db_stmt(app->db, queries[list], &s, e)) != ST_OK)
		return st;
	if (list == LOOK_ROLLS) {
		year_format(a, year);
		st = db_bindf(s, e, "ls", of, year);
	} else if (list == LOOK_BOOKINGS) {
		st = db_bindf(s, e, "l", of);
	} else if (list == LOOK_COMPASS) {
		day_iso(a, from);
		st = db_bindf(s, e, "ls", of, from);
	} else if (list == LOOK_LAST) {
		st = db_bindf(s, e, "s", app->user);
	} else {
		day_iso(a, from);
		day_iso(b, to);
		st = list == LOOK_PLANNED ?
		    db_bindf(s, e, "lss", of, from, to) :
		    db_bindf(s, e, "ss", from, to);
	}
	return st == ST_OK ? take_ids(s, out, e) : st;
}

static long
db_roll(void *arg, int64_t school, int year, const char *group)
{
	struct app *app = arg;
	char text[8];
	int64_t pupils;

	year_format(year, text);
	if (rules_pupils(app->db, school, text, group, &pupils, NULL) != ST_OK)
		return -1;
	return (long)pupils;
}

static enum status
db_framework(void *arg, const char *word, int day, const char **out,
    struct err *e)
{
	const struct frameworks *fs;
	const struct framework *fw;
	enum status st = assess_frameworks(arg, &fs, e);

	if (st != ST_OK)
		return st;
	fw = word == NULL ? framework_on(fs, day) : framework_find(fs, word);
	*out = fw != NULL ? fw->id : "";
	return ST_OK;
}

static enum status
db_load(void *arg, const struct entity *ent, int64_t id, struct row **out,
    struct err *e)
{
	struct app *app = arg;

	return store_load(app->db, ent, id, false, out, e);
}

static enum status
db_mine(void *arg, int64_t school, bool *out, struct err *e)
{
	struct app *app = arg;
	char day[11];
	int64_t found = 0;
	enum status st;

	day_iso(app->today, day);
	st = db_get_int(app->db, Q_MINE_SCHOOL, 0, &found, e, "ssl", app->user,
	    day, school);
	*out = found != 0;
	return st;
}

static struct row *
db_fresh(void *arg, const struct entity *ent)
{
	return record_new(arg, ent);
}

static enum status
db_field(void *arg, struct row *row, int field, const char *text,
    struct err *e)
{
	return value_parse(arg, row, field, text, 0, true, e);
}

struct look
quick_look_db(struct app *app)
{
	return (struct look){
		.arg = app, .today = app->today,
		.hours_per_day = (int)option_int(app->opt, OPT_HOURS_DAY),
		.names = db_names, .weak = db_weak, .near = db_near,
		.ids = db_ids,
		.roll = db_roll, .framework = db_framework, .load = db_load,
		.mine = db_mine, .fresh = db_fresh,
		.field = db_field,
	};
}
