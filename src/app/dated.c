/* dated.c - setting what follows from dated rows: which fields, and what each
 * makes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/dated.h"

#include <stdlib.h>

#include "app/dated_rows.h"
#include "app/quick_come.h"
#include "app/text.h"
#include "app/users.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/split.h"
#include "model/tables.h"

/* Can TEXT be read? */
typedef enum status dated_check(struct app *, const char *text, struct err *);
/* How it is understood, appended. */
typedef void dated_shown(const struct app *, const char *text, struct buf *);

static dated_check check_users, check_todo, check_next;

static const struct setdef users_set = {
	.shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "user", .type = FT_REF, .label = "Coordinator",
		  .ref = "user", .help = "A user." },
	},
};

enum {
	IN_SHEETS	= 1,	/* also from people's own sheets */
	MAY_EMPTY	= 2,
	SEVERAL		= 4,	/* + and - add and take */
	BY_WORDS	= 8,	/* a record of it may be named by words alone */
	ADDS		= 16	/* text makes more of them; none is ever ended */
};

/* A derived field and what setting it makes; in the order in which several are
 * made, whatever the order they were given in. */
static const struct dated_field {
	enum entity_no	 ent;
	int		 field;
	unsigned	 flags;
	enum entity_no	 makes;
	int		 into;		/* field of what it makes; -1: by check */
	dated_make	*make;		/* NULL: of a contact, all in one */
	const char	*arg;
	dated_check	*check;		/* of a text that makes several */
	dated_shown	*shown;		/* of ADDS */
} fields[] = {
	{ ENT_contact, F_contact_organisation, IN_SHEETS,
	  ENT_role, F_role_organisation, NULL, NULL, NULL, NULL },
	{ ENT_contact, F_contact_role, IN_SHEETS,
	  ENT_role, F_role_role, NULL, NULL, NULL, NULL },
	{ ENT_school, F_school_stage, IN_SHEETS,
	  ENT_membership, F_membership_stage, dated_stage, NULL, NULL, NULL },
	{ ENT_school, F_school_stage_reason, MAY_EMPTY, ENT_membership,
	  F_membership_reason, dated_of_stage, NULL, NULL, NULL },
	{ ENT_school, F_school_waiting_for, MAY_EMPTY, ENT_membership,
	  F_membership_waiting_for, dated_of_stage, NULL, NULL, NULL },
	{ ENT_school, F_school_coordinators, IN_SHEETS | MAY_EMPTY | SEVERAL,
	  ENT_coordinator, -1, dated_coordinators, NULL, check_users, NULL },
	{ ENT_school, F_school_careers_leader, MAY_EMPTY | BY_WORDS, ENT_role,
	  F_role_contact, dated_holder, "careers leader", NULL, NULL },
	{ ENT_school, F_school_governor, MAY_EMPTY | BY_WORDS, ENT_role,
	  F_role_contact, dated_holder, "link governor", NULL, NULL },
	{ ENT_visit, F_visit_todo, ADDS,
	  ENT_task, -1, dated_todo, NULL, check_todo, come_todo_shown },
	{ ENT_visit, F_visit_next, ADDS,
	  ENT_visit, -1, dated_next, NULL, check_next, come_next_shown },
};
#define NFIELDS	(sizeof fields / sizeof fields[0])

static const struct dated_field *
find(const struct entity *ent, int f)
{
	for (size_t i = 0; i < NFIELDS; i++)
		if (fields[i].ent == ent->no && fields[i].field == f)
			return &fields[i];
	return NULL;
}

bool
dated_takes(const struct entity *ent, int f)
{
	return find(ent, f) != NULL;
}

static const char *
id_of(const struct dated_field *d)
{
	return entities[d->ent]->fields[d->field].id;
}

static bool
has(const struct entity *ent, int f, unsigned flag)
{
	const struct dated_field *d = find(ent, f);

	return d != NULL && (d->flags & flag) != 0;
}

