/* evidence_standing.c - the evidence page's school: its place in the network,
 * who looks after it, who answers for careers there, facts of the year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/evidence_page.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/report.h"
#include "model/fields.h"
#include "model/tables.h"

#define STALE_DAYS	365	/* a policy page is to be looked at each year */

/* --- the network --------------------------------------------------------- */

struct stage {
	int64_t	 id;
	char	*words;		/* ", East London Careers Hub, since 4 Mar" */
};

static void
on_stage(void *arg, int64_t id, const char *from, const char *network)
{
	struct stage *s = arg;
	int day = day_from_iso(from);
	char text[24] = "";

	if (day != DAY_NONE)
		day_long(day, text);
	s->id = id;
	free(s->words);
	s->words = xasprintf("%s%s%s%s", *network != '\0' ? ", " : "", network,
	    *text != '\0' ? ", since " : "", *text != '\0' ? text + 4 : "");
}

static void
put_stage(struct evidence_making *m, const struct stage *s)
{
	const char *word = row_get(m->school, F_school_stage);
	const struct choice *c = field_choice(
	    &m->school->ent->fields[F_school_stage], word);
	const char *wait = row_get(m->school, F_school_waiting_for);

	report_cell(m->r, "Network");
	if (*word == '\0') {
		report_cell(m->r, "not a member");
		return;
	}
	report_cellf(m->r, "%s%s%s%s", c != NULL && c->label != NULL ?
	    c->label : word, *wait != '\0' ? " for " : "", wait,
	    s->words != NULL ? s->words : "");
	report_opens(m->r, entity_find("membership"), s->id);
}

static void
put_coordinators(struct evidence_making *m)
{
	const char *names = row_get(m->school, F_school_coordinators);

	report_cell(m->r, "Coordinators");
	report_cell(m->r, *names != '\0' ? names : "nobody named");
}

enum status
evidence_standing(struct evidence_making *m, struct err *e)
{
	struct stage s = { 0, NULL };
	char today[11];
	enum status st;

	day_iso(m->app->today, today);
	st = report_stage(m->app->db, m->school->id, today, on_stage, &s, e);
	if (st == ST_OK) {
		report_pairs(m->r, "The programme");
		report_cell(m->r, "Eligible");
		report_cellf(m->r, "%s: %s",
		    row_get(m->school, F_school_eligible),
		    row_get(m->school, F_school_eligible_why));
		put_stage(m, &s);
		put_coordinators(m);
	}
	free(s.words);
	return st;
}

/* --- people -------------------------------------------------------------- */

/* Who answers for careers; others are of no matter here. */
static const char answering[] = "Head|SLT sponsor|Careers leader|"
    "Careers adviser|Link governor|Chair of governors|SENCO|"
    "Enterprise Adviser";

static bool
answers(const char *role)
{
	struct strs known = { 0 };
	bool found;

	str_split(&known, answering, '|');
	found = strs_has(&known, role);
	strs_clear(&known);
	return found;
}

void
evidence_people(struct evidence_making *m)
{
	struct strs nobody = { 0 };
	char *names;

	report_pairs(m->r, "People");
	for (size_t i = 0; i < m->now.npeople; i++) {
		const struct ov_person *p = &m->now.person[i];

		if (!answers(p->role))
			continue;
		report_cell(m->r, p->role);
		if (p->contact == 0) {
			report_cellf(m->r, "vacant%s%s",
			    p->more[0] != '\0' ? " " : "", p->more);
			strs_add(&nobody, p->role);
			continue;
		}
		report_cellf(m->r, "%s%s%s", p->name, p->more[0] != '\0' ?
		    ", " : "", p->more);
		report_opens(m->r, entity_find("contact"), p->contact);
	}
	if (nobody.n > 0 && m->asked) {
		names = strs_join(&nobody, ", ");
		strs_take(&m->gaps, xasprintf("Nobody is named as: %s.",
		    names));
		free(names);
	}
	strs_clear(&nobody);
}

/* --- facts --------------------------------------------------------------- */

struct policy {
	struct evidence_making *m;
	bool	 seen;		/* a fact of the provider policy page */
	int	 checked;	/* … last, DAY_NONE never */
};

static void
on_fact(void *arg, const struct report_fact *f)
{
	struct policy *p = arg;
	struct report *r = p->m->r;
	const struct entity *ent = entity_find("fact");
	const struct choice *c = field_choice(&ent->fields[F_fact_fact],
	    f->fact);
	int day = day_from_iso(f->checked);
	char text[24] = "";

	if (day != DAY_NONE)
		day_long(day, text);
	report_cell(r, c != NULL && c->label != NULL ? c->label : f->fact);
	report_cellf(r, "%s%s%s%s%s%s", *f->value != '\0' ? f->value : "?",
	    *f->source != '\0' ? " (" : "", f->source,
	    *f->source != '\0' ? ")" : "",
	    *text != '\0' ? ", checked " : "", *text != '\0' ? text + 4 : "");
	report_opens(r, ent, f->id);
	if (!str_eq(f->fact, "provider policy page"))
		return;
	p->seen = true;
	p->checked = day;
}

enum status
evidence_facts(struct evidence_making *m, struct err *e)
{
	struct policy p = { m, false, DAY_NONE };
	char year[8], day[24], *title;
	enum status st;

	year_format(m->year, year);
	title = xasprintf("Facts of %s", year);
	report_pairs(m->r, title);
	free(title);
	st = report_facts(m->app->db, m->school->id, year, on_fact, &p, e);
	if (st != ST_OK)
		return st;
	if (!p.seen && m->asked)
		strs_take(&m->gaps, xasprintf("The provider policy page is not"
		    " checked for %s.", year));
	else if (p.checked != DAY_NONE &&
	    p.checked < m->app->today - STALE_DAYS) {
		day_long(p.checked, day);
		strs_take(&m->gaps, xasprintf("The provider policy page was"
		    " last checked %s.", day + 4));
	}
	return ST_OK;
}
