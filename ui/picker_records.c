/* picker_records.c - the records a picker offers for what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/find.h"
#include "app/lists.h"
#include "app/schools.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/name.h"
#include "ui/picker.h"

enum { SLICE = 200 };		/* ms that one key may take */

bool
picker_makes(const struct field *f)
{
	return f->type == FT_REF &&
	    (strcmp(f->ref, "employer") == 0 || strcmp(f->ref, "contact") == 0);
}

/* --- records without names ------------------------------------------------- */

static bool
has_names(const struct entity *ent)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_NAME)
			return true;
	return false;
}

/* Each word of TYPED as a filter takes it: in quotes it is no field. */
static void
put_words(const char *typed, struct buf *out)
{
	for (const char *p = typed; *p != '\0'; p++) {
		size_t n = strcspn(p, " \t\"");

		if (n == 0)
			continue;
		buf_addf(out, "\"%.*s\" ", (int)n, p);
		p += n - 1;
	}
}

/* " schools:school/136578" for the entities that have such a field. */
static bool
put_school(struct app *app, const struct entity *ent, int64_t school,
    struct buf *out)
{
	const char *field = entity_field(ent, "schools") >= 0 ? "schools" :
	    entity_field(ent, "school") >= 0 ? "school" : NULL;

	if (school == 0 || field == NULL)
		return false;
	buf_addf(out, "%s:", field);
	ref_text(app, entities[ENT_school], school, out);
	return true;
}

/* "Mock interview, Harbour UTC, 12 Oct 2026" and, beside it, its day and
 * status: the end of a long title is cut. */
static void
add_titled(struct picker *p, struct app *app, const struct entity *ent,
    const struct list_row *r, size_t ncols)
{
	char day[24] = "";
	struct buf title;
	struct pick *v;

	if (day_from_iso(r->cell[0]) != DAY_NONE)
		day_long(day_from_iso(r->cell[0]), day);
	buf_init(&title, BUF_LINE);
	title_text(app, ent, r->id, &title);
	v = picker_add(p, title.p, "");
	free(v->where);
	v->where = xasprintf("%s%s%s", *day != '\0' ? day + strlen("Mon ") : "",
	    ncols > 1 ? "  " : "", ncols > 1 ? r->cell[1] : "");
	v->ent = ent;
	v->id = r->id;
	v->class = NAME_TYPO;		/* names that fit well win */
	buf_clear(&title);
}

static enum status
list_titled(struct picker *p, struct app *app, const struct entity *ent,
    const char *filter, struct err *e)
{
	int cols[2] = { ent->main_date, entity_field(ent, "status") };
	size_t ncols = cols[1] >= 0 ? 2 : 1, i;
	struct list_page page = {0};
	struct lister l;
	enum status st;

	if (ent->main_date < 0)
		cols[0] = 0;
	st = lister_open(&l, app, ent, filter, e);
	if (st)
		return st;
	lister_columns(&l, cols, ncols);
	lister_slice(&l, SLICE);
	st = lister_page(&l, NULL, true, PICKER_MAX - p->n, &page, e);
	for (i = 0; !st && i < page.n && p->n < PICKER_MAX; i++)
		add_titled(p, app, ent, &page.row[i], ncols);
	list_clear(&page);
	lister_close(&l);
	return st;
}

/* Those of the school that is meant; where it has none that fits, of all. */
static enum status
find_titled(struct picker *p, struct app *app, const struct entity *ent,
    const char *typed, struct err *e)
{
	size_t before = p->n;
	enum status st = ST_OK;
	bool of_school;
	struct buf b;

	buf_init(&b, BUF_LINE);
	put_words(typed, &b);
	of_school = b.n > 0 && put_school(app, ent, p->school, &b);
	if (of_school)
		st = list_titled(p, app, ent, b.p, e);
	if (!st && b.n > 0 && p->n == before) {
		buf_reset(&b);
		put_words(typed, &b);
		st = list_titled(p, app, ent, b.p, e);
	}
	buf_clear(&b);
	return st;
}

/* --- records by name ------------------------------------------------------- */

static void
add_hit(struct picker *p, const struct hit *h)
{
	struct pick *v = picker_add(p, *h->title ? h->title : "?",
	    h->where ? h->where : "");

	v->ent = h->ent;
	v->id = h->id;
	v->class = h->class;
	v->closed = h->closed;
}

static bool
ties(const struct pick *a, const struct pick *b)
{
	return a->class == b->class && a->closed == b->closed;
}

/* Among equals who works at the school that is meant comes first. */
static enum status
people_first(struct picker *p, struct app *app, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; !st && p->school != 0 && i < p->n; i++) {
		struct pick at = p->v[i];
		size_t k = i;

		if (at.ent != entities[ENT_contact])
			continue;
		st = school_has(app, p->school, at.id, &at.here, e);
		for (; at.here && k > 0 && ties(&p->v[k - 1], &at) &&
		    !p->v[k - 1].here; k--)
			p->v[k] = p->v[k - 1];
		p->v[k] = at;
	}
	return st;
}

/* The kinds F may name that have no names. */
static enum status
find_nameless(struct picker *p, struct app *app, const struct field *f,
    const char *typed, struct err *e)
{
	struct strs kinds = {0};
	enum status st = ST_OK;

	str_split(&kinds, f->ref, ' ');
	for (size_t i = 0; !st && i < kinds.n && p->n < PICKER_MAX; i++) {
		const struct entity *ent = entity_find(kinds.v[i]);

		if (ent != NULL && !has_names(ent))
			st = find_titled(p, app, ent, typed, e);
	}
	strs_clear(&kinds);
	return st;
}

enum status
picker_records(struct picker *p, struct app *app, const struct field *f,
    const char *typed, bool new, struct err *e)
{
	struct hits h = {0};
	struct pick *v;
	enum status st;
	size_t i;

	st = find_names(app, f->ref, typed, PICKER_MAX, &h, e);
	for (i = 0; !st && i < h.n && i < PICKER_MAX; i++)
		add_hit(p, &h.v[i]);
	hits_clear(&h);
	if (!st)
		st = people_first(p, app, e);
	if (!st)
		st = find_nameless(p, app, f, typed, e);
	if (!st && new && picker_makes(f) &&
	    (p->n == 0 || p->v[0].class < NAME_EXACT)) {
		v = picker_add(p, typed, "");
		free(v->where);
		v->where = xasprintf("NEW %s", f->ref);
		v->ent = entity_find(f->ref);
	}
	return st;
}

/* Nobody is to guess the names of three colleagues. */
enum status
picker_few(struct picker *p, struct app *app, const struct field *f,
    struct err *e)
{
	const struct entity *ent = entity_find(f->ref);
	struct list_page page = {0};
	struct lister l;
	struct buf title;
	struct pick *v;
	enum status st;

	if (ent == NULL)
		return ST_OK;
	st = lister_open(&l, app, ent, "", e);
	if (st)
		return st;
	st = lister_page(&l, NULL, true, PICKER_ROWS, &page, e);
	for (size_t i = 0; !st && !page.more && i < page.n; i++) {
		buf_init(&title, BUF_LINE);
		title_text(app, ent, page.row[i].id, &title);
		v = picker_add(p, title.p, "");
		v->ent = ent;
		v->id = page.row[i].id;
		v->class = NAME_KEY;
		buf_clear(&title);
	}
	list_clear(&page);
	lister_close(&l);
	return st;
}
