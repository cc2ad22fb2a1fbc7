/* shorthand.c - phrases of the journal as single bytes, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/shorthand.h"

#include <string.h>

enum { LITERAL = 0x1f };	/* the next byte stands for itself */

/* The phrase of each byte below a blank, but tab and line feed, which texts
 * hold. Part of the file format: a phrase once released never changes. They
 * follow the order of fields in encounter.def, which is most of the journal. */
static const char *const phrases[LITERAL] = {
	[0x01] = "{\"schools\":[{\"school\":\"",
	[0x02] = "\"}],\"type\":\"",
	[0x03] = "\",\"employers\":[{\"employer\":\"",
	[0x04] = "\",\"part\":\"",
	[0x05] = "\"}],\"date\":\"",
	[0x06] = "\",\"years\":[{\"school\":\"",
	[0x07] = "\",\"year\":\"y",
	[0x08] = "\",\"attended\":\"",
	[0x0b] = "\",\"expected\":\"",
	[0x0c] = "\",\"disadvantaged\":\"",
	[0x0d] = "\",\"send\":\"",
	[0x0e] = "\"},{\"school\":\"",
	[0x0f] = "\"}],\"minutes\":\"",
	[0x10] = "\",\"status\":\"delivered",
	[0x11] = "\",\"status\":\"planned",
	[0x12] = "\",\"mode\":\"in person",
	[0x13] = "\",\"benchmarks\":[{\"benchmark\":\"",
	[0x14] = "\"},{\"",
	[0x15] = "\"}],\"",
	[0x16] = "\",\"",
	[0x17] = "\":\"",
	[0x18] = "\":[{\"",
	[0x19] = "\"}]}",
	[0x1a] = "\"}",
	[0x1b] = "\"}],\"ticks\":[{\"tick\":\"",
	[0x1c] = "\"},{\"tick\":\"",
	[0x1d] = "{\"name\":\"",
	[0x1e] = "\",\"status\":\"confirmed",
};

static int
longest(const char *s)
{
	size_t best = 0;
	int found = 0;

	if (*s != '"' && *s != '{')
		return 0;
	for (int b = 1; b < LITERAL; b++) {
		const char *p = phrases[b];
		size_t n;

		if (p == NULL || p[0] != s[0] || p[1] != s[1])
			continue;
		n = strlen(p);
		if (n > best && strncmp(s, p, n) == 0) {
			best = n;
			found = b;
		}
	}
	return found;
}

static bool
is_taken(char c)
{
	return (unsigned char)c <= LITERAL && c != '\t' && c != '\n';
}

void
short_write(const char *s, struct buf *out)
{
	while (*s != '\0') {
		int b = longest(s);

		if (b == 0 && is_taken(*s))
			buf_addc(out, LITERAL);
		buf_addc(out, b != 0 ? (char)b : *s);
		s += b != 0 ? strlen(phrases[b]) : 1;
	}
}

void
short_read(const char *s, struct buf *out)
{
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == LITERAL && s[1] != '\0')
			buf_addc(out, *++s);
		else if (c < LITERAL && phrases[c] != NULL)
			buf_add(out, phrases[c]);
		else
			buf_addc(out, *s);
	}
}
