/* agenda_words.c - the records of the agenda in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/agenda_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/agenda.h"
#include "model/claim_check.h"
#include "model/fields.h"
#include "model/tables.h"

void
agenda_item_clear(struct agenda_item *it)
{
	free(it->kind);
	free(it->title);
	free(it->who);
	free(it->state);
	memset(it, 0, sizeof *it);
}

const char *
agenda_kind(const struct agenda_item *it)
{
	const struct choice *kind;

	switch (it->ent->no) {
	case ENT_task:
		return it->block == AG_WAITING ? "waiting" : it->late ?
		    "late" : "task";
	case ENT_case:
		return "case";
	case ENT_notice:
	case ENT_recipient:
		return "notice";
	case ENT_placement:
		return "placement";
	case ENT_plan:
		return "review";
	case ENT_pilot:
		return "pilot";
	case ENT_commitment:
		return "commitment";
	case ENT_target:
		return "target";
	case ENT_request:
		return "request";
	case ENT_approach:
		return "approach";
	case ENT_visit:
		if (it->field == F_visit_next_contact)
			return "contact";
		kind = field_choice(&visit_entity.fields[F_visit_kind],
		    it->kind);
		return kind ? kind->word : it->kind;
	default:
		return it->kind;
	}
}

static char *
one_or_many(int64_t n, const char *one, const char *many)
{
	if (n == 1)
		return xstrdup(one);
	return n ? xasprintf("%lld %s", (long long)n, many) : xstrdup("");
}

/* "Ms Bell" of "Ms Grace Bell"; a name without a title stays whole. */
static char *
short_name(const char *name)
{
	static const char titles[] = "Mr Mrs Ms Miss Mx Dr Prof Professor Sir "
	    "Dame Lady Lord Rev";
	const char *first = strchr(name, ' '), *last = strrchr(name, ' ');
	char *title, *out;

	if (!first || first == last)
		return xstrdup(name);
	title = xstrndup(name, (size_t)(first - name));
	out = str_in(title, titles) ? xasprintf("%s%s", title, last) :
	    xstrdup(name);
	free(title);
	return out;
}

/* --- encounters and sessions ---------------------------------------------- */

/* "Y10 ~24", "2 of 4 numbers in", "82 came". */
static char *
state_of(const struct agenda_words *w)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (w->schools > 1 && w->in > 0) {
		buf_addf(&b, "%lld of %lld numbers in", (long long)w->in,
		    (long long)w->schools);
		return buf_take(&b);
	}
	if (w->groups == 1) {
		year_group_shown(w->group, &b);
		buf_addc(&b, ' ');
	}
	if (w->came >= 0 && strcmp(w->status, "delivered") == 0)
		buf_addf(&b, "%lld came", (long long)w->came);
	else if (w->expected >= 0)
		buf_addf(&b, "~%lld", (long long)w->expected);
	else if (strcmp(w->status, "delivered") == 0)
		buf_add(&b, "delivered");
	return buf_take(&b);
}

static void
on_encounter(void *arg, const struct agenda_words *w)
{
	struct agenda_item *it = arg;

	it->day = day_from_iso(w->date);
	snprintf(it->time, sizeof it->time, "%.5s", w->time);
	it->kind = xstrdup(w->kind);
	it->title = one_or_many(w->schools, w->school, "schools");
	if (w->employers)
		it->who = one_or_many(w->employers, w->employer, "employers");
	else
		it->who = xstrdup(*w->provider ? w->provider : w->cluster);
	it->state = state_of(w);
}

static void
on_session(void *arg, const struct agenda_words *w)
{
	struct agenda_item *it = arg;
	struct buf b;

	it->day = day_from_iso(w->date);
	snprintf(it->time, sizeof it->time, "%.5s", w->time);
	it->kind = xstrdup("CPD");
	it->title = xstrdup(w->school);
	it->who = xstrdup(w->venue);
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%lld", (long long)w->booked);
	if (w->capacity >= 0)
		buf_addf(&b, " of %lld", (long long)w->capacity);
	else
		buf_add(&b, " booked");
	if (w->waiting)
		buf_addf(&b, ", %lld waiting", (long long)w->waiting);
	it->state = buf_take(&b);
}

enum status
agenda_describe(struct app *app, int64_t encounter, struct agenda_item *out,
    struct err *e)
{
	memset(out, 0, sizeof *out);
	out->ent = entities[ENT_encounter];
	out->id = encounter;
	return agenda_encounter(app->db, encounter, on_encounter, out, e);
}

