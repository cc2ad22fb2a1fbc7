/* person.c - everything held about one person, to be handed to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/person.h"

#include <stdlib.h>
#include <string.h>

#include "app/erase.h"
#include "app/export_json.h"
#include "app/history.h"
#include "app/record.h"
#include "app/text.h"
#include "base/json.h"
#include "base/mem.h"
#include "db/erase.h"
#include "db/store.h"

struct person {
	struct app	*app;
	struct erase	 x;		/* where they are */
	struct buf	*out;
	bool		 first;		/* of the array at hand */
};

static void
put(struct person *p, bool *first, const char *key, const char *text)
{
	json_key(p->out, key, first);
	json_string(p->out, text);
}

static void
begin(struct person *p, const char *key)
{
	buf_addf(p->out, ",\n\"%s\": [", key);
	p->first = true;
}

static void
next(struct person *p)
{
	buf_add(p->out, p->first ? "\n" : ",\n");
	p->first = false;
}

static void
put_ref(struct person *p, bool *first, const struct entity *ent, int64_t id)
{
	struct buf ref;

	buf_init(&ref, BUF_LINE);
	ref_text(p->app, ent, id, &ref);
	put(p, first, "ref", ref.p);
	buf_clear(&ref);
}

/* --- whole records ------------------------------------------------------- */

static enum status
whole(struct person *p, const struct entity *ent, int64_t id, struct err *e)
{
	struct row *r;
	int *cols;
	enum status st = record_load(p->app, ent, id, &r, e);

	if (st != ST_OK)
		return st;
	cols = xcalloc(ent->nfields, sizeof *cols);
	for (size_t i = 0; i < ent->nfields; i++)
		cols[i] = (int)i;
	export_json(p->app, r, cols, ent->nfields, p->out);
	free(cols);
	row_free(r);
	return ST_OK;
}

static enum status
about(struct person *p, struct err *e)
{
	enum status st = ST_OK;

	begin(p, "about");
	for (size_t i = 0; i < p->x.about.n && st == ST_OK; i++) {
		const struct ref_by *by = &p->x.about.v[i];

		if (!store_exists(p->app->db, by->ent, by->id))
			continue;
		next(p);
		st = whole(p, by->ent, by->id, e);
	}
	buf_add(p->out, "]");
	return st;
}

/* --- records that name them ---------------------------------------------- */

static bool
is_about(const struct person *p, const struct ref_by *by)
{
	for (size_t i = 0; i < p->x.about.n; i++)
		if (p->x.about.v[i].id == by->id &&
		    p->x.about.v[i].ent == by->ent)
			return true;
	return false;
}

/* Organisations are no third party: a school, an employer, a partner. */
static void
put_where(struct person *p, bool *first, const struct row *r)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < r->ent->nfields && b.n == 0; i++) {
		const struct field *f = &r->ent->fields[i];

		if ((f->type == FT_REF || f->type == FT_ANY) &&
		    !(f->flags & FF_DERIVED) && !row_is_empty(r, (int)i) &&
		    (strncmp(f->ref, "school", 6) == 0 ||
		    str_in("employer", f->ref) || str_in("partner", f->ref)))
			value_shown(p->app, r, (int)i, &b);
	}
	if (b.n > 0)
		put(p, first, "at", b.p);
	buf_clear(&b);
}

static enum status
one_naming(struct person *p, const struct ref_by *by, struct err *e)
{
	struct row *r;
	bool first = true;
	enum status st = record_load(p->app, by->ent, by->id, &r, e);

	if (st != ST_OK)
		return st;
	next(p);
	buf_add(p->out, "{");
	put_ref(p, &first, by->ent, by->id);
	put(p, &first, "kind", by->ent->id);
	if (by->ent->main_date >= 0)
		put(p, &first, by->ent->fields[by->ent->main_date].id,
		    row_get(r, by->ent->main_date));
	put_where(p, &first, r);
	buf_add(p->out, "}");
	row_free(r);
	return ST_OK;
}

