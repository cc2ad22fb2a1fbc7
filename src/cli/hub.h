/* hub.h - what sshd runs for a user of a shared hub: hub-session.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *	caseload hub-session USER [DATABASE [SETTINGS]]
 *
 * is the forced command of a key (sshd(8), AUTHORIZED_KEYS FILE FORMAT). The
 * client's words are in SSH_ORIGINAL_COMMAND; without it the full-screen
 * program runs. The session is restricted (app/app.h): of the environment only
 * HOME, TERM, the locale, SSH_* and NO_COLOR are kept, and only as plain
 * words; the client's words name no database, settings or user.
 */
#ifndef CLI_HUB_H
#define CLI_HUB_H

#include "cli/cli.h"

struct hub {
	struct strs	 words;		/* the client's, after "caseload" */
	char		**argv;		/* the same, for args_parse */
	int		 argc;
};

/* Is this a forced command? */
bool		hub_is_session(int argc, char *const argv[]);
/* Read it: the environment is cleaned, ARGS gets who and which database, H the
 * client's words. ST_USAGE with the sentence, also for words no session takes. */
enum status	hub_begin(struct hub *h, struct args *args, int argc,
		    char *const argv[], struct err *) MUST_CHECK;
void		hub_end(struct hub *h);
/* May be a hub's user, as a word of the line that sshd runs: letters, digits,
 * . _ - and @, not first a '-'. */
bool		hub_user_word(const char *name);

#endif
