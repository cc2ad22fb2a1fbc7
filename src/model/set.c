/* set.c - sets as people and files write them: records, words, numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/set.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/id.h"
#include "model/set_text.h"
#include "model/split.h"

#define SET_TEXT_MAX	40000	/* characters: some hundred schools with years */

enum status
cell_read(struct set_in *in, size_t col, const char *text, struct buf *out)
{
	struct field f = in->def->cols[col];

	f.id = in->f->id;	/* people know the field, not its column */
	return field_parse(&f, text, in->p, out, in->e);
}

/* Put a member with the one key KEY; other columns empty. */
static void
put_key(struct set_in *in, const char *key)
{
	const char **v = xcalloc(in->def->ncols, sizeof *v);

	v[0] = key;
	set_put(in->got, in->def, v);
	free(v);
}

static enum status
words_read(struct set_in *in, const char *text)
{
	struct strs parts = { 0 };
	enum status st = ST_OK;
	struct buf b;

	buf_init(&b, BUF_ROW);
	split_parts(&parts, text, ',');
	for (size_t i = 0; i < parts.n && st == ST_OK; i++) {
		char *word = split_unquote(parts.v[i]);

		st = cell_read(in, 0, word, &b);
		if (st == ST_OK && b.n > 0)
			put_key(in, b.p);
		free(word);
	}
	strs_clear(&parts);
	buf_clear(&b);
	return st;
}

static enum status
ints_read(struct set_in *in, const char *text)
{
	struct strs parts = { 0 };
	enum status st = ST_OK;
	char *blanks = xstrdup(text);
	struct buf b;

	for (char *c = blanks; *c != '\0'; c++)
		if (*c == ',' || *c == ';')
			*c = ' ';
	buf_init(&b, BUF_LINE);
	str_words(&parts, blanks);
	for (size_t i = 0; i < parts.n && st == ST_OK; i++) {
		const char *word = parts.v[i];

		if (in->def->prefix != NULL &&
		    str_istarts(word, in->def->prefix))
			word += strlen(in->def->prefix);
		if (*word == '\0' && i + 1 < parts.n)
			continue;		/* "BM 5" */
		if (*word == '\0')
			word = parts.v[i];
		st = cell_read(in, 0, word, &b);
		if (st == ST_OK)
			put_key(in, b.p);
	}
	strs_clear(&parts);
	buf_clear(&b);
	free(blanks);
	return st;
}

/* The word in the second column as it is written: a yes is the column's id. */
static bool
read_word(const struct field *col, const char *text, const char **out)
{
	const struct choice *c;

	if (col->type == FT_BOOL) {
		*out = "yes";
		return str_ieq(text, col->id) || str_ieq(text, col->label);
	}
	c = field_choice(col, text);
	*out = c != NULL ? c->word : "";
	return c != NULL;
}

/* Part "REF (word)" in two; false when it has no parentheses at its end. */
static bool
cut_word(const char *part, char **ref, char **word)
{
	const char *open = split_last(part, '(');
	size_t n = strlen(part);

	if (open == NULL || open == part || part[n - 1] != ')')
		return false;
	*ref = xstrndup(part, (size_t)(open - part));
	*word = xstrndup(open + 1, n - (size_t)(open - part) - 2);
	return true;
}

static enum status
read_key(struct set_in *in, const char *text, struct buf *out)
{
	char *trimmed = str_trimmed(text);
	char *plain = split_unquote(trimmed);
	enum status st = cell_read(in, 0, plain, out);

	if (st == ST_OK && out->n == 0)
		st = field_refuse(in->e, in->f->id, "a name is missing");
	free(trimmed);
	free(plain);
	return st;
}

/* Does TEXT alone name a record? */
static bool
is_key(struct set_in *in, const char *text)
{
	struct set_in quiet = *in;
	struct err unused = { 0 };
	struct buf b;
	bool is;

	quiet.e = &unused;
	buf_init(&b, BUF_LINE);
	is = read_key(&quiet, text, &b) == ST_OK;
	buf_clear(&b);
	return is;
}

static enum status
refuse_word(struct set_in *in, const char *word)
{
	const struct field *col = &in->def->cols[1];
	enum status st = ST_INVALID;
	struct buf b;

	if (col->type != FT_CHOICE || str_empty(word))
		return field_refuse(in->e, in->f->id, "no \"(%.60s)\": what "
		    "follows the name is %s", word, col->help);
	buf_init(&b, BUF_LINE);
	st = cell_read(in, 1, word, &b);
	buf_clear(&b);
	return st;
}

