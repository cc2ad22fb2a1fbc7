/* claim_page.c - a claim on one page: what is wrong, what it counts and what
 * shows it, what is left.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/claim.h"
#include "app/options.h"
#include "app/record.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/suppress.h"
#include "model/tables.h"

struct page {
	struct claim_view v;
	struct report	*r;
	const struct claim_recs *lines;	/* as submitted, else as they are */
	struct buf	 b;
};

/* "12,500"; "?" not known. */
static void
pounds(double n, struct buf *out)
{
	size_t at;
	struct buf plain;

	if (n < 0) {
		buf_add(out, "?");
		return;
	}
	buf_init(&plain, BUF_LINE);
	claim_number(n, &plain);
	at = strcspn(plain.p, ".");
	for (size_t i = 0; i < plain.n; i++) {
		if (i > 0 && i < at && (at - i) % 3 == 0)
			buf_addc(out, ',');
		buf_addc(out, plain.p[i]);
	}
	buf_clear(&plain);
}

static void
cell_pounds(struct page *p, double n)
{
	buf_reset(&p->b);
	pounds(n, &p->b);
	report_cell(p->r, p->b.p);
}

static void
cell_number(struct page *p, double n)
{
	buf_reset(&p->b);
	if (n < 0)
		buf_add(&p->b, "?");
	else
		claim_number(n, &p->b);
	report_cell(p->r, p->b.p);
}

static void
pair(struct page *p, const char *word, int f)
{
	if (row_is_empty(p->v.row, f))
		return;
	buf_reset(&p->b);
	value_shown(p->v.app, p->v.row, f, &p->b);
	report_cell(p->r, word);
	report_cell(p->r, p->b.p);
}

/* --- what it is ----------------------------------------------------------- */

/* "Submitted Thu 1 Oct 2026 by Priya Nair; paid Fri 6 Nov 2026" */
static void
put_status(struct page *p)
{
	const struct row *r = p->v.row;

	buf_reset(&p->b);
	if (!row_is(r, F_claim_status, "submitted") &&
	    !row_is(r, F_claim_status, "paid"))
		value_shown(p->v.app, r, F_claim_status, &p->b);
	if (!row_is_empty(r, F_claim_submitted)) {
		buf_add(&p->b, p->b.n > 0 ? "; submitted " : "submitted ");
		value_shown(p->v.app, r, F_claim_submitted, &p->b);
	}
	if (row_ref(r, F_claim_submitted_by) != 0) {
		buf_add(&p->b, " by ");
		title_text(p->v.app, entities[ENT_user],
		    row_ref(r, F_claim_submitted_by), &p->b);
	}
	if (!row_is_empty(r, F_claim_paid)) {
		buf_add(&p->b, p->b.n > 0 ? "; paid " : "paid ");
		value_shown(p->v.app, r, F_claim_paid, &p->b);
	}
	if (p->b.n == 0)
		value_shown(p->v.app, r, F_claim_status, &p->b);
	report_cell(p->r, "Status");
	report_cell(p->r, p->b.p);
	report_opens(p->r, r->ent, r->id);
}

/* "European Social Fund, ESF/2214: 79,200 of 85,000 left" */
static enum status
put_grant(struct page *p, struct err *e)
{
	int64_t id = row_ref(p->v.row, F_claim_funding);
	struct row *f;
	double amount, claimed;
	enum status st;

	report_cell(p->r, "Funder");
	if (id == 0) {
		report_cell(p->r, *p->v.funder != '\0' ? p->v.funder : "?");
		return ST_OK;
	}
	st = record_load(p->v.app, entities[ENT_funding], id, &f, e);
	if (st != ST_OK)
		return st;
	buf_reset(&p->b);
	buf_add(&p->b, p->v.funder);
	if (!row_is_empty(f, F_funding_reference))
		buf_addf(&p->b, ", %s", row_get(f, F_funding_reference));
	if (!row_is_empty(f, F_funding_amount)) {
		amount = strtod(row_get(f, F_funding_amount), NULL);
		claimed = strtod(row_get(f, F_funding_claimed), NULL);
		buf_add(&p->b, amount < claimed ? ": over by " : ": ");
		pounds(amount < claimed ? claimed - amount : amount - claimed,
		    &p->b);
		buf_add(&p->b, " of ");
		pounds(amount, &p->b);
		buf_add(&p->b, amount < claimed ? "" : " left");
	}
	report_cell(p->r, p->b.p);
	report_opens(p->r, f->ent, id);
	row_free(f);
	return ST_OK;
}

