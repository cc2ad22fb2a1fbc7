/* set_schools.c - text that gives something for each school of a record; and
 * the plainer of the two: other groups.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/id.h"
#include "model/set_text.h"
#include "model/split.h"

#define MAX_SCHOOLS	512

size_t
schools_of(const struct row *r, const char **codes, size_t max)
{
	int f = entity_field(r->ent, "schools");
	size_t n = 0;

	if (f >= 0 && r->ent->fields[f].type == FT_SET) {
		const struct set *s = row_members(r, f);

		for (; n < s->n && n < max; n++)
			codes[n] = s->m[n].v[0];
	} else if ((f = entity_field(r->ent, "school")) >= 0 &&
	    !row_is_empty(r, f)) {
		codes[n++] = row_get(r, f);
	}
	return n;
}

void
school_label(ref_name_fn name, void *arg, const char *code, struct buf *out)
{
	char shown[ID_SHOWN];
	int64_t id;

	if (!id_parse(code, &id)) {
		buf_add(out, code);
	} else if (name == NULL) {
		id_shown(id, shown);
		buf_add(out, shown);
	} else {
		const char *text = name(arg, "school", id);

		if (str_starts(text, "school/"))
			text += strlen("school/");
		split_quote(out, text, ";:,");
	}
}

/* 'for which school? Write "136578: y10 24; 136579: y10 24"' */
static enum status
refuse_bare(struct set_in *in, const char *list, const char **codes, size_t n)
{
	struct buf line;
	enum status st;

	buf_init(&line, 900);
	for (size_t i = 0; i < n && line.n < 700; i++) {
		if (i > 0)
			buf_add(&line, "; ");
		school_label(in->p->name, in->p->arg, codes[i], &line);
		buf_addf(&line, ": %.120s", list);
	}
	st = field_refuse(in->e, in->f->id, "\"%.120s\" for which school? "
	    "Each with its own numbers: \"%s\"", list, line.p);
	buf_clear(&line);
	return st;
}

/* The code of the school TEXT names, which must be one of the record's. */
static enum status
read_school(struct set_in *in, const char *text, const char **codes, size_t n,
    struct buf *out)
{
	char *plain = split_unquote(text);
	char *ref = str_istarts(plain, "school/") || in->p->resolve == NULL ?
	    xstrdup(plain) : xasprintf("school/%s", plain);
	enum status st;

	st = *plain == '\0' ? field_refuse(in->e, in->f->id,
	    "a school is missing before the \":\"") :
	    cell_read(in, 0, ref, out);
	if (st == ST_OK) {
		st = ST_INVALID;
		for (size_t i = 0; i < n && st != ST_OK; i++)
			if (strcmp(codes[i], out->p) == 0)
				st = ST_OK;
		if (st != ST_OK)
			st = field_refuse(in->e, in->f->id, "\"%.80s\" is not "
			    "one of the schools of this record", plain);
	}
	free(plain);
	free(ref);
	return st;
}

static enum status
read_items(struct set_in *in, const char *school, const char *list,
    item_fn item)
{
	struct strs items = { 0 };
	enum status st = ST_OK;

	split_parts(&items, list, ',');
	for (size_t i = 0; i < items.n && st == ST_OK; i++)
		st = item(in, school, items.v[i]);
	strs_clear(&items);
	return st;
}

static enum status
read_part(struct set_in *in, const char *part, const char **codes, size_t n,
    item_fn item)
{
	const char *colon = split_last(part, ':');
	char *school, *trimmed;
	struct buf code;
	enum status st;

	if (colon == NULL) {
		if (n == 1)
			return read_items(in, codes[0], part, item);
		if (n == 0)
			return field_refuse(in->e, in->f->id, "\"%.60s\": "
			    "give the school first", part);
		return refuse_bare(in, part, codes, n);
	}
	school = xstrndup(part, (size_t)(colon - part));
	trimmed = str_trimmed(school);
	buf_init(&code, BUF_LINE);
	st = read_school(in, trimmed, codes, n, &code);
	if (st == ST_OK)
		st = read_items(in, code.p, colon + 1, item);
	buf_clear(&code);
	free(trimmed);
	free(school);
	return st;
}

enum status
schools_read(struct set_in *in, const char *text, item_fn item)
{
	const char *codes[MAX_SCHOOLS];
	size_t n = schools_of(in->r, codes, MAX_SCHOOLS);
	struct strs parts = { 0 };
	enum status st = ST_OK;

	split_parts(&parts, text, ';');
	for (size_t i = 0; i < parts.n && st == ST_OK; i++)
		st = read_part(in, parts.v[i], codes, n, item);
	strs_clear(&parts);
	return st;
}

void
schools_write(const struct set_out *w, void (*item)(const struct set_out *,
    const struct member *))
{
	const char *codes[MAX_SCHOOLS], *before = NULL;
	size_t n = schools_of(w->r, codes, MAX_SCHOOLS);

	for (size_t i = 0; i < w->s->n; i++) {
		const struct member *m = &w->s->m[i];
		const char *school = m->v[0];

		if (before != NULL)
			buf_add(w->out,
			    strcmp(before, school) == 0 ? ", " : "; ");
		if ((before == NULL || strcmp(before, school) != 0) &&
		    (n != 1 || strcmp(codes[0], school) != 0)) {
			school_label(w->name, w->arg, school, w->out);
			buf_add(w->out, ": ");
		}
		before = school;
		item(w, m);
	}
}

/* "young carers 4": the name, and the number at its end. */
static enum status
count_read(struct set_in *in, const char *school, const char *item)
{
	const char *blank = strrchr(item, ' ');
	const char *number = blank != NULL ? blank + 1 : item;
	char *name, *trimmed = NULL, *plain = NULL;
	struct buf key, value;
	enum status st = ST_OK;

	buf_init(&key, BUF_LINE);
	buf_init(&value, BUF_LINE);
	if (strcmp(number, "?") == 0) {
		;
	} else if (str_digits(number)) {
		st = cell_read(in, 2, number, &value);
	} else if (in->op == '-') {
		blank = item + strlen(item);	/* a name alone will do */
	} else {
		st = field_refuse(in->e, in->f->id, "\"%.60s\": how many? "
		    "young carers 4", item);
	}
	name = xstrndup(item, blank != NULL ? (size_t)(blank - item) : 0);
	trimmed = str_trimmed(name);
	plain = split_unquote(trimmed);
	if (st == ST_OK)
		st = cell_read(in, 1, plain, &key);
	if (st == ST_OK && key.n == 0)
		st = field_refuse(in->e, in->f->id, "\"%.60s\": of which "
		    "group?", item);
	if (st == ST_OK) {
		const char *v[] = { school, key.p, value.p };

		if (set_find(in->got, in->def, v) != NULL)
			st = field_refuse(in->e, in->f->id, "\"%.60s\" is "
			    "given twice", key.p);
		else
			set_put(in->got, in->def, v);
	}
	free(name);
	free(trimmed);
	free(plain);
	buf_clear(&key);
	buf_clear(&value);
	return st;
}

enum status
counts_read(struct set_in *in, const char *text)
{
	return schools_read(in, text, count_read);
}

static void
count_write(const struct set_out *w, const struct member *m)
{
	split_quote(w->out, m->v[1], ",;:");
	buf_addf(w->out, " %s", *m->v[2] != '\0' ? m->v[2] : "?");
}

void
counts_write(const struct set_out *w)
{
	schools_write(w, count_write);
}
