/* doctor_int.h - what the files of the doctor share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_DOCTOR_INT_H
#define APP_DOCTOR_INT_H

#include "app/doctor.h"
#include "app/options.h"
#include "db/health.h"

struct doctor {
	const struct doctor_start *from;
	struct options	*opt;		/* what could be read of the settings */
	const char	*config;	/* the only file of them, or NULL */
	char		*file;		/* the database */
	struct db_health db;
	int64_t		 now;		/* ms since 1970 */
	int		 today;
	doctor_fn	 fn;
	void		*arg;
};

void	doctor_ok(struct doctor *, const char *fmt, ...) PRINTF(2, 3);
/* ADVICE is one sentence. */
void	doctor_find(struct doctor *, enum doctor_level, const char *advice,
	    const char *fmt, ...) PRINTF(4, 5);
/* "12 kB", "3.4 GB". */
void	doctor_size(uint64_t bytes, char out[16]);
/* FILE.backups of FILE; caller frees. */
char	*doctor_beside(const struct doctor *, const char *suffix);

/* The checks. */
void	doctor_settings(struct doctor *);	/* doctor_settings.c */
void	doctor_zone(struct doctor *);
void	doctor_rules(struct doctor *);
void	doctor_clock(struct doctor *);
void	doctor_disk(struct doctor *);		/* doctor_place.c */
void	doctor_synced(struct doctor *);
void	doctor_space(struct doctor *);
void	doctor_modes(struct doctor *);		/* doctor_modes.c */
void	doctor_sqlite(struct doctor *);		/* doctor_data.c */
void	doctor_database(struct doctor *);
void	doctor_journal(struct doctor *);
void	doctor_whole(struct doctor *);
void	doctor_users(struct doctor *);		/* doctor_users.c */
void	doctor_keys(struct doctor *);
void	doctor_drafts(struct doctor *);		/* doctor_drafts.c */
void	doctor_backups(struct doctor *);	/* doctor_kept.c */
void	doctor_log(struct doctor *);
void	doctor_live(struct doctor *);
void	doctor_outbox(struct doctor *);
void	doctor_terminal(struct doctor *);	/* doctor_terminal.c */

#endif
