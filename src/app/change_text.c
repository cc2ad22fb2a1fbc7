/* change_text.c - what the history keeps, as people read it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/change_text.h"

#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/id.h"
#include "model/row.h"

/* "1J8Q2M7K9QZ4V" of the entity REF, or "school/1J8Q2M7K9QZ4V" when several
 * are possible. */
static void
add_ref(struct app *app, const char *ref, const char *value, bool title,
    struct buf *out)
{
	size_t before = out->n;
	const char *slash = strchr(value, '/');
	const struct entity *ent;
	char *name;
	int64_t id;

	name = slash != NULL ? xstrndup(value, (size_t)(slash - value)) :
	    xstrdup(ref != NULL ? ref : "");
	ent = entity_find(name);
	free(name);
	if (ent == NULL || !id_parse(slash != NULL ? slash + 1 : value, &id)) {
		buf_add(out, value);
		return;
	}
	if (title)
		title_text(app, ent, id, out);
	if (out->n == before)
		ref_text(app, ent, id, out);
}

static void
add_value(struct app *app, const struct field *f, const char *value,
    bool title, struct buf *out)
{
	if (*value != '\0' && (f->type == FT_REF || f->type == FT_ANY))
		add_ref(app, f->ref, value, title, out);
	else
		buf_add(out, value);
}

static void
add_member(struct app *app, const struct field *f, const char *key, bool title,
    struct buf *out)
{
	const struct setdef *d = f->type == FT_SET ? f->set : NULL;
	size_t i;

	if (d == NULL) {
		buf_add(out, key);
		return;
	}
	for (i = 0; i + 1 < d->nkeys && strchr(key, '/') != NULL; i++) {
		size_t n = strcspn(key, "/");
		char *part = xstrndup(key, n);

		add_value(app, &d->cols[i], part, title, out);
		buf_add(out, title ? " " : "/");
		free(part);
		key += n + 1;
	}
	add_value(app, &d->cols[i], key, title, out);
}

void
change_member(struct app *app, const struct field *f, const char *key,
    struct buf *out)
{
	add_member(app, f, key, false, out);
}

void
change_member_shown(struct app *app, const struct field *f, const char *key,
    struct buf *out)
{
	add_member(app, f, key, true, out);
}

void
change_value(struct app *app, const struct field *f, const char *value,
    struct buf *out)
{
	add_value(app, f, value, false, out);
}

void
change_shown(struct app *app, const struct entity *ent, const struct field *f,
    const char *value, struct buf *out)
{
	struct row *r;
	char day[24];

	if (f->type == FT_DATE && day_from_iso(value) != DAY_NONE) {
		day_short(day_from_iso(value), app->today, day);
		buf_add(out, day);
	} else if (f->type == FT_REF || f->type == FT_ANY) {
		add_value(app, f, value, true, out);
	} else {
		r = row_new(ent);
		row_set(r, entity_field(ent, f->id), value);
		value_shown(app, r, entity_field(ent, f->id), out);
		row_free(r);
	}
}

void
change_words(const char *json, struct buf *out)
{
	bool within = false;
	const char *s;

	for (s = json; *s != '\0'; s++) {
		if (*s == '"') {
			within = !within;
		} else if (within) {
			s += *s == '\\' && s[1] != '\0';
			buf_addc(out, *s);
		} else if (*s == ':') {
			buf_addc(out, ' ');
		} else if (*s == ',') {
			buf_add(out, ", ");
		}
	}
}
