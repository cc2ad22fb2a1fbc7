/* record.c - the one path by which records are written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/record.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "app/rules.h"
#include "app/stale.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/search.h"
#include "db/steps.h"
#include "db/store.h"
#include "model/id.h"

#define DAY_MS	INT64_C(86400000)
#define NEAR_ENTITIES	"employer contact cluster partner"

/* The time of this step: the clock's, unless that is a day behind the newest
 * step here; then the newest step's, so that order and ids keep their sense. */
static void
step_time(struct app *app)
{
	int64_t now = clock_ms(), last = id_ms(app->step.last_id);

	if (app->step.last_id != 0 && last - now > DAY_MS) {
		app_notice(app, xstrdup("The clock of this machine is more than"
		    " a day behind the newest change in this database; its"
		    " time is used. Set the clock."));
		now = last;
	}
	app->step.now_ms = now;
}

enum status
step_begin(struct app *app, struct err *e)
{
	enum status st;

	assert(!app->step.open);
	if ((st = app_may_write(app, e)) != ST_OK)
		return st;
	if ((st = db_begin(app->db, e)) != ST_OK)
		return st;
	if ((st = steps_next(app->db, &app->step.seq, e)) != ST_OK ||
	    (st = steps_last_id(app->db, &app->step.last_id, e)) != ST_OK)
		return db_end(app->db, st, e);
	step_time(app);
	app->step.open = true;
	app->step.undoes = app->step.changes = app->step.records = 0;
	app->step.record = 0;
	return ST_OK;
}

static int64_t
next_id(struct app *app)
{
	uint32_t chance = 0;

	if (!clock_is_fixed() && getrandom(&chance, sizeof chance, 0) < 0)
		chance = (uint32_t)clock_monotonic_ms();
	app->step.last_id = id_make(app->step.now_ms, chance & 0x1fffff,
	    app->step.last_id);
	return app->step.last_id;
}

void
step_above(struct app *app, int64_t id)
{
	assert(app->step.open);
	if (id > app->step.last_id && id_ms(id) <= app->step.now_ms + DAY_MS)
		app->step.last_id = id;
}

/* The row of the step itself, last: its id is the highest of all it made. */
static enum status
write_step(struct app *app, const char *label, struct err *e)
{
	char at[25];
	struct step s = {
		.seq = app->step.seq, .undoes = app->step.undoes,
		.id = next_id(app), .at = at, .user = app->user,
		.node = app->node, .label = (char *)(uintptr_t)label,
	};

	clock_iso(app->step.now_ms, at);
	return steps_add(app->db, &s, e);
}

enum status
step_end(struct app *app, enum status st, const char *label, struct err *e)
{
	bool empty = app->step.changes == 0;

	assert(app->step.open);
	if (st == ST_OK && !empty)
		st = store_totals(app->db, e);
	if (st == ST_OK && !empty)
		st = write_step(app, label, e);
	st = db_end(app->db, st, e);
	app->step.open = false;
	app->step.ended = st == ST_OK && !empty ? app->step.seq : 0;
	return st;
}

int64_t
step_last(const struct app *app)
{
	return app->step.ended;
}

int64_t
step_count(const struct app *app)
{
	return app->step.records;
}

static enum status
note_change(struct app *app, const struct row *r, const char *field,
    const char *member, const char *old, const char *new, struct err *e)
{
	if (app->step.record != r->id) {
		app->step.record = r->id;
		app->step.records++;
	}
	app->step.changes++;
	return steps_change(app->db, app->step.seq, r->ent->id, r->id, field,
	    member, old, new, e);
}

struct row *
record_new(const struct app *app, const struct entity *ent)
{
	struct row *r = row_new(ent);
	struct parse p = { .today = app->today };
	struct buf b;
	size_t i;

	buf_init(&b, BUF_LINE);
	for (i = 0; i < ent->nfields; i++) {
		if (ent->fields[i].def == NULL)
			continue;
		if (field_parse(&ent->fields[i], ent->fields[i].def, &p, &b,
		    NULL) == ST_OK)
			row_set(r, (int)i, b.p);
	}
	buf_clear(&b);
	if (ent->defaults != NULL)
		ent->defaults(r, app->today);
	return r;
}

enum status
record_load(struct app *app, const struct entity *ent, int64_t id,
    struct row **out, struct err *e)
{
	return store_load(app->db, ent, id, true, out, e);
}

/* Rules on one record, the same for form, command and import. */
static enum status
check_row(const struct row *r, struct err *e)
{
	size_t i;

	for (i = 0; i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];

		if ((f->flags & FF_REQUIRED) && row_is_empty(r, (int)i))
			return err_field(e, ST_INVALID, f->id,
			    "%s: %s is missing.", r->ent->id, f->id);
	}
	return r->ent->check != NULL ? r->ent->check(r, e) : ST_OK;
}

