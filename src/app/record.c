/* record.c - the one path by which records are written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/record.h"

#include <assert.h>

#include "app/contacted.h"
#include "app/odd.h"
#include "app/rules.h"
#include "app/stale.h"
#include "app/step.h"
#include "app/text.h"
#include "base/str.h"
#include "db/search.h"
#include "db/store.h"
#include "model/special.h"

#define NEAR_ENTITIES	"employer contact cluster partner"

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

enum status
record_load_some(struct app *app, const struct entity *ent, int64_t id,
    const bool *derived, struct row **out, struct err *e)
{
	return store_load_some(app->db, ent, id, derived, out, e);
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

/* What NEXT says of somebody that a record had better not: told, not refused. */
static void
tell_special(struct app *app, const struct row *old, const struct row *next)
{
	struct strs found = { 0 };
	struct buf b;

	if (app->special == NULL)
		return;
	special_row(old, next, &found);
	for (size_t i = 0; i < found.n; i++) {
		buf_init(&b, BUF_LINE);
		ref_text(app, next->ent, next->id, &b);
		buf_addf(&b, " %s", found.v[i]);
		strs_take(app->special, buf_take(&b));
	}
	strs_clear(&found);
}

/* That others are in touch already, and what is out of place: told, not
 * refused. */
static enum status
tell_minded(struct app *app, const struct row *old, const struct row *next,
    struct err *e)
{
	enum status st = app->minded == NULL ? ST_OK :
	    contacted_mind(app, old, next, app->minded, e);

	return st != ST_OK || app->odd == NULL ? st :
	    odd_tell(app, old, next, app->odd, e);
}

/* What follows from a change, also where others' schools are concerned. */
static enum status
follow(struct app *app, const struct row *old, const struct row *next,
    struct err *e)
{
	bool was = app->step.follows;
	enum status st;

	app->step.follows = true;
	st = rules_after(app, old, next, e);
	app->step.follows = was;
	return st;
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
		row->id = app->step.given = step_id(app);
	else if (store_exists(app->db, row->ent, row->id))
		return err_set(e, ST_CONFLICT,
		    "A %s with this code exists already.", row->ent->id);
	if ((st = record_write(app, NULL, row, e)) != ST_OK)
		return st;
	tell_special(app, NULL, row);
	if ((st = tell_minded(app, NULL, row, e)) != ST_OK)
		return st;
	return follow(app, NULL, row, e);
}

/* Derive, check and write NEXT over NOW, both of this moment. */
static enum status
change_to(struct app *app, const struct row *now, struct row *next,
    struct err *e)
{
	const struct entity *ent = now->ent;
	enum status st;

	if (ent->guard != NULL && (st = ent->guard(now, next, e)) != ST_OK)
		return st;
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
	tell_special(app, now, next);
	if ((st = tell_minded(app, now, next, e)) != ST_OK)
		return st;
	return follow(app, now, next, e);
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

enum status
record_along(struct app *app, const struct row *base, struct row *mine,
    struct err *e)
{
	bool was = app->step.follows;
	enum status st;

	app->step.follows = false;
	st = base != NULL ? record_change(app, base, mine, NULL, e) :
	    record_add(app, mine, e);
	app->step.follows = was;
	return st;
}

/* Set `archived` to DAY and its reason, as any other change; a record that is
 * archived or not already stays as it is. */
static enum status
set_archived(struct app *app, const struct entity *ent, int64_t id,
    const char *day, const char *reason, struct err *e)
{
	int archived = entity_field(ent, "archived");
	struct row *base, *mine;
	enum status st;

	if ((st = record_load(app, ent, id, &base, e)) != ST_OK)
		return st;
	if (row_is_empty(base, archived) != (*day == '\0')) {
		mine = row_copy(base);
		row_set(mine, archived, day);
		st = value_parse(app, mine, entity_field(ent, "archived_for"),
		    reason, 0, false, e);
		if (st == ST_OK)
			st = record_change(app, base, mine, NULL, e);
		row_free(mine);
	}
	row_free(base);
	return st;
}

enum status
record_archive(struct app *app, const struct entity *ent, int64_t id,
    const char *reason, struct err *e)
{
	char day[11];

	day_iso(app->today, day);
	return set_archived(app, ent, id, day, reason != NULL ? reason : "",
	    e);
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
	return record_save_as(app, base, mine, NULL, clashes, e);
}

enum status
record_save_as(struct app *app, const struct row *base, struct row *mine,
    const char *words, struct clashes *clashes, struct err *e)
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
	buf_add(&label, words != NULL ? words : base == NULL ? "added " :
	    "changed ");
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
