/* quick_again.c - trying again: after a call, and tasks put off.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "call okoro; no answer; again thu" makes the task "Call Ms Okoro" and says
 * how many times in a row it was tried; the task of the last time is done.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- a call that is tried again ------------------------------------------ */

static bool
unanswered(const struct row *visit)
{
	return row_is(visit, F_visit_result, "no answer") ||
	    row_is(visit, F_visit_result, "left message");
}

/* Whom it was with: the first person, else the employer, else the school. */
static struct about
subject_of(const struct row *visit)
{
	const struct set *people = row_members(visit, F_visit_people);
	struct about about = { .school = row_ref(visit, F_visit_school) };

	if (people->n > 0) {
		about.ent = "contact";
		about.id = member_ref(&people->m[0], 0);
	} else if (!row_is_empty(visit, F_visit_employer)) {
		about.ent = "employer";
		about.id = row_ref(visit, F_visit_employer);
	} else {
		about.ent = "school";
		about.id = about.school;
	}
	return about;
}

/* "Call Ms Okoro" */
static enum status
again_title(struct reading *r, const struct row *visit,
    const struct about *about, char **out, struct err *e)
{
	static const char *const verbs_of[][2] = {
		{ "call", "Call" }, { "e-mail", "E-mail" },
		{ "meeting", "Meet" },
	};
	const char *verb = "Visit";
	char *name;
	enum status st = record_name(r, entity_find(about->ent)->no, about->id,
	    &name, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < sizeof verbs_of / sizeof verbs_of[0]; i++)
		if (row_is(visit, F_visit_kind, verbs_of[i][0]))
			verb = verbs_of[i][1];
	*out = xasprintf("%s %s", verb, name);
	free(name);
	return ST_OK;
}

/* Tries of the kind of VISIT, before it, in a row without an answer. */
static enum status
count_tries(struct reading *r, const struct row *visit, int64_t contact,
    long *out, struct err *e)
{
	struct ids ids = { 0 };
	bool more = true;
	enum status st = r->look->ids(r->look->arg, LOOK_CALLS, contact, 0, 0,
	    &ids, e);

	for (size_t i = 0; i < ids.n && st == ST_OK && more; i++) {
		struct row *other;

		st = r->look->load(r->look->arg, entities[ENT_visit],
		    ids.v[i], &other, e);
		if (st != ST_OK)
			break;
		if (row_same(other, visit, F_visit_kind) &&
		    row_day(other, F_visit_date) <=
		    row_day(visit, F_visit_date)) {
			more = unanswered(other);
			*out += more;
		}
		row_free(other);
	}
	ids_clear(&ids);
	return st;
}

/* Is TASK the one of an earlier time? "Call Ms Okoro", what follows a colon
 * being what for; or another "Call ..." that counts its attempts. */
static bool
is_again(const struct row *task, const char *title)
{
	const char *own = row_get(task, F_task_title);
	size_t n = strlen(title), verb = strcspn(title, " ") + 1;
	char *word = xstrndup(title, verb);
	bool same = str_istarts(own, word) &&
	    !row_is_empty(task, F_task_attempt);

	free(word);
	return same || (str_istarts(own, title) &&
	    (own[n] == '\0' || own[n] == ':'));
}

static void
close_task(struct reading *r, const struct row *visit, struct row *take_base)
{
	struct row *mine = row_copy(take_base);

	row_set(mine, F_task_status, "done");
	row_set(mine, F_task_done, row_get(visit, F_visit_date));
	if (row_is_empty(mine, F_task_reason))
		row_set(mine, F_task_reason, row_get(visit, F_visit_result));
	read_tell(r, "closed", xasprintf("done: %s", row_get(mine,
	    F_task_title)), NULL);
	plan_change(r->q->plan, take_base, mine);
}

/* The tasks of earlier times: how often it was tried by them, and if CLOSE
 * they are done now. */
