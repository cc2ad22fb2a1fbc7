/* mail.c - the headers and the body of a message as a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/mail.h"

#include <ctype.h>
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "base/utf8.h"

#define FOLD	76		/* columns of a line of headers */
#define WORD	75		/* most of an encoded word */
#define QP	76		/* most of a line of a body */

static const char hex[] = "0123456789ABCDEF";

/* --- headers ------------------------------------------------------------- */

/* Columns since the last line break. */
static size_t
column(const struct buf *b)
{
	size_t n = b->n;

	while (n > 0 && b->p[n - 1] != '\n')
		n--;
	return b->n - n;
}

static bool
is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7F;
}

/* ASCII that no reader takes for an encoded word. */
static bool
is_plain(const char *s)
{
	if (strstr(s, "=?") != NULL)
		return false;
	for (; *s != '\0'; s++)
		if ((unsigned char)*s > 0x7E)
			return false;
	return true;
}

/* Words of plain text; a line is broken before a blank. */
static void
add_plain(struct buf *out, const char *s)
{
	while (*s != '\0') {
		size_t n = 1;

		while (s[n] != '\0' && s[n] != ' ' && !is_control(s[n]))
			n++;
		if ((*s == ' ' || is_control(*s)) && n > 1 &&
		    column(out) + n > FOLD)
			buf_add(out, "\r\n");
		buf_addc(out, is_control(*s) ? ' ' : *s);
		buf_addn(out, s + 1, n - 1);
		s += n;
	}
}

/* One character as it stands in an encoded word. */
static size_t
encode(const char *s, size_t len, char out[16])
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (is_control(s[i]))
			c = ' ';
		if (c < 0x80 && isalnum(c)) {
			out[n++] = (char)c;
		} else if (c == ' ') {
			out[n++] = '_';
		} else {
			out[n++] = '=';
			out[n++] = hex[c >> 4];
			out[n++] = hex[c & 15];
		}
	}
	return n;
}

/* Encoded words, each with whole characters; between them a reader takes the
 * blanks away. */
static void
add_encoded(struct buf *out, const char *s)
{
	size_t left = strlen(s), used = 0;
	bool open = false;

	while (left > 0) {
		char text[16];
		size_t len, n;

		(void)utf8_decode(s, left, &len);
		n = encode(s, len, text);
		if (open && (used + n + 2 > WORD ||
		    column(out) + n + 2 > FOLD)) {
			buf_add(out, "?=\r\n ");
			open = false;
		}
		if (!open) {
			buf_add(out, "=?UTF-8?Q?");
			used = strlen("=?UTF-8?Q?");
			open = true;
		}
		buf_addn(out, text, n);
		used += n;
		s += len;
		left -= len;
	}
	if (open)
		buf_add(out, "?=");
}

void
mail_header(struct buf *out, const char *name, const char *text)
{
	buf_addf(out, "%s: ", name);
	if (is_plain(text))
		add_plain(out, text);
	else
		add_encoded(out, text);
	buf_add(out, "\r\n");
}

/* A name of words, else in quotation marks, else encoded. */
static void
add_display(struct buf *out, const char *s)
{
	bool words = true;

	if (!is_plain(s)) {
		add_encoded(out, s);
		return;
	}
	for (const char *p = s; *p != '\0'; p++)
		words = words && (isalnum((unsigned char)*p) ||
		    strchr(" !#$%&'*+-/=?^_`{|}~", *p) != NULL);
	if (words) {
		add_plain(out, s);
		return;
	}
	buf_addc(out, '"');
	for (const char *p = s; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			buf_addc(out, '\\');
		buf_addc(out, is_control(*p) ? ' ' : *p);
	}
	buf_addc(out, '"');
}

void
mail_address(struct buf *out, const char *name, const char *display,
    const char *address)
{
	buf_addf(out, "%s: ", name);
	if (str_empty(display)) {
		buf_addf(out, "%s\r\n", address);
		return;
	}
	add_display(out, display);
	if (column(out) + strlen(address) + 3 > FOLD)
		buf_add(out, "\r\n");
	buf_addf(out, " <%s>\r\n", address);
}

