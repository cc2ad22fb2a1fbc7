/* lines.c - quick-entry lines of this user and database, kept in a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first line of the file is what was left with Esc, mostly empty; then
 * the lines logged, oldest first.
 */
#include "app/lines.h"

#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"

#define MOST	200
#define MAX	(1u << 20)

void
lines_clear(struct lines *l)
{
	strs_clear(&l->v);
	free(l->kept);
	*l = (struct lines){ { 0 }, NULL };
}

void
lines_read(struct app *app, struct lines *out)
{
	char *path = draft_path(app, LINES_FOLDER, "quick"), *text;
	size_t i;

	*out = (struct lines){ { 0 }, NULL };
	if (path_read(path, MAX, &text, NULL, NULL) == ST_OK) {
		str_split(&out->v, text, '\n');
		free(text);
	}
	if (out->v.n > 0) {
		if (out->v.v[0][0] != '\0')
			out->kept = xstrdup(out->v.v[0]);
		free(out->v.v[0]);
		for (i = 1; i < out->v.n; i++)
			out->v.v[i - 1] = out->v.v[i];
		out->v.n--;
	}
	while (out->v.n > 0 && out->v.v[out->v.n - 1][0] == '\0')
		free(out->v.v[--out->v.n]);
	free(path);
}

static enum status
write_file(struct app *app, const char *name, const struct buf *b,
    struct err *e)
{
	char *path = draft_path(app, LINES_FOLDER, name);
	char *dir = path_dir(path);
	enum status st = path_make_dir(dir, e);

	if (st == ST_OK)
		st = path_replace_soon(path, b->p, b->n, e);
	free(dir);
	free(path);
	return st;
}

static enum status
write_all(struct app *app, const struct lines *l, struct err *e)
{
	size_t i = l->v.n > MOST ? l->v.n - MOST : 0;
	enum status st;
	struct buf b;

	buf_init(&b, MAX);
	buf_addf(&b, "%s\n", l->kept != NULL ? l->kept : "");
	for (; i < l->v.n; i++)
		buf_addf(&b, "%s\n", l->v.v[i]);
	st = write_file(app, "quick", &b, e);
	buf_clear(&b);
	return st;
}

enum status
lines_add(struct app *app, struct lines *l, const char *text, struct err *e)
{
	if (l->v.n == 0 || strcmp(l->v.v[l->v.n - 1], text) != 0)
		strs_add(&l->v, text);
	free(l->kept);
	l->kept = NULL;
	return write_all(app, l, e);
}

enum status
lines_keep(struct app *app, struct lines *l, const char *text, struct err *e)
{
	enum status st;

	if (str_eq(l->kept, text))
		return ST_OK;
	free(l->kept);
	l->kept = str_empty(text) ? NULL : xstrdup(text);
	if ((st = write_all(app, l, e)) != ST_OK) {
		free(l->kept);		/* to be tried again */
		l->kept = NULL;
	}
	return st;
}
