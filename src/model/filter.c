/* filter.c - from the text of a filter to its terms.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * filter_raw.c cuts, filter_value.c reads the values, this file decides what
 * each term is.
 */
#include "model/filter_impl.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "model/row.h"

#define FILTER_MAX_TEXT	10000

static struct filter_term *
add_term(struct filter *f, enum filter_op op, bool not, int field)
{
	struct filter_term *t;

	f->t = xreallocarray(f->t, f->n + 1, sizeof *f->t);
	t = &f->t[f->n++];
	memset(t, 0, sizeof *t);
	t->op = op;
	t->not = not;
	t->field = field;
	return t;
}

/* "no field “statuz” in encounters; did you mean status? …" */
static enum status
unknown_field(const struct entity *ent, const char *name, struct err *e)
{
	const char **all = xcalloc(ent->nfields + 8, sizeof *all);
	const char *near;
	struct buf names;
	enum status st;
	size_t n = 0, i;

	for (i = 0; i < ent->nfields; i++)
		if (!(ent->fields[i].flags & FF_HIDDEN))
			all[n++] = ent->fields[i].id;
	for (i = 0; filter_pseudo[i] != NULL; i++)
		if (entity_field(ent, filter_pseudo[i]) < 0)
			all[n++] = filter_pseudo[i];
	near = str_nearest(name, all, n);
	if (near != NULL) {
		free(all);
		return err_field(e, ST_INVALID, name, "no field “%.60s” in %s; "
		    "did you mean %s? In quotes it is looked for as text",
		    name, ent->ids, near);
	}
	buf_init(&names, BUF_LINE);
	for (i = 0; i < n && names.n < 500; i++)
		buf_addf(&names, "%s%s", i > 0 ? ", " : "", all[i]);
	st = err_field(e, ST_INVALID, name, "no field “%.60s” in %s: they "
	    "have %s%s. In quotes it is looked for as text", name,
	    ent->ids, names.p, i < n ? ", …" : "");
	buf_clear(&names);
	free(all);
	return st;
}

static enum status
add_word(struct filter *f, const struct filter_raw *r)
{
	char *folded = utf8_fold(r->piece.v[0]);

	if (*folded == '\0') {
		free(folded);
		return ST_OK;
	}
	add_term(f, OP_WORD, r->not, -1)->whole = r->quoted;
	strs_take(&f->t[f->n - 1].values, folded);
	/* On the way to "stepney": folding made it a saint. */
	if (!r->quoted && str_ieq(r->piece.v[0], "st"))
		strs_add(&f->t[f->n - 1].values, "st");
	return ST_OK;
}

static enum status
add_mine(struct filter *f, const struct filter_raw *r, struct err *e)
{
	int field;

	if (filter_mine_of(f->ent, &field) == MINE_NEVER)
		return err_set(e, ST_INVALID, "mine: %s have no school that "
		    "could be mine; in quotes it is looked for as text",
		    f->ent->ids);
	add_term(f, OP_MINE, r->not, field);
	return ST_OK;
}

/* since: until: field< and their like: exactly one value. */
static enum status
add_compare(struct filter *f, const struct filter_raw *r, enum filter_op op,
    int field, int today, struct err *e)
{
	const struct field *fd = &f->ent->fields[field];
	struct filter_term *t;

	if (!filter_may_compare(fd))
		return err_field(e, ST_INVALID, fd->id, "%s: < and > are for "
		    "numbers and dates; write %s:value", fd->id, fd->id);
	if (r->piece.n != 1)
		return err_field(e, ST_INVALID, r->name,
		    "%s: write one value after it", r->name);
	t = add_term(f, op, r->not, field);
	return filter_value(fd, r->piece.v[0], today, &t->values, e);
}

static enum status
add_is(struct filter *f, const struct filter_raw *r, int today, struct err *e)
{
	const char *name = r->piece.n == 1 ? r->piece.v[0] : NULL;
	bool others = false;
	const char *terms = name != NULL ? filter_is(f->ent, name, &others) :
	    NULL;
	struct filter_term *t;
	struct buf names;
	enum status st;

	if (terms != NULL && r->op == OP_EQ) {
		t = add_term(f, OP_IS, r->not, -1);
		st = filter_parse(f->ent, terms, today, &t->sub, e);
		if (st == ST_OK && others)
			add_term(t->sub, OP_OTHERS, false, -1);
		return st;
	}
	buf_init(&names, BUF_LINE);
	filter_is_names(f->ent, &names);
	st = names.n == 0 ?
	    err_field(e, ST_INVALID, "is", "is: has no conditions for %s",
		f->ent->ids) :
	    err_field(e, ST_INVALID, "is", "is: takes one of: %s", names.p);
	buf_clear(&names);
	return st;
}

/* archived:yes any no; -archived: is yes, archived: is no. */
static enum status
set_archived(struct filter *f, const struct filter_raw *r, struct err *e)
{
	const char *v = r->piece.n == 1 ? r->piece.v[0] : "";

	if (r->piece.n == 0)
		f->archived = r->not;
	else if (str_ieq(v, "any"))
		f->archived = 2;
	else if (str_ieq(v, "yes"))
		f->archived = !r->not;
	else if (str_ieq(v, "no"))
		f->archived = r->not;
	else
		return err_field(e, ST_INVALID, "archived",
		    "archived: takes yes, no or any");
	return ST_OK;
}

