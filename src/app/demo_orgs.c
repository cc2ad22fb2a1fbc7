/* demo_orgs.c - employers, partners and clusters of the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/demo_int.h"
#include "base/mem.h"
#include "base/str.h"

#define FIRST_COMPANY	91000000L	/* the register is far from it */

static const struct known_employer {
	const char	*name, *also, *sector, *size, *offers;
} known_employers[DEMO_EMPLOYERS] = {
	[BARCLAYS] = { "Barclays Bank", "Barclays", "finance and insurance",
	    "20,000 or more", "talks,mentoring,enterprise advisers" },
	[ARUP] = { "Arup", "Arup Group", "engineering", "5000 to 19,999",
	    "talks,taster days,enterprise advisers" },
	[CITY_CRANES] = { "City Cranes", "", "construction", "50 to 249",
	    "talks,work experience,t level placements" },
	[TFL] = { "Transport for London", "TfL", "transport and logistics",
	    "20,000 or more", "work experience,supported internships" },
	[MARKS] = { "Marks & Spencer", "M&S", "retail", "20,000 or more",
	    "work experience,mentoring" },
	[COUNCIL] = { "Borough Council", "", "government", "1000 to 4999",
	    "talks,work experience,governors,supported internships" },
};
static const char *const sizes[] = { "1 to 9", "10 to 49", "10 to 49",
    "50 to 249", "50 to 249", "250 to 499", "500 to 999", "1000 to 4999" };
static const char *const all_offers[] = { "talks", "mentoring", "taster days",
    "work experience", "supported internships", "t level placements",
    "enterprise advisers", "governors" };

static void
put_words(struct row *r, int field, const char *list)
{
	struct strs words = { 0 };

	str_split(&words, list, ',');
	for (size_t i = 0; i < words.n; i++)
		if (words.v[i][0] != '\0')
			demo_word(r, field, words.v[i]);
	strs_clear(&words);
}

static void
put_address(struct demo *d, struct row *r, int street, int town, int postcode,
    int phone)
{
	const struct demo_borough *b =
	    &demo_boroughs[demo_below(d, DEMO_BOROUGHS)];

	buf_reset(&d->b);
	demo_street(d, &d->b);
	row_set(r, street, d->b.p);
	row_set(r, town, "London");
	buf_reset(&d->b);
	demo_postcode(d, b->district, &d->b);
	row_set(r, postcode, d->b.p);
	buf_reset(&d->b);
	row_set(r, phone, demo_phone(d, &d->b));
}

static void
put_website(struct demo *d, struct row *r, int field, const char *name)
{
	char *site = demo_site(name);

	buf_reset(&d->b);
	buf_addf(&d->b, "https://www.%s.example", site);
	row_set(r, field, d->b.p);
	free(site);
}

static void
make_employer(struct demo *d, int i)
{
	struct row *r = row_new(entities[ENT_employer]);
	const struct known_employer *k = i < DEMO_EMPLOYERS ?
	    &known_employers[i] : NULL;

	demo_stream(d, S_EMPLOYER, i, 0);
	buf_reset(&d->b);
	row_set(r, F_employer_sector, k != NULL ? k->sector :
	    demo_firm(i - DEMO_EMPLOYERS, &d->b));
	row_set(r, F_employer_name, k != NULL ? k->name : d->b.p);
	if (k == NULL || i == CITY_CRANES)
		demo_int(r, F_employer_company_number, FIRST_COMPANY + i);
	row_set(r, F_employer_size, k != NULL ? k->size :
	    sizes[demo_below(d, (int)COUNT_OF(sizes))]);
	if (k != NULL) {
		put_words(r, F_employer_also, k->also);
		put_words(r, F_employer_offers, k->offers);
	} else if (demo_chance(d, 35))
		for (int n = demo_between(d, 1, 3); n > 0; n--)
			demo_word(r, F_employer_offers,
			    all_offers[demo_below(d, 8)]);
	put_address(d, r, F_employer_street, F_employer_town,
	    F_employer_postcode, F_employer_phone);
	put_website(d, r, F_employer_website, row_get(r, F_employer_name));
	buf_reset(&d->b);
	buf_addf(&d->b, "%d", demo_between(d, 10110, 96090));
	row_set(r, F_employer_sic, d->b.p);
	if (i == CITY_CRANES)
		row_set(r, F_employer_note,
		    "Ring the site office, not the number of the register.");
	put_words(r, F_employer_boroughs, i == CITY_CRANES ?
	    "Havering,Newham" : i == ARUP ? "Havering,Redbridge" : "");
	if (i == TFL) {
		demo_day(r, F_employer_cornerstone_from, d->today - 500);
		demo_day(r, F_employer_cornerstone_to, d->today + 230);
	}
	if (i == BARCLAYS)
		demo_day(r, F_employer_not_before, d->today + 40);
	d->employer[i] = demo_add(d, r);
}

