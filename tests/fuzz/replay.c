/* replay.c - feed a fuzz target the files of its corpus, as a test. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
not_hidden(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

/* False when the file cannot be read. */
static int
replay(const char *name)
{
	uint8_t *data;
	long size;
	FILE *f;

	f = fopen(name, "rb");
	if (f == NULL || fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0)
		return 0;
	rewind(f);
	/* Exactly its size, so that a sanitizer sees a read beyond it. */
	data = malloc(size > 0 ? (size_t)size : 1);
	if (data == NULL || fread(data, 1, (size_t)size, f) != (size_t)size)
		return 0;
	fclose(f);
	LLVMFuzzerTestOneInput(data, (size_t)size);
	free(data);
	return 1;
}

/* fuzz_NAME [FOLDER]: TAP, one case a file; the empty input comes first. */
int
main(int argc, char *argv[])
{
	const char *src = getenv("CASELOAD_SRCDIR"), *name;
	char dir[4096];
	struct dirent **files;
	int n, i, bad = 0, ok;

	name = strstr(argv[0], "fuzz_");
	while (name != NULL && strstr(name + 1, "fuzz_") != NULL)
		name = strstr(name + 1, "fuzz_");
	if (argc > 1)
		snprintf(dir, sizeof dir, "%s", argv[1]);
	else
		snprintf(dir, sizeof dir, "%s/tests/fuzz/corpus/%s",
		    src != NULL ? src : ".", name != NULL ? name + 5 : "");
	n = chdir(dir) == 0 ? scandir(".", &files, not_hidden, alphasort) : 0;
	if (n <= 0) {
		printf("1..1\nnot ok 1 - no corpus in %s\n", dir);
		return 1;
	}
	printf("1..%d\nok 1 - the empty input\n", n + 1);
	LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
	for (i = 0; i < n; i++) {
		ok = replay(files[i]->d_name);
		printf("%s %d - %s\n", ok ? "ok" : "not ok", i + 2,
		    files[i]->d_name);
		fflush(stdout);
		bad |= !ok;
		free(files[i]);
	}
	free(files);
	return bad;
}
