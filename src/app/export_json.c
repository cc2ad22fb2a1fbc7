/* export_json.c - one record as a JSON object.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/export_json.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/text.h"
#include "base/json.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/set.h"

static void
json_ref(struct app *app, const char *ent, int64_t id, struct buf *out)
{
	const struct entity *t = entity_find(ent);
	struct buf ref;

	if (t == NULL || id == 0) {
		buf_add(out, "null");
		return;
	}
	buf_init(&ref, BUF_LINE);
	ref_text(app, t, id, &ref);
	json_string(out, ref.p);
	buf_clear(&ref);
}

static void
json_number(const char *v, struct buf *out)
{
	buf_add(out, *v != '\0' ? v : "null");
}

/* A record and its word: "employer/01234567 (came)". */
static void
json_member_ref(struct app *app, const struct setdef *def,
    const struct member *m, struct buf *out)
{
	const char *word = def->ncols > 1 ? m->v[1] : "";
	struct buf ref;

	buf_init(&ref, BUF_LINE);
	ref_text(app, entity_find(def->cols[0].ref), member_ref(m, 0), &ref);
	if (*word != '\0' && !str_eq(word, "no"))
		buf_addf(&ref, " (%s)", def->cols[1].type == FT_BOOL ?
		    def->cols[1].id : word);
	json_string(out, ref.p);
	buf_clear(&ref);
}

static void
json_columns(struct app *app, const struct setdef *def,
    const struct member *m, size_t ncols, struct buf *out)
{
	bool first = true;

	buf_addc(out, '{');
	for (size_t i = 0; i < ncols; i++) {
		const struct field *c = &def->cols[i];

		json_key(out, c->id, &first);
		if (c->type == FT_REF)
			json_ref(app, c->ref, member_ref(m, i), out);
		else if (c->type == FT_INT)
			json_number(m->v[i], out);
		else
			json_string(out, m->v[i]);
	}
	buf_addc(out, '}');
}

struct namer {
	struct app	*app;
	struct buf	 b;
};

static const char *
name_of(void *arg, const char *ent, int64_t id)
{
	struct namer *n = arg;

	buf_cut(&n->b, 0);
	ref_text(n->app, entity_find(ent), id, &n->b);
	return n->b.p;
}

static void
json_set(struct app *app, const struct field *f, const struct set *s,
    struct buf *out)
{
	struct namer n = { .app = app };
	struct member *ordered;

	buf_init(&n.b, BUF_LINE);
	ordered = set_in_order(f->set, s, name_of, &n);
	buf_clear(&n.b);
	buf_addc(out, '[');
	for (size_t i = 0; i < s->n; i++) {
		const struct member *m = ordered != NULL ? &ordered[i] :
		    &s->m[i];

		if (i > 0)
			buf_add(out, ",");
		switch (f->set->shape) {
		case SET_REFS:
			json_member_ref(app, f->set, m, out);
			break;
		case SET_INTS:
			json_number(m->v[0], out);
			break;
		case SET_WORDS:
			json_string(out, m->v[0]);
			break;
		case SET_YEARS:		/* the promise ends with send */
			json_columns(app, f->set, m, EY_SEND + 1, out);
			break;
		case SET_COUNTS:
		case SET_MAP:
		case SET_ANSWERS:
			json_columns(app, f->set, m, f->set->ncols, out);
			break;
		}
	}
	buf_addc(out, ']');
	free(ordered);
}

static void
json_value(struct app *app, const struct row *r, int f, struct buf *out)
{
	const struct field *fd = &r->ent->fields[f];
	const char *v = fd->type == FT_SET ? "" : row_get(r, f);
	const char *slash = strchr(v, '/');

	switch (fd->type) {
	case FT_SET:
		json_set(app, fd, row_members(r, f), out);
		break;
	case FT_INT:
	case FT_NUM:
		json_number(v, out);
		break;
	case FT_BOOL:
		buf_add(out, *v == '\0' ? "null" :
		    str_eq(v, "yes") ? "true" : "false");
		break;
	case FT_REF:
		json_ref(app, fd->ref, row_ref(r, f), out);
		break;
	case FT_ANY:
		if (slash == NULL) {
			buf_add(out, "null");
		} else {
			char kind[32];

			snprintf(kind, sizeof kind, "%.*s",
			    (int)(slash - v), v);
			json_ref(app, kind, row_ref(r, f), out);
		}
		break;
	case FT_DATE:
	case FT_TIME:
	case FT_YEAR:
		if (*v == '\0')
			buf_add(out, "null");
		else
			json_string(out, v);
		break;
	case FT_TEXT:
	case FT_NOTE:
	case FT_CHOICE:
	case FT_OPEN:
	case FT_MAX:
		json_string(out, v);
		break;
	}
}

void
export_json(struct app *app, const struct row *r, const int *cols, size_t n,
    struct buf *out)
{
	bool first = true;
	struct buf ref;

	buf_init(&ref, BUF_LINE);
	ref_text(app, r->ent, r->id, &ref);
	buf_addc(out, '{');
	json_key(out, "ref", &first);
	json_string(out, ref.p);
	for (size_t i = 0; i < n; i++) {
		json_key(out, r->ent->fields[cols[i]].id, &first);
		json_value(app, r, cols[i], out);
	}
	buf_addc(out, '}');
	buf_clear(&ref);
}

void
export_json_put(const struct buf *json, FILE *to)
{
	struct buf ascii;

	if (str_ieq(nl_langinfo(CODESET), "UTF-8") || !isatty(fileno(to))) {
		fwrite(json->p, 1, json->n, to);
		return;
	}
	buf_init(&ascii, 6 * json->n + 1);
	json_ascii(&ascii, json->p, json->n);
	fwrite(ascii.p, 1, ascii.n, to);
	buf_clear(&ascii);
}
