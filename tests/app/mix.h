/* mix.h - saves of several kinds, for processes that are to save much.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_APP_MIX_H
#define TESTS_APP_MIX_H

#include "app/app.h"

/* A number that looks like chance, the same for the same SEED and N. */
unsigned	mix_chance(unsigned seed, unsigned n);

/* Each saves one step. An employer; a line of quick entry, sure of all it is
 * asked; one field of N records. */
enum status	mix_add(struct app *, const char *name, struct err *) MUST_CHECK;
enum status	mix_line(struct app *, const char *text, struct err *) MUST_CHECK;
enum status	mix_bulk(struct app *, const struct entity *, const int64_t *id,
		    size_t n, int field, const char *text, struct err *)
		    MUST_CHECK;

#endif