/* A natural key is refused a second time on one database; the other record is
 * offered. */
static enum status
check_key(struct app *app, const struct row *r, struct err *e)
{
	const struct entity *ent = r->ent;
	int64_t other;
	struct buf title;
	enum status st;

	if (ent->key < 0 || row_is_empty(r, ent->key))
		return ST_OK;
	st = store_by_key(app->db, ent, row_get(r, ent->key), &other, e);
	if (st != ST_OK || other == 0 || other == r->id)
		return st;
	buf_init(&title, BUF_LINE);
	title_text(app, ent, other, &title);
	st = err_field(e, ST_CONFLICT, ent->fields[ent->key].id,
	    "%s/%s exists already: %s.", ent->id, row_get(r, ent->key),
	    title.p);
	buf_clear(&title);
	return st;
}

/* One member of a set: what it was, what it is; A or B NULL for absent. */
static enum status
journal_member(struct app *app, const struct row *r, const struct field *f,
    const struct member *a, const struct member *b, struct err *e)
{
	struct buf key, old, new;
	enum status st;

	buf_init(&key, BUF_ROW);
	buf_init(&old, BUF_ROW);
	buf_init(&new, BUF_ROW);
	member_key(a != NULL ? a : b, f->set, &key);
	if (a != NULL)
		member_json(a, f->set, &old);
	if (b != NULL)
		member_json(b, f->set, &new);
	st = note_change(app, r, f->id, key.p, a != NULL ? old.p : NULL,
	    b != NULL ? new.p : NULL, e);
	buf_clear(&key);
	buf_clear(&old);
	buf_clear(&new);
	return st;
}

/* Both sets are sorted by key: walk them side by side. */
static enum status
journal_set(struct app *app, const struct row *old, const struct row *new,
    int i, struct err *e)
{
	const struct field *f = &new->ent->fields[i];
	const struct set *a = &old->sets[i], *b = &new->sets[i];
	size_t x = 0, y = 0;
	enum status st = ST_OK;

	while (st == ST_OK && (x < a->n || y < b->n)) {
		int c = x == a->n ? 1 : y == b->n ? -1 :
		    member_cmp_key(&a->m[x], &b->m[y], f->set);

		if (c < 0)
			st = journal_member(app, new, f, &a->m[x], NULL, e);
		else if (c > 0)
			st = journal_member(app, new, f, NULL, &b->m[y], e);
		else if (!member_same(&a->m[x], &b->m[y], f->set))
			st = journal_member(app, new, f, &a->m[x], &b->m[y], e);
		x += c <= 0;
		y += c >= 0;
	}
	return st;
}

static enum status
journal_field(struct app *app, const struct row *old, const struct row *new,
    int i, struct err *e)
{
	const struct field *f = &new->ent->fields[i];

	if ((f->flags & FF_DERIVED) || row_same(old, new, i))
		return ST_OK;
	if (f->type == FT_SET)
		return journal_set(app, old, new, i, e);
	return note_change(app, new, f->id, "", row_get(old, i),
	    row_get(new, i), e);
}

/* A whole record comes (old NULL) or goes (row NULL): one change. */
static enum status
write_whole(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	const struct row *r = row != NULL ? row : old;
	struct buf json;
	enum status st;

	buf_init(&json, BUF_ROW);
	row_json(r, &json);
	st = note_change(app, r, "", "", old != NULL ? json.p : NULL,
	    row != NULL ? json.p : NULL, e);
	buf_clear(&json);
	if (st != ST_OK)
		return st;
	if (row != NULL)
		return store_insert(app->db, row, e);
	if (r->ent->key >= 0 && !row_is_empty(r, r->ent->key) &&
	    (st = steps_gone(app->db, r->ent->id, row_get(r, r->ent->key),
	    r->id, e)) != ST_OK)
		return st;
	return store_delete(app->db, old, e);
}

enum status
record_write(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	enum status st;
	size_t i;

	if (old == NULL || row == NULL)
		return write_whole(app, old, row, e);
	for (i = 0; i < row->ent->nfields; i++)
		if ((st = journal_field(app, old, row, (int)i, e)) != ST_OK)
			return st;
	return store_update(app->db, old, row, e);
}

enum status
record_add(struct app *app, struct row *row, struct err *e)
{
	enum status st;

	assert(app->step.open);
	if (row->ent->derive != NULL)
		row->ent->derive(NULL, row, app->today);
	if ((st = rules_before(app, NULL, row, e)) != ST_OK ||
	    (st = check_row(row, e)) != ST_OK ||
	    (st = check_key(app, row, e)) != ST_OK)
		return st;
	if (row->id == 0)
		row->id = next_id(app);
	else if (store_exists(app->db, row->ent, row->id))
		return err_set(e, ST_CONFLICT,
		    "A %s with this code exists already.", row->ent->id);
	if ((st = record_write(app, NULL, row, e)) != ST_OK)
		return st;
	return rules_after(app, NULL, row, e);
}

