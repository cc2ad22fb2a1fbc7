/* rules_commitment.c - whose a commitment is: its item, actor and organisation
 * go together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_commitment.h"

#include "app/pledges_int.h"
#include "app/text.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

/* What actor the organisation is; NULL none, or nothing is named. */
static enum status
actor_there(struct app *app, const struct row *row,
    const struct choice **out, struct err *e)
{
	const struct entity *ent = pledge_organisation(row);

	*out = NULL;
	return ent == NULL ? ST_OK : pledges_actor(app, ent, row_ref(row,
	    F_commitment_organisation), out, e);
}

/* The item decides it, else the organisation. */
static void
take_actor(const struct pledge_item *item, const struct choice *there,
    struct row *row)
{
	const struct choice *c = item != NULL ? item->actor : there;

	if (c != NULL && row_is_empty(row, F_commitment_actor))
		row_set(row, F_commitment_actor, c->word);
}

/* An office of government or of the Mayor is an employer too, and may be kept
 * as either. */
static bool
may_be(const char *actor, const struct choice *there)
{
	return there == NULL || str_eq(actor, there->word) ||
	    ((str_eq(actor, "government") || str_eq(actor, "city hall")) &&
	    (str_eq(there->word, "government") ||
	    str_eq(there->word, "employer")));
}

static enum status
go_together(struct app *app, const struct pledge_item *item,
    const struct choice *there, const struct row *row, struct err *e)
{
	const struct field *f = &commitment_entity.fields[F_commitment_actor];
	const struct choice *actor = field_choice(f, row_get(row,
	    F_commitment_actor));
	struct buf title;

	if (actor == NULL)
		return ST_OK;
	if (item != NULL && item->actor != actor)
		return err_field(e, ST_INVALID, "actor", "The item \"%s\" is of"
		    " %s, not of %s.", item->item, item->actor->label,
		    actor->label);
	if (may_be(actor->word, there))
		return ST_OK;
	buf_init(&title, BUF_LINE);
	title_text(app, pledge_organisation(row), row_ref(row,
	    F_commitment_organisation), &title);
	(void)err_field(e, ST_INVALID, "organisation", "%s is one of %s, not of"
	    " %s.", title.p, there->label, actor->label);
	buf_clear(&title);
	return ST_INVALID;
}

enum status
commitment_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	struct pledge_items items;
	const struct pledge_item *item;
	const struct choice *there;
	enum status st;

	if (old != NULL && row_same(old, row, F_commitment_item) &&
	    row_same(old, row, F_commitment_actor) &&
	    row_same(old, row, F_commitment_organisation))
		return ST_OK;
	if ((st = actor_there(app, row, &there, e)) != ST_OK ||
	    (st = pledges_items(app, &items, e)) != ST_OK)
		return st;
	item = pledge_find(&items, row_get(row, F_commitment_item));
	take_actor(item, there, row);
	if (old != NULL || row->id == 0)
		st = go_together(app, item, there, row, e);
	pledge_clear(&items);
	return st;
}
