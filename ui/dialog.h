/* dialog.h - small questions: screens with a callback, never nested loops.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The callback always runs, once: a dialog that is closed from outside (hang
 * up) counts as left. When it was answered the dialog has popped itself, so
 * that the callback may open another. ARG is the caller's; when it is a
 * screen, it is still on the stack.
 */
#ifndef UI_DIALOG_H
#define UI_DIALOG_H

#include "base/str.h"
#include "ui/session.h"

/* y or n: YES false also on Esc. */
typedef void (*dialog_yes_fn)(struct ui *, void *arg, bool yes);
bool	dialog_confirm(struct ui *, const char *question, dialog_yes_fn, void *arg);

/* One line on row 23: "82 of 90 came? " TEXT is what stands there first. The
 * callback returns false to keep the line open (say why on the message line);
 * TEXT is NULL when it was left with Esc. */
typedef bool (*dialog_line_fn)(struct ui *, void *arg, const char *text);
bool	dialog_prompt(struct ui *, const char *label, const char *text,
	    dialog_line_fn, void *arg);
/* The same with a call after each change of the text. */
typedef void (*dialog_live_fn)(struct ui *, void *arg, const char *text);
bool	dialog_prompt_live(struct ui *, const char *label, const char *text,
	    dialog_line_fn done, dialog_live_fn live, void *arg);
/* The filter of a list: TEXT, what it is filtered by now, is there to edit and
 * what is typed is one more word. Blanks at the end are cut off when it is
 * taken. */
bool	dialog_filter(struct ui *, const char *text, dialog_line_fn done,
	    dialog_live_fn live, void *arg);

/* One of CHOICES by cursor or by its number; N is -1 on Esc. TEXT, may be
 * NULL, stands above them; its lines may be many. */
typedef void (*dialog_pick_fn)(struct ui *, void *arg, int n);
bool	dialog_choose(struct ui *, const char *title, const char *text,
	    const struct strs *choices, int first, dialog_pick_fn, void *arg);

/* What notes say that they had better not (FOUND, sentences): N is 0 to reword
 * them (Enter), DIALOG_ANYWAY to save all the same (!), -1 on Esc. */
enum { DIALOG_ANYWAY = 1 };
bool	dialog_special(struct ui *, const struct strs *found, dialog_pick_fn,
	    void *arg);

/* LINES of what would be done, scrolled when they are many: y or Enter does it,
 * n or Esc does not. */
bool	dialog_preview(struct ui *, const char *title, const struct strs *lines,
	    dialog_yes_fn, void *arg);

/* Something to read; any key goes on. */
bool	dialog_text(struct ui *, const char *title, const char *text);

#endif
