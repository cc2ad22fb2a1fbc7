/* widget_value.c - a field's value as text to edit, and that text as a value.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/widget.h"

#include <stdlib.h>
#include <string.h>

#include "app/dated.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/split.h"

static bool
is_refs(const struct field *f)
{
	return f->type == FT_SET && f->set->shape == SET_REFS;
}

/* --- names the text holds ------------------------------------------------ */

static const struct known *
find_known(const struct widget *w, const char *name)
{
	size_t i;

	for (i = 0; i < w->nknown; i++)
		if (str_ieq(w->known[i].name, name))
			return &w->known[i];
	return NULL;
}

void
widget_know(struct widget *w, const char *name, const struct entity *ent,
    int64_t id, struct buf *out)
{
	const struct known *k = find_known(w, name);
	char code[ID_SHOWN], *own;

	own = xstrdup(name);
	if (k && (k->ent != ent || k->id != id) && id != 0) {
		/* two records of one name: the code tells them apart */
		free(own);
		id_shown(id, code);
		own = xasprintf("%s/%s", ent->id, code);
		k = find_known(w, own);
	}
	if (!k || k->id != id) {
		w->known = xreallocarray(w->known, w->nknown + 1,
		    sizeof *w->known);
		w->known[w->nknown++] = (struct known){.name = xstrdup(own),
		    .ent = ent, .id = id};
	}
	if (is_refs(w->f))
		split_quote(out, own, ",()");
	else
		buf_add(out, own);
	free(own);
}

struct known *
widget_new_name(struct widget *w, size_t *at)
{
	while (*at < w->nknown) {
		struct known *k = &w->known[(*at)++];

		if (k->id == 0)
			return k;
	}
	return NULL;
}

static void
add_record(struct widget *w, struct app *app, const char *ent, int64_t id,
    struct buf *out)
{
	const struct entity *t = entity_find(ent);
	struct buf title;

	if (!t)
		return;
	buf_init(&title, BUF_LINE);
	title_text(app, t, id, &title);
	widget_know(w, title.p, t, id, out);
	buf_clear(&title);
}

/* --- value to text ------------------------------------------------------- */

static void
show_refs(struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	const struct field *cols = w->f->set->cols;
	const struct set *s = &r->sets[w->no];
	size_t i;

	for (i = 0; i < s->n; i++) {
		const char *word = w->f->set->ncols > 1 ? s->m[i].v[1] : "";

		if (i)
			buf_add(out, ", ");
		add_record(w, app, cols[0].ref, member_ref(&s->m[i], 0), out);
		if (*word && strcmp(word, "no") != 0)
			buf_addf(out, " (%s)", cols[1].type == FT_BOOL ?
			    cols[1].id : word);
	}
}

static void
show_any(struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	const char *v = row_get(r, w->no);
	char *ent = xstrndup(v, strcspn(v, "/"));

	if (*v)
		add_record(w, app, ent, row_ref(r, w->no), out);
	free(ent);
}

/* Names for reading when they read back to the same, else references. */
static void
show_set(struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	struct row *back = row_copy(r);

	value_shown(app, r, w->no, out);
	if (value_parse(app, back, w->no, out->p, 0, true, NULL) ||
	    !row_same(back, r, w->no)) {
		buf_reset(out);
		value_text(app, r, w->no, out);
		if (value_parse(app, back, w->no, out->p, 0, true, NULL) ||
		    !row_same(back, r, w->no))
			w->readonly = true;
	}
	row_free(back);
}

static void
render(struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	const struct choice *c;

	if (dated_adds(r->ent, w->no))
		return;		/* what is typed comes to what is there */
	if (dated_takes(r->ent, w->no) && w->f->type != FT_CHOICE) {
		buf_add(out, row_get(r, w->no));	/* derived: as it is */
		return;
	}
	switch (w->f->type) {
	case FT_SET:
		if (is_refs(w->f))
			show_refs(w, app, r, out);
		else
			show_set(w, app, r, out);
		break;
	case FT_REF:
		if (*row_get(r, w->no))
			add_record(w, app, w->f->ref, row_ref(r, w->no), out);
		break;
	case FT_ANY:
		show_any(w, app, r, out);
		break;
	case FT_DATE:
		value_shown(app, r, w->no, out);
		break;
	case FT_CHOICE:
		c = field_choice(w->f, row_get(r, w->no));
		buf_add(out, c && c->label ? c->label : row_get(r, w->no));
		break;
	default:
		buf_add(out, row_get(r, w->no));
	}
}

