/* agenda_parts.c - what the blocks of the agenda are made of.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/agenda_int.h"

#include <stdlib.h>

#include "app/options.h"
#include "app/terms.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/agenda.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"

#define OPEN_TASK	"is:open -is:waiting"
#define WAITING_CASE	"is:open is:waiting"
#define TERM		120	/* days, where the next is not known */
#define CONTACT		"-status:cancelled followed:"
#define TO_CHASE	"status:sent open>0 chased:"

/* Of a block first what it is about, then the others in their order. FILTER is
 * after mine, and before the last day of the term where it ends in ">", before
 * the days of a setting where it ends in "+" or "-"; NULL for those of users
 * who are covered. */
static const struct {
	enum agenda_block block;
	enum entity_no	 ent;
	const char	*word, *filter;
	int		 field;
} parts[] = {
	{ AG_TODAY, ENT_encounter, "encounters",
	    "date:today status:planned,confirmed,delivered",
	    F_encounter_date },
	{ AG_TODAY, ENT_encounter, "going on", "is:running",
	    F_encounter_date },
	{ AG_TODAY, ENT_visit, "visits", "date:today -status:cancelled",
	    F_visit_date },
	{ AG_TODAY, ENT_cpd, "CPD", "date:today", F_cpd_date },

	{ AG_TOCLOSE, ENT_encounter, "encounters", "is:toclose",
	    F_encounter_date },
	{ AG_TOCLOSE, ENT_visit, "visits", "is:toclose", F_visit_date },
	{ AG_TOCLOSE, ENT_cpd, "CPD", "is:toclose", F_cpd_date },

	{ AG_LATE, ENT_task, "tasks", "is:late -is:waiting", F_task_due },
	{ AG_LATE, ENT_case, "cases", "is:late", F_case_due },
	{ AG_LATE, ENT_visit, "contacts", "is:overdue",
	    F_visit_next_contact },
	{ AG_LATE, ENT_placement, "placements", "is:expiring expires<today",
	    F_placement_expires },
	{ AG_LATE, ENT_pilot, "pilots", "is:late", F_pilot_due },
	{ AG_LATE, ENT_notice, "notices", "status:promised until:yesterday",
	    F_notice_date },
	{ AG_LATE, ENT_notice, "to chase", TO_CHASE " due<today",
	    F_notice_due },
	{ AG_LATE, ENT_recipient, "to ask again", "next<today",
	    F_recipient_next },
	{ AG_LATE, ENT_request, "requests", "is:late", F_request_by },
	{ AG_LATE, ENT_commitment, "commitments", "is:late",
	    F_commitment_due },
	{ AG_LATE, ENT_target, "targets", "is:late", F_target_by },
	{ AG_LATE, ENT_approach, "unanswered", "status:asked date<=-",
	    F_approach_date },

	{ AG_WEEK, ENT_task, "tasks", "is:week -is:waiting", F_task_due },
	{ AG_WEEK, ENT_encounter, "encounters",
	    "is:planned since:tomorrow until:+7", F_encounter_date },
	{ AG_WEEK, ENT_visit, "visits", "is:planned since:tomorrow until:+7",
	    F_visit_date },
	{ AG_WEEK, ENT_cpd, "CPD", "since:tomorrow until:+7", F_cpd_date },
	{ AG_WEEK, ENT_case, "cases", "is:week", F_case_due },
	{ AG_WEEK, ENT_visit, "contacts", "is:week", F_visit_next_contact },
	{ AG_WEEK, ENT_plan, "reviews", "is:week", F_plan_review },
	{ AG_WEEK, ENT_placement, "placements", "is:expiring expires>=today",
	    F_placement_expires },
	{ AG_WEEK, ENT_pilot, "pilots", "is:week", F_pilot_due },
	{ AG_WEEK, ENT_request, "requests", "is:open by>=today by<=+",
	    F_request_by },

	{ AG_WEEK, ENT_commitment, "commitments", "is:week",
	    F_commitment_due },
	{ AG_WEEK, ENT_notice, "notices",
	    "status:promised since:today until:+7", F_notice_date },
	{ AG_WEEK, ENT_notice, "to chase",
	    TO_CHASE " due>=today due<=+7", F_notice_due },
	{ AG_WEEK, ENT_recipient, "to ask again", "next>=today next<=+7",
	    F_recipient_next },

	{ AG_WAITING, ENT_task, "tasks", "is:waiting -wanted>", F_task_due },
	{ AG_WAITING, ENT_case, "cases",
	    WAITING_CASE " -is:late -is:week -due>", F_case_due },

	{ AG_FOR, ENT_task, "tasks", NULL, F_task_due },

	{ AG_COMING, ENT_encounter, "encounters", "is:planned since:+8",
	    F_encounter_date },
	{ AG_COMING, ENT_visit, "visits", "is:planned since:+8",
	    F_visit_date },
	{ AG_COMING, ENT_cpd, "CPD", "since:+8", F_cpd_date },
	{ AG_COMING, ENT_task, "tasks", OPEN_TASK " due>+7", F_task_due },
	{ AG_COMING, ENT_case, "cases", "is:open -is:waiting due>+7",
	    F_case_due },
	{ AG_COMING, ENT_visit, "contacts", CONTACT " next_contact>+7",
	    F_visit_next_contact },
	{ AG_COMING, ENT_plan, "reviews", "-status:finished review>+7",
	    F_plan_review },
	{ AG_COMING, ENT_contact, "CPD short",
	    "cpd_left>0 cpd_by>=today cpd_by<=+90", F_contact_cpd_by },
	{ AG_COMING, ENT_pilot, "pilots", "status:running due>+7",
	    F_pilot_due },
	{ AG_COMING, ENT_commitment, "commitments",
	    "is:open -records:kept due>+7", F_commitment_due },
	{ AG_COMING, ENT_notice, "notices", "status:promised since:+8",
	    F_notice_date },
	{ AG_COMING, ENT_notice, "to chase", TO_CHASE " due>+7",
	    F_notice_due },
	{ AG_COMING, ENT_recipient, "to ask again", "next>+7",
	    F_recipient_next },
};

