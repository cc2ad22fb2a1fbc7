/* quick.h - quick entry: one line, parts separated by ';', becomes records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parsing (quick_read) and doing (quick_do) are apart, so that the l key can
 * show what is understood while one types and the parser can be tested alone.
 * Grammar: quick-entry of the manual; its verbs are rows of quick.def with an
 * example each, which is their help and their test.
 */
#ifndef APP_QUICK_H
#define APP_QUICK_H

#include "app/app.h"
#include "base/str.h"
#include "model/row.h"

enum quick_state {
	QUICK_READY,	/* can be saved as it stands */
	QUICK_ASK,	/* several readings: numbered choices */
	QUICK_SURE,	/* asks to be confirmed: "Y10 has 181 on roll. 240?" */
	QUICK_REFUSED	/* cannot be saved; the sentence says why */
};

/* One part as understood, for the echo: "Sandmere Park Academy", "Y10 24". */
struct quick_part {
	char		*shown;
	char		*kind;		/* school, employer, type, date …; "" not understood */
	size_t		 from, len;	/* bytes of the line it came from */
	bool		 assumed;	/* from a tie-break, default or estimate: in brackets */
	bool		 is_new;	/* a new name: NEW */
};

#define QUICK_WARNING	"warning"	/* kind of a part that is a sentence to mind */

struct quick_plan;	/* what would be written */

struct quick {
	enum quick_state state;
	struct quick_part *part;
	size_t		 nparts;
	char		*say;		/* the sentence for ASK, SURE, REFUSED; several
					 * faults joined by "; " */
	struct strs	 choices;	/* ASK: "All Souls High (Hackney)" … */
	struct quick_plan *plan;	/* READY, SURE */
	char		*echo;		/* READY: one line of what is understood, with
					 * weekday, year and planned/delivered */
};
void		quick_clear(struct quick *);

struct quick_opts {
	bool		 strict;	/* refuses what falls in the future by default */
	bool		 sure;		/* the user has confirmed */
	bool		 typing;	/* the line is not finished: names that fit
					 * nothing word by word are told as unknown
					 * at once, not looked for less strictly.
					 * Read again without it on Enter */
	const struct strs *picks;	/* answers to ASK in the order asked: "2" */
	const int64_t	*schools;	/* schools in view, when the line names none */
	size_t		 nschools;
};

/* Understand LINE. Reads only. ST_OK whatever the state; other statuses are
 * the database's. */
enum status	quick_read(struct app *, const char *line, const struct quick_opts *,
		    struct quick *, struct err *) MUST_CHECK;
/* Write what QUICK (READY, or SURE when confirmed) plans, as part of the step
 * at hand (record.h). REF is the main record's reference and SAID the line for
 * the user without its undo: "Logged encounter/…: …". */
enum status	quick_do(struct app *, struct quick *, struct buf *ref, struct buf *said,
		    struct err *) MUST_CHECK;
/* The same of one line of several in a step: where the line is refused, nothing
 * of it is written, WHY says so and *OUT is false. Any other failure is of the
 * whole step. */
enum status	quick_try(struct app *, struct quick *, struct buf *ref, struct buf *said,
		    bool *out, struct err *why, struct err *) MUST_CHECK;
/* Complete the part under byte AT of LINE: candidates best first. */
enum status	quick_complete(struct app *, const char *line, size_t at, struct strs *out,
		    size_t *from, size_t *len, struct err *) MUST_CHECK;

struct quick_verb {
	const char *word, *example, *help;
};
extern const struct quick_verb quick_verbs[];	/* ends with a NULL word */

#endif
