/* test.h - what every C test includes: cmocka, and where things are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_TEST_H
#define TESTS_LIB_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof (a) / sizeof (a)[0])

/* Root of the source tree; it may be read-only. */
const char	*test_srcdir(void);
/* Root of the build tree; "test_builddir()/caseload" is the program. */
const char	*test_builddir(void);
/* Path of the program under test: CASELOAD_PROGRAM or the one just built. */
const char	*test_program(void);
/* How many times slower than usual tests are run: TEST_SLOW, at least 1. */
int		 test_slowness(void);
/* The folder of real data beside the source tree, or NULL: then skip(). */
const char	*test_shared(void);

/*
 * A new private folder, removed with all it holds when the program ends.
 * The caller frees the path.
 */
char		*test_tmpdir(void);
/* DIR/NAME holding TEXT; the caller frees the path.  DIR exists. */
char		*test_write(const char *dir, const char *name, const char *text);
/* Like test_write for SIZE bytes of anything. */
char		*test_write_bytes(const char *dir, const char *name,
		    const void *data, size_t size);
/* The whole file, with a NUL after it; the caller frees it.  Fails if absent. */
char		*test_read(const char *path);
/* "a/b" joined with a slash; the caller frees it. */
char		*test_path(const char *dir, const char *name);

#endif