static bool
archived_word(const struct filter_raw *r)
{
	return r->op == OP_EQ && (r->piece.n == 0 ||
	    (r->piece.n == 1 && str_in(r->piece.v[0],
	    "yes no any Yes No Any YES NO ANY")));
}

static enum status
add_equal(struct filter *f, const struct filter_raw *r, int field, int today,
    struct err *e)
{
	const struct field *fd = &f->ent->fields[field];
	enum filter_kind kind = filter_kind(fd);
	struct filter_term *t;
	enum status st;
	size_t i;

	if (r->piece.n > FILTER_MAX_VALUES)
		return err_field(e, ST_INVALID, fd->id,
		    "%s: more than %d values", fd->id, FILTER_MAX_VALUES);
	t = add_term(f, r->piece.n == 0 ? OP_EMPTY : OP_EQ, r->not, field);
	t->whole = r->quoted;
	if (r->all != NULL && fd->type == FT_CHOICE &&
	    field_choice(fd, r->all) != NULL)
		return filter_value(fd, r->all, today, &t->values, e);
	/* "*" alone stands for any value. */
	if (r->piece.n == 1 && str_eq(r->piece.v[0], "*") && !r->quoted) {
		t->op = OP_EMPTY;
		t->not = !r->not;
		return ST_OK;
	}
	for (i = 0; i < r->piece.n; i++) {
		char *v = field == f->ent->key ?
		    row_stored_key(f->ent, r->piece.v[i]) :
		    xstrdup(r->piece.v[i]);

		st = filter_value(fd, v, today, &t->values, e);
		free(v);
		if (st != ST_OK)
			return st;
	}
	if (r->all != NULL && (kind == FK_CODE || kind == FK_REF))
		t->all = filter_text_value(fd, r->all);
	return ST_OK;
}

static enum status
add_raw(struct filter *f, const struct filter_raw *r, int today, struct err *e)
{
	enum status st;
	int field;

	if (f->n >= FILTER_MAX_TERMS)
		return err_set(e, ST_INVALID,
		    "a filter has at most %d parts", FILTER_MAX_TERMS);
	if (r->op == OP_WORD)
		return !r->quoted && str_ieq(r->piece.v[0], "mine") ?
		    add_mine(f, r, e) : add_word(f, r);
	if (str_eq(r->name, "is"))
		return add_is(f, r, today, e);
	if ((str_eq(r->name, "since") || str_eq(r->name, "until")) &&
	    entity_field(f->ent, r->name) < 0) {
		if (f->ent->main_date < 0)
			return err_field(e, ST_INVALID, r->name,
			    "%s: %s have no date of their own", r->name,
			    f->ent->ids);
		if (r->op != OP_EQ)
			return err_field(e, ST_INVALID, r->name,
			    "%s: write a day after the colon", r->name);
		return add_compare(f, r, str_eq(r->name, "since") ? OP_GE :
		    OP_LE, f->ent->main_date, today, e);
	}
	if (str_eq(r->name, "archived")) {
		if (archived_word(r))
			return set_archived(f, r, e);
		f->archived = 2;
	}
	if ((field = entity_field(f->ent, r->name)) < 0)
		return unknown_field(f->ent, r->name, e);
	if (r->op != OP_EQ)
		return add_compare(f, r, r->op, field, today, e);
	st = add_equal(f, r, field, today, e);
	if (st == ST_INVALID && str_eq(r->name, "archived"))
		st = err_field(e, ST_INVALID, "archived",
		    "archived: takes yes, no, any or a day");
	return st;
}

static enum status
parse_terms(struct filter *f, const char *text, bool arg, int today,
    struct err *e)
{
	enum status st = ST_OK;
	const char *s = text;
	struct filter_raw r;

	if (strlen(text) > FILTER_MAX_TEXT)
		return err_set(e, ST_INVALID, "the filter is too long");
	if (!utf8_valid(text, strlen(text)))
		return err_set(e, ST_INVALID, "the filter is not UTF-8 text");
	while (st == ST_OK) {
		s += strspn(s, " \t\r\n");
		if (*s == '\0')
			break;
		s = filter_raw_read(f->ent, s, arg, &r);
		st = add_raw(f, &r, today, e);
		filter_raw_clear(&r);
	}
	return st;
}

enum status
filter_parse(const struct entity *ent, const char *text, int today,
    struct filter **out, struct err *e)
{
	struct filter *f = xcalloc(1, sizeof *f);
	enum status st;

	f->ent = ent;
	st = parse_terms(f, text, false, today, e);
	if (st != ST_OK) {
		filter_free(f);
		return st;
	}
	*out = f;
	return ST_OK;
}

enum status
filter_parse_args(const struct entity *ent, char *const *arg, size_t n,
    int today, struct filter **out, struct err *e)
{
	struct filter *f = xcalloc(1, sizeof *f);
	enum status st = ST_OK;
	size_t i;

	f->ent = ent;
	for (i = 0; i < n && st == ST_OK; i++)
		st = parse_terms(f, arg[i], true, today, e);
	if (st != ST_OK) {
		filter_free(f);
		return st;
	}
	*out = f;
	return ST_OK;
}

void
filter_free(struct filter *f)
{
	size_t i;

	if (f == NULL)
		return;
	for (i = 0; i < f->n; i++) {
		strs_clear(&f->t[i].values);
		free(f->t[i].all);
		filter_free(f->t[i].sub);
	}
	free(f->t);
	free(f);
}
