# The database layer; the only place SQLITE_CFLAGS appears.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One line a module, a query file or a migration, sorted.

noinst_LIBRARIES += libdb.a
libdb_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS) $(ZSTD_CFLAGS)
libdb_a_SOURCES =
libdb_a_SOURCES += db/access.c db/access.h
libdb_a_SOURCES += db/agenda.c db/agenda.h
libdb_a_SOURCES += db/agree.c db/agree.h
libdb_a_SOURCES += db/assessments.c db/assessments.h
libdb_a_SOURCES += db/board.c db/board.h
libdb_a_SOURCES += db/brief.c db/brief.h
libdb_a_SOURCES += db/backup.c db/backup.h
libdb_a_SOURCES += db/busy.c
libdb_a_SOURCES += db/check.c db/check.h
libdb_a_SOURCES += db/check_rows.c db/check_rows.h
libdb_a_SOURCES += db/claim.c db/claim.h
libdb_a_SOURCES += db/claim_kept.c db/claim_kept.h
libdb_a_SOURCES += db/columns.c
libdb_a_SOURCES += db/cpd.c db/cpd.h
libdb_a_SOURCES += db/db.c db/db.h
libdb_a_SOURCES += db/diary.c db/diary.h
libdb_a_SOURCES += db/duplicate.c db/duplicate.h
libdb_a_SOURCES += db/erase.c db/erase.h
libdb_a_SOURCES += db/evidence.c db/evidence.h
libdb_a_SOURCES += db/fail.c
libdb_a_SOURCES += db/fitting.c db/fitting.h
libdb_a_SOURCES += db/fold.c db/fold.h
libdb_a_SOURCES += db/folder.c db/folder.h
libdb_a_SOURCES += db/func.c
libdb_a_SOURCES += db/func_cpd.c
libdb_a_SOURCES += db/func_placement.c
libdb_a_SOURCES += db/func_school.c
libdb_a_SOURCES += db/func_worked.c
libdb_a_SOURCES += db/guard.c
libdb_a_SOURCES += db/health.c db/health.h
libdb_a_SOURCES += db/inner.h
libdb_a_SOURCES += db/joined.c db/joined.h
libdb_a_SOURCES += db/journal_mode.c
libdb_a_SOURCES += db/json.c
libdb_a_SOURCES += db/list.c db/list.h
libdb_a_SOURCES += db/list_cand.c
libdb_a_SOURCES += db/list_cell.c
libdb_a_SOURCES += db/list_feed.c
libdb_a_SOURCES += db/list_impl.h
libdb_a_SOURCES += db/list_mine.c
libdb_a_SOURCES += db/list_need.c
libdb_a_SOURCES += db/list_open.c
libdb_a_SOURCES += db/list_page.c
libdb_a_SOURCES += db/list_plan.c
libdb_a_SOURCES += db/list_ref.c
libdb_a_SOURCES += db/list_sort.c
libdb_a_SOURCES += db/list_source.c
libdb_a_SOURCES += db/list_term.c
libdb_a_SOURCES += db/list_whole.c
libdb_a_SOURCES += db/list_word.c
libdb_a_SOURCES += db/made.c db/made.h
libdb_a_SOURCES += db/matching.c db/matching.h
libdb_a_SOURCES += db/migrate.c
libdb_a_SOURCES += db/notice.c db/notice.h
libdb_a_SOURCES += db/overview.c db/overview.h
libdb_a_SOURCES += db/overview_week.c db/overview_week.h
libdb_a_SOURCES += db/pack.c db/pack.h
libdb_a_SOURCES += db/plan.c db/plan.h
libdb_a_SOURCES += db/refs.c db/refs.h
libdb_a_SOURCES += db/replay.c db/replay.h
libdb_a_SOURCES += db/repair.c db/repair.h
libdb_a_SOURCES += db/report.c db/report.h
libdb_a_SOURCES += db/rescue.c db/rescue.h
libdb_a_SOURCES += db/rescue_copy.c db/rescue_copy.h
libdb_a_SOURCES += db/row.c db/row.h
libdb_a_SOURCES += db/rules.c db/rules.h
libdb_a_SOURCES += db/salvage.c db/salvage.h
libdb_a_SOURCES += db/schema.c db/schema.h
libdb_a_SOURCES += db/search.c db/search.h
libdb_a_SOURCES += db/search_all.c
libdb_a_SOURCES += db/search_cand.c
libdb_a_SOURCES += db/search_hit.c
libdb_a_SOURCES += db/search_impl.h
libdb_a_SOURCES += db/search_index.c
libdb_a_SOURCES += db/search_near.c
libdb_a_SOURCES += db/search_typo.c
libdb_a_SOURCES += db/search_words.c db/search_words.h
libdb_a_SOURCES += db/sets.c db/sets.h
libdb_a_SOURCES += db/steps.c db/steps.h
libdb_a_SOURCES += db/stmt.c
libdb_a_SOURCES += db/store.c db/store.h
libdb_a_SOURCES += db/synced.c
libdb_a_SOURCES += db/title.c
libdb_a_SOURCES += db/terms.c db/terms.h
libdb_a_SOURCES += db/totals.c db/totals.h
libdb_a_SOURCES += db/trans.c
nodist_libdb_a_SOURCES = db/queries.c db/queries.h

