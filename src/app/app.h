/* app.h - a session: the database, who is writing, what today is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/entity.h"

struct db;
struct doctor_terminal;
struct eligible;
struct frameworks;
struct quick_memo;
struct options;
struct strs;
struct worked;

struct app {
	struct db	*db;
	struct options	*opt;		/* settings, app/options.h */
	struct eligible	*eligible;	/* who may join the network */
	struct access_law *access;	/* provider access, app/access.h */
	char		*config;	/* the one file of settings, NULL the usual */
	enum status	(*check)(const struct options *, struct err *);
	void		(*terminal)(struct doctor_terminal *);	/* as app_start */
	char		*user;		/* who is writing */
	char		*node;		/* which machine, of this database */
	int		 today;		/* a day; from --today or the clock; while
					 * one looks at another, that */
	bool		 today_fixed;
	int		 looking;	/* so many app_look are open */
	int		 real_today;	/* … while any is */
	bool		 readonly;
	bool		 restricted;	/* over SSH: a user with a role, no file but
					 * the outbox, no other program */
	struct {			/* who the user was at the last look, for
					 * may.c alone */
		int64_t	 user;		/* their record; 0 none */
		int	 role;		/* enum may_role */
	} may;
	int64_t		 first_seq;	/* newest step when the session began: undo
					 * on screen goes back no further */
	int64_t		 began_ms;	/* … and when that was, since 1970 */
	struct frameworks *frameworks;	/* the benchmarks', app/assess.h, or NULL */
	struct quick_memo *memo;	/* names quick entry looked up, or NULL */
	struct worked	*worked;	/* app/worked.h */
	char		*name_text;	/* what app_parse's name gave last */
	struct strs	*guesses;	/* gets a sentence for each name taken in
					 * spite of a typo; NULL: nobody asks */
	struct strs	*special;	/* gets a sentence for each note saved that
					 * looks like special-category data
					 * (model/special.h); NULL: nobody asks */
	struct strs	*minded;	/* gets a sentence for each visit, approach
					 * or task saved with an employer somebody
					 * else is in touch with
					 * (app/contacted.h); NULL: nobody asks */
	struct strs	*odd;		/* gets a sentence for each value saved that
					 * is out of place (app/odd.h); NULL: nobody
					 * asks */
	bool		 sure;		/* what is wrong with a claim is passed over:
					 * of claim_submit and the demonstration */
	int		 backed_up;	/* day for which a save saw to a backup */
	char		*notice;	/* something the user should know, or NULL:
					 * "the clock of this machine is behind" */
	/* The step at hand, for record.c and undo.c alone. */
	struct {
		bool		 open;
		int64_t		 seq;		/* what it will be called */
		int64_t		 last_id;	/* highest id given so far */
		int64_t		 now_ms;	/* its time */
		int64_t		 undoes;	/* id of the step it takes back */
		int64_t		 changes, records, ended;
		int64_t		 record;	/* the record changed last */
		int64_t		 given;		/* the newest id that was not brought
						 * along by a file */
		bool		 goes_on;	/* what is added goes on from what
						 * was: nobody asks for it */
		bool		 follows;	/* what is written follows from
						 * what the user was let do */
		int64_t		 writes;	/* of this session, and steps ended */
		struct places	*places;	/* of CPD, given back and taken:
						 * places.c; or NULL */
	} step;
};

/* Where the session comes from; NULLs and 0 mean the defaults. */
struct app_start {
	const char	*db, *config, *user, *today;
	bool		 readonly;
	bool		 restricted;	/* of app, above */
	bool		 create;	/* make the database when it is missing */
	/* What only a layer above knows of the settings: the keys. Or NULL. */
	enum status	(*check)(const struct options *, struct err *);
	/* … and of the terminal (app/doctor.h). Or NULL. */
	void		(*terminal)(struct doctor_terminal *);
};

/* Read settings, open the database. ST_DENIED when the user may not come in. On
 * failure nothing is left open. */
enum status	app_open(struct app *, const struct app_start *, struct err *) MUST_CHECK;
void		app_close(struct app *);
/* The same for a session that failed: a database it made goes with it, unless
 * something was saved there. */
void		app_unmake(struct app *);
/* The default database's path given START and settings. Caller frees. */
enum status	app_db_path(const struct app_start *, char **out, struct err *) MUST_CHECK;
/* The same when the settings were read already; and the one file of settings
 * that START or the environment names, NULL for the usual ones (borrowed). */
char		*app_db_path_of(const struct app_start *, const struct options *);
const char	*app_config_path(const struct app_start *);
/* ST_DENIED with the reason when this session may not write: read only, or by
 * the user's role (app/may.h). */
enum status	app_may_write(const struct app *, struct err *) MUST_CHECK;
/* Today again: a session may run past midnight. Does nothing while one looks
 * at another day. */
void		app_tick(struct app *);
/* Look as at the end of DAY: until app_look_back what is read is what --today
 * DAY reads. Nothing is made or saved meanwhile, since that is of the real
 * today. Looks may lie within each other; returns what app_look_back takes. */
int		app_look(struct app *, int day) MUST_CHECK;
void		app_look_back(struct app *, int was);
/* The real today, also while one looks at another day. */
int		app_today(const struct app *);
/* What parsers are told: today, how to resolve references, rolls. */
struct parse	app_parse(struct app *, enum date_dir dir);
/* What went wrong after a commit, or what to tell once; takes the text. */
void		app_notice(struct app *, char *take_text);

#endif
