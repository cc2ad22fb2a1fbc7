/* return_deeds.c - a month-end return: the register's download, its file, sent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/return_deeds.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/monthend.h"
#include "app/record.h"
#include "base/mem.h"
#include "base/path.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"

#define DOWNLOAD_MAX	(900u << 10)	/* what a return keeps of a file */
#define SHOWN		12		/* of what is to mend */

struct asking {
	char	 month[MONTH_TEXT];
};

static struct asking *
asking(const char *month)
{
	struct asking *a = xcalloc(1, sizeof *a);

	(void)snprintf(a->month, sizeof a->month, "%.7s", month);
	return a;
}

/* --- the register's download -------------------------------------------------- */

static enum status
read_file(struct ui *ui, const char *month, const char *path, struct err *e)
{
	struct monthend m = {0};
	char *text = NULL, *file = path_typed(path);
	size_t n;
	enum status st = path_read(file, DOWNLOAD_MAX, &text, &n, e);

	if (!st)
		st = monthend_read(ui->app, month, &m, e);
	if (!st)
		st = monthend_keep(ui->app, &m, path, text, e);
	monthend_clear(&m);
	free(text);
	free(file);
	return st;
}

static bool
on_file(struct ui *ui, void *arg, const char *text)
{
	struct asking *a = arg;
	struct err e = {0};

	if (text && *text && read_file(ui, a->month, text, &e)) {
		say_err(ui, &e);
		return false;
	}
	if (text && *text) {
		say_done(ui, "The register's download is read");
		ui_changed(ui);
	}
	free(a);
	return true;
}

void
return_read_ask(struct ui *ui, const struct row *ret)
{
	if (ui->restricted)
		say(ui, "Files cannot be read in this session.");
	else
		dialog_prompt(ui, "The register's download (CSV): ", "",
		    on_file, asking(row_get(ret, F_return_month)));
}

/* --- confirming ------------------------------------------------------------------ */

static void
on_confirm(struct ui *ui, void *arg, bool yes)
{
	struct asking *a = arg;
	struct monthend m = {0};
	struct err e = {0};
	enum status st;

	if (!yes) {
		say(ui, "It is not confirmed.");
		free(a);
		return;
	}
	st = monthend_read(ui->app, a->month, &m, &e);
	if (!st)
		st = monthend_confirm(ui->app, &m, &e);
	if (st) {
		say_err(ui, &e);
	} else {
		say_done(ui, "Confirmed; what was sent stays");
		ui_changed(ui);
	}
	monthend_clear(&m);
	free(a);
}

static void
ask_confirm(struct ui *ui, const struct monthend *m)
{
	struct strs lines = {0};
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%zu record%s; they stay as they are now.", m->here.n,
	    m->here.n == 1 ? "" : "s");
	strs_add(&lines, b.p);
	if (m->ngaps) {
		buf_reset(&b);
		buf_addf(&b, "To mend %zu:", m->ngaps);
		strs_add(&lines, b.p);
	}
	for (size_t i = 0; i < m->ngaps && i < SHOWN; i++) {
		buf_reset(&b);
		buf_addf(&b, "  %s: ", m->here.v[m->gap[i].record].name);
		monthly_gap_said(&m->gap[i], &b);
		strs_add(&lines, b.p);
	}
	if (m->ngaps > SHOWN)
		strs_add(&lines, "  and more");
	buf_clear(&b);
	dialog_preview(ui, m->ngaps ? "Confirm it all the same?" :
	    "Confirm it as sent?", &lines, on_confirm, asking(m->month));
	strs_clear(&lines);
}

void
return_tick(struct ui *ui, int64_t id)
{
	struct monthend m = {0};
	struct row *r;
	struct err e = {0};
	enum status st = record_load(ui->app, &return_entity, id, &r, &e);

	if (!st) {
		st = monthend_read(ui->app, row_get(r, F_return_month), &m,
		    &e);
		row_free(r);
	}
	if (st)
		say_err(ui, &e);
	else if (m.confirmed)
		say(ui, "It is confirmed already; undo takes that back.");
	else
		ask_confirm(ui, &m);
	monthend_clear(&m);
}
