/* quick_settle.c - which of the things a name fits is meant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First the kind, over the whole line, then the record within the kind. A
 * better class of match always wins. What equals remain goes to the kind the
 * line still lacks, but only once another part can be nothing but the school.
 * A tie-break is shown; two left are asked about.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"
#include "model/tables.h"

#define SHOWN	9	/* candidates in a question */

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

/* --- questions -------------------------------------------------------------- */

static char *
cand_shown(const struct cand *c)
{
	if (c->where == NULL || *c->where == '\0')
		return xstrdup(c->title);
	return xasprintf("%s (%s)", c->title, c->where);
}

/* The types of a question whose names differ only before a word they share:
 * "taster day: 1 at an employer BM6  2 at a college BM7". */
static bool
taster_question(const struct item *it, const size_t *at, size_t n,
    struct strs *choices)
{
	static const struct {
		const char *word, *shown;
	} days[] = {
		{ "employer taster day", "at an employer" },
		{ "college taster day", "at a college" },
	};

	for (size_t i = 0; i < n; i++) {
		const struct cand *c = &it->cands.v[at[i]];
		size_t k = 0;

		while (k < 2 && (c->choice == NULL ||
		    !str_eq(c->choice->word, days[k].word)))
			k++;
		if (k == 2) {
			strs_clear(choices);
			return false;
		}
		strs_take(choices, xasprintf("%s BM%d", days[k].shown,
		    c->choice->bm));
	}
	return true;
}

/* Ask which of the N candidates AT is meant. */
static bool
ask_cands(struct reading *r, struct item *it, const size_t *at, size_t n,
    size_t *out)
{
	struct strs choices = { 0 };
	enum name_kind kind = it->cands.v[at[0]].kind;
	char *lead, *tail;
	bool same = true, good;

	for (size_t i = 1; i < n; i++)
		same = same && it->cands.v[at[i]].kind == kind;
	if (n > 1 && taster_question(it, at, n, &choices)) {
		good = read_ask(r, "taster day: ", &choices, NULL, out);
		strs_clear(&choices);
		return good;
	}
	for (size_t i = 0; i < n && i < SHOWN; i++) {
		const struct cand *c = &it->cands.v[at[i]];
		char *shown = cand_shown(c);

		if (!same && c->kind < NK_RECORDS)
			strs_take(&choices, xasprintf("%s %s",
			    kind_word(c->kind), shown));
		else
			strs_add(&choices, shown);
		free(shown);
	}
	lead = xasprintf("%s%s\"%s\" could be: ",
	    same && kind < NK_RECORDS ? kind_word(kind) : "",
	    same && kind < NK_RECORDS ? " " : "", it->text);
	tail = kind >= NK_RECORDS ? NULL : n > SHOWN ?
	    xasprintf(", and %zu more. Type 1-%d or more letters.",
	    n - SHOWN, SHOWN) :
	    xasprintf(". Type 1-%zu or more letters.", n);
	good = read_ask(r, lead, &choices, tail, out);
	strs_clear(&choices);
	free(lead);
	free(tail);
	return good;
}

/* "enterprise": the school or the type, and nothing else names either. */
static bool
ask_kind(struct reading *r, struct item *it, unsigned open, unsigned needs,
    unsigned *out)
{
	struct strs choices = { 0 };
	struct buf b;
	unsigned kinds[NK_MAX];
	size_t n = 0, picked = 0;
	bool good, school = (open & needs & KIND(NK_SCHOOL)) != 0;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "\"%s\" could be ", it->text);
	for (int k = 0; k < NK_MAX; k++) {
		const char *title = NULL;

		if ((open & KIND(k)) == 0)
			continue;
		for (size_t i = 0; i < it->cands.n && title == NULL; i++)
			if (it->cands.v[i].kind == (enum name_kind)k)
				title = it->cands.v[i].choice != NULL ?
				    it->cands.v[i].choice->word :
				    it->cands.v[i].title;
		buf_addf(&b, "%sthe %s %s", n == 0 ? "" : " or ",
		    kind_word((enum name_kind)k), title);
		strs_add(&choices, !school || k == NK_SCHOOL ?
		    kind_word((enum name_kind)k) : "");
		if (school && k != NK_SCHOOL) {
			free(choices.v[n]);
			choices.v[n] = xasprintf("%s (then say the school)",
			    kind_word((enum name_kind)k));
		}
		kinds[n++] = KIND(k);
	}
	buf_add(&b, school ? ". No other part names a school, so: " : ": ");
	good = read_ask(r, b.p, &choices, NULL, &picked);
	if (good)
		*out = kinds[picked];
	buf_clear(&b);
	strs_clear(&choices);
	return good;
}

/* A question over types and the mode: "virtual". */
static bool
ask_type_or_mode(struct reading *r, struct item *it, unsigned open)
{
	size_t at[SHOWN], n = 0, picked;
	int class = best_class(it, open);

	for (size_t i = 0; i < it->cands.n && n < SHOWN; i++)
		if ((KIND(it->cands.v[i].kind) & open) != 0 &&
		    it->cands.v[i].class >= class)
			at[n++] = i;
	if (!ask_cands(r, it, at, n, &picked))
		return false;
	it->chosen = at[picked];
	it->kind = it->cands.v[it->chosen].kind;
	it->done = true;
	return true;
}

