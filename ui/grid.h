/* grid.h - the numbers of one encounter as a table: schools by year groups.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The encounter's row is the truth; cells read and write its sets. Marks are
 * those of every table: `.` does not apply, 0 none, ? not known, a figure, and
 * ~ before one that is only expected.
 */
#ifndef UI_GRID_H
#define UI_GRID_H

#include "app/app.h"
#include "base/buf.h"
#include "base/str.h"
#include "model/id.h"
#include "model/row.h"
#include "model/tables.h"

enum grid_kind { GRID_GROUP, GRID_DIS, GRID_SEND, GRID_ADULTS, GRID_IN };
enum grid_mark { MARK_NA, MARK_NONE, MARK_UNKNOWN, MARK_DUE, MARK_COUNT };

struct grid_col {
	enum grid_kind	 kind;
	int		 group;		/* of GRID_GROUP: index of year_groups */
};
struct grid_school {
	char		 code[ID_CODE];	/* key of its members */
	char		*name;
	bool		 has[YG_MAX];	/* does it have that year group? */
	long		 roll[YG_MAX];	/* -1 not known */
};
struct grid {
	struct app	*app;
	struct row	*base, *row;	/* as loaded; as typed */
	struct grid_school *school;
	size_t		 nschools;
	struct strs	 employer;	/* names, in the order of their set */
	struct grid_col	 col[YG_MAX + 4];
	size_t		 ncols;
};

enum status grid_load(struct grid *, struct app *, int64_t encounter,
	    struct err *) MUST_CHECK;
void	grid_clear(struct grid *);
/* Names, rolls and columns again, after ROW's schools were replaced. */
enum status grid_describe(struct grid *, struct err *) MUST_CHECK;
long	grid_value(const struct grid *, size_t school, size_t col, enum grid_mark *);
long	grid_total(const struct grid *, size_t col);
size_t	grid_schools_in(const struct grid *);
bool	grid_is_in(const struct grid *, size_t school);
void	grid_toggle_in(struct grid *, size_t school);
/* ST_INVALID with the sentence when the number cannot be. */
enum status grid_put(struct grid *, size_t school, size_t col, long n,
	    struct err *) MUST_CHECK;
void	grid_unknown(struct grid *, size_t school, size_t col);
void	grid_drop(struct grid *, size_t school, size_t col);
/* The roll of that cell, -1 when not known or not a year group. */
long	grid_roll(const struct grid *, size_t school, size_t col);
void	grid_head(const struct grid_col *, char out[8]);	/* "Y10", "dis" */

#endif
