/* hub_keys.h - the keys that let users into this database.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One account may keep several databases: a line of its authorized_keys
 * (app/keys.h) is of the database it names, one that names none of the usual
 * one. A line says a user's name, not which user: while it stands, that name is
 * nobody else's.
 */
#ifndef APP_HUB_KEYS_H
#define APP_HUB_KEYS_H

#include "app/app.h"
#include "app/keys.h"
#include "model/row.h"

/* The file that sshd reads for this account. Caller frees. */
char		*hub_keys_file(void);
/* Does a session whose line names DB ("" none) open this database? */
bool		hub_keys_here(const struct app *, const char *db);
/* May a user be written: OLD NULL for a new one, NEW NULL for one that is taken
 * out? ST_DENIED where a name comes or goes while a key stands for it. What
 * cannot be read was not written by Caseload. For may_write. */
enum status	hub_keys_guard(const struct app *, const struct row *old,
		    const struct row *new, struct err *) MUST_CHECK;

#endif
