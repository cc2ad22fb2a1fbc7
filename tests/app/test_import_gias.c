/* test_import_gias.c - schools of the official register, and again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "app/undo.h"
#include "base/mem.h"
#include "model/id.h"
#include "tests/app/importing.h"

static int
open_world(void **state)
{
	struct importing *w = xmalloc(sizeof *w);

	importing_open(w);
	*state = w;
	return 0;
}

static int
close_world(void **state)
{
	importing_close(*state);
	free(*state);
	return 0;
}

static int64_t
school(struct importing *w, const char *urn)
{
	const struct entity *ent;
	struct err e = { 0 };
	char *ref = xasprintf("school/%s", urn);
	int64_t id;

	must(ref_resolve(&w->app, ref, false, &ent, &id, &e), &e);
	free(ref);
	return id;
}

static void
type_over(struct importing *w, const char *urn, const char *field,
    const char *value)
{
	struct err e = { 0 };

	must(world_set(&w->app, "school", school(w, urn), field, value, &e),
	    &e);
}

static void
bytes_of_windows_come_out_right(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_data(w, "schools", "gias-bytes.csv"),
	    "3 added, 0 updated, 0 unchanged, 1 rejected");
	assert_int_equal(w->said.n, 1);
	assert_non_null(strstr(w->said.v[0], "gias-bytes.csv:5: "
	    "EstablishmentName: byte 0x81 stands for nothing"));
	assert_string_equal(stored(w, "school", "990001", "name"),
	    "St Osyth\u2019s School");
	assert_string_equal(stored(w, "school", "990002", "name"),
	    "Wharf School \u2013 Lower Site");
	assert_string_equal(stored(w, "school", "990003", "name"),
	    "\u00c9cole \u00e0 la Marina");
	assert_string_equal(stored(w, "school", "990001", "type"),
	    "Voluntary aided school");
	assert_string_equal(stored(w, "school", "990001", "type_code"), "2");
	assert_string_equal(stored(w, "school", "990003", "phase"),
	    "All-through");
	assert_string_equal(stored(w, "school", "990003", "status"), "Open");
}

static void
names_alone_find_their_codes(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_data(w, "schools", "gias-names.csv"),
	    "4 added, 0 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990011", "la_code"), "204");
	assert_string_equal(stored(w, "school", "990011", "type_code"), "1");
	assert_string_equal(stored(w, "school", "990011", "phase_code"), "2");
	assert_string_equal(stored(w, "school", "990011", "sixth_form"), "no");
	assert_string_equal(stored(w, "school", "990011", "opened"),
	    "1999-09-01");
	assert_string_equal(stored(w, "school", "990012", "opened"),
	    "2011-09-01");
	assert_string_equal(stored(w, "school", "990012", "status"),
	    "Open but proposed to close");
	assert_string_equal(stored(w, "school", "990012", "pupils"), "1204");
	assert_string_equal(stored(w, "school", "990012", "fsm"), "31.5");
	assert_string_equal(stored(w, "school", "990013", "closed"),
	    "2019-08-31");
	assert_string_equal(stored(w, "school", "990013", "la"), "Atlantis");
	assert_string_equal(stored(w, "school", "990013", "la_code"), "");
}

static void
what_cannot_be_read_is_left_empty_with_a_warning(void **state)
{
	struct importing *w = *state;
	const char *said;

	import_data(w, "schools", "gias-names.csv");
	assert_int_equal(w->res.warnings, 7);
	said = import_said(w);
	assert_non_null(strstr(said,
	    "gias-names.csv:2: pupils: warning: cannot read \"..\""));
	assert_non_null(strstr(said,
	    ":2: fsm: warning: cannot read \"SUPP\"; left empty"));
	assert_non_null(strstr(said,
	    ":5: opened: warning: cannot read \"31-02-2020\""));
	assert_non_null(strstr(said, ":5: type: warning: \"Castle school\""));
	assert_non_null(strstr(said, ":5: high_age: warning: 11 is below"));
	assert_string_equal(stored(w, "school", "990011", "pupils"), "");
	assert_string_equal(stored(w, "school", "990014", "type"),
	    "Castle school");
	assert_string_equal(stored(w, "school", "990014", "high_age"), "");
}

static void
codes_win_and_what_is_withheld_is_no_word(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_text(w, "schools",
	    "URN,EstablishmentName,TypeOfEstablishment (code),"
	    "TypeOfEstablishment (name),LA (code),LA (name),Town,"
	    "PhaseOfEducation (name)\n"
	    "990031,Fen School,034,Community school,..,Hackney,..,SUPP\n"
	    "990032,Moor School,99,Castle school,,,Bow,\n"
	    "990033,Hill School,,,316,Elsewhere,Bow,Primary\n"),
	    "3 added, 0 updated, 0 unchanged, 0 rejected");
	assert_int_equal(w->res.warnings, 3);
	assert_string_equal(stored(w, "school", "990031", "type"),
	    "Academy converter");
	assert_string_equal(stored(w, "school", "990031", "la_code"), "204");
	assert_string_equal(stored(w, "school", "990031", "town"), "");
	assert_string_equal(stored(w, "school", "990031", "phase"), "");
	assert_string_equal(stored(w, "school", "990032", "type"),
	    "Castle school");
	assert_string_equal(stored(w, "school", "990032", "type_code"), "99");
	assert_string_equal(stored(w, "school", "990033", "la"), "Newham");
	assert_string_equal(stored(w, "school", "990033", "type"), "");
}

static void
short_rows_and_repeated_links_are_taken(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_data(w, "schools", "gias-ragged.csv"),
	    "4 added, 0 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990021", "status"), "Open");
	assert_string_equal(stored(w, "school", "990023", "proposed"),
	    "successor? 990029 (linked establishment)");
	assert_string_equal(stored(w, "school", "990022", "proposed"), "");
}

static void
bad_rows_are_rejected_with_their_line(void **state)
{
	struct importing *w = *state;
	const char *said;

	assert_string_equal(import_data(w, "schools", "gias-shifted.csv"),
	    "1 added, 0 updated, 0 unchanged, 5 rejected");
	said = import_said(w);
	assert_non_null(strstr(said, "gias-shifted.csv:2: row: 5 cells below 4 "
	    "headings: the row is shifted"));
	assert_non_null(strstr(said, ":4: urn: there is no URN"));
	assert_non_null(strstr(said, ":5: name: there is no name"));
	assert_non_null(strstr(said,
	    ":6: urn: 990032 came before in this file"));
	assert_non_null(strstr(said,
	    ":7: urn: \"99003X\" is not a URN: six digits"));
}

static void
the_same_file_again_changes_nothing(void **state)
{
	struct importing *w = *state;
	char *before, *after;

	import_data(w, "schools", "gias-names.csv");
	before = world_dump(&w->app);
	assert_true(w->res.step > 0);
	assert_string_equal(import_data(w, "schools", "gias-names.csv"),
	    "0 added, 0 updated, 4 unchanged, 0 rejected");
	assert_int_equal(w->res.step, 0);
	after = world_dump(&w->app);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

#define HEADS "URN,EstablishmentName,EstablishmentStatus (code),Town," \
	"Postcode,NumberOfPupils\n"

static void
a_value_a_person_changed_stays_and_is_listed(void **state)
{
	struct importing *w = *state;

	import_text(w, "schools", HEADS
	    "990101,Fen School,1,Leyton,E10 1AA,500\n");
	type_over(w, "990101", "town", "Leytonstone");
	assert_string_equal(stored(w, "school", "990101", "gias"),
	    "town: Leyton");
	assert_string_equal(import_text(w, "schools", HEADS
	    "990101,Fen School,1,Leyton,E10 1AA,512\n"),
	    "0 added, 1 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990101", "town"),
	    "Leytonstone");
	assert_string_equal(stored(w, "school", "990101", "pupils"), "512");
	assert_string_equal(stored(w, "school", "990101", "gias"),
	    "town: Leyton");
	/* the register moves on: the person's value still stays */
	import_text(w, "schools", HEADS
	    "990101,Fen School,1,Leyton Green,E10 1AA,512\n");
	assert_string_equal(stored(w, "school", "990101", "gias"),
	    "town: Leyton Green");
	/* and comes to agree */
	import_text(w, "schools", HEADS
	    "990101,Fen School,1,Leytonstone,E10 1AA,512\n");
	assert_string_equal(stored(w, "school", "990101", "gias"), "");
	/* from then on the register owns it again */
	import_text(w, "schools", HEADS
	    "990101,Fen School,1,Ilford,E10 1AA,512\n");
	assert_string_equal(stored(w, "school", "990101", "town"), "Ilford");
	assert_string_equal(stored(w, "school", "990101", "gias"), "");
}