void
widget_init(struct widget *w, struct app *app, const struct row *r, int f,
    bool utf8)
{
	struct buf b;

	memset(w, 0, sizeof *w);
	w->f = dated_typed(r->ent, f);
	w->no = f;
	w->utf8 = utf8;
	buf_init(&b, BUF_ROW);
	render(w, app, r, &b);
	w->text = buf_take(&b);
	w->loaded = xstrdup(w->text);
	w->beside = xstrdup("");
}

void
widget_clear(struct widget *w)
{
	size_t i;

	widget_drop(w);
	for (i = 0; i < w->nknown; i++)
		free(w->known[i].name);
	free(w->known);
	free(w->text);
	free(w->loaded);
	free(w->error);
	free(w->beside);
	memset(w, 0, sizeof *w);
}

bool
widget_changed(const struct widget *w)
{
	return strcmp(w->text, w->loaded) != 0;
}

void
widget_blame(struct widget *w, const char *sentence)
{
	char *copy = sentence ? xstrdup(sentence) : NULL;

	free(w->error);		/* SENTENCE may be this one */
	w->error = copy;
}

/* --- text to value ------------------------------------------------------- */

/* "Name (word)" as "entity/CODE (word)" when the name is known; a name still
 * to be made is left out. */
static void
add_part(const struct widget *w, const char *part, struct buf *out)
{
	const char *open = split_last(part, '(');
	const struct known *k;
	char code[ID_CODE], *head = NULL, *trimmed = NULL, *plain;
	const char *word = "";

	plain = split_unquote(part);
	k = find_known(w, plain);
	if (!k && open && open != part) {
		head = xstrndup(part, (size_t)(open - part));
		trimmed = str_trimmed(head);
		free(plain);
		plain = split_unquote(trimmed);
		k = find_known(w, plain);
		word = open;
	}
	if (k && k->id == 0) {
		;
	} else {
		if (out->n)
			buf_add(out, ", ");
		if (k) {
			id_code(k->id, code);
			buf_addf(out, "%s/%s%s%s", k->ent->id, code,
			    *word ? " " : "", word);
		} else {
			buf_add(out, part);
		}
	}
	free(plain);
	free(head);
	free(trimmed);
}

/* The text with references where its names are known. */
void
widget_refs(const struct widget *w, struct buf *out)
{
	struct strs parts = {0};
	const struct known *k;
	char code[ID_CODE];
	size_t i;

	if (is_refs(w->f)) {
		split_parts(&parts, w->text, ',');
		for (i = 0; i < parts.n; i++)
			add_part(w, parts.v[i], out);
		strs_clear(&parts);
		return;
	}
	k = w->f->type == FT_REF || w->f->type == FT_ANY ?
	    find_known(w, w->text) : NULL;
	if (k && k->id == 0)
		return;
	if (k) {
		id_code(k->id, code);
		buf_addf(out, "%s/%s", k->ent->id, code);
	} else {
		buf_add(out, w->text);
	}
}

/* Errors of the model begin "FIELD: ": the form shows them beside it. */
static void
cut_field(const struct field *f, struct err *e)
{
	size_t n = strlen(f->id);

	if (!e)
		return;
	if (str_starts(e->text, f->id) && e->text[n] == ':' &&
	    e->text[n + 1] == ' ')
		memmove(e->text, e->text + n + 2, strlen(e->text + n + 2) + 1);
	snprintf(e->field, sizeof e->field, "%s", f->id);
}

enum status
widget_read(const struct widget *w, struct app *app, struct row *r,
    struct err *e)
{
	struct dated unused = {0};
	enum status st = ST_OK;
	struct buf b;

	if (w->readonly || !widget_changed(w))
		return ST_OK;
	buf_init(&b, BUF_ROW);
	widget_refs(w, &b);
	if (!dated_takes(r->ent, w->no))
		st = value_parse(app, r, w->no, b.p, 0, true, e);
	else if (b.n || str_empty(w->text))	/* a row, made when saving */
		st = dated_note(app, &unused, r, w->no, b.p, 0, e);
	dated_clear(&unused);
	buf_clear(&b);
	if (st)
		cut_field(w->f, e);
	return st;
}
