/* fault_acts.h - what is tried on a disk that fails: each kind of action. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_FAULT_ACTS_H
#define TESTS_APP_FAULT_ACTS_H

#include "tests/app/world.h"

struct fault_act {
	const char	*name;
	/* Do it, in a session that is open; NULL: opening one is the action. */
	enum status	(*act)(struct app *, struct err *);
	bool		 old;		/* … on a file of an older version */
};
extern const struct fault_act fault_acts[];	/* ends with a NULL name */

/* A database with something for each of them; caller frees its path. */
char	*fault_world(void);
/* The same of an older version, which opening it brings up to date. */
char	*fault_old_world(void);
/* All that is stored, a line for each table, and whether its pages are in
 * order: as APP sees it, or NULL, as a new connection to FILE does. Caller
 * frees. */
char	*fault_dump(struct app *app, const char *file);
/* A session on FILE. */
enum status fault_open(struct app *, const char *file, struct err *);

#endif
