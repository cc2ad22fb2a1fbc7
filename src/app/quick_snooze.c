/* quick_snooze.c - "again northgate toolkit fri": an open task is put off.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words say the school, or not, and what the task is called. Without a
 * school it is one of the user's own, else anybody's.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/name.h"

struct found {
	struct row	**v;		/* open tasks that have the words */
	size_t		  n;
	char		 *where;	/* the school the words named, or NULL */
};

static void
found_clear(struct found *f)
{
	for (size_t i = 0; i < f->n; i++)
		row_free(f->v[i]);
	free(f->v);
	free(f->where);
	*f = (struct found){ 0 };
}

/* Does some word of the folded TITLE begin with each of WORDS? */
static bool
has_words(const char *title, const struct strs *words, size_t from)
{
	struct strs own = { 0 };
	bool all = true;

	str_words(&own, title);
	for (size_t i = from; i < words->n && all; i++) {
		char *word = utf8_fold(words->v[i]);

		all = false;
		for (size_t k = 0; k < own.n && !all; k++)
			all = str_starts(own.v[k], word);
		free(word);
	}
	strs_clear(&own);
	return all;
}

/* Open tasks of SCHOOL, 0 for the user's own or anybody's, that have the words
 * from K on. */
static enum status
find_at(struct reading *r, int64_t school, bool anybody,
    const struct strs *words, size_t k, struct found *out, struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_TASKS, school,
	    anybody, 0, &ids, e);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *task;
		char *title;

		st = r->look->load(r->look->arg, entities[ENT_task], ids.v[i],
		    &task, e);
		if (st != ST_OK)
			break;
		title = utf8_fold(row_get(task, F_task_title));
		if (has_words(title, words, k)) {
			out->v = xreallocarray(out->v, out->n + 1,
			    sizeof *out->v);
			out->v[out->n++] = task;
		} else {
			row_free(task);
		}
		free(title);
	}
	ids_clear(&ids);
	return st;
}

/* The first K words as a school: what is open at those they fit best. */
static enum status
find_by_school(struct reading *r, const struct strs *words, size_t k,
    struct found *out, struct err *e)
{
	struct strs some = { words->v, k, k };
	char *name = strs_join(&some, " ");
	struct cands cs = { 0 };
	int best = NAME_BEGINNINGS;
	enum status st = names_look(r->look, NK_SCHOOL, name, &cs, e);

	for (size_t i = 0; i < cs.n; i++)
		best = cs.v[i].class > best ? cs.v[i].class : best;
	for (size_t i = 0; i < cs.n && st == ST_OK; i++) {
		if (cs.v[i].class < best)
			continue;
		if (out->where == NULL)
			out->where = xstrdup(cs.v[i].title);
		st = find_at(r, cs.v[i].id, false, words, k, out, e);
	}
	cands_free(&cs);
	free(name);
	return st;
}

/* At the schools of the line or the screen; else with the most words that are a
 * school; else the user's own; else anybody's. */
static enum status
find_tasks(struct reading *r, const struct strs *words, struct found *out,
    struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < r->schools.n && st == ST_OK; i++)
		st = find_at(r, r->schools.v[i].id, false, words, 0, out, e);
	for (size_t k = words->n; k > 0 && st == ST_OK && out->n == 0; k--)
		st = find_by_school(r, words, k, out, e);
	for (int anybody = 0; anybody < 2 && st == ST_OK && out->n == 0 &&
	    r->schools.n == 0; anybody++)
		st = find_at(r, 0, anybody, words, 0, out, e);
	return st;
}

/* "send toolkit, Northgate School, Fri 20 Nov" */
static enum status
task_shown(const struct reading *r, const struct row *task, char **out,
    struct err *e)
{
	int64_t school = row_ref(task, F_task_school);
	int due = row_day(task, F_task_due);
	char day[24] = "", *name = NULL;
	enum status st;

