/* replay.c - a fuzz target as a plain test: its corpus, then random changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/replay.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RUNS	3000	/* a second or so under a sanitizer */

/* Fewer of what is slow; a target may say how many. */
extern const long replay_runs __attribute__((weak));

#define SEED	1

static int
not_hidden(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static bool
load(const char *name, struct input *out)
{
	long size;
	bool ok;
	FILE *f;

	f = fopen(name, "rb");
	if (f == NULL)
		return false;
	ok = fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) >= 0 &&
	    fseek(f, 0, SEEK_SET) == 0;
	if (ok) {
		out->size = (size_t)size;
		out->data = malloc(out->size > 0 ? out->size : 1);
		ok = out->data != NULL &&
		    fread(out->data, 1, out->size, f) == out->size;
	}
	fclose(f);
	return ok;
}

static long
number(const char *variable, long otherwise)
{
	const char *s = getenv(variable);

	return s != NULL && *s != '\0' ? strtol(s, NULL, 10) : otherwise;
}

/*
 * fuzz_NAME [FOLDER]: TAP, one case a file, the empty input first, changed
 * inputs last: FUZZ_RUNS of them, from number FUZZ_FIRST on, by FUZZ_SEED.
 */
int
main(int argc, char *argv[])
{
	const char *src = getenv("CASELOAD_SRCDIR"), *name;
	long runs = number("FUZZ_RUNS",
	    &replay_runs != NULL ? replay_runs : RUNS);
	long first = number("FUZZ_FIRST", 0);
	long seed = number("FUZZ_SEED", SEED), last = 0;
	struct dirent **files = NULL;
	struct input *inputs;
	char dir[4096];
	int n, bad = 0;
	bool ok;

	name = strstr(argv[0], "fuzz_");
	while (name != NULL && strstr(name + 1, "fuzz_") != NULL)
		name = strstr(name + 1, "fuzz_");
	if (argc > 1)
		snprintf(dir, sizeof dir, "%s", argv[1]);
	else
		snprintf(dir, sizeof dir, "%s/tests/fuzz/corpus/%s",
		    src != NULL ? src : ".", name != NULL ? name + 5 : "");
	n = chdir(dir) == 0 ? scandir(".", &files, not_hidden, alphasort) : 0;
	inputs = n > 0 ? calloc((size_t)n, sizeof *inputs) : NULL;
	if (inputs == NULL) {
		printf("1..1\nnot ok 1 - no corpus in %s\n", dir);
		return 1;
	}
	printf("1..%d\nok 1 - the empty input\n", n + 2);
	LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
	for (int i = 0; i < n; i++) {
		ok = load(files[i]->d_name, &inputs[i]);
		if (ok)
			LLVMFuzzerTestOneInput(inputs[i].data, inputs[i].size);
		printf("%s %d - %s\n", ok ? "ok" : "not ok", i + 2,
		    files[i]->d_name);
		fflush(stdout);
		bad |= !ok;
		free(files[i]);
	}
	free(files);
	ok = bad || mutate(inputs, (size_t)n, (uint64_t)seed, first, runs,
	    &last);
	printf("%s %d - %ld random changes\n", ok ? "ok" : "not ok", n + 2,
	    runs);
	if (!ok)
		printf("# to repeat: FUZZ_SEED=%ld FUZZ_FIRST=%ld FUZZ_RUNS=1 "
		    "%s\n", seed, last, argv[0]);
	for (int i = 0; i < n; i++)
		free(inputs[i].data);
	free(inputs);
	return bad || !ok;
}
