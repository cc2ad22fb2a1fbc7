/* output.h - what a program may write to a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_E2E_OUTPUT_H
#define TESTS_E2E_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* The last bytes of one terminal; zero at first. */
struct output {
	unsigned char last[3];
	size_t	 copied;		/* of what begins a copy to the clipboard */
	unsigned bits, nbits;		/* of what is copied, base 64 */
	bool	 ascii;			/* it shows nothing above 0x7E */
};

/* Fails the test when these bytes, which follow those before, hold a code point
 * that no stored text may bring to a terminal. */
void	output_check(struct output *, const char *bytes, size_t n);

#endif
