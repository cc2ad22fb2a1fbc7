/* fuzz_draft.c - any bytes as a draft: passed over, or texts and a record that
 * are written again as the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/draft.h"
#include "base/path.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern const long replay_runs;
const long replay_runs = 1500;

static char folder[] = "/tmp/caseload-fuzz.XXXXXX";

static void
forget(void)
{
	static const char *const below[] = { "caseload/drafts", "caseload" };

	for (size_t i = 0; i < sizeof below / sizeof below[0]; i++) {
		char *path = path_join(folder, below[i]);

		(void)rmdir(path);
		free(path);
	}
	(void)rmdir(folder);
}

/* A state folder of this process. */
static void
begin(struct app *app)
{
	struct app_start start = { .db = ":memory:", .user = "tester",
		.create = true };
	char *dir;

	assert(mkdtemp(folder) != NULL);
	atexit(forget);
	setenv("XDG_STATE_HOME", folder, 1);
	setenv("CASELOAD_NOW", "2026-11-20T10:00:00Z", 1);
	setenv("CASELOAD_BACKUP", "no", 1);
	dir = path_state("drafts");
	assert(path_make_dir(dir, NULL) == ST_OK);
	free(dir);
	assert(app_open(app, &start, NULL) == ST_OK);
}

/* The record of D, as drafts hold it; the caller clears it. */
static struct buf
base_of(const struct draft *d)
{
	struct buf b;

	buf_init(&b, BUF_FILE);
	if (d->base != NULL)
		row_json(d->base, &b);
	return b;
}

static struct draft
again(struct app *app, struct draft *d)
{
	struct draft back;

	assert(d->kind != NULL && d->ent != NULL);
	assert(draft_save(app, d, NULL) == ST_OK);
	assert(draft_load(app, d->kind, d->ent, d->id, d->no, &back));
	assert(back.name.n == d->name.n && back.text.n == d->text.n);
	for (size_t i = 0; i < back.name.n; i++)
		assert(strcmp(back.text.v[i], d->text.v[i]) == 0);
	draft_drop(app, d->kind, d->ent, d->id, d->no);
	return back;
}

/* Twice: what no record holds is left out at first, such as what is derived or
 * a member without a key. */
static void
written_again(struct app *app, struct draft *d)
{
	struct draft once = again(app, d), twice = again(app, &once);
	struct buf a = base_of(&once), b = base_of(&twice);

	assert(strcmp(a.p, b.p) == 0);
	buf_clear(&a);
	buf_clear(&b);
	draft_clear(&once);
	draft_clear(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct app app;
	static bool begun;
	struct drafts_glance glance;
	struct drafts all;
	char *path;

	if (!begun)
		begin(&app);
	begun = true;
	path = draft_path(&app, "drafts", "form-fuzz");
	assert(path_replace_soon(path, (const char *)data, size, NULL) ==
	    ST_OK);
	drafts_glance(&glance);
	assert(glance.n == 1);
	drafts_glance_clear(&glance);
	drafts_read(&app, &all);
	assert(all.n <= 1);
	(void)unlink(path);
	if (all.n == 1)
		written_again(&app, &all.v[0]);
	drafts_clear(&all);
	free(path);
	return 0;
}
