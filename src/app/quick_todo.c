/* quick_todo.c - "northgate; todo send toolkit fri": tasks on a line of their
 * own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several schools get a task each. "@bell" is who is to do it.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"

#define ABOUT	(KIND(NK_SCHOOL) | KIND(NK_PROVIDER) | KIND(NK_EMPLOYER) | \
		KIND(NK_CLUSTER) | KIND(NK_CONTACT))

/* What the line names but for schools; a task is about one thing. */
static struct about
about_names(struct reading *r)
{
	struct about about = { 0 };

	for (size_t i = 0; i < r->items.n; i++) {
		const struct cand *c = item_cand(&r->items.v[i]);

		if (c == NULL || c->kind == NK_SCHOOL ||
		    r->parts.v[r->items.v[i].part].kind == PK_PERSON)
			continue;
		if (about.ent != NULL)
			read_fault(r, "\"%s\": a task is about one thing, "
			    "apart from its school", r->items.v[i].text);
		about.ent = kind_entity(c->kind)->id;
		about.id = c->id;
	}
	return about;
}

/* "@bell" in a part of its own: whose the tasks are that name nobody. */
static const struct cand *
line_owner(struct reading *r)
{
	const struct cand *who = NULL;

	for (size_t i = 0; i < r->items.n; i++) {
		const struct item *it = &r->items.v[i];

		if (r->parts.v[it->part].kind != PK_PERSON)
			continue;
		if (who != NULL)
			read_fault(r, "\"%s\": who is to do it? One person a "
			    "todo", it->text);
		who = item_cand(it);
	}
	return who;
}

/* Parts that belong to the task: its day, its fields. */
static void
say_parts(struct reading *r, struct row *row)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->fault != NULL)
			continue;
		if (p->kind == PK_FIELD)
			put_text(r, row, p->field, p->value);
		else if (p->kind != PK_NAME && p->kind != PK_PERSON &&
		    p->kind != PK_CLUSTER && p->kind != PK_VERB &&
		    p->kind != PK_TEXT &&
		    (p->kind != PK_WHEN || p->day == DAY_NONE))
			read_fault(r, "\"%s\" is no part of a task: write %s",
			    p->text, r->verb->told.example);
	}
}

static void
tell_parts(struct reading *r)
{
	for (size_t i = 0; i < r->schools.n; i++)
		if (r->schools.v[i].item == NULL)
			read_tell(r, "school", xstrdup(r->schools.v[i].title),
			    NULL)->assumed = true;
	for (size_t i = 0; i < r->items.n; i++)
		if (r->items.v[i].done &&
		    r->parts.v[r->items.v[i].part].kind != PK_PERSON)
			read_tell_item(r, &r->items.v[i], NULL);
}

/* What the parts behind it say of every task. */
static void
tell_fields(struct reading *r)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_FIELD && p->fault == NULL)
			read_tell(r, r->fields->fields[p->field].id, xasprintf(
			    "%s: %s", r->fields->fields[p->field].id,
			    p->value), p);
	}
}

/* One todo of the line, for every school of it; told once. */
static enum status
add_tasks(struct reading *r, struct part *p, struct about about, struct err *e)
{
	size_t n = r->schools.n > 0 ? r->schools.n : 1;
	enum status st = ST_OK;

	for (size_t i = 0; i < r->parts.n && p->day == DAY_NONE; i++)
		if (r->parts.v[i].kind == PK_WHEN)
			p->day = r->parts.v[i].day;
	for (size_t i = 0; i < n && st == ST_OK; i++) {
		struct row *row;

		about.school = r->schools.n > 0 ? r->schools.v[i].id : 0;
		st = follow_task(r, p, &about, i == 0, &row, e);
		if (st == ST_OK)
			say_parts(r, row);
	}
	p->kind = PK_TEXT;		/* done with */
	return st;
}

/* "@dan" in a part of its own, who is one of us. */
static enum status
line_user(struct reading *r, struct about *about, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < r->parts.n && st == ST_OK; i++) {
		struct part *p = &r->parts.v[i];

		if (p->kind != PK_PERSON || about->user != 0)
			continue;
		st = r->look->user(r->look->arg, p->text + 1, &about->user, e);
		if (about->user == 0)
			continue;
		about->user_name = p->text + 1;
		p->kind = PK_TEXT;
	}
	return st;
}

enum status
plan_todo(struct reading *r, struct err *e)
{
	struct about about, ours = { 0 };
	bool any = false;
	enum status st;

	if ((st = line_user(r, &ours, e)) != ST_OK ||
	    (st = names_find(r, ABOUT, e)) != ST_OK ||
	    (st = people_find(r, e)) != ST_OK ||
	    (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = apply_schools(r, e)) != ST_OK ||
	    (st = people_choose(r, e)) != ST_OK)
		return st;
	tell_parts(r);
	about = about_names(r);
	about.owner = line_owner(r);
	about.user = ours.user;
	about.user_name = ours.user_name;
	if (about.owner != NULL && about.user != 0)
		read_fault(r, "\"@%s\": who is to do it? One person a todo",
		    ours.user_name);
	for (size_t i = 0; i < r->follow.n && st == ST_OK; i++) {
		struct part *p = &r->follow.v[i];

		if (p->kind != PK_TODO)
			continue;
		any = true;
		if (p->fault == NULL)
			st = add_tasks(r, p, about, e);
	}
	if (!any)
		read_fault(r, "%s what? Write %s", r->verb->told.word,
		    r->verb->told.example);
	tell_fields(r);
	r->q->plan->did = "Added";
	return st;
}
