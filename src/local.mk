# The lower layers, the commands and the program itself.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One line a module, sorted.  A new file is one new line.

noinst_LIBRARIES += libbase.a
libbase_a_SOURCES =
libbase_a_SOURCES += src/base/banned.h
libbase_a_SOURCES += src/base/buf.c src/base/buf.h
libbase_a_SOURCES += src/base/clock.c src/base/clock.h
libbase_a_SOURCES += src/base/csv.c src/base/csv.h
libbase_a_SOURCES += src/base/csv_cell.c
libbase_a_SOURCES += src/base/csv_file.h
libbase_a_SOURCES += src/base/csv_read.c
libbase_a_SOURCES += src/base/date.c src/base/date.h
libbase_a_SOURCES += src/base/date_parse.c
libbase_a_SOURCES += src/base/date_words.h
libbase_a_SOURCES += src/base/err.c src/base/err.h
libbase_a_SOURCES += src/base/json.c src/base/json.h
libbase_a_SOURCES += src/base/log.c src/base/log.h
libbase_a_SOURCES += src/base/mem.c src/base/mem.h
libbase_a_SOURCES += src/base/path.c src/base/path.h
libbase_a_SOURCES += src/base/path_replace.c
libbase_a_SOURCES += src/base/shipped.c src/base/shipped.h
libbase_a_SOURCES += src/base/str.c src/base/str.h
libbase_a_SOURCES += src/base/str_near.c
libbase_a_SOURCES += src/base/time_parse.c
libbase_a_SOURCES += src/base/utf8.c src/base/utf8.h
libbase_a_SOURCES += src/base/utf8_fold.c
libbase_a_SOURCES += src/base/utf8_table.c src/base/utf8_table.h
libbase_a_SOURCES += src/base/utf8_term.c
nodist_libbase_a_SOURCES = src/base/shipped_data.c

noinst_LIBRARIES += libmodel.a
libmodel_a_SOURCES =
libmodel_a_SOURCES += src/model/booking.c
libmodel_a_SOURCES += src/model/booking.def
libmodel_a_SOURCES += src/model/cluster.c
libmodel_a_SOURCES += src/model/cluster.def
libmodel_a_SOURCES += src/model/cohort.c src/model/cohort.h
libmodel_a_SOURCES += src/model/common.def
libmodel_a_SOURCES += src/model/contact.c
libmodel_a_SOURCES += src/model/contact.def
libmodel_a_SOURCES += src/model/cpd.c
libmodel_a_SOURCES += src/model/cpd.def
libmodel_a_SOURCES += src/model/employer.c
libmodel_a_SOURCES += src/model/employer.def
libmodel_a_SOURCES += src/model/encounter.c src/model/encounter.h
libmodel_a_SOURCES += src/model/encounter.def
libmodel_a_SOURCES += src/model/encounter_sets.c
libmodel_a_SOURCES += src/model/entities.def
libmodel_a_SOURCES += src/model/entity.c src/model/entity.h
libmodel_a_SOURCES += src/model/field.c src/model/field.h
libmodel_a_SOURCES += src/model/fields.h
libmodel_a_SOURCES += src/model/filter.c src/model/filter.h
libmodel_a_SOURCES += src/model/filter_impl.h
libmodel_a_SOURCES += src/model/filter_is.c
libmodel_a_SOURCES += src/model/filter_raw.c
libmodel_a_SOURCES += src/model/filter_value.c
libmodel_a_SOURCES += src/model/id.c src/model/id.h
libmodel_a_SOURCES += src/model/member.c
libmodel_a_SOURCES += src/model/member.def
libmodel_a_SOURCES += src/model/members.c
libmodel_a_SOURCES += src/model/name.c src/model/name.h
libmodel_a_SOURCES += src/model/numbers.c src/model/numbers.h
libmodel_a_SOURCES += src/model/parse.c
libmodel_a_SOURCES += src/model/partner.c
libmodel_a_SOURCES += src/model/partner.def
libmodel_a_SOURCES += src/model/role.c
libmodel_a_SOURCES += src/model/role.def
libmodel_a_SOURCES += src/model/roll.c
libmodel_a_SOURCES += src/model/roll.def
libmodel_a_SOURCES += src/model/row.c src/model/row.h
libmodel_a_SOURCES += src/model/row_json.c
libmodel_a_SOURCES += src/model/school.c
libmodel_a_SOURCES += src/model/school.def
libmodel_a_SOURCES += src/model/set.c src/model/set.h
libmodel_a_SOURCES += src/model/set_schools.c
libmodel_a_SOURCES += src/model/set_text.h
libmodel_a_SOURCES += src/model/set_years.c
libmodel_a_SOURCES += src/model/split.c src/model/split.h
libmodel_a_SOURCES += src/model/tables.c src/model/tables.h
libmodel_a_SOURCES += src/model/view.c
libmodel_a_SOURCES += src/model/view.def
libmodel_a_SOURCES += src/model/years.c src/model/years.h

