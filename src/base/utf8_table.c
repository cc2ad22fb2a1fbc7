/* utf8_table.c - characters that Unicode does not take apart but people do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/utf8_table.h"

#include <stddef.h>

/* By code point. A new row is found by printing without UTF-8 and, when it is
 * a letter, by folding too: stored search keys then change, so say so. */
static const struct {
	int32_t	    cp;
	const char *plain;
} table[] = {
	{ 0x00A0, " " },	/* no-break space */
	{ 0x00A9, "(c)" },
	{ 0x00AB, "\"" },
	{ 0x00AD, "" },		/* soft hyphen */
	{ 0x00AE, "(r)" },
	{ 0x00B4, "'" },
	{ 0x00B7, "-" },	/* middle dot */
	{ 0x00BB, "\"" },
	{ 0x00C6, "AE" },
	{ 0x00D0, "D" },	/* eth */
	{ 0x00D7, "x" },	/* times */
	{ 0x00D8, "O" },
	{ 0x00DE, "Th" },	/* thorn */
	{ 0x00DF, "ss" },
	{ 0x00E6, "ae" },
	{ 0x00F0, "d" },
	{ 0x00F8, "o" },
	{ 0x00FE, "th" },
	{ 0x0110, "D" },
	{ 0x0111, "d" },
	{ 0x0126, "H" },
	{ 0x0127, "h" },
	{ 0x0131, "i" },	/* dotless i */
	{ 0x0138, "k" },
	{ 0x0141, "L" },
	{ 0x0142, "l" },
	{ 0x014A, "N" },	/* eng */
	{ 0x014B, "n" },
	{ 0x0152, "OE" },
	{ 0x0153, "oe" },
	{ 0x0166, "T" },
	{ 0x0167, "t" },
	{ 0x018F, "E" },	/* schwa */
	{ 0x0259, "e" },
	{ 0x02BC, "'" },
	{ 0x1E9E, "SS" },
	{ 0x2010, "-" },
	{ 0x2011, "-" },
	{ 0x2012, "-" },
	{ 0x2013, "-" },
	{ 0x2014, "-" },
	{ 0x2015, "-" },
	{ 0x2018, "'" },
	{ 0x2019, "'" },
	{ 0x201A, "'" },
	{ 0x201B, "'" },
	{ 0x201C, "\"" },
	{ 0x201D, "\"" },
	{ 0x201E, "\"" },
	{ 0x201F, "\"" },
	{ 0x2020, "+" },
	{ 0x2022, "*" },
	{ 0x2032, "'" },
	{ 0x2033, "\"" },
	{ 0x2039, "'" },
	{ 0x203A, "'" },
	{ 0x2044, "/" },	/* as in the halves and quarters */
	{ 0x2190, "<-" },
	{ 0x2192, "->" },
	{ 0x2212, "-" },
	{ 0x2264, "<=" },
	{ 0x2265, ">=" },
};

const char *
utf8_table_plain(int32_t cp)
{
	size_t lo = 0, hi = sizeof table / sizeof table[0];

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (table[mid].cp == cp)
			return table[mid].plain;
		if (table[mid].cp < cp)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}
