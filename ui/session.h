/* session.h - the full-screen program while it runs, as screens see it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_SESSION_H
#define UI_SESSION_H

#include "app/app.h"
#include "app/idle.h"
#include "ui/draw.h"
#include "ui/theme.h"

struct held_keys;
struct keymap;
struct presence;
struct screen;
struct ui_opts;

struct ui {
	struct app	*app;
	const struct ui_opts *opts;
	struct keymap	*keymap;
	struct presence	*presence;	/* who else is here; ui/others.h */
	struct theme	 theme;
	struct screen	*top;		/* of the stack; NULL before the first */
	struct paint	 title, status;	/* row 1; rows 23 and 24 */
	PANEL		*title_panel, *status_panel;
	int		 rows, cols;	/* of the terminal */
	char		*message;	/* row 23, "" none */
	bool		 message_stays;	/* while one types on */
	enum role	 message_role;
	unsigned	 changed;	/* grows with each change of the database */
	unsigned	 own;		/* changed, after this user's last change */
	int64_t		 fresh;		/* just added by a form: lists go to it; 0 none */
	unsigned	 fresh_at;	/* changed, as it was then */
	int64_t		 version;	/* data_version of the last poll */
	int		 idle_ms;	/* idle work may go on after so long; 0 none */
	bool		 small;		/* under 60x15 */
	bool		 own_account;	/* reads nobody asked for: wait for nothing */
	bool		 was_busy;	/* one of them met another's save */
	bool		 waited;	/* for another save; the message says so */
	bool		 unseen;	/* this key was typed before the message */
	struct held_keys *held;		/* keys typed then: wait.c; NULL none */
	bool		 quit;		/* leave the loop */
	bool		 hung_up;	/* … since the terminal hung up */
	bool		 locked;	/* … since nobody typed */
	char		*shut_out;	/* … since they may not come in any more:
					 * why; NULL */
	int64_t		 role_at;	/* when that was looked at, monotonic ms */
	struct idle	 idle;		/* how long nobody did */
	bool		 suspend;	/* Ctrl-Z was asked for */
	bool		 repaint;	/* Ctrl-L was asked for */
	bool		 undrafted;	/* drafts cannot be kept: it was said */
	bool		 restricted;	/* no shell behind: no suspend, no clipboard */
	char		*last_line;	/* last quick-entry line, for . */
	int		 year;		/* academic, of years.h; 0: the present one */
	struct screen	*year_from;	/* where that was chosen */
};

/* After a step of this program, or another year: all screens read again. */
void	ui_changed(struct ui *);
/* Commands for all screens, also run from help and palette: the generic code
 * behind screen_ops.request. False when refused; the message says why. */
bool	ui_request(struct ui *, int request);

#endif
