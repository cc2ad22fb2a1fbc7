/* text.c - records and values as text for users: references, titles, values.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/id.h"
#include "model/set.h"

void
ref_text(struct app *app, const struct entity *ent, int64_t id, struct buf *out)
{
	char code[ID_SHOWN];
	size_t at = out->n;

	if (store_ref(app->db, ent, id, out, NULL) == ST_OK && out->n > at)
		return;
	buf_cut(out, at);
	id_shown(id, code);
	buf_addf(out, "%s/%s", ent->id, code);
}

void
title_text(struct app *app, const struct entity *ent, int64_t id,
    struct buf *out)
{
	if (store_title(app->db, ent, id, out, NULL) != ST_OK)
		ref_text(app, ent, id, out);
}

/* Names for set_format, borrowed from one buffer. */
struct namer {
	struct app	*app;
	bool		 shown;
	struct buf	 b;
};

static const char *
name_of(void *arg, const char *ent, int64_t id)
{
	struct namer *n = arg;
	const struct entity *t = entity_find(ent);

	buf_reset(&n->b);
	if (t == NULL)
		return "";
	if (n->shown)
		title_text(n->app, t, id, &n->b);
	else
		ref_text(n->app, t, id, &n->b);
	return n->b.p;
}

static void
format(struct app *app, const struct row *r, int f, bool shown,
    struct buf *out)
{
	const struct field *fd = &r->ent->fields[f];
	struct namer n = { .app = app, .shown = shown };
	const char *v = fd->type == FT_SET ? "" : row_get(r, f), *slash;
	char text[24], *head;
	int day;

	buf_init(&n.b, BUF_LINE);
	switch (fd->type) {
	case FT_SET:
		if (shown)
			set_format_shown(r, f, name_of, &n, out);
		else
			set_format(r, f, name_of, &n, out);
		break;
	case FT_REF:
		if (v[0] != '\0')
			buf_add(out, name_of(&n, fd->ref, row_ref(r, f)));
		break;
	case FT_ANY:
		slash = strchr(v, '/');
		if (slash == NULL)
			break;
		head = xstrndup(v, (size_t)(slash - v));
		buf_add(out, name_of(&n, head, row_ref(r, f)));
		free(head);
		break;
	case FT_DATE: case FT_OPEN:	/* a day among other words */
		day = day_from_iso(v);
		if (shown && day != DAY_NONE) {
			day_long(day, text);
			buf_add(out, text);
			break;
		}
		/* fallthrough */
	default:
		buf_add(out, v);
	}
	buf_clear(&n.b);
}

void
value_text(struct app *app, const struct row *r, int f, struct buf *out)
{
	format(app, r, f, false, out);
}

void
value_shown(struct app *app, const struct row *r, int f, struct buf *out)
{
	format(app, r, f, true, out);
}

/* Callbacks of struct parse. */
static enum status
resolve_strict(void *arg, const char *refs, const char *text,
    const char **ent, int64_t *out, struct err *e)
{
	return ref_resolve_in(arg, refs, text, false, ent, out, e);
}

static enum status
resolve_words(void *arg, const char *refs, const char *text,
    const char **ent, int64_t *out, struct err *e)
{
	return ref_resolve_in(arg, refs, text, true, ent, out, e);
}

static const char *
name_for_errors(void *arg, const char *ent, int64_t id)
{
	struct app *app = arg;
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(app, entity_find(ent), id, &b);
	free(app->name_text);
	app->name_text = buf_take(&b);
	return app->name_text;
}

static long
pupils_of(void *arg, int64_t school, int year, const char *group)
{
	struct app *app = arg;
	char text[8];
	int64_t n = -1;

	year_format(year, text);
	if (rules_pupils(app->db, school, text, group, &n, NULL) != ST_OK)
		return -1;
	return (long)n;
}

struct parse
app_parse(struct app *app, enum date_dir dir)
{
	return (struct parse){ .today = app->today, .dir = dir,
	    .resolve = resolve_strict, .roll = pupils_of, .name = name_for_errors, .arg = app };
}

enum status
value_parse(struct app *app, struct row *r, int f, const char *text, char op,
    bool words, struct err *e)
{
	const struct field *fd = &r->ent->fields[f];
	struct parse p = app_parse(app,
	    (fd->flags & FF_DONE) ? DATE_BACK : DATE_FORWARD);
	struct buf b;
	enum status st;

	if (words)
		p.resolve = resolve_words;
	if (fd->type == FT_SET)
		return set_parse(r, f, text, op, &p, e);
	if (op != 0)
		return err_field(e, ST_USAGE, fd->id, "%s holds one value:"
		    " write %s=… without + or -.", fd->id, fd->id);
	buf_init(&b, BUF_ROW);
	st = field_parse(fd, text, &p, &b, e);
	if (st == ST_OK)
		row_set(r, f, b.p);
	buf_clear(&b);
	return st;
}
