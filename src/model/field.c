/* field.c - what a field is called, may hold, and which of its words TEXT is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/field.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mail.h"
#include "base/str.h"

const char *
field_col(const struct field *f)
{
	return f->col != NULL ? f->col : f->id;
}

const char *
field_head(const struct field *f)
{
	return f->head != NULL ? f->head : f->label;
}

int
field_max(const struct field *f)
{
	if (f->max > 0)
		return f->max;
	return f->type == FT_NOTE ? 10000 : 500;
}

/* Is TEXT one of the comma-separated words of ALSO? */
static bool
also_has(const char *also, const char *text)
{
	struct strs words = { 0 };
	bool found = false;

	str_split(&words, also, ',');
	for (size_t i = 0; i < words.n && !found; i++)
		found = str_ieq(words.v[i], text);
	strs_clear(&words);
	return found;
}

/* A stored word wins over a label, a label over the other words. */
const struct choice *
field_choice(const struct field *f, const char *text)
{
	const struct choice *c;

	if (f->choices == NULL || str_empty(text))
		return NULL;
	for (c = f->choices; c->word != NULL; c++)
		if (str_ieq(c->word, text))
			return c;
	for (c = f->choices; c->word != NULL; c++)
		if (c->label != NULL && str_ieq(c->label, text))
			return c;
	for (c = f->choices; c->word != NULL; c++)
		if (c->also != NULL && also_has(c->also, text))
			return c;
	return NULL;
}

enum status
field_refuse(struct err *e, const char *field, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof text, fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	return err_field(e, ST_INVALID, field, "%s: %s", field, text);
}

enum status
field_check_email(const struct field *f, const char *value, struct err *e)
{
	struct buf why;
	enum status st = ST_OK;

	buf_init(&why, BUF_LINE);
	mail_address_fault(value, &why);
	if (why.n > 0)
		st = field_refuse(e, f->id, "\"%s\" is not an e-mail address:"
		    " %s; write one address, name@place", value, why.p);
	buf_clear(&why);
	return st;
}

enum status
field_blame(struct err *e, const char *field)
{
	if (e == NULL)
		return ST_INVALID;
	return err_field(e, e->st != ST_OK ? e->st : ST_INVALID, field,
	    "%s: %s", field, e->text);
}
