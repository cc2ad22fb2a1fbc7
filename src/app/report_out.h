/* report_out.h - a report's document as lines, text, csv, json or HTML.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * text  COLS wide, plain; what is too long for its column is wrapped.
 * csv   one rectangle: section, row, item, figure, value. A section is a
 *       block, row counts from 1 in it, item is what names the row (the first
 *       column), figure the column; title, date and source come first as
 *       section "report", the notes last as "notes". Formulas are defused.
 *       A report that is one table (report.flat) is that table.
 * json  an array of objects, the same members, and "opens": the command that
 *       lists what the value counts, or null.
 * html  one page by itself: no script, nothing loaded, prints on A4.
 * ics   a calendar file, of a report that has days (report_calendar).
 *
 * Blocks for us alone are in text only; the others end with a note of what is
 * left out.
 */
#ifndef APP_REPORT_OUT_H
#define APP_REPORT_OUT_H

#include "app/report.h"
#include "base/buf.h"

enum report_format { RF_TEXT, RF_CSV, RF_JSON, RF_HTML, RF_ICS };
enum { REPORT_COLS = 80 };

/* "table" is text. WORD NULL: by the ending of FILE (may be NULL), else text. */
enum status	report_format(const char *word, const char *file,
		    enum report_format *out, struct err *) MUST_CHECK;

enum report_role {		/* what a line is */
	RL_TITLE, RL_HEADING, RL_HEADS, RL_PLAIN, RL_MUTED
};
struct report_line {
	enum report_role role;
	char		*text;		/* no blanks at its end */
	int		 head;		/* so many columns at its beginning are a
					 * heading (report.beside) */
};
struct report_spot {		/* where a cell that opens something stands */
	size_t		 line;
	int		 x, cols;
	const struct report_cell *cell;	/* borrowed from the report */
};
struct report_lines {
	struct report_line *line;
	size_t		 n;
	struct report_spot *spot;	/* down the page, left to right */
	size_t		 nspots;
};

/* Lay R out in COLS columns; OUT is freed by report_lines_clear. Without UTF8
 * only ASCII is written. */
void	report_lay(const struct report *, int cols, bool utf8, struct report_lines *out);
void	report_lines_clear(struct report_lines *);

/* All append. */
void	report_to_text(const struct report *, int cols, bool utf8, struct buf *out);
void	report_to_csv(struct app *, const struct report *, struct buf *out);
void	report_to_json(struct app *, const struct report *, struct buf *out);
void	report_to_html(const struct report *, struct buf *out);
void	report_write(struct app *, const struct report *, enum report_format,
	    bool utf8, struct buf *out);		/* not RF_ICS */
/* Make it of WORDS as typed and write it, in any format. */
enum status	report_file(struct app *, const struct report_info *,
		    const struct strs *words, enum report_format, bool utf8,
		    struct buf *out, struct err *) MUST_CHECK;
/* The command that shows what a cell opens; nothing for one that opens none. */
void	report_opener(struct app *, const struct report_cell *, struct buf *out);

#endif
