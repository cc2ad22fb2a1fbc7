/* importing.h - long work with its progress; CSV files read on screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_IMPORTING_H
#define UI_IMPORTING_H

#include "model/entity.h"
#include "ui/session.h"

struct work {
	struct ui	*ui;
	const char	*verb;		/* "Reading the file" */
	int64_t		 shown_ms;	/* when the message last changed */
};

/* A progress callback of import and demonstration; ARG is a struct work. */
bool	work_progress(void *arg, uint64_t done, uint64_t total);
/* Ask for a file and import it as ENT. */
void	import_ask(struct ui *, const struct entity *);

#endif
