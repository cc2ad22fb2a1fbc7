# Every test, and how it is run; HACKING says how to add one.
# SPDX-License-Identifier: GPL-3.0-or-later

TEST_EXTENSIONS = .sh .test
LOG_DRIVER = $(SHELL) $(srcdir)/tests/lib/driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
TEST_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
TEST_LOG_COMPILER = $(SHELL) $(srcdir)/tests/cli/run.sh
AM_TESTS_ENVIRONMENT = $(test_environment)
test_environment = \
	CASELOAD_SRCDIR='$(abs_srcdir)'; export CASELOAD_SRCDIR; \
	CASELOAD_BUILDDIR='$(abs_builddir)'; export CASELOAD_BUILDDIR; \
	AWK='$(AWK)' CC='$(CC)'; export AWK CC; \
	ASAN_OPTIONS=detect_leaks=1; export ASAN_OPTIONS; \
	UBSAN_OPTIONS=print_stacktrace=1; export UBSAN_OPTIONS; \
	CASELOAD_BACKUP=no; export CASELOAD_BACKUP; \
	TEST_SLOW=$${TEST_SLOW:-$(test_slow)}; export TEST_SLOW;
if ASAN
test_slow = 5
else
test_slow = 1
endif

EXTRA_DIST += tests/lib/driver.sh
EXTRA_DIST += tests/lib/env.sh
EXTRA_DIST += tests/data/gias-bytes.csv
EXTRA_DIST += tests/data/gias-names.csv
EXTRA_DIST += tests/data/gias-ragged.csv
EXTRA_DIST += tests/data/gias-shifted.csv
EXTRA_DIST += tests/data/registers.csv

# The longest first: beside it all others find a place.
TESTS += tests/ui/run.sh

# --- C tests ----------------------------------------------------------------
# Two lines each: the program, and the layers it may link.  The source is the
# program's name with .c; further sources go into NAME_SOURCES.

if HAVE_CMOCKA
check_LIBRARIES += libtest.a
libtest_a_CPPFLAGS = $(AM_CPPFLAGS) -DTEST_SRCDIR='"$(abs_srcdir)"' \
	-DTEST_BUILDDIR='"$(abs_builddir)"'
libtest_a_SOURCES = tests/lib/child.c tests/lib/child.h tests/lib/test.c tests/lib/test.h

unit_test = libtest.a $(base_libs) $(CMOCKA_LIBS)
model_test = libtest.a $(model_libs) $(CMOCKA_LIBS)
db_test = libtest.a $(db_libs) $(CMOCKA_LIBS)
app_test = libtest.a $(app_libs) $(CMOCKA_LIBS)
cli_test = libtest.a $(cli_libs) $(CMOCKA_LIBS)
ui_test = libtest.a $(ui_libs) $(CMOCKA_LIBS)
calendar_made = tests/model/calendar_made.c tests/model/calendar_made.h
model_fake = tests/model/fake.c tests/model/fake.h
mix = tests/app/mix.c tests/app/mix.h
world = tests/app/world.c tests/app/world.h
texts = $(world) tests/app/texts.c tests/app/texts.h
doctor_world = tests/app/doctor_world.c tests/app/doctor_world.h $(world)
board_on = $(world) tests/app/board_on.c tests/app/board_on.h
diary_world = $(world) tests/app/diary_world.c tests/app/diary_world.h
there = $(world) tests/app/there.c tests/app/there.h
week = $(world) tests/app/week.c tests/app/week.h
demo_walk = $(world) tests/app/demo_walk.c tests/app/demo_walk.h
killed = $(world) tests/app/killed.c tests/app/killed.h
importing = $(world) tests/app/importing.c tests/app/importing.h
quick_line = tests/app/quick_cast.c tests/app/quick_world.c tests/app/quick_world.h \
	tests/app/quick_line.c tests/app/quick_line.h
c_tests =
sample = tests/db/naive.c tests/db/naive.h tests/db/naive_mine.c \
	tests/db/naive_name.c tests/db/sample.c tests/db/sample.h

# base: links libbase only
c_tests += tests/unit/test_clock
tests_unit_test_clock_LDADD = $(unit_test)
c_tests += tests/unit/test_csv
tests_unit_test_csv_LDADD = $(unit_test)
c_tests += tests/unit/test_csv_cell
tests_unit_test_csv_cell_LDADD = $(unit_test)
c_tests += tests/unit/test_csv_table
tests_unit_test_csv_table_LDADD = $(unit_test)
c_tests += tests/unit/test_date
tests_unit_test_date_LDADD = $(unit_test)
c_tests += tests/unit/test_fold
tests_unit_test_fold_LDADD = $(unit_test)
c_tests += tests/unit/test_hashset
tests_unit_test_hashset_LDADD = $(unit_test)
c_tests += tests/unit/test_mail
tests_unit_test_mail_LDADD = $(unit_test)
c_tests += tests/unit/test_mem
tests_unit_test_mem_LDADD = $(unit_test)
c_tests += tests/unit/test_path
tests_unit_test_path_LDADD = $(unit_test)
c_tests += tests/unit/test_shipped
tests_unit_test_shipped_LDADD = $(unit_test)
c_tests += tests/unit/test_str
tests_unit_test_str_LDADD = $(unit_test)
c_tests += tests/unit/test_text
tests_unit_test_text_LDADD = $(unit_test)
c_tests += tests/unit/test_utf8
tests_unit_test_utf8_LDADD = $(unit_test)
c_tests += tests/unit/test_words
tests_unit_test_words_LDADD = $(unit_test)

