/* notice.c - rules of notices: who gets one, when it is sent, who answered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/rules_week.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/notice.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

#define UNSENT		"to send"
#define LEFT_OUT	"left out"
#define NAMED		3		/* in a sentence */
#define MAX_PEOPLE	20000

enum entity_no
notice_place(const struct row *r, int64_t *id)
{
	const char *text = row_get(r, F_recipient_organisation);

	*id = row_ref(r, F_recipient_organisation);
	return *id == 0 ? ENT_MAX : str_starts(text, "school/") ? ENT_school :
	    str_starts(text, "employer/") ? ENT_employer : ENT_partner;
}

void
notice_put(struct row *r, const struct notice_to *to)
{
	struct buf why;

	if (to->place != 0)
		row_set_ref(r, F_recipient_organisation, entities[to->ent]->id,
		    to->place);
	if (to->contact != 0)
		row_set_ref(r, F_recipient_contact, "contact", to->contact);
	buf_init(&why, BUF_LINE);
	audience_said(&to->verdict, &why);
	if (to->verdict.why == AUDIENCE_GETS && to->instead != NULL)
		row_set(r, F_recipient_reason, to->instead);
	else if (to->verdict.why != AUDIENCE_GETS ||
	    row_is(r, F_recipient_status, LEFT_OUT))
		row_set(r, F_recipient_reason, why.p);
	row_set(r, F_recipient_status,
	    to->verdict.why == AUDIENCE_GETS ? UNSENT : LEFT_OUT);
	buf_clear(&why);
}

enum status
notice_add_recipient(struct app *app, struct row *r,
    const struct notice_to *to, struct err *e)
{
	bool was = app->step.goes_on;
	enum status st;

	notice_put(r, to);
	app->step.goes_on = true;
	st = record_add(app, r, e);
	app->step.goes_on = was;
	return st;
}

/* --- its recipients ------------------------------------------------------ */

static bool
is_to_come(const struct row *r)
{
	return row_is(r, F_recipient_status, UNSENT) ||
	    row_is(r, F_recipient_status, LEFT_OUT);
}

static bool
is_same(const struct row *r, const struct notice_to *to)
{
	int64_t place;

	(void)notice_place(r, &place);
	return place == to->place &&
	    row_ref(r, F_recipient_contact) == to->contact;
}

/* Those that stay have their verdict anew, the others are added. */
static enum status
put_one(struct app *app, int64_t notice, const struct notice_to *to,
    struct notice_present *now, struct err *e)
{
	struct row *mine;
	enum status st;

	for (size_t i = 0; i < now->n; i++) {
		if (now->v[i] == NULL || !is_same(now->v[i], to))
			continue;
		mine = row_copy(now->v[i]);
		if (is_to_come(mine))
			notice_put(mine, to);
		st = record_change(app, now->v[i], mine, NULL, e);
		row_free(mine);
		row_free(now->v[i]);
		now->v[i] = NULL;
		return st;
	}
	mine = record_new(app, entities[ENT_recipient]);
	row_set_ref(mine, F_recipient_notice, "notice", notice);
	st = notice_add_recipient(app, mine, to, e);
	row_free(mine);
	return st;
}

/* Who is in the audience no more, and has not got it. */
static enum status
drop_rest(struct app *app, const struct notice_present *now, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < now->n && st == ST_OK; i++)
		if (now->v[i] != NULL && is_to_come(now->v[i]))
			st = record_archive(app, now->v[i]->ent,
			    now->v[i]->id, "no longer in the audience", e);
	return st;
}

int
notice_day(const struct app *app, const struct row *notice)
{
	int day = row_day(notice, F_notice_date);

	return day == DAY_NONE ? app->today : day;
}

