/* import_map.c - which heading of a person's own sheet is which field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remembered ones are lines "NAME:Heading=field,…" of a file in the state
 * folder, one for each user and database, as drafts are: on a hub all users
 * share that folder.
 */
#include "app/import_map.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"

#define MAPS_FOLDER	"import"
#define MAPS_FILE	"maps"
#define MAPS_MAX	(256u << 10)
#define NAME_MAX_LEN	40

void
import_map_clear(struct import_map *m)
{
	strs_clear(&m->heads);
	strs_clear(&m->fields);
	free(m->name);
	free(m->text);
	memset(m, 0, sizeof *m);
}

static bool
is_name(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > NAME_MAX_LEN)
		return false;
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && *s != '-' && *s != '_')
			return false;
	return true;
}

/* The file's text; "" when there is none yet. */
static enum status
read_maps(struct app *app, char **out, struct err *e)
{
	char *path = draft_path(app, MAPS_FOLDER, MAPS_FILE);
	struct err why = { 0 };
	enum status st;
	size_t n;

	st = path_read(path, MAPS_MAX, out, &n, &why);
	if (st == ST_NOT_FOUND) {
		*out = xstrdup("");
		st = ST_OK;
	} else if (st != ST_OK && e != NULL) {
		*e = why;
	}
	free(path);
	return st;
}

static enum status
recall(struct app *app, const char *name, char **out, struct err *e)
{
	struct strs lines = { 0 }, names = { 0 };
	char *text, *joined;
	enum status st;

	if ((st = read_maps(app, &text, e)) != ST_OK)
		return st;
	*out = NULL;
	str_split(&lines, text, '\n');
	free(text);
	for (size_t i = 0; i < lines.n && *out == NULL; i++) {
		char *colon = strchr(lines.v[i], ':');

		if (colon == NULL)
			continue;
		*colon = '\0';
		if (str_ieq(lines.v[i], name))
			*out = xstrdup(colon + 1);
		else
			strs_add(&names, lines.v[i]);
	}
	if (*out == NULL) {
		joined = strs_join(&names, ", ");
		st = err_set(e, ST_NOT_FOUND, "no map is remembered as @%s%s%s"
		    "; write --map \"@%s:Heading=field,…\" once", name,
		    names.n > 0 ? "; there are: " : "", joined, name);
		free(joined);
	}
	strs_clear(&lines);
	strs_clear(&names);
	return st;
}

/* Double quotes around a heading, if any, taken off. */
static void
add_head(struct import_map *m, char *head)
{
	size_t n;

	head = str_trim(head);
	n = strlen(head);
	if (n >= 2 && head[0] == '"' && head[n - 1] == '"') {
		head[n - 1] = '\0';
		head++;
	}
	strs_add(&m->heads, head);
}

/* The last '=' parts heading and field: a heading may hold one. */
static enum status
parse(struct import_map *m, struct err *e)
{
	struct strs parts = { 0 };
	enum status st = ST_OK;

	str_split_list(&parts, m->text);
	for (size_t i = 0; i < parts.n && st == ST_OK; i++) {
		char *eq = strrchr(parts.v[i], '=');

		if (eq == NULL || eq == parts.v[i]) {
			st = err_set(e, ST_USAGE, "--map: \"%s\" is not "
			    "Heading=field", parts.v[i]);
			break;
		}
		*eq = '\0';
		add_head(m, parts.v[i]);
		strs_add(&m->fields, str_trim(eq + 1));
	}
	strs_clear(&parts);
	return st;
}

enum status
import_map_read(struct app *app, const char *said, struct import_map *out,
    struct err *e)
{
	struct import_map m = { 0 };
	enum status st = ST_OK;

	if (said[0] == '@') {
		size_t n = strcspn(said, ":");

		m.name = xstrndup(said + 1, n - 1);
		if (!is_name(m.name))
			st = err_set(e, ST_USAGE, "--map: \"@%s\" is no name "
			    "for a map: letters, digits, - and _", m.name);
		else if (said[n] == ':')
			m.text = xstrdup(said + n + 1);
		else
			st = recall(app, m.name, &m.text, e);
	} else {
		m.text = xstrdup(said);
	}
	if (st == ST_OK)
		st = parse(&m, e);
	if (st == ST_OK)
		*out = m;
	else
		import_map_clear(&m);
	return st;
}

enum status
import_map_keep(struct app *app, const struct import_map *m, struct err *e)
{
	struct strs lines = { 0 };
	char *path, *dir, *text;
	struct buf b;
	enum status st;
	size_t n;

	if (m->name == NULL)
		return ST_OK;
	if (strchr(m->text, '\n') != NULL)
		return err_set(e, ST_USAGE, "--map: a map that is remembered "
		    "is one line");
	if ((st = read_maps(app, &text, e)) != ST_OK)
		return st;
	path = draft_path(app, MAPS_FOLDER, MAPS_FILE);
	dir = path_dir(path);
	n = strlen(m->name);
	buf_init(&b, MAPS_MAX);
	str_split(&lines, text, '\n');
	for (size_t i = 0; i < lines.n; i++)
		if (*lines.v[i] != '\0' && (strncmp(lines.v[i], m->name, n) !=
		    0 || lines.v[i][n] != ':'))
			buf_addf(&b, "%s\n", lines.v[i]);
	buf_addf(&b, "%s:%s\n", m->name, m->text);
	st = path_make_dir(dir, e);
	if (st == ST_OK && buf_over(&b))
		st = err_set(e, ST_INVALID, "%s is full", path);
	if (st == ST_OK && !str_eq(b.p, text))
		st = path_replace(path, b.p, b.n, true, e);
	strs_clear(&lines);
	buf_clear(&b);
	free(text);
	free(path);
	free(dir);
	return st;
}