static bool
is_dotted(const char *s, size_t n, const char *also)
{
	if (n == 0 || s[0] == '.' || s[n - 1] == '.')
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == '.' ? s[i - 1] == '.' : c > 0x7E ||
		    (!isalnum(c) && strchr(also, c) == NULL))
			return false;
	}
	return true;
}

#define NAME_SIGNS	"!#$%&'*+-/=?^_`{|}~"	/* of a name, without quotes */
#define LONGEST		254
#define LETTERS		"abcdefghijklmnopqrstuvwxyz" \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

bool
mail_address_ok(const char *address)
{
	const char *at = strchr(address, '@');

	return at != NULL && strlen(address) <= LONGEST &&
	    is_dotted(address, (size_t)(at - address), NAME_SIGNS) &&
	    is_dotted(at + 1, strlen(at + 1), "-");
}

/* The first sign that no address has, and its bytes; 0 for none. */
static size_t
bad_sign(const char *s, const char **where)
{
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;
		size_t len = 1;

		if (c < 0x80 && (isalnum(c) ||
		    strchr(NAME_SIGNS ".@", c) != NULL))
			continue;
		if (c >= 0x80)
			(void)utf8_decode(s, strlen(s), &len);
		*where = s;
		return len;
	}
	return 0;
}

void
mail_address_fault(const char *address, struct buf *out)
{
	const char *at = strchr(address, '@'), *sign;
	size_t n = bad_sign(address, &sign);

	if (mail_address_ok(address))
		return;
	if (n > 0 && strchr(" \t", *sign) != NULL)
		buf_add(out, "it holds a blank");
	else if (n > 0)
		buf_addf(out, "it holds \"%.*s\"", (int)n, sign);
	else if (at == NULL)
		buf_add(out, "it has no @");
	else if (strchr(at + 1, '@') != NULL)
		buf_add(out, "it has more than one @");
	else if (at == address || at[1] == '\0')
		buf_addf(out, "nothing stands %s the @", at == address ?
		    "before" : "after");
	else if (strlen(address) > LONGEST)
		buf_addf(out, "it is longer than %d characters", LONGEST);
	else if (at[1 + strspn(at + 1, LETTERS ".-")] != '\0')
		buf_add(out, "after the @ it may hold letters, digits, dots "
		    "and hyphens only");
	else
		buf_add(out, "a dot stands first, last or beside another");
}

void
mail_date(struct buf *out, int64_t ms)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	time_t t = (time_t)(ms / 1000);
	struct tm tm;

	if (gmtime_r(&t, &tm) == NULL)
		return;
	buf_addf(out, "Date: %.3s, %d %.3s %d %02d:%02d:%02d +0000\r\n",
	    days + 3 * tm.tm_wday, tm.tm_mday, months + 3 * tm.tm_mon,
	    tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* --- the body ------------------------------------------------------------ */

/* A blank at the end of a line would be lost. */
static bool
stands(char c, char next)
{
	if (c == ' ' || c == '\t')
		return next != '\n' && next != '\0';
	return (unsigned char)c > 0x20 && (unsigned char)c < 0x7F && c != '=';
}

void
mail_body(struct buf *out, const char *text)
{
	buf_add(out, "MIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
	for (; *text != '\0'; text++) {
		size_t n = stands(text[0], text[1]) ? 1 : 3;
		bool ends = text[1] == '\n' || text[1] == '\0';

		if (*text == '\n') {
			buf_add(out, "\r\n");
			continue;
		}
		if (column(out) + n > (ends ? QP : QP - 1))
			buf_add(out, "=\r\n");
		if (n == 1)
			buf_addc(out, *text);
		else
			buf_addf(out, "=%c%c",
			    hex[(unsigned char)*text >> 4],
			    hex[(unsigned char)*text & 15]);
	}
	if (column(out) > 0)
		buf_add(out, "\r\n");
}
