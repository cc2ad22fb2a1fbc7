/* cmd_return.c - return: the month-end return to the register.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/monthend.h"
#include "app/place.h"
#include "app/report_out.h"
#include "cli/cli.h"

static enum status
confirm(struct cli *c, struct monthend *m, struct err *e)
{
	struct buf b;
	enum status st = monthend_confirm(c->app, m, e);

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	monthend_said(c->app, m, &b);
	if (m->ngaps > 0)
		buf_addf(&b, ", with %zu to mend", m->ngaps);
	cli_say(c, "the return of %s is %s", m->month, b.p);
	buf_clear(&b);
	return ST_OK;
}

/* The register's own columns are the file; the rest is the report. */
static enum status
put(struct cli *c, const struct monthend *m, struct err *e)
{
	const char *path = arg_get(c->args, "output");
	const struct report_info *info;
	struct strs words = { 0 };
	enum report_format fmt;
	struct buf b;
	enum status st = report_format(arg_get(c->args, "format"), path, &fmt,
	    e);

	if (st == ST_OK)
		st = report_find("return", &info, e);
	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_FILE);
	strs_add(&words, m->month);
	if (fmt == RF_CSV)
		monthend_csv(m, &b);
	else
		st = report_file(c->app, info, &words, fmt, true, &b, e);
	if (st == ST_OK)
		st = cli_put(c, &b, e);
	strs_clear(&words);
	buf_clear(&b);
	return st;
}

enum status
cmd_return(struct cli *c, int *code, struct err *e)
{
	const char *file = arg_get(c->args, "compare");
	char *words = strs_join(&c->args->pos, " ");
	char month[MONTH_TEXT];
	struct monthend m = { 0 };
	enum status st = monthend_month(words, c->app->today, month, e);

	(void)code;
	free(words);
	if (st != ST_OK || (st = monthend_read(c->app, month, &m, e)) != ST_OK)
		return st;
	if (file != NULL)
		st = place_read(c->app, file, e);
	if (st == ST_OK && file != NULL)
		st = monthend_keep(c->app, &m, file, e);
	if (st == ST_OK && arg_has(c->args, "confirm"))
		st = confirm(c, &m, e);
	if (st == ST_OK)
		st = put(c, &m, e);
	monthend_clear(&m);
	return st;
}
