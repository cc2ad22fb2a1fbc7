/* cli.h - commands: a table, their arguments, their exit status.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * contract.md 1. A new command is a row of cmds.def and a handler. Exit: 0
 * done, 1 refused or failed, 2 wrong usage, 3 done in part.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdio.h>

#include "app/app.h"
#include "app/export.h"
#include "base/str.h"
#include "model/filter.h"

enum {
	EXIT_DONE = 0,
	EXIT_FAILED = 1,
	EXIT_USAGE = 2,
	EXIT_PART = 3
};

/* What was typed, taken apart. */
struct args {
	const char	*command;	/* NULL: none */
	struct strs	 pos;		/* arguments that are no options */
	size_t		 after;		/* how many of them stand before "--";
					 * pos.n when there is none */
	bool		 dashes;	/* there was a "--" */
	struct strs	 names, values;	/* options as given; "" for no value */
	struct app_start start;		/* global options, borrowed from argv */
	bool		 plain, help, version;
	const char	*script;	/* hidden: drive the screens from a file */
};

struct cli {
	struct app	*app;		/* NULL for commands without a database */
	const struct args *args;
	FILE		*out, *err;
};

enum {
	CMD_NO_DB	= 1,		/* runs without a database */
	CMD_CREATE	= 2,		/* makes it when it is missing */
	CMD_WRITES	= 4,		/* refused with --readonly before it starts */
	CMD_ALONE	= 8,		/* takes options only, no arguments */
	CMD_PARTS	= 16,		/* "--" parts its arguments; options go on */
	CMD_LOCAL	= 32,		/* not over SSH: of whoever has the machine */
	CMD_MAY_SHIFT	= 8		/* above: the right it needs, if one alone */
};
struct command {
	const char	*name;
	const char	*options;	/* "dry-run map= limit=": '=' takes a value */
	unsigned	 flags;
	const char	*usage;		/* after the name */
	const char	*help;		/* one sentence, then more when needed */
	enum status	(*run)(struct cli *, int *exit_status, struct err *);
};
extern const struct command commands[];		/* ends with a NULL name */

const struct command *command_find(const char *name);
/* Take argv apart. ST_USAGE with the sentence. ARGS must be zeroed. */
enum status	args_parse(struct args *, int argc, char *const argv[], struct err *) MUST_CHECK;
void		args_clear(struct args *);
/* Value of an option, NULL when not given; the last wins. */
const char	*arg_get(const struct args *, const char *name);
bool		arg_has(const struct args *, const char *name);
enum status	arg_number(const struct args *, const char *name, int64_t lo, int64_t hi,
		    int64_t none, int64_t *out, struct err *) MUST_CHECK;

/* Run the command of ARGS: opens the database, says errors on stderr, returns
 * the exit status. */
int		cli_run(const struct args *);
/* A finished sentence on stderr, "caseload: …". */
void		cli_say(struct cli *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The same without a command. */
void		cli_complain(const char *text);
/* The database is not there: append to E which backup of it is. */
void		cli_hint_backup(struct cli *, struct err *);
/* --format, or the default: table on a terminal, tsv elsewhere. */
enum status	cli_format(struct cli *, enum format *out, struct err *) MUST_CHECK;
/* TEXT to the file of -o, else to standard output; where that is a terminal,
 * what must not reach one is left out. */
enum status	cli_put(struct cli *, const struct buf *text, struct err *) MUST_CHECK;
/* A line of data, such as a reference, to standard output in the same way. */
void		cli_put_line(struct cli *, const char *text);
/* --help and `help [COMMAND]`. */
void		cli_help(FILE *to, const char *command);
/* A line of quick entry for every verb. */
void		cli_log_examples(FILE *to);
void		cli_version(FILE *to);

/* Handlers. */
#define CMD(name, fn, options, flags, usage, help) \
	enum status fn(struct cli *, int *exit_status, struct err *);
#include "cli/cmds.def"

#endif
