/* filter_impl.h - what the parts of the filter parser share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_FILTER_IMPL_H
#define MODEL_FILTER_IMPL_H

#include "model/filter.h"

/* A term cut out of the text, not yet understood. */
struct filter_raw {
	bool		 not;
	char		*name;		/* as typed; NULL for a word */
	enum filter_op	 op;
	bool		 quoted;	/* one value, and it was in quotes */
	struct strs	 piece;		/* values, quotes taken off, none empty */
	char		*all;		/* the whole text after the operator */
};

void		 filter_raw_clear(struct filter_raw *r);
/* Cut the next term out of S, which does not begin with a blank; returns where
 * it ends. ARG: blanks belong to a value. */
const char	*filter_raw_read(const struct entity *ent, const char *s, bool arg,
		    struct filter_raw *r);
/* since until archived is: what stands in the place of a field and is none;
 * ends with NULL. */
extern const char *const filter_pseudo[];

/* May the field be compared with < and >? */
bool		 filter_may_compare(const struct field *f);
/* Read TEXT and append the value, or the choices it spells out. */
enum status	 filter_value(const struct field *f, const char *text, int today,
		    struct strs *out, struct err *e) MUST_CHECK;
/* A text or reference in the form of a value; NULL when nothing is left of
 * it. The caller frees it. */
char		*filter_text_value(const struct field *f, const char *text);
/* What is:NAME stands for, as filter text; NULL when ENT has no such. OTHERS:
 * and that it is with others (OP_OTHERS). */
const char	*filter_is(const struct entity *ent, const char *name, bool *others);

#endif