static enum status
put_head(struct page *p, struct err *e)
{
	const struct row *r = p->v.row;
	enum status st;

	report_pairs(p->r, "");
	put_status(p);
	if ((st = put_grant(p, e)) != ST_OK)
		return st;
	report_cell(p->r, "Period");
	buf_reset(&p->b);
	value_shown(p->v.app, r, F_claim_from, &p->b);
	buf_add(&p->b, " to ");
	value_shown(p->v.app, r, F_claim_to, &p->b);
	report_cell(p->r, p->b.p);
	report_cell(p->r, "Amount");
	buf_reset(&p->b);
	pounds(row_is_empty(r, F_claim_amount) ? claim_sum(p->lines) :
	    strtod(row_get(r, F_claim_amount), NULL), &p->b);
	if (row_is_empty(r, F_claim_amount) && claim_sum(p->lines) >= 0)
		buf_add(&p->b, ", the sum of its lines");
	report_cell(p->r, p->b.p);
	pair(p, "Reference", F_claim_reference);
	pair(p, "Query", F_claim_reason);
	return ST_OK;
}

/* --- what is wrong, what changed ------------------------------------------ */

static const char *
name_of(const struct claim_rec *r)
{
	return *r->title != '\0' ? r->title : "The cluster";
}

static void
put_faults(struct page *p)
{
	report_items(p->r, "To mend");
	report_ours(p->r);
	for (size_t i = 0; i < p->v.faults.n; i++) {
		const struct claim_fault *x = &p->v.faults.v[i];
		const struct claim_rec *r = &p->v.now.v[x->line];

		buf_reset(&p->b);
		if (x->why < CLAIM_FEW_MEMBERS)
			buf_addf(&p->b, "%s: ", name_of(r));
		claim_fault_said(&p->v.facts, x, &p->b);
		report_cell(p->r, p->b.p);
		report_opens(p->r, entities[x->claim != 0 ? ENT_claim :
		    ENT_line], x->claim != 0 ? x->claim : r->id);
	}
}

static void
put_changes(struct page *p)
{
	struct buf b;

	report_items(p->r, "Changed since it was submitted");
	buf_init(&b, BUF_ROW);
	claim_kept_changed(&p->v, 0, &b);
	if (b.n > 0)
		report_cellf(p->r, "The claim: %s", b.p);
	if (b.n > 0 && row_ref(p->v.row, F_claim_funding) != 0)
		report_opens(p->r, entities[ENT_funding],
		    row_ref(p->v.row, F_claim_funding));
	buf_clear(&b);
	for (size_t i = 0; i < p->v.sent.n; i++) {
		const struct claim_rec *r = &p->v.sent.v[i];

		buf_init(&b, BUF_ROW);
		claim_changed(&p->v, i, &b);
		if (b.n > 0) {
			report_cellf(p->r, "%s: %s", name_of(r), b.p);
			if (*r->entity != '\0')
				report_opens(p->r, entity_find(r->entity),
				    r->about);
		}
		buf_clear(&b);
	}
}

/* --- the evidence list ---------------------------------------------------- */

static void
put_line(struct page *p, const struct claim_rec *r,
    const enum suppressed mark[2], long small)
{
	const struct entity *ent = entity_find(r->entity);

	buf_reset(&p->b);
	claim_code(r->deliverable, &p->b);
	report_cell(p->r, p->b.p);
	report_opens(p->r, entities[ENT_line], r->id);
	report_cell(p->r, name_of(r));
	if (ent != NULL)
		report_opens(p->r, ent, r->about);
	report_cell(p->r, r->first);
	report_cell(p->r, r->month);
	for (int k = 0; k < 3; k++) {
		int64_t n = k == 0 ? r->pupils : k == 1 ? r->disadvantaged :
		    r->send;

		buf_reset(&p->b);
		if (ent == NULL || (ent->no != ENT_encounter &&
		    ent->no != ENT_placement))
			buf_add(&p->b, ".");
		else
			suppress_text((long)n, k == 0 ? SUP_SHOWN :
			    mark[k - 1], small, &p->b);
		report_cell(p->r, p->b.p);
	}
	cell_number(p, r->quantity);
	cell_pounds(p, r->amount);
	report_cell(p->r, *r->evidence != '\0' ? r->evidence : "none");
}

