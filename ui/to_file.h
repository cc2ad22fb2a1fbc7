/* to_file.h - ask for a file's name and write there: exports, reports.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is written over unasked; a session that may write no files says so.
 */
#ifndef UI_TO_FILE_H
#define UI_TO_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include "ui/session.h"

/* Make the text of the file PATH, whose ending says the format; the caller
 * frees it, also after an error. SAID gets what it is, for "SAID in PATH". */
typedef enum status (*to_file_fn)(struct ui *, void *arg, const char *path,
	    char **text, size_t *n, struct buf *said, struct err *);

/* LABEL stands before the line, NAME on it. ARG is a part of a screen, which
 * is on the stack until it is done. */
void	to_file_ask(struct ui *, const char *label, const char *name,
	    to_file_fn, void *arg);

#endif
