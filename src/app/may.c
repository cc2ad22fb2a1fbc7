/* may.c - roles: the table of rights, and who the user of a session is by now.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/may.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/hub_keys.h"
#include "app/may_school.h"
#include "app/options.h"
#include "app/users.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/str.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct {
	const char	*word, *doing;
} verbs[DO_MAX] = {
#define VERB(id, word, doing) [DO_##id] = { word, doing },
#include "app/may_verbs.def"
};

enum when { ALWAYS, OWN, COVERED };

static const struct right {
	enum may_role	 role;
	const char	*verbs, *kinds;
	enum when	 when;
} rights[] = {
#define MAY(role, verbs, kinds, when) { MAY_##role, verbs, kinds, when },
#include "app/may.def"
};

const char *
may_role_word(enum may_role role)
{
	return role == MAY_OWNER ? "owner" : user_roles[role].word;
}

static const struct right *
right_of(enum may_verb verb, const struct entity *ent, bool own)
{
	const char *kind = ent != NULL ? ent->id : "-";
	const struct right *r = rights;

	while ((r->when != ALWAYS && !own) ||
	    !(str_eq(r->verbs, "*") || str_in(verbs[verb].word, r->verbs)) ||
	    !(str_eq(r->kinds, "*") || str_in(kind, r->kinds)))
		r++;
	return r;
}

enum may_role
may_lowest(enum may_verb verb, const struct entity *ent, bool own)
{
	return right_of(verb, ent, own)->role;
}

int
may_day(const struct app *app)
{
	return clock_day(clock_ms(), option_text(app->opt, OPT_TIMEZONE));
}

bool
may_own_schools(const struct app *app)
{
	return app->may.role != MAY_OWNER &&
	    option_yes(app->opt, OPT_OWN_SCHOOLS);
}

static enum status
refuse(const struct app *app, const char *doing, const char *what,
    enum may_role role, struct err *e)
{
	return err_set(e, ST_DENIED, "Your role is %s: %s%s%s needs the role"
	    " %s.", may_role_word(app->may.role), doing,
	    *what != '\0' ? " " : "", what, may_role_word(role));
}

enum status
may_do(const struct app *app, enum may_verb verb, const struct entity *ent,
    struct err *e)
{
	enum may_role role = may_lowest(verb, ent, may_own_schools(app));

	return app->may.role >= (int)role ? ST_OK : refuse(app,
	    verbs[verb].doing, ent != NULL ? ent->ids : "", role, e);
}

enum status
may_change(const struct app *app, struct err *e)
{
	return app->may.role >= MAY_EDITOR ? ST_OK :
	    refuse(app, "changing", "records", MAY_EDITOR, e);
}

/* --- who it is ------------------------------------------------------------ */

/* The admins but the user SELF, on DAY; the caller frees it, NULL when it
 * fails. */
static char *
admins_but(struct app *app, int64_t self, int day, struct err *e)
{
	char iso[11], *names = NULL;

	day_iso(day, iso);
	if (db_get_text(app->db, Q_MAY_ADMINS, &names, e, "sl", iso, self) !=
	    ST_OK)
		return NULL;
	return names;
}

/* TEXT is why they may not come in; the sentence ends with whom to ask. */
static enum status
keep_out(struct app *app, const char *why, struct err *e)
{
	char *names = admins_but(app, app->may.user, may_day(app), e);
	enum status st;

	if (names == NULL)
		return e != NULL ? e->st : ST_IO;
	st = err_set(e, ST_DENIED, "%s: ask %s%s.", why,
	    *names != '\0' ? names : "whoever looks after this database",
	    *names == '\0' ? "" : strchr(names, ',') != NULL ?
	    ", who are admins" : ", who is admin");
	free(names);
	return st;
}

static enum status
read_user(struct app *app, const struct row *r, struct err *e)
{
	const struct field *f = &r->ent->fields[F_user_role];
	const struct choice *c = field_choice(f, row_get(r, F_user_role));
	int ended = row_day(r, F_user_disabled);
	char why[128], day[24];

	app->may.role = c != NULL && c->word != NULL ?
	    (int)(c - user_roles) : MAY_OWNER;
	if (ended == DAY_NONE && c != NULL)
		ended = row_day(r, F_user_archived);
	if (ended != DAY_NONE && ended <= may_day(app)) {
		day_long(ended, day);
		snprintf(why, sizeof why, "Your access ended on %s", day);
		return keep_out(app, why, e);
	}
	return app->restricted && app->may.role == MAY_OWNER ?
	    keep_out(app, "You have no role here yet", e) : ST_OK;
}

