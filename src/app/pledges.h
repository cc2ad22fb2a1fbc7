/* pledges.h - commitments of an organisation: what records say, what was typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_PLEDGES_H
#define APP_PLEDGES_H

#include "app/app.h"
#include "model/pledge.h"

struct pledge_line {
	const struct pledge_item *item;	/* NULL: typed, of no item there is */
	struct pledge	 p;		/* of a derived one */
	bool		 derived;
	enum pledge_untold untold;	/* of one that is not */
	char		*text[2];	/* that p borrows */
	/* What it was derived from. */
	const struct entity *ent;	/* NULL: nothing */
	int64_t		 id;		/* this record; 0: the list … */
	char		*filter;	/* … with this filter */
	struct row	*typed;		/* the commitment somebody typed, or NULL */
};
struct pledge_lines {
	struct pledge_items items;
	struct pledge_line *v;
	size_t		 n;
};
/* What actor the organisation is: "school"; NULL none of the action plan. */
enum status	pledges_actor(struct app *, const struct entity *, int64_t id,
		    const struct choice **out, struct err *) MUST_CHECK;
/* Every commitment of the organisation, as at today, in the order of the table;
 * then those typed for it that are of no item. OUT is for pledges_clear. */
enum status	pledges_read(struct app *, const struct entity *, int64_t id,
		    struct pledge_lines *out, struct err *) MUST_CHECK;
/* The one line of a commitment that was typed. OUT is for pledges_clear. */
enum status	pledges_one(struct app *, int64_t commitment, struct pledge_lines *out,
		    struct err *) MUST_CHECK;
void		pledges_clear(struct pledge_lines *);
/* The reason of what records say, or why they say nothing; appended. */
void		pledges_why(const struct pledge_line *, struct buf *out);
/* Those there are: shipped, and the hub's own. OUT is for pledge_clear. */
enum status	pledges_items(struct app *, struct pledge_items *out, struct err *)
		    MUST_CHECK;
/* Kept, under way, not yet, not known: as derived, else as typed. */
enum pledge_state pledges_state(const struct pledge_line *);

#endif
