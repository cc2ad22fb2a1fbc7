/* change_text.c - what the history keeps, as people read it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/change_text.h"

#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
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

/* --- in brief ---------------------------------------------------------------- */

static bool
is_kept(const struct field *f)
{
	return f->type == FT_NOTE && (f->flags & FF_HIDDEN) != 0;
}

void
change_brief(struct app *app, const struct field *f, const char *value,
    struct buf *out)
{
	if (is_kept(f) && *value != '\0')
		buf_addf(out, "(%zu characters)", utf8_count(value));
	else
		change_value(app, f, value, out);
}

/* After the string that begins at S. */
static const char *
string_end(const char *s)
{
	for (s++; *s != '"' && *s != '\0'; s++)
		s += *s == '\\' && s[1] != '\0';
	return *s == '"' ? s + 1 : s;
}

/* How many characters a string of JSON stands for. */
static size_t
json_characters(const char *s, const char *end)
{
	size_t n = 0;

	for (s++; s < end - 1; s++) {
		if (*s == '\\')
			s += s[1] == 'u' ? 5 : 1;
		n += ((unsigned char)*s & 0xC0) != 0x80;
	}
	return n;
}

/* Is the string from S to END the key of a long text, and one its value? */
static bool
is_kept_key(const struct entity *ent, const char *s, const char *end)
{
	char *key;
	int f;

	if (end[0] != ':' || end[1] != '"')
		return false;
	key = xstrndup(s + 1, (size_t)(end - s) - 2);
	f = entity_field(ent, key);
	free(key);
	return f >= 0 && is_kept(&ent->fields[f]);
}

void
change_record_brief(const struct entity *ent, const char *json,
    struct buf *out)
{
	const char *s = json, *end;
	int depth = 0;

	while (*s != '\0') {
		end = *s == '"' ? string_end(s) : s + 1;
		depth += *s == '{' || *s == '[';
		depth -= *s == '}' || *s == ']';
		buf_addn(out, s, (size_t)(end - s));
		if (depth == 1 && *s == '"' && is_kept_key(ent, s, end)) {
			s = end + 1;
			end = string_end(s);
			buf_addf(out, ":\"(%zu characters)\"",
			    json_characters(s, end));
		}
		s = end;
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
