/* begun.c - what was typed outside forms and not finished: answers to
 * questions, lines that were pasted, the line of quick entry.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two files, the first line of each empty as erase expects it: questions as
 * "ENTITY/CODE tab LABEL tab TEXT", or "- tab …" about no record, oldest
 * first; and pasted lines as they are.
 */
#include "app/begun.h"

#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "app/lines.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"
#include "model/id.h"

#define MAX	 (1u << 20)
#define ANSWERS	 "begun"
#define PASTED	 "pasted"
#define NO_WHERE "-"

/* --- files ----------------------------------------------------------------- */

/* Its lines that are not empty. */
static void
read_lines(struct app *app, const char *name, struct strs *out)
{
	char *path = draft_path(app, LINES_FOLDER, name), *text;
	struct strs all = { 0 };

	if (path_read(path, MAX, &text, NULL, NULL) == ST_OK) {
		str_split(&all, text, '\n');
		free(text);
	}
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i][0] != '\0')
			strs_add(out, all.v[i]);
	strs_clear(&all);
	free(path);
}

static enum status
write_lines(struct app *app, const char *name, const struct strs *lines,
    size_t from, struct err *e)
{
	char *path = draft_path(app, LINES_FOLDER, name);
	char *dir = path_dir(path);
	enum status st = path_make_dir(dir, e);
	struct buf b;

	buf_init(&b, MAX);
	buf_addc(&b, '\n');
	for (size_t i = from; i < lines->n; i++)
		buf_addf(&b, "%s\n", lines->v[i]);
	if (st == ST_OK)
		st = path_replace_soon(path, b.p, b.n, e);
	buf_clear(&b);
	free(dir);
	free(path);
	return st;
}

/* --- questions ------------------------------------------------------------- */

/* "school/1J8Q2M7K9QZ4V tab Follow-up:  tab ", which begins the line of Q. */
static char *
key_of(const struct question *q)
{
	char code[ID_CODE];

	if (q->ent == NULL)
		return xasprintf(NO_WHERE "\t%s\t", q->label);
	id_code(q->id, code);
	return xasprintf("%s/%s\t%s\t", q->ent->id, code, q->label);
}

char *
question_begun(struct app *app, const struct question *q)
{
	struct strs all = { 0 };
	char *key = key_of(q), *found = NULL;

	read_lines(app, ANSWERS, &all);
	for (size_t i = 0; i < all.n && found == NULL; i++)
		if (str_starts(all.v[i], key))
			found = xstrdup(all.v[i] + strlen(key));
	strs_clear(&all);
	free(key);
	return found;
}

enum status
question_keep(struct app *app, const struct question *q, const char *text,
    struct err *e)
{
	struct strs all = { 0 }, kept = { 0 };
	char *key = key_of(q);
	enum status st = ST_OK;

	read_lines(app, ANSWERS, &all);
	for (size_t i = 0; i < all.n; i++)
		if (!str_starts(all.v[i], key))
			strs_add(&kept, all.v[i]);
	if (kept.n < all.n || !str_empty(text)) {
		if (!str_empty(text))
			strs_take(&kept, xasprintf("%s%s", key, text));
		st = write_lines(app, ANSWERS, &kept, kept.n > MOST_BEGUN ?
		    kept.n - MOST_BEGUN : 0, e);
	}
	strs_clear(&kept);
	strs_clear(&all);
	free(key);
	return st;
}

/* "school/1J8Q2M7K9QZ4V", or NO_WHERE. */
static bool
read_where(const char *text, struct begun *b)
{
	const char *slash = strchr(text, '/');
	char *name;

	if (str_eq(text, NO_WHERE))
		return true;
	if (slash == NULL)
		return false;
	name = xstrndup(text, (size_t)(slash - text));
	b->ent = entity_find(name);
	free(name);
	return b->ent != NULL && id_parse(slash + 1, &b->id);
}

/* A line of the file; false when it is none of ours. */
static bool
read_answer(const char *line, struct begun *b)
{
	const char *label = strchr(line, '\t');
	const char *text = label != NULL ? strchr(label + 1, '\t') : NULL;
	char *where;
	bool ok;

	if (text == NULL)
		return false;
	where = xstrndup(line, (size_t)(label - line));
	ok = read_where(where, b);
	free(where);
	if (!ok)
		return false;
	b->kind = BEGUN_ANSWER;
	b->label = xstrndup(label + 1, (size_t)(text - label - 1));
	strs_add(&b->text, text + 1);
	return true;
}

/* --- pasted lines ---------------------------------------------------------- */

/* Those that wait, but for LINES; then LINES when they are to wait too. */
static enum status
put_pasted(struct app *app, const struct strs *lines, bool wait,
    struct err *e)
{
	struct strs all = { 0 }, kept = { 0 };
	enum status st = ST_OK;

	read_lines(app, PASTED, &all);
	for (size_t i = 0; i < all.n; i++)
		if (!strs_has(lines, all.v[i]))
			strs_add(&kept, all.v[i]);
	for (size_t i = 0; wait && i < lines->n; i++)
		strs_add(&kept, lines->v[i]);
	if (all.n > 0 || kept.n > 0)
		st = write_lines(app, PASTED, &kept, 0, e);
	strs_clear(&kept);
	strs_clear(&all);
	return st;
}

enum status
pasted_keep(struct app *app, const struct strs *lines, struct err *e)
{
	return put_pasted(app, lines, true, e);
}

enum status
pasted_drop(struct app *app, const struct strs *lines, struct err *e)
{
	return put_pasted(app, lines, false, e);
}

/* --- all of it ------------------------------------------------------------- */

static struct begun *
one_more(struct begun_all *all)
{
	all->v = xreallocarray(all->v, all->n + 1, sizeof *all->v);
	all->v[all->n] = (struct begun){ 0 };
	return &all->v[all->n];
}

void
begun_read(struct app *app, struct begun_all *out)
{
	struct strs answers = { 0 };
	struct lines lines;
	struct begun *b;

	*out = (struct begun_all){ 0 };
	lines_read(app, &lines);
	if (lines.kept != NULL) {
		b = one_more(out);
		b->kind = BEGUN_LINE;
		strs_add(&b->text, lines.kept);
		out->n++;
	}
	lines_clear(&lines);
	b = one_more(out);
	b->kind = BEGUN_PASTED;
	read_lines(app, PASTED, &b->text);
	out->n += b->text.n > 0;
	read_lines(app, ANSWERS, &answers);
	for (size_t i = answers.n; i-- > 0; )
		out->n += read_answer(answers.v[i], one_more(out));
	strs_clear(&answers);
}

void
begun_clear(struct begun_all *all)
{
	for (size_t i = 0; i < all->n; i++) {
		strs_clear(&all->v[i].text);
		free(all->v[i].label);
	}
	free(all->v);
	*all = (struct begun_all){ 0 };
}

enum status
begun_drop(struct app *app, const struct begun *b, struct err *e)
{
	struct question q = { b->label, b->ent, b->id };
	struct lines lines;
	enum status st;

	if (b->kind == BEGUN_ANSWER)
		return question_keep(app, &q, "", e);
	if (b->kind == BEGUN_PASTED)
		return pasted_drop(app, &b->text, e);
	lines_read(app, &lines);
	st = lines_keep(app, &lines, "", e);
	lines_clear(&lines);
	return st;
}