# model: libmodel and below
c_tests += tests/model/test_access
tests_model_test_access_LDADD = $(model_test)
c_tests += tests/model/test_access_said
tests_model_test_access_said_LDADD = $(model_test)
c_tests += tests/model/test_answer
tests_model_test_answer_LDADD = $(model_test)
c_tests += tests/model/test_audience
tests_model_test_audience_LDADD = $(model_test)
c_tests += tests/model/test_bank
tests_model_test_bank_LDADD = $(model_test)
c_tests += tests/model/test_calendar
tests_model_test_calendar_SOURCES = tests/model/test_calendar.c $(calendar_made)
tests_model_test_calendar_LDADD = $(model_test)
c_tests += tests/model/test_calendar_terms
tests_model_test_calendar_terms_SOURCES = tests/model/test_calendar_terms.c \
	$(calendar_made)
tests_model_test_calendar_terms_LDADD = $(model_test)
c_tests += tests/model/test_claim_check
tests_model_test_claim_check_LDADD = $(model_test)
c_tests += tests/model/test_clash
tests_model_test_clash_LDADD = $(model_test)
c_tests += tests/model/test_cpd_hours
tests_model_test_cpd_hours_LDADD = $(model_test)
c_tests += tests/model/test_duplicate
tests_model_test_duplicate_LDADD = $(model_test)
c_tests += tests/model/test_eligible
tests_model_test_eligible_LDADD = $(model_test)
c_tests += tests/model/test_encounter
tests_model_test_encounter_SOURCES = tests/model/test_encounter.c $(model_fake)
tests_model_test_encounter_LDADD = $(model_test)
c_tests += tests/model/test_evidence
tests_model_test_evidence_LDADD = $(model_test)
c_tests += tests/model/test_field
tests_model_test_field_SOURCES = tests/model/test_field.c $(model_fake)
tests_model_test_field_LDADD = $(model_test)
c_tests += tests/model/test_filter
tests_model_test_filter_LDADD = $(model_test)
c_tests += tests/model/test_fit
tests_model_test_fit_LDADD = $(model_test)
c_tests += tests/model/test_framework
tests_model_test_framework_LDADD = $(model_test)
c_tests += tests/model/test_goal
tests_model_test_goal_LDADD = $(model_test)
c_tests += tests/model/test_id
tests_model_test_id_LDADD = $(model_test)
c_tests += tests/model/test_need
tests_model_test_need_LDADD = $(model_test)
c_tests += tests/model/test_mention
tests_model_test_mention_LDADD = $(model_test)
c_tests += tests/model/test_monthly
tests_model_test_monthly_LDADD = $(model_test)
c_tests += tests/model/test_name
tests_model_test_name_LDADD = $(model_test)
c_tests += tests/model/test_national
tests_model_test_national_LDADD = $(model_test)
c_tests += tests/model/test_numbers
tests_model_test_numbers_SOURCES = tests/model/test_numbers.c $(model_fake)
tests_model_test_numbers_LDADD = $(model_test)
c_tests += tests/model/test_offset
tests_model_test_offset_LDADD = $(model_test)
c_tests += tests/model/test_pledge
tests_model_test_pledge_LDADD = $(model_test)
c_tests += tests/model/test_pledge_counts
tests_model_test_pledge_counts_LDADD = $(model_test)
c_tests += tests/model/test_propose
tests_model_test_propose_LDADD = $(model_test)
c_tests += tests/model/test_placement_checks
tests_model_test_placement_checks_LDADD = $(model_test)
c_tests += tests/model/test_repeat
tests_model_test_repeat_LDADD = $(model_test)
c_tests += tests/model/test_row
tests_model_test_row_SOURCES = tests/model/test_row.c $(model_fake)
tests_model_test_row_LDADD = $(model_test)
c_tests += tests/model/test_rules
tests_model_test_rules_SOURCES = tests/model/test_rules.c $(model_fake)
tests_model_test_rules_LDADD = $(model_test)
c_tests += tests/model/test_score
tests_model_test_score_LDADD = $(model_test)
c_tests += tests/model/test_set
tests_model_test_set_SOURCES = tests/model/test_set.c $(model_fake)
tests_model_test_set_LDADD = $(model_test)
c_tests += tests/model/test_snapshot
tests_model_test_snapshot_LDADD = $(model_test)
c_tests += tests/model/test_suit
tests_model_test_suit_LDADD = $(model_test)
c_tests += tests/model/test_special
tests_model_test_special_LDADD = $(model_test)
c_tests += tests/model/test_suppress
tests_model_test_suppress_LDADD = $(model_test)
c_tests += tests/model/test_set_answers
tests_model_test_set_answers_SOURCES = tests/model/test_set_answers.c \
	$(model_fake)
tests_model_test_set_answers_LDADD = $(model_test)
c_tests += tests/model/test_tables
tests_model_test_tables_SOURCES = tests/model/test_tables.c $(model_fake)
tests_model_test_tables_LDADD = $(model_test)
c_tests += tests/model/test_template
tests_model_test_template_LDADD = $(model_test)
c_tests += tests/model/test_wex
tests_model_test_wex_LDADD = $(model_test)
c_tests += tests/model/test_years
tests_model_test_years_SOURCES = tests/model/test_years.c $(model_fake)
tests_model_test_years_LDADD = $(model_test)

