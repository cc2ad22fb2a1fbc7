/* cmd_duplicates.c - duplicates: pairs of records that may be one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "app/duplicates.h"
#include "app/export.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "model/tables.h"

static const enum entity_no kinds[] = { ENT_employer, ENT_partner,
    ENT_contact };

static void
print_pair(struct cli *c, struct sheet *s, const struct entity *ent,
    const struct dup_pair *p)
{
	struct buf ref, other, pro, con;
	char score[8];

	buf_init(&ref, BUF_LINE);
	buf_init(&other, BUF_LINE);
	buf_init(&pro, BUF_LINE);
	buf_init(&con, BUF_LINE);
	ref_text(c->app, ent, p->a, &ref);
	ref_text(c->app, ent, p->b, &other);
	dup_words(&p->why, false, &pro);
	dup_words(&p->why, true, &con);
	snprintf(score, sizeof score, "%d", p->why.score);
	sheet_row(s, (const char *const[]){ ref.p, other.p, score, pro.p,
	    con.p });
	buf_clear(&ref);
	buf_clear(&other);
	buf_clear(&pro);
	buf_clear(&con);
}

static enum status
print_kind(struct cli *c, struct sheet *s, const struct entity *ent,
    const int64_t *only, size_t n, size_t *printed, struct err *e)
{
	struct duplicates d;
	bool done;
	enum status st = duplicates_begin(&d, c->app, ent, only, n, e);

	if (st != ST_OK)
		return st;
	st = duplicates_go(&d, 0, &done, e);
	for (size_t i = 0; i < d.n && st == ST_OK; i++)
		print_pair(c, s, ent, &d.pair[i]);
	*printed += d.n;
	duplicates_clear(&d);
	return st;
}

/* What is asked for: every kind there is when nothing was typed. */
struct wanted {
	const struct entity *ent;	/* NULL: each of kinds */
	int64_t		*ids;		/* those that FILTER finds; NULL: all */
	size_t		 n;
};

/* ENTITY FILTER… */
static enum status
read_wanted(struct cli *c, struct wanted *w, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct picks picks = { 0 };
	struct duplicates none;
	enum status st;

	if (pos->n == 0)
		return ST_OK;
	if ((st = pick_entity(pos->v[0], &w->ent, e)) != ST_OK ||
	    (st = duplicates_begin(&none, c->app, w->ent, NULL, 0, e)) !=
	    ST_OK)
		return st;
	duplicates_clear(&none);
	if (pos->n == 1 ||
	    (st = picks_filter(c, pos->v, pos->n, &picks, e)) != ST_OK)
		return st;
	w->ids = xcalloc(picks.n, sizeof *w->ids);
	for (; w->n < picks.n; w->n++)
		w->ids[w->n] = picks.v[w->n].id;
	free(picks.v);
	return ST_OK;
}

/* REF OTHER --not-same */
static enum status
deny(struct cli *c, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const struct entity *ent, *other;
	struct duplicates none;
	int64_t a, b;
	char *label;
	enum status st;

	if (pos->n != 2)
		return err_set(e, ST_USAGE, "name the two that are not the "
		    "same: caseload duplicates employer/01234567 "
		    "employer/07654321 --not-same");
	if ((st = ref_resolve(c->app, pos->v[0], false, &ent, &a, e)) !=
	    ST_OK ||
	    (st = ref_resolve(c->app, pos->v[1], false, &other, &b, e)) !=
	    ST_OK ||
	    (st = duplicates_begin(&none, c->app, ent, NULL, 0, e)) != ST_OK)
		return st;
	duplicates_clear(&none);
	if (ent != other || a == b)
		return err_set(e, ST_INVALID, "%s and %s cannot be taken for "
		    "each other.", pos->v[0], pos->v[1]);
	if ((st = duplicates_deny(c->app, ent, a, b, e)) != ST_OK)
		return st;
	if ((label = step_last_label(c->app)) != NULL)
		pick_print(c->out, "%s", label);
	free(label);
	return ST_OK;
}

enum status
cmd_duplicates(struct cli *c, int *code, struct err *e)
{
	static const char *const heads[] = { "ref", "other", "score", "for",
	    "against" };
	struct wanted w = { 0 };
	struct sheet *s;
	enum format fmt;
	size_t printed = 0;
	enum status st, ended;

	(void)code;
	if (arg_has(c->args, "not-same"))
		return (st = app_may_write(c->app, e)) != ST_OK ? st :
		    deny(c, e);
	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = read_wanted(c, &w, e)) != ST_OK)
		return st;
	s = sheet_new(c->out, fmt, heads, COUNT_OF(heads));
	for (size_t i = 0; i < COUNT_OF(kinds) && st == ST_OK; i++)
		if (w.ent == NULL || w.ent == entities[kinds[i]])
			st = print_kind(c, s, entities[kinds[i]], w.ids, w.n,
			    &printed, e);
	ended = sheet_end(s, st == ST_OK ? e : NULL);
	if (st == ST_OK && printed == 0 && fmt == FMT_TABLE)
		cli_say(c, "%s", "No two of them look like one.");
	free(w.ids);
	return st != ST_OK ? st : ended;
}
