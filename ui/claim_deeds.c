/* claim_deeds.c - a claim gets its lines, is submitted, is paid.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/claim_deeds.h"

#include <stdlib.h>

#include "app/claim.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"

struct asking {
	int64_t		 claim;
};

static struct asking *
asking(int64_t claim)
{
	struct asking *a = xcalloc(1, sizeof *a);

	a->claim = claim;
	return a;
}

static enum status
end(struct ui *ui, enum status st, const char *did, int64_t claim,
    struct err *e)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, did);
	ref_text(ui->app, &claim_entity, claim, &b);
	st = step_end(ui->app, st, b.p, e);
	buf_clear(&b);
	return st;
}

/* --- its lines ------------------------------------------------------------ */

/* TRY: nothing is kept. */
static enum status
make_lines(struct ui *ui, int64_t claim, bool try, struct told *told,
    struct err *e)
{
	enum status st = step_begin(ui->app, e);

	if (st)
		return st;
	st = claim_propose(ui->app, claim, told, e);
	if (st || !try)
		return end(ui, st, "made lines of ", claim, e);
	st = step_end(ui->app, ST_INTERRUPTED, "", e);
	return st == ST_INTERRUPTED ? ST_OK : st;
}

static void
on_lines(struct ui *ui, void *arg, bool yes)
{
	struct asking *a = arg;
	struct told told = {0};
	struct err e = {0};

	if (!yes) {
		say(ui, "Nothing was changed.");
	} else if (make_lines(ui, a->claim, false, &told, &e)) {
		say_err(ui, &e);
	} else {
		say_done(ui, "Lines made of what the period holds");
		ui_changed(ui);
	}
	told_clear(&told);
	free(a);
}

void
claim_lines_ask(struct ui *ui, int64_t claim)
{
	struct strs lines = {0};
	struct told told = {0};
	struct err e = {0};

	if (make_lines(ui, claim, true, &told, &e)) {
		say_err(ui, &e);
	} else if (!told.n) {
		say(ui, "The period holds nothing that is not counted "
		    "already.");
	} else {
		told_lines(&told, NULL, &lines);
		dialog_preview(ui, "Lines of what the period holds", &lines,
		    on_lines, asking(claim));
	}
	strs_clear(&lines);
	told_clear(&told);
}

/* --- submitted, paid ------------------------------------------------------ */

static void
on_submit(struct ui *ui, void *arg, bool yes)
{
	struct asking *a = arg;
	struct err e = {0};
	enum status st;

	if (!yes) {
		say(ui, "It stays a draft.");
		free(a);
		return;
	}
	st = step_begin(ui->app, &e);
	if (!st) {
		st = claim_submit(ui->app, a->claim, true, &e);
		st = end(ui, st, "submitted ", a->claim, &e);
	}
	if (st) {
		say_err(ui, &e);
	} else {
		say_done(ui, "Submitted; its figures and evidence stay");
		ui_changed(ui);
	}
	free(a);
}

static void
ask_submit(struct ui *ui, const struct claim_view *v)
{
	struct strs lines = {0};
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%zu line%s, ", v->now.n, v->now.n == 1 ? "" : "s");
	claim_number(claim_sum(&v->now) < 0 ? 0 : claim_sum(&v->now), &b);
	buf_addf(&b, " pounds, to %s. They stay as they are now.",
	    *v->funder ? v->funder : "the funder");
	strs_add(&lines, b.p);
	if (v->faults.n)
		strs_add(&lines, "To mend:");
	for (size_t i = 0; i < v->faults.n; i++) {
		const struct claim_rec *r = &v->now.v[v->faults.v[i].line];

		buf_reset(&b);
		buf_addf(&b, "  %s: ", v->faults.v[i].why >= CLAIM_EARLY ?
		    "The claim" : *r->title ? r->title : "The cluster");
		claim_fault_said(&v->facts, &v->faults.v[i], &b);
		strs_add(&lines, b.p);
	}
	buf_clear(&b);
	dialog_preview(ui, v->faults.n ? "Submit it all the same?" :
	    "Submit it?", &lines, on_submit, asking(v->row->id));
	strs_clear(&lines);
}

static void
pay(struct ui *ui, const struct row *base)
{
	struct row *mine = row_copy(base);
	struct err e = {0};

	row_set(mine, F_claim_status, "paid");
	if (record_save(ui->app, base, mine, NULL, &e)) {
		say_err(ui, &e);
	} else {
		say_done(ui, "Paid");
		ui_changed(ui);
	}
	row_free(mine);
}

void
claim_tick(struct ui *ui, int64_t claim)
{
	struct claim_view v;
	struct err e = {0};

	if (claim_read(ui->app, claim, &v, &e)) {
		say_err(ui, &e);
		return;
	}
	if (row_is(v.row, F_claim_status, "paid"))
		say(ui, "It is paid already.");
	else if (!claim_is_draft(v.row))
		pay(ui, v.row);
	else if (!v.now.n)
		say(ui, "It has no lines yet; n on its page makes them.");
	else if (claim_twice(&v))
		say(ui, "Not submitted: counted twice for one funder; see To "
		    "mend");
	else
		ask_submit(ui, &v);
	claim_view_clear(&v);
}
