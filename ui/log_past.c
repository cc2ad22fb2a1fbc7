/* log_past.c - earlier quick-entry lines, and completion of the part typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/log_inner.h"
#include "ui/log_screen.h"
#include "ui/statusbar.h"

const char *
quick_last(struct ui *ui)
{
	struct lines past;

	if (!ui->last_line) {
		lines_read(ui->app, &past);
		if (past.v.n)
			ui->last_line = xstrdup(past.v.v[past.v.n - 1]);
		lines_clear(&past);
	}
	return ui->last_line;
}

void
log_walk(struct log_screen *l, int dir)
{
	if (dir < 0 && l->at == 0) {
		say(l->s.ui, l->past.v.n ? "That is the oldest line." :
		    "No line was logged yet.");
		return;
	}
	if (dir > 0 && l->at >= l->past.v.n)
		return;
	if (l->at == l->past.v.n) {
		free(l->typed);
		l->typed = xstrdup(l->line.text);
	}
	l->at += dir < 0 ? (size_t)-1 : 1;
	line_set(&l->line, l->at < l->past.v.n ? l->past.v.v[l->at] :
	    l->typed);
	log_changed(l);
}

void
log_complete(struct log_screen *l)
{
	struct err e = {0};
	struct buf b;
	const char *end;

	if (!l->ends.n) {
		if (quick_complete(l->s.app, l->line.text, l->line.at,
		    &l->ends, &l->from, &l->len, &e)) {
			say_err(l->s.ui, &e);
			return;
		}
		l->end = 0;
	} else {
		l->end = (l->end + 1) % l->ends.n;
	}
	if (!l->ends.n) {
		say(l->s.ui, "Nothing begins so.");
		return;
	}
	end = l->ends.v[l->end];
	buf_init(&b, LOG_MAX_BYTES);
	buf_addn(&b, l->line.text, l->from);
	buf_add(&b, end);
	buf_add(&b, l->line.text + l->from + l->len);
	line_set(&l->line, b.p);
	l->line.at = l->from + strlen(end);
	l->len = strlen(end);
	buf_clear(&b);
	l->stale = true;
	l->asking = l->sure = false;
	strs_clear(&l->picks);
	if (l->ends.n > 1)
		say(l->s.ui, "%zu of %zu; Tab shows the next.", l->end + 1,
		    l->ends.n);
}
