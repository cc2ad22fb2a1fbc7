/* fuzz_ini.c - any text as a settings file: refused with its line, or read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "base/mem.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = xcalloc(size + 1, 1);
	struct options *o = options_new();
	struct err e = { 0 };
	const char *const *names, *const *values, *const *places;
	enum status st;
	int i;

	if (size > 0)
		memcpy(s, data, size);
	st = options_take(o, "caseload.ini", s, size, &e);
	assert(st == ST_OK || (st == ST_INVALID && e.text[0] != '\0'));
	for (i = 0; i < OPT_MAX; i++)
		assert(option_text(o, (enum option_no)i) != NULL);
	(void)options_keys(o, &names, &values, &places);
	options_free(o);
	free(s);
	return 0;
}
