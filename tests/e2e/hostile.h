/* hostile.h - a database that another program filled with controls and marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_E2E_HOSTILE_H
#define TESTS_E2E_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>

/* A new demonstration of three schools in the world of tests/e2e/term.h, not yet
 * hostile: its path, which the caller frees. */
char	*hostile_demo(void);
/* Puts into each text of the database PATH that is not empty whatever must not
 * reach a terminal: an Esc with "_" behind it, which curses never sends, other
 * controls, bidi marks, bytes that are no UTF-8. With ALL into keys, choices
 * and days too; else only where people may write what they like, also in a
 * step of the history, so that records are found and shown as ever. Returns
 * how many columns took it. */
size_t	hostile_fill(const char *path, bool all);
/* The text itself, as bytes. */
extern const char	hostile_text[];

#endif
