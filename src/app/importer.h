/* importer.h - one import under way; private to import*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader knows one kind of file: it finds its columns in the headings
 * (begin), may look at every row before anything is written (survey), and
 * takes the rows one by one (take). Adding a kind: a reader, a line in the
 * table of import.c.
 */
#ifndef APP_IMPORTER_H
#define APP_IMPORTER_H

#include "app/import.h"
#include "base/csv.h"
#include "base/hashset.h"
#include "base/str.h"
#include "model/row.h"

enum import_verdict { IMP_ADDED, IMP_UPDATED, IMP_UNCHANGED };

struct importer {
	struct app	*app;
	const struct entity *ent;
	const struct import_opts *opt;
	struct import_result *res;
	struct csv_file	*csv;
	const char	*file;		/* as typed, for messages */
	struct strs	 heads;		/* the headings, blanks at the ends cut */
	uint64_t	 head_line;	/* where the headings stand */
	uint64_t	 line;		/* where the row at hand begins */
	uint64_t	 rows;		/* data rows met in this pass */
	bool		 ours;		/* has a ref column: what export wrote */
	bool		 guarded;	/* apostrophes before formulas are ours */
	bool		 tail_repeats;	/* the last heading repeats in the rows */
	int64_t		 told_ms;	/* when progress was last told */
	int64_t		 first_seq;	/* newest step before this import */
	struct hashset	 spoken;	/* ids of records that rows were about */
	struct strs	 guesses;	/* in the cell at hand */
	struct parse	 parse;
	const struct import_reader *reader;
	void		*mine;		/* the reader's own */
};

struct import_reader {
	const char	*name;
	/* A byte that stands for nothing spoils its cell, not the row: take
	 * meets U+FFFD in that cell. */
	bool		 cells_apart;
	/* Is this a file of the reader's kind? */
	bool		(*knows)(const struct importer *);
	/* Find the columns. ST_INVALID refuses the file. */
	enum status	(*begin)(struct importer *, struct err *);
	/* Look at a row in the first pass; NULL when there is no need. */
	enum status	(*survey)(struct importer *, const struct csv_row *,
			    struct err *);
	/* After the last row of the first pass; may be NULL. */
	enum status	(*surveyed)(struct importer *, struct err *);
	/* Write a row. A status a row can be rejected for (import_rejects)
	 * leaves nothing of it behind. */
	enum status	(*take)(struct importer *, const struct csv_row *,
			    enum import_verdict *out, struct err *);
	/* After the last row: must the rows be taken once more? What they were
	 * the first time counts. NULL: no. */
	bool		(*again)(struct importer *);
	void		(*end)(struct importer *);
};

extern const struct import_reader import_gias;
extern const struct import_reader import_employers;
extern const struct import_reader import_sheet;

/* Column of heading NAME, case aside; -1 when there is none. */
int		 import_column(const struct importer *, const char *name);
/* The cell of a column, blanks at the ends cut; NULL when the row ends before
 * it or COL is -1. Cut in place. */
const char	*import_cell(const struct csv_row *, int col);
/* FILE:LINE: field: warning: words. FIELD may be "". */
void		 import_warn(struct importer *, const char *field,
		    const char *fmt, ...) PRINTF(3, 4);
/* ST_INVALID: the byte of ROW that stands for nothing, and its column. */
enum status	 import_bad_byte(const struct importer *,
		    const struct csv_row *, struct err *) MUST_CHECK;
/* Is ST the fault of one row, so that the others can go on? */
bool		 import_rejects(enum status st);
/* The reader's take; nothing of a row that is rejected stays. */
enum status	 import_row(struct importer *, const struct csv_row *,
		    enum import_verdict *, struct err *) MUST_CHECK;

/* Write ROW as a new record, warning when its name is nearly another's. */
enum status	 import_add(struct importer *, struct row *, struct err *) MUST_CHECK;
/* Save MINE over BASE; *OUT says whether anything differed. */
enum status	 import_change(struct importer *, const struct row *base,
		    struct row *mine, enum import_verdict *out,
		    struct err *) MUST_CHECK;

/* WAS went into TO by a join; SAYS is WAS as a row would have it. What differs is
 * written to TO, but for the natural key; *OUT, which the caller frees, also
 * after a failure, is that record then. */
enum status	 import_joined(struct importer *, const struct row *was,
		    const struct row *says, int64_t to, struct row **out,
		    enum import_verdict *, struct err *) MUST_CHECK;
/* A warning that TO is taken for WAS. */
void		 import_tell_joined(struct importer *, int64_t was,
		    int64_t to);

/* How the label of an import's step begins: the history knows by it that no
 * person typed a value. */
#define IMPORT_LABEL	"import "

/* Rejected rows, import_rejects.c. OUT holds the file while it grows. A file
 * whose first heading is this one, so written, is one of ours. */
#define REJECTS_REASON	"reason"
void		 rejects_head(const struct importer *, struct buf *out);
void		 rejects_row(const struct importer *, const struct csv_row *,
		    const struct err *why, struct buf *out);

#endif