/* One record. What stands in parentheses is its word when it is one, else
 * part of its name. */
static enum status
ref_read(struct set_in *in, const char *part, struct buf *key)
{
	const struct field *col = in->def->ncols > 1 ?
	    &in->def->cols[1] : NULL;
	char *ref = NULL, *word = NULL;
	const char *v[2] = { NULL, "" };
	bool cut = col != NULL && cut_word(part, &ref, &word);
	const struct member *had;
	enum status st;

	assert(in->def->nkeys == 1 && in->def->ncols <= 2);
	if (cut && read_word(col, str_trim(word), &v[1])) {
		st = read_key(in, ref, key);
	} else {
		st = read_key(in, part, key);
		if (st != ST_OK && cut && is_key(in, ref))
			st = refuse_word(in, word);
	}
	if (st == ST_OK) {
		v[0] = key->p;
		had = set_find(in->had, in->def, v);
		if (in->op == '+' && *v[1] == '\0' && had != NULL &&
		    col != NULL)
			v[1] = had->v[1];
		set_put(in->got, in->def, v);
	}
	free(ref);
	free(word);
	return st;
}

static enum status
refs_read(struct set_in *in, const char *text)
{
	struct strs parts = { 0 };
	struct err all = { 0 }, one = { 0 }, *e = in->e;
	enum status st = ST_OK;
	struct buf key;

	buf_init(&key, BUF_LINE);
	split_parts(&parts, text, ',');
	in->e = &one;
	/* Every one that is wrong is named. */
	for (size_t i = 0; i < parts.n && (st == ST_OK || err_of_input(st));
	    i++) {
		st = ref_read(in, parts.v[i], &key);
		if (st != ST_OK)
			(void)err_join(&all, &one, " ");
	}
	in->e = e;
	strs_clear(&parts);
	buf_clear(&key);
	if (all.st != ST_OK && e != NULL)
		*e = all;
	return all.st;
}

/* "name: Old Name", as map_write writes it. */
static enum status
pair_read(struct set_in *in, const char *part)
{
	size_t n = strcspn(part, ":");
	char *id = xstrndup(part, n), *value, *plain;
	int f = entity_field(in->r->ent, id);
	struct buf b;
	enum status st;

	if (part[n] == '\0' || f < 0 ||
	    (in->r->ent->fields[f].flags & FF_GIAS) == 0) {
		free(id);
		return field_refuse(in->e, in->f->id, "\"%.60s\" is not a "
		    "field of the register and its value, as \"town: Bow\"",
		    part);
	}
	value = str_trimmed(part + n + 1);
	plain = split_unquote(value);
	buf_init(&b, BUF_ROW);
	st = cell_read(in, 1, plain, &b);
	if (st == ST_OK)
		set_put(in->got, in->def, (const char *[]){ id, b.p });
	buf_clear(&b);
	free(plain);
	free(value);
	free(id);
	return st;
}

static enum status
map_read(struct set_in *in, const char *text)
{
	struct strs parts = { 0 };
	enum status st = ST_OK;

	split_parts(&parts, text, ',');
	for (size_t i = 0; i < parts.n && st == ST_OK; i++)
		st = pair_read(in, parts.v[i]);
	strs_clear(&parts);
	return st;
}

static void
words_write(const struct set_out *w)
{
	for (size_t i = 0; i < w->s->n; i++) {
		if (i > 0)
			buf_add(w->out, ", ");
		split_quote(w->out, w->s->m[i].v[0], ",");
	}
}

/* Would the end of this name be read as its word? */
static bool
ends_like_word(const struct setdef *def, const char *name)
{
	const char *unused;
	char *ref = NULL, *word = NULL;
	bool is = def->ncols > 1 && cut_word(name, &ref, &word) &&
	    read_word(&def->cols[1], word, &unused);

	free(ref);
	free(word);
	return is;
}

static void
refs_write(const struct set_out *w)
{
	const struct field *cols = w->def->cols;

	for (size_t i = 0; i < w->s->n; i++) {
		const struct member *m = &w->s->m[i];
		const char *word = w->def->ncols > 1 ? m->v[1] : "";
		const char *name = w->name(w->arg, cols[0].ref,
		    member_ref(m, 0));

		if (i > 0)
			buf_add(w->out, ", ");
		split_quote(w->out, name,
		    ends_like_word(w->def, name) ? ",()" : ",");
		if (*word == '\0' || strcmp(word, "no") == 0)
			continue;
		buf_addf(w->out, " (%s)",
		    cols[1].type == FT_BOOL ? cols[1].id : word);
	}
}

