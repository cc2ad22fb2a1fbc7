/* search_all.c - everything that mentions a text: names, encounters of what
 * was found, notes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/search_impl.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "db/inner.h"
#include "db/list.h"
#include "model/filter.h"

enum {
	ORGS = 8,		/* organisations whose encounters are shown */
	TEXTS = 500,		/* texts looked at */
	AROUND = 24		/* letters of the text shown on either side */
};

/* An encounter found through an organisation. */
struct event {
	int64_t		 id;
	char		 date[11];
	const struct hit *through;
};

static int
cmp_event(const void *va, const void *vb)
{
	const struct event *a = va, *b = vb;
	int c = strcmp(b->date, a->date);

	return c != 0 ? c : a->id < b->id ? 1 : a->id > b->id ? -1 : 0;
}

static bool
encounters_of(const struct entity *ent, enum query *q, const char **word)
{
	switch (ent->no) {
	case ENT_school:
		*q = Q_FIND_BY_SCHOOL;
		*word = "at";
		return true;
	case ENT_employer:
		*q = Q_FIND_BY_EMPLOYER;
		*word = "with";
		return true;
	case ENT_partner:
		*q = Q_FIND_BY_PARTNER;
		*word = "with";
		return true;
	default:
		return false;
	}
}

static enum status
read_events(struct db *db, const struct hit *h, enum query q, size_t limit,
    struct event *v, size_t *n, struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;

	if ((rc = db_stmt(db, q, &st, e)) != ST_OK ||
	    (rc = db_bindf(st, e, "ll", h->id, (int64_t)limit)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more) {
		struct event *x = &v[(*n)++];

		x->id = db_int(st, 0);
		snprintf(x->date, sizeof x->date, "%s", db_text(st, 1));
		x->through = h;
	}
	return rc;
}

/* Add the record with what is said of it, or what always is when WHERE is
 * NULL; takes WHERE over. */
static enum status
add_record(struct loader *l, const struct entity *ent, int64_t id, int class,
    char *take_where, struct hits *out, struct err *e)
{
	struct found f;
	bool found = false;
	enum status st = ST_OK;

	if (!hits_has(out, ent, id))
		st = hit_load(l, ent, id, &f, &found, e);
	if (st == ST_OK && found && f.hit.archived) {
		found_clear(&f);
		found = false;
	}
	if (st != ST_OK || !found) {
		free(take_where);
		return st;
	}
	free(f.used);
	if (take_where != NULL) {
		free(f.hit.where);
		f.hit.where = take_where;
	}
	f.hit.class = class;
	hits_add(out, &f.hit);
	return ST_OK;
}

static enum status
add_encounters(struct loader *l, size_t limit, struct hits *out, struct err *e)
{
	size_t room = limit - out->n, names = out->n, orgs = 0, n = 0, i;
	struct event *v = xcalloc(ORGS * room + 1, sizeof *v);
	struct hit *through = xcalloc(names + 1, sizeof *through);
	enum status st = ST_OK;
	const char *word = "";
	enum query q;

	/* OUT moves as it grows: the events point at a copy. */
	if (names > 0)
		memcpy(through, out->v, names * sizeof *through);
	for (i = 0; i < names && orgs < ORGS && st == ST_OK; i++) {
		if (!encounters_of(through[i].ent, &q, &word))
			continue;
		orgs++;
		st = read_events(l->db, &through[i], q, room, v, &n, e);
	}
	if (n > 0)
		qsort(v, n, sizeof *v, cmp_event);
	for (i = 0; i < n && out->n < limit && st == ST_OK; i++) {
		encounters_of(v[i].through->ent, &q, &word);
		st = add_record(l, entities[ENT_encounter], v[i].id,
		    v[i].through->class,
		    xasprintf("%s %s", word, v[i].through->title), out, e);
	}
	free(through);
	free(v);
	return st;
}

/* What the people that were found are besides: volunteers. */
static enum status
add_volunteers(struct loader *l, size_t limit, struct hits *out,
    struct err *e)
{
	size_t names = out->n, people = 0;
	enum status st = ST_OK;

	for (size_t i = 0; i < names && people < ORGS && st == ST_OK; i++) {
		int64_t person = out->v[i].id, id = 0;

		if (out->v[i].ent->no != ENT_contact || out->n >= limit)
			continue;
		people++;
		st = db_get_int(l->db, Q_FIND_VOLUNTEERS, 0, &id, e, "l",
		    person);
		if (st == ST_OK && id != 0)
			st = add_record(l, entities[ENT_volunteer], id,
			    out->v[i].class, NULL, out, e);
	}
	return st;
}

/* Encounters that say all of several words, though no one name does: "barclays
 * mock". The list knows how; what is no plain words is left to it. */
static enum status
add_listed(struct loader *l, const char *text, size_t limit, int slice_ms,
    struct hits *out, struct err *e)
{
	struct list_spec spec = { .ent = entities[ENT_encounter], .sort = -1,
		.today = l->db->today, .slice_ms = slice_ms };
	struct list_page page = { 0 };
	struct filter *words = NULL;
	enum status st = ST_OK;
	struct err unread;

	if (strpbrk(text, ":<>=\"") != NULL || filter_parse(spec.ent, text, spec.today, &words, &unread) != ST_OK)
		return ST_OK;
	spec.filter = words;
	st = list_read(l->db, &spec, NULL, true, limit - out->n, &page, e);
	for (size_t i = 0; i < page.n && st == ST_OK && out->n < limit; i++)
		st = add_record(l, spec.ent, page.row[i].id, NAME_WORDS, NULL,
		    out, e);
	list_clear(&page);
	filter_free(words);
	return st;
}

/* Back over bytes within a letter. */
static size_t
letter_start(const char *s, size_t at)
{
	while (at > 0 && ((unsigned char)s[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* "note: … two pupils to follow up …": the part of TEXT in which the folded
 * text stands. Folding keeps the order, so its place is found by trying. */
static char *
excerpt(const struct field *f, const char *text, const char *folded)
{
	size_t n = strlen(text), from = 0, beyond = n, to;
	char *part, *s;

	/* The last start from which all of it is still seen. */
	while (from + 1 < beyond) {
		size_t at = from + (beyond - from) / 2;
		char *rest = utf8_fold(text + letter_start(text, at));

		if (strstr(rest, folded) != NULL)
			from = at;
		else
			beyond = at;
		free(rest);
	}
	to = from + strlen(folded) + AROUND < n ?
	    from + strlen(folded) + AROUND : n;
	if (from > AROUND) {
		size_t word = from - AROUND;

		while (word < from && text[word - 1] != ' ')
			word++;
		from = letter_start(text, word);
	} else {
		from = 0;
	}
	to = letter_start(text, to);
	part = xstrndup(text + from, to - from);
	for (s = part; *s != '\0'; s++)
		if (*s == '\n' || *s == '\t')
			*s = ' ';
	s = xasprintf("%s: %s%s%s", f->id, from > 0 ? "…" : "", part,
	    to < n ? "…" : "");
	free(part);
	return s;
}

/* Where the record's texts hold FOLDED; NULL when they do not. */
static enum status
text_where(struct db *db, const struct entity *ent, int64_t id,
    const char *folded, char **where, struct err *e)
{
	struct sql s;
	struct stmt *st;
	enum status rc;
	bool more = false;
	size_t i;
	int c = 0;

	sql_init(&s);
	sql_add(&s, "SELECT 0");
	for (i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_SEARCH)
			sql_add(&s, ", %s", field_col(&ent->fields[i]));
	sql_add(&s, " FROM %s WHERE id = ", entity_table(ent));
	sql_int(&s, id);
	*where = NULL;
	if ((rc = sql_prepare(db, &s, &st, e)) == ST_OK)
		rc = db_step(st, &more, e);
	for (i = 0; rc == ST_OK && more && i < ent->nfields; i++) {
		char *f;

		if (!(ent->fields[i].flags & FF_SEARCH))
			continue;
		f = utf8_fold(db_text(st, ++c));
		if (*where == NULL && strstr(f, folded) != NULL)
			*where = excerpt(&ent->fields[i], db_text(st, c),
			    folded);
		free(f);
	}
	if (rc == ST_OK && more)
		db_done(st);
	sql_clear(&s);
	return rc;
}

static enum status
add_texts(struct loader *l, enum query q, const char *folded, size_t limit,
    struct hits *out, struct err *e)
{
	struct cands c = { 0 };
	struct stmt *st;
	enum status rc;
	bool more;
	size_t i;
	char *match = search_three_letters(folded);

	if ((rc = db_stmt(l->db, q, &st, e)) == ST_OK &&
	    (rc = db_bindf(st, e, "sl", match, (int64_t)TEXTS)) == ST_OK)
		while ((rc = db_step(st, &more, e)) == ST_OK && more) {
			const struct entity *ent = entity_find(db_text(st, 0));

			if (ent != NULL)
				cands_add(&c, ent->no, db_int(st, 1));
		}
	free(match);
	/* The newest first: ids grow with time. */
	for (i = c.n; i-- > 0 && rc == ST_OK && out->n < limit;) {
		const struct entity *ent = entities[c.v[i].ent];
		char *where;

		rc = text_where(l->db, ent, c.v[i].id, folded, &where, e);
		if (rc == ST_OK && where != NULL)
			rc = add_record(l, ent, c.v[i].id, NAME_SUBSTRING,
			    where, out, e);
	}
	cands_clear(&c);
	return rc;
}

static enum status
find_all(struct db *db, const char *text, size_t limit, int slice_ms,
    struct hits *out, struct err *e)
{
	struct loader l = { .db = db };
	char *folded = utf8_fold(text);
	enum status st = search_names(db, NULL, text, limit, out, e);

	hits_in_use(out);
	if (st == ST_OK)
		st = add_volunteers(&l, limit, out, e);
	if (st == ST_OK && out->n < limit)
		st = add_encounters(&l, limit, out, e);
	if (utf8_count(folded) >= 3) {
		if (st == ST_OK)
			st = add_texts(&l, Q_FIND_TEXT, folded, limit, out, e);
		if (st == ST_OK)
			st = add_texts(&l, Q_FIND_PERSON_TEXT, folded, limit,
			    out, e);
	}
	if (st == ST_OK && out->n < limit)
		st = add_listed(&l, text, limit, slice_ms, out, e);
	loader_clear(&l);
	free(folded);
	return st;
}

enum status
search_all(struct db *db, const char *text, size_t limit, int slice_ms,
    struct hits *out, struct err *e)
{
	struct hits hits = { 0 };
	enum status st;
	bool mine;

	if ((st = reading_begin(db, &mine, e)) != ST_OK)
		return st;
	st = find_all(db, text, limit, slice_ms, &hits, e);
	reading_end(db, mine);
	if (st != ST_OK) {
		hits_clear(&hits);
		return st;
	}
	hits_clear(out);
	*out = hits;
	return ST_OK;
}
