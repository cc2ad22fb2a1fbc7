/* test_tables.c - every entity, field, choice and set is whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"
#include "tests/model/fake.h"

#define KEYWORDS "case from to end group start finish order select table " \
	"where values index default check references in not null"

/* The F_ constants beside the table they index. */
static const struct { enum entity_no ent; int f; const char *id; } indexes[] = {
#define FIELD(fid, ...) { ENT_school, F_school_##fid, #fid },
#include "model/school.def"
#define FIELD(fid, ...) { ENT_employer, F_employer_##fid, #fid },
#include "model/employer.def"
#define FIELD(fid, ...) { ENT_partner, F_partner_##fid, #fid },
#include "model/partner.def"
#define FIELD(fid, ...) { ENT_contact, F_contact_##fid, #fid },
#include "model/contact.def"
#define FIELD(fid, ...) { ENT_role, F_role_##fid, #fid },
#include "model/role.def"
#define FIELD(fid, ...) { ENT_cluster, F_cluster_##fid, #fid },
#include "model/cluster.def"
#define FIELD(fid, ...) { ENT_member, F_member_##fid, #fid },
#include "model/member.def"
#define FIELD(fid, ...) { ENT_roll, F_roll_##fid, #fid },
#include "model/roll.def"
#define FIELD(fid, ...) { ENT_cpd, F_cpd_##fid, #fid },
#include "model/cpd.def"
#define FIELD(fid, ...) { ENT_booking, F_booking_##fid, #fid },
#include "model/booking.def"
#define FIELD(fid, ...) { ENT_encounter, F_encounter_##fid, #fid },
#include "model/encounter.def"
#define FIELD(fid, ...) { ENT_user, F_user_##fid, #fid },
#include "model/user.def"
#define FIELD(fid, ...) { ENT_network, F_network_##fid, #fid },
#include "model/network.def"
#define FIELD(fid, ...) { ENT_membership, F_membership_##fid, #fid },
#include "model/membership.def"
#define FIELD(fid, ...) { ENT_coordinator, F_coordinator_##fid, #fid },
#include "model/coordinator.def"
#define FIELD(fid, ...) { ENT_fact, F_fact_##fid, #fid },
#include "model/fact.def"
#define FIELD(fid, ...) { ENT_assessment, F_assessment_##fid, #fid },
#include "model/assessment.def"
#define FIELD(fid, ...) { ENT_term, F_term_##fid, #fid },
#include "model/term.def"
#define FIELD(fid, ...) { ENT_event, F_event_##fid, #fid },
#include "model/event.def"
#define FIELD(fid, ...) { ENT_case, F_case_##fid, #fid },
#include "model/case.def"
#define FIELD(fid, ...) { ENT_visit, F_visit_##fid, #fid },
#include "model/visit.def"
#define FIELD(fid, ...) { ENT_plan, F_plan_##fid, #fid },
#include "model/plan.def"
#define FIELD(fid, ...) { ENT_checklist, F_checklist_##fid, #fid },
#include "model/checklist.def"
#define FIELD(fid, ...) { ENT_task, F_task_##fid, #fid },
#include "model/task.def"
#define FIELD(fid, ...) { ENT_handover, F_handover_##fid, #fid },
#include "model/handover.def"
#define FIELD(fid, ...) { ENT_cover, F_cover_##fid, #fid },
#include "model/cover.def"
#define FIELD(fid, ...) { ENT_succession, F_succession_##fid, #fid },
#include "model/succession.def"
#define FIELD(fid, ...) { ENT_view, F_view_##fid, #fid },
#include "model/view.def"
#define FIELD(fid, ...) { ENT_volunteer, F_volunteer_##fid, #fid },
#include "model/volunteer.def"
#define FIELD(fid, ...) { ENT_match, F_match_##fid, #fid },
#include "model/match.def"
#define FIELD(fid, ...) { ENT_activity, F_activity_##fid, #fid },
#include "model/activity.def"
#define FIELD(fid, ...) { ENT_placement, F_placement_##fid, #fid },
#include "model/placement.def"
#define FIELD(fid, ...) { ENT_request, F_request_##fid, #fid },
#include "model/request.def"
#define FIELD(fid, ...) { ENT_offer, F_offer_##fid, #fid },
#include "model/offer.def"
#define FIELD(fid, ...) { ENT_approach, F_approach_##fid, #fid },
#include "model/approach.def"
#define FIELD(fid, ...) { ENT_funding, F_funding_##fid, #fid },
#include "model/funding.def"
#define FIELD(fid, ...) { ENT_deliverable, F_deliverable_##fid, #fid },
#include "model/deliverable.def"
#define FIELD(fid, ...) { ENT_pilot, F_pilot_##fid, #fid },
#include "model/pilot.def"
#define FIELD(fid, ...) { ENT_claim, F_claim_##fid, #fid },
#include "model/claim.def"
#define FIELD(fid, ...) { ENT_line, F_line_##fid, #fid },
#include "model/line.def"
#define FIELD(fid, ...) { ENT_notice, F_notice_##fid, #fid },
#include "model/notice.def"
#define FIELD(fid, ...) { ENT_recipient, F_recipient_##fid, #fid },
#include "model/recipient.def"
#define FIELD(fid, ...) { ENT_resource, F_resource_##fid, #fid },
#include "model/resource.def"
#define FIELD(fid, ...) { ENT_commitment, F_commitment_##fid, #fid },
#include "model/commitment.def"
#define FIELD(fid, ...) { ENT_target, F_target_##fid, #fid },
#include "model/target.def"
#define FIELD(fid, ...) { ENT_return, F_return_##fid, #fid },
#include "model/return.def"
};

