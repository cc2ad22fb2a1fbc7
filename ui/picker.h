/* picker.h - the list under a field: rows that fit what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picker is a query: at most 50 best rows for the text typed so far, the
 * menu made anew for each key. Enter takes the first when it wins clearly (the
 * rule of quick entry: alone in the best class, open before closed, those of
 * the school before others), else the
 * row reached by the arrows, else the equals are numbered.
 */
#ifndef UI_PICKER_H
#define UI_PICKER_H

#include "app/app.h"
#include "ui/menu_list.h"

#define PICKER_MAX	50
#define PICKER_ROWS	8	/* at most shown at once */

struct pick {
	char		*name;		/* as it goes into the field */
	char		*where;		/* borough and type; benchmark of a choice */
	const struct entity *ent;	/* of a record; NULL for a choice */
	int64_t		 id;		/* 0: a new record of that name */
	int		 class;
	bool		 closed;
	bool		 here;		/* works at the school that is meant */
};
struct picker {
	struct pick	 *v;
	size_t		 n;
	size_t		 equals;	/* how many share the best class */
	bool		 moved;		/* the arrows chose a row */
	bool		 numbered;	/* a digit answers */
	int64_t		 school;	/* that is meant: its records come before
					 * others where they have no names, its
					 * people before equals; 0: none */
	struct menu_list list;		/* what is shown; list.at is the row */
};

void	picker_clear(struct picker *);
/* The rows of F (a reference, any-of, choice, open or yes/no field or column)
 * for TYPED; for an empty text none, but with ALL every choice, and the records
 * when there are at most PICKER_ROWS. With NEW, when no row fits well, the last
 * row makes a record of that name. */
enum status picker_find(struct picker *, struct app *, const struct field *f,
	    const char *typed, bool all, bool new, struct err *) MUST_CHECK;
/* The row Enter takes; NULL when several are equal or there is none. */
const struct pick *picker_choice(const struct picker *);
/* May a record of F be made on the way? */
bool	picker_makes(const struct field *f);
void	picker_number(struct picker *);		/* number the equals */
const struct pick *picker_by_digit(const struct picker *, int key);

/* Its rows as a menu at Y, X of P's window, at most ROWS x COLS. */
void	picker_place(struct picker *, const struct paint *, int rows, int cols,
	    int y, int x);
bool	picker_move(struct picker *, enum request);	/* REQ_MENU_UP, DOWN */
void	picker_draw(struct picker *, const struct paint *);

/* --- picker_records.c: what picker_find finds of references --- */
/* Of TYPED, by names; encounters, visits and whatever else has none by the
 * words of what it names, newest first. Words of several kinds in F: the best
 * names first. */
enum status picker_records(struct picker *, struct app *, const struct field *f,
	    const char *typed, bool new, struct err *) MUST_CHECK;
/* All there are, in the order of their list, when they are few. */
enum status picker_few(struct picker *, struct app *, const struct field *f,
	    struct err *) MUST_CHECK;
/* A row more; there must be room. */
struct pick *picker_add(struct picker *, const char *name, const char *where);

#endif
