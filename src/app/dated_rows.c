/* dated_rows.c - the rows that setting a derived field makes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/dated_rows.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/text.h"
#include "app/users.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/db.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/split.h"

#define PLACES	20	/* of one person, told at most */

struct id_list {
	int64_t		*v;
	size_t		 n;
};

static void
list_add(struct id_list *l, int64_t id)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
	l->v[l->n++] = id;
}

static bool
list_has(const struct id_list *l, int64_t id)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i] == id)
			return true;
	return false;
}

/* --- contacts ------------------------------------------------------------ */

/* Where a role without a place is meant: the person's one place, else they
 * are named. */
static enum status
only_place(struct app *app, const struct row *contact, const char *role,
    struct place *out, struct err *e)
{
	struct place place[PLACES];
	struct buf b;
	char day[11];
	size_t n;
	enum status st;

	day_iso(app->today, day);
	st = rules_places(app->db, contact->id, day, place, PLACES, &n, e);
	if (st != ST_OK)
		return st;
	if (n == 0)
		return err_field(e, ST_INVALID, "organisation", "\"%s\" at"
		    " which place? Say organisation= too.", role);
	if (n == 1) {
		*out = place[0];
		return ST_OK;
	}
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < n; i++) {
		const struct entity *ent = entities[place[i].ent];

		buf_addf(&b, "%s", i > 0 ? ", " : "");
		ref_text(app, ent, place[i].id, &b);
		buf_add(&b, " ");
		title_text(app, ent, place[i].id, &b);
	}
	st = err_field(e, ST_AMBIGUOUS, "organisation", "\"%s\" at which"
	    " place? Say organisation= too; there are: %s.", role, b.p);
	buf_clear(&b);
	return st;
}

enum status
dated_place(struct app *app, const struct row *contact,
    const char *organisation, const char *role, struct err *e)
{
	struct place place = { ENT_school, 0 };
	int64_t known = 0;
	char day[11];
	struct row *row;
	enum status st;

	if (str_empty(organisation)) {
		if (str_empty(role))
			return ST_OK;
		if ((st = only_place(app, contact, role, &place, e)) != ST_OK)
			return st;
	}
	row = record_new(app, entities[ENT_role]);
	row_set_ref(row, F_role_contact, "contact", contact->id);
	if (str_empty(organisation))
		row_set_ref(row, F_role_organisation, entities[place.ent]->id,
		    place.id);
	else
		row_set(row, F_role_organisation, organisation);
	row_set(row, F_role_role, str_empty(role) ? "contact" : role);
	day_iso(app->today, day);
	row_set(row, F_role_from, day);
	st = rules_role_of(app->db, contact->id,
	    row_get(row, F_role_organisation),
	    row_ref(row, F_role_organisation), row_get(row, F_role_role), day,
	    &known, e);
	if (st == ST_OK && known == 0)
		st = record_add(app, row, e);
	row_free(row);
	return st;
}

/* --- who holds what at a school ------------------------------------------ */

void
dated_end(struct row *r, int day)
{
	char iso[11];

	day_iso(day - 1, iso);
	row_set(r, entity_field(r->ent, "to"), iso);
}

/* End a row that holds today: yesterday was its last day. One that only began
 * today never held. */
static enum status
end_row(struct app *app, const struct row *base, struct err *e)
{
	struct row *mine;
	enum status st;

	if (row_day(base, entity_field(base->ent, "from")) == app->today)
		return record_archive(app, base->ent, base->id,
		    "ended on the day it began", e);
	mine = row_copy(base);
	dated_end(mine, app->today);
	st = record_change(app, base, mine, NULL, e);
	row_free(mine);
	return st;
}

/* A kind of row of which several may hold at a school at a time. */
struct holding {
	enum entity_no	 ent;
	enum query	 now;		/* school, day[, role]: rows of a day */
	int		 school, who, from;
	const char	*who_ent;
	int		 kind;		/* field of the role; -1 none */
	const char	*word;		/* … and the role */
};

/* The rows of today. */
static enum status
holders(struct app *app, const struct holding *h, int64_t school,
    struct id_list *out, struct err *e)
{
	struct stmt *s;
	char day[11];
	enum status st;
	bool more;

	day_iso(app->today, day);
	if ((st = db_stmt(app->db, h->now, &s, e)) == ST_OK)
		st = h->kind < 0 ? db_bindf(s, e, "ls", school, day) :
		    db_bindf(s, e, "lss", school, day, h->word);
	while (st == ST_OK && (st = db_step(s, &more, e)) == ST_OK && more)
		list_add(out, db_int(s, 0));
	return st;
}