static void
every_constant_is_the_index_of_its_field(void **state)
{
	size_t total = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(indexes); i++) {
		const struct entity *ent = entities[indexes[i].ent];

		assert_in_range(indexes[i].f, 0, ent->nfields - 1);
		assert_string_equal(ent->fields[indexes[i].f].id,
		    indexes[i].id);
		assert_int_equal(entity_field(ent, indexes[i].id),
		    indexes[i].f);
	}
	for (size_t i = 0; i < ENT_MAX; i++)
		total += entities[i]->nfields;
	assert_int_equal(total, COUNT(indexes));
}

static void
every_entity_says_what_it_is(void **state)
{
	char letters[ENT_MAX + 1] = "";

	(void)state;
	for (size_t i = 0; i < ENT_MAX; i++) {
		const struct entity *t = entities[i];

		assert_int_equal(t->no, i);
		assert_false(str_empty(t->id));
		assert_false(str_empty(t->title));
		assert_false(str_empty(t->plural));
		assert_false(str_empty(t->ids));
		assert_true(str_ends(t->empty, "."));
		assert_true(t->key < (int)t->nfields);
		assert_true(t->main_date < (int)t->nfields);
		assert_ptr_equal(entity_find(t->id), t);
		assert_ptr_equal(entity_find(t->ids), t);
		if (t->go != 0 && strchr(letters, t->go) != NULL)
			fail_msg("g %c goes to two lists", t->go);
		letters[strlen(letters)] = (char)t->go;
		for (int f = 0; (size_t)f < t->nfields; f++) {
			unsigned flags = t->fields[f].flags;

			assert_int_equal((flags & FF_KEY) != 0, f == t->key);
			assert_int_equal((flags & FF_MAIN_DATE) != 0,
			    f == t->main_date);
		}
	}
}

static void
check_choices(const struct field *f, const char *where)
{
	const struct choice *c;

	for (c = f->choices; c->word != NULL; c++) {
		struct strs also = { 0 };

		if (field_choice(f, c->word) != c)
			fail_msg("%s: \"%s\" is there twice", where, c->word);
		if (c->label != NULL && field_choice(f, c->label) != c)
			fail_msg("%s: label \"%s\" is another choice's", where,
			    c->label);
		if (c->also != NULL)
			str_split(&also, c->also, ',');
		for (size_t i = 0; i < also.n; i++)
			if (field_choice(f, also.v[i]) != c)
				fail_msg("%s: \"%s\" is another choice's",
				    where, also.v[i]);
		strs_clear(&also);
	}
}

/* Words beyond lower case only where a register or a name says so. */
static void
check_case(const struct field *f, const char *where)
{
	const struct choice *c;

	if (f->type != FT_CHOICE)
		return;
	for (c = f->choices; c->word != NULL; c++)
		for (const char *p = c->word; *p != '\0'; p++)
			if (*p >= 'A' && *p <= 'Z')
				fail_msg("%s: \"%s\" is not lower case", where,
				    c->word);
}

