/* ref_titled.h - records without a name, by the words of what they are about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_REF_TITLED_H
#define APP_REF_TITLED_H

#include "app/app.h"
#include "db/search.h"

/* Of the entities REFS those that have no names: the records that a list with
 * the words of TEXT shows, at most LIMIT, added to OUT with their titles. */
enum status	ref_titled(struct app *, const char *refs, const char *text,
		    size_t limit, struct hits *out, struct err *) MUST_CHECK;

#endif
