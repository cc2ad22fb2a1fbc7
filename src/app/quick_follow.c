/* quick_follow.c - what is to come of a line: "todo send toolkit fri", "@bell
 * todo placement list 9/12", "again thu", "next wed 2/12 10:00".
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * These parts are taken out before the others are read, so that every verb may
 * have them. A task is about the record the line is about.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/name.h"

/* --- which parts they are ------------------------------------------------ */

/* Behind WORD, or "word:", at the start of TEXT; NULL when it is not there or
 * nothing follows. */
static const char *
behind_word(const char *text, const char *word)
{
	size_t n = strlen(word);

	if (!str_istarts(text, word) || (text[n] != ' ' && text[n] != ':'))
		return NULL;
	text += n + (text[n] == ':');
	text += strspn(text, " ");
	return *text != '\0' ? text : NULL;
}

/* Behind " todo " in "@bell todo ..."; NULL when it is not that. */
static const char *
behind_person(const char *text)
{
	const char *at = *text == '@' ? strchr(text, ' ') : NULL;

	for (; at != NULL; at = strchr(at + 1, ' ')) {
		const char *rest = behind_word(at + 1, "todo");

		if (rest != NULL)
			return rest;
	}
	return NULL;
}

bool
names_type(const struct reading *r, size_t at)
{
	bool found = false;

	for (size_t i = 0; i < r->parts.n && !found; i++) {
		struct cands cs = { 0 };

		if (i == at || r->parts.v[i].kind == PK_VERB)
			continue;
		if (names_look(r->look, NK_TYPE, r->parts.v[i].text, &cs,
		    &(struct err){ 0 }) != ST_OK)
			return false;
		for (size_t k = 0; k < cs.n; k++)
			found = found || cs.v[k].class >= NAME_BEGINNINGS;
		cands_free(&cs);
	}
	return found;
}

/* "next fri" is a day to come in a line about anything but a visit. */
static bool
is_next(const struct reading *r, size_t i, const char *rest)
{
	struct part when = { .day = DAY_NONE, .last_day = DAY_NONE };
	bool good;

	if (r->verb != NULL)
		return true;
	good = when_read(rest, r->look->today, DATE_FORWARD, &when);
	free(when.fault);
	return good && !names_type(r, i) &&
	    ((i == 0 && r->follow.n == 0) || r->parts.n <= 2);
}

/* The name in "@bell todo ...", of which REST is what follows the todo. */
static char *
person_before(const char *text, const char *rest)
{
	char *who, *name;

	while (rest[-1] == ' ')
		rest--;
	rest -= strlen("todo") + (rest[-1] == ':');
	who = xstrndup(text + 1, (size_t)(rest - text - 1));
	name = str_trimmed(who);
	free(who);
	return name;
}

/* What part I is, PK_NAME when none of these; *REST is what it says. */
static enum part_kind
follow_kind(const struct reading *r, size_t i, const char **rest)
{
	const char *text = r->parts.v[i].text;

	if ((*rest = behind_person(text)) != NULL ||
	    (*rest = behind_word(text, "todo")) != NULL)
		return PK_TODO;
	if (r->verb != NULL && !verb_is_visit(r->verb) &&
	    r->verb->plan != plan_done)
		return PK_NAME;
	if ((*rest = behind_word(text, "again")) != NULL)
		return PK_AGAIN;
	if ((*rest = behind_word(text, "next")) != NULL &&
	    is_next(r, i, *rest))
		return PK_NEXT;
	return PK_NAME;
}

void
follow_take(struct reading *r)
{
	const char *rest;

	for (size_t i = 0; i < r->parts.n; ) {
		enum part_kind kind = r->parts.v[i].kind == PK_VERB ? PK_NAME :
		    follow_kind(r, i, &rest);
		struct part p;

		if (kind == PK_NAME) {
			i++;
			continue;
		}
		if (i == 0 && r->follow.n == 0)
			r->lead = kind;
		p = parts_remove(&r->parts, i);
		p.kind = kind;
		if (p.text[0] == '@')
			p.made = person_before(p.text, rest);
		follow_read(&p, rest, r->look->today);
		if (p.fault != NULL)
			read_fault(r, "%s", p.fault);
		parts_push(&r->follow, p);
		if (r->verb != NULL && i < r->verb_part)
			r->verb_part--;
	}
}

/* --- tasks --------------------------------------------------------------- */

void
put_text(struct reading *r, struct row *row, int field, const char *text)
{
	struct err why = { 0 };

	if (r->look->field(r->look->arg, row, field, text, &why) != ST_OK)
		read_fault(r, "%s", why.text);
}

void
put_date(struct row *row, int field, int day)
{
	char text[11];

	day_iso(day, text);
	row_set(row, field, text);
}

/* "todo Ms Grace Bell: placement list by Wed 9 Dec 2026" */
static void
tell_task(struct reading *r, const struct row *row, const char *who,
    const struct part *p)
{
	char day[24] = "";

	if (row_day(row, F_task_due) != DAY_NONE)
		day_long(row_day(row, F_task_due), day);
	read_tell(r, "task", xasprintf("todo%s%s: %s%s%s", who != NULL ? " " :
	    "", who != NULL ? who : "", row_get(row, F_task_title),
	    *day != '\0' ? " by " : "", day), p);
}