static enum status
follow_audience(struct app *app, const struct row *notice, struct err *e)
{
	struct notice_people l;
	struct notice_present now = { 0 };
	enum status st = notice_audience(app,
	    row_get(notice, F_notice_audience), row_get(notice, F_notice_role),
	    notice_day(app, notice), false, &l, e);

	if (st != ST_OK)
		st = field_blame(e, "audience");
	else if (l.n == 0)
		st = err_field(e, ST_INVALID, "audience", "Nobody matches %s:"
		    " a notice to nobody is not kept.",
		    row_get(notice, F_notice_audience));
	else if (l.n > MAX_PEOPLE)
		st = err_field(e, ST_INVALID, "audience", "This is for %zu"
		    " people; at most %d get a notice.", l.n, MAX_PEOPLE);
	if (st == ST_OK)
		st = notice_present_read(app, notice->id, &now, e);
	for (size_t i = 0; i < l.n && st == ST_OK; i++)
		if (l.v[i].verdict.why != AUDIENCE_TWICE)
			st = put_one(app, notice->id, &l.v[i], &now, e);
	if (st == ST_OK)
		st = drop_rest(app, &now, e);
	notice_present_clear(&now);
	notice_people_clear(&l);
	return st;
}

/* --- it is sent ---------------------------------------------------------- */

static enum status
send_one(struct app *app, const struct row *r, const struct notice_to *to,
    const char *day, struct err *e)
{
	struct row *mine = row_copy(r);
	enum status st;

	notice_put(mine, to);
	if (to->verdict.why == AUDIENCE_GETS) {
		row_set(mine, F_recipient_status, "sent");
		row_set(mine, F_recipient_sent, day);
	}
	st = record_change(app, r, mine, NULL, e);
	row_free(mine);
	return st;
}

static bool
is_unsent(const struct row *r)
{
	return row_is(r, F_recipient_status, UNSENT);
}

/* "Nobody is left to send "Maps" to: Ms Bell: left on …; and 3 more." */
static enum status
refuse_to_nobody(struct app *app, const struct row *notice, struct err *e)
{
	const char *title = row_get(notice, F_notice_title);
	struct notice_present now;
	struct buf b;
	size_t left = 0;
	enum status st = notice_present_read(app, notice->id, &now, e);

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < now.n; i++) {
		if (!row_is(now.v[i], F_recipient_status, LEFT_OUT) ||
		    ++left > NAMED)
			continue;
		buf_add(&b, left > 1 ? "; " : "");
		notice_who(app, now.v[i], &b);
		buf_addf(&b, ": %s", row_get(now.v[i], F_recipient_reason));
	}
	if (left > NAMED)
		buf_addf(&b, "; and %zu more", left - NAMED);
	st = left == 0 ? err_set(e, ST_INVALID, "There is nobody to send \"%s\""
	    " to: set its audience, or add recipients.", title) :
	    err_set(e, ST_INVALID, "Nobody is left to send \"%s\" to: %s.",
	    title, b.p);
	buf_clear(&b);
	notice_present_clear(&now);
	return st;
}

/* Judged again: much may have changed since. One that is only NOTED as sent may
 * get its recipients later. */
static enum status
send_all(struct app *app, const struct row *notice, bool noted, struct err *e)
{
	struct notice_people l;
	struct notice_present now;
	char day[11];
	size_t k = 0, sent = 0;
	enum status st = notice_present_read(app, notice->id, &now, e);

	if (st != ST_OK)
		return st;
	day_iso(notice_day(app, notice), day);
	st = notice_judge_again(app, notice->id, &now, is_unsent,
	    notice_day(app, notice), &l, e);
	for (size_t i = 0; i < now.n && st == ST_OK; i++) {
		if (!is_unsent(now.v[i])) {
			sent += !row_is(now.v[i], F_recipient_status,
			    LEFT_OUT);
			continue;
		}
		sent += l.v[k].verdict.why == AUDIENCE_GETS;
		st = send_one(app, now.v[i], &l.v[k++], day, e);
	}
	notice_people_clear(&l);
	notice_present_clear(&now);
	if (st == ST_OK && sent == 0 && !noted)
		st = refuse_to_nobody(app, notice, e);
	return st;
}

/* --- rules of a notice --------------------------------------------------- */

