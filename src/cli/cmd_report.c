/* cmd_report.c - report, board, brief, evidence: documents on paper or in a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <langinfo.h>

#include "app/report_out.h"
#include "cli/cli.h"

static enum status
list_reports(struct cli *c, struct err *e)
{
	static const char *const heads[] = { "name", "arguments", "what" };
	const struct report_info *r;
	struct sheet *s;
	enum format fmt;
	enum status st;

	if ((st = cli_format(c, &fmt, e)) != ST_OK)
		return st;
	s = sheet_new(c->out, fmt, heads, 3);
	for (r = reports; r->name != NULL; r++)
		sheet_row(s, (const char *[]){ r->name, r->usage, r->help });
	return sheet_end(s, e);
}

/* A file is UTF-8; standard output is in the user's language. */
static bool
writes_utf8(const struct cli *c)
{
	const char *path = arg_get(c->args, "output");

	return (path != NULL && !str_eq(path, "-")) ||
	    str_eq(nl_langinfo(CODESET), "UTF-8");
}

static enum status
write_report(struct cli *c, const char *name, const struct strs *words,
    struct err *e)
{
	const char *path = arg_get(c->args, "output");
	const struct report_info *info;
	enum report_format fmt;
	struct buf text;
	enum status st;

	if (path != NULL && str_empty(path))
		return err_set(e, ST_USAGE, "-o needs the name of a file");
	if ((st = report_find(name, &info, e)) != ST_OK ||
	    (st = report_format(arg_get(c->args, "format"), path, &fmt, e)) !=
	    ST_OK)
		return st;
	buf_init(&text, BUF_FILE);
	st = report_file(c->app, info, words, fmt, writes_utf8(c), &text, e);
	if (st == ST_OK && buf_over(&text))
		st = err_set(e, ST_INVALID, "the report is too long");
	if (st == ST_OK)
		st = cli_put(c, &text, e);
	buf_clear(&text);
	return st;
}

enum status
cmd_report(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct strs rest = { 0 };
	enum status st;

	(void)code;
	if (arg_has(c->args, "list"))
		return list_reports(c, e);
	if (pos->n == 0)
		return err_set(e, ST_USAGE, "which report? caseload report"
		    " --list names them");
	for (size_t i = 1; i < pos->n; i++)
		strs_add(&rest, pos->v[i]);
	st = write_report(c, pos->v[0], &rest, e);
	strs_clear(&rest);
	return st;
}

enum status
cmd_board(struct cli *c, int *code, struct err *e)
{
	(void)code;
	return write_report(c, "board", &c->args->pos, e);
}

enum status
cmd_brief(struct cli *c, int *code, struct err *e)
{
	(void)code;
	return write_report(c, "brief", &c->args->pos, e);
}

enum status
cmd_evidence(struct cli *c, int *code, struct err *e)
{
	(void)code;
	return write_report(c, "evidence", &c->args->pos, e);
}
