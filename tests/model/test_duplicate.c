/* test_duplicate.c - what speaks for two records being one, and against.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/buf.h"
#include "model/duplicate.h"
#include "model/tables.h"

struct pair {
	struct dup_side	 a, b;
	int		 score;
	const char	*pro, *con;
};

static void
check(const struct dup_side *a, const struct dup_side *b,
    const struct pair *p, size_t no)
{
	struct dup_judged j;
	struct buf pro, con;

	buf_init(&pro, BUF_LINE);
	buf_init(&con, BUF_LINE);
	dup_judge(a, b, &j);
	dup_words(&j, false, &pro);
	dup_words(&j, true, &con);
	if (j.score != p->score || strcmp(pro.p, p->pro) != 0 ||
	    strcmp(con.p, p->con) != 0)
		fail_msg("pair %zu, %s and %s: %d (%s; %s), not %d (%s; %s)",
		    no, p->a.name, p->b.name, j.score, pro.p, con.p, p->score,
		    p->pro, p->con);
	buf_clear(&pro);
	buf_clear(&con);
}

/* The same both ways round. */
static void
check_all(const struct pair *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		check(&v[i].a, &v[i].b, &v[i], i);
		check(&v[i].b, &v[i].a, &v[i], i);
	}
}

#define NAME	"same name"
#define ALSO	"one is another name of the other"
#define SPACED	"same name but for spaces"
#define TYPO	"names a letter apart"
#define LOOSE	"same name but for Group, Holdings, UK"
#define PART	"one name within the other"
#define OTHER	"other names"
#define S(...)	{ .name = __VA_ARGS__ }

static char lifting[] = "Lifting Co Ltd", citycranes[] = "Citycranes";
static char cranes[] = "City Cranes";
static const struct strs also_cranes = { (char *[]){ cranes }, 1, 1 };
static const struct strs also_more = { (char *[]){ lifting, citycranes }, 2,
    2 };

