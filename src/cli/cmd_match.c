/* cmd_match.c - match: who suits a school, what fits a request, and a proposal
 * for a caseload.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/approach.h"
#include "app/fitting.h"
#include "app/matching.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "model/tables.h"

/* --- suggestions --------------------------------------------------------- */

static void
print_one(struct cli *c, struct sheet *to, const struct entity *ent,
    int64_t id, const struct reasons *why, const char *name)
{
	struct buf b[4];
	const char *cell[5];

	for (int i = 0; i < 4; i++)
		buf_init(&b[i], BUF_ROW);
	ref_text(c->app, ent, id, &b[0]);
	buf_addf(&b[1], "%d", why->score);
	reasons_said(why, REASON_FOR, &b[2]);
	reasons_said(why, REASON_AGAINST, &b[3]);
	cell[0] = b[0].p;
	cell[1] = b[1].p;
	cell[2] = b[2].p;
	cell[3] = b[3].p;
	cell[4] = name;
	sheet_row(to, cell);
	for (int i = 0; i < 4; i++)
		buf_clear(&b[i]);
}

static enum status
print_suits(struct cli *c, struct sheet *to, const struct entity *of,
    int64_t id, struct err *e)
{
	struct suggestions all = { 0 };
	bool school = of->no == ENT_school;
	enum status st = school ? suggest_volunteers(c->app, id, &all, e) :
	    suggest_schools(c->app, id, &all, e);

	for (size_t i = 0; i < all.n && st == ST_OK; i++)
		print_one(c, to, entities[school ? ENT_volunteer : ENT_school],
		    all.v[i].id, &all.v[i].suit, all.v[i].name);
	suggestions_clear(&all);
	return st;
}

/* "City Cranes: Building a tower" */
static enum status
print_fits(struct cli *c, struct sheet *to, const struct entity *of,
    int64_t id, struct err *e)
{
	struct fittings all = { 0 };
	struct row *r = NULL;
	enum status st;

	if (of->no == ENT_offer) {
		st = fitting_for_offer(c->app, id, &all, e);
	} else {
		st = record_load(c->app, of, id, &r, e);
		if (st == ST_OK)
			st = fitting_for_request(c->app, r, &all, e);
	}
	for (size_t i = 0; i < all.n && st == ST_OK; i++) {
		const struct fitting *f = &all.v[i];
		char *name = xasprintf("%s: %s", f->name, f->what);

		print_one(c, to, f->ent, f->id, &f->why, name);
		free(name);
	}
	fittings_clear(&all);
	row_free(r);
	return st;
}

/* What there are suggestions for. */
static const struct {
	enum entity_no	 ent;
	enum status	(*print)(struct cli *, struct sheet *,
			    const struct entity *, int64_t id, struct err *);
} kinds[] = {
	{ ENT_school, print_suits }, { ENT_volunteer, print_suits },
	{ ENT_request, print_fits }, { ENT_offer, print_fits },
};

static enum status
suggest(struct cli *c, struct err *e)
{
	static const char *const heads[] = { "ref", "score", "for", "against",
		"name" };
	struct err other = { 0 };
	const char *ent;
	struct sheet *to;
	enum format fmt;
	int64_t id;
	enum status st;

	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = ref_resolve_in(c->app, "school volunteer request offer",
	    c->args->pos.v[1], false, &ent, &id, e)) != ST_OK)
		return st;
	to = sheet_new(c->out, fmt, heads, 5);
	sheet_kinds(to, "snsss");
	for (size_t i = 0; i < COUNT_OF(kinds) && st == ST_OK; i++)
		if (str_eq(entities[kinds[i].ent]->id, ent))
			st = kinds[i].print(c, to, entities[kinds[i].ent], id,
			    e);
	if (sheet_end(to, st == ST_OK ? e : &other) != ST_OK && st == ST_OK)
		st = e->st;
	return st;
}

/* --- asking -------------------------------------------------------------- */

static void
print_ref(struct cli *c, enum entity_no ent, int64_t id)
{
	struct buf ref;

	buf_init(&ref, BUF_LINE);
	ref_text(c->app, entities[ent], id, &ref);
	cli_put_line(c, ref.p);
	buf_clear(&ref);
}

/* ask request/REF offer/REF|employer/REF|partner/REF */
static enum status
ask(struct cli *c, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	int64_t request, id, made;
	const char *ent;
	enum status st;

	if ((st = ref_resolve_in(c->app, "request", pos->v[1], false, &ent,
	    &request, e)) != ST_OK ||
	    (st = ref_resolve_in(c->app, "offer employer partner", pos->v[2],
	    false, &ent, &id, e)) != ST_OK ||
	    (st = approach_ask_one(c->app, request, entity_find(ent), id,
	    &made, e)) != ST_OK)
		return st;
	print_ref(c, ENT_approach, made);
	return ST_OK;
}

/* become approach/REF */
static enum status
become(struct cli *c, struct err *e)
{
	int64_t id, made;
	const char *ent;
	int day = DAY_NONE;
	enum status st = pick_day(c, "on", DATE_FORWARD, &day, e);

	if (st != ST_OK || (st = ref_resolve_in(c->app, "approach", c->args->pos.v[1], false,
	    &ent, &id, e)) != ST_OK)
		return st;
	if ((st = approach_becomes(c->app, id, day, &made, e)) != ST_OK)
		return st;
	print_ref(c, ENT_encounter, made);
	return ST_OK;
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
	reasons_said(&l->suit, REASON_FOR, &b[4]);
	reasons_said(&l->suit, REASON_AGAINST, &b[5]);
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
	sheet_kinds(to, "snsnss");
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

static const struct {
	const char	*word;
	size_t		 args;		/* how many; 0 any */
	enum status	(*run)(struct cli *, struct err *);
} verbs[] = {
	{ "suggest", 2, suggest },
	{ "ask", 3, ask },
	{ "become", 2, become },
	{ "propose", 0, propose_all },
};

enum status
cmd_match(struct cli *c, int *code, struct err *e)
{
	static const struct pick_option options[] = {
		{ "on", "become" }, { "apply", "propose" },
		{ "dry-run", "propose" }, { "format", "suggest propose" },
	};
	const struct strs *pos = &c->args->pos;
	enum status st;

	(void)code;
	for (size_t i = 0; pos->n > 0 && i < COUNT_OF(verbs); i++) {
		if (!str_eq(verbs[i].word, pos->v[0]) ||
		    (verbs[i].args != 0 && verbs[i].args != pos->n))
			continue;
		st = pick_options(c, options, COUNT_OF(options), verbs[i].word,
		    e);
		return st != ST_OK ? st : verbs[i].run(c, e);
	}
	return err_set(e, ST_USAGE, "match suggest school/URN (volunteer/REF, "
	    "request/REF, offer/REF), match propose, match ask request/REF "
	    "offer/REF, or match become approach/REF");
}
