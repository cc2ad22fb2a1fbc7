/* json.c - writing JSON strings and keys.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/json.h"

#include <string.h>

#include "base/utf8.h"

/* How much of S can be written as it stands: nearly always all of it. */
static size_t
plain_ascii(const char *s)
{
	size_t n = 0;

	while (s[n] >= ' ' && s[n] <= '~' && s[n] != '"' && s[n] != '\\')
		n++;
	return n;
}

/* A byte that is not UTF-8 becomes U+FFFD: a reader would refuse the file. */
void
json_string(struct buf *b, const char *s)
{
	size_t n = strlen(s), len;
	int32_t cp;

	buf_addc(b, '"');
	for (; n > 0; s += len, n -= len) {
		if ((len = plain_ascii(s)) > 0) {
			buf_addn(b, s, len);
			continue;
		}
		cp = utf8_decode(s, n, &len);
		if (cp < 0)
			buf_add(b, "\xEF\xBF\xBD");
		else if (cp == '"' || cp == '\\')
			buf_addf(b, "\\%c", (char)cp);
		else if (cp == '\n')
			buf_add(b, "\\n");
		else if (cp == '\r')
			buf_add(b, "\\r");
		else if (cp == '\t')
			buf_add(b, "\\t");
		else if (cp <= 0xFFFF && !utf8_is_printable(cp))
			buf_addf(b, "\\u%04x", (unsigned)cp);
		else
			buf_addn(b, s, len);
	}
	buf_addc(b, '"');
}

void
json_ascii(struct buf *b, const char *json, size_t n)
{
	size_t len;

	for (; n > 0; json += len, n -= len) {
		int32_t cp = utf8_decode(json, n, &len);

		if (cp >= 0 && cp < 0x7F)
			buf_addc(b, (char)cp);
		else if (cp > 0xFFFF)
			buf_addf(b, "\\u%04x\\u%04x",
			    0xD800 + ((unsigned)(cp - 0x10000) >> 10),
			    0xDC00 + ((unsigned)(cp - 0x10000) & 0x3FF));
		else
			buf_addf(b, "\\u%04x", cp < 0 ? 0xFFFD : (unsigned)cp);
	}
}

void
json_key(struct buf *b, const char *key, bool *first)
{
	if (!*first)
		buf_addc(b, ',');
	*first = false;
	json_string(b, key);
	buf_addc(b, ':');
}