static void
another_day_gives_the_same(void **state)
{
	struct importing *w = *state;

	import_text(w, "schools", HEADS
	    "990101,Fen School,1,Leyton,E10 1AA,500\n");
	type_over(w, "990101", "town", "Leytonstone");
	w->app.today += 30;
	assert_string_equal(import_text(w, "schools", HEADS
	    "990101,Fen School,1,Leyton,E10 1AA,500\n"),
	    "0 added, 0 updated, 1 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990101", "gias_on"),
	    "2026-11-20");
	import_text(w, "schools", HEADS
	    "990101,Fen School,1,Bow,E10 1AA,501\n");
	assert_string_equal(stored(w, "school", "990101", "gias_on"),
	    "2026-12-20");
	assert_string_equal(stored(w, "school", "990101", "gias"),
	    "town: Bow");
	assert_string_equal(stored(w, "school", "990101", "pupils"), "501");
}

static void
a_school_typed_by_hand_keeps_what_was_typed(void **state)
{
	struct importing *w = *state;

	world_add(&w->app, "school", "urn=990102", "name=Moor School",
	    "town=Bow", "note=ours", NULL);
	assert_string_equal(import_text(w, "schools", HEADS
	    "990102,Moor Lane School,2,Bow,E3 9AA,90\n"),
	    "0 added, 1 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990102", "name"),
	    "Moor School");
	assert_string_equal(stored(w, "school", "990102", "gias"),
	    "name: Moor Lane School");
	assert_string_equal(stored(w, "school", "990102", "status"), "Closed");
	assert_string_equal(stored(w, "school", "990102", "pupils"), "90");
	assert_string_equal(stored(w, "school", "990102", "note"), "ours");
	assert_string_equal(import_text(w, "schools", HEADS
	    "990102,Moor Lane School,2,Bow,E3 9AA,90\n"),
	    "0 added, 0 updated, 1 unchanged, 0 rejected");
}

