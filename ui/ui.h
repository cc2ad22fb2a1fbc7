/* ui.h - the full-screen program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_UI_H
#define UI_UI_H

#include "app/app.h"

struct ui_opts {
	const char	*script;	/* --script FILE: keys from there, screens to
					 * files; NULL: a terminal */
	const char	*out;		/* folder for the script's screens, and for what
					 * it wrote to its terminal; NULL: "." and nowhere */
	int		 rows, cols;	/* of the script's screen; 0: 24 x 80 */
	bool		 mono;		/* the script's screen without colours */
	bool		 restricted;	/* no shell, no clipboard, no suspend */
	bool		 welcome;	/* the database was just made */
};

/* Run until the user quits. ST_INTERRUPTED when the session was locked since
 * nobody typed, ST_DENIED when its user may not come in any more. The terminal is as before on every way out. */
enum status	ui_run(struct app *, const struct ui_opts *, struct err *) MUST_CHECK;

#endif
