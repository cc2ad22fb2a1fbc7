/* succeed.c - one school takes over from another on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/succeed_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/dated.h"
#include "app/import_gias.h"
#include "app/lineage.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- who holds what ------------------------------------------------------ */

/* A row that holds on the day ends the day before, and a copy goes on at the
 * new school; one that begins later moves. Who has the same there already needs
 * no second row. */
static enum status
copy_on(struct succeeding *s, const struct row *base, struct err *e)
{
	int from = entity_field(base->ent, "from");
	int to = entity_field(base->ent, "to");
	struct row *next = row_copy(base), *old = row_copy(base);
	enum status st = ST_OK;

	next->id = 0;
	succeed_repoint(s, next);
	row_set(next, from, s->on);
	if (row_day(next, to) != DAY_NONE && row_day(next, to) < s->day)
		row_set(next, to, "");
	if (!s->again) {
		dated_end(old, s->day);
		st = record_change(s->app, base, old, NULL, e);
	}
	if (st == ST_OK) {
		st = record_add(s->app, next, e);
		if (st == ST_OK)
			told_add(s->app, &s->told->did, "handed on", next,
			    NULL);
		else if (st == ST_CONFLICT)	/* there already */
			st = ST_OK;
	}
	row_free(old);
	row_free(next);
	return st;
}

static enum status
hand_on(struct succeeding *s, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct row *base;
	enum status st = store_load(s->app->db, ent, id, false, &base, e);
	int from;

	if (st != ST_OK)
		return st;
	from = row_day(base, entity_field(ent, "from"));
	if (from == DAY_NONE || from < s->day)
		st = copy_on(s, base, e);
	else if (!s->again) {
		st = succeed_move(s, ent, id, e);
		if (st == ST_CONFLICT)	/* there already */
			st = record_archive(s->app, ent, id, s->reason, e);
	}
	row_free(base);
	return st;
}

/* --- all that goes on ---------------------------------------------------- */

enum { BY_DAY = 1, SHARED = 2, SHOWN = 4 };

/* In order: what others name comes before them. */
static const struct piece {
	enum entity_no	 ent;
	enum query	 q;
	unsigned	 flags;	/* BY_DAY: the statement asks for the day; SHARED:
				 * both parts of a split have it; SHOWN: of today
				 * when that is later */
	enum status	(*all)(struct succeeding *, struct err *);
} pieces[] = {
	{ ENT_membership, 0, SHARED, succeed_membership },
	{ ENT_role, Q_QUICK_ROLES_SCHOOL, BY_DAY | SHARED, NULL },
	{ ENT_coordinator, Q_SUCCEED_COORDINATORS, BY_DAY | SHARED, NULL },
	{ ENT_member, Q_SUCCEED_MEMBERS, BY_DAY | SHARED, NULL },
	{ ENT_match, Q_SUCCEED_MATCHES, BY_DAY | SHARED, NULL },
	{ ENT_term, Q_SUCCEED_TERMS, BY_DAY | SHARED, NULL },
	{ ENT_plan, 0, 0, succeed_plans },
	{ ENT_case, Q_SUCCEED_CASES, 0, NULL },
	{ ENT_visit, Q_SUCCEED_VISITS, BY_DAY, NULL },
	{ ENT_encounter, Q_SUCCEED_ENCOUNTERS, BY_DAY, NULL },
	{ ENT_event, Q_SUCCEED_EVENTS, BY_DAY, NULL },
	{ ENT_checklist, Q_SUCCEED_CHECKLISTS, 0, NULL },
	{ ENT_task, Q_SUCCEED_TASKS, 0, NULL },
	{ ENT_handover, Q_SUCCEED_HANDOVERS, BY_DAY | SHOWN, NULL },
	{ ENT_roll, 0, 0, succeed_rolls },
	{ ENT_fact, 0, 0, succeed_facts },
};

/* Of the second part of a split what held the day before: it has ended. */
static enum status
go_on(struct succeeding *s, const struct piece *p, struct err *e)
{
	const struct entity *ent = entities[p->ent];
	int day = s->again ? s->day - 1 : s->day;
	struct db_ids ids = { 0 };
	char on[11];
	enum status st;

	if ((p->flags & SHOWN) && s->app->today > day)
		day = s->app->today;
	day_iso(day, on);
	st = db_get_ids(s->app->db, p->q, &ids, e, p->flags & BY_DAY ? "ls" :
	    "l", s->from, on);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = p->flags & SHARED ? hand_on(s, ent, ids.v[i], e) :
		    succeed_move(s, ent, ids.v[i], e);
	db_ids_clear(&ids);
	return st;
}

static enum status
all_pieces(struct succeeding *s, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(pieces) && st == ST_OK; i++)
		if (!s->again || (pieces[i].flags & SHARED))
			st = pieces[i].all != NULL ? pieces[i].all(s, e) :
			    go_on(s, &pieces[i], e);
	return st;
}

