/* template.h - dated follow-ups that are made together and move together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A template is used with an anchor, the day it is about: that of a fair, the
 * first of a new head. Each of its rows becomes a task, due the row's offset
 * from the anchor (model/offset.h).
 */
#ifndef MODEL_TEMPLATE_H
#define MODEL_TEMPLATE_H

#include "base/csv_table.h"
#include "base/err.h"
#include "model/calendar.h"
#include "model/offset.h"

#define TEMPLATE_OWNER_COORDINATOR	"coordinator"
#define TEMPLATE_ROWS_MAX		99	/* and the highest number */

struct template_row {
	int		 no;		/* fixed: tasks remember it */
	struct offset	 offset;
	char		*task;		/* title of the task */
	char		*owner;		/* TEMPLATE_OWNER_COORDINATOR; a role,
					 * whose holder at the school is asked,
					 * in lower case; "" who uses it */
	char		*benchmarks;	/* as a set: "1, 7"; may be "" */
	char		*help;		/* may be "" */
};
struct template {
	char		*name;		/* "new school": tasks remember it */
	char		*title;		/* "A school joins the network"; else
					 * the name */
	char		*about;		/* ids of entities, blank between; "":
					 * one's own week */
	char		*anchor;	/* "day it joins"; may be "" */
	struct template_row *v;		/* by no, each once, from 1 */
	size_t		 n;		/* 1 or more */
};
struct templates {			/* as the files have them */
	struct template	*v;
	size_t		 n;
};

/* The shipped templates.csv, and a hub's own (NULL none): a template of it
 * replaces the one shipped under its name, whole, or is added. Free with
 * templates_free, which takes NULL. */
enum status	 templates_read(const struct csv_source *hub,
		    struct templates **out, struct err *e) MUST_CHECK;
void		 templates_free(struct templates *);

/* The template WORDS name: by the whole name or title, else by how one begins.
 * Folded. ST_NOT_FOUND and ST_AMBIGUOUS list the names. */
enum status	 template_find(const struct templates *, const char *words,
		    const struct template **out, struct err *e) MUST_CHECK;
/* May it be used about a record of that entity? */
bool		 template_fits(const struct template *, const char *entity);
/* The row with that number, NULL when there is none (any more). */
const struct template_row *template_row(const struct template *, int no);

struct template_due {
	int	no;
	int	due;		/* DAY_NONE: the calendar does not know it */
};
/* What ANCHOR gives, a row of OUT each row of the template, in its order. */
void		 template_plan(const struct template *, const struct calendar *,
		    int anchor, struct template_due *out);

/* How an item moves with its anchor. */
enum template_move {
	TEMPLATE_FOLLOWS,	/* was where its offset put it; is so again */
	TEMPLATE_KEEPS,		/* moved by hand: keeps its distance */
	TEMPLATE_STAYS		/* done, or without a day */
};
struct template_item {
	int			no;	/* its row */
	int			due;	/* DAY_NONE none */
	bool			done;	/* or dropped: no longer to be done */
	int			to;	/* set: due afterwards */
	enum template_move	move;	/* set */
};
/* The anchor moves from OLD to ANCHOR. What is done stays. What is due another
 * day than OLD and its offset give (also when its row or the whole template,
 * T NULL, is no more) was moved by hand and stays as many working days from
 * the anchor as it was; on the anchor's own day it stays on it. A day that
 * the calendar does not know leaves an item where it is. */
void		 template_shift(const struct template *t,
		    const struct calendar *, int old, int anchor,
		    struct template_item *v, size_t n);

#endif
