/* board.c - one row of the board, and what its figures open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/board.h"

#include <stdlib.h>

#include "app/evidenced.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/board.h"
#include "model/fields.h"
#include "model/tables.h"

#define LONG_AGO	60	/* days without an encounter that are marked */

const int board_fields[] = {
	F_school_name, F_school_low_age, F_school_high_age, F_school_stage,
	F_school_bm, F_school_leader, F_school_encounter, F_school_next,
	F_school_toclose, F_school_need, F_school_coordinators,
};
const size_t board_nfields = COUNT_OF(board_fields);

struct board_school {
	struct app	*app;
	int		 day;
	char		 iso[11];		/* … as text */
	char		*ref;
	struct row	*row;			/* of board_fields alone */
	struct board_facts facts;
};

/* --- cells --------------------------------------------------------------- */

static void
set(struct board_cell *c, const char *text, const char *data)
{
	c->text = xstrdup(text);
	c->data = xstrdup(data);
}

/* Opens the records of ENT with a filter. */
static void
lists(struct board_cell *c, const char *ent, char *take_filter)
{
	c->ent = entity_find(ent);
	c->filter = take_filter;
}

static void
opens(struct board_cell *c, const char *ent, int64_t id)
{
	c->ent = id != 0 ? entity_find(ent) : NULL;
	c->id = id;
}

static const char *
value(const struct board_school *s, int field)
{
	return row_get(s->row, field);
}

static enum status
make_name(const struct board_school *s, struct board_cell *c, struct err *e)
{
	(void)e;
	set(c, value(s, F_school_name), value(s, F_school_name));
	opens(c, "school", s->row->id);
	return ST_OK;
}

static enum status
make_stage(const struct board_school *s, struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_stage);
	const struct choice *stage = *v == '\0' ? NULL :
	    field_choice(&school_entity.fields[F_school_stage], v);

	(void)e;
	set(c, *v != '\0' ? v : "-", stage != NULL ? stage->word : v);
	opens(c, "membership", s->facts.membership);
	return ST_OK;
}

static enum status
make_bm(const struct board_school *s, struct board_cell *c, struct err *e)
{
	long n = row_int(s->row, F_school_bm, -1);

	(void)e;
	c->data = xstrdup(value(s, F_school_bm));
	c->text = n < 0 ? xstrdup("?") : xasprintf("%ld/%d", n, BENCHMARKS);
	c->tone = n < 0 ? TONE_PLAIN : n >= 7 ? TONE_GOOD :
	    n >= 4 ? TONE_PLAIN : TONE_WARN;
	opens(c, "assessment", s->facts.result);
	return ST_OK;
}

/* Of a hundred, at least; -1 not known. */
static int
shown(const struct evidenced *f)
{
	if (f->before)
		return -1;
	if (f->roll <= 0)
		return f->used.most == 0 ? 0 : -1;
	return evidence_percent(f->used, f->roll);
}

static enum status
make_bm5(const struct board_school *s, struct board_cell *c, struct err *e)
{
	static const char *const each[] = { "5 1 each" };
	struct evidenced_all all;
	const struct evidenced *f;
	struct buf filter;
	int n;
	enum status st;

	st = evidenced_of(s->app, s->row, year_of_day(s->day), each, 1, &all,
	    e);
	if (st != ST_OK)
		return st;
	if ((f = evidenced_weakest(&all, 5)) == NULL) {
		set(c, ".", "");
	} else if ((n = shown(f)) < 0) {
		set(c, "?", "");
	} else {
		c->text = xasprintf("%d", n);
		c->data = xstrdup(c->text);
		c->tone = n >= 100 ? TONE_GOOD : n == 0 ? TONE_BAD : TONE_WARN;
	}
	if (f != NULL) {
		buf_init(&filter, BUF_ROW);
		evidenced_filter(s->app, s->row, f, &filter);
		lists(c, "encounter", buf_take(&filter));
	}
	evidenced_clear(&all);
	return ST_OK;
}

static enum status
make_leader(const struct board_school *s, struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_leader);
	const char *mark = str_eq(v, "done") ? "yes" : *v == '\0' ? "-" :
	    str_eq(v, "not known") ? "?" : "!";

	(void)e;
	set(c, mark, v);
	c->tone = *mark == 'y' ? TONE_GOOD : *mark == '-' ? TONE_BAD :
	    *mark == '!' ? TONE_WARN : TONE_PLAIN;
	lists(c, "role", xasprintf("organisation:%s role:\"careers leader\""
	    " -from>%s -to<%s", s->ref, s->iso, s->iso));
	return ST_OK;
}

