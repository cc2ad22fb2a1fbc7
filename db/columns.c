/* columns.c - canonical values in and out of a record's columns.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "db/inner.h"
#include "db/row.h"
#include "model/id.h"

void
ref_word(const char *refs, size_t i, struct buf *out)
{
	for (; i > 0 && *refs != '\0'; i--) {
		refs += strcspn(refs, " ");
		refs += strspn(refs, " ");
	}
	buf_addn(out, refs, strcspn(refs, " "));
}

size_t
columns_of(const struct field *f)
{
	size_t n = 1;

	if (f->type == FT_SET || (f->flags & FF_DERIVED) != 0)
		return 0;
	if (f->type == FT_ANY)
		for (const char *s = f->ref; *s != '\0'; s++)
			n += *s == ' ';
	return n;
}

void
column_name(const struct field *f, size_t i, struct buf *out)
{
	buf_add(out, field_col(f));
	if (f->type != FT_ANY)
		return;
	buf_addc(out, '_');
	ref_word(f->ref, i, out);
}

/* "12.5" without asking the locale what a point looks like. */
static bool
parse_num(const char *s, double *out)
{
	const char *dot = strchr(s, '.');
	size_t places = dot != NULL ? strlen(dot + 1) : 0;
	char digits[32];
	int64_t n;

	if (*s == '\0' || places > 2 || strlen(s) >= sizeof digits - 2)
		return false;
	memcpy(digits, s, strlen(s) + 1);
	if (dot != NULL)
		memmove(digits + (dot - s), dot + 1, places + 1);
	for (; places < 2; places++)
		memcpy(digits + strlen(digits), "0", 2);
	if (!str_int(digits, INT64_MIN / 2, INT64_MAX / 2, &n))
		return false;
	*out = (double)n / 100;
	return true;
}

static void
add_num(double v, struct buf *out)
{
	int64_t n = (int64_t)(v < 0 ? v * 100 - 0.5 : v * 100 + 0.5);
	int cents = (int)(llabs(n) % 100);

	buf_addf(out, "%s%lld", n < 0 ? "-" : "", (long long)(llabs(n) / 100));
	if (cents % 10 != 0)
		buf_addf(out, ".%02d", cents);
	else if (cents != 0)
		buf_addf(out, ".%d", cents / 10);
}

/* What is no number is bound as it is: the STRICT table refuses it. */
static int
bind_value(sqlite3_stmt *s3, int at, enum field_type type, const char *v)
{
	int64_t n;
	double d;

	switch (type) {
	case FT_INT:
		if (str_int(v, INT64_MIN, INT64_MAX, &n))
			return sqlite3_bind_int64(s3, at, n);
		break;
	case FT_NUM:
		if (parse_num(v, &d))
			return sqlite3_bind_double(s3, at, d);
		break;
	case FT_REF:
		if (id_parse(v, &n))
			return sqlite3_bind_int64(s3, at, n);
		break;
	case FT_DATE:
		break;
	default:
		return sqlite3_bind_text(s3, at, v, -1, SQLITE_STATIC);
	}
	return *v == '\0' ? sqlite3_bind_null(s3, at) :
	    sqlite3_bind_text(s3, at, v, -1, SQLITE_STATIC);
}

static int
bind_any(sqlite3_stmt *s3, int at, const struct field *f, const char *v)
{
	const char *slash = strchr(v, '/');
	struct buf word;
	int rc = SQLITE_OK;

	buf_init(&word, BUF_LINE);
	for (size_t i = 0; i < columns_of(f) && rc == SQLITE_OK; i++) {
		buf_reset(&word);
		ref_word(f->ref, i, &word);
		if (slash != NULL && word.n == (size_t)(slash - v) &&
		    memcmp(v, word.p, word.n) == 0)
			rc = bind_value(s3, at + (int)i, FT_REF, slash + 1);
		else
			rc = sqlite3_bind_null(s3, at + (int)i);
	}
	buf_clear(&word);
	return rc;
}

enum status
columns_bind(struct stmt *st, int *at, const struct field *f,
    const char *value, struct err *e)
{
	int rc = f->type == FT_ANY ? bind_any(st->s3, *at, f, value) :
	    bind_value(st->s3, *at, f->type, value);

	*at += (int)columns_of(f);
	return rc == SQLITE_OK ? ST_OK : db_fail(st->db, rc, f->id, e);
}

static void
add_code(int64_t id, struct buf *out)
{
	char code[ID_CODE];

	id_code(id, code);
	buf_add(out, code);
}

void
columns_read(struct stmt *st, int *at, const struct field *f, struct buf *out)
{
	for (size_t i = 0; i < columns_of(f); i++, (*at)++) {
		if (db_null(st, *at))
			continue;
		if (f->type == FT_ANY) {
			ref_word(f->ref, i, out);
			buf_addc(out, '/');
		}
		if (f->type == FT_ANY || f->type == FT_REF)
			add_code(db_int(st, *at), out);
		else if (f->type == FT_NUM)
			add_num(sqlite3_column_double(st->s3, *at), out);
		else
			buf_add(out, db_text(st, *at));
	}
}
