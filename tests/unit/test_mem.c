/* test_mem.c - the end for want of memory: kept, restored, told, status 1. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/lib/test.h"

static int said;		/* the end of a pipe that the hooks write to */

static void
note(const char *word)
{
	assert_int_equal(write(said, word, strlen(word)), (int)strlen(word));
}

static void
keep(void)
{
	void *p = xmalloc(100 << 10);	/* the reserve is there for it */

	note("kept ");
	free(p);
}

static void
fail_in_keep(void)
{
	note("began ");
	free(xreallocarray(NULL, SIZE_MAX, 2));
	note("went on ");
}

static void
end(void)
{
	note("ended ");
}

/* A process that runs out of memory with these hooks; what it said. */
static void
run_out(void (*keep_hook)(void), void (*end_hook)(void), char out[64])
{
	int fd[2], how = 0;
	size_t n = 0;
	ssize_t k;
	pid_t pid;

	assert_int_equal(pipe(fd), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		said = fd[1];
		dup2(fd[1], STDERR_FILENO);
		mem_on_failure(keep_hook, end_hook);
		free(xreallocarray(NULL, SIZE_MAX, 2));
		_exit(77);
	}
	close(fd[1]);
	while (n < 63 && (k = read(fd[0], out + n, 63 - n)) > 0)
		n += (size_t)k;
	out[n] = '\0';
	close(fd[0]);
	assert_int_equal(waitpid(pid, &how, 0), pid);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 1);
}

static void
typing_is_kept_before_the_end(void **state)
{
	char out[64];

	(void)state;
	run_out(keep, end, out);
	assert_string_equal(out, "kept ended caseload: out of memory\n");
	run_out(NULL, NULL, out);
	assert_string_equal(out, "caseload: out of memory\n");
}

static void
keeping_that_fails_too_does_not_go_round(void **state)
{
	char out[64];

	(void)state;
	run_out(fail_in_keep, end, out);
	assert_string_equal(out, "began ended caseload: out of memory\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typing_is_kept_before_the_end),
		cmocka_unit_test(keeping_that_fails_too_does_not_go_round),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
