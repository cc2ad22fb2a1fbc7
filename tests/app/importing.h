/* importing.h - an import in one line, and what it said. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_IMPORTING_H
#define TESTS_APP_IMPORTING_H

#include "app/import.h"
#include "base/str.h"
#include "tests/app/world.h"

struct importing {
	struct app	app;
	struct import_opts opt;		/* used by the next import */
	struct strs	said;		/* lines of the last import */
	struct import_result res;
	struct err	e;		/* why the last one was refused */
	char		*dir;
};
void	importing_open(struct importing *);
void	importing_close(struct importing *);

/* Import the file; gives "3 added, 0 updated, 1 unchanged, 0 rejected", or the
 * sentence of a refusal. Borrowed until the next call. */
const char *import_path(struct importing *, const char *kind, const char *path);
/* tests/data/NAME. */
const char *import_data(struct importing *, const char *kind, const char *name);
/* A file "in.csv" of this text, or of these bytes; its folder is cut off what
 * is said. */
const char *import_text(struct importing *, const char *kind, const char *text);
const char *import_bytes(struct importing *, const char *kind, const void *p,
	    size_t n);
/* All lines said, joined; borrowed. */
const char *import_said(struct importing *);
/* A field of the record with that natural key, or of the only one whose name
 * it is; borrowed until the next call. "?" when there is none. */
const char *stored(struct importing *, const char *entity, const char *key,
	    const char *field);

#endif
