/* draft.c - unsaved typing, kept in private files of the state folder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is lines of KEY tab TEXT, where newline, tab and backslash of the
 * text are escaped. Fields begin with "=": "=minutes".
 */
#include "app/draft.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "db/db.h"
#include "db/store.h"
#include "model/id.h"

#define FOLDER	"drafts"
#define MAX	(4u << 20)
#define NEW	"new"	/* in the file's name for a code; then "-1", "-2" */

#define MOST_NEW 1000

/* The kinds there are; drafts read from a file point here. */
static const char *const kinds[] = { "form", "grid", "attendance", "official",
	"assessment" };

void
draft_clear(struct draft *d)
{
	row_free(d->base);
	strs_clear(&d->name);
	strs_clear(&d->text);
	*d = (struct draft){ 0 };
}

void
draft_add(struct draft *d, const char *name, const char *text)
{
	strs_add(&d->name, name);
	strs_add(&d->text, text);
}

const char *
draft_text(const struct draft *d, const char *name)
{
	size_t i;

	for (i = 0; i < d->name.n; i++)
		if (strcmp(d->name.v[i], name) == 0)
			return d->text.v[i];
	return NULL;
}

/* FNV-1a of user and database: tells files apart, hides nothing. */
static uint64_t
hash(const char *user, const char *db)
{
	uint64_t h = UINT64_C(14695981039346656037);
	const char *s;

	for (s = user; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(1099511628211);
	h = h * UINT64_C(1099511628211);
	for (s = db; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(1099511628211);
	return h;
}

/* "0123456789abcdef-", which begins every file of this user and database. */
static void
prefix(struct app *app, char out[18])
{
	char *whole = realpath(db_path(app->db), NULL);

	snprintf(out, 18, "%016llx-", (unsigned long long)hash(app->user,
	    whole != NULL ? whole : db_path(app->db)));
	free(whole);
}

char *
draft_path(struct app *app, const char *folder, const char *name)
{
	char *dir = path_state(folder), *file, *path, own[18];

	prefix(app, own);
	file = xasprintf("%s%s", own, name);
	path = path_join(dir, file);
	free(file);
	free(dir);
	return path;
}

static char *
path_of(struct app *app, const char *kind, const struct entity *ent,
    int64_t id, int no)
{
	char code[ID_CODE + 10] = NEW, *name, *path;

	if (id != 0)
		id_code(id, code);
	else if (no > 0)
		snprintf(code, sizeof code, NEW "-%d", no);
	name = xasprintf("%s-%s-%s", kind, ent->id, code);
	path = draft_path(app, FOLDER, name);
	free(name);
	return path;
}

static void
put(struct buf *b, const char *mark, const char *key, const char *text)
{
	buf_addf(b, "%s%s\t", mark, key);
	for (; *text != '\0'; text++)
		if (*text == '\n')
			buf_add(b, "\\n");
		else if (*text == '\t')
			buf_add(b, "\\t");
		else if (*text == '\\')
			buf_add(b, "\\\\");
		else
			buf_addc(b, *text);
	buf_addc(b, '\n');
}

/* Undo the escapes of put, in place. */
static void
unescape(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++) {
		if (*s != '\\' || s[1] == '\0') {
			*to++ = *s;
			continue;
		}
		s++;
		*to++ = *s == 'n' ? '\n' : *s == 't' ? '\t' : *s;
	}
	*to = '\0';
}

enum status
draft_save(struct app *app, struct draft *d, struct err *e)
{
	char *dir = path_state(FOLDER), code[ID_CODE] = "", at[25];
	char *path = path_of(app, d->kind, d->ent, d->id, d->no);
	struct buf b, json;
	enum status st;
	size_t i;

	d->at = clock_ms();
	clock_iso(d->at, at);
	if (d->id != 0)
		id_code(d->id, code);
	buf_init(&b, MAX);
	put(&b, "", "kind", d->kind);
	put(&b, "", "entity", d->ent->id);
	put(&b, "", "id", code);
	put(&b, "", "at", at);
	if (d->base != NULL) {
		buf_init(&json, MAX);
		row_json(d->base, &json);
		put(&b, "", "base", json.p);
		buf_clear(&json);
	}
	for (i = 0; i < d->name.n; i++)
		put(&b, "=", d->name.v[i], d->text.v[i]);
	st = path_make_dir(dir, e);
	if (st == ST_OK)
		st = path_replace_soon(path, b.p, b.n, e);
	buf_clear(&b);
	free(path);
	free(dir);
	return st;
}

static enum status
read_base(struct app *app, const char *json, struct draft *d, struct err *e)
{
	if (d->ent == NULL || d->id == 0 || d->base != NULL)
		return err_set(e, ST_CORRUPT, "The draft is damaged.");
	d->base = row_new(d->ent);
	d->base->id = d->id;
	return store_from_json(app->db, json, d->base, e);
}

static enum status
read_line(struct app *app, char *line, struct draft *d, struct err *e)
{
	char *text = strchr(line, '\t');
	size_t i;

	if (text == NULL)
		return ST_OK;
	*text++ = '\0';
	unescape(text);
	if (line[0] == '=')
		draft_add(d, line + 1, text);
	else if (strcmp(line, "entity") == 0)
		d->ent = entity_find(text);
	else if (strcmp(line, "id") == 0 && text[0] != '\0')
		return id_parse(text, &d->id) ? ST_OK :
		    err_set(e, ST_CORRUPT, "The draft is damaged.");
	else if (strcmp(line, "at") == 0)
		d->at = clock_from_iso(text);
	else if (strcmp(line, "base") == 0)
		return read_base(app, text, d, e);
	else if (strcmp(line, "kind") == 0)
		for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
			if (strcmp(kinds[i], text) == 0)
				d->kind = kinds[i];
	return ST_OK;
}

static enum status
read_file(struct app *app, const char *path, struct draft *d, struct err *e)
{
	char *text, *line, *end;
	enum status st;
	size_t n;

	if ((st = path_read(path, MAX, &text, &n, e)) != ST_OK)
		return st;
	for (line = text; st == ST_OK && *line != '\0'; line = end) {
		end = line + strcspn(line, "\n");
		if (*end != '\0')
			*end++ = '\0';
		st = read_line(app, line, d, e);
	}
	free(text);
	if (st == ST_OK && (d->kind == NULL || d->ent == NULL ||
	    (d->base == NULL && d->id != 0)))
		st = err_set(e, ST_CORRUPT, "The draft is damaged.");
	return st;
}

int
draft_free_no(struct app *app, const char *kind, const struct entity *ent)
{
	bool taken = true;
	char *path;
	int no = -1;

	while (taken && ++no < MOST_NEW) {
		path = path_of(app, kind, ent, 0, no);
		taken = access(path, F_OK) == 0;
		free(path);
	}
	return no;
}

bool
draft_load(struct app *app, const char *kind, const struct entity *ent,
    int64_t id, int no, struct draft *out)
{
	char *path = path_of(app, kind, ent, id, no);
	bool found;

	*out = (struct draft){ 0 };
	found = access(path, F_OK) == 0 &&
	    read_file(app, path, out, NULL) == ST_OK && out->ent == ent &&
	    out->id == id && strcmp(out->kind, kind) == 0;
	out->no = no;
	if (!found)
		draft_clear(out);
	free(path);
	return found;
}

void
draft_drop(struct app *app, const char *kind, const struct entity *ent,
    int64_t id, int no)
{
	char *path = path_of(app, kind, ent, id, no);

	unlink(path);
	free(path);
}

static int
newer(const void *a, const void *b)
{
	const struct draft *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? 1 : -1;
	if (x->ent != y->ent)
		return strcmp(x->ent->id, y->ent->id);
	return x->no != y->no ? y->no - x->no : x->id < y->id ? -1 : 1;
}

/* The number at the end of a file's name. */
static int
no_of(const char *name)
{
	const char *at = strstr(name, "-" NEW "-");
	int64_t no;

	return at != NULL && str_int(at + strlen("-" NEW "-"), 0, MOST_NEW,
	    &no) ? (int)no : 0;
}

void
drafts_read(struct app *app, struct drafts *out)
{
	char *dir = path_state(FOLDER), own[18], *path;
	DIR *d = opendir(dir);
	struct dirent *entry;
	struct draft one;

	*out = (struct drafts){ NULL, 0 };
	prefix(app, own);
	while (d != NULL && (entry = readdir(d)) != NULL) {
		if (!str_starts(entry->d_name, own))
			continue;
		path = path_join(dir, entry->d_name);
		one = (struct draft){ 0 };
		if (read_file(app, path, &one, NULL) == ST_OK) {
			out->v = xreallocarray(out->v, out->n + 1,
			    sizeof *out->v);
			one.no = no_of(entry->d_name);
			out->v[out->n++] = one;
		} else {
			draft_clear(&one);
		}
		free(path);
	}
	if (d != NULL)
		closedir(d);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, newer);
	free(dir);
}

