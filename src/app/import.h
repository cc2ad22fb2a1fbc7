/* import.h - CSV in: schools of the register, employers of two registers, our
 * own files, people's own sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole file is read and checked first; then one transaction, one step. A
 * bad row is rejected with its line and reason, the others are taken; a bad
 * file is refused and nothing is imported.
 */
#ifndef APP_IMPORT_H
#define APP_IMPORT_H

#include <stdio.h>

#include "app/app.h"

struct import_opts {
	bool		 dry_run;
	bool		 match_names;	/* --match names */
	const char	*map;		/* "Heading=field,…" or "@NAME"; NULL none */
	const char	*rejects;	/* file for rejected rows; NULL none */
	bool		 force;		/* overwrite the rejects file */
	/* One line of words for the user (rejected rows, warnings). */
	void		(*say)(void *arg, const char *line);
	/* Progress, at most a few times a second; true stops the import and leaves
	 * nothing behind. */
	bool		(*progress)(void *arg, uint64_t done, uint64_t total, uint64_t rows);
	void		*arg;
};
struct import_result {
	const struct entity *ent;
	uint64_t	 added, updated, unchanged, rejected, warnings;
	int64_t		 step;		/* seq, 0 when nothing changed */
};

/* KIND is an entity id or its plural. ST_OK also when rows were rejected:
 * look at the result. */
enum status	import_file(struct app *, const char *kind, const char *path,
		    const struct import_opts *, struct import_result *, struct err *) MUST_CHECK;

#endif
