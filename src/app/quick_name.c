/* quick_name.c - find what the names of a line may stand for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole part as one name first; only if nothing fits, split at " & ",
 * " + ", ", " and " and ", joining neighbours again where together they are a
 * name ("marks & spencer and arup"). Which of the things a name fits is meant
 * is decided in quick_settle.c.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/name.h"
#include "model/tables.h"

#define PIECES	12	/* of a list; a longer one is cut there */
#define JOINED	3	/* pieces that may be one name */

const struct entity *
kind_entity(enum name_kind kind)
{
	static const struct entity *const ents[NK_RECORDS] = {
		[NK_SCHOOL] = &school_entity, [NK_PROVIDER] = &partner_entity,
		[NK_EMPLOYER] = &employer_entity,
		[NK_CLUSTER] = &cluster_entity,
		[NK_CONTACT] = &contact_entity, [NK_CPD] = &cpd_entity,
	};

	return kind < NK_RECORDS ? ents[kind] : NULL;
}

const char *
kind_word(enum name_kind kind)
{
	static const char *const words[NK_MAX] = {
		[NK_SCHOOL] = "school", [NK_PROVIDER] = "provider",
		[NK_EMPLOYER] = "employer", [NK_CLUSTER] = "cluster",
		[NK_CONTACT] = "person", [NK_CPD] = "CPD session",
		[NK_TYPE] = "type", [NK_MODE] = "mode",
	};

	return kind < NK_MAX ? words[kind] : "";
}

void
cand_push(struct cands *cs, const struct cand *c)
{
	cs->v = xreallocarray(cs->v, cs->n + 1, sizeof *cs->v);
	cs->v[cs->n] = *c;
	cs->v[cs->n].title = xstrdup(c->title);
	cs->v[cs->n].where = xstrdup(c->where);
	cs->n++;
}

void
cands_free(struct cands *cs)
{
	for (size_t i = 0; i < cs->n; i++) {
		free(cs->v[i].title);
		free(cs->v[i].where);
	}
	free(cs->v);
	*cs = (struct cands){ 0 };
}

void
ids_add(struct ids *ids, int64_t id)
{
	ids->v = xreallocarray(ids->v, ids->n + 1, sizeof *ids->v);
	ids->v[ids->n++] = id;
}

void
ids_clear(struct ids *ids)
{
	free(ids->v);
	*ids = (struct ids){ 0 };
}

void
items_clear(struct items *is)
{
	for (size_t i = 0; i < is->n; i++) {
		free(is->v[i].text);
		cands_free(&is->v[i].cands);
	}
	free(is->v);
	*is = (struct items){ 0 };
}

/* --- types and modes ----------------------------------------------------- */

/* Names in the tables are mostly folded as they stand: no need to, each key. */
static int
word_class(const char *query, const char *name, size_t n)
{
	static const char folded[] = "abcdefghijklmnopqrstuvwxyz0123456789 ";
	char plain[64], *copy, *text;
	int class;

	if (n < sizeof plain) {
		memcpy(plain, name, n);
		plain[n] = '\0';
		if (strspn(plain, folded) == n)
			return (int)name_match_text(query, plain);
	}
	copy = xstrndup(name, n);
	text = utf8_fold(copy);
	class = (int)name_match_text(query, text);
	free(text);
	free(copy);
	return class;
}

static int
choice_class(const struct choice *c, const char *query)
{
	int best = word_class(query, c->word, strlen(c->word)), class;
	const char *also = c->also != NULL ? c->also : "";

	while (*also != '\0' && best < NAME_EXACT) {
		size_t n = strcspn(also, ",");

		class = word_class(query, also, n);
		if (class > best)
			best = class;
		also += n + (also[n] == ',');
	}
	return best;
}

/* "talks" as "talk": the folded words without their plural s. */
static char *
singular(const char *folded)
{
	struct strs words = { 0 };
	char *text;

	str_words(&words, folded);
	for (size_t i = 0; i < words.n; i++) {
		size_t n = strlen(words.v[i]);

		if (n > 3 && words.v[i][n - 1] == 's')
			words.v[i][n - 1] = '\0';
	}
	text = strs_join(&words, " ");
	strs_clear(&words);
	return text;
}

static void
look_types(const char *folded, struct cands *out)
{
	for (const struct choice *c = encounter_types; c->word != NULL; c++) {
		struct cand cand = { .kind = NK_TYPE, .choice = c };
		char *title;

		cand.class = choice_class(c, folded);
		if (cand.class == NAME_NONE)
			continue;
		title = c->bm > 0 ? xasprintf("%s BM%d", c->word, c->bm) :
		    xstrdup(c->word);
		cand.title = title;
		cand_push(out, &cand);
		free(title);
	}
}

static bool
has_strong(const struct cands *cs)
{
	for (size_t i = 0; i < cs->n; i++)
		if (cs->v[i].class >= NAME_BEGINNINGS)
			return true;
	return false;
}

static void
look_type(const char *text, struct cands *out)
{
	char *folded = utf8_fold(text), *one;
	struct cands found = { 0 };

	look_types(folded, &found);
	if (!has_strong(&found)) {
		one = singular(folded);
		if (!str_eq(one, folded)) {
			cands_free(&found);
			look_types(one, &found);
		}
		free(one);
	}
	for (size_t i = 0; i < found.n; i++)
		cand_push(out, &found.v[i]);
	cands_free(&found);
	free(folded);
}