static enum status
add_holder(struct app *app, const struct holding *h, int64_t school,
    int64_t who, struct err *e)
{
	struct row *row = record_new(app, entities[h->ent]);
	char day[11];
	enum status st;

	day_iso(app->today, day);
	row_set_ref(row, h->school, "school", school);
	row_set_ref(row, h->who, h->who_ent, who);
	row_set(row, h->from, day);
	if (h->kind >= 0)
		row_set(row, h->kind, h->word);
	st = record_add(app, row, e);
	row_free(row);
	return st;
}

/* OP 0: WHO, nobody else; '+': they too; '-': not they. GONE: those of WHO
 * that were not there to be taken. */
static enum status
hold(struct app *app, const struct holding *h, int64_t school, char op,
    const struct id_list *who, struct id_list *gone, struct err *e)
{
	struct id_list rows = { 0 }, have = { 0 };
	enum status st = holders(app, h, school, &rows, e);

	for (size_t i = 0; i < rows.n && st == ST_OK; i++) {
		struct row *row;
		int64_t id;

		st = store_load(app->db, entities[h->ent], rows.v[i], false,
		    &row, e);
		if (st != ST_OK)
			break;
		id = row_ref(row, h->who);
		list_add(&have, id);
		if ((op == 0 && !list_has(who, id)) ||
		    (op == '-' && list_has(who, id)))
			st = end_row(app, row, e);
		row_free(row);
	}
	for (size_t i = 0; i < who->n && st == ST_OK; i++) {
		if (list_has(&have, who->v[i]))
			continue;
		if (op == '-')
			list_add(gone, who->v[i]);
		else
			st = add_holder(app, h, school, who->v[i], e);
		list_add(&have, who->v[i]);
	}
	free(rows.v);
	free(have.v);
	return st;
}

enum status
dated_holder(struct app *app, const struct row *school,
    const struct dated_item *it, const char *word, struct err *e)
{
	const struct holding h = { .ent = ENT_role, .now = Q_DATED_ROLES,
		.school = F_role_organisation, .who = F_role_contact,
		.from = F_role_from, .who_ent = "contact",
		.kind = F_role_role, .word = word };
	struct row *row = row_new(entities[ENT_role]);
	struct id_list who = { 0 }, gone = { 0 };
	enum status st;

	row_set(row, F_role_contact, it->text);
	if (row_ref(row, F_role_contact) != 0)
		list_add(&who, row_ref(row, F_role_contact));
	st = hold(app, &h, school->id, 0, &who, &gone, e);
	free(who.v);
	row_free(row);
	return st;
}

/* Who cannot be taken, because they are not there: told by name. */
static enum status
not_there(struct app *app, const struct row *school, const char *names,
    struct err *e)
{
	struct buf title;
	enum status st;

	buf_init(&title, BUF_LINE);
	title_text(app, school->ent, school->id, &title);
	st = err_field(e, ST_INVALID, "coordinators", "coordinators: %s does"
	    " not coordinate %s today.", names, title.p);
	buf_clear(&title);
	return st;
}

enum status
dated_coordinators(struct app *app, const struct row *school,
    const struct dated_item *it, const char *arg, struct err *e)
{
	const struct holding h = { .ent = ENT_coordinator,
		.now = Q_DATED_COORDINATORS, .school = F_coordinator_school,
		.who = F_coordinator_user, .from = F_coordinator_from,
		.who_ent = "user", .kind = -1 };
	struct strs names = { 0 };
	struct id_list who = { 0 }, gone = { 0 };
	enum status st = ST_OK;

	(void)arg;
	split_parts(&names, it->text, ',');
	for (size_t i = 0; i < names.n && st == ST_OK; i++) {
		char *name = split_unquote(names.v[i]);
		int64_t id = 0;

		st = it->op == '-' ? users_meant(app, name, &id, e) :
		    users_need(app, name, &id, e);
		if (st == ST_OK && id == 0)	/* '-', and not even a user */
			st = not_there(app, school, name, e);
		else if (st == ST_OK && !list_has(&who, id))
			list_add(&who, id);
		free(name);
	}
	if (st == ST_OK)
		st = hold(app, &h, school->id, it->op, &who, &gone, e);
	if (st == ST_OK && gone.n > 0) {
		struct buf title;

		buf_init(&title, BUF_LINE);
		title_text(app, entities[ENT_user], gone.v[0], &title);
		st = not_there(app, school, title.p, e);
		buf_clear(&title);
	}
	strs_clear(&names);
	free(who.v);
	free(gone.v);
	return st;
}