static void
a_column_that_is_not_there_changes_nothing(void **state)
{
	struct importing *w = *state;

	import_text(w, "schools", HEADS
	    "990103,Hill School,1,Bow,E3 9AB,90\n");
	assert_string_equal(import_text(w, "schools",
	    "URN,EstablishmentName\n990103,Hill School\n"),
	    "0 added, 0 updated, 1 unchanged, 0 rejected");
	assert_string_equal(import_text(w, "schools", HEADS
	    "990103,Hill School,1,,E3 9AB,90\n"),
	    "0 added, 1 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990103", "town"), "");
}

static void
a_closed_school_has_its_successor_proposed(void **state)
{
	struct importing *w = *state;

	import_text(w, "schools", HEADS
	    "990104,Weir School,1,Bow,E3 9AC,90\n");
	assert_string_equal(import_text(w, "schools", HEADS
	    "990104,Weir School,2,Bow,E3 9AC,\n"
	    "990105,WEIR SCHOOL,1,Bow,E3 9AC,80\n"),
	    "1 added, 1 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990104", "status"), "Closed");
	assert_string_equal(stored(w, "school", "990104", "proposed"),
	    "successor? 990105 WEIR SCHOOL (same name and postcode)");
	assert_string_equal(stored(w, "school", "990105", "proposed"), "");
	assert_string_equal(import_text(w, "schools", HEADS
	    "990104,Weir School,2,Bow,E3 9AC,\n"),
	    "0 added, 0 updated, 1 unchanged, 0 rejected");
}

#define LINKS_OF "URN,EstablishmentName,EstablishmentStatus (code)," \
	"Linked establishments\n"

static void
a_predecessor_in_any_cell_proposes_the_successor(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_text(w, "schools", LINKS_OF
	    "990107,Lock School,2,\n"
	    "990108,Sluice School,2,990110 Successor\n"
	    "990109,Basin School,1,\n"
	    "990110,Weir Academy,1,990108 Predecessor,990107 Predecessor,"
	    "990109 Predecessor\n"),
	    "4 added, 0 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "school", "990107", "proposed"),
	    "successor? 990110 Weir Academy (linked establishment)");
	assert_string_equal(stored(w, "school", "990108", "proposed"),
	    "successor? 990110 Weir Academy (linked establishment)");
	assert_string_equal(stored(w, "school", "990109", "proposed"), "");
}

