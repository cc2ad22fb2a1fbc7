/* text_ref.c - which record a reference names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/text.h"

#include <stdlib.h>
#include <string.h>

#include "app/ref_titled.h"
#include "app/users.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/joined.h"
#include "db/search.h"
#include "db/steps.h"
#include "db/store.h"
#include "model/id.h"
#include "model/name.h"

#define CANDIDATES	9

/* Candidates for the sentence of an ambiguous reference. */
static enum status
say_candidates(struct app *app, const char *text, const struct hits *h,
    size_t n, struct err *e)
{
	struct buf b;
	enum status st;
	size_t i;

	buf_init(&b, BUF_LINE);
	for (i = 0; i < n && i < CANDIDATES; i++) {
		buf_addf(&b, "%s%zu ", i > 0 ? "  " : "", i + 1);
		ref_text(app, h->v[i].ent, h->v[i].id, &b);
		buf_addf(&b, " %s", h->v[i].title);
		if (!str_empty(h->v[i].where))
			buf_addf(&b, " (%s)", h->v[i].where);
	}
	st = err_set(e, ST_AMBIGUOUS, "\"%s\" could be: %s%s", text, b.p,
	    n > CANDIDATES ? "  and more" : "");
	buf_clear(&b);
	return st;
}

/* "barcleys" is nearly a name: what it is, for a question or a warning. */
static char *
say_guess(struct app *app, const char *text, const char *words,
    const struct hit *h)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "\"%s\"%s ", text, words);
	ref_text(app, h->ent, h->id, &b);
	buf_addf(&b, " %s", h->title);
	return buf_take(&b);
}

/* Words: exactly one record of the best class, open before closed. What fits
 * but for a typo is taken only when GUESS says so. */
static enum status
by_words(struct app *app, const char *refs, const char *text, bool guess,
    const char **ent, int64_t *id, struct err *e)
{
	char *said;
	struct hits h = { NULL, 0, 0 };
	enum status st;
	size_t n;

	st = search_names(app->db, refs, text, CANDIDATES + 1, &h, e);
	if (st == ST_OK && h.n == 0)
		st = ref_titled(app, refs, text, CANDIDATES + 1, &h, e);
	if (st != ST_OK) {
		hits_clear(&h);
		return st;
	}
	for (n = 0; n < h.n && h.v[n].class == h.v[0].class &&
	    h.v[n].closed == h.v[0].closed; n++)
		;
	if (n == 0 && str_eq(refs, "user"))
		st = users_none(app, text, !guess, e);
	else if (n == 0)
		st = err_set(e, ST_NOT_FOUND, "No %s is called \"%s\".",
		    strchr(refs, ' ') == NULL ? refs : "record", text);
	else if (n > 1)
		st = say_candidates(app, text, &h, n, e);
	else if (!guess && h.v[0].class == NAME_TYPO) {
		said = say_guess(app, text, "; did you mean", &h.v[0]);
		st = err_set(e, ST_NOT_FOUND, "No %s is called %s?",
		    h.v[0].ent->id, said);
		free(said);
	} else {
		if (h.v[0].class == NAME_TYPO && app->guesses != NULL)
			strs_take(app->guesses, say_guess(app, text,
			    " is taken for", &h.v[0]));
		*ent = h.v[0].ent->id;
		*id = h.v[0].id;
	}
	hits_clear(&h);
	return st;
}

/* Who was joined into another is that; it is said. */
static void
follow(struct app *app, const struct entity *ent, int64_t *id)
{
	int64_t was = *id;
	struct buf b;

	if (!joined_follow(app->db, ent, id))
		return;
	buf_init(&b, BUF_LINE);
	ref_text(app, ent, was, &b);
	buf_add(&b, " was joined into ");
	ref_text(app, ent, *id, &b);
	buf_add(&b, " ");
	title_text(app, ent, *id, &b);
	buf_add(&b, ", which is taken for it.");
	if (app->guesses != NULL)
		strs_take(app->guesses, buf_take(&b));
	else
		app_notice(app, buf_take(&b));
}

