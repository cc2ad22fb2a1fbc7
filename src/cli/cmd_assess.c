/* cmd_assess.c - assess: answer items of a school; score: how it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/standing.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "model/fields.h"

/* --- assess -------------------------------------------------------------- */

/* What the options say, on a new row of the school. */
static enum status
read_options(struct cli *c, struct row *row, struct err *e)
{
	static const struct {
		const char	*option;
		int		 field;
	} t[] = {
		{ "date", F_assessment_date },
		{ "framework", F_assessment_framework },
		{ "setting", F_assessment_setting },
	};
	struct err all = { 0 };

	for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
		const char *v = arg_get(c->args, t[i].option);
		struct err one = { 0 };

		if (v == NULL)
			continue;
		if (str_empty(v))
			(void)err_set(&one, ST_USAGE, "--%s needs a value",
			    t[i].option);
		else if (value_parse(c->app, row, t[i].field, v, 0, false,
		    &one) != ST_OK ||
		    (t[i].field == F_assessment_framework &&
		    assess_framework(c->app, row, &one) != ST_OK))
			(void)err_prefix(&one, "--");
		if (one.st != ST_OK)
			(void)err_join(&all, &one, "\n");
	}
	if (all.st != ST_OK && e != NULL) {
		*e = all;
		e->st = ST_USAGE;
	}
	return all.st != ST_OK ? ST_USAGE : ST_OK;
}

/* Every item=value; all faults are told. */
static enum status
answer_all(struct assess *as, char *const *arg, size_t n, struct err *e)
{
	struct err all = { 0 };

	for (size_t i = 0; i < n; i++) {
		size_t len = strcspn(arg[i], "=");
		struct err one = { 0 };
		char *id = xstrndup(arg[i], len), *v;

		for (size_t k = 0; k < i && one.st == ST_OK; k++)
			if (strncmp(arg[i], arg[k], len + 1) == 0)
				(void)err_set(&one, ST_INVALID, "%s is given "
				    "twice", id);
		v = utf8_clean(arg[i] + len + (arg[i][len] == '='));
		if (one.st != ST_OK ||
		    assess_answer(as, id, v, &one) != ST_OK)
			(void)err_join(&all, &one, "\n");
		free(id);
		free(v);
	}
	if (all.st != ST_OK && e != NULL)
		*e = all;
	return all.st;
}

static enum status
answer_and_save(struct cli *c, struct row *row, char *const *arg, size_t n,
    struct err *e)
{
	struct assess as = { 0 }, found = { 0 };
	struct buf ref;
	int64_t id = 0;
	enum status st = assess_start(c->app, row, &as, e);

	if (st != ST_OK || (st = assess_same(c->app, as.mine, &id, e)) != ST_OK)
		goto out;
	if (id != 0) {
		if ((st = assess_load(c->app, id, &found, e)) != ST_OK)
			goto out;
		assess_clear(&as);
		as = found;
	}
	st = answer_all(&as, arg, n, e);
	if (st == ST_OK)
		st = assess_save(&as, NULL, e);
	if (st == ST_OK) {
		buf_init(&ref, BUF_LINE);
		ref_text(c->app, as.mine->ent, as.mine->id, &ref);
		cli_put_line(c, ref.p);
		buf_clear(&ref);
	}
out:
	assess_clear(&as);
	return st;
}

enum status
cmd_assess(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct row *row;
	const char *ent;
	int64_t school;
	enum status st;

	(void)code;
	if (pos->n == 0)
		return err_set(e, ST_USAGE, "which school? caseload assess"
		    " school/136578 1.1=yes 6.1=64/171");
	for (size_t i = 1; i < pos->n; i++)
		if (strchr(pos->v[i], '=') == NULL)
			return err_set(e, ST_USAGE, "\"%s\" is not item=value,"
			    " as 1.1=yes", pos->v[i]);
	row = record_new(c->app, entities[ENT_assessment]);
	st = ref_resolve_in(c->app, "school", pos->v[0], false, &ent, &school,
	    e);
	if (st == ST_OK)
		st = read_options(c, row, e);
	if (st != ST_OK) {
		row_free(row);
		return st;
	}
	row_set_ref(row, F_assessment_school, "school", school);
	row_set(row, F_assessment_source, "self-assessment");
	return answer_and_save(c, row, pos->v + 1, pos->n - 1, e);
}

/* --- score --------------------------------------------------------------- */

/* The columns of contract.md, and more behind them. */
static const char *const heads[] = {
	"benchmark", "points", "max", "percent", "state", "evidenced",
	"source", "date", "framework", "official", "claimed", "item",
	"evidenced_of", "evidenced_percent", "gap", "note", "title",
};
#define COLS	(sizeof heads / sizeof heads[0])
#define KINDS	"nnnnsssdsnnsnnnss"
/* Of a table on a terminal. */
static const int narrow[] = { 0, 16, 1, 2, 3, 4, 5, 6, 7 };
#define NARROW	(sizeof narrow / sizeof narrow[0])

static char *
number_cell(long n, bool known)
{
	return known ? xasprintf("%ld", n) : xstrdup("");
}