/* Once one took over from another nobody needs to decide that again. */
static void
a_successor_that_is_decided_is_not_proposed_again(void **state)
{
	struct importing *w = *state;
	static const char file[] = LINKS_OF
	    "990108,Sluice School,2,\"990110 Successor, 990111 Successor\"\n"
	    "990110,Weir Academy,1,\n"
	    "990111,Lock Academy,1,\n";

	import_text(w, "schools", file);
	assert_string_equal(stored(w, "school", "990108", "proposed"),
	    "successor? 990110 Weir Academy (linked establishment)\n"
	    "successor? 990111 Lock Academy (linked establishment)");
	world_add(&w->app, "succession", "old=school/990108",
	    "new=school/990110", NULL);
	import_text(w, "schools", file);
	assert_string_equal(stored(w, "school", "990108", "proposed"),
	    "successor? 990111 Lock Academy (linked establishment)");
}

static void
a_byte_that_stands_for_nothing_spoils_its_cell_alone(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_text(w, "schools",
	    "URN,EstablishmentName,Town,Unknown to us\n"
	    "990111,Quay School,B\x81w,x\n990112,Mole School,Bow,\x8Dx\n"
	    "990113,P\x8F" "er School,Bow,x\n"),
	    "2 added, 0 updated, 0 unchanged, 1 rejected");
	assert_int_equal(w->said.n, 2);
	assert_non_null(strstr(w->said.v[0], "in.csv:2: town: warning"));
	assert_non_null(strstr(w->said.v[1], "in.csv:4: EstablishmentName: "
	    "byte 0x8F stands for nothing"));
	assert_string_equal(stored(w, "school", "990111", "town"), "");
	assert_string_equal(stored(w, "school", "990112", "town"), "Bow");
}

#define HEAD_OF "URN,EstablishmentName,HeadTitle (name),HeadFirstName," \
	"HeadLastName\n"

static void
a_new_head_is_proposed_never_made(void **state)
{
	struct importing *w = *state;
	char person[8 + ID_SHOWN] = "contact=";

	import_text(w, "schools", HEAD_OF
	    "990106,Cliff School,Ms,Ada,Quill\n");
	assert_string_equal(stored(w, "school", "990106", "proposed"),
	    "head: register says Ms Ada Quill; we have nobody");
	id_shown(world_add(&w->app, "contact", "name=Mr Bo Reed", NULL),
	    person + 8);
	world_add(&w->app, "role", person, "organisation=school/990106",
	    "role=head", NULL);
	import_text(w, "schools", HEAD_OF
	    "990106,Cliff School,Ms,Ada,Quill\n");
	assert_string_equal(stored(w, "school", "990106", "proposed"),
	    "head: register says Ms Ada Quill; we have Mr Bo Reed");
	import_text(w, "schools", HEAD_OF
	    "990106,Cliff School,Mr,B,Reed\n");
	assert_string_equal(stored(w, "school", "990106", "proposed"), "");
}