/* Key or code of one entity; *ID 0 when it is neither. */
static enum status
key_or_code(struct app *app, const struct entity *ent, const char *key,
    bool gone, int64_t *id, struct err *e)
{
	enum status st;
	bool known = false;

	*id = 0;
	if (ent->key >= 0) {
		char *stored = row_stored_key(ent, key);

		st = store_by_key(app->db, ent, stored, id, e);
		if (st == ST_OK && *id == 0 && gone)
			st = steps_by_gone_key(app->db, ent->id, stored, id, e);
		free(stored);
		if (st != ST_OK || *id != 0)
			return st;
	}
	if (!id_parse(key, id))
		return ST_OK;
	if (store_exists(app->db, ent, *id))
		return ST_OK;
	if (gone) {
		st = steps_knows(app->db, ent->id, *id, &known, e);
		if (st != ST_OK || known)
			return st;
	}
	*id = 0;
	return ST_OK;
}

static enum status
by_key(struct app *app, const struct entity *ent, const char *key, bool gone,
    int64_t *id, struct err *e)
{
	enum status st = key_or_code(app, ent, key, gone, id, e);

	if (st == ST_OK && *id != 0 && !gone)
		follow(app, ent, id);
	return st;
}

enum status
ref_resolve_in(struct app *app, const char *refs, const char *text, bool words,
    const char **ent, int64_t *id, struct err *e)
{
	const char *slash = strchr(text, '/');
	struct strs kinds = { 0 };
	enum status st = ST_OK;
	char *head;
	size_t i;

	head = slash != NULL ? xstrndup(text, (size_t)(slash - text)) : NULL;
	if (head != NULL && entity_find(head) != NULL) {
		const struct entity *t = entity_find(head);

		free(head);
		if (!str_in(t->id, refs))
			return err_set(e, ST_INVALID, "\"%s\" is of the kind %s;"
			    " here it must be one of: %s.", text, t->id, refs);
		st = ref_resolve(app, text, false, &t, id, e);
		if (st == ST_OK)
			*ent = t->id;
		return st;
	}
	free(head);
	str_words(&kinds, refs);
	for (i = 0; i < kinds.n; i++) {
		const struct entity *t = entity_find(kinds.v[i]);
		int64_t found = 0;

		if (t == NULL)
			continue;
		if ((st = by_key(app, t, text, false, &found, e)) != ST_OK ||
		    found != 0) {
			if (st == ST_OK) {
				*ent = t->id;
				*id = found;
			}
			strs_clear(&kinds);
			return st;
		}
	}
	strs_clear(&kinds);
	if (words)
		return by_words(app, refs, text, true, ent, id, e);
	if (str_in("user", refs))
		return users_none(app, text, true, e);
	return err_set(e, ST_NOT_FOUND, "\"%s\" is no reference: write one like"
	    " %s.", text, str_in("school", refs) ? "school/136578" :
	    str_in("employer", refs) ? "employer/01234567" :
	    str_in("cluster", refs) ? "cluster/tech-east" :
	    str_in("contact", refs) ? "contact/1J8Q2-M7K9Q-Z4V" :
	    str_in("network", refs) ? "network/words of its name" :
	    "1J8Q2-M7K9Q-Z4V");
}

enum status
ref_resolve(struct app *app, const char *text, bool gone,
    const struct entity **ent, int64_t *id, struct err *e)
{
	const char *slash = strchr(text, '/'), *word;
	const struct entity *t;
	enum status st;
	int64_t found;
	char *head;
	int i;

	if (slash == NULL) {
		for (i = 0; i < ENT_MAX && id_parse(text, &found); i++) {
			st = by_key(app, entities[i], text, gone, &found, e);
			if (st != ST_OK)
				return st;
			if (found != 0) {
				*ent = entities[i];
				*id = found;
				return ST_OK;
			}
		}
		return err_set(e, ST_INVALID, "\"%s\" is no reference: write"
		    " one like school/136578 or school/words.", text);
	}
	head = xstrndup(text, (size_t)(slash - text));
	t = entity_find(head);
	if (t == NULL) {
		const char *near = entity_nearest(head);

		st = err_set(e, ST_INVALID, "There is no kind of record \"%s\""
		    "%s%s%s", head, near != NULL ? "; did you mean " : "",
		    near != NULL ? near : "", near != NULL ? "?" : ".");
		free(head);
		return st;
	}
	free(head);
	if (slash[1] == '\0')
		return err_set(e, ST_INVALID, "\"%s\" names no record: write"
		    " %s/KEY or %s/words.", text, t->id, t->id);
	if ((st = by_key(app, t, slash + 1, gone, &found, e)) != ST_OK)
		return st;
	if (found == 0 && (st = by_words(app, t->id, slash + 1, false, &word,
	    &found, e)) != ST_OK)
		return st;
	*ent = t;
	*id = found;
	return ST_OK;
}