static void
check_field(const struct field *f, const char *where)
{
	if (str_empty(f->label))
		fail_msg("%s has no label", where);
	if (str_empty(f->help) || !str_ends(f->help, "."))
		fail_msg("%s has no sentence of help", where);
	if ((f->flags & FF_LIST) != 0 && f->width <= 0)
		fail_msg("%s has no width", where);
	if (f->lo > f->hi && f->hi != 0)
		fail_msg("%s has its bounds the wrong way round", where);
	if ((f->type == FT_CHOICE || f->type == FT_OPEN) !=
	    (f->choices != NULL || f->book))
		fail_msg("%s: choices and type disagree", where);
	if (f->book && (f->type != FT_OPEN || f->choices != NULL))
		fail_msg("%s: a book is the choices of an open field", where);
	if ((f->type == FT_REF || f->type == FT_ANY) != (f->ref != NULL))
		fail_msg("%s: reference and type disagree", where);
	if ((f->type == FT_SET) != (f->set != NULL))
		fail_msg("%s: set and type disagree", where);
	if (str_in(field_col(f), KEYWORDS))
		fail_msg("%s: column %s is a word of SQL", where,
		    field_col(f));
	assert_non_null(field_head(f));
	if (f->ref != NULL) {
		struct strs refs = { 0 };

		str_words(&refs, f->ref);
		assert_true(refs.n > 0);
		if (f->type == FT_REF)
			assert_int_equal(refs.n, 1);
		for (size_t i = 0; i < refs.n; i++)
			assert_non_null(entity_find(refs.v[i]));
		strs_clear(&refs);
	}
	if (f->choices != NULL) {
		check_choices(f, where);
		check_case(f, where);
	}
}

static void
check_set(const struct entity *ent, const struct setdef *s, const char *where)
{
	static const struct { size_t keys, least, most; } shapes[] = {
		[SET_REFS] = { 1, 1, 2 }, [SET_WORDS] = { 1, 1, 1 },
		[SET_INTS] = { 1, 1, 1 }, [SET_YEARS] = { 2, 7, 7 },
		[SET_COUNTS] = { 2, 3, 3 }, [SET_MAP] = { 1, 2, 2 },
		[SET_ANSWERS] = { 1, 3, 3 },
	};

	assert_int_equal(s->nkeys, shapes[s->shape].keys);
	assert_in_range(s->ncols, shapes[s->shape].least,
	    shapes[s->shape].most);
	if (!str_starts(s->table, ent->id))
		fail_msg("%s: table %s does not begin with %s", where,
		    s->table, ent->id);
	if (s->carry != NULL)
		assert_true(entity_field(ent, s->carry) >= 0);
	for (size_t i = 0; i < s->ncols; i++) {
		char *col = xasprintf("%s.%s", where, s->cols[i].id);

		assert_int_not_equal(s->cols[i].type, FT_SET);
		if (str_eq(field_col(&s->cols[i]), ent->id))
			fail_msg("%s is also the owner's column", col);
		check_field(&s->cols[i], col);
		free(col);
	}
	if (s->shape == SET_REFS)
		assert_int_equal(s->cols[0].type, FT_REF);
	if (s->shape == SET_INTS)
		assert_int_equal(s->cols[0].type, FT_INT);
}

static void
every_field_is_whole(void **state)
{
	struct strs tables = { 0 };

	(void)state;
	for (size_t i = 0; i < ENT_MAX; i++) {
		const struct entity *t = entities[i];
		struct strs ids = { 0 }, cols = { 0 };

		for (size_t k = 0; k < t->nfields; k++) {
			const struct field *f = &t->fields[k];
			char *where = xasprintf("%s.%s", t->id, f->id);

			if (strs_has(&ids, f->id) ||
			    strs_has(&cols, field_col(f)))
				fail_msg("%s is there twice", where);
			strs_add(&ids, f->id);
			strs_add(&cols, field_col(f));
			check_field(f, where);
			if (f->set != NULL) {
				check_set(t, f->set, where);
				if (strs_has(&tables, f->set->table))
					fail_msg("%s: table of two sets",
					    where);
				strs_add(&tables, f->set->table);
			}
			free(where);
		}
		strs_clear(&ids);
		strs_clear(&cols);
	}
	strs_clear(&tables);
}

