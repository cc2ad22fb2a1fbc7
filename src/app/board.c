/* board.c - the columns of the board, and what their figures open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/board_impl.h"

#include <stdlib.h>

#include "app/schools.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

#define LONG_AGO	60	/* days without an encounter that are marked */

static const int board_fields[] = {
	F_school_name, F_school_low_age, F_school_high_age, F_school_stage,
	F_school_bm, F_school_leader, F_school_ea, F_school_encounter, F_school_next,
	F_school_toclose, F_school_need, F_school_coordinators,
	F_school_fsm, F_school_phase_code, F_school_phase, F_school_visited,
	F_school_next_visit, F_school_todo, F_school_predecessor,
};

static const char *
value(const struct board_school *s, int field)
{
	return row_get(s->row, field);
}

enum status
board_make_name(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	(void)col;
	(void)e;
	cell_set(c, value(s, F_school_name), value(s, F_school_name));
	cell_opens(c, "school", s->row->id);
	return ST_OK;
}

static enum status
make_stage(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_stage);
	const struct choice *stage = *v == '\0' ? NULL :
	    field_choice(&school_entity.fields[F_school_stage], v);

	(void)col;
	(void)e;
	cell_set(c, *v != '\0' ? v : "-", stage != NULL ? stage->word : v);
	cell_opens(c, "membership", s->facts.membership);
	return ST_OK;
}

enum status
board_make_bm(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	long n = row_int(s->row, F_school_bm, -1);

	(void)col;
	(void)e;
	if (n < 0 && school_is_primary(s->row)) {
		cell_set(c, ".", "");
		c->said = xstrdup("Primary schools are not assessed.");
		return ST_OK;
	}
	c->data = xstrdup(value(s, F_school_bm));
	c->text = n < 0 ? xstrdup("?") : xasprintf("%ld/%d", n, BENCHMARKS);
	c->tone = n < 0 ? TONE_PLAIN : n >= 7 ? TONE_GOOD :
	    n >= 4 ? TONE_PLAIN : TONE_WARN;
	cell_opens(c, "assessment", s->facts.result);
	return ST_OK;
}

static enum status
make_leader(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_leader);
	const char *mark = str_eq(v, "done") ? "yes" : *v == '\0' ? "-" :
	    str_eq(v, "not known") ? "?" : "!";

	(void)col;
	(void)e;
	cell_set(c, mark, v);
	c->tone = *mark == 'y' ? TONE_GOOD : *mark == '-' ? TONE_BAD :
	    *mark == '!' ? TONE_WARN : TONE_PLAIN;
	cell_lists(c, "role", xasprintf("organisation:%s role:\"careers leader\""
	    " -from>%s -to<%s", s->ref, s->iso, s->iso));
	return ST_OK;
}

/* How many Enterprise Advisers it is matched with. */
static enum status
make_ea(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_ea);
	struct strs names = { 0 };

	(void)col;
	(void)e;
	if (*v != '\0')
		str_split(&names, v, ',');
	c->text = names.n > 0 ? xasprintf("%zu", names.n) : xstrdup("-");
	c->data = xstrdup(names.n > 0 ? c->text : "0");
	c->tone = names.n == 0 ? TONE_WARN : TONE_PLAIN;
	if (names.n > 0) {
		c->said = xstrdup(v);
		cell_lists(c, "match", xasprintf("school:%s kind:\"enterprise "
		    "adviser\" status:introduced,met,working", s->ref));
	} else {
		c->said = xstrdup("No Enterprise Adviser is matched. Its "
		    "Suggestions, under More, say who would suit; P on Today proposes "
		    "for all my schools.");
	}
	strs_clear(&names);
	return ST_OK;
}

/* "-" for no day, "today"; the text of any other, whose number is returned, is
 * left to the caller. */
static int
put_day(const struct board_school *s, const char *v, struct board_cell *c)
{
	int day = day_from_iso(v);

	c->data = xstrdup(v);
	if (day == DAY_NONE || day == s->day)
		c->text = xstrdup(day == DAY_NONE ? "-" : "today");
	return day;
}

/* "39 d", "today"; false when there is no such day. */
static bool
put_ago(const struct board_school *s, const char *v, struct board_cell *c)
{
	int day = put_day(s, v, c);

	if (day == DAY_NONE) {
		c->tone = TONE_WARN;
		return false;
	}
	if (c->text == NULL)
		c->text = s->day - day < 1000 ?
		    xasprintf("%d d", s->day - day) :
		    xasprintf("%d y", (s->day - day) / 365);
	c->tone = s->day - day > LONG_AGO ? TONE_WARN : TONE_PLAIN;
	return true;
}

static enum status
make_last(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_encounter);

	(void)col;
	(void)e;
	if (put_ago(s, v, c))
		cell_lists(c, "encounter", xasprintf("schools:%s date:%s"
		    " status:delivered", s->ref, v));
	return ST_OK;
}