void
demo_employers(struct demo *d)
{
	for (int i = 0; i < d->nemployers && d->st == ST_OK; i++)
		make_employer(d, i);
}

/* Now and then a large one that goes everywhere, else one of forty whose
 * numbers lie near the school's. */
int64_t
demo_some_employer(struct demo *d, int school)
{
	int at;

	if (demo_chance(d, 25))
		return d->employer[demo_below(d, d->nlarge)];
	at = school * 4 + demo_below(d, 40) - 20;
	if (at < 0)
		at += 40;
	return d->employer[at % d->nemployers];
}

/* The four of the cast in the east, others elsewhere. */
int64_t
demo_some_provider(struct demo *d, int school)
{
	int more = d->npartners - DEMO_PARTNERS;

	if (more == 0 || school < 100)
		return d->partner[demo_below(d, DEMO_PROVIDERS)];
	return d->partner[DEMO_PARTNERS +
	    (school / 50 + demo_below(d, 4)) % more];
}

/* --- partners --- */

static const struct known_partner {
	const char	*name, *also, *kind, *approved, *ukprn, *note;
} known_partners[DEMO_PARTNERS] = {
	[EASTFIELD_P] = { "Eastfield College", "Eastfield Tech", "college",
	    "yes", "10919001", "" },
	[CITY_COLLEGE] = { "City College", "", "college", "yes", "10919002",
	    "" },
	[APPRENTICE_CO] = { "Tideway Apprenticeship Company",
	    "Apprenticeship Company,Tideway Apprenticeships",
	    "training provider", "not known", "10919003",
	    "Asked in September whether they are on the register." },
	[UNIVERSITY] = { "University of the Lower Thames", "Lower Thames",
	    "university", "yes", "10919004", "" },
	[HAVERING_COUNCIL] = { "Havering Council", "", "local authority",
	    "no", "", "" },
	[DEMO_CHARITY] = { "Lantern Futures", "", "charity", "no", "", "" },
};

static void
make_partner(struct demo *d, int i, const char *name,
    const struct known_partner *k)
{
	struct row *r = row_new(entities[ENT_partner]);

	demo_stream(d, S_EMPLOYER, i, 1);
	row_set(r, F_partner_name, name);
	put_words(r, F_partner_also, k->also);
	row_set(r, F_partner_kind, k->kind);
	row_set(r, F_partner_approved, k->approved);
	row_set(r, F_partner_ukprn, k->ukprn);
	row_set(r, F_partner_note, k->note);
	put_words(r, F_partner_boroughs, i == EASTFIELD_P ?
	    "Havering,Redbridge,Newham" : "");
	put_address(d, r, F_partner_street, F_partner_town,
	    F_partner_postcode, F_partner_phone);
	put_website(d, r, F_partner_website, name);
	d->partner[i] = demo_add(d, r);
}

void
demo_partners(struct demo *d)
{
	static const struct known_partner other[] = {
		{ " College", "", "college", "yes", "", "" },
		{ " Training", "", "training provider", "not known", "", "" },
		{ " University", "", "university", "yes", "", "" },
	};
	struct buf name;

	buf_init(&name, BUF_LINE);
	for (int i = 0; i < d->npartners && d->st == ST_OK; i++) {
		const struct known_partner *k = i < DEMO_PARTNERS ?
		    &known_partners[i] : &other[i % 3];

		buf_reset(&name);
		if (i >= DEMO_PARTNERS)
			demo_place(i * 29 % DEMO_NAMES, &name);
		buf_add(&name, k->name);
		make_partner(d, i, name.p, k);
	}
	buf_clear(&name);
}

/* --- clusters --- */

