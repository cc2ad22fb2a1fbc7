/* naive.h - the parts of naive_match (tests/db/sample.h). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DB_NAIVE_H
#define TESTS_DB_NAIVE_H

#include "tests/db/sample.h"

/* Is FOLDED a whole name of R? */
bool		 naive_named(const struct sample *, const struct row *r,
		    const char *folded);
/* Does a value of a reference field name R, as contract.md says? */
bool		 naive_ref(const struct sample *, const struct field *,
		    const char *text, const struct row *r);
/* Does FOLDED stand anywhere in the text? */
bool		 naive_holds(const char *text, const char *folded);
/* The records field I of R refers to: as many as OUT holds. */
size_t		 naive_referred(const struct sample *, const struct row *r,
		    int i, const struct row **out);
/* Does a bare word find R? */
bool		 naive_word(const struct sample *, const struct row *r,
		    const char *word);
/* Is R mine; mine and shared with others? */
bool		 naive_mine(const struct sample *, const struct row *r);
bool		 naive_others(const struct sample *, const struct row *r);

#endif