/* Only the word that is a type's too; others are told apart before. */
static void
look_mode(const char *text, struct cands *out)
{
	const struct choice *c = &modes[1];

	if (str_ieq(text, c->word))
		cand_push(out, &(struct cand){ .kind = NK_MODE, .choice = c,
		    .class = NAME_WORDS, .title = (char[]){
		    "held on line (mode)" } });
}

enum status
names_look(const struct look *look, enum name_kind kind, const char *text,
    struct cands *out, struct err *e)
{
	if (kind < NK_RECORDS)
		return look->names(look->arg, kind, text, out, e);
	if (kind == NK_TYPE)
		look_type(text, out);
	else if (kind == NK_MODE)
		look_mode(text, out);
	return ST_OK;
}

/* --- the names of a line ------------------------------------------------- */

/* Word by word; WEAK: if no kind has any, less strict. */
static enum status
look_kinds(const struct look *look, unsigned kinds, const char *text,
    bool weak, struct cands *out, struct err *e)
{
	const unsigned records = kinds & (KIND(NK_RECORDS) - 1);
	enum status st = ST_OK;

	for (int k = 0; k < NK_MAX && st == ST_OK; k++)
		if ((kinds & KIND(k)) != 0)
			st = names_look(look, (enum name_kind)k, text, out, e);
	if (st == ST_OK && weak && records != 0 && !has_strong(out))
		st = look->weak(look->arg, records, text, out, e);
	return st;
}

static struct item *
push_item(struct items *is, const struct item *take_it)
{
	is->v = xreallocarray(is->v, is->n + 1, sizeof *is->v);
	is->v[is->n] = *take_it;
	return &is->v[is->n++];
}

enum status
names_item(struct reading *r, size_t part, size_t from, const char *text,
    unsigned kinds, struct item **out, struct err *e)
{
	struct item it = {
		.part = part, .from = from, .len = strlen(text), .num = -1,
		.kinds = kinds, .kind = NK_MAX,
	};
	struct piece pc[2];
	bool weak = !r->opts->typing && list_pieces(text, pc, 2) < 2;
	enum status st = look_kinds(r->look, kinds, text, weak, &it.cands, e);

	if (st != ST_OK) {
		cands_free(&it.cands);
		return st;
	}
	it.text = xstrdup(text);
	*out = push_item(&r->items, &it);
	return ST_OK;
}

/* The pieces from I on: the longest run of them that is a name, else one. */
static enum status
find_run(struct reading *r, const char *text, const struct piece *pc, size_t n,
    size_t *i, struct item *it, struct err *e)
{
	size_t most = n - *i < JOINED ? n - *i : JOINED;
	enum status st;

	for (size_t k = most; k > 0; k--) {
		const struct piece *a = &pc[*i], *z = &pc[*i + k - 1];

		if (k == n)
			continue;	/* the whole was tried */
		it->from = a->from;
		it->len = z->from + z->len - a->from;
		it->text = xstrndup(text + a->from, it->len);
		st = look_kinds(r->look, it->kinds, it->text,
		    k == 1 && !r->opts->typing,
		    &it->cands, e);
		if (st != ST_OK) {
			free(it->text);
			cands_free(&it->cands);
			return st;
		}
		if (k == 1 || has_strong(&it->cands)) {
			*i += k;
			return ST_OK;
		}
		free(it->text);
		cands_free(&it->cands);
	}
	return ST_OK;
}

static enum status
find_names(struct reading *r, size_t part, const char *text, int num,
    unsigned kinds, struct err *e)
{
	struct piece pc[PIECES];
	struct item *whole;
	size_t n = list_pieces(text, pc, PIECES), base = r->parts.v[part].from;
	size_t at = r->items.n;
	enum status st;

	st = names_item(r, part, base, text, kinds, &whole, e);
	if (st != ST_OK)
		return st;
	whole->num = num;
	if (num >= 0)
		whole->len = r->parts.v[part].len;
	if (n < 2 || has_strong(&whole->cands))
		return ST_OK;
	for (size_t i = 0; i < n; ) {
		struct item it = { .part = part, .num = num, .kinds = kinds,
		    .kind = NK_MAX };

		if ((st = find_run(r, text, pc, n, &i, &it, e)) != ST_OK)
			return st;
		it.from += base;
		push_item(&r->items, &it);
	}
	free(r->items.v[at].text);
	cands_free(&r->items.v[at].cands);
	memmove(&r->items.v[at], &r->items.v[at + 1],
	    (--r->items.n - at) * sizeof *r->items.v);
	return ST_OK;
}

enum status
names_find(struct reading *r, unsigned kinds, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < r->parts.n && st == ST_OK; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_NAME)
			st = find_names(r, i, p->text, -1, kinds, e);
		else if (p->kind == PK_CLUSTER && p->fault == NULL &&
		    (kinds & KIND(NK_CLUSTER)) != 0)
			st = find_names(r, i, p->value, -1, KIND(NK_CLUSTER),
			    e);
		for (size_t k = 0; p->kind == PK_YEARS && st == ST_OK &&
		    k < p->nums.names.n; k++)
			st = find_names(r, i, p->nums.names.v[k], (int)k,
			    KIND(NK_SCHOOL), e);
	}
	return st;
}

size_t
items_count(const struct reading *r, enum name_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < r->items.n; i++)
		n += r->items.v[i].kind == kind;
	return n;
}

const struct cand *
item_cand(const struct item *it)
{
	return it->done ? &it->cands.v[it->chosen] : NULL;
}
