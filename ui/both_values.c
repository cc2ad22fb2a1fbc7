/* both_values.c - somebody changed the same field meanwhile: both are shown.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/both_values.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"

struct both {
	struct row	*base, *mine;	/* the caller's */
	char		*whose;		/* of several records: which; "" */
	struct row	*now;		/* as it is stored */
	struct clashes	 c;
	size_t		 at;		/* the clash being asked */
	both_fn		 done;
	void		*arg;
};

static void ask(struct ui *, struct both *);

static void
finish(struct ui *ui, struct both *b, bool save)
{
	both_fn done = b->done;
	void *arg = b->arg;

	clashes_clear(&b->c);
	row_free(b->now);
	free(b->whose);
	free(b);
	done(ui, arg, save);
}

/* The member of S whose key is KEY; NULL none. */
static struct member *
by_key(const struct set *s, const struct setdef *d, const char *key)
{
	struct member *found = NULL;
	struct buf b;
	size_t i;

	buf_init(&b, BUF_LINE);
	for (i = 0; i < s->n && !found; i++) {
		buf_reset(&b);
		member_key(&s->m[i], d, &b);
		if (strcmp(b.p, key) == 0)
			found = &s->m[i];
	}
	buf_clear(&b);
	return found;
}

/* Make field F (or one member of it) of TO what it is in FROM. */
static void
copy_field(struct row *to, const struct row *from, int f, const char *key)
{
	const struct setdef *d = to->ent->fields[f].set;
	struct member *m, *had;

	if (to->ent->fields[f].type != FT_SET) {
		row_set(to, f, row_get(from, f));
		return;
	}
	m = by_key(&from->sets[f], d, key);
	had = by_key(&to->sets[f], d, key);
	if (m)
		set_put(&to->sets[f], d, (const char *const *)m->v);
	else if (had)
		set_drop(&to->sets[f], d, (const char *const *)had->v);
}

/* R with only the member of a set that clashes; else R as it is. */
static struct row *
only(const struct row *r, const struct clash *c)
{
	const struct field *f = &r->ent->fields[c->field];
	struct row *one = row_copy(r);

	if (f->type == FT_SET) {
		set_clear(&one->sets[c->field], f->set);
		copy_field(one, r, c->field, c->member);
	}
	return one;
}

/* A field of R for reading; of a set only the member. */
static void
shown(struct ui *ui, const struct row *r, const struct clash *c,
    struct buf *out)
{
	struct row *one = only(r, c);
	size_t at = out->n;

	value_shown(ui->app, one, c->field, out);
	if (out->n == at)
		buf_add(out, "nothing");
	row_free(one);
}

static int
other_changes(const struct both *b)
{
	int f, n = 0;
	size_t i;

	for (f = 0; f < (int)b->base->ent->nfields; f++) {
		if (b->base->ent->fields[f].flags & FF_DERIVED ||
		    row_same(b->base, b->mine, f))
			continue;
		for (i = 0; i < b->c.n && b->c.v[i].field != f; i++)
			continue;
		n += i == b->c.n;
	}
	return n;
}

static void
add_others(const struct both *b, struct buf *out)
{
	static const char *const words[] = {"", "one", "two", "three", "four",
	    "five"};
	int n = other_changes(b);

	if (n == 1)
		buf_add(out, "\nYour other change is saved with it.");
	else if (n > 1 && n < 6)
		buf_addf(out, "\nYour other %s changes are saved with it.",
		    words[n]);
	else if (n)
		buf_addf(out, "\nYour other %d changes are saved with it.", n);
}

/* Decided: BASE gets what is stored, so that nothing clashes any more. */
static void
next(struct ui *ui, struct both *b)
{
	const struct clash *c = &b->c.v[b->at];

	copy_field(b->base, b->now, c->field, c->member);
	if (++b->at < b->c.n)
		ask(ui, b);
	else
		finish(ui, b, true);
}

/* TEXT as the value of the clash into MINE: of a set that member or, when it
 * is empty, none. */
