/* demo_twice.c - records of the demonstration that were made twice, and one pair
 * that only looks so.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

#include "db/store.h"
#include "model/fields.h"

/* The record as it was made; NULL when there is none. */
static struct row *
as_made(struct demo *d, enum entity_no ent, int64_t id)
{
	struct row *r = NULL;

	if (d->st == ST_OK)
		d->st = store_load(d->app->db, entities[ent], id, false, &r,
		    d->e);
	return d->st == ST_OK ? r : NULL;
}

/* Another of the name NAME (NULL: the same), with the fields FIELDS of the first;
 * known not to be NOT, unless that is 0. */
static int64_t
again(struct demo *d, enum entity_no ent, int64_t id, const char *name,
    const int *fields, int64_t not)
{
	struct row *first = as_made(d, ent, id), *r;
	int distinct = entity_field(entities[ent], "distinct");
	int f = entity_field(entities[ent], "name");
	char code[ID_CODE];

	if (first == NULL)
		return 0;
	r = row_new(entities[ent]);
	row_set(r, f, name != NULL ? name : row_get(first, f));
	for (; *fields >= 0; fields++)
		row_set(r, *fields, row_get(first, *fields));
	if (not != 0) {
		id_code(not, code);
		set_put(row_members(r, distinct),
		    r->ent->fields[distinct].set, (const char *[]){ code });
	}
	row_free(first);
	return demo_add(d, r);
}

void
demo_twice(struct demo *d)
{
	static const int address[] = { F_employer_sector, F_employer_town,
	    F_employer_postcode, F_employer_phone, -1 };
	static const int site[] = { F_employer_website, -1 };
	static const int kind[] = { F_partner_kind, F_partner_website, -1 };
	static const int mail[] = { F_contact_email, F_contact_contact_ok, -1 };
	int64_t person;

	again(d, ENT_employer, d->employer[CITY_CRANES], "Citycranes", address,
	    0);
	again(d, ENT_employer, d->employer[ARUP], "Arup Group", site,
	    d->employer[ARUP]);
	again(d, ENT_partner, d->partner[CITY_COLLEGE], "City Colege", kind,
	    d->partner[EASTFIELD_P]);
	if (d->npeople == 0)
		return;
	person = d->person[d->npeople - 1];
	again(d, ENT_contact, person, NULL, mail, 0);
	again(d, ENT_contact, person, NULL, mail, person);
}
