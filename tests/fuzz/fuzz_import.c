/* fuzz_import.c - any bytes as a file to import: refused with words, or rows are
 * taken and rejected with theirs; the database stays whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/import.h"
#include "app/undo.h"
#include "db/db.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern const long replay_runs;
const long replay_runs = 200;

static const char *const kinds[] = { "schools", "employers", "encounter",
	"contact", "role", "task", "assessment", "user" };
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static void
heard(void *arg, const char *line)
{
	size_t *n = arg;

	assert(line[0] != '\0');
	++*n;
}

static void
session(struct app *app)
{
	struct app_start start = { .db = ":memory:", .user = "tester",
		.create = true };

	setenv("CASELOAD_NOW", "2026-11-20T10:00:00Z", 1);
	setenv("CASELOAD_BACKUP", "no", 1);
	assert(app_open(app, &start, NULL) == ST_OK);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct app app;
	static int file = -1, steps;
	struct import_result r = { 0 };
	struct import_opts o = { .say = heard };
	struct err e = { 0 };
	size_t lines = 0;
	char path[40];
	enum status st;

	if (size < 1 || size > 20000)
		return 0;
	if (steps++ % 500 == 0) {	/* the journal only grows */
		if (app.db != NULL)
			app_close(&app);
		session(&app);
	}
	if (file < 0)
		file = fileno(tmpfile());
	o.arg = &lines;
	o.match_names = data[0] & 0x80;
	o.dry_run = data[0] & 0x40;
	assert(ftruncate(file, 0) == 0 &&
	    pwrite(file, data + 1, size - 1, 0) == (ssize_t)(size - 1));
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	st = import_file(&app, kinds[(data[0] & 0x3f) % KINDS], path, &o, &r,
	    &e);
	assert(st == ST_OK || e.text[0] != '\0');
	assert(st != ST_OK || r.rejected <= lines);
	assert(!db_in_transaction(app.db));
	if (r.step != 0) {
		struct undo_report rep = { 0 };

		assert(undo_step(&app, r.step, false, false, false, &rep,
		    &e) == ST_OK);
		undo_report_clear(&rep);
	}
	return 0;
}
