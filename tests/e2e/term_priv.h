/* term_priv.h - what the two halves of the terminal harness share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_E2E_TERM_PRIV_H
#define TESTS_E2E_TERM_PRIV_H

#include <stdbool.h>
#include <stdint.h>

#include <vterm.h>

/* The emulated screen and its size. */
VTermScreen	*term_vterm(int *rows, int *cols);
/* Read what the program wrote, waiting at most MS; false once it is gone. */
bool		 term_pump(int ms);
int64_t		 term_now_ms(void);
void		 term_cursor_pos(VTermPos *pos);
/* Fail the test, printing WHAT, TEXT and the screen. */
void		 term_fail(const char *what, const char *text);

#endif