bool
dated_in_sheets(const struct entity *ent, int f)
{
	return has(ent, f, IN_SHEETS);
}

bool
dated_may_empty(const struct entity *ent, int f)
{
	return has(ent, f, MAY_EMPTY);
}

bool
dated_adds(const struct entity *ent, int f)
{
	return has(ent, f, ADDS);
}

void
dated_understood(const struct app *app, const struct entity *ent, int f,
    const char *text, struct buf *out)
{
	const struct dated_field *d = find(ent, f);

	if (d != NULL && d->shown != NULL)
		d->shown(app, text, out);
}

/* Typed as the field of the row is, called and explained as the record's. */
const struct field *
dated_typed(const struct entity *ent, int f)
{
	static struct field typed[NFIELDS];
	const struct dated_field *d = find(ent, f);
	struct field *t;
	const struct field *like;

	if (d == NULL)
		return &ent->fields[f];
	t = &typed[d - fields];
	*t = ent->fields[f];
	t->flags = 0;
	if ((d->flags & ADDS) != 0)
		return t;
	if (d->into < 0) {
		t->type = FT_SET;
		t->set = &users_set;
		return t;
	}
	like = &entities[d->makes]->fields[d->into];
	t->type = like->type;
	t->ref = like->ref;
	t->choices = like->choices;
	t->max = like->max;
	return t;
}

bool
dated_into(const struct entity *ent, int f, const struct entity **to, int *into)
{
	const struct dated_field *d = find(ent, f);

	if (d == NULL || d->into < 0)
		return false;
	*to = entities[d->makes];
	*into = d->into;
	return true;
}

/* --- what was typed ------------------------------------------------------ */

static void
keep(struct dated *d, int f, char op, char *take_text)
{
	d->v = xreallocarray(d->v, d->n + 1, sizeof *d->v);
	d->v[d->n++] = (struct dated_item){ f, op, take_text };
}

void
dated_keep(struct dated *d, int f, const char *canonical)
{
	keep(d, f, 0, xstrdup(canonical));
}

const char *
dated_given(const struct dated *d, int f)
{
	const char *text = NULL;

	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].field == f)
			text = d->v[i].text;
	return text;
}

void
dated_clear(struct dated *d)
{
	for (size_t i = 0; i < d->n; i++)
		free(d->v[i].text);
	free(d->v);
	*d = (struct dated){ NULL, 0 };
}

/* Rows are ended, never emptied; one at a time but where there are several. */
static enum status
check_way(const struct dated_field *d, const struct row *record,
    const char *text, char op, struct err *e)
{
	const char *id = id_of(d);

	if ((d->flags & ADDS) != 0)
		return op != '-' && (*text != '\0' || record->id == 0) ? ST_OK :
		    err_field(e, ST_INVALID, id, "%s: setting it adds a %s; one"
		    " that is there is changed on its own.", id,
		    entities[d->makes]->id);
	if (op != 0 && (d->flags & SEVERAL) == 0)
		return err_field(e, ST_USAGE, id, "%s= makes one %s: write"
		    " %s=… without + or -", id, entities[d->makes]->id, id);
	if (op == 0 && record->id != 0 && *text == '\0' &&
	    (d->flags & MAY_EMPTY) == 0)
		return d->ent == ENT_contact ?
		    err_field(e, ST_INVALID, id, "%s cannot be emptied: a role"
		    " is ended, by to= on the role itself (caseload list role"
		    " contact:…).", id) :
		    err_field(e, ST_INVALID, id, "%s cannot be emptied; a"
		    " school that goes is \"left\".", id);
	return ST_OK;
}

/* An error of the row that is to be made names our field. */
static enum status
blame(const struct dated_field *d, enum status st, struct err *e)
{
	const char *other = d->into < 0 ? "" :
	    entities[d->makes]->fields[d->into].id;
	size_t n = strlen(other);

	if (st == ST_OK || e == NULL || str_eq(other, id_of(d)))
		return st;
	if (n > 0 && str_starts(e->text, other) && e->text[n] == ':' &&
	    e->text[n + 1] == ' ') {
		char *rest = xstrdup(e->text + n + 2);

		st = err_field(e, st, id_of(d), "%s: %s", id_of(d),
		    rest);
		free(rest);
	} else {
		snprintf(e->field, sizeof e->field, "%s", id_of(d));
	}
	return st;
}

