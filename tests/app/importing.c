/* importing.c - an import in one line, and what it said. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/importing.h"

#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/mem.h"
#include "db/store.h"

static char *last;	/* borrowed by the caller of the call before */

static const char *
lend(char *take_text)
{
	free(last);
	return last = take_text;
}

static void
hear(void *arg, const char *line)
{
	struct importing *w = arg;
	size_t n = strlen(w->dir);

	if (strncmp(line, w->dir, n) == 0 && line[n] == '/')
		line += n + 1;
	strs_add(&w->said, line);
}

void
importing_open(struct importing *w)
{
	char *state;

	memset(w, 0, sizeof *w);
	w->dir = test_tmpdir();
	state = test_path(w->dir, "state");
	setenv("XDG_STATE_HOME", state, 1);
	free(state);
	world_open(&w->app);
	w->opt.say = hear;
	w->opt.arg = w;
}

void
importing_close(struct importing *w)
{
	world_close(&w->app);
	strs_clear(&w->said);
	free(w->dir);
	(void)lend(NULL);
}

const char *
import_path(struct importing *w, const char *kind, const char *path)
{
	const struct import_result *r = &w->res;
	size_t n = strlen(w->dir);
	const char *text;

	strs_clear(&w->said);
	memset(&w->e, 0, sizeof w->e);
	if (import_file(&w->app, kind, path, &w->opt, &w->res, &w->e) !=
	    ST_OK) {
		text = w->e.text;
		if (strncmp(text, w->dir, n) == 0)
			text += n + 1;
		return lend(xstrdup(text));
	}
	return lend(xasprintf("%ju added, %ju updated, %ju unchanged, "
	    "%ju rejected", (uintmax_t)r->added, (uintmax_t)r->updated,
	    (uintmax_t)r->unchanged, (uintmax_t)r->rejected));
}

const char *
import_data(struct importing *w, const char *kind, const char *name)
{
	char *dir = test_path(test_srcdir(), "tests/data");
	char *path = test_path(dir, name);
	const char *said = import_path(w, kind, path);

	free(dir);
	free(path);
	return said;
}

const char *
import_bytes(struct importing *w, const char *kind, const void *p, size_t n)
{
	char *path = test_write_bytes(w->dir, "in.csv", p, n);
	const char *said = import_path(w, kind, path);

	free(path);
	return said;
}

const char *
import_text(struct importing *w, const char *kind, const char *text)
{
	return import_bytes(w, kind, text, strlen(text));
}

const char *
import_said(struct importing *w)
{
	return lend(strs_join(&w->said, "\n"));
}

const char *
stored(struct importing *w, const char *entity, const char *key,
    const char *field)
{
	const struct entity *ent = entity_find(entity);
	struct err e = { 0 };
	const char *kind = entity;
	int64_t id = 0;

	if (ent->key >= 0)
		must(store_by_key(w->app.db, ent, key, &id, &e), &e);
	if (id == 0 && ref_resolve_in(&w->app, entity, key, true, &kind, &id,
	    &e) != ST_OK)
		return lend(xstrdup("?"));
	return lend(world_get(&w->app, entity, id, field));
}