# db: libdb and below
EXTRA_DIST += tests/db/dbtest.h tests/db/genrow.h
c_tests += tests/db/test_check
tests_db_test_check_LDADD = $(db_test)
c_tests += tests/db/test_list
tests_db_test_list_LDADD = $(db_test)
c_tests += tests/db/test_list_match
tests_db_test_list_match_SOURCES = tests/db/test_list_match.c $(sample)
tests_db_test_list_match_LDADD = $(db_test)
c_tests += tests/db/test_list_order
tests_db_test_list_order_SOURCES = tests/db/test_list_order.c $(sample)
tests_db_test_list_order_LDADD = $(db_test)
c_tests += tests/db/test_list_plan
tests_db_test_list_plan_SOURCES = tests/db/test_list_plan.c $(sample)
tests_db_test_list_plan_LDADD = $(db_test)
c_tests += tests/db/test_erase
tests_db_test_erase_LDADD = $(db_test)
c_tests += tests/db/test_folder
tests_db_test_folder_LDADD = $(db_test)
c_tests += tests/db/test_journal
tests_db_test_journal_LDADD = $(db_test)
c_tests += tests/db/test_json
tests_db_test_json_LDADD = $(db_test)
c_tests += tests/db/test_open
tests_db_test_open_LDADD = $(db_test)
c_tests += tests/db/test_pack
tests_db_test_pack_LDADD = $(db_test)
c_tests += tests/db/test_queries
tests_db_test_queries_LDADD = $(db_test)
c_tests += tests/db/test_schema
tests_db_test_schema_LDADD = $(db_test)
c_tests += tests/db/test_search
tests_db_test_search_SOURCES = tests/db/test_search.c $(sample)
tests_db_test_search_LDADD = $(db_test)
c_tests += tests/db/test_store
tests_db_test_store_LDADD = $(db_test)
c_tests += tests/db/test_totals
tests_db_test_totals_LDADD = $(db_test)
c_tests += tests/db/test_trans
tests_db_test_trans_LDADD = $(db_test)

# app: libapp and below
c_tests += tests/app/test_access
tests_app_test_access_SOURCES = tests/app/test_access.c $(world)
tests_app_test_access_LDADD = $(app_test)
c_tests += tests/app/test_agenda
tests_app_test_agenda_SOURCES = tests/app/test_agenda.c $(world)
tests_app_test_agenda_LDADD = $(app_test)
c_tests += tests/app/test_assess
tests_app_test_assess_SOURCES = tests/app/test_assess.c $(world)
tests_app_test_assess_LDADD = $(app_test)
c_tests += tests/app/test_assess_log
tests_app_test_assess_log_SOURCES = tests/app/test_assess_log.c $(world)
tests_app_test_assess_log_LDADD = $(app_test)
c_tests += tests/app/test_board
tests_app_test_board_SOURCES = tests/app/test_board.c $(board_on)
tests_app_test_board_LDADD = $(app_test)
c_tests += tests/app/test_board_said
tests_app_test_board_said_SOURCES = tests/app/test_board_said.c $(board_on)
tests_app_test_board_said_LDADD = $(app_test)
c_tests += tests/app/test_brief
tests_app_test_brief_SOURCES = tests/app/test_brief.c $(world)
tests_app_test_brief_LDADD = $(app_test)
c_tests += tests/app/test_bulk
tests_app_test_bulk_SOURCES = tests/app/test_bulk.c $(world)
tests_app_test_bulk_LDADD = $(app_test)
c_tests += tests/app/test_checklist
tests_app_test_checklist_SOURCES = tests/app/test_checklist.c $(world)
tests_app_test_checklist_LDADD = $(app_test)
c_tests += tests/app/test_demo
tests_app_test_demo_SOURCES = tests/app/test_demo.c $(demo_walk)
tests_app_test_demo_LDADD = $(app_test)
c_tests += tests/app/test_demo_goals
tests_app_test_demo_goals_SOURCES = tests/app/test_demo_goals.c $(demo_walk)
tests_app_test_demo_goals_LDADD = $(app_test)
c_tests += tests/app/test_demo_week
tests_app_test_demo_week_SOURCES = tests/app/test_demo_week.c $(demo_walk)
tests_app_test_demo_week_LDADD = $(app_test)
c_tests += tests/app/test_diary
tests_app_test_diary_SOURCES = tests/app/test_diary.c $(diary_world)
tests_app_test_diary_LDADD = $(app_test)
c_tests += tests/app/test_diary_clash
tests_app_test_diary_clash_SOURCES = tests/app/test_diary_clash.c $(diary_world)
tests_app_test_diary_clash_LDADD = $(app_test)
c_tests += tests/app/test_diary_ics
tests_app_test_diary_ics_SOURCES = tests/app/test_diary_ics.c $(world)
tests_app_test_diary_ics_CFLAGS = $(AM_CFLAGS) $(ICAL_CFLAGS)
tests_app_test_diary_ics_LDADD = $(app_test)
c_tests += tests/app/test_doctor
tests_app_test_doctor_SOURCES = tests/app/test_doctor.c $(doctor_world)
tests_app_test_doctor_LDADD = $(app_test)
c_tests += tests/app/test_damage
tests_app_test_damage_SOURCES = tests/app/test_damage.c $(world)
tests_app_test_damage_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_app_test_damage_LDADD = $(app_test)
c_tests += tests/app/test_doctor_data
tests_app_test_doctor_data_SOURCES = tests/app/test_doctor_data.c $(doctor_world)
tests_app_test_doctor_data_LDADD = $(app_test)
c_tests += tests/app/test_draft
tests_app_test_draft_SOURCES = tests/app/test_draft.c $(world)
tests_app_test_draft_LDADD = $(app_test)
c_tests += tests/app/test_evidenced
tests_app_test_evidenced_SOURCES = tests/app/test_evidenced.c $(world)
tests_app_test_evidenced_LDADD = $(app_test)
c_tests += tests/app/test_evidence_page
tests_app_test_evidence_page_SOURCES = tests/app/test_evidence_page.c $(world)
tests_app_test_evidence_page_LDADD = $(app_test)
c_tests += tests/app/test_export
tests_app_test_export_SOURCES = tests/app/test_export.c $(importing)
tests_app_test_export_LDADD = $(app_test)
c_tests += tests/app/test_fitting
tests_app_test_fitting_SOURCES = tests/app/test_fitting.c $(week)
tests_app_test_fitting_LDADD = $(app_test)
c_tests += tests/app/test_fault
tests_app_test_fault_SOURCES = tests/app/test_fault.c tests/app/fault_acts.c \
	tests/app/fault_acts.h tests/db/fault_vfs.c tests/db/fault_vfs.h \
	$(world)
