/* quick_action.c - "northgate; plan 3 done": an action of a careers plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan is the school's of this academic year.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"

bool
is_action(const char *text)
{
	size_t n = strspn(text, "0123456789 ,&");

	return text[0] >= '0' && text[0] <= '9' && n > 1 &&
	    str_ieq(text + n, "done");
}

/* --- the actions --------------------------------------------------------- */

struct actions {
	struct row	**v;		/* in order of number */
	size_t		  n;
};

static void
actions_clear(struct actions *a)
{
	for (size_t i = 0; i < a->n; i++)
		row_free(a->v[i]);
	free(a->v);
}

static int
by_number(const void *a, const void *b)
{
	struct row *const *x = a, *const *y = b;
	long m = row_int(*x, F_task_number, 0);
	long n = row_int(*y, F_task_number, 0);

	return (m > n) - (m < n);
}

static enum status
load_actions(struct reading *r, int64_t school, struct actions *out,
    struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_ACTIONS, school,
	    year_of_day(r->look->today), 0, &ids, e);

	out->v = xcalloc(ids.n + 1, sizeof *out->v);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		st = r->look->load(r->look->arg, entities[ENT_task],
		    ids.v[i], &out->v[out->n], e);
		if (st == ST_OK)
			out->n++;
	}
	ids_clear(&ids);
	qsort(out->v, out->n, sizeof *out->v, by_number);
	return st;
}

/* "1, 2, 5": the numbers there are. */
static char *
numbers(const struct actions *all)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < all->n; i++)
		if (!row_is_empty(all->v[i], F_task_number))
			buf_addf(&b, "%s%s", b.n > 0 ? ", " : "",
			    row_get(all->v[i], F_task_number));
	return buf_take(&b);
}

static void
no_action(struct reading *r, const struct actions *all, long n)
{
	char year[8], *have = numbers(all);

	year_format(year_of_day(r->look->today), year);
	if (*have == '\0')
		read_fault(r, "%s has no careers plan with numbered actions "
		    "for %s", r->schools.v[0].title, year);
	else
		read_fault(r, "no action %ld in the careers plan of %s for %s:"
		    " its numbers are %s", n, r->schools.v[0].title, year,
		    have);
	free(have);
}

/* --- done ---------------------------------------------------------------- */

/* Action N, taken out of ALL; NULL and a fault when it is none to be done. */
static struct row *
take_action(struct reading *r, struct actions *all, long n)
{
	char day[24];

	for (size_t i = 0; i < all->n; i++) {
		struct row *row = all->v[i];
		int done = row_day(row, F_task_done);

		if (row_int(row, F_task_number, 0) != n)
			continue;
		if (row_is(row, F_task_status, "dropped")) {
			read_fault(r, "action %ld, %s, was dropped", n,
			    row_get(row, F_task_title));
			return NULL;
		}
		if (row_is(row, F_task_status, "done")) {
			if (done != DAY_NONE)
				day_long(done, day);
			read_fault(r, "action %ld, %s, is done already%s%s", n,
			    row_get(row, F_task_title), done != DAY_NONE ?
			    ", on " : "", done != DAY_NONE ? day : "");
			return NULL;
		}
		memmove(all->v + i, all->v + i + 1,
		    (--all->n - i) * sizeof *all->v);
		return row;
	}
	no_action(r, all, n);
	return NULL;
}

static void
close_action(struct reading *r, struct row *take_base, int day)
{
	struct row *mine = row_copy(take_base);

	row_set(mine, F_task_status, "done");
	put_date(mine, F_task_done, day);
	read_tell(r, "task", xasprintf("%s %s", row_get(mine, F_task_number),
	    row_get(mine, F_task_title)), &r->parts.v[r->verb_part + 1]);
	plan_change(r->q->plan, take_base, mine);
}

/* The day it was done: said, or today. Anything else is too much. */
static int
done_day(struct reading *r, const struct part **said)
{
	int day = r->look->today;

	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_WHEN && p->day != DAY_NONE && *said == NULL) {
			*said = p;
			day = p->day;
		} else if (p->kind != PK_NAME && p->kind != PK_VERB &&
		    p->kind != PK_TEXT && p->fault == NULL) {
			read_fault(r, "\"%s\" is too much: write %s", p->text,
			    r->verb->told.example);
		}
	}
	if (day > r->look->today)
		read_fault(r, "\"%s\" is still to come", (*said)->text);
	return day;
}

static enum status
close_actions(struct reading *r, int64_t school, const char *text, int day,
    struct err *e)
{
	struct actions all = { 0 };
	enum status st = load_actions(r, school, &all, e);

	while (st == ST_OK && *text >= '0' && *text <= '9') {
		long n = strtol(text, NULL, 10);
		struct row *base = take_action(r, &all, n);

		if (base != NULL)
			close_action(r, base, day);
		text += strspn(text, "0123456789");
		text += strspn(text, " ,&");
	}
	actions_clear(&all);
	return st;
}

enum status
plan_action(struct reading *r, struct err *e)
{
	const struct part *text = verb_text(r), *said = NULL;
	char year[8], shown[24];
	int64_t school;
	int day;
	enum status st;

	if (text == NULL)
		return ST_OK;
	if ((st = names_find(r, KIND(NK_SCHOOL), e)) != ST_OK ||
	    (st = names_settle(r, false, KIND(NK_SCHOOL), e)) != ST_OK ||
	    (st = apply_schools(r, e)) != ST_OK)
		return st;
	day = done_day(r, &said);
	if ((school = verb_one_school(r)) == 0)
		return ST_OK;
	tell_school(r);
	year_format(year_of_day(r->look->today), year);
	read_tell(r, "plan", xasprintf("careers plan %s", year), NULL);
	if ((st = close_actions(r, school, text->text, day, e)) != ST_OK)
		return st;
	day_long(day, shown);
	read_tell(r, "date", xasprintf("done %s", shown), said)->assumed =
	    said == NULL;
	r->q->plan->did = "Done";
	return ST_OK;
}