static enum status
earlier_tasks(struct reading *r, const struct row *visit,
    const struct about *about, const char *title, bool close, long *tried,
    struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_ABOUT, about->id, 0,
	    0, &ids, e);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *task;

		st = r->look->load(r->look->arg, entities[ENT_task], ids.v[i],
		    &task, e);
		if (st != ST_OK)
			break;
		if (!is_again(task, title)) {
			row_free(task);
			continue;
		}
		if (row_int(task, F_task_attempt, 0) > *tried)
			*tried = row_int(task, F_task_attempt, 0);
		if (close)
			close_task(r, visit, task);
		else
			row_free(task);
	}
	ids_clear(&ids);
	return st;
}

static const struct part *
again_part(const struct reading *r)
{
	for (size_t i = 0; i < r->follow.n; i++)
		if (r->follow.v[i].kind == PK_AGAIN)
			return &r->follow.v[i];
	return NULL;
}

enum status
visit_tries(struct reading *r, const struct row *visit, struct err *e)
{
	const struct about about = subject_of(visit);
	bool again = again_part(r) != NULL;
	char *title;
	enum status st;

	if (!read_is_fine(r) || !row_is(visit, F_visit_status, "done"))
		return ST_OK;
	if ((st = again_title(r, visit, &about, &title, e)) != ST_OK)
		return st;
	if (about.ent[0] == 'c' && unanswered(visit) &&
	    (st = count_tries(r, visit, about.id, &r->tried, e)) != ST_OK) {
		free(title);
		return st;
	}
	st = earlier_tasks(r, visit, &about, title, again ||
	    !unanswered(visit), &r->tried, e);
	r->tried = unanswered(visit) ? r->tried + 1 : 0;
	free(title);
	return st;
}

enum status
visit_again(struct reading *r, const struct part *p, const struct row *visit,
    struct err *e)
{
	const struct about about = subject_of(visit);
	struct row *row;
	struct buf shown;
	char *title, *whole, day[24], number[24];
	enum status st;

	if (!read_is_fine(r))
		return ST_OK;
	if ((st = again_title(r, visit, &about, &title, e)) != ST_OK)
		return st;
	whole = *p->value == '\0' ? xstrdup(title) :
	    xasprintf("%s: %s", title, p->value);
	row = fresh_row(r, ENT_task);
	put_text(r, row, F_task_title, whole);
	put_date(row, F_task_due, p->day);
	task_about(row, &about);
	day_long(p->day, day);
	buf_init(&shown, BUF_LINE);
	buf_addf(&shown, "todo: %s by %s", whole, day);
	if (r->tried > 0) {
		snprintf(number, sizeof number, "%ld", r->tried);
		row_set(row, F_task_attempt, number);
		buf_addf(&shown, ", attempt %s", number);
	}
	read_tell(r, "task", buf_take(&shown), p);
	(void)plan_add(r->q->plan, row);
	free(title);
	free(whole);
	return ST_OK;
}

/* --- the next one -------------------------------------------------------- */

void
visit_next(struct reading *r, const struct part *p, const struct row *visit)
{
	struct row *row = fresh_row(r, ENT_visit);
	char text[6], number[24], *when;

	row_set(row, F_visit_kind, row_get(visit, F_visit_kind));
	row_set(row, F_visit_school, row_get(visit, F_visit_school));
	row_set(row, F_visit_employer, row_get(visit, F_visit_employer));
	row_set(row, F_visit_status, "planned");
	put_date(row, F_visit_date, p->day);
	if (p->start >= 0) {
		time_format(p->start, text);
		row_set(row, F_visit_start, text);
	}
	if (p->finish > p->start && p->start >= 0) {
		snprintf(number, sizeof number, "%d", p->finish - p->start);
		row_set(row, F_visit_minutes, number);
	}
	if (!row_is(visit, F_visit_kind, "visit"))	/* with the same person */
		set_copy(row_members(row, F_visit_people),
		    row_members(visit, F_visit_people),
		    row->ent->fields[F_visit_people].set);
	when = visit_when(row);
	read_tell(r, "next", xasprintf("next %s %s", row_get(row,
	    F_visit_kind), when), p);
	free(when);
	(void)plan_add(r->q->plan, row);
}
