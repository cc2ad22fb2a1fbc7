/* import_map.h - which heading of a person's own sheet is which field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A map is "Heading=field,Other heading=field"; a heading that holds a comma
 * is written in double quotes, an empty field leaves the column out.
 * "@NAME:Heading=field,…" is also remembered as NAME, for this user of this
 * database, and "@NAME" alone is what was remembered.
 */
#ifndef APP_IMPORT_MAP_H
#define APP_IMPORT_MAP_H

#include "app/app.h"
#include "base/err.h"
#include "base/str.h"
#include "model/entity.h"

struct import_map {
	struct strs	heads;
	struct strs	fields;		/* as many */
	char		*name;		/* to be remembered by; NULL not */
	char		*text;		/* without its name */
};

/* Parse what --map says. ST_USAGE when it is written wrongly; ST_NOT_FOUND for
 * an unknown @NAME. */
enum status	import_map_read(struct app *, const char *said,
		    struct import_map *out, struct err *) MUST_CHECK;
/* Remember a map that has a name; one already so called is replaced. */
enum status	import_map_keep(struct app *, const struct import_map *,
		    struct err *) MUST_CHECK;
void		import_map_clear(struct import_map *);

/* The field of ENT that a heading of a sheet is, by its id, label, list heading
 * or a word people use for it; -1 none. */
int		 import_heading(const struct entity *, const char *head) MUST_CHECK;

#endif