tests_app_test_fault_LDADD = $(app_test)
c_tests += tests/app/test_hands
tests_app_test_hands_SOURCES = tests/app/test_hands.c $(mix) $(world)
tests_app_test_hands_LDADD = $(app_test)
c_tests += tests/app/test_idle
tests_app_test_idle_SOURCES = tests/app/test_idle.c $(world)
tests_app_test_idle_LDADD = $(app_test)
c_tests += tests/app/test_import_employers
tests_app_test_import_employers_SOURCES = tests/app/test_import_employers.c $(importing)
tests_app_test_import_employers_LDADD = $(app_test)
c_tests += tests/app/test_import_files
tests_app_test_import_files_SOURCES = tests/app/test_import_files.c $(importing)
tests_app_test_import_files_LDADD = $(app_test)
c_tests += tests/app/test_import_gias
tests_app_test_import_gias_SOURCES = tests/app/test_import_gias.c $(importing)
tests_app_test_import_gias_LDADD = $(app_test)
c_tests += tests/app/test_import_parts
tests_app_test_import_parts_SOURCES = tests/app/test_import_parts.c $(world)
tests_app_test_import_parts_LDADD = $(app_test)
c_tests += tests/app/test_import_sheet
tests_app_test_import_sheet_SOURCES = tests/app/test_import_sheet.c $(importing)
tests_app_test_import_sheet_LDADD = $(app_test)
c_tests += tests/app/test_erase
tests_app_test_erase_SOURCES = tests/app/test_erase.c $(killed)
tests_app_test_erase_LDADD = $(app_test)
c_tests += tests/app/test_join
tests_app_test_join_SOURCES = tests/app/test_join.c $(world)
tests_app_test_join_LDADD = $(app_test)
c_tests += tests/app/test_kill9
tests_app_test_kill9_SOURCES = tests/app/test_kill9.c $(mix) $(world)
tests_app_test_kill9_LDADD = $(app_test)
c_tests += tests/app/test_killed
tests_app_test_killed_SOURCES = tests/app/test_killed.c $(killed)
tests_app_test_killed_LDADD = $(app_test)
c_tests += tests/app/test_lineage
tests_app_test_lineage_SOURCES = tests/app/test_lineage.c $(there)
tests_app_test_lineage_LDADD = $(app_test)
c_tests += tests/app/test_look
tests_app_test_look_SOURCES = tests/app/test_look.c $(world)
tests_app_test_look_LDADD = $(app_test)
c_tests += tests/app/test_matching
tests_app_test_matching_SOURCES = tests/app/test_matching.c $(week)
tests_app_test_matching_LDADD = $(app_test)
c_tests += tests/app/test_may
tests_app_test_may_SOURCES = tests/app/test_may.c $(world)
tests_app_test_may_LDADD = $(app_test)
c_tests += tests/app/test_naughty
tests_app_test_naughty_SOURCES = tests/app/test_naughty.c $(texts)
tests_app_test_naughty_LDADD = $(app_test)
c_tests += tests/app/test_notice
tests_app_test_notice_SOURCES = tests/app/test_notice.c $(week)
tests_app_test_notice_LDADD = $(app_test)
c_tests += tests/app/test_options
tests_app_test_options_LDADD = $(app_test)
c_tests += tests/app/test_quick
tests_app_test_quick_SOURCES = tests/app/test_quick.c $(quick_line)
tests_app_test_quick_LDADD = $(app_test)
c_tests += tests/app/test_quick_encounter
tests_app_test_quick_encounter_SOURCES = tests/app/test_quick_encounter.c \
	$(quick_line)
tests_app_test_quick_encounter_LDADD = $(app_test)
c_tests += tests/app/test_quick_network
tests_app_test_quick_network_SOURCES = tests/app/test_quick_network.c \
	$(quick_line)
