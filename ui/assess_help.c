/* assess_help.c - what an item asks, how it counts, and what is known of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/mem.h"
#include "ui/assess_inner.h"
#include "ui/dialog.h"

static void
say_points(const struct assess *a, const struct item *it, struct buf *out)
{
	const int *edge = a->rules.edge;

	if (it->kind == ITEM_DAYS)
		buf_add(out, "\nNot scored.");
	else if (it->kind == ITEM_YES)
		buf_add(out, "\nYes is 1 point.");
	else
		buf_addf(out, "\nPoints: 0 for nobody, 1 up to %d %%, 2 up to "
		    "%d %%, 3 up to %d %%, 4 above.", edge[0], edge[1],
		    edge[2]);
	if (it->lowest)
		buf_addf(out, "\nThe year groups count together as one: %s.",
		    a->rules.mean ? "their mean" : "the lowest of them");
}

static void
say_beside(const struct assess_beside *b, struct buf *out)
{
	if (b->roll > 0)
		buf_addf(out, "\nRoll of %s: %ld%s.", b->of, b->roll,
		    b->confirmed ? "" : ", unconfirmed");
	if (!b->log)
		return;
	buf_add(out, "\n");
	assess_log_text(b, out);
	buf_add(out, ". ");
	evidenced_said(b->log, out);
}

void
ask_help(struct assess_screen *as)
{
	const struct assess_item *it = ask_item(as);
	char *title = xasprintf("%s %s", it->item->id, it->item->text);
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_add(&b, it->item->help);
	say_points(&as->a, it->item, &b);
	if (*it->before) {
		buf_add(&b, "\nLast time it ");
		assess_was(it, &b);
		buf_add(&b, ".");
	}
	say_beside(ask_beside(as, as->at), &b);
	if (*it->comment)
		buf_addf(&b, "\nComment: %s", it->comment);
	buf_add(&b, it->item->kind == ITEM_SHARE ? "\nType how many pupils, "
	    "64/171, or 75% for a per cent; a is all, p in progress, x does "
	    "not apply." : it->item->kind == ITEM_DAYS ? "\nType the days, "
	    "also 2.5; p in progress, x does not apply." : "\ny yes, n no, "
	    "p in progress, x does not apply, = as last time.");
	dialog_text(as->s.ui, title, b.p);
	buf_clear(&b);
	free(title);
}
