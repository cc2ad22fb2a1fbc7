/* find.h - records by words, for screens and commands; a door to db/search.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_FIND_H
#define APP_FIND_H

#include "app/app.h"
#include "db/search.h"

/* Names only, among the entities REFS (NULL: all): pickers, o. */
enum status	find_names(struct app *, const char *refs, const char *text, size_t limit,
		    struct hits *, struct err *) MUST_CHECK;
/* Everything that mentions TEXT: `find`. SLICE_MS as in search_all. */
enum status	find_all(struct app *, const char *text, size_t limit, int slice_ms,
		    struct hits *, struct err *) MUST_CHECK;

#endif