tests_app_test_quick_network_LDADD = $(app_test)
c_tests += tests/app/test_quick_verbs
tests_app_test_quick_verbs_SOURCES = tests/app/test_quick_verbs.c $(quick_line)
tests_app_test_quick_verbs_LDADD = $(app_test)
c_tests += tests/app/test_quick_week
tests_app_test_quick_week_SOURCES = tests/app/test_quick_week.c $(quick_line)
tests_app_test_quick_week_LDADD = $(app_test)
c_tests += tests/app/test_report
tests_app_test_report_SOURCES = tests/app/test_report.c $(world)
tests_app_test_report_LDADD = $(app_test)
c_tests += tests/app/test_rollover
tests_app_test_rollover_SOURCES = tests/app/test_rollover.c $(world)
tests_app_test_rollover_LDADD = $(app_test)
c_tests += tests/app/test_since
tests_app_test_since_SOURCES = tests/app/test_since.c $(world)
tests_app_test_since_LDADD = $(app_test)
c_tests += tests/app/test_stale
tests_app_test_stale_SOURCES = tests/app/test_stale.c $(world)
tests_app_test_stale_LDADD = $(app_test)
c_tests += tests/app/test_sql
tests_app_test_sql_SOURCES = tests/app/test_sql.c $(texts)
tests_app_test_sql_LDADD = $(app_test)
c_tests += tests/app/test_step
tests_app_test_step_SOURCES = tests/app/test_step.c $(world)
tests_app_test_step_LDADD = $(app_test)
c_tests += tests/app/test_task_deeds
tests_app_test_task_deeds_SOURCES = tests/app/test_task_deeds.c $(week)
tests_app_test_task_deeds_LDADD = $(app_test)
c_tests += tests/app/test_tasks
tests_app_test_tasks_SOURCES = tests/app/test_tasks.c $(week)
tests_app_test_tasks_LDADD = $(app_test)
c_tests += tests/app/test_presence
tests_app_test_presence_SOURCES = tests/app/test_presence.c $(world)
tests_app_test_presence_LDADD = $(app_test)
c_tests += tests/app/test_programme
tests_app_test_programme_SOURCES = tests/app/test_programme.c $(world)
tests_app_test_programme_LDADD = $(app_test)
c_tests += tests/app/test_overview
tests_app_test_overview_SOURCES = tests/app/test_overview.c $(world)
tests_app_test_overview_LDADD = $(app_test)
c_tests += tests/app/test_terms
tests_app_test_terms_SOURCES = tests/app/test_terms.c $(world)
tests_app_test_terms_LDADD = $(app_test)

c_tests += tests/app/test_succeed
tests_app_test_succeed_SOURCES = tests/app/test_succeed.c $(there)
tests_app_test_succeed_LDADD = $(app_test)
c_tests += tests/app/test_timeline
tests_app_test_timeline_SOURCES = tests/app/test_timeline.c $(world)
tests_app_test_timeline_LDADD = $(app_test)
c_tests += tests/app/test_undo
tests_app_test_undo_SOURCES = tests/app/test_undo.c $(world)
tests_app_test_undo_LDADD = $(app_test)

# cli, ui: their own library, libapp and below
c_tests += tests/ui/test_cursor
tests_ui_test_cursor_LDADD = $(ui_test)
c_tests += tests/ui/test_field_text
tests_ui_test_field_text_LDADD = $(ui_test)
c_tests += tests/ui/test_keymap
tests_ui_test_keymap_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
tests_ui_test_keymap_LDADD = $(ui_test)
c_tests += tests/ui/test_line
tests_ui_test_line_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
tests_ui_test_line_LDADD = $(ui_test)
c_tests += tests/ui/test_naughty_forms
tests_ui_test_naughty_forms_SOURCES = tests/ui/test_naughty_forms.c $(texts)
tests_ui_test_naughty_forms_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
tests_ui_test_naughty_forms_LDADD = $(ui_test)
c_tests += tests/ui/test_term_keys
tests_ui_test_term_keys_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
tests_ui_test_term_keys_LDADD = $(ui_test)

check_PROGRAMS += $(c_tests)
TESTS += $(c_tests)
endif HAVE_CMOCKA

# --- on a terminal ----------------------------------------------------------
# The program alone is driven: these link no layer.

e2e_tests =
e2e_test = libterm.a libtest.a $(VTERM_LIBS) $(CMOCKA_LIBS)
hostile = tests/e2e/hostile.c tests/e2e/hostile.h
EXTRA_DIST += tests/e2e/golden
if HAVE_VTERM
check_LIBRARIES += libterm.a
libterm_a_SOURCES = tests/e2e/disk.c tests/e2e/disk.h \
	tests/e2e/hub.c tests/e2e/hub.h tests/e2e/output.c tests/e2e/output.h \
	tests/e2e/screen.c tests/e2e/term.c tests/e2e/term.h \
	tests/e2e/term_priv.h

