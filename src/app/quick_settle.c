/* quick_settle.c - which of the things a name fits is meant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First the kind, over the whole line, then the record within the kind. A
 * better class of match always wins. What equals remain goes to the kind the
 * line still lacks, but only once another part can be nothing but the school.
 * A tie-break (quick_tie.c) is shown; two left are asked about.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"

/* Kinds of which a line has one. */
#define SINGLE	(KIND(NK_TYPE) | KIND(NK_MODE) | KIND(NK_CLUSTER))

static int
best_class(const struct item *it, unsigned kinds)
{
	int best = NAME_NONE;

	for (size_t i = 0; i < it->cands.n; i++)
		if ((KIND(it->cands.v[i].kind) & kinds) != 0 &&
		    it->cands.v[i].class > best)
			best = it->cands.v[i].class;
	return best;
}

/* The kinds of CLASS or better. */
static unsigned
kinds_of(const struct item *it, unsigned kinds, int class)
{
	unsigned found = 0;

	for (size_t i = 0; i < it->cands.n; i++)
		if (it->cands.v[i].class >= class)
			found |= KIND(it->cands.v[i].kind) & kinds;
	return found;
}

static bool
is_one(unsigned kinds)
{
	return kinds != 0 && (kinds & (kinds - 1)) == 0;
}

static enum name_kind
first_kind(unsigned kinds)
{
	int k = 0;

	while ((kinds & KIND(k)) == 0)
		k++;
	return (enum name_kind)k;
}

/* The kinds IT still may be: those of its best class, without the single ones
 * the line has, if anything else is left. */
static unsigned
open_kinds(const struct item *it, unsigned had)
{
	unsigned left = it->kinds & ~(had & SINGLE);
	int class = best_class(it, left);

	if (class == NAME_NONE) {
		left = it->kinds;
		class = best_class(it, left);
	}
	return class == NAME_NONE ? 0 : kinds_of(it, left, class);
}

static bool
is_open(const struct item *it)
{
	return it->kind == NK_MAX && it->cands.n > 0 && !it->done;
}

/* Settle all that can be only one kind. */
static void
settle_plain(struct items *is, unsigned *had)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < is->n; i++) {
			unsigned open;

			if (!is_open(&is->v[i]))
				continue;
			open = open_kinds(&is->v[i], *had);
			if (!is_one(open))
				continue;
			is->v[i].kind = first_kind(open);
			*had |= open;
			more = true;
		}
	}
}

/* How many items still open could be of KIND, this one aside? */
static size_t
others_of(const struct items *is, size_t at, unsigned had, unsigned kind)
{
	size_t n = 0;

	for (size_t i = 0; i < is->n; i++)
		if (i != at && is_open(&is->v[i]) &&
		    (open_kinds(&is->v[i], had) & kind) != 0)
			n++;
	return n;
}

/* The kind among OPEN that the rest of the line calls for, 0 when it does not
 * tell. */
static unsigned
called_for(const struct items *is, size_t at, unsigned open, unsigned had,
    unsigned needs)
{
	unsigned lacking = open & ~had, needed = lacking & needs;

	if ((had & KIND(NK_SCHOOL)) != 0 && is_one(lacking))
		return lacking;
	/* One that the line cannot do without, and that nothing else can be. */
	if (is_one(needed) && others_of(is, at, had, needed) == 0 &&
	    (open & KIND(NK_MODE)) == 0)
		return needed;
	return 0;
}

/* --- one kind among several ---------------------------------------------- */

/* A question over types and the mode: "virtual". */
static bool
ask_type_or_mode(struct reading *r, struct item *it, unsigned open)
{
	size_t at[QUESTION_MAX], n = 0, picked;
	int class = best_class(it, open);

	for (size_t i = 0; i < it->cands.n && n < QUESTION_MAX; i++)
		if ((KIND(it->cands.v[i].kind) & open) != 0 &&
		    it->cands.v[i].class >= class)
			at[n++] = i;
	if (!question_cands(r, it, at, n, &picked))
		return false;
	it->chosen = at[picked];
	it->kind = it->cands.v[it->chosen].kind;
	it->done = true;
	return true;
}

/* --- one among several --------------------------------------------------- */

enum status
names_choose(struct reading *r, struct item *it, struct err *e)
{
	size_t at[32], n = 0, picked = 0;
	int class = best_class(it, KIND(it->kind));
	enum status st;

	for (size_t i = 0; i < it->cands.n && n < 32; i++)
		if (it->cands.v[i].kind == it->kind &&
		    it->cands.v[i].class == class)
			at[n++] = i;
	if (n == 0)
		return ST_OK;
	if (n > 1 && (st = names_break_tie(r, it, at, &n, e)) != ST_OK)
		return st;
	if (class < NAME_BEGINNINGS && (it->kind == NK_EMPLOYER ||
	    it->kind == NK_PROVIDER || it->kind == NK_CONTACT)) {
		(void)question_weak(r, it, at, n);
		return ST_OK;
	}
	if (n > 1 && !question_cands(r, it, at, n, &picked))
		return ST_OK;
	it->chosen = at[picked];
	it->done = true;
	if (class < NAME_BEGINNINGS)
		it->assumed = true;
	return ST_OK;
}

/* --- the line ------------------------------------------------------------ */

/* A name taken for something the line can do without, while it lacks what it
 * cannot: one such name is meant as that. */
static void
rescue(struct reading *r, unsigned *had, unsigned needs, unsigned need)
{
	struct item *found = NULL;

	if ((*had & need) != 0 || (needs & need) == 0)
		return;
	for (size_t i = 0; i < r->items.n; i++) {
		struct item *it = &r->items.v[i];

		if (it->kind == NK_MAX)
			return;		/* it may become that */
		if (it->done || (it->kinds & need) == 0 ||
		    (KIND(it->kind) & needs) != 0 ||
		    best_class(it, need) < NAME_BEGINNINGS)
			continue;
		if (found != NULL)
			return;
		found = it;
	}
	if (found != NULL) {
		found->kind = first_kind(need);
		found->assumed = true;
		*had |= need;
	}
}