struct whose {
	bool		 mine;		/* restricted to what is */
	const struct options *opt;
	char		 term[11];	/* the day before the next one begins */
	struct agenda_cover *cover;
	size_t		 n;
};

void
agenda_part_clear(struct agenda_part *p)
{
	free(p->filter);
	free(p->name);
}

static struct agenda_part *
new_part(struct agenda *a, size_t row)
{
	struct agenda_part *p;

	a->part = xreallocarray(a->part, a->nparts + 1, sizeof *a->part);
	p = &a->part[a->nparts++];
	*p = (struct agenda_part){.block = parts[row].block,
	    .ent = entities[parts[row].ent], .word = parts[row].word,
	    .field = parts[row].field, .sort = parts[row].ent ==
	    ENT_placement ? F_placement_from : parts[row].field, .count = -1,
	    .desc = parts[row].block == AG_TOCLOSE, .until = DAY_NONE};
	return p;
}

static bool
is_everybodys(const struct entity *ent)
{
	return ent->no == ENT_cpd || ent->no == ENT_pilot;
}

/* Does it end before a number of days? */
static bool
takes_days(const char *filter)
{
	return filter != NULL && (str_ends(filter, "+") ||
	    str_ends(filter, "-"));
}

static void
add_part(struct agenda *a, size_t row, const struct whose *w)
{
	struct agenda_part *p = new_part(a, row);
	char code[ID_CODE];
	struct buf b;
	size_t i;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s%s%s", (w->mine && !is_everybodys(p->ent)) ||
	    p->ent->no == ENT_target ? "mine " : "",
	    parts[row].filter, str_ends(parts[row].filter, ">") ?
	    w->term : "");
	if (takes_days(parts[row].filter))
		buf_addf(&b, "%ld", option_int(w->opt,
		    p->ent->no == ENT_request ? OPT_WANTED_DAYS :
		    OPT_ANSWER_DAYS));
	for (i = 0; i < w->n && p->ent->no == ENT_task; i++) {
		id_code(w->cover[i].id, code);
		buf_addf(&b, " -owner:user/%s", code);
	}
	p->filter = buf_take(&b);
	if (p->block == AG_WAITING && p->ent->no == ENT_task)
		p->sort = F_task_wanted;
}

static void
add_cover(struct agenda *a, size_t row, const struct agenda_cover *c)
{
	struct agenda_part *p = new_part(a, row);
	char code[ID_CODE];

	id_code(c->id, code);
	p->filter = xasprintf("owner:user/%s is:open", code);
	p->user = c->id;
	p->name = xstrdup(c->name);
	p->until = day_from_iso(c->to);
}

/* What is for others is asked for before the holidays are over. */
static enum status
find_term(struct app *app, struct whose *w, struct err *e)
{
	struct calendar *cal;
	enum status st = terms_calendar(app, 0, &cal, e);
	int next;

	if (st)
		return st;
	next = cal_next_term(cal, app->today);
	cal_free(cal);
	day_iso(next != DAY_NONE ? next - 1 : app->today + TERM, w->term);
	return ST_OK;
}

enum status
agenda_parts(struct app *app, struct agenda *a, struct err *e)
{
	struct whose w = {.opt = app->opt};
	enum status st = find_term(app, &w, e);
	char day[11];
	size_t i, k;

	day_iso(app->today, day);
	if (!st)
		st = agenda_has_schools(app->db, app->user, day, &w.mine,
		    e);
	if (!st)
		st = agenda_covers(app->db, app->user, day, &w.cover, &w.n,
		    e);
	for (i = 0; !st && i < sizeof parts / sizeof parts[0]; i++) {
		/* Of everybody there is would be slow, and nobody's work. */
		if (parts[i].ent == ENT_contact && !w.mine)
			continue;
		if (parts[i].filter)
			add_part(a, i, &w);
		for (k = 0; !parts[i].filter && k < w.n; k++)
			add_cover(a, i, &w.cover[k]);
	}
	agenda_covers_free(w.cover, w.n);
	return st;
}
