/* assess_lines.c - the lines of an assessment, and moving between its items.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "base/mem.h"
#include "ui/assess_inner.h"
#include "ui/statusbar.h"

static void
add(struct assess_screen *as, enum ask_kind kind, int at)
{
	as->line[as->nlines++] = (struct ask_line){kind, at};
}

/* What the log shows is worth a line when it shows something. */
static bool
has_log(const struct assess_screen *as, int i)
{
	const struct evidenced *f = ask_beside(as, i)->log;

	return f && f->n.events > 0;
}

void
ask_make_lines(struct assess_screen *as)
{
	int bm = 0, i, n = (int)as->a.n;

	free(as->line);
	as->line = xcalloc(3 * as->a.n + 2 * BENCHMARKS + 1,
	    sizeof *as->line);
	as->nlines = 0;
	for (i = 0; i < n; i++) {
		if (!as->a.item[i].applies)
			continue;
		if (as->a.item[i].item->bm != bm) {
			bm = as->a.item[i].item->bm;
			add(as, ASK_LINE_HEAD, bm);
			if (as->log.bm_plan[bm - 1].n)
				add(as, ASK_LINE_BM_PLAN, bm);
		}
		add(as, ASK_LINE_ITEM, i);
		if (has_log(as, i))
			add(as, ASK_LINE_LOG, i);
		if (ask_beside(as, i)->plan.n)
			add(as, ASK_LINE_PLAN, i);
	}
}

int
ask_step(const struct assess_screen *as, int from, int dir)
{
	int n = (int)as->a.n, i;

	for (i = from + dir; i >= 0 && i < n; i += dir)
		if (as->a.item[i].applies)
			return i;
	return -1;
}

int
ask_first_of(const struct assess_screen *as, int at)
{
	int bm = as->a.item[at].item->bm, before = ask_step(as, at, -1);

	return before < 0 || as->a.item[before].item->bm != bm ? bm : 0;
}

void
ask_stand(struct assess_screen *as, const char *id)
{
	int i = id ? assess_find(&as->a, id) : -1;

	if (i < 0 || !as->a.item[i].applies)
		i = as->a.n ? assess_unanswered(&as->a, 0) : -1;
	as->at = i >= 0 ? i : ask_step(as, -1, 1);
}

void
ask_scroll(struct assess_screen *as, size_t rows)
{
	size_t first = 0, last;

	while (first < as->nlines && !(as->line[first].kind == ASK_LINE_ITEM &&
	    as->line[first].at == as->at))
		first++;
	if (first >= as->nlines)
		return;
	last = first;
	while (last + 1 < as->nlines &&
	    as->line[last + 1].kind > ASK_LINE_ITEM)
		last++;
	while (first > 0 && as->line[first - 1].kind < ASK_LINE_ITEM)
		first--;
	if (last >= as->top + rows)	/* the next ones come into view too */
		as->top = first > 2 ? first - 2 : 0;
	if (first < as->top)
		as->top = first;
	if (as->top + rows > as->nlines)
		as->top = as->nlines > rows ? as->nlines - rows : 0;
}

/* What was answered in a benchmark is saved when it is left. */
static void
go_to(struct assess_screen *as, int i)
{
	if (i < 0)
		return;
	if (as->dirty && as->a.item[i].item->bm != ask_item(as)->item->bm)
		as->due = true;
	as->at = i;
}

void
ask_go_on(struct assess_screen *as)
{
	int i = assess_unanswered(&as->a, as->at + 1);

	if (i >= 0) {
		go_to(as, i);
		return;
	}
	as->due = as->dirty;
	say_good(as->s.ui, "All %d are answered: %d of %d benchmarks "
	    "achieved.", as->a.score.answered, as->a.achieved, BENCHMARKS);
}

static void
open_before(struct assess_screen *as)
{
	int i = as->at, n = (int)as->a.n, k;

	for (k = 0; k < n; k++) {
		i = (i + n - 1) % n;
		if (as->a.item[i].applies && !*as->a.item[i].answer) {
			go_to(as, i);
			return;
		}
	}
	ask_go_on(as);
}

/* The first item of the benchmark before or behind. */
static int
benchmark(const struct assess_screen *as, int dir)
{
	int bm = ask_item(as)->item->bm, i = as->at, k;

	do {
		i = ask_step(as, i, dir);
	} while (i >= 0 && as->a.item[i].item->bm == bm);
	if (i < 0)
		return dir < 0 ? ask_step(as, -1, 1) :
		    ask_step(as, (int)as->a.n, -1);
	for (bm = as->a.item[i].item->bm; dir < 0 && (k = ask_step(as, i,
	    -1)) >= 0 && as->a.item[k].item->bm == bm; )
		i = k;
	return i;
}

bool
ask_move(struct assess_screen *as, enum request r)
{
	if (r < REQ_ASK_NEXT || r > REQ_ASK_END || r == REQ_ASK_ENTER)
		return false;
	if (as->at < 0 || !ask_take(as))
		return true;
	switch (r) {
	case REQ_ASK_NEXT:
		ask_go_on(as);
		break;
	case REQ_ASK_PREV:
		open_before(as);
		break;
	case REQ_ASK_UP: case REQ_ASK_DOWN:
		go_to(as, ask_step(as, as->at, r == REQ_ASK_UP ? -1 : 1));
		break;
	case REQ_ASK_PGUP: case REQ_ASK_PGDN:
		go_to(as, benchmark(as, r == REQ_ASK_PGUP ? -1 : 1));
		break;
	case REQ_ASK_HOME:
		go_to(as, ask_step(as, -1, 1));
		break;
	default:
		go_to(as, ask_step(as, (int)as->a.n, -1));
		break;
	}
	return true;
}
