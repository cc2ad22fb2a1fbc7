/* assess.c - an assessment with its questions: load, score, save.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/assess.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/assess_fill.h"
#include "app/assess_items.h"
#include "app/options.h"
#include "app/rulebook.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/assessments.h"
#include "db/store.h"
#include "model/fields.h"

/* --- what the session knows ---------------------------------------------- */

/* What is shipped and, where the hub has such files, theirs. */
static enum status
read_frameworks(const struct options *o, struct frameworks *out,
    struct err *e)
{
	struct rulebook fs = { 0 }, items = { 0 };
	enum status st = rulebook_open(o, "frameworks.csv", &fs, e);

	if (st == ST_OK)
		st = rulebook_open(o, "framework-items.csv", &items, e);
	if (st == ST_OK)
		st = frameworks_load(fs.hub.text != NULL ? &fs.hub : NULL,
		    items.hub.text != NULL ? &items.hub : NULL, out, e);
	rulebook_close(&fs);
	rulebook_close(&items);
	return st;
}

enum status
assess_frameworks(struct app *app, const struct frameworks **out,
    struct err *e)
{
	struct frameworks *fs;
	enum status st = ST_OK;

	if (app->frameworks == NULL) {
		fs = xcalloc(1, sizeof *fs);
		st = read_frameworks(app->opt, fs, e);
		if (st == ST_OK)
			app->frameworks = fs;
		else
			free(fs);
	}
	if (st == ST_OK)
		*out = app->frameworks;
	return st;
}

struct score_rules
assess_rules(const struct app *app)
{
	struct score_rules rules = score_rules_default;

	option_marks(app->opt, OPT_PASS_MARK, rules.pass);
	option_bands(app->opt, OPT_BANDS, rules.edge);
	rules.mean = str_eq(option_text(app->opt, OPT_BM5), "mean");
	return rules;
}

/* --- as it is now -------------------------------------------------------- */

static const char *
answer_in(void *arg, const char *id)
{
	return assess_column(arg, id, AI_ANSWER);
}

static void
clear_items(struct assess *as)
{
	for (size_t i = 0; i < as->n; i++)
		free(as->item[i].why_not);
	free(as->item);
	as->item = NULL;
	as->n = 0;
	score_clear(&as->score);
}

static const struct scored *
scored_of(const struct assess *as, const struct item *it)
{
	for (size_t i = 0; i < as->score.n; i++)
		if (as->score.v[i].item == it)
			return &as->score.v[i];
	return NULL;
}

static void
make_item(const struct assess *as, const struct item *it,
    struct assess_item *out)
{
	struct buf why;

	*out = (struct assess_item){
		.item = it,
		.applies = item_applies(it, as->first, as->last),
		.answer = assess_column(as->mine, it->id, AI_ANSWER),
		.comment = assess_column(as->mine, it->id, AI_COMMENT),
		.before = assess_column(as->before, it->id, AI_ANSWER),
		.scored = scored_of(as, it),
	};
	if (out->applies)
		return;
	buf_init(&why, BUF_LINE);
	item_why_not(it, &why);
	out->why_not = buf_take(&why);
}

static void
make_items(struct assess *as)
{
	const struct item_list *list = framework_items(as->framework,
	    as->setting);

	score_make(list, as->first, as->last, &as->rules, answer_in, as->mine,
	    &as->score);
	as->item = xcalloc(list->n + 1, sizeof *as->item);
	as->n = list->n;
	for (size_t i = 0; i < list->n; i++)
		make_item(as, &list->v[i], &as->item[i]);
}

/* What stands: typed percentages of an official one, or of one whose framework
 * is not here; else the score of those benchmarks that have an answer. */
static void
make_percents(struct assess *as)
{
	bool typed = as->official || as->framework == NULL;

	for (int i = 0; i < BENCHMARKS; i++) {
		const struct score_bm *b = &as->score.bm[i];

		as->percent[i] = typed ? (int)row_int(as->mine,
		    F_assessment_bm1 + i, -1) :
		    b->answered > 0 ? b->percent : -1;
		as->state[i] = score_state(&as->rules, i + 1, as->percent[i]);
	}
	as->achieved = score_achieved(&as->rules, as->percent);
}

