/* assess_check.c - do the percentages of our own answers follow from them?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/assess_check.h"

#include "app/assess.h"
#include "app/text.h"
#include "db/list.h"
#include "model/fields.h"

struct checking {
	struct app	*app;
	void		(*fn)(void *, const char *, const char *, const char *);
	void		*arg;
	bool		 differs;
};

static bool
follows(const struct assess *as)
{
	for (int i = 0; i < BENCHMARKS; i++)
		if (row_int(as->base, F_assessment_bm1 + i, -1) !=
		    as->percent[i])
			return false;
	return true;
}

static enum status
on_one(void *arg, int64_t id, struct err *e)
{
	struct checking *c = arg;
	struct assess as;
	struct buf ref;
	enum status st = assess_load(c->app, id, &as, e);

	if (st != ST_OK)
		return st;
	if (as.framework != NULL && !follows(&as)) {
		c->differs = true;
		buf_init(&ref, BUF_LINE);
		ref_text(c->app, as.base->ent, id, &ref);
		c->fn(c->arg, "warning", "its percentages are not those of "
		    "its answers by the questions and settings of today; the "
		    "next answer sets them", ref.p);
		buf_clear(&ref);
	}
	assess_clear(&as);
	return ST_OK;
}

enum status
assess_check(struct app *app, void (*fn)(void *, const char *, const char *,
    const char *), void *arg, struct err *e)
{
	struct checking c = { app, fn, arg, false };
	struct list_spec spec = { .ent = entities[ENT_assessment],
		.sort = -1, .today = app->today };
	struct filter *filter = NULL;
	enum status st;

	st = filter_parse(spec.ent, "source:self-assessment -items:",
	    app->today, &filter, e);
	spec.filter = filter;
	if (st == ST_OK)
		st = list_each(app->db, &spec, on_one, &c, e);
	filter_free(filter);
	if (st == ST_OK && !c.differs)
		fn(arg, "ok", "percentages follow from the answers", "");
	return st;
}