enum status
may_look(struct app *app, struct err *e)
{
	struct row *r = NULL;
	enum status st;

	app->may.role = MAY_OWNER;
	st = users_find(app, app->user, &app->may.user, e);
	if (st == ST_OK && app->may.user == 0 && app->restricted)
		return keep_out(app, "You are no user here", e);
	if (st != ST_OK || app->may.user == 0)
		return st;
	st = store_load(app->db, entities[ENT_user], app->may.user, false, &r,
	    e);
	if (st == ST_OK)
		st = read_user(app, r, e);
	row_free(r);
	return st;
}

/* --- what is written ------------------------------------------------------ */

/* The last day there is: whose access lasts until then has no end. */
#define DAY_NEVER_ENDS	(day_from_ymd(2199, 12, 31))

/* On DAY, as far as is known by now. */
static bool
is_admin(const struct row *r, int day)
{
	int ended = r != NULL ? row_day(r, F_user_disabled) : DAY_NONE;

	return r != NULL && row_is(r, F_user_role, "admin") &&
	    row_is_empty(r, F_user_archived) &&
	    (ended == DAY_NONE || ended > day);
}

/* That they be admin no longer on DAY leaves none then: WHICH one they are. */
static enum status
only_admin(struct app *app, const struct row *old, const struct row *new,
    int day, const char *which, struct err *e)
{
	enum status st = ST_OK;
	char *others;

	if (!is_admin(old, day) || is_admin(new, day))
		return ST_OK;
	if ((others = admins_but(app, old->id, day, e)) == NULL)
		return e != NULL ? e->st : ST_IO;
	if (*others == '\0')
		st = err_set(e, ST_DENIED, "%s is the only admin%s: give"
		    " somebody else the role admin first.",
		    row_get(old, F_user_name), which);
	free(others);
	return st;
}

/* A database with roles is not left without somebody who gives them, now or
 * from a day to come; whoever holds the file itself may. */
static enum status
last_admin(struct app *app, const struct row *old, const struct row *new,
    struct err *e)
{
	enum status st = only_admin(app, old, new, may_day(app), "", e);

	return st != ST_OK ? st : only_admin(app, old, new, DAY_NEVER_ENDS,
	    " whose access does not end", e);
}

/* Does the user's own work lie open, for them to have covered? */
static bool
is_mine_to_cover(const struct app *app, const struct row *old,
    const struct row *new)
{
	return (old == NULL || row_ref(old, F_cover_user) == app->may.user) &&
	    (new == NULL || row_ref(new, F_cover_user) == app->may.user);
}

static enum may_verb
verb_of(const struct app *app, const struct row *old, const struct row *new)
{
	int f;

	if (app->step.undoes != 0)
		return DO_UNDO;
	if (old == NULL)
		return DO_ADD;
	if (new == NULL)
		return DO_UNDO;
	f = entity_field(old->ent, "archived");
	return row_same(old, new, f) ? DO_CHANGE :
	    row_is_empty(new, f) ? DO_RESTORE : DO_ARCHIVE;
}

static bool
held_to_schools(const struct app *app)
{
	return may_own_schools(app) && app->may.role < MAY_COORDINATOR;
}

enum status
may_ever(const struct app *app, enum may_verb verb, const struct entity *ent,
    struct err *e)
{
	if (right_of(verb, ent, may_own_schools(app))->when == COVERED)
		return ST_OK;
	return may_do(app, verb, ent, e);
}

enum status
may_edit(struct app *app, const struct row *r, struct err *e)
{
	enum may_verb verb = r->id == 0 ? DO_ADD : DO_CHANGE;
	enum status st = ST_OK;

	if (app->readonly || app->may.role == MAY_OWNER)
		return app_may_write(app, e);
	st = may_ever(app, verb, r->ent, e);
	if (st == ST_OK)
		st = may_change(app, e);
	return st == ST_OK && held_to_schools(app) ?
	    may_school_row(app, r, e) : st;
}

enum status
may_write(struct app *app, const struct row *old, const struct row *new,
    struct err *e)
{
	const struct entity *ent = old != NULL ? old->ent : new->ent;
	enum may_verb verb = verb_of(app, old, new);
	const struct right *r;
	enum status st = ST_OK;

	if (ent->no == ENT_user &&
	    (st = hub_keys_guard(app, old, new, e)) != ST_OK)
		return st;
	if (app->may.role == MAY_OWNER)
		return ST_OK;
	r = right_of(verb, ent, may_own_schools(app));
	if (r->when != COVERED || !is_mine_to_cover(app, old, new))
		st = may_do(app, verb, ent, e);
	if (st == ST_OK && ent->no == ENT_user)
		st = last_admin(app, old, new, e);
	if (st == ST_OK && held_to_schools(app) && !app->step.follows)
		st = may_school(app, old, new, e);
	return st;
}
