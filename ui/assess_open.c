/* assess_open.c - what stands beside an item of an assessment, opened.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/tables.h"
#include "ui/assess_inner.h"
#include "ui/command.h"
#include "ui/dialog.h"

/* The encounters that the log's figure counts; where it counts none, those
 * that would count with their ticks. */
static void
open_log(struct assess_screen *as)
{
	const struct evidenced *f = ask_beside(as, as->at)->log;
	struct buf b;

	if (!ask_save(as))
		return;
	buf_init(&b, BUF_LINE);
	if (f->used.most == 0 && f->n.nlacking)
		evidenced_lacking_filter(as->s.app, as->log.school, f, &b);
	else
		evidenced_filter(as->s.app, as->log.school, f, &b);
	command_drill(as->s.ui, entities[ENT_encounter], b.p,
	    ask_item(as)->item->text);
	buf_clear(&b);
}

static void
open_plan(struct assess_screen *as)
{
	const struct assess_actions *v = &ask_beside(as, as->at)->plan;
	const struct item *it = ask_item(as)->item;
	struct buf b;

	if (!ask_save(as))
		return;
	if (v->n == 1) {
		command_open(as->s.ui, entities[ENT_task], v->task);
		return;
	}
	buf_init(&b, BUF_LINE);
	assess_plan_filter(&as->log, as->s.app, it, &b);
	command_drill(as->s.ui, entities[ENT_task], b.p, it->text);
	buf_clear(&b);
}

static void
on_which(struct ui *ui, void *arg, int n)
{
	(void)ui;
	if (n == 0)
		open_log(arg);
	else if (n == 1)
		open_plan(arg);
}

bool
ask_open(struct assess_screen *as)
{
	const struct assess_beside *b = ask_beside(as, as->at);
	bool log = b->log && b->log->n.events > 0;
	struct strs names = {0};

	if (log && b->plan.n) {
		strs_add(&names, "What the log counts");
		strs_add(&names, b->plan.n == 1 ? "The action of the plan" :
		    "The actions of the plan");
		dialog_choose(as->s.ui, ask_item(as)->item->text, "", &names,
		    0, on_which, as);
		strs_clear(&names);
	} else if (log) {
		open_log(as);
	} else if (b->plan.n) {
		open_plan(as);
	}
	return log || b->plan.n;
}
