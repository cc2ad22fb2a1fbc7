/* list_mine.c - mine: records of the schools the user of the list coordinates
 * on its day, and those the user owns or asked another for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schools and users are looked up once; then the term is as if they had
 * been named. Whoever covers for somebody has theirs too.
 */
#include "db/list_impl.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "db/inner.h"

enum { FEW = 20 };		/* ids written into a statement itself */

/* Add what Q finds, records of ENT. */
static enum status
find(struct db *db, enum query q, enum entity_no ent, const char *day,
    struct need_value *v, struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;

	if ((rc = db_stmt(db, q, &st, e)) != ST_OK ||
	    (rc = db_bindf(st, e, "ss", v->text, day)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more) {
		if ((v->nref & (v->nref - 1)) == 0)
			v->ref = xreallocarray(v->ref,
			    v->nref > 0 ? 2 * v->nref : 1, sizeof *v->ref);
		v->ref[v->nref++] = (struct ref){ ent, db_int(st, 0) };
	}
	return rc;
}

enum status
mine_find(struct db *db, int today, struct need *need, struct err *e)
{
	struct need_value *v = &need->named;
	char day[11];
	enum status rc;

	v->text = db->user != NULL ? db->user : "";
	day_iso(today, day);
	rc = find(db, Q_MINE_SCHOOLS, ENT_school, day, v, e);
	if (rc == ST_OK)
		rc = find(db, Q_MINE_USERS, ENT_user, day, v, e);
	refs_sort(v);
	return rc;
}

/* EXPR is one of my schools. */
static void
among_mine(const char *expr, const struct need *need, struct sql *out)
{
	int64_t *ids;
	size_t n = refs_of(&need->named, entities[ENT_school], &ids);

	sql_among(out, expr, ids, n);
	free(ids);
}

static void
role_check(const struct need *need, int today, struct sql *out)
{
	char day[11];

	day_iso(today, day);
	sql_add(out, "EXISTS (SELECT 1 FROM role m WHERE m.contact = t.id AND "
	    "m.archived IS NULL AND (m.from_on IS NULL OR m.from_on <= ");
	sql_text(out, day);
	sql_add(out, ") AND (m.to_on IS NULL OR m.to_on >= ");
	sql_text(out, day);
	sql_add(out, ") AND ");
	among_mine("m.organisation_school", need, out);
	sql_add(out, ")");
}

void
others_check(const struct need *need, struct sql *out)
{
	int64_t *ids;
	size_t n = refs_of(&need->named, entities[ENT_user], &ids);

	sql_add(out, "(t.status = 'waiting' OR t.owner_contact IS NOT NULL OR "
	    "(t.owner_user IS NOT NULL AND ");
	sql_among(out, "t.asked_by", ids, n);
	sql_add(out, " AND NOT ");
	sql_among(out, "t.owner_user", ids, n);
	sql_add(out, "))");
	free(ids);
}

/* The fields that hold users whose it is; -1 none. */
static void
user_fields(const struct entity *ent, int out[2])
{
	out[0] = filter_owner_of(ent);
	out[1] = filter_asker_of(ent);
}

/* The field that holds in words whose it is, beside its school; -1 none. */
static int
owner_in_words(const struct entity *ent)
{
	int f = entity_field(ent, "owner");

	return f >= 0 && ent->fields[f].type == FT_TEXT ? f : -1;
}

void
mine_check(const struct entity *ent, const struct need *need, int today,
    struct sql *out)
{
	int field, user[2], words = owner_in_words(ent);

	user_fields(ent, user);
	switch (filter_mine_of(ent, &field)) {
	case MINE_SELF:
		among_mine("t.id", need, out);
		break;
	case MINE_ROLE:
		role_check(need, today, out);
		break;
	case MINE_SCHOOL:
		sql_add(out, "(");
		refs_check(ent, &ent->fields[field], &need->named, out);
		for (size_t i = 0; i < 2; i++) {
			if (user[i] < 0)
				continue;
			sql_add(out, " OR ");
			refs_check(ent, &ent->fields[user[i]], &need->named,
			    out);
		}
		if (words >= 0) {
			sql_add(out, " OR t.%s <> '' AND t.%s = ",
			    field_col(&ent->fields[words]),
			    field_col(&ent->fields[words]));
			sql_text(out, need->named.text);
		}
		sql_add(out, ")");
		break;
	case MINE_USER:
		refs_check(ent, &ent->fields[field], &need->named, out);
		break;
	case MINE_OWNER:
		sql_add(out, "t.%s <> '' AND t.%s = ",
		    field_col(&ent->fields[field]),
		    field_col(&ent->fields[field]));
		sql_text(out, need->named.text);
		break;
	default:
		sql_add(out, "0");
	}
}

/* COLUMN of the rows of TABLE whose WHERE is one of my schools. */
static void
select_mine(const char *column, const char *table, const char *where,
    const struct need *need, struct sql *out)
{
	int64_t *ids;
	size_t n = refs_of(&need->named, entities[ENT_school], &ids);

	sql_add(out, "SELECT %s FROM %s WHERE %s IN (", column, table, where);
	if (n <= FEW)
		sql_ints(out, ids, n);
	else
		sql_select_ints(out, ids, n);
	sql_add(out, ")");
	free(ids);
}

bool
mine_candidates(const struct entity *ent, const struct need *need,
    struct sql *out)
{
	int field, user[2];
	size_t at = out->text.n;

	user_fields(ent, user);
	switch (filter_mine_of(ent, &field)) {
	case MINE_SELF:
		select_mine("id", "school", "id", need, out);
		return true;
	case MINE_ROLE:
		select_mine("contact", "role", "organisation_school", need,
		    out);
		return true;
	case MINE_SCHOOL:
		if (owner_in_words(ent) >= 0)
			return false;	/* words have no index */
		refs_candidates(ent, &ent->fields[field], &need->named, out);
		for (size_t i = 0; i < 2; i++) {
			if (user[i] < 0)
				continue;
			if (out->text.n > at)
				sql_add(out, " UNION ALL ");
			refs_candidates(ent, &ent->fields[user[i]],
			    &need->named, out);
		}
		return out->text.n > at;
	case MINE_USER:
		refs_candidates(ent, &ent->fields[field], &need->named, out);
		return out->text.n > at;
	default:
		return false;
	}
}