static void
map_write(const struct set_out *w)
{
	for (size_t i = 0; i < w->s->n; i++) {
		if (i > 0)
			buf_add(w->out, ", ");
		split_quote(w->out, w->s->m[i].v[0], ",:");
		buf_add(w->out, ": ");
		split_quote(w->out, w->s->m[i].v[1], ",:");
	}
}

/* A row for each shape. */
static const struct {
	enum status	(*read)(struct set_in *, const char *text);
	void		(*write)(const struct set_out *);
} shapes[] = {
	[SET_REFS] = { refs_read, refs_write },
	[SET_WORDS] = { words_read, words_write },
	[SET_INTS] = { ints_read, words_write },
	[SET_YEARS] = { years_read, years_write },
	[SET_COUNTS] = { counts_read, counts_write },
	[SET_MAP] = { map_read, map_write },
	[SET_ANSWERS] = { answers_read, answers_write },
};

static void
apply(const struct set_in *in, struct set *s)
{
	if (in->op == 0) {
		set_copy(s, in->got, in->def);
		return;
	}
	for (size_t i = 0; i < in->got->n; i++) {
		const char *const *v = (const char *const *)in->got->m[i].v;

		if (in->op == '+')
			set_put(s, in->def, v);
		else
			set_drop(s, in->def, v);
	}
}

enum status
set_parse(struct row *r, int f, const char *text, char op,
    const struct parse *p, struct err *e)
{
	const struct field *fd = &r->ent->fields[f];
	struct set got = { 0 };
	struct set_in in = {
		.r = r, .f = fd, .def = fd->set, .had = row_members(r, f),
		.p = p, .op = op, .got = &got, .e = e,
	};
	char *clean = utf8_clean(text);
	enum status st = utf8_check(clean, false, SET_TEXT_MAX, e);

	assert(op == 0 || op == '+' || op == '-');
	if (st != ST_OK)
		(void)field_blame(e, fd->id);
	else if (*clean != '\0')
		st = shapes[fd->set->shape].read(&in, clean);
	if (st == ST_OK)
		apply(&in, row_members(r, f));
	set_clear(&got, fd->set);
	free(clean);
	return st;
}

/* Members by the text of their record, and where they stood. */
struct by_name {
	char		*name;
	size_t		 at;
};

static int
cmp_name(const void *a, const void *b)
{
	const struct by_name *x = a, *y = b;
	int c = strcmp(x->name, y->name);

	return c != 0 ? c : (x->at > y->at) - (x->at < y->at);
}

struct member *
set_in_order(const struct setdef *def, const struct set *s, ref_name_fn name,
    void *arg)
{
	const struct field *col = &def->cols[0];
	struct member *m;
	struct by_name *k;

	if (s->n < 2 || name == NULL || col->type != FT_REF)
		return NULL;
	m = xreallocarray(NULL, s->n, sizeof *m);
	k = xreallocarray(NULL, s->n, sizeof *k);
	for (size_t i = 0; i < s->n; i++)
		k[i] = (struct by_name){ xstrdup(name(arg, col->ref,
		    member_ref(&s->m[i], 0))), i };
	qsort(k, s->n, sizeof *k, cmp_name);
	for (size_t i = 0; i < s->n; i++) {
		m[i] = s->m[k[i].at];
		free(k[i].name);
	}
	free(k);
	return m;
}

static void
set_write(const struct row *r, int f, ref_name_fn name, void *arg, bool shown,
    struct buf *out)
{
	const struct setdef *def = r->ent->fields[f].set;
	struct set_out w = {
		.r = r, .def = def, .s = row_members(r, f), .name = name,
		.arg = arg, .shown = shown, .out = out,
	};
	struct set ordered = { .m = set_in_order(def, w.s, name, arg),
		.n = w.s->n };

	if (ordered.m != NULL)
		w.s = &ordered;
	shapes[def->shape].write(&w);
	free(ordered.m);
}

void
set_format(const struct row *r, int f, ref_name_fn name, void *arg,
    struct buf *out)
{
	set_write(r, f, name, arg, false, out);
}

void
set_format_shown(const struct row *r, int f, ref_name_fn name, void *arg,
    struct buf *out)
{
	set_write(r, f, name, arg, true, out);
}
