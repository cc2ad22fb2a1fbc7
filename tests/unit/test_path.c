/* test_path.c - private files, atomic replacement, folders, the log. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/path.h"

static char *dir;

static void
paths_come_apart_and_together(void **state)
{
	static const struct {
		const char *path, *dir, *base;
	} rows[] = {
		{ "a", ".", "a" }, { "/a", "/", "a" }, { "a/b", "a", "b" },
		{ "/a//b", "/a", "b" }, { "a/", "a", "" }, { "//a", "/", "a" },
	};
	char *p;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		p = path_dir(rows[i].path);
		assert_string_equal(p, rows[i].dir);
		free(p);
		assert_string_equal(path_base(rows[i].path), rows[i].base);
	}
	p = path_join("/a", "b");
	assert_string_equal(p, "/a/b");
	free(p);
	p = path_join("/", "b");
	assert_string_equal(p, "/b");
	free(p);
	p = path_join("", "b");
	assert_string_equal(p, "b");
	free(p);
}

static void
folders_follow_the_xdg_standard(void **state)
{
	char *p;

	(void)state;
	setenv("HOME", "/home/x", 1);
	unsetenv("XDG_DATA_HOME");
	setenv("XDG_CONFIG_HOME", "/conf", 1);
	setenv("XDG_STATE_HOME", "relative", 1);	/* to be ignored */
	p = path_data("caseload.db");
	assert_string_equal(p, "/home/x/.local/share/caseload/caseload.db");
	free(p);
	p = path_config("caseload.ini");
	assert_string_equal(p, "/conf/caseload/caseload.ini");
	free(p);
	p = path_state("log");
	assert_string_equal(p, "/home/x/.local/state/caseload/log");
	free(p);
	p = path_typed("~/a b.csv");
	assert_string_equal(p, "/home/x/a b.csv");
	free(p);
	p = path_typed("~other/a.csv");		/* only the own home */
	assert_string_equal(p, "~other/a.csv");
	free(p);
}

