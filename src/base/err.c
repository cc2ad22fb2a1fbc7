/* err.c - errors are values: a status for the caller, words for the user.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cut a character that vsnprintf left half written at the end. */
static void
cut_partial(char *s)
{
	size_t n = strlen(s), i = n;

	while (i > 0 && ((unsigned char)s[i - 1] & 0xC0) == 0x80)
		i--;
	if (i == 0)
		return;
	unsigned char lead = (unsigned char)s[i - 1];
	size_t want = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (n - (i - 1) < want)
		s[i - 1] = '\0';
}

/* By way of a second buffer, so that the arguments may be E's own text. */
static void PRINTF(4, 0)
fill(struct err *e, enum status st, const char *field, const char *fmt,
    va_list ap)
{
	char text[sizeof e->text];

	if (vsnprintf(text, sizeof text, fmt, ap) < 0)
		text[0] = '\0';
	cut_partial(text);
	e->st = st;
	memcpy(e->text, text, strlen(text) + 1);
	if (field != e->field)
		snprintf(e->field, sizeof e->field, "%s", field);
	cut_partial(e->field);
	e->detail[0] = '\0';
}

enum status
err_set(struct err *e, enum status st, const char *fmt, ...)
{
	va_list ap;

	if (e == NULL)
		return st;
	va_start(ap, fmt);
	fill(e, st, "", fmt, ap);
	va_end(ap);
	return st;
}

enum status
err_field(struct err *e, enum status st, const char *field,
    const char *fmt, ...)
{
	va_list ap;

	if (e == NULL)
		return st;
	va_start(ap, fmt);
	fill(e, st, field, fmt, ap);
	va_end(ap);
	return st;
}

enum status
err_errno(struct err *e, const char *fmt, ...)
{
	int saved = errno;
	va_list ap;
	size_t n;

	if (e == NULL)
		return ST_IO;
	va_start(ap, fmt);
	fill(e, ST_IO, "", fmt, ap);
	va_end(ap);
	n = strlen(e->text);
	snprintf(e->text + n, sizeof e->text - n, ": %s", strerror(saved));
	cut_partial(e->text);
	snprintf(e->detail, sizeof e->detail, "errno %d", saved);
	errno = saved;
	return ST_IO;
}

enum status
err_prefix(struct err *e, const char *fmt, ...)
{
	char text[sizeof e->text];
	va_list ap;
	size_t n;

	if (e == NULL)
		return ST_INVALID;
	va_start(ap, fmt);
	if (vsnprintf(text, sizeof text, fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	n = strlen(text);
	snprintf(text + n, sizeof text - n, "%s", e->text);
	cut_partial(text);
	memcpy(e->text, text, strlen(text) + 1);
	return e->st;
}

void
err_clear(struct err *e)
{
	if (e == NULL)
		return;
	e->st = ST_OK;
	e->text[0] = e->field[0] = e->detail[0] = '\0';
}

bool
err_of_input(enum status st)
{
	return st == ST_INVALID || st == ST_NOT_FOUND || st == ST_AMBIGUOUS;
}

enum status
err_join(struct err *e, const struct err *one, const char *sep)
{
	struct err first;

	if (e == NULL)
		return one->st;
	if (e->st == ST_OK) {
		*e = *one;
		return e->st;
	}
	first = *e;
	(void)err_set(e, first.st, "%s%s%s", first.text, sep, one->text);
	memcpy(e->field, first.field, sizeof e->field);
	return e->st;
}
