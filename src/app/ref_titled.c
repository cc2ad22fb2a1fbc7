/* ref_titled.c - records without a name, by the words of what they are about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/ref_titled.h"

#include <string.h>

#include "app/lists.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/name.h"

static bool
is_named(const struct entity *ent)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_NAME)
			return true;
	return false;
}

/* In quotes a word is no field of a filter. */
static void
quote_words(const char *text, struct buf *out)
{
	for (const char *p = text; *p != '\0'; p++) {
		size_t n = strcspn(p, " \t\"");

		if (n == 0)
			continue;
		buf_addf(out, "\"%.*s\" ", (int)n, p);
		p += n - 1;
	}
}

static void
add_hit(struct app *app, const struct entity *ent, int64_t id,
    struct hits *out)
{
	struct hit *h;
	struct buf title;

	if (out->n == out->cap) {
		out->cap = 2 * out->cap + 8;
		out->v = xreallocarray(out->v, out->cap, sizeof *out->v);
	}
	buf_init(&title, BUF_LINE);
	title_text(app, ent, id, &title);
	h = &out->v[out->n++];
	*h = (struct hit){ .ent = ent, .id = id, .class = NAME_WORDS,
	    .title = buf_take(&title), .where = xstrdup("") };
}

static enum status
add_listed(struct app *app, const struct entity *ent, const char *filter,
    size_t limit, struct hits *out, struct err *e)
{
	struct list_page page = { 0 };
	struct lister l;
	enum status st = lister_open(&l, app, ent, filter, e);

	if (st != ST_OK)
		return st;
	st = lister_page(&l, NULL, true, limit - out->n, &page, e);
	for (size_t i = 0; st == ST_OK && i < page.n; i++)
		add_hit(app, ent, page.row[i].id, out);
	list_clear(&page);
	lister_close(&l);
	return st;
}

enum status
ref_titled(struct app *app, const char *refs, const char *text, size_t limit,
    struct hits *out, struct err *e)
{
	struct strs kinds = { 0 };
	enum status st = ST_OK;
	struct buf filter;

	buf_init(&filter, BUF_LINE);
	quote_words(text, &filter);
	str_words(&kinds, refs);
	for (size_t i = 0; i < kinds.n && st == ST_OK && filter.n > 0; i++) {
		const struct entity *ent = entity_find(kinds.v[i]);

		if (ent != NULL && !is_named(ent) && out->n < limit)
			st = add_listed(app, ent, filter.p, limit, out, e);
	}
	strs_clear(&kinds);
	buf_clear(&filter);
	return st;
}
