/* official.c - an official result: the eight percentages that were reported.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/official.h"

#include <string.h>

#include "app/text.h"
#include "base/date.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/snapshot.h"

int
official_day(const struct app *app)
{
	return snapshot_before(app->today + 1);
}

static enum status
find_before(struct official *o, int64_t school, int day, struct err *e)
{
	struct app *app = o->now.app;
	int64_t id = 0;
	enum status st;

	st = assess_newest(app, school, "compass", day - 1, &id, e);
	if (st || !id)
		return st;
	st = assess_load(app, id, &o->before, e);
	o->has_before = !st;
	return st;
}

enum status
official_of(struct app *app, int64_t school, int day, struct official *out,
    struct err *e)
{
	struct row *row = record_new(app, entities[ENT_assessment]);
	int64_t stored = 0;
	enum status st;
	char date[11];

	memset(out, 0, sizeof *out);
	day_iso(day, date);
	row_set_ref(row, F_assessment_school, "school", school);
	row_set(row, F_assessment_date, date);
	row_set(row, F_assessment_source, "compass");
	st = assess_start(app, row, &out->now, e);
	if (!st)
		st = assess_same(app, out->now.mine, &stored, e);
	if (!st && stored) {
		assess_clear(&out->now);
		st = assess_load(app, stored, &out->now, e);
	}
	if (!st)
		st = find_before(out, school, day, e);
	if (st)
		official_clear(out);
	return st;
}

void
official_clear(struct official *o)
{
	assess_clear(&o->now);
	if (o->has_before)
		assess_clear(&o->before);
	memset(o, 0, sizeof *o);
}

enum status
official_put(struct official *o, int bm, const char *text, struct err *e)
{
	bool known = !str_eq(text, "-") && !str_eq(text, "?");
	enum status st = value_parse(o->now.app, o->now.mine,
	    F_assessment_bm1 + bm - 1, known ? text : "", 0, false, e);

	if (st)
		return err_set(e, ST_INVALID, "BM%d is a per cent from 0 to "
		    "100; - when it is not known.", bm);
	assess_again(&o->now);
	return ST_OK;
}

enum status
official_save(struct official *o, struct clashes *clashes, struct err *e)
{
	int bm = 0;

	while (bm < BENCHMARKS && o->now.percent[bm] < 0)
		bm++;
	if (bm == BENCHMARKS)
		return err_set(e, ST_INVALID, "Type at least one of the eight "
		    "percentages first.");
	return assess_save(&o->now, clashes, e);
}
