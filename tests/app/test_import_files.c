/* test_import_files.c - files that are refused whole, with one sentence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
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

#define GOOD "URN,EstablishmentName\n990001,Fen School\n"

/* Bytes of a file and what the sentence holds. */
static const struct {
	const char *bytes;
	size_t	    n;
	const char *says;
} bad[] = {
#define B(s, says) { s, sizeof s - 1, says }
	B("", "in.csv: the file is empty"),
	B("\xEF\xBB\xBF", "in.csv: the file is empty"),
	B("\n\n", "no row"),
	B("\xFF\xFEU\0R\0N\0", "UTF-16"),
	B("\xFE\xFF\0U\0R\0N", "UTF-16"),
	B(GOOD "99\0002,x\n", "in.csv:3: a NUL byte"),
	B("%PDF-1.4\n%\xE2\xE3\n", "PDF"),
	B("PK\3\4xxxx", "Excel"),
	B(GOOD "990002,\"never closed\n990003,x\n", "in.csv:3: the quotation"),
	B(GOOD "990002,wrong \"place\" here\n", "in.csv:3: a quotation"),
	B("990001,Fen School\n990002,Moor School\n", "no headings of school"),
	B(",,\n990002,Moor School\n", "in.csv:1: no headings"),
	B("URN,N\x81me\n990002,Moor School\n", "in.csv:1: byte 0x81"),
};

static void
a_bad_file_is_refused_with_one_sentence(void **state)
{
	struct importing *w = *state;
	char *before = world_dump(&w->app), *after;

	for (size_t i = 0; i < COUNT(bad); i++) {
		const char *says = import_bytes(w, "schools", bad[i].bytes,
		    bad[i].n);

		if (strstr(says, bad[i].says) == NULL)
			fail_msg("file %zu: \"%s\" does not say \"%s\"", i,
			    says, bad[i].says);
		assert_true(w->e.st != ST_OK);
		assert_null(strchr(says, '\n'));
	}
	after = world_dump(&w->app);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
what_is_no_file_is_refused(void **state)
{
	struct importing *w = *state;
	char *none = test_path(w->dir, "none.csv"), *locked;

	assert_non_null(strstr(import_path(w, "schools", w->dir),
	    "this is a folder"));
	assert_non_null(strstr(import_path(w, "schools", none),
	    "No such file"));
	locked = test_write(w->dir, "locked.csv", GOOD);
	chmod(locked, 0);
	if (geteuid() != 0)
		assert_non_null(strstr(import_path(w, "schools", locked),
		    "Permission denied"));
	free(locked);
	free(none);
}

static void
an_unknown_kind_names_the_nearest(void **state)
{
	struct importing *w = *state;

	assert_non_null(strstr(import_text(w, "shcools", GOOD),
	    "did you mean school"));
	assert_int_equal(w->e.st, ST_USAGE);
}

static void
cr_lf_and_a_mark_are_taken(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_text(w, "schools",
	    "\xEF\xBB\xBF\"URN\",\"EstablishmentName\"\r\n"
	    "\r\n\"990001\",\"Fen\r\nSchool\"\r\n990002,Moor School"),
	    "1 added, 0 updated, 0 unchanged, 1 rejected");
	assert_non_null(strstr(import_said(w), "in.csv:3: name: "));
	assert_string_equal(stored(w, "school", "990002", "name"),
	    "Moor School");
}

static void
headings_alone_are_nothing_to_do(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_text(w, "schools",
	    "URN,EstablishmentName\n"),
	    "0 added, 0 updated, 0 unchanged, 0 rejected");
}

static void
readonly_imports_nothing(void **state)
{
	struct importing *w = *state;

	w->app.readonly = true;
	import_text(w, "schools", GOOD);
	assert_int_equal(w->e.st, ST_DENIED);
	w->app.readonly = false;
}

#define T(f) cmocka_unit_test_setup_teardown(f, open_world, close_world)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_bad_file_is_refused_with_one_sentence),
		T(what_is_no_file_is_refused),
		T(an_unknown_kind_names_the_nearest),
		T(cr_lf_and_a_mark_are_taken),
		T(headings_alone_are_nothing_to_do),
		T(readonly_imports_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
