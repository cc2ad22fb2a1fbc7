/* killed.c - one action in a process of its own, killed after a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/killed.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

int
killed_next(int us)
{
	return us + us / (getenv("CASELOAD_LONG") != NULL ? 16 : 4) + 10;
}

bool
killed_after(const char *file, int us, killed_fn act, void *arg)
{
	struct app_start start = { .db = file, .user = "tester" };
	struct itimerval soon = { { 0, 0 }, { us / 1000000, us % 1000000 } };
	struct err e = { 0 };
	struct app app;
	pid_t pid = fork();
	int how = 0;

	assert_true(pid >= 0);
	if (pid == 0) {
		if (app_open(&app, &start, &e) != ST_OK)
			_exit(1);
		setitimer(ITIMER_REAL, &soon, NULL);
		_exit(act(&app, arg, &e) == ST_OK ? 0 : 2);
	}
	assert_int_equal(waitpid(pid, &how, 0), pid);
	if (WIFSIGNALED(how)) {
		assert_int_equal(WTERMSIG(how), SIGALRM);
		return false;
	}
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 0);
	return true;
}
