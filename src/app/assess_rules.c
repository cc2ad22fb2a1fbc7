/* assess_rules.c - rules of assessments: their items fit the framework, and
 * the percentages are those of the items.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/assess.h"
#include "app/assess_fill.h"
#include "app/text.h"
#include "base/date.h"
#include "base/str.h"
#include "db/assessments.h"
#include "model/fields.h"
#include "model/tables.h"

#define ITEMS	F_assessment_items

static const struct setdef *
items_def(void)
{
	return entities[ENT_assessment]->fields[ITEMS].set;
}

/* What an assessment is of: the others of its day, and its questions. */
static const int key_fields[] = {
	F_assessment_school, F_assessment_date, F_assessment_framework,
	F_assessment_setting, F_assessment_source, F_assessment_archived,
};
static const int question_fields[] = {
	F_assessment_framework, F_assessment_setting,
	F_assessment_first_year, F_assessment_last_year,
};
static const int result_fields[] = {
	ITEMS, F_assessment_bm1, F_assessment_bm2, F_assessment_bm3,
	F_assessment_bm4, F_assessment_bm5, F_assessment_bm6,
	F_assessment_bm7, F_assessment_bm8,
};
#define SAME_IN(old, row, fields) \
	same_in((old), (row), (fields), COUNT_OF(fields))

static bool
same_in(const struct row *old, const struct row *row, const int *fields,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (old == NULL || !row_same(old, row, fields[i]))
			return false;
	return true;
}

/* --- items --------------------------------------------------------------- */

static bool
same_answer(const struct row *old, const struct member *m)
{
	const struct member *was = old == NULL ? NULL :
	    set_find(row_members(old, ITEMS), items_def(),
	    (const char *const *)m->v);

	return was != NULL && str_eq(was->v[AI_ANSWER], m->v[AI_ANSWER]);
}

/* One answer against its item; canonical afterwards. */
static enum status
check_answer(const struct framework *fw, enum setting setting,
    const struct row *row, struct member *m, struct err *e)
{
	const struct item *it;
	struct buf b;
	enum status st = framework_item(fw, setting,
	    (int)row_int(row, F_assessment_first_year, 0),
	    (int)row_int(row, F_assessment_last_year, 0), m->v[AI_ITEM], &it,
	    e);

	if (st != ST_OK || str_empty(m->v[AI_ANSWER]))
		return st;
	buf_init(&b, BUF_LINE);
	st = answer_parse_item(it, m->v[AI_ANSWER], &b, e);
	buf_clear(&b);
	return st;
}

/* All that is wrong with the items, told at once. */
static enum status
check_items(const struct framework *fw, enum setting setting,
    const struct row *old, const struct row *row, struct err *e)
{
	const struct set *items = row_members(row, ITEMS);
	/* other questions than before: every answer is looked at again */
	bool anew = !SAME_IN(old, row, question_fields);
	struct err all = { 0 };

	for (size_t i = 0; i < items->n; i++) {
		struct err one = { 0 };

		if (!anew && same_answer(old, &items->m[i]))
			continue;
		if (check_answer(fw, setting, row, &items->m[i], &one) !=
		    ST_OK)
			(void)err_join(&all, &one, "; ");
	}
	return all.st == ST_OK ? ST_OK :
	    field_refuse(e, "items", "%s", all.text);
}

/* --- percentages --------------------------------------------------------- */

static const char *
answer_in(void *arg, const char *id)
{
	const struct member *m = set_find(row_members(arg, ITEMS), items_def(),
	    &id);

	return m == NULL ? NULL : m->v[AI_ANSWER];
}

/* A percentage typed beside items that give another is never lost in silence. */
static enum status
set_percent(const struct row *old, struct row *row, int bm, int percent,
    struct err *e)
{
	int f = F_assessment_bm1 + bm - 1;
	char text[12] = "", head[16];

	if (percent >= 0)
		snprintf(text, sizeof text, "%d", percent);
	if (!row_is_empty(row, f) && !row_is(row, f, text) &&
	    (old == NULL || !row_same(old, row, f))) {
		snprintf(head, sizeof head, "bm%d", bm);
		return field_refuse(e, head, "%s is typed, but the items give "
		    "%s: leave it empty, or say source=compass for a result "
		    "of eight percentages", row_get(row, f),
		    percent >= 0 ? text : "nothing");
	}
	row_set(row, f, text);
	return ST_OK;
}

static enum status
set_percents(struct app *app, const struct framework *fw,
    enum setting setting, const struct row *old, struct row *row,
    struct err *e)
{
	const struct score_rules rules = assess_rules(app);
	struct score score;
	enum status st = ST_OK;

	score_make(framework_items(fw, setting),
	    (int)row_int(row, F_assessment_first_year, 0),
	    (int)row_int(row, F_assessment_last_year, 0), &rules, answer_in,
	    row, &score);
	for (int i = 0; st == ST_OK && i < BENCHMARKS; i++)
		st = set_percent(old, row, i + 1, score.bm[i].answered > 0 ?
		    score.bm[i].percent : -1, e);
	score_clear(&score);
	return st;
}