/* Small counts of groups of pupils, and a second where the first would follow
 * from it. */
static enum suppressed *
marks_of(const struct claim_recs *rs, long small)
{
	enum suppressed *mark = xcalloc((rs->n + 1) * 3, sizeof *mark);
	long *v = xcalloc(rs->n * 2 + 1, sizeof *v);

	for (size_t i = 0; i < rs->n; i++) {
		v[i * 2] = (long)rs->v[i].disadvantaged;
		v[i * 2 + 1] = (long)rs->v[i].send;
	}
	suppress(v, rs->n, 2, 0, small, mark);
	free(v);
	return mark;
}

static void
put_lines(struct page *p)
{
	long small = option_int(p->v.app->opt, OPT_SMALL);
	enum suppressed *mark = marks_of(p->lines, small);
	bool hidden = false;

	report_table(p->r, p->v.frozen ? "As submitted" : "Lines",
	    "SD|What|@Day|@Month|>Pupils|>Dis.|>SEND|>How many|>Pounds|"
	    "Evidence");
	for (size_t i = 0; i < p->lines->n; i++) {
		put_line(p, &p->lines->v[i], &mark[i * 3], small);
		hidden = hidden || mark[i * 3] != SUP_SHOWN ||
		    mark[i * 3 + 1] != SUP_SHOWN;
	}
	if (p->lines->n == 0) {
		report_text(p->r, "");
		report_cell(p->r, "No lines yet: n here, or caseload claim "
		    "lines, makes them of what the period holds.");
	}
	if (hidden) {
		char *text = xasprintf("<%ld: 1 to %ld. *: hidden, or it would"
		    " tell a small number.", small, small - 1);

		report_note(p->r, text);
		free(text);
	}
	free(mark);
}

/* --- what is left --------------------------------------------------------- */

static void
put_targets(struct page *p)
{
	report_table(p->r, "Deliverables of the cluster",
	    "Deliverable|>Target|>Here|>Other claims|>Left");
	for (size_t i = 0; i < p->v.facts.ntargets; i++) {
		const struct claim_target *t = &p->v.facts.target[i];
		double here = 0;

		for (size_t k = 0; k < p->v.facts.n; k++)
			if (p->v.facts.line[k].deed == t->deed)
				here += p->v.facts.line[k].quantity;
		report_cell(p->r, deliverables[t->deed].label);
		cell_number(p, t->target);
		cell_number(p, here);
		cell_number(p, t->others);
		if (t->target < here + t->others)
			report_cell(p->r, "over");
		else
			cell_number(p, t->target - here - t->others);
	}
}

static enum status
put_page(struct page *p, struct err *e)
{
	enum status st;

	buf_add(&p->b, "Claim: ");
	title_text(p->v.app, p->v.row->ent, p->v.row->id, &p->b);
	report_begin(p->r, p->b.p, p->v.app->today);
	if ((st = put_head(p, e)) != ST_OK)
		return st;
	put_faults(p);
	if (p->v.frozen)
		put_changes(p);
	put_lines(p);
	put_targets(p);
	if (!p->v.frozen && !claim_is_draft(p->v.row))
		report_note(p->r, "How it was submitted is not known here: "
		    "lines are as they are now.");
	return ST_OK;
}

enum status
claim_page(struct app *app, const struct report_args *args, struct report *r,
    struct err *e)
{
	struct page p = { .r = r };
	const char *ent;
	int64_t id;
	enum status st;

	if (args->words->n != 1)
		return err_set(e, ST_USAGE, "claim takes one claim: caseload "
		    "report claim claim/REF");
	if ((st = ref_resolve_in(app, "claim", args->words->v[0], true, &ent,
	    &id, e)) != ST_OK ||
	    (st = claim_read(app, id, &p.v, e)) != ST_OK)
		return st;
	p.lines = p.v.frozen ? &p.v.sent : &p.v.now;
	buf_init(&p.b, BUF_LINE);
	st = put_page(&p, e);
	buf_clear(&p.b);
	claim_view_clear(&p.v);
	return st;
}
