/* rules_week.c - rules of visits, cases, careers plans, hand-over notes and
 * cover.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_week.h"

#include "app/record.h"
#include "app/text.h"
#include "app/users.h"
#include "base/buf.h"
#include "base/date.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"

enum status
rule_mine(struct app *app, const struct row *old, struct row *row, int owner,
    struct err *e)
{
	int64_t me;
	enum status st;

	if (old != NULL || row->id != 0 || !row_is_empty(row, owner))
		return ST_OK;
	if ((st = users_me(app, &me, e)) == ST_OK)
		row_set_ref(row, owner, "user", me);
	return st;
}

/* Closing asks for its own (model/case.c). A reason that stayed spoke of the
 * status before, and is empty by now. */
enum status
case_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	const struct choice *c = field_choice(
	    &row->ent->fields[F_case_status], row_get(row, F_case_status));

	if (old != NULL && !row_same(old, row, F_case_status) &&
	    row_is_empty(row, F_case_reason) &&
	    !row_is(row, F_case_status, "closed"))
		return field_refuse(e, "reason", "the status of a case"
		    " changes for a reason: say why it is now %s",
		    c != NULL ? c->word : row_get(row, F_case_status));
	return rule_mine(app, old, row, F_case_owner, e);
}

/* Let case OTHER name case ID, or no more; one that a file has further down is
 * not there yet, and names it itself. */
static enum status
link_back(struct app *app, int64_t other, int64_t id, bool on, struct err *e)
{
	const struct entity *ent = entities[ENT_case];
	const struct setdef *def = ent->fields[F_case_linked].set;
	struct row *base, *mine;
	char code[ID_CODE];
	const char *const key[] = { code };
	enum status st;

	if (!store_exists(app->db, ent, other))
		return ST_OK;
	if ((st = store_load(app->db, ent, other, false, &base, e)) != ST_OK)
		return st;
	mine = row_copy(base);
	id_code(id, code);
	if (on)
		set_put(row_members(mine, F_case_linked), def, key);
	else
		set_drop(row_members(mine, F_case_linked), def, key);
	st = record_along(app, base, mine, e);
	row_free(base);
	row_free(mine);
	return st;
}

/* What of A is not in B, of case ID. */
static enum status
link_each(struct app *app, const struct set *a, const struct set *b,
    int64_t id, bool on, struct err *e)
{
	const struct setdef *def = entities[ENT_case]->fields[F_case_linked]
	    .set;
	enum status st = ST_OK;

	for (size_t i = 0; a != NULL && i < a->n && st == ST_OK; i++) {
		const char *const key[] = { a->m[i].v[0] };

		if (b == NULL || set_find(b, def, key) == NULL)
			st = link_back(app, member_ref(&a->m[i], 0), id, on, e);
	}
	return st;
}

enum status
case_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	const struct set *was = old != NULL ? row_members(old, F_case_linked) :
	    NULL, *is = row_members(row, F_case_linked);
	enum status st = link_each(app, was, is, row->id, false, e);

	return st != ST_OK ? st : link_each(app, is, was, row->id, true, e);
}

enum status
handover_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	return rule_mine(app, old, row, F_handover_by, e);
}

enum status
visit_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int day = row_day(row, F_visit_date);
	char shown[24];

	if (!row_is(row, F_visit_status, "done") || day == DAY_NONE ||
	    day <= app->today || (old != NULL &&
	    row_same(old, row, F_visit_status) &&
	    row_same(old, row, F_visit_date)))
		return rule_mine(app, old, row, F_visit_owner, e);
	day_long(day, shown);
	return err_field(e, ST_INVALID, "status", "%s is still to come: it"
	    " cannot be done, only planned.", shown);
}

enum status
plan_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t school = row_ref(row, F_plan_school), other;
	struct buf ref;
	enum status st;

	if (school == 0 || !row_is_empty(row, F_plan_archived) ||
	    (old != NULL && row_is_empty(old, F_plan_archived) &&
	    row_same(old, row, F_plan_school) &&
	    row_same(old, row, F_plan_year)))
		return ST_OK;
	st = rules_plan_of(app->db, school, row_get(row, F_plan_year),
	    row->id, &other, e);
	if (st != ST_OK || other == 0)
		return st;
	buf_init(&ref, BUF_LINE);
	ref_text(app, entities[ENT_plan], other, &ref);
	st = err_field(e, ST_CONFLICT, "year", "This school has a careers plan"
	    " for %s already: change %s.", row_get(row, F_plan_year), ref.p);
	buf_clear(&ref);
	return st;
}

enum status
cover_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	const struct entity *user = entities[ENT_user];
	struct buf who, by;
	int64_t other = 0;
	enum status st;

	(void)old;
	if (row_ref(row, F_cover_user) == 0 || row_ref(row, F_cover_by) == 0 ||
	    !row_is_empty(row, F_cover_archived))
		return ST_OK;
	st = rules_cover_of(app->db, row_ref(row, F_cover_user),
	    row_ref(row, F_cover_by), row_get(row, F_cover_from),
	    row_get(row, F_cover_to), row->id, &other, e);
	if (st != ST_OK || other == 0)
		return st;
	buf_init(&who, BUF_LINE);
	buf_init(&by, BUF_LINE);
	title_text(app, user, row_ref(row, F_cover_user), &who);
	title_text(app, user, row_ref(row, F_cover_by), &by);
	st = err_field(e, ST_CONFLICT, "from", "%s covers for %s on some of"
	    " these days already; change that one.", by.p, who.p);
	buf_clear(&who);
	buf_clear(&by);
	return st;
}
