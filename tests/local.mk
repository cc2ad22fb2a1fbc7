# Every test, and how it is run; HACKING says how to add one.
# SPDX-License-Identifier: GPL-3.0-or-later

TEST_EXTENSIONS = .sh .test
LOG_DRIVER = $(SHELL) $(srcdir)/tests/lib/driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
TEST_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
TEST_LOG_COMPILER = $(SHELL) $(srcdir)/tests/cli/run.sh
AM_TESTS_ENVIRONMENT = \
	CASELOAD_SRCDIR=$(abs_srcdir); export CASELOAD_SRCDIR; \
	CASELOAD_BUILDDIR=$(abs_builddir); export CASELOAD_BUILDDIR; \
	AWK='$(AWK)'; export AWK; \
	ASAN_OPTIONS=detect_leaks=1; export ASAN_OPTIONS; \
	UBSAN_OPTIONS=print_stacktrace=1; export UBSAN_OPTIONS;

EXTRA_DIST += tests/lib/driver.sh

# --- C tests ----------------------------------------------------------------
# Two lines each: the program, and the layers it may link.  The source is the
# program's name with .c; further sources go into NAME_SOURCES.

if HAVE_CMOCKA
check_LIBRARIES += libtest.a
libtest_a_CPPFLAGS = $(AM_CPPFLAGS) -DTEST_SRCDIR='"$(abs_srcdir)"' \
	-DTEST_BUILDDIR='"$(abs_builddir)"'
libtest_a_SOURCES = tests/lib/test.c tests/lib/test.h

unit_test = libtest.a $(base_libs) $(CMOCKA_LIBS)
model_test = libtest.a $(model_libs) $(CMOCKA_LIBS)
db_test = libtest.a $(db_libs) $(CMOCKA_LIBS)
app_test = libtest.a $(app_libs) $(CMOCKA_LIBS)
cli_test = libtest.a $(cli_libs) $(CMOCKA_LIBS)
ui_test = libtest.a $(ui_libs) $(CMOCKA_LIBS)
c_tests =

# base: links libbase only
c_tests += tests/unit/test_shipped
tests_unit_test_shipped_LDADD = $(unit_test)

# model: libmodel and below

# db: libdb and below

# app: libapp and below

# cli, ui: their own library, libapp and below

check_PROGRAMS += $(c_tests)
TESTS += $(c_tests)
endif HAVE_CMOCKA
