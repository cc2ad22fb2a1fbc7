/* wanted.h - what a school wants and has not been promised, with what fits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_WANTED_H
#define APP_WANTED_H

#include "app/fitting.h"

struct wanted {
	int64_t		 id;		/* of the request */
	char		*text;		/* wanted_said */
	struct fittings	 offers;
};
struct wanteds {
	struct wanted	*v;		/* by day, those without one last */
	size_t		 n;
};
/* Requests of SCHOOL that are open or asked, with the offers for each. To be
 * cleared. */
enum status	wanted_of(struct app *, int64_t school, struct wanteds *,
		    struct err *) MUST_CHECK;
void		wanted_clear(struct wanteds *);
/* A request in words: "Construction speaker, Y9, before 13 Feb"; appended. */
void		wanted_said(const struct row *request, int today, struct buf *out);

#endif
