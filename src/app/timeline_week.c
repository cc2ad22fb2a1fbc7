/* timeline_week.c - the working week in the timeline: visits, tasks, cases,
 * plans, notes, checklists, successions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/timeline_impl.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"

static char *
pair(const char *a, const char *between, const char *b)
{
	return xasprintf("%s%s%s", a, *a != '\0' && *b != '\0' ? between : "",
	    b);
}

static void
put_visit(const struct timeline_row *r, struct event *v)
{
	v->kind = xstrdup(timeline_label(ENT_visit, F_visit_kind, r->name));
	v->text = xstrdup(r->title);
	v->state = xstrdup(str_eq(r->word, "done") ? "" : r->word);
}

static void
put_task(const struct timeline_row *r, struct event *v)
{
	v->kind = xstrdup(r->n != 0 ? "Action" : "Task");
	v->text = r->n > 0 ? xasprintf("%d %s%s%s", (int)r->n, r->title,
	    *r->name != '\0' ? ", " : "", r->name) :
	    pair(r->title, ", ", r->name);
	v->state = xstrdup("done");
}

/* Closed with its reason, opened as what it is. */
static void
put_case(const struct timeline_row *r, struct event *v)
{
	v->kind = xstrdup("Case");
	v->text = r->ends ? pair(r->title, ": ", r->name) :
	    pair(r->title, ", ",
	    timeline_label(ENT_case, F_case_type, r->word));
	v->state = xstrdup(r->ends ? "closed" : "opened");
}

static void
put_checklist(const struct timeline_row *r, struct event *v)
{
	v->kind = xstrdup("Checklist");
	v->text = r->n > 0 ? xasprintf("%s, %d open", r->title, (int)r->n) :
	    xasprintf("%s, all done", r->title);
	v->state = xstrdup("dated from");
}

/* Of the old school the new one is named, of the new one the old. */
static void
put_succession(const struct timeline_row *r, struct event *v)
{
	const char *how = timeline_label(ENT_succession, F_succession_kind,
	    r->word);

	v->kind = xstrdup("School");
	v->text = xasprintf("%s: %s %s", how, r->n != 0 ? "goes on as" :
	    "comes from", r->name);
	v->state = xstrdup("");
}

void
timeline_put_week(const struct timeline_row *r, struct event *v)
{
	switch (v->ent->no) {
	case ENT_visit:
		put_visit(r, v);
		break;
	case ENT_task:
		put_task(r, v);
		break;
	case ENT_case:
		put_case(r, v);
		break;
	case ENT_checklist:
		put_checklist(r, v);
		break;
	case ENT_succession:
		put_succession(r, v);
		break;
	case ENT_plan:
		v->kind = xstrdup("Plan");
		v->text = xasprintf("Careers plan %s", r->title);
		v->state = xstrdup("agreed");
		break;
	default:
		v->kind = xstrdup("Note");
		v->text = xstrdup(r->title);
		v->state = *r->name != '\0' ? xasprintf("by %s", r->name) :
		    xstrdup("");
	}
}
