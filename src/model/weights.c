/* weights.c - what the parts of a score weigh, as a setting says it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/weights.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"

static size_t
part_named(const char *word, const char *const names[], size_t n)
{
	size_t i = 0;

	while (i < n && !str_ieq(names[i], word))
		i++;
	return i;
}

/* One part and its weight; SEEN says which were there already. */
static bool
read_part(const char *word, const char *weight, const char *const names[],
    size_t n, bool seen[], int64_t *out, size_t *part)
{
	*part = part_named(word, names, n);
	if (*part == n || seen[*part] || !str_int(weight, 0, 100, out))
		return false;
	seen[*part] = true;
	return true;
}

bool
weights_read(const char *text, const char *const names[], size_t n, int out[])
{
	int *w = xcalloc(n, sizeof *w);
	bool *seen = xcalloc(n, sizeof *seen);
	bool any = false, ok;
	struct strs words = { 0 };
	int64_t v = 0;
	size_t part;

	str_words(&words, text);
	ok = words.n % 2 == 0;
	for (size_t i = 0; ok && i < words.n; i += 2) {
		ok = read_part(words.v[i], words.v[i + 1], names, n, seen, &v,
		    &part);
		if (ok)
			w[part] = (int)v;
		any = any || v > 0;
	}
	strs_clear(&words);
	ok = ok && any;
	for (size_t i = 0; ok && i < n; i++)
		out[i] = w[i];
	free(seen);
	free(w);
	return ok;
}
