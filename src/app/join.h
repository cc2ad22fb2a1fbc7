/* join.h - two records of one employer, partner or person become one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One goes and one stays. Whatever names the one that goes names the other
 * then; the values of both are weighed field by field; its name is kept among
 * the other names of the one that stays. It is archived and says where it went,
 * so that its reference still leads there (db/joined.h). One step.
 */
#ifndef APP_JOIN_H
#define APP_JOIN_H

#include "app/app.h"
#include "app/told.h"
#include "model/row.h"

enum join_take {
	JOIN_KEPT,		/* what the one that stays has */
	JOIN_GONE,		/* what the one that goes has */
	JOIN_BOTH		/* members of both sets; one note after the other */
};
/* A field that either of them fills. */
struct join_value {
	int		 field;
	enum join_take	 take;		/* as it is proposed, or chosen since */
	bool		 same;		/* in both: nothing to choose */
	bool		 both;		/* JOIN_BOTH can be had */
	bool		 wish;		/* somebody asked for it: the stricter is
					 * proposed, not the newer */
	bool		 typed;		/* a value was given: it holds */
	const char	*why;		/* of the proposal: "newer"; "" when same */
};
struct join {
	struct app	*app;
	struct row	*gone, *kept;	/* as they are stored */
	struct row	*typed;		/* values given */
	struct join_value *v;		/* in the order of the form */
	size_t		 n;
};

/* Read both and propose: the value there is, of two the one that was written
 * later, of wishes not to be contacted the stricter, of sets and notes both; name
 * and natural key of the one that stays.
 * ST_INVALID, ST_CONFLICT with why they cannot be joined: schools succeed each
 * other. To be closed when it is ST_OK. */
enum status	join_open(struct app *, const struct entity *, int64_t gone,
		    int64_t kept, struct join *, struct err *) MUST_CHECK;
void		join_close(struct join *);
/* Which of two had better go: not the one with a natural key, nor the one that
 * more records name; else the one made later. */
enum status	join_order(struct app *, const struct entity *, int64_t *gone,
		    int64_t *kept, struct err *) MUST_CHECK;
/* Choose: the next of what value I can be. */
void		join_turn(struct join *, size_t i);
/* A value as typed. */
enum status	join_type(struct join *, const char *field, const char *text,
		    struct err *) MUST_CHECK;
/* The record that stays as it would be. Caller frees. */
struct row	*join_result(const struct join *);

/* Within the step at hand. TOLD is to be cleared, also after a failure. */
enum status	join_do(struct join *, struct told *, struct err *) MUST_CHECK;
/* What the step is called: "employer/… joined into employer/…"; appended. */
void		join_label(struct app *, const struct entity *, int64_t gone,
		    int64_t kept, struct buf *out);

#endif
