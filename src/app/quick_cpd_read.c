/* quick_cpd_read.c - "came bell chowdhury; absent dale; +Dan Price at
 * Northgate": whose place it is and what became of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are looked for among those booked first.
 */
#include "app/quick_cpd.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"

#define NAME_WORDS_MAX	4	/* words of one person's name */

static void
add_place(struct session *s, struct place take_p)
{
	s->place = xreallocarray(s->place, s->nplaces + 1, sizeof *s->place);
	s->place[s->nplaces++] = take_p;
}

/* Only those booked, when any of the candidates is. */
static void
prefer_booked(const struct session *s, struct cands *cs)
{
	size_t kept = 0;
	bool any = false;

	for (size_t i = 0; i < cs->n; i++)
		any = any || (cs->v[i].class >= NAME_BEGINNINGS &&
		    session_booking(s, cs->v[i].id) != NULL);
	for (size_t i = 0; any && i < cs->n; i++) {
		if (session_booking(s, cs->v[i].id) != NULL) {
			cs->v[kept++] = cs->v[i];
		} else {
			free(cs->v[i].title);
			free(cs->v[i].where);
		}
	}
	if (any)
		cs->n = kept;
}

static bool
is_strong(const struct cands *cs)
{
	for (size_t i = 0; i < cs->n; i++)
		if (cs->v[i].class >= NAME_BEGINNINGS)
			return true;
	return false;
}

static void
drop_item(struct items *is)
{
	struct item *it = &is->v[--is->n];

	free(it->text);
	cands_free(&it->cands);
}

/* The longest name from word I on; at least one word is taken. */
static enum status
take_person(struct reading *r, struct session *s, size_t part,
    const struct strs *w, size_t *i, const char *status, struct err *e)
{
	size_t most = w->n - *i < NAME_WORDS_MAX ? w->n - *i : NAME_WORDS_MAX;

	for (size_t k = most; k > 0; k--) {
		struct strs some = { w->v + *i, k, k };
		char *name = strs_join(&some, " ");
		struct item *it;
		enum status st = names_item(r, part, r->parts.v[part].from,
		    name, KIND(NK_CONTACT), &it, e);

		free(name);
		if (st != ST_OK)
			return st;
		if (k > 1 && !is_strong(&it->cands)) {
			drop_item(&r->items);
			continue;
		}
		prefer_booked(s, &it->cands);
		add_place(s, (struct place){ .item = r->items.n - 1,
		    .status = status, .org = NO_ITEM });
		*i += k;
		return ST_OK;
	}
	return ST_OK;
}

/* "bell chowdhury", "bell, chowdhury and Price" */
static enum status
take_people(struct reading *r, struct session *s, size_t part,
    const char *text, const char *status, struct err *e)
{
	struct piece pc[64];
	size_t n = list_pieces(text, pc, 64);
	enum status st = ST_OK;

	for (size_t k = 0; k < n && st == ST_OK; k++) {
		char *piece = xstrndup(text + pc[k].from, pc[k].len);
		struct strs words = { 0 };

		str_words(&words, piece);
		for (size_t i = 0; i < words.n && st == ST_OK; )
			st = take_person(r, s, part, &words, &i, status, e);
		strs_clear(&words);
		free(piece);
	}
	return st;
}

/* The last WORD in S, NULL when there is none. */
static char *
last_word(char *s, const char *word)
{
	char *found = NULL, *at = s;

	while ((at = strstr(at, word)) != NULL)
		found = at++;
	return found;
}

/* "+Dan Price at Northgate", "+Dan Price, teacher at Northgate" */
static enum status
take_new(struct reading *r, struct session *s, size_t part, struct err *e)
{
	char *text = xstrdup(r->parts.v[part].text + 1), *at, *role, *name;
	struct place p = { .status = "attended", .org = NO_ITEM,
	    .is_new = true };
	struct item *it;
	enum status st = ST_OK;

	if ((at = last_word(text, " at ")) != NULL) {
		*at = '\0';
		at += 4;
	}
	if (at != NULL && (role = last_word(at, " as ")) != NULL) {
		*role = '\0';
		role += 4;
	} else if ((role = strchr(text, ',')) != NULL) {
		*role++ = '\0';
	}
	name = str_trim(text);
	if (*name == '\0')
		read_fault(r, "which name after \"+\"?");
	else
		st = names_item(r, part, r->parts.v[part].from, name, 0, &it,
		    e);
	if (st == ST_OK && *name != '\0') {
		it->kind = NK_CONTACT;
		p.item = r->items.n - 1;
		p.role = xstrdup(role != NULL ? str_trim(role) : "contact");
		if (at != NULL) {
			st = names_item(r, part, r->parts.v[part].from,
			    str_trim(at), KIND(NK_SCHOOL) |
			    KIND(NK_EMPLOYER) | KIND(NK_PROVIDER), &it, e);
			p.org = r->items.n - 1;
		}
		add_place(s, p);
	}
	free(text);
	return st;
}

/* Words that say what became of somebody's place. */
static const struct {
	const char *word, *status;
} states[] = {
	{ "came", "attended" }, { "attended", "attended" },
	{ "present", "attended" }, { "absent", "absent" },
	{ "apologies", "apologies" }, { "booked", "booked" },
	{ "book", "booked" }, { "waiting", "waiting" },
	{ "cancelled", "cancelled" },
};

enum status
session_part(struct reading *r, struct session *s, size_t part, struct err *e)
{
	const char *text = r->parts.v[part].text;
	size_t n = strcspn(text, " :");
	struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
	    .start = -1, .finish = -1 };
	bool day;

	if (*text == '+')
		return take_new(r, s, part, e);
	for (size_t k = 0; k < sizeof states / sizeof states[0]; k++)
		if (strlen(states[k].word) == n &&
		    str_istarts(text, states[k].word))
			return take_people(r, s, part, text + n +
			    strspn(text + n, " :"), states[k].status, e);
	day = when_read(text, r->look->today, DATE_BACK, &when);
	if (when.fault != NULL)
		read_fault(r, "%s", when.fault);
	else if (!day)
		read_fault(r, "\"%s\": write came, absent, apologies or "
		    "booked, then names; or +Name", text);
	free(when.fault);
	return ST_OK;
}
