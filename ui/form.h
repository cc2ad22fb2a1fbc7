/* form.h - widgets as one FORM of the forms library on a pad.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widgets hold what was typed; the FORM is a view of them that is thrown
 * away and built anew when the window changes. It is painted on a pad as long
 * as the form, of which the screen shows a part.
 */
#ifndef UI_FORM_H
#define UI_FORM_H

#include "ui/widget.h"

#define FORM_READONLY "This cannot be shown exactly and is not changed here; " \
	"caseload set can."
#define FORM_LEFT 3	/* columns before the labels: "!" wrong, ">" here */

struct form {
	struct widget	*w;		/* one a field, in form order */
	size_t		 n, cur;	/* how many; the one under edit */
	bool		 fresh;		/* just entered: typing replaces the text */
	int		 label;		/* columns of the labels */
	int		 cols;		/* of the whole */
	FORM		*form;
	FIELD		**fields;
	WINDOW		*pad;
	int		 top;		/* first row of the pad that is shown */
	const struct theme *theme;
	char		said[120];	/* *WHY, where it names what was typed */
};

/* Build it COLS wide with the labels in LABEL columns. Called again, it takes
 * what was typed and keeps field and cursor. */
void	form_build(struct form *, const struct theme *, int cols, int label);
void	form_drop(struct form *);	/* the FORM, not the widgets */
/* What was typed in the current field into its widget; true when it changed. */
bool	form_take(struct form *);
void	form_go(struct form *, size_t i);	/* to that field, freshly entered */
/* A key that edits: text, Left Right Home End Backspace Del, Ctrl-A E W K.
 * False: not one. *WHY is a sentence when the key was refused. */
bool	form_key(struct form *, int key, const char **why);
/* Pasted, or a mark that joins the letter before it, at the cursor. *WHY is a
 * sentence when not all of it was taken. */
void	form_insert(struct form *, const char *text, const char **why);
void	form_set(struct form *, const char *text);	/* of the current field */
void	form_clear_field(struct form *);
bool	form_at_end(struct form *);	/* cursor behind the text? */
void	form_to_end(struct form *);
void	form_to_column(struct form *, int col);
/* Copy the ROWS visible ones to P from row Y; the cursor's place in P's
 * window. Labels are drawn too. */
void	form_draw(struct form *, const struct paint *, int y, int rows,
	    int *cur_y, int *cur_x);
void	form_scroll(struct form *, int rows, int below);	/* keep cur in view */
struct widget *form_current(struct form *);
int	form_field_cols(const struct form *, const struct field *);

#endif