void
task_about(struct row *row, const struct about *about)
{
	if (about->ent != NULL)
		row_set_ref(row, F_task_about, about->ent, about->id);
	if (about->school != 0)
		row_set_ref(row, F_task_school, "school", about->school);
}

/* Whose the task P is: one of us by the name under which they write, else
 * somebody there; NULL where it does not say. */
static enum status
task_owner(struct reading *r, const struct part *p, struct about *about,
    const char **who, struct err *e)
{
	struct item *it;
	enum status st;

	if (p->word != NULL) {
		about->owner = NULL;
		st = r->look->user(r->look->arg, p->word, &about->user, e);
		if (st == ST_OK && about->user == 0 &&
		    (st = person_item(r, p, p->word, &it, e)) == ST_OK)
			about->owner = item_cand(it);
		if (st != ST_OK)
			return st;
		about->user_name = p->word;
	}
	*who = about->user != 0 ? about->user_name :
	    about->owner != NULL ? about->owner->title : NULL;
	return ST_OK;
}

/* The line names no place, and who is to do it has one school: that one. */
static enum status
school_of_owner(struct reading *r, struct about *about, bool told,
    struct err *e)
{
	struct works ps = { 0 };
	enum status st = person_places(r, about->owner->id, r->look->today,
	    &ps, e);

	if (st == ST_OK && ps.n == 1 && ps.v[0].no == ENT_school) {
		about->school = ps.v[0].id;
		if (told)
			read_tell(r, "school", xstrdup(ps.v[0].title), NULL)
			    ->assumed = true;
	}
	works_clear(&ps);
	return st;
}

enum status
follow_task(struct reading *r, const struct part *p, const struct about *line,
    bool tell, struct row **out, struct err *e)
{
	struct about about = *line;
	const char *who;
	struct row *row;
	enum status st;

	*out = NULL;
	if ((st = task_owner(r, p, &about, &who, e)) != ST_OK)
		return st;
	if (about.owner != NULL && about.ent == NULL && about.school == 0 &&
	    (st = school_of_owner(r, &about, tell, e)) != ST_OK)
		return st;
	row = fresh_row(r, ENT_task);
	put_text(r, row, F_task_title, p->value);
	if (p->day != DAY_NONE)
		put_date(row, F_task_due, p->day);
	if (about.user != 0)
		row_set_ref(row, F_task_owner, "user", about.user);
	else if (about.owner != NULL)
		row_set_ref(row, F_task_owner, "contact", about.owner->id);
	task_about(row, &about);
	if (tell)
		tell_task(r, row, who, p);
	(void)plan_add(r->q->plan, row);
	*out = row;
	return ST_OK;
}

/* --- behind any verb ----------------------------------------------------- */

/* The one school of ROW, 0 when it has none or several. */
static int64_t
school_of(const struct row *row)
{
	const struct entity *ent = row->ent;
	const struct set *all;
	int f = entity_field(ent, "school");

	if (ent->no == ENT_school)
		return row->id;
	if (f >= 0)
		return row_ref(row, f);
	if (ent->no != ENT_encounter)
		return 0;
	all = row_members(row, F_encounter_schools);
	return all->n == 1 ? member_ref(&all->m[0], ES_SCHOOL) : 0;
}

/* What the line is about: the record whose reference is told. */
static struct about
main_record(const struct reading *r)
{
	const struct quick_plan *plan = r->q->plan;
	const char *may = entities[ENT_task]->fields[F_task_about].ref;
	const struct plan_op *op = &plan->op[plan->main];
	struct about about = {
		.ent = op->mine->ent->id,
		.id = op->base != NULL ? op->base->id :
		    (int64_t)plan->main + 1,
		.school = school_of(op->mine),
	};

	if (plan->ent != NULL) {
		about.ent = plan->ent->id;
		about.id = plan->id;
	}
	if (str_eq(about.ent, "school"))
		about.school = about.id;
	else if (about.school == 0 && r->schools.n == 1)
		about.school = r->schools.v[0].id;
	if (!str_in(about.ent, may))
		about.ent = NULL;
	return about;
}

enum status
follow_plan(struct reading *r, struct err *e)
{
	const struct row *visit;
	struct about about;
	struct row *row;
	enum status st = ST_OK;

	if (r->q->plan->n == 0)
		return ST_OK;
	about = main_record(r);
	visit = r->q->plan->op[r->q->plan->main].mine;
	if (visit->ent->no != ENT_visit)
		visit = NULL;
	for (size_t i = 0; i < r->follow.n && st == ST_OK; i++) {
		const struct part *p = &r->follow.v[i];

		if (p->fault != NULL)
			continue;
		if (p->kind == PK_TODO)
			st = follow_task(r, p, &about, true, &row, e);
		else if (p->kind == PK_AGAIN && visit != NULL)
			st = visit_again(r, p, visit, e);
		else if (p->kind == PK_NEXT && visit != NULL)
			visit_next(r, p, visit);
		else if (p->kind == PK_AGAIN)
			read_fault(r, "\"%s\": again goes with visit, call, "
			    "email or met; or write todo", p->text);
		else if (p->kind == PK_NEXT)
			read_fault(r, "\"%s\": next goes with visit, call, "
			    "email or met; or on a line of its own", p->text);
	}
	return st;
}