	if (school != 0 && (st = record_name(r, ENT_school, school, &name,
	    e)) != ST_OK)
		return st;
	if (due != DAY_NONE)
		day_short(due, r->look->today, day);
	*out = xasprintf("%s%s%s%s%s", row_get(task, F_task_title),
	    name != NULL ? ", " : "", name != NULL ? name : "",
	    *day != '\0' ? ", " : "", day);
	free(name);
	return ST_OK;
}

/* Which of them? *OUT is taken out of F; NULL when it is asked, or none. */
static enum status
choose_task(struct reading *r, struct found *f, const char *text,
    struct row **out, struct err *e)
{
	struct strs choices = { 0 };
	size_t picked = 0;
	char *lead;
	enum status st = ST_OK;

	*out = NULL;
	if (f->n == 0) {
		read_fault(r, "no open task is called \"%s\"%s%s%s", text,
		    f->where != NULL ? ", at " : "",
		    f->where != NULL ? f->where : "",
		    f->where != NULL ? " or elsewhere" : "");
		return ST_OK;
	}
	for (size_t i = 0; i < f->n && i < QUESTION_MAX && st == ST_OK; i++) {
		char *shown;

		if ((st = task_shown(r, f->v[i], &shown, e)) == ST_OK)
			strs_take(&choices, shown);
	}
	lead = xasprintf("%zu open tasks: ", f->n);
	if (st == ST_OK && (f->n == 1 || read_ask(r, lead, &choices, NULL,
	    &picked))) {
		*out = f->v[picked];
		f->v[picked] = NULL;
	}
	free(lead);
	strs_clear(&choices);
	return st;
}

static enum status
put_off(struct reading *r, const struct part *p, struct row *take_base,
    struct err *e)
{
	struct row *mine = row_copy(take_base);
	int was = row_day(take_base, F_task_due);
	char day[24], old[24] = "", *name;
	enum status st = ST_OK;

	plan_change(r->q->plan, take_base, mine);
	put_date(mine, F_task_due, p->day);
	if (row_ref(mine, F_task_school) != 0) {
		st = record_name(r, ENT_school, row_ref(mine, F_task_school),
		    &name, e);
		if (st != ST_OK)
			return st;
		read_tell(r, "school", name, NULL);
	}
	day_long(p->day, day);
	if (was != DAY_NONE)
		day_long(was, old);
	if (was == p->day)
		read_fault(r, "%s is due on %s already",
		    row_get(mine, F_task_title), day);
	read_tell(r, "task", xstrdup(row_get(mine, F_task_title)), p);
	read_tell(r, "date", xasprintf("due %s%s%s", day,
	    *old != '\0' ? ", was " : "", old), NULL);
	r->q->plan->did = "Put off";
	return ST_OK;
}

enum status
plan_again(struct reading *r, struct err *e)
{
	struct part *p = r->follow.n > 0 ? &r->follow.v[0] : NULL;
	struct found f = { 0 };
	struct strs words = { 0 };
	struct row *task;
	enum status st;

	if (p == NULL || p->kind != PK_AGAIN) {
		read_fault(r, "again what, and when? Write %s",
		    r->verb->told.example);
		return ST_OK;
	}
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind != PK_NAME &&
		    r->parts.v[i].kind != PK_VERB)
			read_fault(r, "\"%s\" is too much: write %s",
			    r->parts.v[i].text, r->verb->told.example);
	if ((st = names_find(r, KIND(NK_SCHOOL), e)) != ST_OK ||
	    (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = apply_schools(r, e)) != ST_OK || !read_is_fine(r))
		return st;
	p->kind = PK_TEXT;		/* done with */
	if (*p->value == '\0' && r->schools.n == 0) {
		read_fault(r, "which task? Write %s", r->verb->told.example);
		return ST_OK;
	}
	str_words(&words, p->value);
	st = find_tasks(r, &words, &f, e);
	if (st == ST_OK)
		st = choose_task(r, &f, p->value, &task, e);
	if (st == ST_OK && task != NULL)
		st = put_off(r, p, task, e);
	strs_clear(&words);
	found_clear(&f);
	return st;
}