static bool
became_sent(const struct row *old, const struct row *row)
{
	return row_is(row, F_notice_status, "sent") &&
	    (old == NULL || !row_is(old, F_notice_status, "sent"));
}

/* One of the roles there are, or one that somebody has. */
static enum status
check_role(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	const char *role = row_get(row, F_notice_role);
	int64_t held = 0;
	struct buf b;
	enum status st;

	if (*role == '\0' || (old != NULL && row_same(old, row,
	    F_notice_role)))
		return ST_OK;
	buf_init(&b, BUF_LINE);
	for (const struct choice *c = roles; c->word != NULL; c++) {
		buf_addf(&b, "%s%s", b.n > 0 ? ", " : "", c->word);
		held = held || str_eq(c->word, role);
	}
	st = held ? ST_OK : notice_role_held(app->db, role, &held, e);
	if (st == ST_OK && !held)
		st = err_field(e, ST_INVALID, "role", "Nobody has the role "
		    "\"%s\". Roles are: %s.", role, b.p);
	buf_clear(&b);
	return st;
}

/* What was to be sent another day, and is sent now, is sent today. One that a
 * file brings under its own id is as the file has it. */
enum status
notice_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	char today[11];
	enum status st;

	if (old == NULL && row->id != 0)
		return ST_OK;
	if ((st = check_role(app, old, row, e)) != ST_OK)
		return st;
	day_iso(app->today, today);
	if (became_sent(old, row) && notice_day(app, row) > app->today)
		row_set(row, F_notice_date, today);
	if (old == NULL && row_is_empty(row, F_notice_attempt))
		row_set(row, F_notice_attempt, "1");
	if ((old == NULL || !row_same(old, row, F_notice_template)) &&
	    row_is(row, F_notice_direction, "out") &&
	    (st = notice_word(app, row, e)) != ST_OK)
		return st;
	return rule_mine(app, old, row, F_notice_owner, e);
}

enum status
notice_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	bool chosen = old == NULL || !row_same(old, row, F_notice_audience) ||
	    !row_same(old, row, F_notice_role);
	enum status st = ST_OK;

	if ((old == NULL && app->step.given != row->id) ||
	    !row_is_empty(row, F_notice_archived) ||
	    !row_is(row, F_notice_direction, "out"))
		return ST_OK;
	if (chosen && !row_is_empty(row, F_notice_audience) &&
	    (old == NULL || !row_is(old, F_notice_status, "sent")))
		st = follow_audience(app, row, e);
	if (st == ST_OK && became_sent(old, row))
		st = send_all(app, row, old == NULL &&
		    row_is_empty(row, F_notice_audience), e);
	return st;
}

/* --- what a preview shows ------------------------------------------------ */

static void
show_one(struct app *app, const struct row *r, struct strs *lines)
{
	bool left = row_is(r, F_recipient_status, LEFT_OUT);
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, left ? "left out: " : "to: ");
	notice_who(app, r, &b);
	if (!row_is_empty(r, F_recipient_reason))
		buf_addf(&b, ": %s", row_get(r, F_recipient_reason));
	strs_take(lines, buf_take(&b));
}

/* Those who get it, those who get it instead of others, those left out. */
static int
part_of(const struct row *r)
{
	return row_is(r, F_recipient_status, LEFT_OUT) ? 2 :
	    !row_is_empty(r, F_recipient_reason);
}

enum status
notice_shown(struct app *app, int64_t id, struct strs *lines,
    struct notice_counts *out, struct err *e)
{
	struct notice_present now;
	enum status st = notice_present_read(app, id, &now, e);

	*out = (struct notice_counts){ 0 };
	if (st != ST_OK)
		return st;
	for (int part = 0; part < 3; part++)
		for (size_t i = 0; i < now.n; i++) {
			if (part_of(now.v[i]) != part)
				continue;
			show_one(app, now.v[i], lines);
			out->plain += part == 0;
			out->gets += part < 2;
			out->left += part == 2;
		}
	notice_present_clear(&now);
	return st;
}
