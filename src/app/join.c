/* join.c - what two records that become one say, and which of it holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/join_int.h"
#include "app/may.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "db/joined.h"
#include "db/refs.h"
#include "db/steps.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"

#define JOINED		"employer partner contact"

/* --- may it be ----------------------------------------------------------- */

static enum status
check_kind(const struct entity *ent, struct err *e)
{
	if (str_in(ent->id, JOINED))
		return ST_OK;
	if (ent->no == ENT_school)
		return err_set(e, ST_INVALID, "Schools are not joined: one "
		    "succeeds the other, with caseload succeed school/OLD "
		    "school/NEW.");
	return err_set(e, ST_INVALID, "%s are not joined; employers, partners"
	    " and contacts are.", ent->plural);
}

static enum status
check_both(struct join *j, struct err *e)
{
	int archived = entity_field(j->kept->ent, "archived");
	int why = entity_field(j->kept->ent, "archived_for");
	struct buf ref;
	enum status st = ST_OK;

	buf_init(&ref, BUF_LINE);
	if (str_starts(row_get(j->gone, why), JOINED_INTO)) {
		ref_text(j->app, j->gone->ent, j->gone->id, &ref);
		st = err_set(e, ST_CONFLICT, "%s is %s already.", ref.p,
		    row_get(j->gone, why));
	} else if (!row_is_empty(j->kept, archived)) {
		ref_text(j->app, j->kept->ent, j->kept->id, &ref);
		st = err_set(e, ST_CONFLICT, "%s is archived; bring it back "
		    "first: caseload restore %s.", ref.p, ref.p);
	}
	buf_clear(&ref);
	return st;
}

/* --- what is proposed ---------------------------------------------------- */

/* Was the field of the one that goes written after that of the other? */
static enum status
is_newer(struct join *j, const struct field *f, bool *out, struct err *e)
{
	const char *ent = j->kept->ent->id;
	int64_t gone, kept;
	enum status st = steps_touched(j->app->db, ent, j->gone->id, f->id, "",
	    0, &gone, e);

	if (st == ST_OK)
		st = steps_touched(j->app->db, ent, j->kept->id, f->id, "", 0,
		    &kept, e);
	if (st == ST_OK)
		*out = gone > kept;
	return st;
}

static enum status
propose(struct join *j, struct join_value *v, struct err *e)
{
	const struct field *f = &j->kept->ent->fields[v->field];
	bool newer = false;
	enum status st;

	v->why = "";
	v->take = JOIN_KEPT;
	v->same = row_same(j->kept, j->gone, v->field);
	v->both = !v->same && (f->type == FT_SET || f->type == FT_NOTE) &&
	    !row_is_empty(j->kept, v->field) &&
	    !row_is_empty(j->gone, v->field);
	if (v->same || join_wish(j, v))
		return ST_OK;
	if (row_is_empty(j->gone, v->field)) {
		v->why = "the only one";
	} else if (row_is_empty(j->kept, v->field)) {
		v->take = JOIN_GONE;
		v->why = "the only one";
	} else if (v->both) {
		v->take = JOIN_BOTH;
		v->why = "both";
	} else if (f->flags & (FF_NAME | FF_KEY)) {
		v->why = "it stays";
	} else {
		if ((st = is_newer(j, f, &newer, e)) != ST_OK)
			return st;
		v->take = newer ? JOIN_GONE : JOIN_KEPT;
		v->why = "the newer";
	}
	return ST_OK;
}

/* Kept by the program itself, or worked out. */
#define NOT_CHOSEN	(FF_DERIVED | FF_SYSTEM | FF_HIDDEN)

static enum status
propose_all(struct join *j, struct err *e)
{
	const struct entity *ent = j->kept->ent;
	enum status st = ST_OK;

	j->v = xcalloc(ent->nfields, sizeof *j->v);
	for (size_t i = 0; i < ent->nfields && st == ST_OK; i++) {
		int f = (int)i;

		if ((ent->fields[i].flags & NOT_CHOSEN) ||
		    (row_is_empty(j->kept, f) && row_is_empty(j->gone, f)))
			continue;
		j->v[j->n].field = f;
		st = propose(j, &j->v[j->n++], e);
	}
	return st;
}

enum status
join_open(struct app *app, const struct entity *ent, int64_t gone,
    int64_t kept, struct join *j, struct err *e)
{
	enum status st;

	*j = (struct join){ .app = app };
	if ((st = check_kind(ent, e)) != ST_OK ||
	    (st = may_do(app, DO_JOIN, ent, e)) != ST_OK)
		return st;
	if (gone == kept)
		return err_set(e, ST_INVALID, "A record is not joined into "
		    "itself: name the one that goes, then the one that "
		    "stays.");
	if ((st = store_load(app->db, ent, gone, false, &j->gone, e)) ==
	    ST_OK)
		st = store_load(app->db, ent, kept, false, &j->kept, e);
	if (st == ST_OK)
		st = check_both(j, e);
	if (st == ST_OK) {
		j->typed = row_copy(j->kept);
		st = propose_all(j, e);
	}
	if (st != ST_OK)
		join_close(j);
	return st;
}

