/* cmd_record.c - add, set, show, archive, restore: any entity by its table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/alike.h"
#include "app/besides.h"
#include "app/dated.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"

/* field=value, field+=member, field-=member, taken apart. */
struct assign {
	char		*field, op;
	const char	*value;		/* within the argument */
};

static bool
is_assignment(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz_0123456789");

	return n > 0 && (s[n] == '=' ||
	    ((s[n] == '+' || s[n] == '-') && s[n + 1] == '='));
}

static struct assign
assign_of(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz_0123456789");
	struct assign a = { xstrndup(s, n), s[n] == '=' ? '\0' : s[n],
	    strchr(s, '=') + 1 };

	return a;
}

/* One assignment into R. What makes dated rows is kept for later (dated.h). */
static enum status
apply(struct app *app, struct row *r, const char *text,
    struct dated *dated, struct err *e)
{
	struct assign a = assign_of(text);
	int f = entity_field(r->ent, a.field);
	enum status st;
	char *clean = utf8_clean(a.value);
	bool taken = false;

	if (f < 0)
		st = entity_refuse_field(r->ent, a.field, e);
	else if ((st = dated_user(app, dated, r, f, clean, &taken, e)) !=
	    ST_OK || taken)
		;
	else if (dated_takes(r->ent, f))
		st = dated_note(app, dated, r, f, clean, a.op, e);
	else if (r->ent->fields[f].flags & (FF_DERIVED | FF_READONLY | FF_HIDDEN))
		st = err_field(e, ST_INVALID, a.field, "%s is kept by the"
		    " program; it cannot be set.", a.field);
	else
		st = value_parse(app, r, f, clean, a.op, false, e);
	free(clean);
	free(a.field);
	return st;
}

static enum status
add_row(struct cli *c, struct row *r, const struct dated *dated,
    struct err *e)
{
	struct buf label, ref;
	enum status st;

	if (!arg_has(c->args, "new") &&
	    (st = record_alike(c->app, r, e)) != ST_OK) {
		return st != ST_CONFLICT ? st :
		    pick_hint("--new makes another all the same.", e);
	}
	if ((st = step_begin(c->app, e)) != ST_OK)
		return st;
	st = dated_users(c->app, r, dated, e);
	if (st == ST_OK)
		st = record_add(c->app, r, e);
	if (st == ST_OK)
		st = dated_give(c->app, r, dated, e);
	buf_init(&label, BUF_LINE);
	buf_init(&ref, BUF_LINE);
	if (st == ST_OK) {
		ref_text(c->app, r->ent, r->id, &ref);
		buf_addf(&label, "added %s", ref.p);
	}
	st = step_end(c->app, st, label.p, e);
	if (st == ST_OK)
		cli_put_line(c, ref.p);
	buf_clear(&label);
	buf_clear(&ref);
	return st;
}

/* Sets that speak of the record's schools are read after all else. */
static bool
goes_last(const struct entity *ent, const char *text)
{
	struct assign a = assign_of(text);
	int f = entity_field(ent, a.field);
	bool last = f >= 0 && ent->fields[f].type == FT_SET &&
	    (ent->fields[f].set->shape == SET_YEARS ||
	    ent->fields[f].set->shape == SET_COUNTS);

	free(a.field);
	return last;
}

static enum status
apply_all(struct app *app, struct row *r, char *const *arg, size_t n,
    struct dated *dated, struct err *e)
{
	struct err all = { 0 }, one = { 0 };
	enum status st = ST_OK;
	size_t i;
	int pass;

	/* Every bad value is named; but years are not read without the schools
	 * they speak of. */
	for (pass = 0; pass < 2 && all.st == ST_OK; pass++)
		for (i = 0; (st == ST_OK || err_of_input(st)) && i < n; i++) {
			if (goes_last(r->ent, arg[i]) != (pass == 1))
				continue;
			st = apply(app, r, arg[i], dated, &one);
			if (st != ST_OK)
				(void)err_join(&all, &one, "\n");
		}
	if (all.st != ST_OK && e != NULL)
		*e = all;
	return all.st;
}

/* All must be field=value, and no field get two values. */
static enum status
check_assignments(char *const *arg, size_t n, struct err *e)
{
	size_t i, j;

	for (i = 0; i < n; i++) {
		if (!is_assignment(arg[i]))
			return err_set(e, ST_USAGE, "\"%s\" is not field=value",
			    arg[i]);
		for (j = 0; j < i; j++) {
			size_t len = strcspn(arg[i], "=") + 1;

			if (arg[i][len - 2] != '+' && arg[i][len - 2] != '-' &&
			    strncmp(arg[i], arg[j], len) == 0)
				return err_set(e, ST_USAGE, "%.*s is given"
				    " twice", (int)len - 1, arg[i]);
		}
	}
	return ST_OK;
}

