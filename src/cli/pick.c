/* pick.c - the records a command is about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/pick.h"

#include <langinfo.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/select.h"
#include "app/text.h"
#include "app/told.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

enum status
pick_entity(const char *word, const struct entity **out, struct err *e)
{
	const struct entity *ent = entity_find(word);
	const char *near;

	if (ent == NULL) {
		near = entity_nearest(word);
		return err_set(e, ST_USAGE, "there is no kind of record \"%s\""
		    "%s%s%s", word, near != NULL ? "; did you mean " : "",
		    near != NULL ? near : "", near != NULL ? "?" : "");
	}
	*out = ent;
	return ST_OK;
}

static void
add(struct picks *p, const struct entity *ent, int64_t id)
{
	size_t i;

	for (i = 0; i < p->n && p->n < 100; i++)
		if (p->v[i].ent == ent && p->v[i].id == id)
			return;
	if ((p->n & (p->n + 1)) == 0)	/* grow at 0, 1, 3, 7, … */
		p->v = xreallocarray(p->v, 2 * p->n + 2, sizeof *p->v);
	p->v[p->n++] = (struct picked){ ent, id };
}

enum status
picks_refs(struct cli *c, char *const *arg, size_t n, struct picks *out,
    struct err *e)
{
	struct buf bad;
	enum status st, first = ST_OK;
	const struct entity *ent;
	int64_t id;
	size_t i;

	buf_init(&bad, BUF_LINE);
	for (i = 0; i < n; i++) {
		st = ref_resolve(c->app, arg[i], false, &ent, &id, e);
		if (st == ST_OK) {
			add(out, ent, id);
			continue;
		}
		if (first == ST_OK)
			first = st;
		buf_addf(&bad, "%s%s", bad.n > 0 ? "\n" : "", e->text);
	}
	if (first != ST_OK) {
		free(out->v);
		*out = (struct picks){ NULL, 0 };
		first = err_set(e, first, "%s", bad.p);
	}
	buf_clear(&bad);
	return first;
}

struct gather {
	struct picks	*picks;
	const struct entity *ent;
};

static enum status
gather_one(void *arg, int64_t id, struct err *e)
{
	struct gather *g = arg;

	(void)e;
	add(g->picks, g->ent, id);
	return ST_OK;
}

enum status
picks_filter(struct cli *c, char *const *arg, size_t n, struct picks *out,
    struct err *e)
{
	struct list_spec spec;
	struct gather g = { .picks = out };
	enum status st;

	if ((st = pick_entity(arg[0], &g.ent, e)) != ST_OK ||
	    (st = pick_spec(c, g.ent, arg + 1, n - 1, &spec, e)) != ST_OK)
		return st;
	st = select_each(c->app, &spec, gather_one, &g, e);
	pick_spec_clear(&spec);
	if (st == ST_OK && out->n == 0)
		st = err_set(e, ST_NOT_FOUND, "No %s matches.", g.ent->id);
	if (st != ST_OK) {
		free(out->v);
		*out = (struct picks){ NULL, 0 };
	}
	return st;
}

enum status
pick_end(struct cli *c, enum status st, const char *label, struct err *e)
{
	if (st != ST_OK || !arg_has(c->args, "dry-run"))
		return step_end(c->app, st, label, e);
	st = step_end(c->app, ST_INTERRUPTED, label, e);
	if (st != ST_INTERRUPTED)
		return st;
	cli_say(c, "%s", "Dry run: nothing was changed.");
	return ST_OK;
}

enum status
pick_hint(const char *hint, struct err *e)
{
	char *why = xstrdup(e->text);
	enum status st = err_set(e, e->st, "%s\n%s", why, hint);

	free(why);
	return st;
}

void
pick_told(struct cli *c, const struct told *t)
{
	bool lines = arg_has(c->args, "dry-run");

	for (size_t i = 0; i < t->n; i++) {
		const struct told_part *p = &t->part[i];

		pick_print(c->out, "%s: %zu %s", p->ent->ids, p->lines.n,
		    p->did);
		for (size_t k = 0; lines && k < p->lines.n; k++)
			pick_print(c->out, "  %s", p->lines.v[k]);
	}
	for (size_t i = 0; i < t->notes.n; i++)
		cli_say(c, "%s", t->notes.v[i]);
}

void
pick_print(FILE *to, const char *fmt, ...)
{
	struct buf b;
	va_list ap;
	char *safe;
	size_t n;

	buf_init(&b, BUF_ROW);
	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	for (n = b.n; n > 0 && b.p[n - 1] == '\n'; n--)
		;
	buf_cut(&b, n);
	safe = utf8_printable(b.p, str_eq(nl_langinfo(CODESET), "UTF-8"));
	fprintf(to, "%s\n", safe);
	free(safe);
	buf_clear(&b);
}

