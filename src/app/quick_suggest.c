/* quick_suggest.c - Tab: what the part under the cursor may become.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/name.h"
#include "model/tables.h"

#define MOST	30

/* Byte range of the part, or of the piece of a list in it, that holds AT. */
static void
find_range(const char *line, size_t at, size_t *from, size_t *len)
{
	size_t a = at, z;

	while (a > 0 && line[a - 1] != ';')
		a--;
	z = a + strcspn(line + a, ";");
	while (line[a] == ' ' && a < z)
		a++;
	while (z > a && line[z - 1] == ' ')
		z--;
	*from = a < at || a == at ? a : at;
	*len = z > *from ? z - *from : 0;
}

static void
begin_with(struct strs *out, const char *word, const char *text)
{
	if (out->n < MOST && str_istarts(word, text) && !strs_has(out, word))
		strs_add(out, word);
}

/* The verb whose word begins LINE, or NULL. */
static const struct verb *
line_verb(const char *line)
{
	size_t n;

	line += strspn(line, " ");
	n = strcspn(line, " ;");
	for (const struct verb *v = verbs; v->told.word != NULL; v++)
		if (v->is_word && strlen(v->told.word) == n &&
		    str_istarts(line, v->told.word))
			return v;
	return NULL;
}

/* Verbs, those that may stand behind the first part; fields, words of status
 * and of what came of a call. */
static void
add_words(struct strs *out, const char *text, bool first, bool visit)
{
	const struct entity *ent = entities[visit ? ENT_visit : ENT_encounter];

	for (const struct verb *v = verbs; v->told.word != NULL; v++)
		if (v->is_word && (first || (v->anywhere && *text != '\0')))
			begin_with(out, v->told.word, text);
	for (size_t i = 0; i < ent->nfields && *text != '\0'; i++) {
		char *key;

		if ((ent->fields[i].flags & (FF_DERIVED | FF_HIDDEN |
		    FF_SYSTEM | FF_READONLY)) != 0 ||
		    str_in(ent->fields[i].id, "schools type employers "
		    "providers date years school employer kind people"))
			continue;
		key = xasprintf("%s: ", ent->fields[i].id);
		begin_with(out, key, text);
		free(key);
	}
	for (const struct choice *c = encounter_statuses; c->word != NULL &&
	    !visit; c++)
		begin_with(out, c->word, text);
	for (const struct choice *c = visit_results; c->word != NULL && visit &&
	    *text != '\0'; c++)
		begin_with(out, c->word, text);
}

static int
by_class(const void *a, const void *b)
{
	const struct cand *x = a, *y = b;

	if (x->class != y->class)
		return (x->class < y->class) - (x->class > y->class);
	if (x->kind != y->kind)
		return (x->kind > y->kind) - (x->kind < y->kind);
	return x->closed - y->closed;
}

static enum status
add_names(const struct look *look, struct strs *out, const char *text,
    unsigned kinds, const char *sign, struct err *e)
{
	struct cands cs = { 0 };
	enum status st = ST_OK;

	for (int k = 0; k < NK_MAX && st == ST_OK; k++)
		if ((kinds & KIND(k)) != 0)
			st = names_look(look, (enum name_kind)k, text, &cs, e);
	if (st == ST_OK && cs.n > 0)
		qsort(cs.v, cs.n, sizeof *cs.v, by_class);
	for (size_t i = 0; st == ST_OK && i < cs.n && out->n < MOST; i++) {
		const struct cand *c = &cs.v[i];
		char *name = xasprintf("%s%s", sign, c->choice != NULL ?
		    c->choice->word : c->title);

		if (!strs_has(out, name))
			strs_add(out, name);
		free(name);
	}
	cands_free(&cs);
	return st;
}

enum status
quick_suggest(const struct look *look, const char *line, size_t at,
    struct strs *out, size_t *from, size_t *len, struct err *e)
{
	char *text;
	bool first, visit;
	size_t all = strlen(line), verb;
	enum status st = ST_OK;

	find_range(line, at < all ? at : all, from, len);
	first = memchr(line, ';', *from) == NULL;
	text = xstrndup(line + *from, *len);
	/* "plan sandm": what follows the verb */
	for (const struct verb *v = verbs; first && v->told.word != NULL; v++) {
		verb = strlen(v->told.word);
		if (!v->is_word || !str_istarts(text, v->told.word) ||
		    text[verb] != ' ')
			continue;
		verb += strspn(text + verb, " ");
		memmove(text, text + verb, strlen(text + verb) + 1);
		*from += verb;
		*len -= verb;
		first = false;
	}
	visit = verb_is_visit(line_verb(line));
	if (*text == '@') {
		char *last = strrchr(text, '@');

		*from += (size_t)(last - text);
		*len -= (size_t)(last - text);
		st = add_names(look, out, last + 1, KIND(NK_CONTACT), "@", e);
	} else if (*text == '#') {
		st = add_names(look, out, text + 1, KIND(NK_CLUSTER), "#", e);
	} else if (*text != '\0') {
		st = add_names(look, out, text, KIND(NK_SCHOOL) |
		    KIND(NK_EMPLOYER) | (visit ? KIND(NK_CONTACT) :
		    KIND(NK_PROVIDER) | KIND(NK_TYPE)), "", e);
	}
	if (st == ST_OK)
		add_words(out, text, first, visit);
	free(text);
	return st;
}
