/* timeline_network.c - the network in the timeline: volunteers, requests,
 * offers, approaches, placements, notices.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/timeline_impl.h"

#include <stdio.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"

/* "Mr Tom Adeyemi, Enterprise Adviser" */
static void
put_match(const struct timeline_row *r, struct event *v)
{
	const char *kind = timeline_label(ENT_match, F_match_kind, r->name);

	v->kind = xstrdup("Match");
	v->text = xasprintf("%s%s%s", r->title, *kind != '\0' ? ", " : "",
	    kind);
	v->state = xstrdup(r->ends ? "ended" : str_eq(r->word, "ended") ?
	    "began" : r->word);
}

/* "Mr Tom Adeyemi: governors meeting, 120 min" */
static void
put_activity(const struct timeline_row *r, struct event *v)
{
	const char *what = *r->word != '\0' ? r->word : r->title;
	char time[24] = "";

	if (r->n > 0)
		snprintf(time, sizeof time, "%s%d min",
		    *what != '\0' ? ", " : "", (int)r->n);
	v->kind = xstrdup("Volunteer");
	v->text = xasprintf("%s: %s%s", r->name, what, time);
	v->state = xstrdup("");
}

/* Its own words, else its kind. */
static void
put_wanted(const struct timeline_row *r, struct event *v, const char *kind,
    enum entity_no ent, int field)
{
	v->kind = xstrdup(kind);
	v->text = xstrdup(*r->title != '\0' ? r->title :
	    timeline_label(ent, field, r->name));
	v->state = xstrdup(r->word);
}

/* "Work experience, Arup, 4 pupils" */
static void
put_placement(const struct timeline_row *r, struct event *v)
{
	char pupils[24] = "";

	if (r->n >= 0)
		snprintf(pupils, sizeof pupils, ", %d pupil%s", (int)r->n,
		    r->n == 1 ? "" : "s");
	v->kind = xstrdup("Placement");
	v->text = xasprintf("%s%s%s%s", timeline_label(ENT_placement,
	    F_placement_kind, r->title), *r->name != '\0' ? ", " : "", r->name,
	    pupils);
	v->state = xstrdup(r->word);
}

/* "Autumn assessment, to Mr R Chowdhury", and what they answered. */
static void
put_notice(const struct timeline_row *r, struct event *v)
{
	v->kind = xstrdup(r->ends ? "Reply" : "Notice");
	if (r->ends)
		v->text = xasprintf("%s%s%s", r->title,
		    *r->word != '\0' ? ": " : "", r->word);
	else
		v->text = xasprintf("%s%s%s", r->title,
		    *r->name != '\0' ? ", to " : "", r->name);
	v->state = r->ends && *r->name != '\0' ? xasprintf("by %s", r->name) :
	    xstrdup(r->ends ? "" : "sent");
}

static void
put_approach(const struct timeline_row *r, struct event *v)
{
	v->kind = xstrdup("Asked");
	v->text = xasprintf("%s%s%s", r->title, *r->title != '\0' &&
	    *r->name != '\0' ? ", by " : *r->name != '\0' ? "by " : "",
	    r->name);
	v->state = xstrdup(str_eq(r->word, "asked") ? "" : r->word);
}

bool
timeline_put_network(const struct timeline_row *r, struct event *v)
{
	switch (v->ent->no) {
	case ENT_match:
		put_match(r, v);
		return true;
	case ENT_activity:
		put_activity(r, v);
		return true;
	case ENT_request:
		put_wanted(r, v, "Request", ENT_request, F_request_kind);
		return true;
	case ENT_offer:
		put_wanted(r, v, "Offer", ENT_offer, F_offer_kind);
		return true;
	case ENT_placement:
		put_placement(r, v);
		return true;
	case ENT_recipient:
		put_notice(r, v);
		return true;
	case ENT_approach:
		put_approach(r, v);
		return true;
	default:
		return false;
	}
}
