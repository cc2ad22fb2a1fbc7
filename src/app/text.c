/* text.c - records and values as text for users: references, titles, values.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/text.h"

#include <stdlib.h>
#include <string.h>

#include "app/users.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "db/rules.h"
#include "db/search.h"
#include "db/steps.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/name.h"
#include "model/set.h"

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
	if (st != ST_OK)
		return st;
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

/* Key or code of one entity; *ID 0 when it is neither. */
static enum status
by_key(struct app *app, const struct entity *ent, const char *key, bool gone,
    int64_t *id, struct err *e)
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

void
ref_text(struct app *app, const struct entity *ent, int64_t id, struct buf *out)
{
	char code[ID_SHOWN];
	size_t at = out->n;

	if (store_ref(app->db, ent, id, out, NULL) == ST_OK && out->n > at)
		return;
	buf_cut(out, at);
	id_shown(id, code);
	buf_addf(out, "%s/%s", ent->id, code);
}

void
title_text(struct app *app, const struct entity *ent, int64_t id,
    struct buf *out)
{
	if (store_title(app->db, ent, id, out, NULL) != ST_OK)
		ref_text(app, ent, id, out);
}

/* Names for set_format, borrowed from one buffer. */
struct namer {
	struct app	*app;
	bool		 shown;
	struct buf	 b;
};

static const char *
name_of(void *arg, const char *ent, int64_t id)
{
	struct namer *n = arg;
	const struct entity *t = entity_find(ent);

	buf_reset(&n->b);
	if (t == NULL)
		return "";
	if (n->shown)
		title_text(n->app, t, id, &n->b);
	else
		ref_text(n->app, t, id, &n->b);
	return n->b.p;
}

static void
format(struct app *app, const struct row *r, int f, bool shown,
    struct buf *out)
{
	const struct field *fd = &r->ent->fields[f];
	struct namer n = { .app = app, .shown = shown };
	const char *v = fd->type == FT_SET ? "" : row_get(r, f), *slash;
	char text[24], *head;
	int day;

	buf_init(&n.b, BUF_LINE);
	switch (fd->type) {
	case FT_SET:
		if (shown)
			set_format_shown(r, f, name_of, &n, out);
		else
			set_format(r, f, name_of, &n, out);
		break;
	case FT_REF:
		if (v[0] != '\0')
			buf_add(out, name_of(&n, fd->ref, row_ref(r, f)));
		break;
	case FT_ANY:
		slash = strchr(v, '/');
		if (slash == NULL)
			break;
		head = xstrndup(v, (size_t)(slash - v));
		buf_add(out, name_of(&n, head, row_ref(r, f)));
		free(head);
		break;
	case FT_DATE:
		day = row_day(r, f);
		if (shown && day != DAY_NONE) {
			day_long(day, text);
			buf_add(out, text);
			break;
		}
		/* fallthrough */
	default:
		buf_add(out, v);
	}
	buf_clear(&n.b);
}

void
value_text(struct app *app, const struct row *r, int f, struct buf *out)
{
	format(app, r, f, false, out);
}

void
value_shown(struct app *app, const struct row *r, int f, struct buf *out)
{
	format(app, r, f, true, out);
}

/* Callbacks of struct parse. */
static enum status
resolve_strict(void *arg, const char *refs, const char *text,
    const char **ent, int64_t *out, struct err *e)
{
	return ref_resolve_in(arg, refs, text, false, ent, out, e);
}

static enum status
resolve_words(void *arg, const char *refs, const char *text,
    const char **ent, int64_t *out, struct err *e)
{
	return ref_resolve_in(arg, refs, text, true, ent, out, e);
}

static const char *
name_for_errors(void *arg, const char *ent, int64_t id)
{
	struct app *app = arg;
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(app, entity_find(ent), id, &b);
	free(app->name_text);
	app->name_text = buf_take(&b);
	return app->name_text;
}

static long
pupils_of(void *arg, int64_t school, int year, const char *group)
{
	struct app *app = arg;
	char text[8];
	int64_t n = -1;

	year_format(year, text);
	if (rules_pupils(app->db, school, text, group, &n, NULL) != ST_OK)
		return -1;
	return (long)n;
}

struct parse
app_parse(struct app *app, enum date_dir dir)
{
	return (struct parse){ .today = app->today, .dir = dir,
	    .resolve = resolve_strict, .roll = pupils_of, .name = name_for_errors, .arg = app };
}

enum status
value_parse(struct app *app, struct row *r, int f, const char *text, char op,
    bool words, struct err *e)
{
	const struct field *fd = &r->ent->fields[f];
	struct parse p = app_parse(app,
	    (fd->flags & FF_DONE) ? DATE_BACK : DATE_FORWARD);
	struct buf b;
	enum status st;

	if (words)
		p.resolve = resolve_words;
	if (fd->type == FT_SET)
		return set_parse(r, f, text, op, &p, e);
	if (op != 0)
		return err_field(e, ST_USAGE, fd->id, "%s holds one value:"
		    " write %s=… without + or -.", fd->id, fd->id);
	buf_init(&b, BUF_ROW);
	st = field_parse(fd, text, &p, &b, e);
	if (st == ST_OK)
		row_set(r, f, b.p);
	buf_clear(&b);
	return st;
}