static const struct pair employers[] = {
	/* names alone */
	{ S("City Cranes"), S("City Cranes"), 60, NAME, "" },
	{ S("City Cranes"), S("CITY CRANES LTD"), 60, NAME, "" },
	{ S("City Cranes plc"), S("City Cranes Limited"), 60, NAME, "" },
	{ S("City Cranes LLP"), S("The City Cranes"), 60, NAME, "" },
	{ S("Marlow & Co"), S("Marlow"), 60, NAME, "" },
	{ S("Marlow and Company Ltd"), S("Marlow & Co."), 60, NAME, "" },
	{ S("Bell & Dart"), S("Bell and Dart"), 60, NAME, "" },
	{ S("Café Olive"), S("cafe olive"), 60, NAME, "" },
	{ S("O'Hara Joinery"), S("OHara Joinery"), 60, NAME, "" },
	{ S("Quayside Inc"), S("Quayside p.l.c."), 60, NAME, "" },
	{ S("City Cranes"), S("Citycranes"), 60, SPACED, "" },
	{ S("Bright-Forge Limited"), S("BrightForge & Co"), 60, SPACED, "" },
	{ S("The Silver & Line p.l.c."), S("Silverline LLP"), 60, SPACED, "" },
	{ S("Bright Forge", .town = "Leeds"),
	    S("Brightforge", .town = "Derby"), 50, SPACED, "other towns" },
	{ S("Highrise", .also = &also_more), S("City Cranes"), 55, ALSO, "" },
	{ S("Barcalys Bank"), S("Barclays Bank"), 40, TYPO, "" },
	{ S("Quaysde Foods"), S("Quayside Foods"), 40, TYPO, "" },
	{ S("Arup"), S("Arop"), 0, "", OTHER },	/* too short to tell */
	{ S("City Cranes Group"), S("City Cranes"), 40, LOOSE, "" },
	{ S("City Cranes (UK) Ltd"), S("City Cranes Holdings"), 40, LOOSE,
	    "" },
	{ S("Group"), S("Holdings"), 0, "", OTHER },
	{ S("Barclays"), S("Barclays Bank"), 20, PART, "" },
	{ S("Bar"), S("Barclays"), 0, "", OTHER },
	{ S("City Cranes"), S("Harbour Foods"), 0, "", OTHER },
	{ S(""), S("Harbour Foods"), 0, "", OTHER },
	/* other names */
	{ S("Lifting Company", .also = &also_cranes), S("City Cranes Ltd"),
	    55, ALSO, "" },
	{ S("Highrise", .also = &also_more), S("The Lifting Co"), 55, ALSO,
	    "" },
	{ S("Highrise", .also = &also_more),
	    S("Tower Hoists", .also = &also_more), 55, ALSO, "" },
	{ S("City Cranes", .also = &also_cranes), S("City Cranes"), 60, NAME,
	    "" },
	/* numbers */
	{ S("City Cranes", .number = "01234567"),
	    S("City Cranes", .number = "01234567"), 100, "same number, " NAME,
	    "" },
	{ S("City Cranes", .number = "01234567"),
	    S("Harbour Foods", .number = "01234567"), 60, "same number",
	    OTHER },
	{ S("City Cranes", .number = "01234567"),
	    S("City Cranes", .number = "07654321"), 0, NAME,
	    "other numbers" },
	{ S("City Cranes", .number = "01234567"), S("City Cranes"), 60, NAME,
	    "" },
	{ S("City Cranes", .number = "sc123456"),
	    S("Citycranes", .number = "SC123456"), 100, "same number, " SPACED,
	    "" },
	/* places, sites, phones */
	{ S("City Cranes", .postcode = "se1 9sg"),
	    S("City Cranes", .postcode = "SE19SG"), 85, NAME
	    ", same postcode", "" },
	{ S("City Cranes", .postcode = "SE1 9SG"),
	    S("Harbour Foods", .postcode = "SE1 9SG"), 0, "same postcode",
	    OTHER },
	{ S("Citycranes", .postcode = "SE1 9SG"),
	    S("City Cranes", .postcode = "SE1 9SG"), 85, SPACED
	    ", same postcode", "" },
	{ S("Barclays", .website = "https://www.example.org/careers"),
	    S("Barclays Bank", .website = "example.org"), 50, PART
	    ", same website", "" },
	{ S("City Cranes", .website = "facebook.com/citycranes"),
	    S("City Tapas", .website = "https://www.facebook.com/tapas"), 0,
	    "", OTHER },
	{ S("City Cranes", .website = "citycranes"),
	    S("City Tapas", .website = "citycranes"), 0, "", OTHER },
	{ S("City Cranes Group", .phone = "020 7946 0123"),
	    S("City Cranes", .phone = "+44 (0)20 7946 0123"), 65, LOOSE
	    ", same phone", "" },
	{ S("City Cranes", .phone = "123"), S("City Cranes", .phone = "123"),
	    60, NAME, "" },
	{ S("City Cranes", .town = "London"),
	    S("City Cranes", .town = "LONDON"), 70, NAME ", same town", "" },
	{ S("City Crane", .town = "London"),
	    S("City Cranes", .town = "London"), 50, TYPO ", same town", "" },
	{ S("City Cranes", .town = "London"),
	    S("City Cranes", .town = "Leeds"), 50, NAME, "other towns" },
	{ S("City Cranes Group", .town = "London", .postcode = "SE1 9SG"),
	    S("City Cranes", .town = "Southwark", .postcode = "SE1 9SG"), 55,
	    LOOSE ", same postcode", "other towns" },
	/* the register */
	{ S("City Cranes", .dormant = true), S("City Cranes"), 50, NAME,
	    "one is dormant" },
	{ S("City Cranes", .dormant = true),
	    S("City Cranes", .dormant = true), 60, NAME, "" },
	{ S("City Cranes", .number = "01234567", .postcode = "SE1 9SG",
	    .website = "cranes.example", .phone = "020 7946 0123"),
	    S("City Cranes", .number = "07654321", .postcode = "SE1 9SG",
	    .website = "cranes.example", .phone = "020 7946 0123"), 80, NAME
	    ", same website, same phone, same postcode", "other numbers" },
};

static const struct pair partners[] = {
	{ S("Eastway Trust", .kind = "trust"),
	    S("The Eastway Trust", .kind = "charity"), 40, NAME,
	    "other kinds" },
	{ S("Eastway Trust", .kind = "trust"),
	    S("Eastway Trust", .kind = "trust"), 60, NAME, "" },
	{ S("Eastway College", .number = "10001234"),
	    S("Eastway Coll", .number = "10001234"), 60, "same number",
	    OTHER },
};

