/* demo_lines.c - records of the demonstration that are written as lines.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/demo_int.h"
#include "app/record.h"
#include "base/mem.h"
#include "base/str.h"

void
demo_name(struct demo *d, const char *word, enum entity_no ent, int64_t id)
{
	if (id == 0 || *word == '\0')
		return;
	d->named = xreallocarray(d->named, d->nnamed + 1, sizeof *d->named);
	d->named[d->nnamed].word = word;
	d->named[d->nnamed].ent = ent;
	d->named[d->nnamed++].id = id;
}

/* 0: nobody has that name. */
static int64_t
named(const struct demo *d, const char *word, const char *refs,
    const char **ent)
{
	for (size_t i = 0; i < d->nnamed; i++) {
		*ent = entities[d->named[i].ent]->id;
		if (strcmp(d->named[i].word, word) == 0 &&
		    str_in(*ent, refs))
			return d->named[i].id;
	}
	return 0;
}

static void
put_member(struct demo *d, struct row *r, int f, const char *word)
{
	const struct setdef *set = r->ent->fields[f].set;
	const char *ent;
	int64_t id;

	if (set->shape != SET_REFS) {
		demo_word(r, f, word);
		return;
	}
	id = named(d, word, set->cols[0].ref, &ent);
	if (id != 0)
		demo_word(r, f, demo_code(d, id));
}

/* So many months from this one. */
static void
put_month(const struct demo *d, struct row *r, int f, int n)
{
	char day[11];

	day_iso(day_add_months(d->today, n), day);
	day[7] = '\0';
	row_set(r, f, day);
}

/* False: it names nobody. */
static bool
put_value(struct demo *d, struct row *r, int f, const char *value)
{
	const struct field *def = &r->ent->fields[f];
	struct strs parts = { 0 };
	const char *ent;
	int64_t days, id;

	if (def->type == FT_REF || def->type == FT_ANY) {
		id = named(d, value, def->ref, &ent);
		if (id == 0)
			return false;
		demo_ref(r, f, ent, id);
	} else if (def->type == FT_DATE && str_int(value, -9999, 9999, &days)) {
		demo_day(r, f, demo_when(d, (int)days));
	} else if (def->check == check_month &&
	    str_int(value, -999, 999, &days)) {
		put_month(d, r, f, (int)days);
	} else if (def->type == FT_SET) {
		str_split(&parts, value, ',');
		for (size_t i = 0; i < parts.n; i++)
			put_member(d, r, f, parts.v[i]);
		strs_clear(&parts);
	} else {
		row_set(r, f, value);
	}
	return true;
}

static int64_t
add_line(struct demo *d, const struct demo_line *l)
{
	struct row *r = record_new(d->app, entities[l->ent]);
	struct strs parts = { 0 };
	bool good = true;

	str_split(&parts, l->text, '|');
	for (size_t i = 0; i < parts.n && good; i++) {
		char *value = strchr(parts.v[i], '=');
		int f;

		if (value == NULL)
			continue;
		*value = '\0';
		if ((f = entity_field(r->ent, parts.v[i])) >= 0)
			good = put_value(d, r, f, value + 1);
	}
	strs_clear(&parts);
	if (good)
		return demo_add(d, r);
	row_free(r);
	return 0;
}

void
demo_lines(struct demo *d, const struct demo_line *line, size_t n)
{
	for (size_t i = 0; i < n && d->st == ST_OK; i++)
		demo_name(d, line[i].word, line[i].ent, add_line(d, &line[i]));
}

void
demo_name_cast(struct demo *d)
{
	static const struct { const char *word; int i; } schools[] = {
		{ "sandmere", SANDMERE }, { "harbour", HARBOUR },
		{ "northgate", NORTHGATE }, { "brookvale", BROOKVALE },
		{ "ashdown", ASHDOWN }, { "cranmere", CRANMERE },
		{ "eastfield", EASTFIELD }, { "park high", PARK_HIGH },
		{ "dockside", DOCKSIDE }, { "all souls", ALL_SOULS_HIGH },
		{ "pru", DEMO_PRU }, { "primary", DEMO_PRIMARY },
	};
	static const char *const employers[] = { "barclays", "arup", "cranes",
	    "tfl", "marks", "council" };
	static const char *const partners[] = { "eastfield", "city college",
	    "apprentice", "university", "havering", "charity" };
	static const char *const clusters[] = { "tech", "build", "care" };
	static const char *const users[] = { "me", "priya", "dan", "sam",
	    "rowan" };

	for (size_t i = 0; i < COUNT_OF(schools); i++)
		if (schools[i].i < d->nschools) {
			const struct demo_school *s =
			    &d->school[schools[i].i];

			demo_name(d, schools[i].word, ENT_school, s->id);
			demo_name(d, schools[i].word, ENT_contact, s->leader);
			demo_name(d, schools[i].word, ENT_encounter,
			    s->met[1][5].id);
		}
	for (size_t i = 0; i < COUNT_OF(employers); i++)
		demo_name(d, employers[i], ENT_employer, d->employer[i]);
	for (size_t i = 0; i < COUNT_OF(partners); i++)
		demo_name(d, partners[i], ENT_partner, d->partner[i]);
	for (size_t i = 0; i < COUNT_OF(clusters); i++)
		demo_name(d, clusters[i], ENT_cluster, d->cluster[i]);
	for (size_t i = 0; i < COUNT_OF(users); i++)
		demo_name(d, users[i], ENT_user, d->user[i]);
	demo_name(d, "fair", ENT_encounter, d->fair);
	demo_name(d, "session", ENT_cpd, d->session);
}
