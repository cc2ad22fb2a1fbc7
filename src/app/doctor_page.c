/* doctor_page.c - the doctor's findings as a page: what is wrong first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor.h"

#include "app/may.h"
#include "app/report.h"
#include "base/str.h"

/* What was found, by level. */
struct found {
	struct strs	 said[DOCTOR_ERROR + 1];
};

static void
keep(void *arg, enum doctor_level level, const char *what, const char *advice)
{
	struct found *f = arg;
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s%s%s", what, *advice != '\0' ? " " : "", advice);
	strs_take(&f->said[level], buf_take(&b));
}

static void
put(struct report *r, const char *title, const struct strs *said)
{
	report_items(r, title);
	for (size_t i = 0; i < said->n; i++)
		report_cell(r, said->v[i]);
}

/* Over SSH findings would tell of the machine. */
static enum status
may_ask(const struct app *app, struct err *e)
{
	return app->restricted ? may_do(app, DO_REPAIR, NULL, e) : ST_OK;
}

enum status
doctor_page(struct app *app, const struct report_args *a, struct report *r,
    struct err *e)
{
	struct app_start start = { .config = app->config, .check = app->check,
		.terminal = app->terminal };
	struct doctor_start from = { &start, app, app->terminal };
	struct found f = { 0 };
	enum status st = may_ask(app, e);

	(void)a;
	if (st != ST_OK)
		return st;
	doctor_run(&from, keep, &f);
	report_begin(r, "Health", app_today(app));
	put(r, "Errors", &f.said[DOCTOR_ERROR]);
	put(r, "Warnings", &f.said[DOCTOR_WARNING]);
	put(r, "In order", &f.said[DOCTOR_OK]);
	report_note(r, "Whether the data are right is asked by caseload check.");
	for (int i = 0; i <= DOCTOR_ERROR; i++)
		strs_clear(&f.said[i]);
	return ST_OK;
}
