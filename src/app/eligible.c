/* eligible.c - may a school join the network: the hub's rules, any day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/eligible.h"

#include "app/rulebook.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"

enum status
eligible_read(const struct options *o, struct eligible **out, struct err *e)
{
	struct eligible *r = eligible_new();
	struct rulebook b = { 0 };
	enum status st;

	eligible_set_ask(r, (enum verdict)verdict_of(option_text(o,
	    OPT_ASK_VERDICT)));
	if ((st = eligible_set_area(r, option_text(o, OPT_AREA), e)) == ST_OK)
		st = rulebook_open(o, "eligibility.csv", &b, e);
	if (st == ST_OK && b.hub.text != NULL)
		st = eligible_add(r, &b.hub, e);
	if (st == ST_OK)
		st = eligible_add(r, &b.shipped, e);
	rulebook_close(&b);
	if (st == ST_OK)
		*out = r;
	else
		eligible_free(r);
	return st;
}

enum status
eligible_of(struct app *app, int64_t school, int day, enum verdict *out,
    struct buf *sentence, struct err *e)
{
	struct row *r;
	enum status st;
	int v;

	/* The derived fields are as of today: let that be DAY. */
	db_set_today(app->db, day);
	st = store_load(app->db, entities[ENT_school], school, true, &r, e);
	db_set_today(app->db, app->today);
	if (st != ST_OK)
		return st;
	v = verdict_of(row_get(r, F_school_eligible));
	*out = v < 0 ? VERDICT_NO : (enum verdict)v;
	eligible_sentence(*out, day, row_get(r, F_school_eligible_why),
	    sentence);
	row_free(r);
	return ST_OK;
}