void
join_close(struct join *j)
{
	row_free(j->gone);
	row_free(j->kept);
	row_free(j->typed);
	free(j->v);
	*j = (struct join){ 0 };
}

static enum status
worth(struct app *app, const struct entity *ent, int64_t id, size_t *out,
    struct err *e)
{
	struct refs by;
	struct row *r;
	enum status st = store_load(app->db, ent, id, false, &r, e);

	if (st != ST_OK)
		return st;
	*out = ent->key >= 0 && !row_is_empty(r, ent->key) ? SIZE_MAX / 2 : 0;
	row_free(r);
	if ((st = refs_to(app->db, ent, id, &by, e)) == ST_OK) {
		*out += by.n;
		refs_clear(&by);
	}
	return st;
}

enum status
join_order(struct app *app, const struct entity *ent, int64_t *gone,
    int64_t *kept, struct err *e)
{
	int64_t first = *gone < *kept ? *gone : *kept;
	int64_t then = *gone < *kept ? *kept : *gone;
	size_t a, b;
	enum status st = worth(app, ent, first, &a, e);

	if (st == ST_OK)
		st = worth(app, ent, then, &b, e);
	if (st == ST_OK) {
		*kept = b > a ? then : first;
		*gone = b > a ? first : then;
	}
	return st;
}

/* --- what is chosen ------------------------------------------------------ */

void
join_turn(struct join *j, size_t i)
{
	struct join_value *v = &j->v[i];
	int last = v->both ? JOIN_BOTH : JOIN_GONE;

	if (v->same)
		return;
	v->take = (int)v->take == last ? JOIN_KEPT : v->take + 1;
	v->typed = false;
}

enum status
join_type(struct join *j, const char *field, const char *text, struct err *e)
{
	const struct entity *ent = j->kept->ent;
	int f = entity_field(ent, field);
	enum status st;

	if (f < 0)
		return entity_refuse_field(ent, field, e);
	if (ent->fields[f].flags & NOT_CHOSEN)
		return err_field(e, ST_INVALID, field, "%s is not set by hand.",
		    field);
	st = value_parse(j->app, j->typed, f, text, 0, true, e);
	for (size_t i = 0; i < j->n && st == ST_OK; i++)
		if (j->v[i].field == f) {
			j->v[i].typed = true;
			return ST_OK;
		}
	if (st == ST_OK)		/* empty in both: there is room */
		j->v[j->n++] = (struct join_value){ .field = f, .typed = true,
			.why = "" };
	return st;
}

/* Members of both; where both have one, that of the record that stays. */
static void
unite(struct set *to, const struct set *from, const struct setdef *def)
{
	for (size_t i = 0; i < from->n; i++) {
		const char *const *v = (const char *const *)from->m[i].v;

		if (set_find(to, def, v) == NULL)
			set_put(to, def, v);
	}
}

static void
take_note(struct row *to, int f, const char *first, const char *then)
{
	char *text = strstr(first, then) != NULL ? xstrdup(first) :
	    xasprintf("%s\n%s", first, then);

	row_set(to, f, text);
	free(text);
}

static void
take_value(const struct join *j, const struct join_value *v, struct row *to)
{
	const struct field *f = &to->ent->fields[v->field];
	const struct row *from = v->typed ? j->typed : j->gone;

	if (!v->typed && v->take == JOIN_KEPT)
		return;
	if (f->type != FT_SET && (v->typed || v->take == JOIN_GONE)) {
		row_set(to, v->field, row_get(from, v->field));
		return;
	}
	if (f->type != FT_SET) {
		take_note(to, v->field, row_get(to, v->field),
		    row_get(from, v->field));
		return;
	}
	if (v->typed || v->take == JOIN_GONE)
		set_clear(row_members(to, v->field), f->set);
	unite(row_members(to, v->field), row_members(from, v->field), f->set);
}

/* Names by which either was found find it still. */
static void
keep_name(const struct join *j, struct row *to)
{
	int name = entity_field(to->ent, "name");
	int also = entity_field(to->ent, "also");
	const struct row *of[] = { j->gone, j->kept };

	for (size_t i = 0; also >= 0 && i < COUNT_OF(of); i++)
		if (!row_is_empty(of[i], name) && !row_same(of[i], to, name))
			set_put(row_members(to, also),
			    to->ent->fields[also].set,
			    (const char *[]){ row_get(of[i], name) });
	if (also >= 0)
		set_drop(row_members(to, also), to->ent->fields[also].set,
		    (const char *[]){ row_get(to, name) });
}

/* Whoever neither was stays another; the two are one. */
static void
keep_distinct(const struct join *j, struct row *to)
{
	int f = entity_field(to->ent, "distinct");
	const struct setdef *def = to->ent->fields[f].set;
	char code[ID_CODE];

	unite(row_members(to, f), row_members(j->gone, f), def);
	id_code(j->gone->id, code);
	set_drop(row_members(to, f), def, (const char *[]){ code });
	id_code(j->kept->id, code);
	set_drop(row_members(to, f), def, (const char *[]){ code });
}

struct row *
join_result(const struct join *j)
{
	struct row *to = row_copy(j->kept);

	for (size_t i = 0; i < j->n; i++)
		take_value(j, &j->v[i], to);
	keep_name(j, to);
	keep_distinct(j, to);
	return to;
}