/* --- the working week ------------------------------------------------------- */

struct reading {
	struct app	*app;
	struct agenda_item *it;
};

/* "17 d" of what is late, else whose it is when that is somebody else. */
static void
set_state(const struct reading *r, const char *owner,
    const char *otherwise)
{
	struct agenda_item *it = r->it;

	it->late = it->day != DAY_NONE && it->day < r->app->today;
	if (it->late)
		it->state = xasprintf("%d d", r->app->today - it->day);
	else
		it->state = xstrdup(*owner && !str_ieq(owner, r->app->user) ?
		    owner : otherwise);
}

static void
on_visit(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;
	const struct choice *kind = field_choice(
	    &visit_entity.fields[F_visit_kind], w->kind);

	it->title = xstrdup(w->about);
	it->who = w->people == 1 ? short_name(w->person) :
	    one_or_many(w->people, "", "people");
	if (it->field == F_visit_next_contact) {
		it->kind = xstrdup("Contact");
		it->day = day_from_iso(w->next);
		set_state(r, w->owner, "");
		return;
	}
	it->kind = xstrdup(kind ? kind->label : w->kind);
	it->day = day_from_iso(w->date);
	snprintf(it->time, sizeof it->time, "%.5s", w->time);
	it->state = xstrdup(strcmp(w->status, "done") == 0 ? "done" :
	    !*w->owner || str_ieq(w->owner, r->app->user) ? "" : w->owner);
}

/* Whom it waits for: as said, else who promised it or is to do it. */
static char *
waits_for(const struct agenda_words *w)
{
	return *w->waiting_for ? xstrdup(w->waiting_for) : *w->person ?
	    short_name(w->person) : xstrdup(*w->owner ? w->owner : w->about);
}

static void
on_task(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;
	bool waits = it->block == AG_WAITING;

	it->kind = xstrdup("Task");
	it->title = xstrdup(w->title);
	if (waits && *w->wanted)
		it->field = F_task_expected;
	it->day = day_from_iso(it->field == F_task_expected ? w->wanted :
	    w->due);
	it->who = waits ? waits_for(w) : xstrdup(w->about);
	set_state(r, it->block == AG_FOR || waits ? "" : w->owner, "");
}

static void
on_case(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;

	it->kind = xstrdup("Case");
	it->title = xstrdup(w->title);
	it->day = day_from_iso(w->due);
	it->who = xstrdup(w->about);
	set_state(r, w->owner, str_in(w->priority, "high urgent") ?
	    w->priority : "");
}

static void
on_plan(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;

	it->kind = xstrdup("Review");
	it->title = xasprintf("Review the careers plan %s", w->title);
	it->day = day_from_iso(w->due);
	it->who = xstrdup(w->about);
	set_state(r, w->owner, "");
}

/* "Arup: employers' liability 20 Dec 2026" */
static void
on_placement(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;

	it->kind = xstrdup("Placement");
	it->title = xasprintf("%s%s%s", w->employer, *w->employer ? ": " : "",
	    w->title);
	it->day = day_from_iso(w->due);
	it->who = xstrdup(w->about);
	set_state(r, w->owner, "");
}

/* "week 17 of 26" while it runs. */
static void
on_pilot(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;
	int from = day_from_iso(w->date);
	char *week;

	it->kind = xstrdup("Pilot");
	it->title = xstrdup(w->title);
	it->day = day_from_iso(w->due);
	it->who = xstrdup(w->about);
	week = from == DAY_NONE ? xstrdup("") : xasprintf("week %d of %d",
	    (r->app->today - from) / 7 + 1, PILOT_WEEKS);
	set_state(r, "", week);
	free(week);
}

/* "Send CPD in the spring term", "Chase Autumn assessment (2nd)" */
static void
on_notice(void *arg, const struct agenda_words *w)
{
	static const char *const nth[] = { "th", "st", "nd", "rd" };
	struct reading *r = arg;
	struct agenda_item *it = r->it;
	int64_t n = w->attempt + 1;

	it->kind = xstrdup("Notice");
	if (it->field == F_notice_date)
		it->title = xasprintf("Send %s", w->title);
	else
		it->title = xasprintf("Chase %s (%lld%s)", w->title,
		    (long long)n, nth[n % 100 / 10 != 1 && n % 10 < 4 ?
		    n % 10 : 0]);
	it->day = day_from_iso(it->field == F_notice_date ? w->date : w->due);
	it->who = it->field == F_notice_date ? xasprintf("to %lld",
	    (long long)w->asked) : xasprintf("%lld asked, %lld replied",
	    (long long)w->asked, (long long)w->replied);
	set_state(r, w->owner, "");
}