static void
every_default_is_taken_by_its_own_field(void **state)
{
	struct parse p = fake_parse();
	struct err e = { 0 };
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < ENT_MAX; i++)
		for (size_t k = 0; k < entities[i]->nfields; k++) {
			const struct field *f = &entities[i]->fields[k];

			if (f->def == NULL)
				continue;
			if (field_parse(f, f->def, &p, &b, &e) != ST_OK)
				fail_msg("%s", e.text);
			assert_true(b.n > 0);
		}
	buf_clear(&b);
}

static void
near_names_are_suggested(void **state)
{
	const struct entity *enc = entities[ENT_encounter];

	(void)state;
	assert_string_equal(entity_nearest("encouter"), "encounter");
	assert_string_equal(entity_nearest("shools"), "school");
	assert_null(entity_nearest("zebra"));
	assert_null(entity_find("zebra"));
	assert_ptr_equal(entity_find("Schools"), entities[ENT_school]);
	assert_string_equal(entity_field_nearest(enc, "minuts"), "minutes");
	assert_null(entity_field_nearest(enc, "zebra"));
	assert_int_equal(entity_field(enc, "zebra"), -1);
	assert_null(entity_field_nearest(entities[ENT_school], "gias"));
}

static void
an_empty_list_names_the_key_that_makes_the_first(void **state)
{
	(void)state;
	for (int i = 0; i < ENT_MAX; i++) {
		const char *text = entities[i]->empty;

		if (text == NULL)
			fail_msg("%s says nothing", entities[i]->id);
		if (strstr(text, ". n ") == NULL && strstr(text, ". w ") ==
		    NULL)
			fail_msg("%s names no key", text);
	}
}

static void
year_groups_are_read_in_capitals(void **state)
{
	static const char *const v[][2] = { { "y10", "Y10" },
	    { "ks4", "KS4" }, { "r", "R" }, { "adult", "adult" } };
	struct buf b;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		buf_init(&b, BUF_LINE);
		year_group_shown(v[i][0], &b);
		assert_string_equal(b.p, v[i][1]);
		buf_clear(&b);
	}
}

static void
year_groups_run_in_order_and_bands_span_theirs(void **state)
{
	int first, last;

	(void)state;
	assert_int_equal(year_group("r"), YG_R);
	assert_int_equal(year_group("y7"), YG_Y7);
	assert_int_equal(year_group("y14"), YG_Y14);
	assert_int_equal(year_group("adult"), YG_ADULT);
	assert_int_equal(year_group("y15"), -1);
	assert_true(year_group_span(YG_KS4, &first, &last));
	assert_int_equal(first, YG_Y10);
	assert_int_equal(last, YG_Y11);
	assert_true(year_group_span(YG_Y9, &first, &last));
	assert_int_equal(first, last);
	assert_false(year_group_span(YG_ADULT, &first, &last));
}

static void
records_are_counted_in_words(void **state)
{
	static const struct { enum entity_no ent; size_t n; const char *said; }
	cases[] = {
		{ ENT_recipient, 1, "1 recipient" },
		{ ENT_recipient, 2, "2 recipients" },
		{ ENT_cpd, 1, "1 CPD session" }, { ENT_cpd, 0, "0 CPD sessions" },
		{ ENT_activity, 3, "3 activities" },
		{ ENT_funding, 1, "1 funding" }, { ENT_funding, 2, "2 fundings" },
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		buf_reset(&b);
		entity_counted(entities[cases[i].ent], cases[i].n, &b);
		assert_string_equal(b.p, cases[i].said);
	}
	buf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_are_counted_in_words),
		cmocka_unit_test(every_constant_is_the_index_of_its_field),
		cmocka_unit_test(every_entity_says_what_it_is),
		cmocka_unit_test(every_field_is_whole),
		cmocka_unit_test(every_default_is_taken_by_its_own_field),
		cmocka_unit_test(near_names_are_suggested),
		cmocka_unit_test(
		    an_empty_list_names_the_key_that_makes_the_first),
		cmocka_unit_test(year_groups_are_read_in_capitals),
		cmocka_unit_test(
		    year_groups_run_in_order_and_bands_span_theirs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