/* "school/910002,school/910001": it, and those it took over from at once. */
static char *
with_before(const struct board_school *s)
{
	struct strs words = { 0 };
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, s->ref);
	str_words(&words, value(s, F_school_predecessor));
	for (size_t i = 0; i < words.n; i++)
		if (str_starts(words.v[i], "school/"))
			buf_addf(&b, ",%s", words.v[i]);
	strs_clear(&words);
	return buf_take(&b);
}

static enum status
make_visited(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_visited);
	char *schools;

	(void)col;
	(void)e;
	if (!put_ago(s, v, c))
		return ST_OK;
	schools = with_before(s);
	cell_lists(c, "visit", xasprintf("school:%s date:%s"
	    " kind:visit,meeting status:done", schools, v));
	free(schools);
	return ST_OK;
}

/* "2 Dec", in another academic year "Oct 27". */
static char *
short_day(int day, int now)
{
	char text[24];
	int y, m, d;

	day_to_ymd(day, &y, &m, &d);
	day_long(day, text);		/* Wed 02 Dec 2026, or 2 Dec */
	if (year_of_day(day) == year_of_day(now))
		return xasprintf("%d %.3s", d, strchr(text + 4, ' ') + 1);
	return xasprintf("%.3s %02d", strchr(text + 4, ' ') + 1, y % 100);
}

/* What is planned next: a visit that day, else the encounters of it. */
static enum status
make_next(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_next);
	int day = put_day(s, v, c);

	(void)col;
	(void)e;
	if (day == DAY_NONE)
		return ST_OK;
	if (c->text == NULL)
		c->text = short_day(day, s->day);
	if (str_eq(value(s, F_school_next_visit), v))
		cell_lists(c, "visit", xasprintf("school:%s date:%s"
		    " status:planned", s->ref, v));
	else
		cell_lists(c, "encounter", xasprintf("schools:%s date:%s"
		    " status:planned,confirmed", s->ref, v));
	return ST_OK;
}

static enum status
make_todo(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_todo);

	(void)col;
	(void)e;
	cell_set(c, v, v);
	cell_lists(c, "task", xasprintf("school:%s is:open", s->ref));
	return ST_OK;
}

static enum status
make_toclose(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_toclose);

	(void)col;
	(void)e;
	cell_set(c, v, v);
	c->tone = str_eq(v, "0") ? TONE_PLAIN : TONE_WARN;
	cell_lists(c, "encounter", xasprintf("schools:%s date<%s"
	    " status:planned,confirmed", s->ref, s->iso));
	return ST_OK;
}

static enum status
make_coordinators(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = value(s, F_school_coordinators);

	(void)col;
	(void)e;
	cell_set(c, *v != '\0' ? v : "-", v);
	cell_lists(c, "coordinator", xasprintf("school:%s -from>%s -to<%s", s->ref,
	    s->iso, s->iso));
	return ST_OK;
}

static const struct board_col cols[] = {
	{ "name", "School", 19, false, 0, "", board_make_name },
	{ "stage", "Stage", 9, false, 8, "", make_stage },
	{ "bm", "BM", 3, true, 0, "BM achieved of the newest official result",
	  board_make_bm },
	{ "bm5_evidenced", "BM5", 3, true, 3, "BM5 evidenced: least % of a year group that"
	  " met an employer this year", board_make_bm5 },
	{ "access_due", "Accs", 4, true, 4, "Accs cohorts that lack a meeting"
	  " with a provider by a day of this year, ! past it, ok none lacks"
	  " any",
	  board_make_access },
	{ "leader", "Ldr", 3, false, 7, "Ldr careers leader: yes trained, !"
	  " named but not trained, - nobody", make_leader },
	{ "ea", "EA", 2, true, 7, "EA Enterprise Advisers matched",
	  make_ea },
	{ "visited", "Visit", 5, true, 1, "Visit last visit or meeting",
	  make_visited },
	{ "encounter", "Enc", 5, true, 10, "Enc last encounter", make_last },
	{ "next", "Next", 6, true, 6, "Next encounter or visit planned",
	  make_next },
	{ "todo", "To do", 5, true, 5, "To do tasks not done", make_todo },
	{ "to_mend", "Ret", 3, true, 7, "Ret to mend for the month-end return, !"
	  " something of it, its matches or their volunteers",
	  board_make_return },
	{ "toclose", "Close", 5, true, 9, "Close planned, and the day has"
	  " passed", make_toclose },
	{ "need", "Need", 4, true, 2, "Need 0 to 100", board_make_need },
	{ "coordinators", "Who", 12, false, 11, "Who looks after it",
	  make_coordinators },
};

static void
board_foot(const struct app *app, const struct board_sum *sum,
    struct strs *out)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	board_sum_said(app, sum, &b);
	strs_take(out, buf_take(&b));
	for (size_t i = 1; i < COUNT_OF(cols); i++)
		strs_add(out, "");
}

const struct board_kind board_kind = {
	.id = "board", .title = "Board",
	.col = cols, .ncols = COUNT_OF(cols),
	.field = board_fields, .nfields = COUNT_OF(board_fields),
	.sort = F_school_need, .desc = true, .order = "most need first",
	.gap = 1, .wide = "encounter",
	.foot = board_foot,
};
