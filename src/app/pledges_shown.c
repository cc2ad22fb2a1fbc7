/* pledges_shown.c - the page of one commitment: what records say beside what
 * was typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/pledges_int.h"

#include <stdlib.h>

#include "app/text.h"
#include "base/date.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static void
put_pair(struct report *r, const char *word, const char *text)
{
	if (*text == '\0')
		return;
	report_cell(r, word);
	report_cell(r, text);
}

/* The state, and the list or record it was read from. */
static void
put_records(struct report *r, const struct pledge_line *l)
{
	struct buf b;

	put_pair(r, "Records say", l->derived ?
	    pledge_state_word(l->p.state) : ".");
	buf_init(&b, BUF_LINE);
	pledges_why(l, &b);
	put_pair(r, "Why", b.p);
	if (l->ent != NULL)
		report_lists(r, l->ent, l->filter);
	buf_clear(&b);
}

/* "under way, due Fri 20 Nov 2026: 3 d late" */
static void
put_status(struct app *app, struct report *r, const struct pledge_line *l)
{
	int due = row_day(l->typed, F_commitment_due);
	enum pledge_state said = pledge_typed(l->typed);
	struct buf b;
	char day[24];

	buf_init(&b, BUF_LINE);
	buf_add(&b, row_get(l->typed, F_commitment_status));
	if (due != DAY_NONE) {
		day_long(due, day);
		buf_addf(&b, ", due %s", day);
	}
	if (due != DAY_NONE && due < app->today && said != PLEDGE_KEPT &&
	    pledges_state(l) != PLEDGE_KEPT &&
	    !row_is(l->typed, F_commitment_status, "dropped") &&
	    !row_is(l->typed, F_commitment_status, "not kept"))
		buf_addf(&b, ": %d d late", app->today - due);
	put_pair(r, "Typed in", b.p);
	if (l->derived && pledge_disagrees(&l->p, l->typed))
		put_pair(r, "!", "What was typed is not what records show.");
	buf_reset(&b);
	pledge_figures_said(l->typed, l->item, &b);
	put_pair(r, "Figures", b.p);
	buf_clear(&b);
}

static void
put_whose(struct app *app, struct report *r, const struct row *c)
{
	const struct choice *actor = field_choice(
	    &commitment_entity.fields[F_commitment_actor],
	    row_get(c, F_commitment_actor));
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, actor != NULL ? actor->label : "?");
	if (!row_is_empty(c, F_commitment_organisation)) {
		buf_add(&b, ": ");
		value_shown(app, c, F_commitment_organisation, &b);
	}
	put_pair(r, "Of whom", b.p);
	if (!row_is_empty(c, F_commitment_organisation))
		report_opens(r, pledge_organisation(c),
		    row_ref(c, F_commitment_organisation));
	buf_clear(&b);
}

enum status
commitment_page(struct app *app, int64_t id, struct report *r, struct err *e)
{
	struct pledge_lines ls;
	const struct pledge_line *l;
	struct buf b;
	enum status st = pledges_one(app, id, &ls, e);

	if (st != ST_OK)
		return st;
	l = &ls.v[0];
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "Commitment: %s", row_get(l->typed, F_commitment_title));
	report_begin(r, b.p, app->today);
	report_pairs(r, "");
	put_records(r, l);
	put_status(app, r, l);
	put_whose(app, r, l->typed);
	put_pair(r, "Item asks", l->item != NULL ? l->item->title : "");
	put_pair(r, "Owner", row_get(l->typed, F_commitment_owner));
	put_pair(r, "Evidence", row_get(l->typed, F_commitment_evidence));
	put_pair(r, "Source", !row_is_empty(l->typed, F_commitment_source) ||
	    l->item == NULL ? row_get(l->typed, F_commitment_source) :
	    l->item->source);
	put_pair(r, "Summary", row_get(l->typed, F_commitment_summary));
	buf_clear(&b);
	pledges_clear(&ls);
	return ST_OK;
}