static void
folders_are_made_private_with_their_parents(void **state)
{
	char *deep = test_path(dir, "a//b/c/"), *b = test_path(dir, "a/b");
	char *file = test_write(dir, "file", "x");
	char *under = test_path(dir, "file/x");
	struct stat sb;
	struct err e;

	(void)state;
	assert_int_equal(path_make_dir(deep, &e), ST_OK);
	assert_int_equal(path_make_dir(deep, &e), ST_OK);
	assert_int_equal(stat(b, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0700);
	assert_int_equal(path_make_dir(file, &e), ST_IO);
	assert_non_null(strstr(e.text, "is not a folder"));
	assert_int_equal(path_make_dir(under, &e), ST_IO);
	assert_non_null(strstr(e.text, "is not a folder"));
	free(under);
	free(file);
	free(b);
	free(deep);
}

/* How many entries DIR has, dot files too: nothing may be left lying about. */
static int
entries(const char *path)
{
	DIR *d = opendir(path);
	int n = 0;

	assert_non_null(d);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n - 2;
}

static void
replacing_makes_a_private_file_or_changes_nothing(void **state)
{
	char *folder = test_path(dir, "out"), *f = test_path(dir, "out/f");
	char *text;
	struct stat sb;
	struct err e;

	(void)state;
	assert_int_equal(path_replace(f, "x", 1, false, &e), ST_IO);
	assert_non_null(strstr(e.text, "out/f: No such file or directory"));
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_int_equal(path_replace(f, "one\0two", 7, false, &e), ST_OK);
	assert_int_equal(stat(f, &sb), 0);
	assert_int_equal(sb.st_mode & 07777, 0600);
	assert_int_equal(sb.st_size, 7);
	assert_int_equal(sb.st_nlink, 1);
	assert_int_equal(path_replace(f, "two", 3, false, &e), ST_DENIED);
	assert_non_null(strstr(e.text, "exists already"));
	text = test_read(f);
	assert_string_equal(text, "one");
	free(text);
	assert_int_equal(path_replace(f, "two", 3, true, &e), ST_OK);
	text = test_read(f);
	assert_string_equal(text, "two");
	free(text);
	assert_int_equal(path_replace_soon(f, "three", 5, &e), ST_OK);
	text = test_read(f);
	assert_string_equal(text, "three");
	free(text);
	assert_int_equal(stat(f, &sb), 0);
	assert_int_equal(sb.st_mode & 07777, 0600);
	assert_int_equal(entries(folder), 1);
	assert_int_equal(path_replace(folder, "x", 1, true, &e), ST_DENIED);
	assert_non_null(strstr(e.text, "is a folder"));
	free(f);
	free(folder);
}

static void
a_symbolic_link_is_never_written_through(void **state)
{
	char *real = test_write(dir, "real", "kept");
	char *link = test_path(dir, "link"), *text;
	struct err e;

	(void)state;
	assert_int_equal(symlink(real, link), 0);
	assert_int_equal(path_replace(link, "x", 1, true, &e), ST_DENIED);
	assert_non_null(strstr(e.text, "is a symbolic link"));
	text = test_read(real);
	assert_string_equal(text, "kept");
	free(text);
	log_open(link);
	assert_int_equal(log_fd(), -1);
	free(link);
	free(real);
}

static void
small_files_are_read_whole_or_refused(void **state)
{
	char *f = test_write_bytes(dir, "small", "a\0b", 3), *text = NULL;
	char *none = test_path(dir, "none");
	struct err e;
	size_t n;

	(void)state;
	assert_int_equal(path_read(f, 3, &text, &n, &e), ST_OK);
	assert_int_equal(n, 3);
	assert_memory_equal(text, "a\0b", 4);
	free(text);
	text = NULL;
	assert_int_equal(path_read(f, 2, &text, &n, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "too large: at most 2 bytes"));
	assert_int_equal(path_read(none, 9, &text, &n, &e), ST_NOT_FOUND);
	assert_int_equal(e.st, ST_NOT_FOUND);
	assert_int_equal(path_read(dir, 9, &text, &n, &e), ST_IO);
	assert_non_null(strstr(e.text, "is a folder"));
	assert_int_equal(path_read("/dev/null", 9, &text, &n, &e), ST_IO);
	assert_non_null(strstr(e.text, "is not a regular file"));
	assert_null(text);
	free(none);
	free(f);
}

static void
the_log_takes_one_printable_line_each(void **state)
{
	char *f = test_path(dir, "log"), *text;

	(void)state;
	log_line("dropped");		/* not open: nothing happens */
	log_open(f);
	assert_true(log_fd() >= 0);
	log_line("saved %d\nfaked\x1b[2J", 3);
	log_line("é");
	log_close();
	text = test_read(f);
	assert_non_null(strstr(text, " saved 3 faked?[2J\n"));
	assert_non_null(strstr(text, " é\n"));
	assert_null(strstr(text, "dropped"));
	free(text);
	log_open("/nonexistent/log");
	log_line("dropped too");
	free(f);
}

static int
make_dir(void **state)
{
	(void)state;
	dir = test_tmpdir();
	return 0;
}

static int
free_dir(void **state)
{
	(void)state;
	free(dir);
	return 0;
}

static void
a_stream_that_failed_leaves_nothing(void **state)
{
	char *own = test_tmpdir(), *path = test_path(own, "out.csv"), *text;
	struct path_file *f;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(path_begin(path, false, &f, &e), ST_OK);
	fputs("half", path_stream(f));
	assert_int_equal(path_end(f, ST_INTERRUPTED, &e), ST_INTERRUPTED);
	assert_int_equal(access(path, F_OK), -1);
	assert_int_equal(path_begin(path, false, &f, &e), ST_OK);
	fputs("whole", path_stream(f));
	assert_int_equal(path_end(f, ST_OK, &e), ST_OK);
	text = test_read(path);
	assert_string_equal(text, "whole");
	free(text);
	assert_int_equal(path_begin(path, false, &f, &e), ST_DENIED);
	assert_int_equal(rmdir(own), -1);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(own), 0);	/* no file beside it either */
	free(path);
	free(own);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_come_apart_and_together),
		cmocka_unit_test(folders_follow_the_xdg_standard),
		cmocka_unit_test(folders_are_made_private_with_their_parents),
		cmocka_unit_test(
		    replacing_makes_a_private_file_or_changes_nothing),
		cmocka_unit_test(a_symbolic_link_is_never_written_through),
		cmocka_unit_test(small_files_are_read_whole_or_refused),
		cmocka_unit_test(the_log_takes_one_printable_line_each),
		cmocka_unit_test(a_stream_that_failed_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, make_dir, free_dir);
}
