/* texts.h - the fields that hold text, and a record to try one on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_TEXTS_H
#define TESTS_APP_TEXTS_H

#include "base/str.h"
#include "tests/app/world.h"

/* May people write text into it? */
bool	 texts_field(const struct field *);
/* A record of ENT, or 0. */
int64_t	 texts_some(struct app *, const struct entity *);
/* TEXT into that field, parsed as forms and commands do, and saved. */
enum status texts_save(struct app *, const struct entity *, int64_t id, int f,
	    const char *text, struct err *);
/* The record as one row of CSV, in the new file PATH (mkstemp fills its X). */
void	 texts_csv(struct app *, const struct entity *, int64_t id, char *path);
/* Texts that break programs: our own, then the big public list where it is
 * there; appended. */
void	 texts_naughty(struct strs *out);
/* What of TEXT is kept (design.md 7): blanks at the ends cut, line breaks LF.
 * Caller frees. */
char	*texts_kept(const char *text);

#endif
