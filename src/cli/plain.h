/* plain.h - line mode: for screen readers and terminals that cannot paint.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include "cli/cli.h"

/* Read commands from standard input, one a line, without a shell, until its
 * end or "quit". GLOBAL holds the options the program was started with. */
int		plain_run(const struct args *global);
/* Cut LINE into words: blanks between, quotes and backslashes as in a shell,
 * nothing else has a meaning. ST_USAGE for a quote that is not closed. */
enum status	plain_words(const char *line, struct strs *out, struct err *) MUST_CHECK;

/* `new ENTITY`: ask for the fields one by one and save. */
enum status	plain_new(struct cli *, const char *entity, FILE *in, struct err *) MUST_CHECK;
/* `answer school/URN`: ask for the open items of an assessment one by one. */
enum status	plain_answer(struct cli *, const char *ref, FILE *in, struct err *) MUST_CHECK;

#endif