static enum status
named_in(struct person *p, struct err *e)
{
	struct refs refs = { NULL, 0 };
	enum status st = refs_to(p->app->db, entities[ENT_contact], p->x.id,
	    &refs, e);

	begin(p, "named_in");
	for (size_t i = 0; i < refs.n && st == ST_OK; i++)
		if (!is_about(p, &refs.v[i]))
			st = one_naming(p, &refs.v[i], e);
	refs_clear(&refs);
	buf_add(p->out, "]");
	return st;
}

/* --- sentences ----------------------------------------------------------- */

/* The sentences and lines of TEXT that name them. */
static void
sentences(const struct mention_of *of, const char *text, struct buf *out)
{
	const char *end;
	char *one, *bare;

	for (; *text != '\0'; text = end) {
		end = text + strcspn(text, ".!?\n");
		while (*end != '\0' && *end != '\n' && end[1] != '\0' &&
		    end[1] != ' ' && end[1] != '\n')
			end += 1 + strcspn(end + 1, ".!?\n");
		end += *end != '\0';
		one = xstrndup(text, (size_t)(end - text));
		bare = str_trimmed(one);
		if (mention_in(of, bare, MENTION_SURE, NULL, NULL))
			buf_addf(out, "%s%s", out->n > 0 ? " " : "", bare);
		free(bare);
		free(one);
	}
}

static enum status
one_text(struct person *p, const struct erase_mention *m, struct err *e)
{
	const struct field *f = &m->ent->fields[m->field];
	struct row *r;
	struct buf b;
	bool first = true;
	enum status st = store_load(p->app->db, m->ent, m->id, false, &r, e);

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_ROW);
	if (erase_is_words(f))
		sentences(&p->x.of, row_get(r, m->field), &b);
	next(p);
	buf_add(p->out, "{");
	put_ref(p, &first, m->ent, m->id);
	put(p, &first, "field", f->id);
	put(p, &first, "text", b.n > 0 ? b.p : m->excerpt);
	buf_add(p->out, "}");
	buf_clear(&b);
	row_free(r);
	return ST_OK;
}

static enum status
texts(struct person *p, struct err *e)
{
	enum status st = ST_OK;

	begin(p, "texts");
	for (size_t i = 0; i < p->x.n && st == ST_OK; i++)
		if (p->x.m[i].now > 0 && !p->x.m[i].perhaps)
			st = one_text(p, &p->x.m[i], e);
	buf_add(p->out, "]");
	return st;
}

/* --- history ------------------------------------------------------------- */

static enum status
one_line(void *arg, const struct history_line *l, struct err *e)
{
	struct person *p = arg;
	bool first = true;

	(void)e;
	next(p);
	buf_add(p->out, "{");
	put(p, &first, "at", l->at);
	put(p, &first, "user", l->user);
	put_ref(p, &first, l->ent, l->row);
	put(p, &first, "field", l->field);
	put(p, &first, "member", l->member);
	put(p, &first, "old", l->old);
	put(p, &first, "new", l->new);
	buf_add(p->out, "}");
	return ST_OK;
}

static enum status
history_of(struct person *p, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct history_query q = { HISTORY_ALL, .ent = ent, .row = id };

	return history_read(p->app, &q, one_line, p, e);
}

static enum status
history(struct person *p, struct err *e)
{
	enum status st;

	begin(p, "history");
	st = history_of(p, entities[ENT_contact], p->x.id, e);
	for (size_t i = 0; i < p->x.about.n && st == ST_OK; i++)
		st = history_of(p, p->x.about.v[i].ent, p->x.about.v[i].id,
		    e);
	buf_add(p->out, "]");
	return st;
}

enum status
person_export(struct app *app, int64_t contact, struct buf *out,
    struct err *e)
{
	struct person p = { .app = app, .out = out };
	enum status st = erase_look(app, contact, &p.x, e);

	if (st != ST_OK)
		return st;
	buf_add(out, "{\n\"person\": ");
	if ((st = whole(&p, entities[ENT_contact], p.x.id, e)) == ST_OK &&
	    (st = about(&p, e)) == ST_OK &&
	    (st = named_in(&p, e)) == ST_OK &&
	    (st = texts(&p, e)) == ST_OK)
		st = history(&p, e);
	buf_add(out, "\n}\n");
	erase_clear(&p.x);
	return st;
}