/* The items are gone, and with them what they gave. */
static void
drop_percents(const struct row *old, struct row *row)
{
	for (int bm = 1; bm <= BENCHMARKS; bm++)
		if (row_same(old, row, F_assessment_bm1 + bm - 1))
			row_set(row, F_assessment_bm1 + bm - 1, "");
}

/* --- once ---------------------------------------------------------------- */

/* Others of this school, day, framework, setting and source: the first in *OUT,
 * 0 none, and all named in SAID. */
static enum status
others_like(struct app *app, const struct row *row, int64_t *out, size_t *n,
    struct buf *said, struct err *e)
{
	const struct assessment_key key = {
		.school = row_ref(row, F_assessment_school),
		.source = row_get(row, F_assessment_source),
		.framework = row_get(row, F_assessment_framework),
		.setting = row_get(row, F_assessment_setting),
		.date = row_get(row, F_assessment_date),
	};
	int64_t id[9];
	enum status st = assessments_same(app->db, &key, row->id, id,
	    COUNT_OF(id), n, e);

	*out = st == ST_OK && *n > 0 ? id[0] : 0;
	for (size_t i = 0; st == ST_OK && i < *n && i < COUNT_OF(id); i++) {
		buf_add(said, i > 0 ? ", " : "");
		ref_text(app, row->ent, id[i], said);
	}
	return st;
}

enum status
assess_same(struct app *app, const struct row *row, int64_t *out,
    struct err *e)
{
	struct buf said;
	size_t n;
	enum status st;

	buf_init(&said, BUF_LINE);
	st = others_like(app, row, out, &n, &said, e);
	if (st == ST_OK && n > 1)
		st = err_set(e, ST_AMBIGUOUS, "There are several of that day:"
		    " %s. Change one by its reference, items+=1.1=yes.",
		    said.p);
	buf_clear(&said);
	return st;
}

/* The same twice would count twice. A special school may have one a cohort. */
static enum status
check_once(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	struct buf said;
	int64_t other;
	size_t n;
	enum status st;

	if (!row_is_empty(row, F_assessment_cohort) || SAME_IN(old, row, key_fields))
		return ST_OK;
	buf_init(&said, BUF_LINE);
	st = others_like(app, row, &other, &n, &said, e);
	if (st == ST_OK && n > 0)
		st = err_field(e, ST_CONFLICT, "date", "This school has one of"
		    " that day, framework and source already, %s; change that"
		    " one.", said.p);
	buf_clear(&said);
	return st;
}

/* The newest official result says what is achieved: one that says nothing
 * would hide the one before. */
static enum status
check_said(const struct row *old, const struct row *row, struct err *e)
{
	if (!row_is(row, F_assessment_source, "compass") ||
	    SAME_IN(old, row, result_fields))
		return ST_OK;
	for (int bm = 0; bm < BENCHMARKS; bm++)
		if (!row_is_empty(row, F_assessment_bm1 + bm))
			return ST_OK;
	return err_field(e, ST_INVALID, "bm1", "An official result holds at"
	    " least one of the eight percentages, bm1 to bm8.");
}

/* How a school stands on a day to come, nobody knows. */
static enum status
check_come(const struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	int day = row_day(row, F_assessment_date);
	char shown[24];

	if (day == DAY_NONE || day <= app->today ||
	    (old != NULL && row_same(old, row, F_assessment_date)))
		return ST_OK;
	day_long(day, shown);
	return err_field(e, ST_INVALID, "date", "%s is still to come: an"
	    " assessment has the day of its result.", shown);
}

enum status
assessment_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	bool has = row_members(row, ITEMS)->n > 0;
	const struct frameworks *fs;
	const struct framework *fw;
	enum setting setting;
	enum status st;

	/* archived ones count nowhere, and their framework may be gone */
	if (!row_is_empty(row, F_assessment_archived) ||
	    (SAME_IN(old, row, key_fields) &&
	    SAME_IN(old, row, question_fields) &&
	    SAME_IN(old, row, result_fields)))
		return ST_OK;
	if ((st = check_come(app, old, row, e)) != ST_OK ||
	    (st = assess_fill(app, row, e)) != ST_OK ||
	    (st = assess_frameworks(app, &fs, e)) != ST_OK)
		return st;
	fw = framework_find(fs, row_get(row, F_assessment_framework));
	setting = setting_find(row_get(row, F_assessment_setting));
	if (fw == NULL || setting == SETTING_MAX)
		return ST_OK;		/* no school yet: the check says so */
	st = check_items(fw, setting, old, row, e);
	if (st == ST_OK && row_is(row, F_assessment_source,
	    "self-assessment") && has)
		st = set_percents(app, fw, setting, old, row, e);
	else if (st == ST_OK && old != NULL && !has &&
	    row_members(old, ITEMS)->n > 0)
		drop_percents(old, row);
	if (st == ST_OK)
		st = check_said(old, row, e);
	return st != ST_OK ? st : check_once(app, old, row, e);
}
