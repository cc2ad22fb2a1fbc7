/* return_deeds.c - a month-end return: the register's download, its file, sent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/return_deeds.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/lists.h"
#include "app/record.h"
#include "app/report_out.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"
#include "ui/to_file.h"

#define SHOWN		12		/* of what is to mend */

#define ALREADY		"It is confirmed already; undo takes that back."

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
	char *file = path_typed(path);
	enum status st = monthend_read(ui->app, month, &m, e);

	if (!st)
		st = monthend_keep(ui->app, &m, file, e);
	monthend_clear(&m);
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

static void
read_ask(struct ui *ui, const struct return_of *of)
{
	if (ui->restricted)
		say(ui, "Files cannot be read in this session.");
	else
		dialog_prompt(ui, "The register's download (CSV): ", "",
		    on_file, asking(of->month));
}

/* --- its file ----------------------------------------------------------------- */

/* The register's own columns as CSV; else the page. */
static enum status
make_file(struct ui *ui, void *arg, const char *path, char **text, size_t *n,
    struct buf *said, struct err *e)
{
	const struct return_of *of = arg;
	const struct report_info *info;
	struct strs words = {0};
	struct monthend m = {0};
	enum report_format f;
	struct buf b;
	enum status st = report_format(NULL, path, &f, e);

	if (!st)
		st = report_find("return", &info, e);
	if (st)
		return st;
	buf_init(&b, BUF_FILE);
	strs_add(&words, of->month);
	if (f != RF_CSV)
		st = report_file(ui->app, info, &words, f, true, &b, e);
	else if (!(st = monthend_read(ui->app, of->month, &m, e)))
		monthend_csv(&m, &b);
	monthend_clear(&m);
	strs_clear(&words);
	*n = b.n;
	*text = buf_take(&b);
	buf_addf(said, "Return of %s", of->month);
	return st;
}

static void
write_ask(struct ui *ui, struct return_of *of)
{
	char *name = xasprintf("return-%s.csv", of->month);

	to_file_ask(ui, "Write to file (.csv for the register; .html .txt): ",
	    name, make_file, of);
	free(name);
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
	for (size_t i = 0, n; i < m->ngaps && lines.n < SHOWN; i += n) {
		n = monthly_gaps_run(&m->gap[i], m->ngaps - i);
		buf_reset(&b);
		buf_addf(&b, "  %s: ", m->here.v[m->gap[i].record].name);
		monthly_gaps_said(&m->gap[i], n, &b);
		strs_add(&lines, b.p);
		if (lines.n == SHOWN && i + n < m->ngaps)
			strs_add(&lines, "  and more");
	}
	buf_clear(&b);
	dialog_preview(ui, m->ngaps ? "Confirm it all the same?" :
	    "Confirm it as sent?", &lines, on_confirm, asking(m->month));
	strs_clear(&lines);
}

static void
confirm(struct ui *ui, const char *month)
{
	struct monthend m = {0};
	struct err e = {0};

	if (monthend_read(ui->app, month, &m, &e))
		say_err(ui, &e);
	else if (m.confirmed)
		say(ui, "%s", ALREADY);
	else
		ask_confirm(ui, &m);
	monthend_clear(&m);
}

void
return_tick(struct ui *ui, int64_t id)
{
	struct row *r;
	struct err e = {0};

	if (record_load(ui->app, &return_entity, id, &r, &e)) {
		say_err(ui, &e);
		return;
	}
	confirm(ui, row_get(r, F_return_month));
	row_free(r);
}

/* --- its keys ----------------------------------------------------------------- */

static void
earlier(struct ui *ui, const struct return_of *of)
{
	char *filter = xasprintf("due<%s-01", of->month);
	struct err e = {0};
	struct lister l;
	int64_t n = 0;
	enum status st = lister_open(&l, ui->app, &return_entity, filter, &e);

	if (!st) {
		st = lister_count(&l, 1, &n, &e);
		lister_close(&l);
	}
	if (st)
		say_err(ui, &e);
	else if (!n)
		say(ui, "There is no return of an earlier month.");
	else
		command_drill(ui, &return_entity, filter, "earlier");
	free(filter);
}

void
return_of_look(struct app *app, struct return_of *of)
{
	char *filter = xasprintf("month:%s status:confirmed", of->month);
	struct err e = {0};
	struct lister l;
	int64_t n = 0;

	if (!lister_open(&l, app, &return_entity, filter, &e)) {
		if (!lister_count(&l, 1, &n, &e))
			of->confirmed = n > 0;
		lister_close(&l);
	}
	free(filter);
}

const char *
return_refused(bool confirmed, enum request r)
{
	return confirmed && (r == REQ_RETURN_SENT || r == REQ_IMPORT) ?
	    ALREADY : NULL;
}

bool
return_request(struct ui *ui, struct return_of *of, enum request r)
{
	if (return_refused(of->confirmed, r)) {
		say(ui, "%s", ALREADY);
		return true;
	}
	switch (r) {
	case REQ_IMPORT:
		read_ask(ui, of);
		return true;
	case REQ_RETURN_FILE:
		write_ask(ui, of);
		return true;
	case REQ_RETURN_SENT:
		confirm(ui, of->month);
		return true;
	case REQ_RETURN_EARLIER:
		earlier(ui, of);
		return true;
	default:
		return false;
	}
}

const char *
return_hint(int cols)
{
	return cols < 76 ? "Enter mends; I reads the register's download." :
	    "Enter mends what is empty; I reads the register's download (CSV).";
}

void
return_of_month(struct return_of *of, const char *month)
{
	(void)snprintf(of->month, sizeof of->month, "%.7s", month);
}

bool
return_of_words(struct app *app, struct return_of *of,
    const struct report_info *info, const struct strs *words)
{
	struct err e = {0};
	char *text;
	bool is;

	if (!str_eq(info->name, "return"))
		return false;
	text = strs_join(words, " ");
	is = !monthend_month(text, app->today, of->month, &e);
	free(text);
	return is;
}