void
drafts_clear(struct drafts *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		draft_clear(&l->v[i]);
	free(l->v);
	*l = (struct drafts){ NULL, 0 };
}

/* Without a database: what was typed cannot be compared, but it is there. */
static bool
glance(const char *path, int64_t *at)
{
	bool kind = false, ent = false;
	char *text, *line, *end;
	size_t n;

	*at = -1;
	if (path_read(path, MAX, &text, &n, NULL) != ST_OK)
		return false;
	for (line = text; *line != '\0'; line = end) {
		end = line + strcspn(line, "\n");
		if (*end != '\0')
			*end++ = '\0';
		if (str_starts(line, "at\t"))
			*at = clock_from_iso(line + 3);
		kind = kind || str_starts(line, "kind\t");
		ent = ent || (str_starts(line, "entity\t") &&
		    entity_find(line + 7) != NULL);
	}
	free(text);
	return kind && ent && *at >= 0;
}

void
drafts_glance(struct drafts_glance *out)
{
	char *dir = path_state(FOLDER), *path;
	DIR *d = opendir(dir);
	struct dirent *entry;
	int64_t at;

	*out = (struct drafts_glance){ .oldest = -1 };
	while (d != NULL && (entry = readdir(d)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		path = path_join(dir, entry->d_name);
		out->n++;
		if (!glance(path, &at))
			strs_add(&out->bad, path);
		else if (out->oldest < 0 || at < out->oldest)
			out->oldest = at;
		free(path);
	}
	if (d != NULL)
		closedir(d);
	free(dir);
}

void
drafts_glance_clear(struct drafts_glance *g)
{
	strs_clear(&g->bad);
	*g = (struct drafts_glance){ .oldest = -1 };
}
