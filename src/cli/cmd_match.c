/* cmd_match.c - match: who suits a school, and a proposal for a caseload.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/matching.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "cli/pick.h"

/* --- suggestions --------------------------------------------------------- */

static void
print_suggestion(struct cli *c, struct sheet *to, const struct entity *ent,
    const struct suggestion *s)
{
	struct buf b[4];
	const char *cell[5];

	for (int i = 0; i < 4; i++)
		buf_init(&b[i], BUF_ROW);
	ref_text(c->app, ent, s->id, &b[0]);
	buf_addf(&b[1], "%d", s->suit.score);
	suit_said(&s->suit, SUIT_FOR, &b[2]);
	suit_said(&s->suit, SUIT_AGAINST, &b[3]);
	cell[0] = b[0].p;
	cell[1] = b[1].p;
	cell[2] = b[2].p;
	cell[3] = b[3].p;
	cell[4] = s->name;
	sheet_row(to, cell);
	for (int i = 0; i < 4; i++)
		buf_clear(&b[i]);
}

static enum status
suggest(struct cli *c, const char *ref, struct err *e)
{
	static const char *const heads[] = { "ref", "score", "for", "against",
		"name" };
	struct suggestions all = { 0 };
	const struct entity *of = NULL;
	const char *ent;
	struct sheet *to;
	enum format fmt;
	int64_t id;
	enum status st;

	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = ref_resolve_in(c->app, "school volunteer", ref, false, &ent,
	    &id, e)) != ST_OK)
		return st;
	of = entity_find(ent);
	st = of->no == ENT_school ? suggest_volunteers(c->app, id, &all, e) :
	    suggest_schools(c->app, id, &all, e);
	if (st == ST_OK) {
		to = sheet_new(c->out, fmt, heads, 5);
		sheet_kinds(to, "snsss");
		for (size_t i = 0; i < all.n; i++)
			print_suggestion(c, to, entities[of->no == ENT_school ?
			    ENT_volunteer : ENT_school], &all.v[i]);
		st = sheet_end(to, e);
	}
	suggestions_clear(&all);
	return st;
}

/* --- the proposal -------------------------------------------------------- */

static void
print_line(struct cli *c, struct sheet *to, const struct proposal_line *l)
{
	struct buf b[6];
	const char *cell[6];

	for (int i = 0; i < 6; i++)
		buf_init(&b[i], BUF_ROW);
	ref_text(c->app, entities[ENT_school], l->school, &b[0]);
	if (l->need >= 0)
		buf_addf(&b[1], "%d", l->need);
	if (l->volunteer != 0) {
		ref_text(c->app, entities[ENT_volunteer], l->volunteer, &b[2]);
		buf_addf(&b[3], "%d", l->suit.score);
	}
	suit_said(&l->suit, SUIT_FOR, &b[4]);
	suit_said(&l->suit, SUIT_AGAINST, &b[5]);
	if (l->why_not != NULL)
		buf_add(&b[5], l->why_not);
	for (int i = 0; i < 6; i++)
		cell[i] = b[i].p;
	sheet_row(to, cell);
	for (int i = 0; i < 6; i++)
		buf_clear(&b[i]);
}

static enum status
print_proposal(struct cli *c, const struct proposal *p, struct err *e)
{
	static const char *const heads[] = { "school", "need", "volunteer",
		"score", "for", "against" };
	struct sheet *to;
	enum format fmt;
	enum status st;

	if ((st = cli_format(c, &fmt, e)) != ST_OK)
		return st;
	to = sheet_new(c->out, fmt, heads, 6);
	sheet_kinds(to, "sdsdss");
	for (size_t i = 0; i < p->n; i++)
		print_line(c, to, &p->v[i]);
	return sheet_end(to, e);
}

static void
say_shown(struct cli *c, const struct proposal *p)
{
	if (p->n == 0)
		cli_say(c, "None of the network's schools that fit is "
		    "without an adviser.");
	else if (p->served == 0)
		cli_say(c, "Nobody can be proposed to any of the %zu schools.",
		    p->n);
	else
		cli_say(c, "%zu of %zu schools; nothing was changed: --apply "
		    "proposes them.", p->served, p->n);
}

static enum status
apply(struct cli *c, const struct proposal *p, struct err *e)
{
	size_t made = 0;
	enum status st = app_may_write(c->app, e);

	if (st == ST_OK)
		st = proposal_apply(c->app, p, NULL, &made, e);
	if (st == ST_OK && made > 0)
		cli_say(c, "Proposed %zu; a match is introduced, met and "
		    "working by set, and the school's stage is yours to "
		    "change.", made);
	else if (st == ST_OK)
		say_shown(c, p);
	return st;
}

static enum status
propose_all(struct cli *c, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct strs words = { pos->v + 1, pos->n - 1, pos->n - 1 };
	char *filter = words.n > 0 ? strs_join(&words, " ") : NULL;
	bool doing = arg_has(c->args, "apply") &&
	    !arg_has(c->args, "dry-run");
	struct proposal p;
	enum status st = proposal_make(c->app, filter, &p, e);

	if (st == ST_OK)
		st = print_proposal(c, &p, e);
	if (st == ST_OK && doing)
		st = apply(c, &p, e);
	else if (st == ST_OK)
		say_shown(c, &p);
	proposal_clear(&p);
	free(filter);
	return st;
}

enum status
cmd_match(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;

	(void)code;
	if (pos->n == 2 && str_eq(pos->v[0], "suggest"))
		return suggest(c, pos->v[1], e);
	if (pos->n >= 1 && str_eq(pos->v[0], "propose"))
		return propose_all(c, e);
	return err_set(e, ST_USAGE, "match suggest school/URN, match suggest "
	    "volunteer/REF, or match propose");
}