static enum status
take_typed(struct ui *ui, struct both *b, const char *text, struct err *e)
{
	const struct clash *c = &b->c.v[b->at];
	const struct field *f = &b->mine->ent->fields[c->field];
	struct row *one;
	enum status st;

	if (f->type != FT_SET)
		return value_parse(ui->app, b->mine, c->field, text, 0, true,
		    e);
	one = row_copy(b->mine);
	st = value_parse(ui->app, one, c->field, text, 0, true, e);
	if (!st && one->sets[c->field].n > 0 && (one->sets[c->field].n > 1 ||
	    !by_key(&one->sets[c->field], f->set, c->member)))
		st = err_set(e, ST_INVALID, "Only that one line of %s is asked "
		    "for; the others are kept.", f->label);
	if (!st)
		copy_field(b->mine, one, c->field, c->member);
	row_free(one);
	return st;
}

static bool
on_typed(struct ui *ui, void *arg, const char *text)
{
	struct both *b = arg;
	struct err e = {0};

	if (!text) {
		ask(ui, b);
		return true;
	}
	if (take_typed(ui, b, text, &e)) {
		say_err(ui, &e);
		return false;
	}
	next(ui, b);
	return true;
}

static void
on_choice(struct ui *ui, void *arg, int n)
{
	struct both *b = arg;
	const struct clash *c = &b->c.v[b->at];
	struct row *one;
	struct buf text;

	if (n < 0) {
		finish(ui, b, false);
		return;
	}
	if (n == 2) {
		buf_init(&text, BUF_ROW);
		one = only(b->mine, c);
		value_text(ui->app, one, c->field, &text);
		row_free(one);
		dialog_prompt(ui, "Type the value: ", text.p, on_typed, b);
		buf_clear(&text);
		return;
	}
	if (n == 0)
		copy_field(b->mine, b->now, c->field, c->member);
	next(ui, b);
}

static void
when(struct ui *ui, const struct clash *c, char out[6])
{
	int64_t ms = clock_from_iso(c->at ? c->at : "");

	out[0] = '\0';
	if (ms >= 0)
		clock_hhmm(ms, option_text(ui->app->opt, OPT_TIMEZONE), out);
}

/* A member that only is there or not has no other value to type. */
static bool
has_value(const struct field *f)
{
	return f->type != FT_SET || f->set->ncols > f->set->nkeys;
}

static void
ask(struct ui *ui, struct both *b)
{
	const struct clash *c = &b->c.v[b->at];
	const struct field *f = &b->base->ent->fields[c->field];
	struct strs choices = {0};
	struct buf text, was, theirs, yours;
	char time[6];

	buf_init(&text, BUF_ROW);
	buf_init(&was, BUF_ROW);
	buf_init(&theirs, BUF_ROW);
	buf_init(&yours, BUF_ROW);
	shown(ui, b->base, c, &was);
	shown(ui, b->now, c, &theirs);
	shown(ui, b->mine, c, &yours);
	when(ui, c, time);
	buf_addf(&text, "%s%s%s\n  loaded %s\n  %s saved %s%s%s%s\n  yours %s",
	    b->whose, *b->whose ? ": " : "", f->label, was.p, c->user && *c->user ? c->user : "somebody",
	    theirs.p, *time ? " (" : "", time, *time ? ")" : "", yours.p);
	add_others(b, &text);
	strs_take(&choices, xasprintf("keep %s", theirs.p));
	strs_take(&choices, xasprintf("use %s", yours.p));
	if (has_value(f))
		strs_add(&choices, "type another");
	dialog_choose(ui, "Somebody changed this while you were typing",
	    text.p, &choices, 0, on_choice, b);
	strs_clear(&choices);
	buf_clear(&text);
	buf_clear(&was);
	buf_clear(&theirs);
	buf_clear(&yours);
}

void
both_values(struct ui *ui, const char *whose, struct row *base,
    struct row *mine, struct clashes *take, both_fn done, void *arg)
{
	struct both *b = xcalloc(1, sizeof *b);
	struct err e = {0};

	b->whose = xstrdup(whose);
	b->base = base;
	b->mine = mine;
	b->c = *take;
	*take = (struct clashes){NULL, 0};
	b->done = done;
	b->arg = arg;
	if (record_load(ui->app, base->ent, base->id, &b->now, &e)) {
		say_err(ui, &e);
		finish(ui, b, false);
		return;
	}
	ask(ui, b);
}