void
assess_again(struct assess *as)
{
	clear_items(as);
	as->first = (int)row_int(as->mine, F_assessment_first_year, 0);
	as->last = (int)row_int(as->mine, F_assessment_last_year, 0);
	as->setting = setting_find(row_get(as->mine, F_assessment_setting));
	if (as->setting == SETTING_MAX)
		as->setting = SETTING_SCHOOL;
	as->official = row_is(as->mine, F_assessment_source, "compass");
	as->framework = framework_find(as->app->frameworks,
	    row_get(as->mine, F_assessment_framework));
	if (as->framework != NULL)
		make_items(as);
	make_percents(as);
}

static enum status
find_before(struct assess *as, struct err *e)
{
	const struct row *r = as->mine;
	const struct assessment_key key = {
		.school = row_ref(r, F_assessment_school),
		.framework = row_get(r, F_assessment_framework),
		.setting = row_get(r, F_assessment_setting),
		.date = row_get(r, F_assessment_date),
	};
	int64_t id = 0;
	enum status st = assessments_before(as->app->db, &key, r->id, &id, e);

	return st != ST_OK || id == 0 ? st :
	    store_load(as->app->db, r->ent, id, false, &as->before, e);
}

/* All but base and mine. */
static enum status
look_around(struct assess *as, struct err *e)
{
	const struct frameworks *fs;
	enum status st = assess_frameworks(as->app, &fs, e);

	if (st != ST_OK || (st = find_before(as, e)) != ST_OK)
		return st;
	as->rules = assess_rules(as->app);
	assess_again(as);
	return ST_OK;
}

enum status
assess_load(struct app *app, int64_t id, struct assess *out, struct err *e)
{
	enum status st;

	*out = (struct assess){ .app = app };
	st = record_load(app, entities[ENT_assessment], id, &out->base, e);
	if (st == ST_OK) {
		out->mine = row_copy(out->base);
		st = look_around(out, e);
	}
	if (st != ST_OK)
		assess_clear(out);
	return st;
}

enum status
assess_start(struct app *app, struct row *take_row, struct assess *out,
    struct err *e)
{
	enum status st;

	*out = (struct assess){ .app = app, .mine = take_row };
	if (row_is_empty(take_row, F_assessment_source))
		row_set(take_row, F_assessment_source, "self-assessment");
	st = assess_fill(app, take_row, e);
	if (st == ST_OK)
		st = look_around(out, e);
	if (st != ST_OK)
		assess_clear(out);
	return st;
}

enum status
assess_newest(struct app *app, int64_t school, const char *source, int day,
    int64_t *id, struct err *e)
{
	char date[11];

	day_iso(day, date);
	*id = 0;
	return assessments_newest(app->db, school, source, date, id, e);
}

void
assess_clear(struct assess *as)
{
	clear_items(as);
	row_free(as->base);
	row_free(as->mine);
	row_free(as->before);
	*as = (struct assess){ 0 };
}

bool
assess_changed(const struct assess *as)
{
	for (size_t f = 0; as->base != NULL && f < as->mine->ent->nfields; f++)
		if (!row_same(as->base, as->mine, (int)f))
			return true;
	return as->base == NULL;
}

/* Items whose answer or comment is another than in BASE. */
static int
items_changed(const struct assess *as)
{
	int n = 0;

	for (size_t i = 0; i < as->n; i++) {
		const struct assess_item *it = &as->item[i];

		n += strcmp(it->answer, assess_column(as->base, it->item->id,
		    AI_ANSWER)) != 0 || strcmp(it->comment,
		    assess_column(as->base, it->item->id, AI_COMMENT)) != 0;
	}
	return n;
}

enum status
assess_save(struct assess *as, struct clashes *clashes, struct err *e)
{
	int n = items_changed(as);
	char words[48];
	struct row *saved, *stored;
	enum status st;

	if (!assess_changed(as))
		return ST_OK;
	snprintf(words, sizeof words, "answered %d item%s of ", n,
	    n == 1 ? "" : "s");
	/* What the rules put into it stays only once it is saved: the next
	 * attempt would take it for typed. */
	saved = row_copy(as->mine);
	st = record_save_as(as->app, as->base, saved, n > 0 ? words : NULL,
	    clashes, e);
	if (st == ST_OK)
		st = record_load(as->app, saved->ent, saved->id, &stored, e);
	row_free(saved);
	if (st != ST_OK)
		return st;
	row_free(as->base);
	row_free(as->mine);
	as->base = stored;
	as->mine = row_copy(stored);
	assess_again(as);
	return ST_OK;
}
