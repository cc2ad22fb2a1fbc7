/* fuzz_words.c - any bytes as the line that came over SSH: refused with words,
 * or taken apart; words that are quoted and read again are the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/words.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Appended as a shell would be given it. */
static void
quote(struct buf *out, const char *word)
{
	buf_addc(out, '\'');
	for (; *word != '\0'; word++)
		if (*word == '\'')
			buf_add(out, "'\\''");
		else
			buf_addc(out, *word);
	buf_add(out, "' ");
}

static void
read_again(const struct strs *words)
{
	struct strs again = { 0 };
	struct buf line;

	buf_init(&line, 5 * WORDS_BYTES);
	for (size_t i = 0; i < words->n; i++) {
		assert(utf8_valid(words->v[i], strlen(words->v[i])));
		quote(&line, words->v[i]);
	}
	if (line.n <= WORDS_BYTES) {
		assert(words_split(line.p, &again, NULL) == ST_OK);
		assert(again.n == words->n);
		for (size_t i = 0; i < again.n; i++)
			assert(strcmp(again.v[i], words->v[i]) == 0);
	}
	strs_clear(&again);
	buf_clear(&line);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *line = xstrndup((const char *)data, size);
	struct strs words = { 0 };
	struct err e = { 0 };
	enum status st = words_split(line, &words, &e);

	assert(words.n <= WORDS_MOST + 1);
	if (st == ST_OK)
		read_again(&words);
	else
		assert(st == ST_USAGE && e.text[0] != '\0');
	strs_clear(&words);
	free(line);
	return 0;
}
