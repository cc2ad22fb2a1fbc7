/* board.h - schools side by side: how each stands, one row a school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is read from some fields of the school and a little more; its cost is
 * one school's. Every figure carries what it opens: exactly the records it
 * counts. All is as at the end of a day: today, or the last day of an earlier
 * academic year. Four marks: '.' does not apply, 0 none, '?' not known, a
 * figure; where there is no day or person at all, '-'.
 */
#ifndef APP_BOARD_H
#define APP_BOARD_H

#include "app/lists.h"
#include "base/str.h"
#include "model/entity.h"
#include "model/row.h"

enum board_tone { TONE_PLAIN, TONE_GOOD, TONE_WARN, TONE_BAD };

struct board_cell {
	char		*text;		/* as shown */
	char		*data;		/* as files have it: "2026-12-02"; "" empty */
	enum board_tone	 tone;		/* says nothing that the text does not */
	const struct entity *ent;	/* what it opens; NULL nothing */
	int64_t		 id;		/* this record; 0: the list … */
	char		*filter;	/* … of ENT with this filter */
	char		*said;		/* how it came about, where no record says
					 * it; or NULL */
	const char	*report;	/* opens this report (reports.def); NULL none */
	char		*words;		/* … with these words */
};

struct board_school;			/* board_impl.h: what cells are made from */

/* A new column is a row of a kind's table. */
struct board_col {
	const char	*id;		/* in files; a field of schools of this name
					 * sorts by it */
	const char	*head;
	int		 width;
	bool		 right;		/* figures */
	int		 keep;		/* order of leaving a narrow board: highest
					 * goes first; 0 stays */
	const char	*help;		/* "" when its head says it */
	enum status	(*make)(const struct board_school *,
			    const struct board_col *, struct board_cell *,
			    struct err *);
};

/* What the official results of many schools come to. */
#define BOARD_SUM_MAX	1000
struct board_sum {
	size_t		 schools;	/* all of the board */
	size_t		 results;	/* … with an official result */
	size_t		 known[BENCHMARKS];	/* … that has a figure */
	size_t		 achieved[BENCHMARKS];	/* … which reaches its pass mark */
	size_t		 percent[BENCHMARKS];	/* sum of the figures */
	size_t		 all;		/* benchmarks achieved by all of them */
	char		 framework[24];	/* of all results; "" none, or several */
	bool		 mixed;		/* several: not comparable */
	/* England's newest figures of that one framework, of the board's year
	 * or before: nothing else may stand beside these results. */
	struct {
		char	 average_of[12];	/* "2024/25"; "" none */
		int	 average;		/* hundredths of a benchmark */
		char	 shares_of[12];
		int	 share[BENCHMARKS];	/* tenths of a per cent of schools */
	} national;
	bool		 over;		/* more than BOARD_SUM_MAX: nothing counted */
};

/* The board, the matrix of benchmarks. */
struct board_kind {
	const char	*id, *title;
	const struct board_col *col;
	size_t		 ncols;
	const int	*field;		/* of the school, which rows are made from:
					 * for lister_columns */
	size_t		 nfields;
	int		 sort;		/* the order it begins with: a field */
	bool		 desc;
	const char	*order;		/* … in words */
	int		 gap;		/* between columns on screen */
	const char	*wide;		/* column that paper has no room for, or NULL */
	/* What stands under the rows: NCOLS texts a line, appended; a line with
	 * one text alone goes over all columns. */
	void		(*foot)(const struct app *, const struct board_sum *,
			    struct strs *out);
};
extern const struct board_kind board_kind, matrix_kind;

/* One row: ncols cells from R, which a lister with the kind's fields read. */
enum status	board_cells(struct app *, const struct board_kind *,
		    const struct list_row *r, int day, struct board_cell **out,
		    struct err *) MUST_CHECK;
void		board_cells_free(const struct board_kind *, struct board_cell *);	/* NULL is fine */

/* Is it kept who is in the network? Not where no school has a stage; what takes
 * the schools of the network then takes all open ones, unless these are more
 * than a hub's: a list of the country, which is taken as kept. */
enum status	board_staged(struct app *, bool *out, struct err *);
/* How a filter is said where NAMED is called NAME: it, and what goes on from
 * it, by that name; appended. */
void		board_called(const char *filter, const char *named, const char *name,
		    struct buf *out);
/* The filter of a board nobody gave one, and what it is called: my open
 * schools; when I coordinate none, all open ones that have a stage, or all
 * where none has. The caller frees *FILTER. */
enum status	board_default(struct app *, int day, char **filter, const char **name,
		    struct err *) MUST_CHECK;
#define BOARD_SORTED	5000	/* schools that can be put in an order of theirs */
/* Make L the lister of a board: its fields in its order; in order of name when
 * so many match that they cannot be sorted. */
enum status	board_order(struct lister *l, const struct board_kind *,
		    struct err *) MUST_CHECK;

/* Over at most BOARD_SUM_MAX schools, whatever the order of SPEC. */
enum status	board_sum(struct app *, const struct list_spec *, int day,
		    struct board_sum *, struct err *) MUST_CHECK;
/* "schools at 100 %", or of the hub's own pass marks; appended. */
void		board_achieved_at(const struct app *, struct buf *out);
/* "schools at 100 %: BM1 9  2 14 … of 20, avg 4.9"; appended. */
void		board_sum_said(const struct app *, const struct board_sum *, struct buf *out);

#endif