# Hand-written statements: blocks of "-- name: NAME [slow] [fragment]".
db_queries =
db_queries += db/queries/access.sql
db_queries += db/queries/agenda.sql
db_queries += db/queries/assessment.sql
db_queries += db/queries/board.sql
db_queries += db/queries/base.sql
db_queries += db/queries/brief.sql
db_queries += db/queries/check.sql
db_queries += db/queries/claim.sql
db_queries += db/queries/claim_kept.sql
db_queries += db/queries/cpd.sql
db_queries += db/queries/dated.sql
db_queries += db/queries/demo.sql
db_queries += db/queries/derived.sql
db_queries += db/queries/diary.sql
db_queries += db/queries/duplicate.sql
db_queries += db/queries/erase.sql
db_queries += db/queries/employer.sql
db_queries += db/queries/evidence.sql
db_queries += db/queries/fitting.sql
db_queries += db/queries/health.sql
db_queries += db/queries/import.sql
db_queries += db/queries/json.sql
db_queries += db/queries/matching.sql
db_queries += db/queries/may.sql
db_queries += db/queries/mine.sql
db_queries += db/queries/notice.sql
db_queries += db/queries/quick.sql
db_queries += db/queries/overview.sql
db_queries += db/queries/overview_week.sql
db_queries += db/queries/placement.sql
db_queries += db/queries/plan.sql
db_queries += db/queries/repair.sql
db_queries += db/queries/report.sql
db_queries += db/queries/retention.sql
db_queries += db/queries/rollover.sql
db_queries += db/queries/rules.sql
db_queries += db/queries/search.sql
db_queries += db/queries/steps.sql
db_queries += db/queries/succeed.sql
db_queries += db/queries/terms.sql
db_queries += db/queries/timeline.sql
db_queries += db/queries/title.sql
db_queries += db/queries/totals.sql

# Applied in this order; a released file is never edited.
db_migrations =
db_migrations += db/migrations/0001-initial.sql
db_migrations += db/migrations/0002-programme.sql
db_migrations += db/migrations/0003-week.sql
db_migrations += db/migrations/0004-repeat.sql
db_migrations += db/migrations/0005-network.sql
db_migrations += db/migrations/0006-erase.sql
db_migrations += db/migrations/0007-roles.sql

# queries.h is only touched when a name changes, so that an edited statement
# does not rebuild everything that includes it.
EXTRA_DIST += db/sql2c.awk $(db_queries) $(db_migrations)
BUILT_SOURCES += db/queries.h db/queries.c
CLEANFILES += db/queries.c db/queries.h db/queries.stamp
db_sql = $(db_migrations:%=$(srcdir)/%) $(db_queries:%=$(srcdir)/%)
sql2c = LC_ALL=C $(AWK) -f $(srcdir)/db/sql2c.awk

db/queries.stamp: db/sql2c.awk $(db_queries) $(db_migrations) db/local.mk
	$(AM_V_GEN)$(MKDIR_P) db && \
	$(sql2c) -v out=h $(db_sql) </dev/null >db/queries.h.tmp && \
	if cmp -s db/queries.h.tmp db/queries.h; then rm db/queries.h.tmp; \
	else mv db/queries.h.tmp db/queries.h; fi && echo done >$@

db/queries.h: db/queries.stamp
	@test -f $@ || { rm -f db/queries.stamp; \
		$(MAKE) $(AM_MAKEFLAGS) db/queries.stamp; }

db/queries.c: db/queries.stamp
	$(AM_V_GEN)$(sql2c) -v out=c $(db_sql) </dev/null >$@.tmp && \
	mv $@.tmp $@

# The dictionary of db/pack.h as an array.
EXTRA_DIST += db/journal.zdict db/journal-dict.sh
BUILT_SOURCES += db/journal_dict.h
CLEANFILES += db/journal_dict.h
db/journal_dict.h: db/journal.zdict
	$(AM_V_GEN)$(MKDIR_P) db && { \
	echo '/* Generated from db/journal.zdict. */' && \
	echo 'static const unsigned char journal_dict[] = {' && \
	od -An -v -tx1 $(srcdir)/db/journal.zdict | \
	sed 's/ *\([0-9a-f][0-9a-f]\)/0x\1,/g' && \
	echo '};'; } >$@.tmp && mv $@.tmp $@