e2e_tests += tests/e2e/test_apart
tests_e2e_test_apart_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_assess
tests_e2e_test_assess_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_cut
tests_e2e_test_cut_SOURCES = tests/e2e/test_cut.c $(mix)
tests_e2e_test_cut_LDADD = $(e2e_test) $(app_libs)
e2e_tests += tests/e2e/test_disk
tests_e2e_test_disk_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_every_command
tests_e2e_test_every_command_SOURCES = tests/e2e/test_every_command.c $(hostile)
tests_e2e_test_every_command_LDADD = $(e2e_test) $(model_libs) $(SQLITE_LIBS)
e2e_tests += tests/e2e/test_every_screen
tests_e2e_test_every_screen_SOURCES = tests/e2e/test_every_screen.c $(hostile)
tests_e2e_test_every_screen_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
tests_e2e_test_every_screen_LDADD = $(e2e_test) $(ui_libs)
e2e_tests += tests/e2e/test_few_keys
tests_e2e_test_few_keys_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_forbidden
tests_e2e_test_forbidden_SOURCES = tests/e2e/test_forbidden.c $(hostile)
tests_e2e_test_forbidden_LDADD = $(e2e_test) $(model_libs) $(SQLITE_LIBS)
e2e_tests += tests/e2e/test_form
tests_e2e_test_form_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_idle
tests_e2e_test_idle_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_kept
tests_e2e_test_kept_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_live
tests_e2e_test_live_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_numbers
tests_e2e_test_numbers_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_paste
tests_e2e_test_paste_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_readonly
tests_e2e_test_readonly_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_screens
tests_e2e_test_screens_LDADD = $(e2e_test)

e2e_tests += tests/e2e/test_since
tests_e2e_test_since_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_ssh
tests_e2e_test_ssh_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_term
tests_e2e_test_term_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_two
tests_e2e_test_two_LDADD = $(e2e_test) $(db_libs)
e2e_tests += tests/e2e/test_two_more
tests_e2e_test_two_more_LDADD = $(e2e_test)
e2e_tests += tests/e2e/test_wide
tests_e2e_test_wide_LDADD = $(e2e_test)

check_PROGRAMS += $(e2e_tests)
TESTS += $(e2e_tests)
TESTS += tests/e2e/hub-sshd.sh
EXTRA_DIST += tests/e2e/hub-sshd.sh tests/e2e/sshd.sh
endif HAVE_VTERM

# --- command lines ----------------------------------------------------------

cli_tests =
cli_tests += tests/cli/access.test
cli_tests += tests/cli/agenda.test
cli_tests += tests/cli/arguments.test
cli_tests += tests/cli/assess.test
cli_tests += tests/cli/claim.test
cli_tests += tests/cli/claim_faultless.test
cli_tests += tests/cli/claim_once.test
cli_tests += tests/cli/claim_since.test
cli_tests += tests/cli/columns_kept.test
cli_tests += tests/cli/commitments-kept.test
cli_tests += tests/cli/commitments-typed.test
cli_tests += tests/cli/commitments-whose.test
cli_tests += tests/cli/commitments.test
cli_tests += tests/cli/hub-apart.test
cli_tests += tests/cli/hub-key.test
cli_tests += tests/cli/hub.test
cli_tests += tests/cli/needs.test
cli_tests += tests/cli/compass.test
cli_tests += tests/cli/cpd-places.test
cli_tests += tests/cli/cpd.test
cli_tests += tests/cli/match-stable.test
cli_tests += tests/cli/match.test
cli_tests += tests/cli/return-files.test
cli_tests += tests/cli/rescue.test
cli_tests += tests/cli/return.test
cli_tests += tests/cli/roles.test
cli_tests += tests/cli/roles-own.test
cli_tests += tests/cli/rollover.test
cli_tests += tests/cli/succeed.test
cli_tests += tests/cli/contacted.test
cli_tests += tests/cli/diary.test
cli_tests += tests/cli/diary_ics.test
cli_tests += tests/cli/doctor.test
cli_tests += tests/cli/duplicates.test
cli_tests += tests/cli/eligible.test
cli_tests += tests/cli/backup.test
cli_tests += tests/cli/benchmarks.test
cli_tests += tests/cli/board.test
cli_tests += tests/cli/brief.test
cli_tests += tests/cli/email.test
cli_tests += tests/cli/erase-again.test
cli_tests += tests/cli/erase-all.test
cli_tests += tests/cli/erase-parts.test
cli_tests += tests/cli/erase.test
cli_tests += tests/cli/full.test
cli_tests += tests/cli/import-joined.test
cli_tests += tests/cli/import.test
cli_tests += tests/cli/join-network.test
cli_tests += tests/cli/join-once.test
cli_tests += tests/cli/join-wish.test
cli_tests += tests/cli/join.test
cli_tests += tests/cli/letters.test
cli_tests += tests/cli/log.test
cli_tests += tests/cli/lognet.test
cli_tests += tests/cli/logweek.test
cli_tests += tests/cli/mine.test
cli_tests += tests/cli/need.test
cli_tests += tests/cli/network.test
cli_tests += tests/cli/notice-whom.test
cli_tests += tests/cli/notice.test
cli_tests += tests/cli/odd.test
cli_tests += tests/cli/offers.test
cli_tests += tests/cli/outputs.test
cli_tests += tests/cli/placement.test
cli_tests += tests/cli/person.test
cli_tests += tests/cli/plain.test
cli_tests += tests/cli/programme.test
cli_tests += tests/cli/plan.test
cli_tests += tests/cli/primary.test
cli_tests += tests/cli/program.test
cli_tests += tests/cli/records.test
cli_tests += tests/cli/references.test
cli_tests += tests/cli/report.test
cli_tests += tests/cli/registers.test
cli_tests += tests/cli/rows.test
cli_tests += tests/cli/rules.test
cli_tests += tests/cli/special.test
cli_tests += tests/cli/synced.test
cli_tests += tests/cli/targets-network.test
cli_tests += tests/cli/trouble.test
cli_tests += tests/cli/undo.test
cli_tests += tests/cli/visit.test
cli_tests += tests/cli/wanted.test
cli_tests += tests/cli/week.test
cli_tests += tests/cli/wex.test
cli_tests += tests/cli/wrong-day.test