#define P(...)	{ .person = true, .name = __VA_ARGS__ }

static const struct pair people[] = {
	{ P("Ms Grace Bell"), P("Grace Bell"), 60, NAME, "" },
	{ P("Bell, Grace"), P("Dr Grace Bell"), 60, NAME, "" },
	{ P("Grace Bell", .email = "g.bell@one.example"),
	    P("Grace Bell", .email = "grace@two.example"), 50, NAME,
	    "other e-mail addresses" },
	{ P("Grace Bell", .places = "Quayside Foods"),
	    P("Grace Bell", .places = "Northgate School"), 40, NAME,
	    "other organisations" },
	{ P("Grace Bell", .places = "Quayside Foods, Northgate School"),
	    P("Grace Bell", .places = "Northgate School"), 90, NAME
	    ", same organisation", "" },
	{ P("Grace Bell", .email = "office@one.example"),
	    P("Tom Dart", .email = "Office@one.example"), 20, "same e-mail",
	    OTHER },
	{ P("G Bell", .email = "g.bell@one.example"),
	    P("Grace Bell", .email = "G.Bell@one.example"), 80, PART
	    ", same e-mail", "" },
	{ P("Grace Bell", .phone = "020 7946 0123"),
	    P("Grce Bell", .phone = "02079460123"), 65, TYPO ", same phone",
	    "" },
	{ P("G B"), P("Grace Bell"), 0, "", OTHER },
};

static void
each_pair_has_its_reasons(void **state)
{
	(void)state;
	check_all(employers, COUNT_OF(employers));
	check_all(partners, COUNT_OF(partners));
	check_all(people, COUNT_OF(people));
}

static bool
share_key(const struct pair *p)
{
	struct strs a = { 0 }, b = { 0 };
	bool found = false;

	dup_keys(&p->a, &a);
	dup_keys(&p->b, &b);
	for (size_t i = 0; i < a.n; i++)
		found = found || strs_has(&b, a.v[i]);
	strs_clear(&a);
	strs_clear(&b);
	return found;
}

/* Whatever is suspected is found by a key. */
static void
those_suspected_share_a_key(void **state)
{
	static const struct {
		const struct pair *v;
		size_t		   n;
	} sets[] = {
		{ employers, COUNT_OF(employers) },
		{ partners, COUNT_OF(partners) },
		{ people, COUNT_OF(people) },
	};
	size_t suspected = 0;

	(void)state;
	for (size_t s = 0; s < COUNT_OF(sets); s++)
		for (size_t i = 0; i < sets[s].n; i++) {
			const struct pair *p = &sets[s].v[i];

			if (p->score < DUP_SUSPECTED)
				continue;
			suspected++;
			if (!share_key(p))
				fail_msg("%s and %s share no key", p->a.name,
				    p->b.name);
		}
	assert_true(suspected > 30);
}

/* No key of what is empty: everything without a phone would share it. */
static void
nothing_known_has_no_key(void **state)
{
	static const struct dup_side nothing = { .name = "", .phone = "",
	    .website = "n/a", .email = "" };
	struct strs keys = { 0 };

	(void)state;
	dup_keys(&nothing, &keys);
	assert_int_equal(keys.n, 0);
	strs_clear(&keys);
}

static void
a_record_gives_its_side(void **state)
{
	struct row *r = row_new(entities[ENT_employer]);
	struct strs also = { 0 };
	struct dup_side s;

	(void)state;
	row_set(r, entity_field(r->ent, "name"), "City Cranes");
	row_set(r, entity_field(r->ent, "company_number"), "01234567");
	row_set(r, entity_field(r->ent, "sic"), "43999, 99999");
	set_put(row_members(r, entity_field(r->ent, "also")),
	    r->ent->fields[entity_field(r->ent, "also")].set,
	    (const char *[]){ "Citycranes" });
	dup_side_of(r, &also, &s);
	assert_string_equal(s.name, "City Cranes");
	assert_string_equal(s.number, "01234567");
	assert_string_equal(also.v[0], "Citycranes");
	assert_true(s.dormant);
	assert_false(s.person);
	strs_clear(&also);
	row_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_pair_has_its_reasons),
		cmocka_unit_test(those_suspected_share_a_key),
		cmocka_unit_test(nothing_known_has_no_key),
		cmocka_unit_test(a_record_gives_its_side),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