static const struct known_cluster {
	const char	*word, *name, *theme, *lead, *boroughs, *funder;
	int		 amount, years_ago, length;
	const char	*groups, *note;
} known_clusters[DEMO_CLUSTERS] = {
	{ "tech-east", "Tech East", "information technology",
	  "Eastfield College", "Havering,Redbridge,Newham",
	  "European Social Fund", 85000, 1, 3,
	  "Girls in Y9 and Y10; pupils eligible for free school meals",
	  "Claim forms go to the funder by the tenth." },
	{ "build-east", "Build East", "construction", "City Cranes",
	  "Newham,Barking and Dagenham,Tower Hamlets",
	  "Construction levy", 42000, 2, 4, "Y10 to Y12", "" },
	{ "care-forward", "Care Forward", "health and care",
	  "Lantern Futures", "Hackney,Waltham Forest", "", 0, 4, 3, "", "" },
};

static void
add_member(struct demo *d, int c, const char *ent, int64_t id, int from,
    int to, const char *note)
{
	struct row *r = row_new(entities[ENT_member]);

	if (id == 0) {
		row_free(r);
		return;
	}
	demo_ref(r, F_member_cluster, "cluster", d->cluster[c]);
	demo_ref(r, F_member_organisation, ent, id);
	demo_day(r, F_member_from, from);
	if (to != DAY_NONE)
		demo_day(r, F_member_to, to);
	row_set(r, F_member_note, note);
	demo_add(d, r);
}

/* The cast of the examples, then a handful of those that follow. */
static void
add_members(struct demo *d, int c, int from, int to)
{
	static const short cast[DEMO_CLUSTERS][5] = {
		{ SANDMERE, HARBOUR, NORTHGATE, ASHDOWN, CRANMERE },
		{ DOCKSIDE, DEMO_SUCCESSOR, PARK_HOUSE, ALL_SOULS_TECH,
		  EASTFIELD },
		{ ALL_SOULS_HIGH, PARK_HIGH, DEMO_PRU, -1, -1 },
	};
	static const short employers[DEMO_CLUSTERS][3] = {
		{ ARUP, BARCLAYS, TFL }, { CITY_CRANES, COUNCIL, -1 },
		{ MARKS, -1, -1 },
	};

	for (int i = 0; i < 5; i++) {
		int s = cast[c][i];

		if (s < 0 || s >= d->nschools)
			continue;
		if (to > d->today)
			d->school[s].cluster = (short)c;
		add_member(d, c, "school", d->school[s].id, from + 14 * i, to,
		    i == 0 ? "Signed the agreement of the cluster." : "");
	}
	/* One that left again. */
	if (PARK_HOUSE < d->nschools && c == 0)
		add_member(d, c, "school", d->school[PARK_HOUSE].id, from,
		    from + 200, "Left for lack of time.");
	for (int i = 0; i < 3; i++)
		if (employers[c][i] >= 0)
			add_member(d, c, "employer",
			    d->employer[employers[c][i]], from + 30, to, "");
	for (int i = 0; i < 6; i++) {
		int s = DEMO_CAST + c * 7 + i;

		if (s >= d->nschools)
			continue;
		if (to > d->today)
			d->school[s].cluster = (short)c;
		add_member(d, c, "school", d->school[s].id,
		    from + 60 + 20 * i, to > d->today ? DAY_NONE : to, "");
	}
}

void
demo_clusters(struct demo *d)
{
	for (int c = 0; c < DEMO_CLUSTERS; c++) {
		const struct known_cluster *k = &known_clusters[c];
		struct row *r = row_new(entities[ENT_cluster]);
		int from = year_first_day(d->year - k->years_ago);
		int to = year_last_day(d->year - k->years_ago + k->length - 1);

		row_set(r, F_cluster_short_name, k->word);
		row_set(r, F_cluster_name, k->name);
		row_set(r, F_cluster_theme, k->theme);
		row_set(r, F_cluster_lead, k->lead);
		put_words(r, F_cluster_boroughs, k->boroughs);
		row_set(r, F_cluster_funder, k->funder);
		if (k->amount > 0)
			demo_int(r, F_cluster_amount, k->amount);
		demo_day(r, F_cluster_from, from);
		demo_day(r, F_cluster_to, to);
		row_set(r, F_cluster_target_groups, k->groups);
		row_set(r, F_cluster_note, k->note);
		demo_stream(d, S_CLUSTER, c, 0);
		d->cluster[c] = demo_add(d, r);
		add_members(d, c, from, to);
	}
}
