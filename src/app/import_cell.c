/* import_cell.c - one cell of a sheet into a field, as quick entry would read
 * it when names are taken.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/import_sheet.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/id.h"
#include "model/tables.h"

/* The words between which people write several names in one cell become
 * commas. */
static char *
with_commas(const char *text)
{
	static const char *const between[] = { " & ", " + ", " and ", ";" };
	struct buf b;

	buf_init(&b, BUF_ROW);
	while (*text != '\0') {
		size_t k = 0;

		while (k < 4 && !str_istarts(text, between[k]))
			k++;
		if (k < 4) {
			buf_add(&b, ", ");
			text += strlen(between[k]);
		} else {
			buf_addc(&b, *text++);
		}
	}
	return buf_take(&b);
}

static char *
in_quotes(const char *text)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_addc(&b, '"');
	for (; *text != '\0'; text++)
		buf_addf(&b, *text == '"' ? "\"%c" : "%c", *text);
	buf_addc(&b, '"');
	return buf_take(&b);
}

/* A cell of names: as one name first, then at commas, then at other words
 * between. What is told is why the second way failed. */
static enum status
names_cell(struct importer *imp, struct row *r, int f, const char *text,
    struct err *e)
{
	enum status st;
	struct err quiet;
	char *other;

	if (strpbrk(text, ",&+;") != NULL || strstr(text, " and ") != NULL) {
		other = in_quotes(text);
		st = value_parse(imp->app, r, f, other, 0, true, &quiet);
		free(other);
		if (st == ST_OK)
			return ST_OK;
		strs_clear(&imp->guesses);
	}
	st = value_parse(imp->app, r, f, text, 0, true, e);
	if (!import_rejects(st))
		return st;
	strs_clear(&imp->guesses);
	other = with_commas(text);
	if (!str_eq(other, text) && value_parse(imp->app, r, f, other, 0,
	    true, &quiet) == ST_OK)
		st = ST_OK;
	free(other);
	return st;
}

/* "64%" and "64.0" as results are handed round, "-" for one not known. */
static char *
percent_cell(const char *text)
{
	size_t n = strlen(text), dot;

	if (str_eq(text, "-") || str_eq(text, "?") || str_ieq(text, "n/a"))
		return xstrdup("");
	while (n > 0 && (text[n - 1] == '%' || text[n - 1] == ' '))
		n--;
	dot = strcspn(text, ".");
	if (dot > 0 && dot < n && strspn(text + dot + 1, "0") == n - dot - 1)
		n = dot;
	return xstrndup(text, n);
}

static bool
is_percent(const struct field *fd, const struct entity *ent)
{
	return ent->no == ENT_assessment && fd->type == FT_INT &&
	    str_ends(fd->label, "%");
}

/* Of which kind the first reference of TEXT is, for a field that holds REFS;
 * NULL: it is a name. */
static const struct entity *
kind_of_ref(const char *refs, const char *text)
{
	size_t n = strcspn(text, ";/");
	char *head = xstrndup(text, n);
	const struct entity *ent = text[n] == '/' ? entity_find(head) : NULL;
	int64_t id;

	if (ent == NULL && id_parse(head, &id))
		ent = entity_find(refs);
	free(head);
	return ent;
}

/* What to do when nothing is called TEXT, which is in a sheet of MINE. */
static void
add_remedy(const struct importer *imp, const struct entity *mine,
    const struct field *fd, const char *text, struct err *e)
{
	const struct entity *ent = kind_of_ref(fd->type == FT_SET ?
	    fd->set->cols[0].ref : fd->ref, text);
	size_t n = strlen(e->text);

	if (ent != NULL && ent != mine)
		snprintf(e->text + n, sizeof e->text - n, " (import %s first)",
		    ent->ids);
	else if (ent == NULL && !imp->opt->match_names)
		snprintf(e->text + n, sizeof e->text - n,
		    " (--match names takes names)");
}

static enum status
read_cell(struct importer *imp, struct row *r, int f, const char *text,
    struct err *e)
{
	const struct field *fd = &r->ent->fields[f];
	bool refs = fd->type == FT_SET && fd->set->shape == SET_REFS;
	enum status st;

	if (is_percent(fd, r->ent)) {
		char *bare = percent_cell(text);

		st = value_parse(imp->app, r, f, bare, 0, false, e);
		free(bare);
		return st;
	}
	if (imp->opt->match_names && refs && *text != '\0')
		return names_cell(imp, r, f, text, e);
	st = value_parse(imp->app, r, f, text, 0, imp->opt->match_names, e);
	if (st == ST_NOT_FOUND && (refs || fd->type == FT_REF ||
	    fd->type == FT_ANY))
		add_remedy(imp, r->ent, fd, text, e);
	return st;
}

/* Nothing is guessed silently: a name taken in spite of a typo is told. */
enum status
sheet_cell(struct importer *imp, struct row *r, int f, const char *text,
    struct err *e)
{
	enum status st;

	imp->app->guesses = &imp->guesses;
	st = read_cell(imp, r, f, text, e);
	imp->app->guesses = NULL;
	for (size_t i = 0; i < imp->guesses.n && st == ST_OK; i++)
		import_warn(imp, r->ent->fields[f].id, "%s",
		    imp->guesses.v[i]);
	strs_clear(&imp->guesses);
	return st;
}