enum status
cmd_add(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const struct entity *ent;
	struct dated dated = { 0 };
	struct row *r;
	enum status st;

	(void)code;
	if (pos->n == 0)
		return err_set(e, ST_USAGE, "add what? caseload add encounter"
		    " schools=school/136578 type=talk");
	if ((st = pick_entity(pos->v[0], &ent, e)) != ST_OK)
		return st;
	if ((st = check_assignments(pos->v + 1, pos->n - 1, e)) != ST_OK)
		return st;
	r = record_new(c->app, ent);
	st = apply_all(c->app, r, pos->v + 1, pos->n - 1, &dated, e);
	if (st == ST_OK)
		st = add_row(c, r, &dated, e);
	dated_clear(&dated);
	row_free(r);
	return st;
}

/* One record to change, loaded and changed, not yet written. */
struct edit {
	struct row	*base, *mine;
	struct dated dated;
};

/* --if field=old: refuse when the value is another. */
static enum status
check_ifs(struct cli *c, const struct row *r, struct err *e)
{
	const struct args *a = c->args;
	struct row *want;
	enum status st = ST_OK;
	size_t i;
	int f;

	for (i = 0; st == ST_OK && i < a->names.n; i++) {
		struct assign as;

		if (!str_eq(a->names.v[i], "if"))
			continue;
		if (!is_assignment(a->values.v[i]))
			return err_set(e, ST_USAGE, "--if takes field=value");
		as = assign_of(a->values.v[i]);
		if ((f = entity_field(r->ent, as.field)) < 0)
			st = entity_refuse_field(r->ent, as.field, e);
		else {
			want = row_copy(r);
			st = value_parse(c->app, want, f, as.value, 0, false, e);
			if (st == ST_OK && !row_same(r, want, f))
				st = err_field(e, ST_CONFLICT, as.field,
				    "%s is not \"%s\" any more; nothing was"
				    " changed.", as.field, as.value);
			row_free(want);
		}
		free(as.field);
	}
	return st;
}

/* Add a line a field to TOLD. */
static void
tell_change(struct cli *c, const struct row *old, const struct row *new,
    struct strs *told)
{
	struct buf ref, a, b;
	size_t i;

	buf_init(&ref, BUF_LINE);
	buf_init(&a, BUF_ROW);
	buf_init(&b, BUF_ROW);
	ref_text(c->app, new->ent, new->id, &ref);
	for (i = 0; i < new->ent->nfields; i++) {
		unsigned flags = new->ent->fields[i].flags;

		if ((flags & FF_HIDDEN) || ((flags & FF_DERIVED) &&
		    !dated_takes(new->ent, (int)i)) ||
		    row_same(old, new, (int)i))
			continue;
		buf_reset(&a);
		buf_reset(&b);
		value_text(c->app, old, (int)i, &a);
		value_text(c->app, new, (int)i, &b);
		strs_take(told, xasprintf("%s %s: %s -> %s", ref.p,
		    new->ent->fields[i].id, a.n > 0 ? a.p : "(empty)",
		    b.n > 0 ? b.p : "(empty)"));
	}
	buf_clear(&ref);
	buf_clear(&a);
	buf_clear(&b);
}

/* The dated rows, and the record as it is with them. */
static enum status
give_dated(struct cli *c, struct edit *ed, struct err *e)
{
	struct row *with;
	enum status st = dated_give(c->app, ed->mine, &ed->dated, e);

	if (st == ST_OK)
		st = record_load(c->app, ed->mine->ent, ed->mine->id, &with, e);
	if (st != ST_OK)
		return st;
	row_free(ed->mine);
	ed->mine = with;
	return ST_OK;
}

/* What set does to each record, and what is told of it. */
struct setting {
	struct cli	*c;
	char *const	*arg;		/* the assignments */
	size_t		 n;
	struct strs	 told;
	struct besides	 besides;
};

static enum status
edit_one(void *arg, const struct picked *p, struct err *e)
{
	struct setting *s = arg;
	struct cli *c = s->c;
	struct edit ed = { 0 };
	struct clashes clashes = { NULL, 0 };
	struct row *before = NULL;
	enum status st;

	st = record_load(c->app, p->ent, p->id, &ed.base, e);
	if (st != ST_OK)
		return st;
	ed.mine = row_copy(ed.base);
	before = row_copy(ed.base);
	st = check_ifs(c, ed.base, e);
	if (st == ST_OK)
		st = apply_all(c->app, ed.mine, s->arg, s->n, &ed.dated, e);
	if (st == ST_OK)
		st = besides_change(c->app, ed.base, ed.mine, &clashes,
		    &s->besides, e);
	if (st == ST_OK && ed.dated.n > 0)
		st = give_dated(c, &ed, e);
	if (st == ST_OK)
		tell_change(c, before, ed.mine, &s->told);
	clashes_clear(&clashes);
	dated_clear(&ed.dated);
	row_free(before);
	row_free(ed.base);
	row_free(ed.mine);
	return st;
}