/* --- may it be ----------------------------------------------------------- */

static char *
ref_of(struct app *app, int64_t school)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(app, entities[ENT_school], school, &b);
	return buf_take(&b);
}

static enum status
refuse_after(struct succeeding *s, const struct lineage_link *l, struct err *e)
{
	char *from = ref_of(s->app, s->from), *to = ref_of(s->app, l->school);
	char day[24];
	enum status st;

	day_long(l->day, day);
	if (l->school == s->to)
		st = err_set(e, ST_CONFLICT, "%s is succeeded by %s already, "
		    "on %s.", from, to, day);
	else if (l->split && str_eq(s->kind, "split"))
		st = err_set(e, ST_CONFLICT, "%s was split on %s: both parts "
		    "begin on that day, so say --on that day.", from, day);
	else
		st = err_set(e, ST_CONFLICT, "%s is succeeded by %s, on %s; "
		    "only a split (--kind split, both times) goes on to two "
		    "schools.", from, to, day);
	free(from);
	free(to);
	return st;
}

/* The second part of a split begins on the day of the first. */
static enum status
check_after(struct succeeding *s, bool day_given, struct err *e)
{
	struct lineage_links l;
	enum status st = lineage_links(s->app, s->from, true, &l, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < l.n && st == ST_OK; i++) {
		if (l.v[i].split && str_eq(s->kind, "split") && !day_given)
			s->day = l.v[i].day;
		if (l.v[i].school == s->to || !l.v[i].split ||
		    !str_eq(s->kind, "split") || l.v[i].day != s->day)
			st = refuse_after(s, &l.v[i], e);
		s->again = true;
	}
	lineage_links_clear(&l);
	return st;
}

/* Several go on to one school only when they merge. */
static enum status
check_before(struct succeeding *s, struct err *e)
{
	struct lineage_links l;
	char *to, *other;
	enum status st = lineage_links(s->app, s->to, false, &l, e);

	if (st != ST_OK)
		return st;
	if (l.n > 0 && !(l.v[0].merged && str_eq(s->kind, "merged"))) {
		to = ref_of(s->app, s->to);
		other = ref_of(s->app, l.v[0].school);
		st = err_set(e, ST_CONFLICT, "%s took over from %s already; "
		    "only schools that merge (--kind merged, each time) go on "
		    "to one.", to, other);
		free(to);
		free(other);
	}
	lineage_links_clear(&l);
	return st;
}

static void
remember(struct db_ids *seen, int64_t school)
{
	for (size_t i = 0; i < seen->n; i++)
		if (seen->v[i] == school)
			return;
	seen->v = xreallocarray(seen->v, seen->n + 1, sizeof *seen->v);
	seen->v[seen->n++] = school;
}

static enum status
refuse_loop(struct succeeding *s, struct err *e)
{
	char *to = ref_of(s->app, s->to), *from = ref_of(s->app, s->from);
	enum status st = err_set(e, ST_CONFLICT, "%s went on to %s itself; it"
	    " cannot take over from it.", to, from);

	free(to);
	free(from);
	return st;
}

/* Does the new school, or one it went on to, go on to the old one? */
static enum status
check_loop(struct succeeding *s, struct err *e)
{
	struct db_ids seen = { 0 };
	struct lineage_links l;
	enum status st = ST_OK;

	remember(&seen, s->to);
	for (size_t i = 0; i < seen.n && st == ST_OK; i++) {
		st = lineage_links(s->app, seen.v[i], true, &l, e);
		if (st != ST_OK)
			break;
		for (size_t k = 0; k < l.n; k++) {
			remember(&seen, l.v[k].school);
			if (l.v[k].school == s->from)
				st = refuse_loop(s, e);
		}
		lineage_links_clear(&l);
	}
	db_ids_clear(&seen);
	return st;
}

/* The day on which the new school OPENED, else the one after that on which the
 * old one closed, else today. */
static enum status
likely_day(struct succeeding *s, int opened, struct err *e)
{
	struct row *old;
	enum status st;

	s->day = opened;
	if (opened != DAY_NONE)
		return ST_OK;
	st = store_load(s->app->db, entities[ENT_school], s->from, false, &old,
	    e);
	if (st != ST_OK)
		return st;
	s->day = row_day(old, F_school_closed);
	s->day = s->day == DAY_NONE ? s->app->today : s->day + 1;
	row_free(old);
	return ST_OK;
}

