/* erase.c - a person is taken out: record, history, search, drafts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/erase_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/may.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/db.h"
#include "db/erase.h"
#include "db/store.h"
#include "model/fields.h"

struct erasing {
	struct app	*app;
	const struct erase *asked;	/* with the answers */
	struct erase	 x;		/* as it is now */
	struct erase_edit *edit;
	size_t		 n;
	struct strs	 files;		/* that perhaps name them still */
	bool		 others;	/* texts of no person's index changed */
};

/* --- what becomes of each record ----------------------------------------- */

static struct erase_edit *
edit_of(struct erasing *g, const struct entity *ent, int64_t id)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->edit[i].id == id && g->edit[i].ent == ent)
			return &g->edit[i];
	g->edit = xreallocarray(g->edit, g->n + 1, sizeof *g->edit);
	g->edit[g->n] = (struct erase_edit){ ent, id,
	    xcalloc(ent->nfields, 1) };
	return &g->edit[g->n++];
}

/* The answer that was given; what came since was not asked. */
static bool
wanted(const struct erase *asked, const struct erase_mention *m)
{
	for (size_t i = 0; i < asked->n; i++)
		if (asked->m[i].id == m->id && asked->m[i].field == m->field)
			return asked->m[i].erase;
	return false;
}

static void
decide(struct erasing *g)
{
	for (size_t i = 0; i < g->x.n; i++) {
		struct erase_mention *m = &g->x.m[i];
		struct erase_edit *ed;

		m->erase = wanted(g->asked, m);
		if (!m->erase)
			continue;
		ed = edit_of(g, m->ent, m->id);
		ed->how[m->field] = m->perhaps && m->part ? ERASE_PARTS :
		    ERASE_WORDS;
		g->others = true;
	}
	for (size_t i = 0; i < g->x.about.n; i++) {
		const struct ref_by *by = &g->x.about.v[i];
		struct erase_edit *ed;

		if (by->ent->no == ENT_contact)
			continue;	/* all of it goes */
		ed = edit_of(g, by->ent, by->id);
		for (size_t k = 0; k < by->ent->nfields; k++)
			if (by->ent->fields[k].flags & FF_PERSON)
				ed->how[k] = ERASE_BLANK;
	}
}

/* --- what they were still to do ------------------------------------------ */

/* A place on a session that is to come. */
static enum status
give_back(struct erasing *g, const struct row *base, struct row *mine,
    struct err *e)
{
	struct row *cpd;
	enum status st;
	int day;

	if (!row_is(base, F_booking_status, "booked") &&
	    !row_is(base, F_booking_status, "waiting"))
		return ST_OK;
	st = store_load(g->app->db, entities[ENT_cpd],
	    row_ref(base, F_booking_cpd), false, &cpd, e);
	if (st != ST_OK)
		return st;
	day = row_day(cpd, F_cpd_date);
	if (day != DAY_NONE && day >= g->app->today)
		row_set(mine, F_booking_status, "cancelled");
	row_free(cpd);
	return ST_OK;
}

/* What lasts has ended, by today at the latest. */
static void
end_now(struct erasing *g, const struct row *base, struct row *mine)
{
	int from = entity_field(base->ent, "from");
	int to = entity_field(base->ent, "to");
	int day = to >= 0 ? row_day(base, to) : DAY_NONE;
	int end = g->app->today - 1;
	char iso[11];

	if (to < 0 || base->ent->fields[to].type != FT_DATE ||
	    (day != DAY_NONE && day <= end))
		return;
	if (from >= 0 && row_day(base, from) != DAY_NONE &&
	    row_day(base, from) > end)
		end = row_day(base, from);
	day_iso(end, iso);
	row_set(mine, to, iso);
}