enum status
pick_spec(struct cli *c, const struct entity *ent, char *const *arg, size_t n,
    struct list_spec *spec, struct err *e)
{
	struct filter *f;
	enum status st;

	st = filter_parse_args(ent, arg, n, c->app->today, &f, e);
	if (st == ST_INVALID)
		st = e->st = ST_USAGE;
	if (st != ST_OK)
		return st;
	*spec = (struct list_spec){ .ent = ent, .filter = f, .sort = -1,
	    .today = c->app->today };
	return ST_OK;
}

void
pick_spec_clear(struct list_spec *spec)
{
	filter_free((struct filter *)(uintptr_t)spec->filter);
	free((int *)(uintptr_t)spec->cols);
	*spec = (struct list_spec){ 0 };
}

/* A field named by the user, or the nearest in the sentence. Files hold what
 * the program keeps: it may be a column, but nothing is in its order. */
static enum status
field_named(const struct entity *ent, const char *id, bool kept, int *out,
    struct err *e)
{
	int f = entity_field(ent, id);

	*out = f;
	if (f >= 0 && (kept || !(ent->fields[f].flags & FF_HIDDEN)))
		return ST_OK;
	return entity_refuse_field(ent, id, e);
}

static enum status
named_columns(const struct entity *ent, const char *text, struct list_spec *s,
    struct err *e)
{
	struct strs words = { 0 };
	int *cols;
	enum status st = ST_OK;
	size_t i, n = 0;

	str_split(&words, text, ',');
	cols = xcalloc(words.n + 1, sizeof *cols);
	for (i = 0; st == ST_OK && i < words.n; i++) {
		if (str_eq(words.v[i], "ref") || words.v[i][0] == '\0')
			continue;	/* always there, first */
		st = field_named(ent, words.v[i], true, &cols[n], e);
		n += st == ST_OK;
	}
	strs_clear(&words);
	s->cols = cols;
	s->ncols = n;
	return st;
}

static void
list_columns(const struct entity *ent, struct list_spec *s)
{
	int *cols = xcalloc(ent->nfields, sizeof *cols);
	size_t i, n = 0;

	for (i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_LIST)
			cols[n++] = (int)i;
	s->cols = cols;
	s->ncols = n;
}

static enum status
sort_by(struct cli *c, struct list_spec *s, struct err *e)
{
	const char *text = arg_get(c->args, "sort");
	struct strs keys = { 0 };
	enum status st = ST_OK;
	size_t i;
	int f;

	if (text == NULL)
		return ST_OK;
	str_split(&keys, text, ',');
	for (i = 0; st == ST_OK && i < keys.n; i++) {
		bool desc = keys.v[i][0] == '-';

		st = field_named(s->ent, keys.v[i] + desc, false, &f, e);
		if (st == ST_OK && s->nmore + 1 > LIST_SORTS)
			st = err_set(e, ST_USAGE, "--sort takes at most %d"
			    " fields", LIST_SORTS + 1);
		if (st != ST_OK)
			break;
		if (i == 0) {
			s->sort = f;
			s->desc = desc;
		} else {
			s->more[s->nmore].field = f;
			s->more[s->nmore++].desc = desc;
		}
	}
	strs_clear(&keys);
	return st;
}

enum status
pick_columns(struct cli *c, enum format fmt, struct list_spec *s,
    struct err *e)
{
	const char *text = arg_get(c->args, "columns");
	enum status st = ST_OK;
	int *cols;

	if (text != NULL)
		st = named_columns(s->ent, text, s, e);
	else if (fmt == FMT_TABLE)
		list_columns(s->ent, s);
	else {
		s->ncols = export_fields(s->ent, &cols);
		s->cols = cols;
	}
	return st == ST_OK ? sort_by(c, s, e) : st;
}

enum status
pick_day(struct cli *c, const char *option, enum date_dir dir, int *out,
    struct err *e)
{
	const char *text = arg_get(c->args, option);

	if (text == NULL ||
	    date_parse(text, c->app->today, dir, out, e) == ST_OK)
		return ST_OK;
	(void)err_prefix(e, "--%s: ", option);
	return e->st = ST_USAGE;
}

enum status
pick_options(struct cli *c, const struct pick_option *o, size_t n,
    const char *verb, struct err *e)
{
	struct buf b;
	size_t i = 0;

	while (i < n && (!arg_has(c->args, o[i].name) ||
	    str_in(verb, o[i].verbs)))
		i++;
	if (i == n)
		return ST_OK;
	buf_init(&b, BUF_LINE);
	for (const char *p = o[i].verbs; *p != '\0'; p++)
		if (*p == ' ')
			buf_add(&b, " or ");
		else
			buf_addc(&b, *p);
	(void)err_set(e, ST_USAGE, "--%s goes with %s %s, not with %s",
	    o[i].name, c->args->command, b.p, verb);
	buf_clear(&b);
	return ST_USAGE;
}