TESTS += $(cli_tests)
EXTRA_DIST += tests/cli/run.sh tests/cli/data $(cli_tests)

# --- screens ----------------------------------------------------------------
# tests/ui/NAME.keys are played, tests/ui/NAME/*.screen are what they show.
# Not the folder as a whole: a distribution would take along what is built.

ui_scripts =
ui_scripts += tests/ui/access.keys
ui_scripts += tests/ui/agenda.keys
ui_scripts += tests/ui/ascii.keys
ui_scripts += tests/ui/assess.keys
ui_scripts += tests/ui/board.keys
ui_scripts += tests/ui/bulk.keys
ui_scripts += tests/ui/claim_once.keys
ui_scripts += tests/ui/claims.keys
ui_scripts += tests/ui/checklist.keys
ui_scripts += tests/ui/contacted.keys
ui_scripts += tests/ui/deeds.keys
ui_scripts += tests/ui/diary-late.keys
ui_scripts += tests/ui/diary.keys
ui_scripts += tests/ui/cpd.keys
ui_scripts += tests/ui/diary-file.keys
ui_scripts += tests/ui/brief.keys
ui_scripts += tests/ui/erase-hold.keys
ui_scripts += tests/ui/erase.keys
ui_scripts += tests/ui/forms.keys
ui_scripts += tests/ui/goals.keys
ui_scripts += tests/ui/help.keys
ui_scripts += tests/ui/later.keys
ui_scripts += tests/ui/join.keys
ui_scripts += tests/ui/lineage.keys
ui_scripts += tests/ui/links.keys
ui_scripts += tests/ui/lists.keys
ui_scripts += tests/ui/match.keys
ui_scripts += tests/ui/mine.keys
ui_scripts += tests/ui/notices.keys
ui_scripts += tests/ui/numbers.keys
ui_scripts += tests/ui/quick.keys
ui_scripts += tests/ui/quickweek.keys
ui_scripts += tests/ui/return.keys
ui_scripts += tests/ui/special.keys
ui_scripts += tests/ui/reasons.keys
ui_scripts += tests/ui/records.keys
ui_scripts += tests/ui/refused.keys
ui_scripts += tests/ui/reports.keys
ui_scripts += tests/ui/requests.keys
ui_scripts += tests/ui/roles.keys
ui_scripts += tests/ui/school-week.keys
ui_scripts += tests/ui/since.keys
ui_scripts += tests/ui/today.keys
ui_scripts += tests/ui/visit.keys
ui_scripts += tests/ui/week.keys
ui_scripts += tests/ui/welcome.keys
ui_scripts += tests/ui/work.keys
ui_scripts += tests/ui/years.keys

EXTRA_DIST += tests/ui/run.sh tests/ui/world.sh \
	$(ui_scripts) $(ui_scripts:.keys=)

# --- rules of the house -----------------------------------------------------

lint_tests =
lint_tests += tests/lint/banned.sh
lint_tests += tests/lint/complete.sh
lint_tests += tests/lint/layers.sh
lint_tests += tests/lint/packages.sh
lint_tests += tests/lint/runners.sh
lint_tests += tests/lint/sizes.sh

TESTS += $(lint_tests)
EXTRA_DIST += tests/lint/lint.sh $(lint_tests)

# --- fuzz targets -----------------------------------------------------------
# Each replays tests/fuzz/corpus/NAME in check, and runs on with --enable-fuzz.
# Two lines each, as above.

fuzz_targets =
fuzz_targets += tests/fuzz/fuzz_answers
tests_fuzz_fuzz_answers_SOURCES = tests/fuzz/fuzz_answers.c $(model_fake)
tests_fuzz_fuzz_answers_LDADD = $(fuzz_engine) $(model_libs)
fuzz_targets += tests/fuzz/fuzz_csv
tests_fuzz_fuzz_csv_LDADD = $(fuzz_engine) $(base_libs)
fuzz_targets += tests/fuzz/fuzz_date
tests_fuzz_fuzz_date_LDADD = $(fuzz_engine) $(base_libs)
fuzz_targets += tests/fuzz/fuzz_draft
tests_fuzz_fuzz_draft_LDADD = $(fuzz_engine) $(app_libs)
fuzz_targets += tests/fuzz/fuzz_filter
tests_fuzz_fuzz_filter_LDADD = $(fuzz_engine) $(model_libs)
fuzz_targets += tests/fuzz/fuzz_ini
tests_fuzz_fuzz_ini_LDADD = $(fuzz_engine) $(app_libs)
fuzz_targets += tests/fuzz/fuzz_import
tests_fuzz_fuzz_import_LDADD = $(fuzz_engine) $(app_libs)
fuzz_targets += tests/fuzz/fuzz_journal
tests_fuzz_fuzz_journal_LDADD = $(fuzz_engine) $(db_libs)
fuzz_targets += tests/fuzz/fuzz_key
tests_fuzz_fuzz_key_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
tests_fuzz_fuzz_key_LDADD = $(fuzz_engine) $(ui_libs)
fuzz_targets += tests/fuzz/fuzz_presence
tests_fuzz_fuzz_presence_LDADD = $(fuzz_engine) $(app_libs)
fuzz_targets += tests/fuzz/fuzz_quick
tests_fuzz_fuzz_quick_SOURCES = tests/fuzz/fuzz_quick.c \
	tests/app/quick_cast.c tests/app/quick_world.c tests/app/quick_world.h
