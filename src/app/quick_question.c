/* quick_question.c - the words in which quick entry asks which one is meant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>

#include "base/mem.h"

char *
question_choice(const struct cand *c)
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

/* "Smith" as it is written in a sentence. */
static char *
person_shown(const char *typed)
{
	char *text = xstrdup(typed);

	for (size_t i = 0; text[i] != '\0'; i++)
		if ((i == 0 || text[i - 1] == ' ') && text[i] >= 'a' &&
		    text[i] <= 'z')
			text[i] = (char)(text[i] - 'a' + 'A');
	return text;
}

/* "4 people named Smith: 1 J Smith, Northgate School  2 ..." */
static bool
question_people(struct reading *r, const struct item *it, const size_t *at,
    size_t n, size_t *out)
{
	struct strs choices = { 0 };
	char *name = person_shown(it->text);
	char *lead = xasprintf("%zu people named %s: ", n, name);
	bool good;

	for (size_t i = 0; i < n && i < QUESTION_MAX; i++) {
		const struct cand *c = &it->cands.v[at[i]];
		bool where = c->where != NULL && *c->where != '\0';

		strs_take(&choices, xasprintf("%s%s%s", c->title, where ?
		    ", " : "", where ? c->where : ""));
	}
	good = read_ask(r, lead, &choices, NULL, out);
	strs_clear(&choices);
	free(lead);
	free(name);
	return good;
}

/* Ask which of the N candidates AT is meant. */
bool
question_cands(struct reading *r, struct item *it, const size_t *at, size_t n,
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
	if (n > 1 && same && kind == NK_CONTACT)
		return question_people(r, it, at, n, out);
	for (size_t i = 0; i < n && i < QUESTION_MAX; i++) {
		const struct cand *c = &it->cands.v[at[i]];
		char *shown = question_choice(c);

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
	tail = kind >= NK_RECORDS ? NULL : n > QUESTION_MAX ?
	    xasprintf(", and %zu more. Type 1-%d or more letters.",
	    n - QUESTION_MAX, QUESTION_MAX) :
	    xasprintf("%s. Type 1-%zu or more letters.",
	    it->mine_first ? ", mine first" : "", n);
	good = read_ask(r, lead, &choices, tail, out);
	strs_clear(&choices);
	free(lead);
	free(tail);
	return good;
}

/* "enterprise": the school or the type, and nothing else names either. */
bool
question_kind(struct reading *r, struct item *it, unsigned open, unsigned needs,
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

/* A weak match of an employer may as well be a new name. */
bool
question_weak(struct reading *r, struct item *it, const size_t *at, size_t n)
{
	struct strs choices = { 0 };
	char *lead;
	struct buf b;
	size_t picked;
	bool good;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "\"%s\": did you mean ", it->text);
	for (size_t i = 0; i < n && i < QUESTION_MAX; i++) {
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