noinst_LIBRARIES += libapp.a
libapp_a_SOURCES =
libapp_a_SOURCES += src/app/admin.c src/app/admin.h
libapp_a_SOURCES += src/app/agenda.c src/app/agenda.h
libapp_a_SOURCES += src/app/app.c src/app/app.h
libapp_a_SOURCES += src/app/demo.c src/app/demo.h
libapp_a_SOURCES += src/app/demo_cast.c
libapp_a_SOURCES += src/app/demo_cpd.c
libapp_a_SOURCES += src/app/demo_events.c
libapp_a_SOURCES += src/app/demo_int.h
libapp_a_SOURCES += src/app/demo_names.c
libapp_a_SOURCES += src/app/demo_orgs.c
libapp_a_SOURCES += src/app/demo_people.c
libapp_a_SOURCES += src/app/demo_schools.c
libapp_a_SOURCES += src/app/demo_types.c
libapp_a_SOURCES += src/app/demo_week.c
libapp_a_SOURCES += src/app/draft.c src/app/draft.h
libapp_a_SOURCES += src/app/export.c src/app/export.h
libapp_a_SOURCES += src/app/export_json.c src/app/export_json.h
libapp_a_SOURCES += src/app/find.c src/app/find.h
libapp_a_SOURCES += src/app/history.c src/app/history.h
libapp_a_SOURCES += src/app/import.c src/app/import.h
libapp_a_SOURCES += src/app/import_address.c
libapp_a_SOURCES += src/app/import_columns.c
libapp_a_SOURCES += src/app/import_dates.c src/app/import_dates.h
libapp_a_SOURCES += src/app/import_employers.c src/app/import_employers.h
libapp_a_SOURCES += src/app/import_employers_save.c
libapp_a_SOURCES += src/app/import_gias.c src/app/import_gias.h
libapp_a_SOURCES += src/app/import_gias_save.c
libapp_a_SOURCES += src/app/import_map.c src/app/import_map.h
libapp_a_SOURCES += src/app/import_match.c
libapp_a_SOURCES += src/app/import_propose.c
libapp_a_SOURCES += src/app/import_rejects.c
libapp_a_SOURCES += src/app/import_seen.c
libapp_a_SOURCES += src/app/import_sheet.c src/app/import_sheet.h
libapp_a_SOURCES += src/app/import_table.c src/app/import_table.h
libapp_a_SOURCES += src/app/importer.h
libapp_a_SOURCES += src/app/ini.c src/app/ini.h
libapp_a_SOURCES += src/app/map_gias.def
libapp_a_SOURCES += src/app/lines.c src/app/lines.h
libapp_a_SOURCES += src/app/lists.c src/app/lists.h
libapp_a_SOURCES += src/app/options.c src/app/options.h
libapp_a_SOURCES += src/app/options.def
libapp_a_SOURCES += src/app/overview.c src/app/overview.h
libapp_a_SOURCES += src/app/people.c src/app/people.h
libapp_a_SOURCES += src/app/quick.c src/app/quick.h
libapp_a_SOURCES += src/app/quick.def
libapp_a_SOURCES += src/app/quick_apply.c
libapp_a_SOURCES += src/app/quick_count.c
libapp_a_SOURCES += src/app/quick_cpd.c
libapp_a_SOURCES += src/app/quick_db.c src/app/quick_db.h
libapp_a_SOURCES += src/app/quick_do.c
libapp_a_SOURCES += src/app/quick_event.c
libapp_a_SOURCES += src/app/quick_int.h
libapp_a_SOURCES += src/app/quick_look.h
libapp_a_SOURCES += src/app/quick_memo.c src/app/quick_memo.h
libapp_a_SOURCES += src/app/quick_name.c
libapp_a_SOURCES += src/app/quick_nums.c
libapp_a_SOURCES += src/app/quick_part.c src/app/quick_part.h
libapp_a_SOURCES += src/app/quick_plan.c
libapp_a_SOURCES += src/app/quick_read.c
libapp_a_SOURCES += src/app/quick_role.c
libapp_a_SOURCES += src/app/quick_roll.c
libapp_a_SOURCES += src/app/quick_settle.c
libapp_a_SOURCES += src/app/quick_split.c
libapp_a_SOURCES += src/app/quick_suggest.c
libapp_a_SOURCES += src/app/quick_when.c
libapp_a_SOURCES += src/app/record.c src/app/record.h
libapp_a_SOURCES += src/app/rules.c src/app/rules.h
libapp_a_SOURCES += src/app/select.c src/app/select.h
libapp_a_SOURCES += src/app/sheet.c
libapp_a_SOURCES += src/app/stale.c src/app/stale.h
libapp_a_SOURCES += src/app/steps.c src/app/steps.h
libapp_a_SOURCES += src/app/text.c src/app/text.h
libapp_a_SOURCES += src/app/timeline.c src/app/timeline.h
libapp_a_SOURCES += src/app/undo.c src/app/undo.h

