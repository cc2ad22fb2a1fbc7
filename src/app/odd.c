/* odd.c - values that are kept though they are out of place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/odd.h"

#include "base/mem.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* The words for which there is no code: eligibility, the year groups and what
 * is asked of the school follow from it. */
static enum status
odd_words(struct app *app, const struct row *r, int field, struct strs *out,
    struct err *e)
{
	const char *words = row_get(r, field);

	(void)app;
	(void)e;
	if (!school_word_is_known(field, words))
		strs_take(out, xasprintf("%s: \"%.60s\" is not a word of the "
		    "register; kept without its code.",
		    r->ent->fields[field].id, words));
	return ST_OK;
}

/* Providers that are none by their kind. */
static enum status
odd_providers(struct app *app, const struct row *r, int field,
    struct strs *out, struct err *e)
{
	const struct set *set = row_members(r, field);
	enum status st = ST_OK;

	for (size_t i = 0; i < set->n && st == ST_OK; i++) {
		struct row *p;

		st = store_load(app->db, entities[ENT_partner],
		    member_ref(&set->m[i], 0), false, &p, e);
		if (st != ST_OK)
			break;
		if (!partner_provides(row_get(p, F_partner_kind)))
			strs_take(out, xasprintf("%s: %.60s is no provider but "
			    "of the kind %s: it does not count for provider "
			    "access.", r->ent->fields[field].id,
			    row_get(p, F_partner_name),
			    row_get(p, F_partner_kind)));
		row_free(p);
	}
	return st;
}

static const struct odd {
	enum entity_no ent;
	int	 field;
	int	 also;		/* looked at too when this changed; else FIELD */
	enum status (*tell)(struct app *, const struct row *, int field,
		    struct strs *, struct err *);
} odds[] = {
	{ ENT_encounter, F_encounter_providers, F_encounter_providers,
	  odd_providers },
	{ ENT_school, F_school_type, F_school_type, odd_words },
	{ ENT_school, F_school_phase, F_school_phase, odd_words },
};

enum status
odd_tell(struct app *app, const struct row *old, const struct row *r,
    struct strs *out, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(odds) && st == ST_OK; i++)
		if (r->ent->no == odds[i].ent && (old == NULL ||
		    !row_same(old, r, odds[i].field) ||
		    !row_same(old, r, odds[i].also)))
			st = odds[i].tell(app, r, odds[i].field, out, e);
	return st;
}

void
odd_field(struct app *app, const struct row *r, int field, struct buf *out)
{
	struct strs said = { 0 };
	struct err e = { 0 };

	for (size_t i = 0; i < COUNT_OF(odds); i++)
		if (r->ent->no == odds[i].ent && field == odds[i].field &&
		    odds[i].tell(app, r, field, &said, &e) != ST_OK)
			break;
	for (size_t i = 0; i < said.n; i++)
		buf_addf(out, "%s%s", out->n > 0 ? " " : "", said.v[i]);
	strs_clear(&said);
}