static void
on_recipient(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;

	it->kind = xstrdup("Notice");
	it->title = xasprintf("Ask again: %s", w->title);
	it->day = day_from_iso(w->due);
	it->who = xstrdup(w->about);
	set_state(r, w->owner, "");
}

/* A school wants something, or nobody has answered: who, and what it is. */
static void
on_wanted(void *arg, const struct agenda_words *w)
{
	struct reading *r = arg;
	struct agenda_item *it = r->it;

	it->kind = xstrdup(it->ent->no == ENT_request ? "Request" :
	    "No answer");
	it->title = xstrdup(w->about);
	it->day = day_from_iso(w->due);
	it->who = xstrdup(w->title);
	set_state(r, w->owner, "");
}

/* "11 h left" of the register's year. */
static enum status
read_short(struct app *app, struct agenda_item *it, struct err *e)
{
	struct row *row;
	enum status st = record_load(app, it->ent, it->id, &row, e);

	if (st)
		return st;
	it->kind = xstrdup("CPD");
	it->title = xstrdup(row_get(row, F_contact_name));
	it->day = row_day(row, F_contact_cpd_by);
	it->who = xstrdup(row_get(row, F_contact_organisation));
	it->state = xasprintf("%s h left", row_get(row, F_contact_cpd_left));
	row_free(row);
	return ST_OK;
}

/* "not yet" is what records say of it. */
static enum status
read_commitment(struct reading *r, struct err *e)
{
	struct agenda_item *it = r->it;
	struct buf who;
	struct row *row;
	enum status st = record_load(r->app, it->ent, it->id, &row, e);

	if (st)
		return st;
	it->kind = xstrdup("Commitment");
	it->title = xstrdup(row_get(row, F_commitment_title));
	it->day = row_day(row, F_commitment_due);
	buf_init(&who, BUF_LINE);
	value_shown(r->app, row, F_commitment_organisation, &who);
	it->who = buf_take(&who);
	set_state(r, "", row_get(row, F_commitment_records));
	row_free(row);
	return ST_OK;
}

/* "23 of 36, down 1"; late only once its day is past. */
static enum status
read_target(struct reading *r, struct err *e)
{
	struct agenda_item *it = r->it;
	struct row *row;
	enum status st = record_load(r->app, it->ent, it->id, &row, e);

	if (st)
		return st;
	it->kind = xstrdup("Target");
	it->title = xstrdup(row_get(row, F_target_title));
	it->day = row_day(row, F_target_by);
	it->who = xasprintf("%s of %s%s%s", row_get(row, F_target_now),
	    row_get(row, F_target_target), row_is_empty(row, F_target_trend) ?
	    "" : ", ", row_get(row, F_target_trend));
	set_state(r, "", row_get(row, F_target_course));
	row_free(row);
	return ST_OK;
}

enum status
agenda_item_read(struct app *app, struct agenda_item *it, struct err *e)
{
	struct reading r = {app, it};
	char day[11];

	switch (it->ent->no) {
	case ENT_cpd:
		return agenda_session(app->db, it->id, on_session, it, e);
	case ENT_visit:
		return agenda_visit(app->db, it->id, on_visit, &r, e);
	case ENT_task:
		return agenda_task(app->db, it->id, on_task, &r, e);
	case ENT_case:
		return agenda_case(app->db, it->id, on_case, &r, e);
	case ENT_placement:
		day_iso(app->today, day);
		return agenda_placement(app->db, it->id, day, on_placement,
		    &r, e);
	case ENT_notice:
		return agenda_notice(app->db, it->id, on_notice, &r, e);
	case ENT_recipient:
		return agenda_recipient(app->db, it->id, on_recipient, &r, e);
	case ENT_request:
		return agenda_request(app->db, it->id, on_wanted, &r, e);
	case ENT_approach:
		return agenda_approach(app->db, it->id, on_wanted, &r, e);
	case ENT_plan:
		return agenda_plan(app->db, it->id, on_plan, &r, e);
	case ENT_contact:
		return read_short(app, it, e);
	case ENT_commitment:
		return read_commitment(&r, e);
	case ENT_target:
		return read_target(&r, e);
	case ENT_pilot:
		return agenda_pilot(app->db, it->id, on_pilot, &r, e);
	default:
		return agenda_encounter(app->db, it->id, on_encounter, it, e);
	}
}