/* Could each be a user, or become one? */
static enum status
check_users(struct app *app, const char *text, struct err *e)
{
	struct strs names = { 0 };
	enum status st = ST_OK;
	int64_t id;

	split_parts(&names, text, ',');
	for (size_t i = 0; i < names.n && st == ST_OK; i++) {
		char *name = split_unquote(names.v[i]);

		st = users_meant(app, name, &id, e);
		free(name);
	}
	strs_clear(&names);
	return st;
}

static enum status
check_todo(struct app *app, const char *text, struct err *e)
{
	return come_check_todo(app, text, e);
}

static enum status
check_next(struct app *app, const char *text, struct err *e)
{
	return come_check_next(app, text, e);
}

enum status
dated_note(struct app *app, struct dated *to, const struct row *record, int f,
    const char *text, char op, struct err *e)
{
	const struct dated_field *d = find(record->ent, f);
	struct row *row;
	enum status st;

	if ((st = check_way(d, record, text, op, e)) != ST_OK)
		return st;
	if (d->into < 0 || *text == '\0') {
		if (d->check != NULL)
			st = blame(d, d->check(app, text, e), e);
		if (st == ST_OK)
			keep(to, f, op, xstrdup(text));
		return st;
	}
	row = row_new(entities[d->makes]);
	st = blame(d, value_parse(app, row, d->into, text, 0,
	    (d->flags & BY_WORDS) != 0, e), e);
	if (st == ST_OK)
		keep(to, f, op, xstrdup(row_get(row, d->into)));
	row_free(row);
	return st;
}

/* May a name make a user? Not where one misspelt would cover nobody. */
static bool
is_user(const struct entity *ent, int f)
{
	return ent->no != ENT_cover && ent->fields[f].type == FT_REF &&
	    str_eq(ent->fields[f].ref, "user");
}

enum status
dated_user(struct app *app, struct dated *to, struct row *record, int f,
    const char *text, bool *taken, struct err *e)
{
	int64_t id;
	enum status st;

	*taken = is_user(record->ent, f) && record->id == 0 && *text != '\0';
	if (!*taken)
		return ST_OK;
	st = users_meant(app, text, &id, e);
	if (st != ST_OK)
		return field_blame(e, record->ent->fields[f].id);
	if (id == 0)
		dated_keep(to, f, text);
	else
		row_set_ref(record, f, "user", id);
	return ST_OK;
}

enum status
dated_users(struct app *app, struct row *record, const struct dated *given,
    struct err *e)
{
	enum status st = ST_OK;
	int64_t id;

	for (size_t i = 0; i < given->n && st == ST_OK; i++)
		if (is_user(record->ent, given->v[i].field)) {
			st = users_need(app, given->v[i].text, &id, e);
			if (st == ST_OK)
				row_set_ref(record, given->v[i].field, "user",
				    id);
		}
	return st;
}

enum status
dated_give(struct app *app, const struct row *record, const struct dated *given,
    struct err *e)
{
	enum status st = ST_OK;

	if (record->ent->no == ENT_contact)
		return dated_place(app, record,
		    dated_given(given, F_contact_organisation),
		    dated_given(given, F_contact_role), e);
	for (size_t f = 0; f < NFIELDS; f++)
		for (size_t i = 0; i < given->n && st == ST_OK; i++) {
			const struct dated_item *it = &given->v[i];
			const struct dated_field *d = &fields[f];

			if (d->ent != record->ent->no ||
			    d->field != it->field || (*it->text == '\0' &&
			    (d->flags & MAY_EMPTY) == 0))
				continue;
			st = blame(d, d->make(app, record, it, d->arg, e), e);
		}
	return st;
}