/* --- one among several ------------------------------------------------------ */

/* Year groups the line gives figures for, as bits of year_groups. */
static unsigned
line_groups(const struct reading *r)
{
	unsigned set = 0;
	int first, last;

	for (size_t i = 0; i < r->parts.n; i++)
		for (size_t k = 0; k < r->parts.v[i].nums.n; k++) {
			const struct years_item *y =
			    &r->parts.v[i].nums.v[k].it;

			for (int g = y->first; g <= y->last; g++)
				if (year_group_span(g, &first, &last))
					set |= 1u << first | 1u << last;
		}
	return set;
}

static enum status
has_groups(const struct reading *r, int64_t school, unsigned groups, bool *out,
    struct err *e)
{
	struct row *row;
	int first, last;
	enum status st;

	st = r->look->load(r->look->arg, &school_entity, school, &row, e);
	if (st != ST_OK)
		return st;
	*out = school_groups(row, &first, &last) &&
	    (groups & ~((2u << last) - (1u << first))) == 0;
	row_free(row);
	return ST_OK;
}

/* Keep those for which KEEP is true, if some but not all are. */
static bool
keep_some(size_t *at, size_t *n, const bool *keep)
{
	size_t left = 0, k = 0;

	for (size_t i = 0; i < *n; i++)
		left += keep[i];
	if (left == 0 || left == *n)
		return false;
	for (size_t i = 0; i < *n; i++)
		if (keep[i])
			at[k++] = at[i];
	*n = left;
	return true;
}

static enum status
break_tie(struct reading *r, struct item *it, size_t *at, size_t *n,
    struct err *e)
{
	unsigned groups = line_groups(r);
	bool keep[32] = { false };
	enum status st;

	for (size_t i = 0; i < *n; i++)
		keep[i] = !it->cands.v[at[i]].closed;
	if (keep_some(at, n, keep)) {
		it->assumed = true;
		it->why = "open";
	}
	if (it->kind != NK_SCHOOL || groups == 0 || *n < 2 || *n > SHOWN)
		return ST_OK;
	for (size_t i = 0; i < *n; i++) {
		st = has_groups(r, it->cands.v[at[i]].id, groups, &keep[i], e);
		if (st != ST_OK)
			return st;
	}
	if (keep_some(at, n, keep)) {
		it->assumed = true;
		it->why = "has those years";
	}
	return ST_OK;
}

/* A weak match of an employer may as well be a new name. */
static bool
ask_weak(struct reading *r, struct item *it, const size_t *at, size_t n)
{
	struct strs choices = { 0 };
	char *lead;
	struct buf b;
	size_t picked;
	bool good;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "\"%s\": did you mean ", it->text);
	for (size_t i = 0; i < n && i < SHOWN; i++) {
		const char *title = it->cands.v[at[i]].title;

		buf_addf(&b, "%s%s", i == 0 ? "" : i + 1 == n ? " or " : ", ",
		    title);
		strs_add(&choices, title);
	}
	buf_addc(&b, '?');
	if (it->kind == NK_EMPLOYER)
		buf_addf(&b, " (or +%s for a new employer)", it->text);
	lead = buf_take(&b);
	if (r->opts->picks == NULL || r->npicks >= r->opts->picks->n) {
		read_fault(r, "%s", lead);
		good = false;
	} else {
		good = read_ask(r, lead, &choices, NULL, &picked);
		if (good) {
			it->chosen = at[picked];
			it->done = true;
		}
	}
	free(lead);
	strs_clear(&choices);
	return good;
}

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
	if (n > 1 && (st = break_tie(r, it, at, &n, e)) != ST_OK)
		return st;
	if (class < NAME_BEGINNINGS && (it->kind == NK_EMPLOYER ||
	    it->kind == NK_PROVIDER || it->kind == NK_CONTACT)) {
		(void)ask_weak(r, it, at, n);
		return ST_OK;
	}
	if (n > 1 && !ask_cands(r, it, at, n, &picked))
		return ST_OK;
	it->chosen = at[picked];
	it->done = true;
	if (class < NAME_BEGINNINGS)
		it->assumed = true;
	return ST_OK;
}

/* --- the line --------------------------------------------------------------- */

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
	    r->verb == verbs && it->num < 0)
		tell_verbs(r, it);
	else if (is_one(it->kinds))
		read_fault(r, "no %s \"%s\"",
		    kind_word(first_kind(it->kinds)), it->text);
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
		} else if (!ask_kind(r, &is->v[i], open, needs & ~*had,
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
	enum status st;

	for (size_t i = 0; i < is->n; i++)
		if (is->v[i].cands.n == 0 && is->v[i].kinds != 0)
			tell_unknown(r, &is->v[i]);
	settle_lists(is);
	settle_plain(is, &had);
	settle_rest(r, &had, needs);
	rescue(r, &had, needs, KIND(NK_SCHOOL));
	rescue(r, &had, needs, KIND(NK_TYPE));
	for (size_t i = 0; i < is->n; i++)
		if (is->v[i].kind != NK_MAX && !is->v[i].done &&
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
	for (size_t i = 0; i < it->cands.n && i < SHOWN - 1; i++)
		strs_take(&choices, cand_shown(&it->cands.v[i]));
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
