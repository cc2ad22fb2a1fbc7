/* assess_open.c - what stands beside an item of an assessment, opened.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "base/mem.h"
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

/* One action, or all that FILTER gives. */
static void
open_actions(struct assess_screen *as, const struct assess_actions *v,
    const char *filter, const char *title)
{
	if (!ask_save(as))
		return;
	if (v->n == 1)
		command_open(as->s.ui, entities[ENT_task], v->task);
	else
		command_drill(as->s.ui, entities[ENT_task], filter, title);
}

static void
open_plan(struct assess_screen *as)
{
	const struct item *it = ask_item(as)->item;
	struct buf b;

	buf_init(&b, BUF_LINE);
	assess_plan_filter(&as->log, as->s.app, it, &b);
	open_actions(as, &ask_beside(as, as->at)->plan, b.p, it->text);
	buf_clear(&b);
}

/* What the plan does for the benchmark as a whole; NULL nothing, or not here. */
static const struct assess_actions *
bm_plan(const struct assess_screen *as)
{
	int bm = ask_first_of(as, as->at);

	return bm && as->log.bm_plan[bm - 1].n ? &as->log.bm_plan[bm - 1] :
	    NULL;
}

static void
open_bm_plan(struct assess_screen *as)
{
	int bm = ask_item(as)->item->bm;
	struct buf b;
	char title[24];

	snprintf(title, sizeof title, "Benchmark %d", bm);
	buf_init(&b, BUF_LINE);
	assess_bm_plan_filter(&as->log, as->s.app, bm, &b);
	open_actions(as, bm_plan(as), b.p, title);
	buf_clear(&b);
}

/* What there is to open, in the order of the choices. */
typedef void (*open_fn)(struct assess_screen *);
enum { WAYS = 3 };

static void
add_way(struct strs *names, open_fn way[WAYS], open_fn open, char *take_name)
{
	way[names->n] = open;
	strs_take(names, take_name);
}

static void
ways(const struct assess_screen *as, struct strs *names, open_fn way[WAYS])
{
	const struct assess_beside *b = ask_beside(as, as->at);
	const struct assess_actions *of = bm_plan(as);

	if (b->log && b->log->n.events > 0)
		add_way(names, way, open_log, xstrdup("What the log counts"));
	if (b->plan.n)
		add_way(names, way, open_plan, xasprintf("The action%s of "
		    "the plan", b->plan.n == 1 ? "" : "s"));
	if (of)
		add_way(names, way, open_bm_plan, xasprintf("The action%s of "
		    "the plan for benchmark %d", of->n == 1 ? "" : "s",
		    ask_item(as)->item->bm));
}

static void
on_which(struct ui *ui, void *arg, int n)
{
	struct assess_screen *as = arg;
	open_fn way[WAYS];
	struct strs names = {0};

	(void)ui;
	ways(as, &names, way);
	if (n >= 0 && (size_t)n < names.n)
		way[n](as);
	strs_clear(&names);
}

bool
ask_open(struct assess_screen *as)
{
	open_fn way[WAYS];
	struct strs names = {0};
	size_t n;

	ways(as, &names, way);
	n = names.n;
	if (n > 1)
		dialog_choose(as->s.ui, ask_item(as)->item->text, "", &names,
		    0, on_which, as);
	else if (n)
		way[0](as);
	strs_clear(&names);
	return n > 0;
}
