/* access_page.c - a school's meetings with providers: which count, and what the
 * others lack.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/access.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"

static const struct access_meeting *
meeting(const struct access_one *a, size_t at)
{
	return &a->school.meeting[at];
}

static bool
is_later(const struct access_meeting *a, const struct access_meeting *b)
{
	return a->day != b->day ? a->day > b->day : a->id > b->id;
}

/* Those in the window of P, by day; the caller frees them. */
static size_t *
in_window(const struct access_one *a, const struct access_phase *p, size_t *n)
{
	size_t *at = xcalloc(a->school.n + 1, sizeof *at), k;

	*n = 0;
	for (size_t i = 0; i < a->school.n; i++) {
		if (!access_within(p, meeting(a, i)))
			continue;
		for (k = (*n)++; k > 0 && is_later(meeting(a, at[k - 1]),
		    meeting(a, i)); k--)
			at[k] = at[k - 1];
		at[k] = i;
	}
	return at;
}

/* "1st", "yes", "planned", or what it lacks. */
static void
put_counts(struct app *app, const struct access_one *a,
    const struct access_phase *p, size_t at, struct buf *out)
{
	const struct access_meeting *m = meeting(a, at);
	unsigned lacks = access_lacks(app->access, m, p->phase);

	if (m->planned)
		buf_add(out, "planned");
	else if (lacks != 0)
		access_lacks_said(lacks, out);
	else if (at == p->first || at == p->second)
		buf_add(out, at == p->first ? "1st" : "2nd");
	else
		buf_add(out, "yes");
}

static void
put_meeting(struct app *app, const struct access_one *a,
    const struct access_phase *p, size_t at, struct report *r)
{
	const struct access_meeting *m = meeting(a, at);
	struct buf b;
	char day[24];

	day_long(m->day, day);
	report_cell(r, day);
	report_opens(r, entity_find("encounter"), m->id);
	buf_init(&b, BUF_LINE);
	year_group_shown(year_groups[m->group].word, &b);
	report_cell(r, b.p);
	buf_reset(&b);
	access_who(app, m, &b);
	report_cell(r, b.n > 0 ? b.p : "-");
	if (m->nproviders == 1)
		report_opens(r, entity_find("partner"), m->provider[0]);
	report_cellf(r, m->attended < 0 ? "?" : "%ld", m->attended);
	buf_reset(&b);
	put_counts(app, a, p, at, &b);
	report_cell(r, b.p);
	buf_clear(&b);
}

static void
put_cohort(struct app *app, const struct access_one *a,
    const struct access_phase *p, struct report *r)
{
	struct buf b;
	size_t n, *at = in_window(a, p, &n);

	buf_init(&b, BUF_LINE);
	year_group_shown(year_groups[p->group].word, &b);
	buf_addf(&b, ", phase %d: ", p->phase);
	access_state_said(p, &b);
	if (n > 0)
		report_table(r, b.p, "Day|Year|Providers|>Pupils|Counts");
	for (size_t i = 0; i < n; i++)
		put_meeting(app, a, p, at[i], r);
	free(at);
	report_text(r, n > 0 ? "" : b.p);
	buf_reset(&b);
	access_missing_said(p, &b);
	if (b.n > 0)
		report_cellf(r, "Missing: %s.", b.p);
	else
		report_cell(r, "Nothing is missing.");
	buf_clear(&b);
}

enum status
access_page(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct access_one a;
	enum status st = access_one(app, args->school->id, app->today, &a, e);
	struct buf b;

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "Meetings with providers: %s",
	    row_get(args->school, F_school_name));
	report_begin(r, b.p, app->today);
	if (a.all.applies != ACCESS_YES) {
		report_text(r, "");
		report_cellf(r, "Provider access %s: %s.", a.all.applies ==
		    ACCESS_NO ? "does not apply" : "may apply or not",
		    a.all.why);
	}
	for (size_t i = 0; i < a.all.n; i++)
		put_cohort(app, &a, &a.all.v[i], r);
	report_note(r, "A meeting counts when it is in school hours, for a"
	    " reasonable time, with a provider not known to be unapproved, and"
	    " covers the provider and its qualifications, the careers they"
	    " lead to, what learning there is like, and questions.");
	buf_clear(&b);
	access_one_clear(&a);
	return ST_OK;
}