noinst_LIBRARIES += libcli.a
libcli_a_SOURCES =
libcli_a_SOURCES += src/cli/args.c
libcli_a_SOURCES += src/cli/cli.c src/cli/cli.h
libcli_a_SOURCES += src/cli/cmd_admin.c
libcli_a_SOURCES += src/cli/cmd_io.c
libcli_a_SOURCES += src/cli/cmd_list.c
libcli_a_SOURCES += src/cli/cmd_log.c
libcli_a_SOURCES += src/cli/cmd_record.c
libcli_a_SOURCES += src/cli/cmd_step.c
libcli_a_SOURCES += src/cli/cmds.def
libcli_a_SOURCES += src/cli/pick.c src/cli/pick.h
libcli_a_SOURCES += src/cli/plain.c src/cli/plain.h
libcli_a_SOURCES += src/cli/plain_new.c

bin_PROGRAMS += caseload
caseload_SOURCES = src/main.c
base_libs = libbase.a $(UTF8PROC_LIBS) $(CSV_LIBS)
model_libs = libmodel.a $(base_libs)
db_libs = libdb.a $(SQLITE_LIBS) $(model_libs)
app_libs = libapp.a $(INIPARSER_LIBS) $(db_libs)
cli_libs = libcli.a $(app_libs)
ui_libs = libui.a $(CURSES_LIBS) $(app_libs)
caseload_LDADD = libcli.a libui.a $(CURSES_LIBS) $(app_libs)

# Shipped data: each file becomes a row of shipped_files[] (base/shipped.h).
shipped_data =
shipped_data += src/data/gias-phases.csv
shipped_data += src/data/gias-sixth-forms.csv
shipped_data += src/data/gias-statuses.csv
shipped_data += src/data/gias-types.csv
shipped_data += src/data/las.csv
shipped_data += src/data/sic-sections.csv

EXTRA_DIST += src/data2c.awk $(shipped_data)
BUILT_SOURCES += src/base/shipped_data.c
CLEANFILES += src/base/shipped_data.c

src/base/shipped_data.c: src/data2c.awk $(shipped_data) src/local.mk
	$(AM_V_GEN)$(MKDIR_P) src/base && \
	LC_ALL=C $(AWK) -f $(srcdir)/src/data2c.awk \
		$(shipped_data:%=$(srcdir)/%) </dev/null >$@.tmp && mv $@.tmp $@

# The manual page: prose, and the tables of the program itself.
noinst_PROGRAMS += docgen
docgen_SOURCES = src/docgen.c
docgen_LDADD = libcli.a libui.a $(CURSES_LIBS) $(app_libs)
man_MANS += src/man/caseload.1
EXTRA_DIST += src/man/caseload.1.in
CLEANFILES += src/man/caseload.1
src/man/caseload.1: src/man/caseload.1.in docgen$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) src/man && \
	./docgen$(EXEEXT) $(srcdir)/src/man/caseload.1.in >$@.tmp && \
	mv $@.tmp $@
