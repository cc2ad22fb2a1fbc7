/* csv_cell.c - cells of CSV out: quoting, and spreadsheets' formulas defused.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/mem.h"

#define DIGITS		"0123456789"
#define PHONE_DIGITS	7	/* fewer are no telephone number */

/* An optional sign, digits, at most one point: -12, +3.5 */
static bool
is_number(const char *s)
{
	size_t n;

	s += *s == '-' || *s == '+';
	n = strspn(s, DIGITS);
	s += n;
	if (n > 0 && *s == '.') {
		n = strspn(s + 1, DIGITS);
		s += 1 + n;
	}
	return n > 0 && *s == '\0';
}

/* +44 (0)20 7946 0000 */
static bool
is_phone(const char *s)
{
	size_t digits = 0;

	if (*s++ != '+' || s[strspn(s, DIGITS " ()-")] != '\0')
		return false;
	for (; *s != '\0'; s++)
		digits += *s >= '0' && *s <= '9';
	return digits >= PHONE_DIGITS;
}

/* Would a spreadsheet run S? Apostrophes before such text count, so that one
 * put on can always be told from one that was there. */
static bool
is_formula(const char *s)
{
	size_t marks = strspn(s, "'");

	s += marks;
	if (*s == '\0' || strchr("=+-@\t\r", *s) == NULL)
		return false;
	return marks > 0 || !(is_number(s) || is_phone(s));
}

static bool
needs_quotes(const char *s, size_t n)
{
	return s[strcspn(s, ",\"\r\n")] != '\0' ||
	    (n > 0 && (s[0] == ' ' || s[0] == '\t' || s[n - 1] == ' ' ||
	    s[n - 1] == '\t'));
}

void
csv_cell(struct buf *out, const char *s, bool guard)
{
	size_t n = strlen(s), size;
	char *guarded = NULL, *quoted;

	if (guard && is_formula(s)) {
		guarded = xasprintf("'%s", s);
		s = guarded;
		n++;
	}
	if (!needs_quotes(s, n)) {
		buf_addn(out, s, n);
	} else {
		size = csv_write(NULL, 0, s, n);
		quoted = xmalloc(size);
		csv_write(quoted, size, s, n);
		buf_addn(out, quoted, size);
		free(quoted);
	}
	free(guarded);
}

void
csv_unguard(char *s)
{
	if (s[0] == '\'' && is_formula(s + 1))
		memmove(s, s + 1, strlen(s));
}
