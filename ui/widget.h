/* widget.h - one field under edit: its text, its FIELD, its value.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms library edits a rendering of a value, never the value: the buffer
 * is set and read back at once, and only when it then differs is anything
 * taken from it. The widget holds the text; its FIELD may go and come (resize)
 * and nothing is lost. A value that cannot be shown exactly is read-only.
 */
#ifndef UI_WIDGET_H
#define UI_WIDGET_H

#include "app/app.h"
#include "base/buf.h"
#include "model/row.h"
#include "ui/draw.h"

/* A name as it stands in the text, and the record it means. */
struct known {
	char		*name;
	const struct entity *ent;
	int64_t		 id;		/* 0: new, made when the form is saved */
	bool		 unsaved;	/* made, but its step has not ended */
};

struct widget {
	const struct field *f;
	int		 no;		/* index in the entity */
	char		*text;		/* as it would be typed */
	char		*loaded;	/* the same when the form began */
	bool		 readonly;	/* cannot be shown exactly, or not typed here */
	bool		 kept;		/* repeated from the record before: Enter passes it */
	char		*error;		/* what is wrong with it, NULL nothing */
	char		*beside;	/* what is understood, "" nothing */
	struct known	*known;
	size_t		 nknown;
	/* While a form is built: */
	FIELD		*field;
	int		 most;		/* columns it may have */
	bool		 grown;		/* it has them */
	char		*shown;		/* the buffer as it read back at first */
	bool		 utf8;
};

/* --- text and value (widget_value.c) --- */

/* Begin with field F of ROW. */
void	widget_init(struct widget *, struct app *, const struct row *, int f, bool utf8);
void	widget_clear(struct widget *);
bool	widget_changed(const struct widget *);
void	widget_set(struct widget *, const char *text);
void	widget_blame(struct widget *, const char *sentence);	/* NULL: no error */
/* The text into ROW: what was not changed is left alone. New names are left
 * out unless they have an id by now. The error names the field and does not
 * begin with its id. */
enum status widget_read(const struct widget *, struct app *, struct row *,
	    struct err *) MUST_CHECK;
/* Remember that NAME stands for this record; the name to write, quoted where
 * the list needs it, is appended to OUT. */
void	widget_know(struct widget *, const char *name, const struct entity *,
	    int64_t id, struct buf *out);
/* The text with references where names are known, as value_parse takes it. */
void	widget_refs(const struct widget *, struct buf *out);
/* The names left without an id: records to make. NULL after the last. */
struct known *widget_new_name(struct widget *, size_t *at);
/* What the text means, for beside the field; "" when the text says it all. */
void	widget_understood(const struct widget *, struct app *, const struct row *,
	    struct buf *out);

/* --- types --- */

/* Does typing replace what stands there (a date), or go on with it (a note)? */
bool	widget_replaces(const struct widget *);
bool	widget_is_wide(const struct field *);	/* text: no room beside it */
bool	widget_has_list(const struct field *);	/* a picker hangs under it */
/* Of a set of references or words the column picked from, else F itself. */
const struct field *widget_picked(const struct field *);
/* The part being typed (of sets: after the last comma): where it begins. */
size_t	widget_part(const struct widget *);

/* --- the FIELD (widget.c) --- */

/* A FIELD of COLS columns at Y, X with the text in it. */
FIELD	*widget_build(struct widget *, int y, int x, int cols);
/* Before a character of two columns is typed into it: all its columns at once, for
 * a field that grows while one types would keep a NUL for each of them, and show
 * and store it. False when it has them; else the cursor is to be set anew. */
bool	widget_grow(struct widget *);
/* The FIELD's text back into the widget; call after validation. True when it
 * was changed. */
bool	widget_take(struct widget *);
void	widget_drop(struct widget *);		/* frees the FIELD; takes first */

#endif