static void
a_dry_run_says_the_same_and_writes_nothing(void **state)
{
	struct importing *w = *state;
	char *before = world_dump(&w->app), *after;

	w->opt.dry_run = true;
	assert_string_equal(import_data(w, "schools", "gias-shifted.csv"),
	    "1 added, 0 updated, 0 unchanged, 5 rejected");
	assert_int_equal(w->said.n, 5);
	after = world_dump(&w->app);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static bool
stop_at_once(void *arg, uint64_t done, uint64_t total, uint64_t rows)
{
	(void)arg, (void)done, (void)total;
	return rows > 0;
}

static void
stopping_leaves_nothing_behind(void **state)
{
	struct importing *w = *state;
	struct buf b;

	buf_init(&b, BUF_FILE);
	buf_add(&b, "URN,EstablishmentName\n");
	for (int i = 0; i < 60000; i++)
		buf_addf(&b, "%d,School %d\n", 200000 + i, i);
	w->opt.progress = stop_at_once;
	assert_non_null(strstr(import_text(w, "schools", b.p),
	    "stopped; nothing was imported"));
	assert_int_equal(w->e.st, ST_INTERRUPTED);
	assert_string_equal(stored(w, "school", "200000", "name"), "?");
	buf_clear(&b);
}

static void
an_import_is_one_step_to_undo(void **state)
{
	struct importing *w = *state;
	struct undo_report r = { 0 };
	struct err e = { 0 };
	char *before = world_dump(&w->app), *after;

	import_data(w, "schools", "gias-names.csv");
	must(undo_step(&w->app, 0, false, false, false, &r, &e), &e);
	assert_int_equal(r.records, 4);
	assert_int_equal(r.seq, w->res.step);
	after = world_dump(&w->app);
	assert_string_equal(before, after);
	undo_report_clear(&r);
	free(before);
	free(after);
}

static void
rejected_rows_import_again_once_mended(void **state)
{
	struct importing *w = *state;
	char *path = test_path(w->dir, "rejects.csv"), *text, *bad, *mended;

	w->opt.rejects = path;
	import_data(w, "schools", "gias-shifted.csv");
	text = test_read(path);
	assert_int_equal(strncmp(text, "reason,URN,", 11), 0);
	bad = strstr(text, ",99003X,");
	assert_non_null(bad);
	bad[6] = '9';
	bad = strstr(text, "\"urn: \"\"99003X");
	assert_non_null(bad);
	mended = xstrdup(text);
	w->opt.rejects = NULL;
	assert_string_equal(import_text(w, "schools", mended),
	    "1 added, 1 updated, 0 unchanged, 3 rejected");
	assert_string_equal(stored(w, "school", "990039", "name"),
	    "Bad Urn School");
	w->opt.rejects = path;
	assert_non_null(strstr(import_data(w, "schools", "gias-shifted.csv"),
	    "exists already"));
	free(mended);
	free(text);
	free(path);
}

static void
real_files_are_taken_whole(void **state)
{
	static const struct { const char *file, *first, *again; } real[] = {
		{ "gias-east-london.csv",
		  "141 added, 0 updated, 0 unchanged, 0 rejected",
		  "0 added, 0 updated, 141 unchanged, 0 rejected" },
		{ "gias-full-headings-sample.csv",
		  "99 added, 0 updated, 0 unchanged, 0 rejected",
		  "0 added, 0 updated, 99 unchanged, 0 rejected" },
		{ "gias-search-download-ragged.csv",
		  "728 added, 0 updated, 0 unchanged, 0 rejected",
		  "0 added, 0 updated, 728 unchanged, 0 rejected" },
	};
	struct importing *w = *state;

	if (test_shared() == NULL) {
		print_message("no ../shared/data: real files are not tried\n");
		skip();
	}
	for (size_t i = 0; i < COUNT(real); i++) {
		char *path = test_path(test_shared(), real[i].file);

		assert_string_equal(import_path(w, "schools", path),
		    real[i].first);
		assert_string_equal(import_path(w, "school", path),
		    real[i].again);
		free(path);
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, open_world, close_world)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(bytes_of_windows_come_out_right),
		T(names_alone_find_their_codes),
		T(what_cannot_be_read_is_left_empty_with_a_warning),
		T(codes_win_and_what_is_withheld_is_no_word),
		T(short_rows_and_repeated_links_are_taken),
		T(bad_rows_are_rejected_with_their_line),
		T(the_same_file_again_changes_nothing),
		T(a_value_a_person_changed_stays_and_is_listed),
		T(another_day_gives_the_same),
		T(a_school_typed_by_hand_keeps_what_was_typed),
		T(a_column_that_is_not_there_changes_nothing),
		T(a_closed_school_has_its_successor_proposed),
		T(a_predecessor_in_any_cell_proposes_the_successor),
		T(a_successor_that_is_decided_is_not_proposed_again),
		T(a_byte_that_stands_for_nothing_spoils_its_cell_alone),
		T(a_new_head_is_proposed_never_made),
		T(a_dry_run_says_the_same_and_writes_nothing),
		T(stopping_leaves_nothing_behind),
		T(an_import_is_one_step_to_undo),
		T(rejected_rows_import_again_once_mended),
		T(real_files_are_taken_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
