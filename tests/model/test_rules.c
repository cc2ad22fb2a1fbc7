/* test_rules.c - rules of schools, employers, people, clusters, rolls, CPD. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "tests/model/fake.h"

/* Is TEXT taken by that field? */
static void
check_value(enum entity_no ent, int field, const char *text, bool good)
{
	const struct field *f = &entities[ent]->fields[field];
	struct parse p = fake_parse();
	struct err e = { 0 };
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	st = field_parse(f, text, &p, &b, &e);
	if ((st == ST_OK) != good)
		fail_msg("%s \"%s\": %s", f->id, text,
		    st == ST_OK ? "taken" : e.text);
	if (!good)
		assert_string_equal(e.field, f->id);
	buf_clear(&b);
}

/* WANT is the field the rules find at fault, "" none. */
static void
check_rules(const struct row *r, const char *want)
{
	struct err e = { 0 };

	assert_int_equal(r->ent->check(r, &e) == ST_OK, *want == '\0');
	assert_string_equal(e.field, want);
}

static void
values_that_cannot_be_are_refused_everywhere(void **state)
{
	static const struct {
		enum entity_no	 ent;
		int		 field;
		const char	*good, *bad;	/* separated by blanks */
	} v[] = {
		{ ENT_school, F_school_urn, "136578 012345",
		  "13657 1365789 13657x ١٣٦٥٧٨" },
		{ ENT_employer, F_employer_company_number,
		  "01234567 1234567 SC123456 sc123456 IP12345R MUT00002",
		  "SC123 123456789 0123-456 ABCDEFGH plc" },
		{ ENT_contact, F_contact_email, "g.bell@x.sch.uk a@b",
		  "bell @x bell@ a@b@c" },
		{ ENT_cluster, F_cluster_short_name, "tech-east Tech2",
		  "tech_east - teçh" },
		{ ENT_view, F_view_entity, "school encounters", "shool x" },
		{ ENT_role, F_role_level, "1 8", "0 9" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct strs words = { 0 };

		str_words(&words, v[i].good);
		for (size_t k = 0; k < words.n; k++)
			check_value(v[i].ent, v[i].field, words.v[k], true);
		strs_clear(&words);
		str_words(&words, v[i].bad);
		for (size_t k = 0; k < words.n; k++)
			check_value(v[i].ent, v[i].field, words.v[k], false);
		strs_clear(&words);
	}
	check_value(ENT_contact, F_contact_email, "g bell@x.uk", false);
	check_value(ENT_cpd, F_cpd_feedback, "5:9 4:8 3:2 2:0 1:0", true);
	check_value(ENT_cpd, F_cpd_feedback, "5:9", true);
	check_value(ENT_cpd, F_cpd_feedback, "5:9 5:8", false);
	check_value(ENT_cpd, F_cpd_feedback, "6:9", false);
	check_value(ENT_cpd, F_cpd_feedback, "5:many", false);
}

static void
keys_are_written_one_way(void **state)
{
	static const struct { const char *typed, *kept; } v[] = {
		{ "1234567", "01234567" }, { "5", "00000005" },
		{ "sc123456", "SC123456" }, { "ip12345r", "IP12345R" },
		{ "01234567", "01234567" }, { "", "" },
	};
	struct row *c = row_new(entities[ENT_cluster]);

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct row *r = row_new(entities[ENT_employer]);

		fake_set(r, F_employer_company_number, v[i].typed);
		r->ent->derive(NULL, r, 0);
		assert_string_equal(row_get(r, F_employer_company_number),
		    v[i].kept);
		row_free(r);
	}
	fake_set(c, F_cluster_short_name, "Tech-East");
	c->ent->derive(NULL, c, 0);
	assert_string_equal(row_get(c, F_cluster_short_name), "tech-east");
	row_free(c);
}

static void
a_school_has_a_number_and_its_ages_in_order(void **state)
{
	struct row *r = row_new(entities[ENT_school]);

	(void)state;
	check_rules(r, "urn");
	fake_set(r, F_school_local_number, "L1");
	check_rules(r, "");
	fake_set(r, F_school_local_number, "");
	fake_set(r, F_school_urn, "136578");
	fake_set(r, F_school_low_age, "11");
	check_rules(r, "");
	fake_set(r, F_school_high_age, "11");
	check_rules(r, "");
	fake_set(r, F_school_high_age, "10");
	check_rules(r, "high_age");
	row_free(r);
}

/* The set of what the register says, as text. */
static void
check_gias(struct row *old, struct row *r, const char *want)
{
	char *got;

	r->ent->derive(old, r, 0);
	got = fake_text(r, F_school_gias);
	assert_string_equal(got, want);
	free(got);
}

static void
what_people_change_in_the_registers_fields_is_remembered(void **state)
{
	struct row *old = row_new(entities[ENT_school]), *r;

	(void)state;
	fake_set(old, F_school_name, "Old Name");
	fake_set(old, F_school_pupils, "900");
	r = row_copy(old);
	fake_set(r, F_school_name, "New Name");
	check_gias(NULL, r, "");
	check_gias(old, r, "");		/* never read from the register */
	row_set(old, F_school_gias_on, "2026-11-01");
	row_set(r, F_school_gias_on, "2026-11-02");
	check_gias(old, r, "");		/* the importer's work */
	row_set(r, F_school_gias_on, "2026-11-01");
	fake_set(r, F_school_note, "not the register's");
	fake_set(r, F_school_pupils, "");
	check_gias(old, r, "name: Old Name, pupils: 900");
	row_free(old);
	old = row_copy(r);
	fake_set(r, F_school_name, "Newer Name");
	fake_set(r, F_school_pupils, "900");
	check_gias(old, r, "name: Old Name");
	row_free(old);
	row_free(r);
}

static void
a_period_does_not_end_before_it_begins(void **state)
{
	static const struct { enum entity_no ent; int from, to; } v[] = {
		{ ENT_role, F_role_from, F_role_to },
		{ ENT_member, F_member_from, F_member_to },
		{ ENT_cluster, F_cluster_from, F_cluster_to },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct row *r = row_new(entities[v[i].ent]);

		check_rules(r, "");
		fake_set(r, v[i].to, "2026-03-01");
		check_rules(r, "");
		fake_set(r, v[i].from, "2026-03-01");
		check_rules(r, "");
		fake_set(r, v[i].from, "2026-03-02");
		check_rules(r, "to");
		row_free(r);
	}
}

static void
a_roll_is_of_one_year_group_and_holds_its_parts(void **state)
{
	struct row *r = row_new(entities[ENT_roll]);

	(void)state;
	fake_set(r, F_roll_group, "Year 9");
	fake_set(r, F_roll_pupils, "180");
	fake_set(r, F_roll_disadvantaged, "180");
	check_rules(r, "");
	fake_set(r, F_roll_send, "181");
	check_rules(r, "send");
	fake_set(r, F_roll_disadvantaged, "181");
	check_rules(r, "disadvantaged");
	fake_set(r, F_roll_group, "ks3");
	check_rules(r, "group");
	fake_set(r, F_roll_group, "adult");
	check_rules(r, "group");
	row_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_that_cannot_be_are_refused_everywhere),
		cmocka_unit_test(keys_are_written_one_way),
		cmocka_unit_test(a_school_has_a_number_and_its_ages_in_order),
		cmocka_unit_test(
		    what_people_change_in_the_registers_fields_is_remembered),
		cmocka_unit_test(a_period_does_not_end_before_it_begins),
		cmocka_unit_test(
		    a_roll_is_of_one_year_group_and_holds_its_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
