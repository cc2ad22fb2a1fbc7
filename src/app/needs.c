/* needs.c - how much schools need support, and why: the report needs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/needs.h"

#include <stdlib.h>

#include "app/board.h"
#include "app/options.h"
#include "app/report.h"
#include "app/rows.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const int school_fields[] = {
	F_school_name, F_school_fsm, F_school_phase_code, F_school_bm,
	F_school_official, F_school_encounter, F_school_visited,
};

void
needs_of_row(const struct app *app, const struct row *school, int day,
    struct need_facts *f, struct need_score *out)
{
	const char *fsm = row_get(school, F_school_fsm);
	int met = row_day(school, F_school_encounter);
	int last = row_day(school, F_school_visited);
	struct need_weights w;

	if (last == DAY_NONE || (met != DAY_NONE && met > last))
		last = met;
	*f = (struct need_facts){
		.fsm = *fsm != '\0' ? strtod(fsm, NULL) : -1,
		.phase = (int)row_int(school, F_school_phase_code, -1),
		.achieved = (int)row_int(school, F_school_bm, -1),
		.days = last == DAY_NONE ? -1 : last > day ? 0 : day - last,
	};
	option_weights(app->opt, OPT_NEED, &w);
	*out = need_of(f, &w);
}

/* --- the report ------------------------------------------------------------ */

struct making {
	struct app	*app;
	struct report	*r;
	int		 day;
	long		 small;		/* counts below it are not told */
};

/* The list a part was read from. */
static void
part_lists(struct report *r, enum need_part part, const struct row *s,
    const char *ref)
{
	int met = row_day(s, F_school_encounter);
	int seen = row_day(s, F_school_visited);
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (part == NEED_BENCHMARKS && !row_is_empty(s, F_school_official)) {
		buf_addf(&b, "school:%s source:compass date:%s", ref,
		    row_get(s, F_school_official));
		report_lists(r, entities[ENT_assessment], b.p);
	} else if (part == NEED_CONTACT && met != DAY_NONE && met >= seen) {
		buf_addf(&b, "schools:%s date:%s status:delivered", ref,
		    row_get(s, F_school_encounter));
		report_lists(r, entities[ENT_encounter], b.p);
	} else if (part == NEED_CONTACT && seen != DAY_NONE) {
		buf_addf(&b, "school:%s date:%s kind:visit,meeting"
		    " status:done", ref, row_get(s, F_school_visited));
		report_lists(r, entities[ENT_visit], b.p);
	} else if (part != NEED_CONTACT) {
		report_opens(r, &school_entity, s->id);
	}
	buf_clear(&b);
}

void
needs_put_parts(const struct app *app, struct report *r,
    const struct row *s, const char *ref, int day)
{
	struct need_facts f;
	struct need_score n;
	struct buf b;

	needs_of_row(app, s, day, &f, &n);
	report_cellf(r, n.score < 0 ? "?" : "%d", n.score);
	report_opens(r, &school_entity, s->id);
	buf_init(&b, BUF_LINE);
	for (int i = 0; i < NEED_PARTS; i++) {
		buf_reset(&b);
		need_fact_said((enum need_part)i, &f, &b);
		report_cell(r, b.p);
		part_lists(r, (enum need_part)i, s, ref);
		if (n.part[i].known)
			report_cellf(r, "%d", n.part[i].points);
		else
			report_cell(r, ".");
	}
	buf_clear(&b);
}

/* The year group of this academic year of which most are disadvantaged. */
static enum status
put_group(const struct making *m, const char *ref, struct err *e)
{
	static const int cols[] = { F_roll_group, F_roll_pupils,
	    F_roll_disadvantaged };
	struct list_page page = { 0 };
	long best = -1, share;
	size_t at = 0;
	char year[8];
	struct buf b;
	enum status st;

	year_format(year_of_day(m->day), year);
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "school:%s year:%s", ref, year);
	st = rows_read(m->app, &roll_entity, b.p, cols, COUNT_OF(cols), 50,
	    &page, e);
	for (size_t i = 0; i < page.n; i++) {
		char *const *c = page.row[i].cell;
		int64_t all, of;

		if (!str_int(c[1], 1, 9999, &all) ||
		    !str_int(c[2], 1, 9999, &of) || of < m->small)
			continue;
		share = (long)(of * 100 / all);
		if (share > best) {
			best = share;
			at = i;
		}
	}
	if (best < 0) {
		report_cell(m->r, page.n > 0 ? "-" : "?");
	} else {
		report_cellf(m->r, "%s %ld %%", page.row[at].cell[0], best);
		report_opens(m->r, &roll_entity, page.row[at].id);
	}
	list_clear(&page);
	buf_clear(&b);
	return st;
}

static enum status
put_school(void *arg, const struct list_row *lr, struct err *e)
{
	const struct making *m = arg;
	struct row *s = rows_row(&school_entity, lr, school_fields,
	    COUNT_OF(school_fields));
	struct buf ref;
	enum status st;

	buf_init(&ref, BUF_LINE);
	ref_text(m->app, &school_entity, s->id, &ref);
	report_cell(m->r, row_get(s, F_school_name));
	report_opens(m->r, &school_entity, s->id);
	report_cell(m->r, ref.p);
	needs_put_parts(m->app, m->r, s, ref.p, m->day);
	st = put_group(m, ref.p, e);
	buf_clear(&ref);
	row_free(s);
	return st;
}

static void
put_notes(const struct making *m, bool asked)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "Need is 0 to 100: the mean of the points of its parts,"
	    " weighed %s; a part that is not known (?) is left out. It is our"
	    " own score, not an official measure.",
	    option_text(m->app->opt, OPT_NEED));
	report_note(m->r, b.p);
	report_note(m->r, "The last contact is the last encounter, visit or"
	    " meeting. Most need among year groups: the one of which the"
	    " largest share is disadvantaged, by this year's roll.");
	if (!asked)
		report_note(m->r, "Schools that can never join the network are"
		    " left out; a filter lists them too.");
	buf_clear(&b);
}

/* The schools of a board nobody gave a filter; of them none that can never join
 * the network (model/eligible.h), whatever stage it was given. */
static enum status
whom_we_serve(struct app *app, char **filter, struct err *e)
{
	const char *name;
	char *all;
	enum status st = board_default(app, app->today, &all, &name, e);

	if (st != ST_OK)
		return st;
	*filter = xasprintf("%s -eligible:never", all);
	free(all);
	return ST_OK;
}

enum status
needs_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct making m = { app, r, app->today,
		option_int(app->opt, OPT_SMALL) };
	struct lister l;
	bool asked = args->words->n > 0;
	char *filter = NULL;
	enum status st = ST_OK;

	if (args->words->n == 1 && str_istarts(args->words->v[0], "cluster/"))
		return cluster_needs(app, args, r, e);
	if (!asked)
		st = whom_we_serve(app, &filter, e);
	if (st == ST_OK)
		st = lister_open(&l, app, &school_entity, filter, e);
	free(filter);
	if (st != ST_OK)
		return st;
	if (asked)
		st = lister_args(&l, args->words, e);
	report_begin(r, "Needs: schools by how much they need support",
	    app->today);
	r->flat = true;
	report_table(r, "", "School|@ref|" NEEDS_HEADS "|Most need");
	if (st == ST_OK)
		st = rows_sorted(&l, school_fields, COUNT_OF(school_fields),
		    F_school_need, true, put_school, &m, e);
	lister_close(&l);
	if (st == ST_OK)
		put_notes(&m, asked);
	return st;
}