static enum status
make_last(const struct board_school *s, struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_encounter);
	int day = day_from_iso(v);

	(void)e;
	c->data = xstrdup(v);
	if (day == DAY_NONE) {
		c->text = xstrdup("-");
		c->tone = TONE_WARN;
		return ST_OK;
	}
	c->text = day == s->day ? xstrdup("today") :
	    xasprintf("%d d", s->day - day);
	c->tone = s->day - day > LONG_AGO ? TONE_WARN : TONE_PLAIN;
	lists(c, "encounter", xasprintf("schools:%s date:%s status:delivered",
	    s->ref, v));
	return ST_OK;
}

/* "2 Dec", in another academic year "2 Dec 27". */
static char *
short_day(int day, int now)
{
	char text[24];
	int y, m, d;

	day_to_ymd(day, &y, &m, &d);
	day_long(day, text);		/* Wed 02 Dec 2026, or 2 Dec */
	if (year_of_day(day) == year_of_day(now))
		return xasprintf("%d %.3s", d, strchr(text + 4, ' ') + 1);
	return xasprintf("%d %.3s %02d", d, strchr(text + 4, ' ') + 1,
	    y % 100);
}

static enum status
make_next(const struct board_school *s, struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_next);
	int day = day_from_iso(v);

	(void)e;
	c->data = xstrdup(v);
	if (day == DAY_NONE) {
		c->text = xstrdup("-");
		return ST_OK;
	}
	c->text = day == s->day ? xstrdup("today") : short_day(day, s->day);
	lists(c, "encounter", xasprintf("schools:%s date:%s"
	    " status:planned,confirmed", s->ref, v));
	return ST_OK;
}

static enum status
make_toclose(const struct board_school *s, struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_toclose);

	(void)e;
	set(c, v, v);
	c->tone = str_eq(v, "0") ? TONE_PLAIN : TONE_WARN;
	lists(c, "encounter", xasprintf("schools:%s date<%s"
	    " status:planned,confirmed", s->ref, s->iso));
	return ST_OK;
}

static enum status
make_need(const struct board_school *s, struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_need);

	(void)e;
	set(c, *v != '\0' ? v : "?", v);
	return ST_OK;
}

static enum status
make_coordinators(const struct board_school *s, struct board_cell *c,
    struct err *e)
{
	const char *v = value(s, F_school_coordinators);

	(void)e;
	set(c, *v != '\0' ? v : "-", v);
	lists(c, "coordinator", xasprintf("school:%s -from>%s -to<%s", s->ref,
	    s->iso, s->iso));
	return ST_OK;
}

const struct board_col board_cols[] = {
	{ "name", "School", 20, false, 0, "", make_name },
	{ "stage", "Stage", 9, false, 7, "", make_stage },
	{ "bm", "BM", 3, true, 0, "BM achieved of the newest official result",
	  make_bm },
	{ "bm5_evidenced", "BM5", 3, true, 3, "BM5 evidenced: at least so many % of the"
	  " year group with fewest met an employer this year", make_bm5 },
	{ "leader", "Ldr", 3, false, 4, "Ldr careers leader: yes trained, !"
	  " named but not trained, - nobody", make_leader },
	{ "encounter", "Enc", 6, true, 1, "Enc last encounter", make_last },
	{ "next", "Next", 9, true, 5, "Next planned", make_next },
	{ "toclose", "Close", 5, true, 6, "Close planned, and the day has"
	  " passed", make_toclose },
	{ "need", "Need", 4, true, 2, "Need 0 to 100", make_need },
	{ "coordinators", "Coordinators", 12, false, 8, "",
	  make_coordinators },
};
const size_t board_ncols = COUNT_OF(board_cols);

/* --- a row --------------------------------------------------------------- */

void
board_cells_free(struct board_cell *c)
{
	for (size_t i = 0; c != NULL && i < board_ncols; i++) {
		free(c[i].text);
		free(c[i].data);
		free(c[i].filter);
	}
	free(c);
}

static void
read_school(struct app *app, const struct list_row *r, int day,
    struct board_school *s)
{
	struct buf ref;

	*s = (struct board_school){ .app = app, .day = day };
	day_iso(day, s->iso);
	s->row = row_new(&school_entity);
	s->row->id = r->id;
	for (size_t i = 0; i < board_nfields; i++)
		row_set(s->row, board_fields[i], r->cell[i]);
	buf_init(&ref, BUF_LINE);
	ref_text(app, &school_entity, r->id, &ref);
	s->ref = buf_take(&ref);
}

enum status
board_cells(struct app *app, const struct list_row *r, int day,
    struct board_cell **out, struct err *e)
{
	struct board_cell *c = xcalloc(board_ncols, sizeof *c);
	struct board_school s;
	enum status st;

	read_school(app, r, day, &s);
	st = board_facts(app->db, r->id, s.iso, &s.facts, e);
	for (size_t i = 0; i < board_ncols && st == ST_OK; i++)
		st = board_cols[i].make(&s, &c[i], e);
	row_free(s.row);
	free(s.ref);
	if (st != ST_OK) {
		board_cells_free(c);
		return st;
	}
	*out = c;
	return ST_OK;
}