/* "visit northgate": no name, and no verb before one either. */
static void
tell_verbs(struct reading *r, const struct item *it)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (const struct verb *v = verbs; v->told.word != NULL; v++)
		if (v->is_word)
			buf_addf(&b, "%s%s", b.n > 0 ? ", " : "",
			    v->told.word);
	read_fault(r, "no school, employer, provider or type \"%s\"; the "
	    "words a line may begin with are %s", it->text, b.p);
	buf_clear(&b);
}

static void
tell_unknown(struct reading *r, const struct item *it)
{
	if (it->part == 0 && strchr(it->text, ' ') != NULL &&
	    r->verb == verbs && str_eq(it->text, r->parts.v[0].text))
		tell_verbs(r, it);
	else if (it->kinds == KIND(NK_CONTACT))
		no_person(r, it->text);
	else if (is_one(it->kinds))
		read_fault(r, "no %s \"%s\"",
		    kind_word(first_kind(it->kinds)), it->text);
	else if ((it->kinds & KIND(NK_CONTACT)) != 0)
		read_fault(r, "no school, employer or person \"%s\"",
		    it->text);
	else if ((it->kinds & KIND(NK_EMPLOYER)) != 0)
		read_fault(r, "no school, employer, provider or type \"%s\" "
		    "(or +%s for a new employer)", it->text, it->text);
	else
		read_fault(r, "nothing is called \"%s\"", it->text);
}

static void
settle_rest(struct reading *r, unsigned *had, unsigned needs)
{
	struct items *is = &r->items;

	for (size_t i = 0; i < is->n; i++) {
		unsigned open, meant;

		settle_plain(is, had);
		if (!is_open(&is->v[i]))
			continue;
		open = open_kinds(&is->v[i], *had);
		meant = called_for(is, i, open, *had, needs);
		if (meant != 0) {
			is->v[i].assumed = (*had & KIND(NK_SCHOOL)) == 0;
		} else if ((open & ~(KIND(NK_TYPE) | KIND(NK_MODE))) == 0) {
			if (ask_type_or_mode(r, &is->v[i], open))
				*had |= KIND(is->v[i].kind);
			continue;
		} else if (!question_kind(r, &is->v[i], open, needs & ~*had,
		    &meant)) {
			continue;
		}
		is->v[i].kind = first_kind(meant);
		*had |= meant;
	}
}

/* The members of one list are of one kind, if there is a kind all may be. */
static void
settle_lists(struct items *is)
{
	for (size_t i = 0, end; i < is->n; i = end) {
		unsigned common = ~0u;

		for (end = i; end < is->n && is->v[end].part ==
		    is->v[i].part && is->v[end].num == is->v[i].num; end++)
			common &= kinds_of(&is->v[end], is->v[end].kinds,
			    NAME_BEGINNINGS);
		for (size_t k = i; k < end && end - i > 1; k++)
			if (common != 0)
				is->v[k].kinds = common;
	}
}

enum status
names_settle(struct reading *r, bool view, unsigned needs, struct err *e)
{
	struct items *is = &r->items;
	unsigned had = view ? KIND(NK_SCHOOL) : 0;
	bool unknown = false;
	enum status st;

	for (size_t i = 0; i < is->n; i++)
		if (is->v[i].cands.n == 0 && is->v[i].kinds != 0) {
			tell_unknown(r, &is->v[i]);
			unknown = unknown ||
			    strpbrk(is->v[i].text, ", ") != NULL;
		}
	if (unknown && strchr(r->line, ';') == NULL)
		read_fault(r, "are these several parts? A ; goes between two");
	settle_lists(is);
	settle_plain(is, &had);
	settle_rest(r, &had, needs);
	rescue(r, &had, needs, KIND(NK_SCHOOL));
	rescue(r, &had, needs, KIND(NK_TYPE));
	for (size_t i = 0; i < is->n; i++)
		if (is->v[i].kind != NK_MAX && !is->v[i].done &&
		    is->v[i].kind != NK_CONTACT &&
		    (st = names_choose(r, &is->v[i], e)) != ST_OK)
			return st;
	return ST_OK;
}

enum status
names_known(struct reading *r, struct item *it, bool *settled, struct err *e)
{
	struct strs choices = { 0 };
	const char *what = kind_word(it->kind);
	char *lead;
	size_t picked;
	enum status st;

	*settled = false;
	st = r->look->near(r->look->arg, it->kind, it->text, &it->cands, e);
	if (st != ST_OK || it->cands.n == 0)
		return st;
	*settled = true;
	for (size_t i = 0; i < it->cands.n && i < QUESTION_MAX - 1; i++)
		strs_take(&choices, question_choice(&it->cands.v[i]));
	strs_take(&choices, xasprintf("a new %s %s", what, it->text));
	lead = xasprintf("like \"%s\" there %s already: ", it->text,
	    it->cands.n == 1 ? "is" : "are");
	if (it->kind == NK_EMPLOYER && it->cands.n == 1 &&
	    it->cands.v[0].class >= NAME_EXACT) {
		it->done = true;
		it->assumed = true;
		it->why = "there already";
	} else if (read_ask(r, lead, &choices, NULL, &picked)) {
		it->done = picked + 1 < choices.n;
		it->chosen = it->done ? picked : 0;
		*settled = it->done;
	}
	strs_clear(&choices);
	free(lead);
	return ST_OK;
}
