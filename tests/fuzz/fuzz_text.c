/* fuzz_text.c - any bytes checked, cleaned, folded, shown and compared. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* MAKE of MAKE of S is MAKE of S, and it is valid UTF-8. */
static void
check_settled(char *(*make)(const char *), const char *s)
{
	char *once = make(s), *twice = make(once);

	assert(strcmp(once, twice) == 0);
	assert(utf8_valid(once, strlen(once)) || !utf8_valid(s, strlen(s)));
	free(once);
	free(twice);
}

static void
check_shown(const char *s)
{
	char *shown = utf8_printable(s, true), *ascii;
	int width, part;
	size_t n;

	assert(utf8_valid(shown, strlen(shown)));
	for (const char *p = shown; *p != '\0'; p++)
		assert((unsigned char)*p >= 0x20 && *p != 0x7F);
	width = utf8_width(shown);
	for (int cols = 0; cols <= width; cols++) {
		n = utf8_fit(shown, cols, &part);
		assert(part <= cols && utf8_valid(shown, n));
	}
	ascii = utf8_printable(s, false);
	for (const char *p = ascii; *p != '\0'; p++)
		assert(*p >= 0x20 && *p < 0x7F);
	free(ascii);
	free(shown);
}

/* An apostrophe comes off exactly when it would have been put on. */
static void
check_guard(const char *s)
{
	char *copy = xasprintf("'%s", s);
	struct buf plain, guarded;

	buf_init(&plain, BUF_FILE);
	buf_init(&guarded, BUF_FILE);
	csv_cell(&plain, s, false);
	csv_cell(&guarded, s, true);
	csv_unguard(copy);
	assert((strcmp(copy, s) == 0) == (strcmp(plain.p, guarded.p) != 0));
	buf_clear(&plain);
	buf_clear(&guarded);
	free(copy);
}

static void
check_json(const char *s)
{
	struct buf b;

	buf_init(&b, BUF_FILE);
	json_string(&b, s);
	assert(utf8_valid(b.p, b.n));
	buf_clear(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = xstrndup((const char *)data, size);
	size_t half = strlen(s) / 2;
	struct strs list = { 0 };
	struct err e;

	if (utf8_check(s, true, 0, &e) != ST_OK)
		assert(e.text[0] != '\0');
	else
		assert(utf8_valid(s, strlen(s)));
	check_settled(utf8_clean, s);
	check_settled(utf8_fold, s);
	check_settled(utf8_fold_company, s);
	check_settled(utf8_compose, s);
	check_shown(s);
	check_guard(s);
	check_json(s);
	str_split_list(&list, s);
	assert(list.n > 0);
	assert(str_one_edit(s, s));
	assert(str_one_edit(s, s + half) == str_one_edit(s + half, s));
	(void)str_nearest(s, (const char *const *)list.v, list.n);
	strs_clear(&list);
	free(s);
	return 0;
}
