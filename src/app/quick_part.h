/* quick_part.h - the line as parts, each read as one kind. Private to quick*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading is pure: it knows the text, today and which way a weekday looks.
 * What a name stands for is found later (quick_name.h).
 */
#ifndef APP_QUICK_PART_H
#define APP_QUICK_PART_H

#include "base/date.h"
#include "base/str.h"
#include "model/entity.h"
#include "model/years.h"

enum part_kind {
	PK_NAME,	/* a school, provider, employer, cluster, type, mode */
	PK_FIELD,	/* key: text */
	PK_VERB,	/* the word alone; what follows is a part of its own */
	PK_ROLE,	/* head = Ms Amara Nwosu from 1/1 */
	PK_WHEN,	/* date, last day, time, span */
	PK_YEARS,	/* y10 24 of 30, also after the name of a school */
	PK_MINUTES,
	PK_DAYS,
	PK_PERIOD,	/* p3 */
	PK_BENCHMARKS,
	PK_STATUS,
	PK_MODE,
	PK_ACCESS,
	PK_CLUSTER,	/* #tech */
	PK_PERSON,	/* @bell */
	PK_NEW,		/* +City Cranes */
	PK_NUMBER,	/* 24 alone: refused */
	PK_TEXT,	/* words a verb takes as they are: a reason, people */
	/* what is to come of it, apart from the other parts (quick_follow.c) */
	PK_TODO,	/* todo send toolkit fri; @bell todo placement list */
	PK_AGAIN,	/* again thu; again northgate toolkit fri */
	PK_NEXT		/* next wed 2/12 10:00 */
};

/* One item: groups and figures, and whose. */
struct num {
	int		 school;	/* index in nums.names, -1 when none was named */
	struct years_item it;
	bool		 each;		/* the same for every school */
};
struct nums {
	struct num	*v;
	size_t		 n;
	struct strs	 names;		/* schools as typed */
};

struct part {
	enum part_kind	 kind;
	size_t		 from, len;	/* bytes of the line */
	char		*text;		/* trimmed copy */
	char		*value;		/* FIELD, ROLE, CLUSTER, PERSON, NEW: the text;
					 * todo, again: what, without its day */
	const char	*word;		/* VERB, STATUS, MODE, ROLE: canonical; TEXT: a
					 * result of a call; todo: who, or NULL */
	char		*made;		/* owns word when it is in no table */
	int		 field;		/* FIELD: of the line's entity */
	int		 day, last_day;	/* WHEN, ROLE (from), a todo, AGAIN, NEXT;
					 * DAY_NONE not said */
	bool		 no_year;	/* the year is the current one's */
	int		 start, finish;	/* WHEN: minutes of the day, -1 not said */
	long		 number;	/* MINUTES; DAYS in hundredths */
	unsigned	 benchmarks;	/* bit N for benchmark N */
	struct nums	 nums;		/* YEARS */
	char		*fault;		/* what is wrong, a sentence; or NULL */
};
struct parts {
	struct part	*v;
	size_t		 n;
};

/* Cut LINE at ';' into PARTS (zeroed), trimmed, empty ones dropped. A part that
 * begins with "note:" runs to the end of the line. */
void		parts_split(struct parts *, const char *line);
/* Put a part behind part I: text from byte FROM of part I's own text on. */
struct part	*parts_insert(struct parts *, size_t i, size_t from);
void		parts_clear(struct parts *);

/* Read P, which is not a verb: the first recogniser of the table that fits.
 * DIR is how a bare weekday looks, ENT whose fields "key: text" may name. */
void		part_read(struct part *p, int today, enum date_dir dir,
		    const struct entity *ent);
/* Put a part behind the last of PS, which then owns what it holds. */
void		parts_push(struct parts *ps, struct part take_p);
/* Take part I out of PS; the caller owns what it holds. */
struct part	parts_remove(struct parts *ps, size_t i);
/* Read TEXT as a day, a time or both into P; false when it is none. */
bool		when_read(const char *text, int today, enum date_dir dir, struct part *p);
/* The words of TEXT without the day at their end ("by fri", "2 dec"), which goes
 * to DAY, DAY_NONE when there is none; a bare weekday looks forward. What is
 * wrong with it goes to *FAULT, a sentence. The caller frees both. */
char		*when_cut(const char *text, int today, int *day, char **fault);
/* Read TEXT, what follows "todo", "again" or "next", into P, whose kind says
 * which; what is wrong with it is P's fault. */
void		follow_read(struct part *p, const char *text, int today);
/* Read TEXT as numbers of pupils; false when it holds no year group. *FAULT,
 * which must be NULL or a fault already, says what is wrong. */
bool		nums_read(const char *text, struct nums *out, char **fault);
void		nums_clear(struct nums *);

/* A list written with " & ", " + ", ", " or " and ": the pieces, and in FROM
 * where each begins in TEXT. */
struct piece {
	size_t	 from, len;
};
size_t		list_pieces(const char *text, struct piece *out, size_t max);

#endif