/* Derive, check and write NEXT over NOW, both of this moment. */
static enum status
change_to(struct app *app, const struct row *now, struct row *next,
    struct err *e)
{
	const struct entity *ent = now->ent;
	enum status st;

	if (ent->derive != NULL)
		ent->derive(now, next, app->today);
	if ((st = rules_before(app, now, next, e)) != ST_OK ||
	    (st = check_row(next, e)) != ST_OK)
		return st;
	if (ent->key >= 0 && !row_same(now, next, ent->key) &&
	    (st = check_key(app, next, e)) != ST_OK)
		return st;
	if ((st = record_write(app, now, next, e)) != ST_OK)
		return st;
	return rules_after(app, now, next, e);
}

enum status
record_change(struct app *app, const struct row *base, struct row *mine,
    struct clashes *out, struct err *e)
{
	struct clashes found = { NULL, 0 };
	struct row *now, *next, swap;
	enum status st;

	assert(app->step.open);
	st = record_load(app, base->ent, base->id, &now, e);
	if (st != ST_OK)
		return st;
	next = row_copy(now);
	st = stale_merge(app, base, mine, now, next, &found, e);
	if (st == ST_OK && found.n > 0)
		st = stale_refuse(app, base->ent, &found, e);
	if (st == ST_OK)
		st = change_to(app, now, next, e);
	if (st == ST_OK) {
		swap = *mine;
		*mine = *next;
		*next = swap;
	}
	if (out != NULL)
		*out = found;
	else
		clashes_clear(&found);
	row_free(now);
	row_free(next);
	return st;
}

/* Set `archived` and its reason, as any other change. */
static enum status
set_archived(struct app *app, const struct entity *ent, int64_t id,
    const char *day, const char *reason, struct err *e)
{
	struct row *base, *mine;
	enum status st;

	if ((st = record_load(app, ent, id, &base, e)) != ST_OK)
		return st;
	mine = row_copy(base);
	row_set(mine, entity_field(ent, "archived"), day);
	row_set(mine, entity_field(ent, "archived_for"), reason);
	if (!row_same(base, mine, entity_field(ent, "archived")))
		st = record_change(app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

enum status
record_archive(struct app *app, const struct entity *ent, int64_t id,
    const char *reason, struct err *e)
{
	struct row *r;
	char day[11];
	bool already;
	enum status st;

	if ((st = record_load(app, ent, id, &r, e)) != ST_OK)
		return st;
	already = !row_is_empty(r, entity_field(ent, "archived"));
	row_free(r);
	if (already)
		return ST_OK;
	day_iso(app->today, day);
	return set_archived(app, ent, id, day, reason != NULL ? reason : "", e);
}

enum status
record_restore(struct app *app, const struct entity *ent, int64_t id,
    struct err *e)
{
	return set_archived(app, ent, id, "", "", e);
}

enum status
record_save(struct app *app, const struct row *base, struct row *mine,
    struct clashes *clashes, struct err *e)
{
	struct buf label;
	enum status st;

	if (clashes != NULL)
		*clashes = (struct clashes){ NULL, 0 };
	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	st = base == NULL ? record_add(app, mine, e) :
	    record_change(app, base, mine, clashes, e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, base == NULL ? "added " : "changed ");
	if (st == ST_OK)
		ref_text(app, mine->ent, mine->id, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}

enum status
record_near(struct app *app, const struct row *row, struct err *e)
{
	struct hits hits = { NULL, 0, 0 };
	struct buf text;
	enum status st;
	int name = entity_field(row->ent, "name");
	size_t i;

	if (name < 0 || !str_in(row->ent->id, NEAR_ENTITIES))
		return ST_OK;
	st = search_near(app->db, row->ent, row_get(row, name), 5, &hits, e);
	if (st == ST_OK && hits.n > 0) {
		buf_init(&text, BUF_LINE);
		for (i = 0; i < hits.n; i++) {
			buf_add(&text, i > 0 ? "; " : "");
			ref_text(app, hits.v[i].ent, hits.v[i].id, &text);
			buf_addf(&text, " %s", hits.v[i].title);
		}
		st = err_field(e, ST_CONFLICT, "name",
		    "\"%s\" is close to what exists already: %s.",
		    row_get(row, name), text.p);
		buf_clear(&text);
	}
	hits_clear(&hits);
	return st;
}