static enum status
end_one(struct erasing *g, const struct ref_by *by, struct err *e)
{
	struct row *base, *mine;
	enum status st;

	if (by->ent->no == ENT_contact ||
	    !store_exists(g->app->db, by->ent, by->id))
		return ST_OK;	/* only the history has it */
	if ((st = record_load(g->app, by->ent, by->id, &base, e)) != ST_OK)
		return st;
	mine = row_copy(base);
	end_now(g, base, mine);
	if (by->ent->no == ENT_volunteer)
		row_set(mine, F_volunteer_stage, "closed");
	if (by->ent->no == ENT_booking)
		st = give_back(g, base, mine, e);
	if (st == ST_OK)
		st = record_change(g->app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

/* --- doing it ------------------------------------------------------------ */

static enum status
erase_contact(struct erasing *g, int64_t id, struct err *e)
{
	const struct entity *ent = entities[ENT_contact];
	struct row *old, *empty;
	char today[11];
	enum status st = store_load(g->app->db, ent, id, false, &old, e);

	if (st != ST_OK)
		return st;
	day_iso(g->app->today, today);
	empty = row_new(ent);
	empty->id = old->id;
	row_set(empty, F_contact_name, ERASED_NAME);
	row_set(empty, F_contact_contact_ok, "none");
	row_set(empty, F_contact_archived, today);
	row_set(empty, F_contact_archived_for, id == g->x.id ? "erased" :
	    row_get(old, F_contact_archived_for));
	if ((st = erase_record(g->app->db, ent, empty->id, e)) == ST_OK)
		st = record_erased(g->app, old, empty, e);
	row_free(old);
	row_free(empty);
	return st;
}

static enum status
erase_one(struct erasing *g, const struct erase_edit *ed, struct err *e)
{
	struct row *old, *new;
	enum status st = erase_history(g->app, &g->x.of, ed, e);

	if (st != ST_OK || !store_exists(g->app->db, ed->ent, ed->id))
		return st;
	if ((st = store_load(g->app->db, ed->ent, ed->id, false, &old, e)) !=
	    ST_OK)
		return st;
	new = row_copy(old);
	if (erase_row(&g->x.of, ed, new))
		st = store_update(g->app->db, old, new, e);
	row_free(old);
	row_free(new);
	return st;
}

/* Labels name records by reference; what somebody's file was called may be
 * in one. */
static enum status
label(void *arg, int64_t seq, const char *text, struct err *e)
{
	struct erasing *g = arg;
	char *new = mention_replace(&g->x.of, text, MENTION_SURE, ERASED_TEXT);
	enum status st = new != NULL ? erase_label(g->app->db, seq, new, e) :
	    ST_OK;

	free(new);
	return st;
}

/* Within the step: all of the database, then the files, so that once it is
 * committed nothing of the person is left in either. */
static enum status
erase_all(struct erasing *g, struct err *e)
{
	struct db *db = g->app->db;
	int64_t seq = g->app->step.seq;
	enum status st = erase_look(g->app, g->asked->id, &g->x, e);

	if (st != ST_OK)
		return st;
	g->x.despite_hold = g->asked->despite_hold;
	st = erase_held(g->app, &g->x, e);
	for (size_t i = 0; i < g->x.about.n && st == ST_OK; i++)
		st = end_one(g, &g->x.about.v[i], e);
	decide(g);
	if (st != ST_OK || (st = erase_open(db, seq, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < g->x.nown && st == ST_OK; i++)
		st = erase_contact(g, g->x.own[i], e);
	for (size_t i = 0; i < g->n && st == ST_OK; i++)
		st = erase_one(g, &g->edit[i], e);
	if (st == ST_OK && (st = erase_labels(db, label, g, e)) == ST_OK &&
	    (st = erase_close(db, seq, g->others, e)) == ST_OK)
		st = erase_files(&g->x, NULL, &g->files, e);
	return st;
}

static void
tell_left(struct erasing *g, struct strs *left)
{
	struct buf b;

	for (size_t i = 0; i < g->x.n && left != NULL; i++) {
		if (g->x.m[i].erase && g->x.m[i].rest == NULL)
			continue;
		buf_init(&b, BUF_LINE);
		(g->x.m[i].erase ? erase_rest_text : erase_mention_text)(
		    g->app, &g->x.m[i], &b);
		strs_take(left, buf_take(&b));
	}
	for (size_t i = 0; i < g->files.n && left != NULL; i++)
		strs_add(left, g->files.v[i]);
}

static void
clear(struct erasing *g)
{
	for (size_t i = 0; i < g->n; i++)
		free(g->edit[i].how);
	free(g->edit);
	strs_clear(&g->files);
	erase_clear(&g->x);
}

static enum status
finish(struct app *app, int64_t id, struct err *e)
{
	struct err why = { 0 };
	enum status st = erase_finish(app->db, &why);
	struct buf ref;

	if (st == ST_OK)
		return ST_OK;
	buf_init(&ref, BUF_LINE);
	ref_text(app, entities[ENT_contact], id, &ref);
	/* what follows a semicolon is of saving: "nothing was saved" */
	(void)err_set(e, st, "The person is erased, but unused parts of the "
	    "file are not cleaned yet; do it again, with %s: %.*s", ref.p,
	    (int)strcspn(why.text, ";"), why.text);
	if (e != NULL)
		memcpy(e->detail, why.detail, sizeof e->detail);
	buf_clear(&ref);
	return st;
}

enum status
erase_do(struct app *app, const struct erase *asked, struct strs *left,
    struct err *e)
{
	struct erasing g = { .app = app, .asked = asked };
	struct buf words;
	enum status st;

	if ((st = may_do(app, DO_ERASE, entities[ENT_contact], e)) != ST_OK)
		return st;
	if (asked->again)
		return finish(app, asked->id, e);
	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	buf_init(&words, BUF_LINE);
	buf_add(&words, "erased ");
	ref_text(app, entities[ENT_contact], asked->id, &words);
	st = step_end(app, erase_all(&g, e), words.p, e);
	buf_clear(&words);
	if (st == ST_OK)
		tell_left(&g, left);
	clear(&g);
	return st == ST_OK ? finish(app, asked->id, e) : st;
}

enum status
erase_refuse_undo(struct app *app, int64_t step, struct err *e)
{
	int64_t id;
	enum status st = erase_by(app->db, step, &id, e);

	if (st != ST_OK || id == 0)
		return st;
	return err_set(e, ST_CONFLICT, "Step %lld erased a person; that stays. "
	    "Older ones can be undone in the history.", (long long)step);
}
