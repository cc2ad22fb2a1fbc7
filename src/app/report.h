/* report.h - a report as a document, and the table of reports.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report makes blocks of cells; renderers (app/report_out.h) write them as
 * text, csv, json or a page of HTML, and a screen shows them. A cell may carry
 * what it opens, so that every figure leads to the records it counts.
 *
 * A new report is a row of reports.def, its make function and its query.
 * Reports leave the hub: no FF_PRIVATE field goes into one, and small counts
 * of groups of pupils go through model/suppress.h. A block that is for us alone
 * (report_ours) is shown on screen and as text; csv, json and html, which are
 * handed on, leave it out and say so.
 */
#ifndef APP_REPORT_H
#define APP_REPORT_H

#include "app/app.h"
#include "base/buf.h"
#include "base/str.h"
#include "model/row.h"

enum report_kind {		/* of a block */
	REPORT_TEXT,		/* one column of sentences */
	REPORT_ITEMS,		/* one column, a dash before each */
	REPORT_PAIRS,		/* a word and what it says */
	REPORT_TABLE		/* columns with heads; the first names the row */
};

struct report_cell {
	char		*text;		/* printable, one line; "" empty */
	const struct entity *ent;	/* what it opens; NULL nothing */
	int64_t		 id;		/* this record; 0: the list … */
	char		*filter;	/* … of ENT with this filter */
	const struct field *field;	/* this one of the record, to be typed on
					 * screen; NULL: the record is shown */
};

struct report_col {
	char		*head;		/* "Pupils"; "" in text, items, pairs */
	char		*over;		/* above several heads: "2026/27"; or "" */
	bool		 right;		/* figures: ends at the right */
	bool		 page, data;	/* only where people read, only in csv and
					 * json of a flat report; both: nowhere */
};

struct report_block {
	enum report_kind  kind;
	char		 *title;	/* "": it goes on from the one before */
	bool		  ours;		/* only on screen and as text */
	bool		  page, data;	/* only where people read (screen, text,
					 * html), only in csv and json */
	struct report_col *col;
	size_t		  ncols;
	struct report_cell *cell;	/* row after row */
	size_t		  ncells;
};

struct report {
	char		*title;		/* "Evidence page: Northgate School" */
	int		 day;		/* the day it is as of */
	struct strs	 source;	/* lines under the title: what, by whom */
	struct report_block *block;
	size_t		 n;
	struct strs	 notes;		/* what marks and figures mean, at the end */
	bool		 flat;		/* one table that csv and json give as it is */
	bool		 beside;	/* short: titles stand at the left of their
					 * blocks, and no lines are left free */
};

/* Building. R must be zeroed; text is copied and made printable. */
void	report_begin(struct report *, const char *title, int day);
void	report_source(struct report *, const char *fmt, ...) PRINTF(2, 3);
/* A block; the calls below fill the last one. Blocks left empty are not
 * shown. */
void	report_text(struct report *, const char *title);
void	report_items(struct report *, const char *title);
void	report_pairs(struct report *, const char *title);
/* The last block is for us alone. */
void	report_ours(struct report *);
/* The last block says for people, or for files, what another says for the
 * others. */
void	report_for_page(struct report *);
void	report_for_data(struct report *);
/* HEADS is "Year|2026/27:>Pupils|…": columns apart by '|', '>' for figures,
 * a word and ':' before it stands over all neighbours with the same; '#' first
 * is for people alone, '@' for files. */
void	report_table(struct report *, const char *title, const char *heads);
void	report_cell(struct report *, const char *text);
void	report_cellf(struct report *, const char *fmt, ...) PRINTF(2, 3);
/* The last cell opens a record, or the list of ENT with FILTER (copied). */
void	report_opens(struct report *, const struct entity *, int64_t id);
/* … and on screen this field of it in its form. */
void	report_mends(struct report *, const struct entity *, int64_t id, int field);
void	report_lists(struct report *, const struct entity *, const char *filter);
/* Each sentence once. */
void	report_note(struct report *, const char *text);
/* What a cell says, for the title of what it opens: "Y8, 2026/27 Pupils";
 * appended. */
void	report_names(const struct report *, const struct report_cell *, struct buf *out);
size_t	report_rows(const struct report_block *);
/* "Left out, for us alone: Hand-over." for what is handed on; appended, nothing
 * when nothing is left out. */
void	report_left_out(const struct report *, struct buf *out);
/* How many columns from C on stand under the same word (col.over). */
size_t	report_span(const struct report_block *, size_t c);
void	report_clear(struct report *);

/* --- the table of reports ------------------------------------------------ */

enum report_needs {
	REPORT_NOTHING,		/* no arguments */
	REPORT_SCHOOL,		/* one school */
	REPORT_SCHOOL_YEAR,	/* one school, and an academic year or none */
	REPORT_FILTER,		/* filter words for schools, or none */
	REPORT_WORDS		/* words of its own, or none */
};

/* What was asked for; the report borrows it. */
struct report_args {
	const struct row  *school;	/* REPORT_SCHOOL, REPORT_SCHOOL_YEAR */
	int		   year;	/* of REPORT_SCHOOL_YEAR, else the present */
	const struct strs *words;	/* as typed */
};

struct report_info {
	const char	*name, *title;
	const char	*usage;		/* its arguments: "school/URN" */
	enum report_needs needs;
	enum status	(*make)(struct app *, const struct report_args *,
			    struct report *, struct err *);
	/* Its days as a calendar file, appended; NULL: it has none. */
	enum status	(*calendar)(struct app *, const struct report_args *,
			    struct buf *out, struct err *);
	const char	*help;		/* one sentence */
};
extern const struct report_info reports[];	/* ends with a NULL name */

/* ST_USAGE naming the nearest. */
enum status	report_find(const char *name, const struct report_info **out,
		    struct err *) MUST_CHECK;
/* Make it, all of it as of one moment; WORDS as typed. OUT is left zeroed on
 * failure, else freed by report_clear. */
enum status	report_make(struct app *, const struct report_info *,
		    const struct strs *words, struct report *out, struct err *) MUST_CHECK;

/* The same as a calendar file (.ics), appended; refused of a report that has
 * no days. */
enum status	report_calendar(struct app *, const struct report_info *,
		    const struct strs *words, struct buf *out, struct err *) MUST_CHECK;

#define REPORT(name, title, usage, needs, make, help) \
	enum status make(struct app *, const struct report_args *, \
	    struct report *, struct err *);
#define REPORT_DAYS(name, title, usage, needs, make, calendar, help) \
	REPORT(name, title, usage, needs, make, help) \
	enum status calendar(struct app *, const struct report_args *, \
	    struct buf *, struct err *);
#include "app/reports.def"

#endif