/* What encounters show, in the cells of row V. */
static void
evidence_cells(const struct standing_bm *b, char *v[COLS])
{
	struct buf text, said;

	buf_init(&text, BUF_LINE);
	buf_init(&said, BUF_LINE);
	if (b->shown != NULL) {
		evidenced_text(b->shown, &text);
		evidenced_said(b->shown, &said);
	}
	v[5] = buf_take(&text);
	v[11] = xstrdup(b->shown != NULL ? b->shown_item->id : "");
	v[12] = number_cell(b->shown != NULL ? b->shown->roll : -1,
	    b->shown != NULL && b->shown->roll >= 0);
	v[13] = number_cell(b->at_least, b->at_least >= 0);
	v[14] = number_cell(b->gap, b->has_gap);
	v[15] = buf_take(&said);
}

/* How many of the items that count are answered. */
static int
answered_of(const struct score *sc, int bm, int *of)
{
	int answered = 0;

	*of = 0;
	for (size_t i = 0; i < sc->n; i++)
		if (sc->v[i].item->bm == bm &&
		    sc->v[i].item->kind != ITEM_DAYS) {
			++*of;
			answered += sc->v[i].answer.is != ANSWER_NONE;
		}
	return answered;
}

/* Per cent and state. Of our own answers what is not given counts 0, and the
 * state says how many are until all are: "partial, 11 of 17 answered". */
static void
result_cells(const struct standing *s, int bm, char *v[COLS])
{
	const struct standing_bm *b = &s->bm[bm - 1];
	const struct score_bm *sb = &s->claimed.score.bm[bm - 1];
	enum score_state state = s->has_official ? b->official_state :
	    b->claimed_state;
	int percent = s->has_official ? b->official : b->claimed;
	int of = 0, answered = 0;

	if (!s->has_official && b->points >= 0) {
		answered = answered_of(&s->claimed.score, bm, &of);
		percent = sb->percent;
		state = sb->state;
	}
	v[3] = number_cell(percent, percent >= 0);
	v[4] = answered == of ? xstrdup(score_state_words[state]) :
	    xasprintf("%s, %d of %d answered", score_state_words[state],
	    answered, of);
}

/* Points and percentage are of one source, the official one where there is
 * one; the other's percentage has a column of its own. */
static void
score_row(const struct standing *s, int i, char *v[COLS])
{
	const struct standing_bm *b = &s->bm[i];
	bool claimed = s->has_claimed && !s->has_official;
	const struct assess *as = s->has_official ? &s->official :
	    &s->claimed;
	bool any = s->has_official || s->has_claimed;

	v[0] = xasprintf("%d", i + 1);
	v[1] = number_cell(b->points, claimed && b->points >= 0);
	v[2] = number_cell(b->max, claimed && b->max >= 0);
	result_cells(s, i + 1, v);
	evidence_cells(b, v);
	v[6] = xstrdup(!any ? "" : s->has_official ? "Compass" :
	    "Caseload self-assessment");
	v[7] = xstrdup(any ? row_get(as->mine, F_assessment_date) : "");
	v[8] = xstrdup(any ? row_get(as->mine, F_assessment_framework) : "");
	v[9] = number_cell(b->official, b->official >= 0);
	v[10] = number_cell(b->claimed, b->claimed >= 0);
	v[16] = xstrdup(any && as->framework != NULL ?
	    as->framework->bm[i] : s->framework != NULL ?
	    s->framework->bm[i] : "");
}

static enum status
print_standing(struct cli *c, const struct standing *s, enum format fmt,
    struct err *e)
{
	const char *cell[COLS];
	size_t n = fmt == FMT_TABLE ? NARROW : COLS;
	struct sheet *sheet;

	for (size_t k = 0; k < n; k++)
		cell[k] = heads[fmt == FMT_TABLE ? narrow[k] : (int)k];
	sheet = sheet_new(c->out, fmt, cell, n);
	if (fmt != FMT_TABLE)
		sheet_kinds(sheet, KINDS);
	for (int i = 0; i < BENCHMARKS; i++) {
		char *v[COLS];

		score_row(s, i, v);
		for (size_t k = 0; k < n; k++)
			cell[k] = v[fmt == FMT_TABLE ? narrow[k] : (int)k];
		sheet_row(sheet, cell);
		for (size_t k = 0; k < COLS; k++)
			free(v[k]);
	}
	return sheet_end(sheet, e);
}

enum status
cmd_score(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct standing s;
	const char *ent;
	enum format fmt;
	int64_t id;
	enum status st;

	(void)code;
	if (pos->n != 1)
		return err_set(e, ST_USAGE, "score takes one assessment or "
		    "school: caseload score school/136578");
	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = ref_resolve_in(c->app, "assessment school", pos->v[0],
	    false, &ent, &id, e)) != ST_OK)
		return st;
	st = str_eq(ent, "school") ? standing_of(c->app, id, &s, e) :
	    standing_at(c->app, id, &s, e);
	if (st != ST_OK)
		return st;
	st = print_standing(c, &s, fmt, e);
	standing_clear(&s);
	return st;
}
