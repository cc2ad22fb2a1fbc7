/* quick_db.c - quick entry asks the database.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_db.h"

#include <stdlib.h>

#include "app/assess.h"
#include "app/fitting.h"
#include "app/lineage.h"
#include "app/options.h"
#include "app/quick_memo.h"
#include "app/record.h"
#include "app/text.h"
#include "app/users.h"
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

/* Where a list of records is kept by the kind of what they belong to: an id
 * belongs to one. */
struct by_kind {
	enum look_list	 list;
	size_t		 n;
	enum query	 query[3];
};

static const struct by_kind by_kinds[] = {
	{ LOOK_ROLES, 3, { Q_QUICK_ROLES_SCHOOL, Q_QUICK_ROLES_EMPLOYER,
	    Q_QUICK_ROLES_PARTNER } },
	{ LOOK_VISITS, 2, { Q_QUICK_VISITS_SCHOOL, Q_QUICK_VISITS_EMPLOYER } },
	{ LOOK_ABOUT, 3, { Q_QUICK_TASKS_CONTACT, Q_QUICK_TASKS_EMPLOYER,
	    Q_QUICK_TASKS_ABOUT_SCHOOL } },
};

static enum status
ids_by_kind(struct app *app, const struct by_kind *k, int64_t of,
    const char *from, const char *to, struct ids *out, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < k->n && st == ST_OK; i++) {
		struct stmt *s;

		if ((st = db_stmt(app->db, k->query[i], &s, e)) != ST_OK)
			break;
		st = k->list == LOOK_ROLES ? db_bindf(s, e, "ls", of, from) :
		    k->list == LOOK_ABOUT ? db_bindf(s, e, "l", of) :
		    db_bindf(s, e, "lss", of, from, to);
		if (st == ST_OK)
			st = take_ids(s, out, e);
	}
	return st;
}

/* The other lists: their statement and what it is told, where d is the first
 * day, e the last, y the academic year, o what they belong to, u the user. */
static const struct {
	enum look_list	 list;
	enum query	 query;
	const char	*told;
} plain[] = {
	{ LOOK_PLANNED, Q_QUICK_PLANNED, "ode" },
	{ LOOK_SESSIONS, Q_QUICK_SESSIONS, "de" },
	{ LOOK_BOOKINGS, Q_QUICK_BOOKINGS, "o" },
	{ LOOK_ROLLS, Q_QUICK_ROLLS, "oy" },
	{ LOOK_COMPASS, Q_QUICK_COMPASS, "od" },
	{ LOOK_LAST, Q_QUICK_LAST, "u" },
	{ LOOK_ROLES_OF, Q_QUICK_ROLES_OF, "od" },
	{ LOOK_CALLS, Q_QUICK_CALLS, "o" },
	{ LOOK_TASKS, Q_QUICK_TASKS_SCHOOL, "o" },
	{ LOOK_ACTIONS, Q_QUICK_ACTIONS, "oy" },
	{ LOOK_ASKED, Q_QUICK_ASKED, "o" },
	{ LOOK_VOLUNTEERS, Q_FIND_VOLUNTEERS, "o" },
	{ LOOK_PLACEMENTS, Q_QUICK_PLACEMENTS, "o" },
	{ LOOK_FACTS, Q_ROLLOVER_FACTS, "oy" },
	{ LOOK_MATCHES, Q_QUICK_MATCHES, "od" },
};

static enum status
ids_plain(struct app *app, enum query query, const char *told, int64_t of,
    int a, int b, struct ids *out, struct err *e)
{
	struct stmt *s;
	enum status st = db_stmt(app->db, query, &s, e);
	char text[11];

	for (int i = 0; st == ST_OK && told[i] != '\0'; i++) {
		if (told[i] == 'o') {
			st = db_bind_int(s, i + 1, of, e);
			continue;
		}
		if (told[i] == 'y')
			year_format(a, text);
		else
			day_iso(told[i] == 'd' ? a : b, text);
		st = db_bind_text(s, i + 1, told[i] == 'u' ? app->user : text,
		    e);
	}
	return st == ST_OK ? take_ids(s, out, e) : st;
}

static enum status
db_ids(void *arg, enum look_list list, int64_t of, int a, int b,
    struct ids *out, struct err *e)
{
	char from[11], to[11];

	if (list == LOOK_TASKS && of == 0)
		return ids_plain(arg, a == 0 ? Q_QUICK_TASKS_USER :
		    Q_QUICK_TASKS_OPEN, a == 0 ? "u" : "", 0, a, b, out, e);
	day_iso(a, from);
	day_iso(b, to);
	for (size_t i = 0; i < sizeof by_kinds / sizeof by_kinds[0]; i++)
		if (by_kinds[i].list == list)
			return ids_by_kind(arg, &by_kinds[i], of, from, to,
			    out, e);
	for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
		if (plain[i].list == list)
			return ids_plain(arg, plain[i].query, plain[i].told,
			    of, a, b, out, e);
	return ST_OK;
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

/* NEXT: "Northgate Academy, school/910002" */
static enum status
db_span(void *arg, int64_t school, int *first, int *last, struct buf *next,
    struct err *e)
{
	struct app *app = arg;
	struct lineage_span s;
	enum status st = lineage_span(app, school, &s, e);

	if (st != ST_OK)
		return st;
	*first = s.first;
	*last = s.last;
	if (s.next == 0)
		return ST_OK;
	title_text(app, entities[ENT_school], s.next, next);
	buf_add(next, ", ");
	ref_text(app, entities[ENT_school], s.next, next);
	return ST_OK;
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

static enum status
db_user(void *arg, const char *name, int64_t *out, struct err *e)
{
	return users_find(arg, name, out, e);
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

static enum status
db_fits(void *arg, const struct row *request, struct buf *out, struct err *e)
{
	struct fittings all;
	enum status st = fitting_offers_for(arg, request, &all, e);

	if (st == ST_OK) {
		fittings_said(&all, out);
		fittings_clear(&all);
	}
	return st;
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
		.span = db_span, .mine = db_mine, .user = db_user, .fresh = db_fresh,
		.field = db_field, .access = quick_access, .fits = db_fits,
	};
}
