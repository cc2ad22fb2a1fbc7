/* change_text.c - what the history keeps, as people read it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/change_text.h"

#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/mem.h"
#include "model/id.h"

/* "1J8Q2M7K9QZ4V" of the entity REF, or "school/1J8Q2M7K9QZ4V" when several
 * are possible. */
static void
add_ref(struct app *app, const char *ref, const char *value, struct buf *out)
{
	const char *slash = strchr(value, '/');
	const struct entity *ent;
	char *name;
	int64_t id;

	name = slash != NULL ? xstrndup(value, (size_t)(slash - value)) :
	    xstrdup(ref != NULL ? ref : "");
	ent = entity_find(name);
	free(name);
	if (ent != NULL && id_parse(slash != NULL ? slash + 1 : value, &id))
		ref_text(app, ent, id, out);
	else
		buf_add(out, value);
}

static void
add_value(struct app *app, const struct field *f, const char *value,
    struct buf *out)
{
	if (*value != '\0' && (f->type == FT_REF || f->type == FT_ANY))
		add_ref(app, f->ref, value, out);
	else
		buf_add(out, value);
}

void
change_member(struct app *app, const struct field *f, const char *key,
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

		add_value(app, &d->cols[i], part, out);
		buf_addc(out, '/');
		free(part);
		key += n + 1;
	}
	add_value(app, &d->cols[i], key, out);
}

void
change_value(struct app *app, const struct field *f, const char *value,
    struct buf *out)
{
	add_value(app, f, value, out);
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
