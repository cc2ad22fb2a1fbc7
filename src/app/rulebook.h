/* rulebook.h - a shipped file of rules, and what the hub adds to it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hub names a folder in [rules] folder; a file there of the same name as a
 * shipped one holds rules of its own. Whoever reads the rules decides whether
 * they come before the shipped ones or replace some.
 */
#ifndef APP_RULEBOOK_H
#define APP_RULEBOOK_H

#include <stdbool.h>

#include "app/options.h"
#include "base/csv_table.h"
#include "model/national.h"

struct rulebook {
	struct csv_source shipped;
	struct csv_source hub;		/* text NULL: it has no such file */
	char		*path, *text;	/* what hub borrows */
};

/* NAME is that of a shipped file. A folder that is not there, or a file that
 * cannot be read or is larger than 256 kB, is an error. */
enum status	rulebook_open(const struct options *, const char *name,
		    struct rulebook *out, struct err *) MUST_CHECK;
void		rulebook_close(struct rulebook *);
/* England's figures: those shipped and the hub's. *OUT is for
 * nationals_clear. */
enum status	rulebook_nationals(const struct options *, struct nationals *out,
		    struct err *) MUST_CHECK;

#endif