/* FN of every record picked. All that may not be changed are named, though one
 * is enough to refuse the step; a sentence is said once. */
static enum status
each_picked(const struct picks *p, enum status (*fn)(void *arg,
    const struct picked *, struct err *), void *arg, struct err *e)
{
	struct err denied = { 0 }, one = { 0 };
	enum status st = ST_OK;

	for (size_t i = 0; st == ST_OK && i < p->n; i++) {
		if ((st = fn(arg, &p->v[i], &one)) != ST_DENIED)
			continue;
		if (strstr(denied.text, one.text) == NULL)
			(void)err_join(&denied, &one, "\n");
		st = ST_OK;
	}
	if (st == ST_OK && denied.st != ST_OK) {
		one = denied;
		st = denied.st;
	}
	if (st != ST_OK && e != NULL)
		*e = one;
	return st;
}

/* What a label names: the one record, or how many of which kind. */
static void
name_step(struct cli *c, const char *verb, const struct picks *p,
    struct buf *label)
{
	buf_addf(label, "%s ", verb);
	if (p->n == 1)
		ref_text(c->app, p->v[0].ent, p->v[0].id, label);
	else
		buf_addf(label, "%zu records", p->n);
}

enum status
cmd_set(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct picks picks = { NULL, 0 };
	struct setting s = { .c = c };
	struct buf label;
	enum status st;
	size_t i, first;

	(void)code;
	for (first = 0; first < pos->n; first++)
		if (c->args->dashes ? first == c->args->after :
		    is_assignment(pos->v[first]))
			break;
	if (first == 0 || first == pos->n)
		return err_set(e, ST_USAGE, "set takes references, then"
		    " field=value");
	if ((st = check_assignments(pos->v + first, pos->n - first, e)) !=
	    ST_OK)
		return st;
	if (!c->args->dashes && entity_find(pos->v[0]) != NULL)
		return err_set(e, ST_USAGE, "write -- between the filter and"
		    " the values: set %s FILTER -- %s", pos->v[0],
		    pos->v[first]);
	st = c->args->dashes && strchr(pos->v[0], '/') == NULL ?
	    picks_filter(c, pos->v, first, &picks, e) :
	    picks_refs(c, pos->v, first, &picks, e);
	if (st != ST_OK)
		return st;
	s.arg = pos->v + first;
	s.n = pos->n - first;
	buf_init(&label, BUF_LINE);
	if ((st = step_begin(c->app, e)) == ST_OK) {
		st = each_picked(&picks, edit_one, &s, e);
		if (st == ST_OK)
			st = besides_tell(c->app, &s.besides, &s.told, e);
		name_step(c, "changed", &picks, &label);
		st = pick_end(c, st, label.p, e);
	}
	for (i = 0; st == ST_OK && i < s.told.n; i++)
		pick_print(c->out, "%s", s.told.v[i]);
	strs_clear(&s.told);
	besides_clear(&s.besides);
	buf_clear(&label);
	free(picks.v);
	return st;
}

static enum status
each_ref(struct cli *c, const char *verb,
    enum status (*fn)(void *cli, const struct picked *, struct err *),
    struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct picks picks = { NULL, 0 };
	struct buf label;
	enum status st;
	size_t i;

	if (pos->n == 0)
		return err_set(e, ST_USAGE, "%s needs at least one reference",
		    c->args->command);
	st = picks_refs(c, pos->v, pos->n, &picks, e);
	if (st != ST_OK)
		return st;
	buf_init(&label, BUF_LINE);
	if ((st = step_begin(c->app, e)) == ST_OK) {
		st = each_picked(&picks, fn, c, e);
		name_step(c, verb, &picks, &label);
		st = step_end(c->app, st, label.p, e);
	}
	for (i = 0; st == ST_OK && i < picks.n; i++) {
		buf_reset(&label);
		ref_text(c->app, picks.v[i].ent, picks.v[i].id, &label);
		cli_put_line(c, label.p);
	}
	buf_clear(&label);
	free(picks.v);
	return st;
}

static enum status
archive_one(void *cli, const struct picked *p, struct err *e)
{
	struct cli *c = cli;

	return record_archive(c->app, p->ent, p->id,
	    arg_get(c->args, "reason"), e);
}

static enum status
restore_one(void *cli, const struct picked *p, struct err *e)
{
	struct cli *c = cli;

	return record_restore(c->app, p->ent, p->id, e);
}

enum status
cmd_archive(struct cli *c, int *code, struct err *e)
{
	(void)code;
	return each_ref(c, "archived", archive_one, e);
}

enum status
cmd_restore(struct cli *c, int *code, struct err *e)
{
	(void)code;
	return each_ref(c, "restored", restore_one, e);
}