static enum status
check_schools(struct succeeding *s, bool day_given, struct err *e)
{
	struct row *to;
	char *ref;
	enum status st;

	if (s->from == s->to)
		return err_set(e, ST_INVALID, "A school does not succeed "
		    "itself: name the old one, then the new one.");
	st = store_load(s->app->db, entities[ENT_school], s->to, false, &to,
	    e);
	if (st != ST_OK)
		return st;
	if (!day_given)
		st = likely_day(s, row_day(to, F_school_opened), e);
	if (st == ST_OK && !row_is_empty(to, F_school_archived)) {
		ref = ref_of(s->app, s->to);
		st = err_set(e, ST_CONFLICT, "%s is archived; bring it back "
		    "first: caseload restore %s.", ref, ref);
		free(ref);
	}
	row_free(to);
	return st;
}

static enum status
check_kind(struct succeeding *s, const char *kind, struct err *e)
{
	const struct field *f =
	    &entities[ENT_succession]->fields[F_succession_kind];
	const struct choice *c = field_choice(f, kind);

	if (c == NULL)
		return err_set(e, ST_INVALID, "\"%s\" is no kind of "
		    "succession: converted, merged, split, same.", kind);
	s->kind = c->word;
	return ST_OK;
}

/* --- the step ------------------------------------------------------------ */

/* First, so that what is known of both schools knows it (a limited place). */
static enum status
add_succession(struct succeeding *s, struct err *e)
{
	struct row *r = record_new(s->app, entities[ENT_succession]);
	enum status st;

	row_set_ref(r, F_succession_old, "school", s->from);
	row_set_ref(r, F_succession_new, "school", s->to);
	row_set(r, F_succession_date, s->on);
	row_set(r, F_succession_kind, s->kind);
	if ((st = record_add(s->app, r, e)) == ST_OK)
		s->told->id = r->id;
	row_free(r);
	return st;
}

/* What the register suggested and is decided now needs no decision. */
static enum status
settle_proposal(struct succeeding *s, struct err *e)
{
	struct row *base, *to, *mine;
	struct buf left;
	enum status st;

	st = store_load(s->app->db, entities[ENT_school], s->from, false,
	    &base, e);
	if (st != ST_OK)
		return st;
	st = store_load(s->app->db, base->ent, s->to, false, &to, e);
	if (st == ST_OK) {
		buf_init(&left, BUF_ROW);
		gias_decided(row_get(base, F_school_proposed),
		    row_get(to, F_school_urn), &left);
		mine = row_copy(base);
		row_set(mine, F_school_proposed, left.p);
		if (!row_same(base, mine, F_school_proposed))
			st = record_change(s->app, base, mine, NULL, e);
		row_free(mine);
		buf_clear(&left);
		row_free(to);
	}
	row_free(base);
	return st;
}

enum status
succeed(struct app *app, const struct succeed_ask *ask,
    struct succeed_told *told, struct err *e)
{
	struct succeeding s = { .app = app, .from = ask->from, .to = ask->to,
		.day = ask->day, .told = told };
	bool given = ask->day != DAY_NONE;
	char *ref;
	enum status st;

	*told = (struct succeed_told){ 0 };
	if ((st = check_kind(&s, ask->kind != NULL ? ask->kind : "converted",
	    e)) != ST_OK ||
	    (st = check_schools(&s, given, e)) != ST_OK ||
	    (st = check_after(&s, given, e)) != ST_OK ||
	    (st = check_before(&s, e)) != ST_OK ||
	    (st = check_loop(&s, e)) != ST_OK)
		return st;
	day_iso(s.day, s.on);
	told->day = s.day;
	told->kind = s.kind;
	ref = ref_of(app, s.to);
	s.reason = xasprintf("%s: %s", s.kind, ref);
	free(ref);
	if (s.day > app->today)
		strs_add(&told->did.notes, "That day is not here yet: what is "
		    "going on belongs to the new school from now on.");
	if (s.again)
		strs_add(&told->did.notes, "Plan, tasks, cases, visits and "
		    "encounters went with the first part; people, stages and "
		    "coordinators are copied.");
	else if (str_eq(s.kind, "split"))
		strs_add(&told->did.notes, "Plan, tasks, cases, visits and "
		    "encounters go with this part; rolls are not copied: "
		    "each part has its own.");
	if ((st = add_succession(&s, e)) == ST_OK)
		st = all_pieces(&s, e);
	if (st == ST_OK)
		st = settle_proposal(&s, e);
	free(s.reason);
	return st;
}

void
succeed_label(struct app *app, const struct succeed_ask *ask,
    const struct succeed_told *t, struct buf *out)
{
	char day[11];

	day_iso(t->day, day);
	ref_text(app, entities[ENT_school], ask->from, out);
	buf_add(out, " succeeded by ");
	ref_text(app, entities[ENT_school], ask->to, out);
	buf_addf(out, " on %s (%s)", day, t->kind);
}

void
succeed_told_clear(struct succeed_told *t)
{
	told_clear(&t->did);
	*t = (struct succeed_told){ 0 };
}