tests_fuzz_fuzz_quick_LDADD = $(fuzz_engine) $(app_libs)
fuzz_targets += tests/fuzz/fuzz_text
tests_fuzz_fuzz_text_LDADD = $(fuzz_engine) $(base_libs)
fuzz_targets += tests/fuzz/fuzz_words
tests_fuzz_fuzz_words_LDADD = $(fuzz_engine) $(base_libs)
fuzz_targets += tests/fuzz/fuzz_years
tests_fuzz_fuzz_years_SOURCES = tests/fuzz/fuzz_years.c \
	tests/model/fake.c tests/model/fake.h
tests_fuzz_fuzz_years_LDADD = $(fuzz_engine) $(model_libs)

EXTRA_DIST += tests/fuzz/corpus
if FUZZ
fuzz_engine = $(FUZZ_ENGINE)
check_PROGRAMS += $(fuzz_targets)
else
check_LIBRARIES += libreplay.a
libreplay_a_SOURCES = tests/fuzz/mutate.c tests/fuzz/replay.c \
	tests/fuzz/replay.h
fuzz_engine = libreplay.a
check_PROGRAMS += $(fuzz_targets)
TESTS += $(fuzz_targets)
endif

FUZZ_SECONDS = 600
fuzz_names = $(fuzz_targets:tests/fuzz/fuzz_%=fuzz-%)
.PHONY: fuzz $(fuzz_names)
fuzz: all
	$(MAKE) $(AM_MAKEFLAGS) $(fuzz_names)
$(fuzz_names): fuzz-%: tests/fuzz/fuzz_%
	@echo "fuzzing $*"; $(MKDIR_P) tests/fuzz/found/$* || exit 1; \
	./$< -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
		-rss_limit_mb=1024 -print_final_stats=1 \
		-artifact_prefix=tests/fuzz/found/$*- \
		tests/fuzz/found/$* $(srcdir)/tests/fuzz/corpus/$* \
		>tests/fuzz/$*.fuzz.log 2>&1 || \
		{ tail -n 60 tests/fuzz/$*.fuzz.log; exit 1; }

# --- the same tests otherwise -----------------------------------------------

valgrind = valgrind -q --error-exitcode=99 --leak-check=full \
	--show-leak-kinds=definite,indirect \
	--errors-for-leak-kinds=definite,indirect
low_tests = $(filter tests/unit/% tests/model/% tests/db/%,$(c_tests))

.PHONY: check-valgrind check-valgrind-all update-golden
check-valgrind:
	$(MAKE) $(AM_MAKEFLAGS) check TESTS="$(low_tests)" \
		TEST_WRAPPER="$(valgrind)" TEST_SLOW=10 TEST_LIMIT=900
check-valgrind-all:
	$(MAKE) $(AM_MAKEFLAGS) check \
		TESTS="$(c_tests) $(cli_tests) $(e2e_tests)" \
		TEST_WRAPPER="$(valgrind)" CASELOAD_WRAPPER="$(valgrind)" \
		TEST_SLOW=10 TEST_LIMIT=3600

# Writes into the source tree what the program does now; read the diff.
update-golden: check-programs
	@$(test_environment) for t in $(cli_tests); do \
		$(SHELL) $(srcdir)/tests/cli/run.sh --update $(srcdir)/$$t; \
	done
	@$(test_environment) UPDATE_GOLDEN=1; export UPDATE_GOLDEN; \
	for t in $(e2e_tests) $(golden_tests); do ./$$t || exit 1; done
	@$(test_environment) UPDATE_GOLDEN=1; export UPDATE_GOLDEN; \
	$(SHELL) $(srcdir)/tests/ui/run.sh
golden_tests =

# By way of all, which makes the generated headers first.
.PHONY: check-programs
check-programs: all
	$(MAKE) $(AM_MAKEFLAGS) $(check_LIBRARIES) $(check_PROGRAMS)

# --- how fast ---------------------------------------------------------------
# A report, never a test.  Its data stay in bench-data/, about 0.3 GB, or 6 GB
# of the national size.

SCALE = small
EXTRA_DIST += tests/bench/bench.sh
.PHONY: bench
if HAVE_VTERM
EXTRA_PROGRAMS = tests/bench/bench
tests_bench_bench_SOURCES = tests/bench/bench.c tests/bench/bench.h \
	tests/bench/process.c
tests_bench_bench_LDADD = $(e2e_test) -lm
bench: all
	@$(MAKE) $(AM_MAKEFLAGS) $(check_LIBRARIES) tests/bench/bench
	@$(test_environment) SCALE='$(SCALE)'; export SCALE; \
	$(SHELL) $(srcdir)/tests/bench/bench.sh '$(abs_builddir)/tests/bench/bench'
else
bench:
	@echo "bench needs libvterm-dev and libcmocka-dev"
endif

clean-local:
	rm -rf tests/fuzz/found tests/fuzz/*.fuzz.log bench-data
	rm -f tests/bench/bench
