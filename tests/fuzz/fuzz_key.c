/* fuzz_key.c - any bytes of a terminal: keys and pastes, nothing else, and no
 * end of waiting. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/options.h"
#include "base/utf8.h"
#include "ui/curses.h"
#include "ui/keymap.h"
#include "ui/term.h"
#include "ui/term_keys.h"

enum { MOST = 4000 };		/* a pipe holds it */

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A terminal at the end of a pipe; where one writes. */
static int
terminal(void)
{
	struct options *o = options_new();
	FILE *in, *out = fopen("/dev/null", "w");
	int fd[2];

	assert(out != NULL && pipe(fd) == 0);
	in = fdopen(fd[0], "r");
	assert(in != NULL && newterm("xterm", out, in) != NULL);
	raw();
	meta(stdscr, TRUE);	/* a pipe says not how many bits it has */
	assert(option_set(o, OPT_ESCAPE_MS, "10", NULL) == ST_OK);
	keys_init(o);
	options_free(o);
	return fd[1];
}

static void
check_paste(const char *text)
{
	assert(utf8_valid(text, strlen(text)));
	for (; *text != '\0'; text++)
		assert((unsigned char)*text >= ' ' || *text == '\n' ||
		    *text == '\t');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* What ends a paste or a sequence that the bytes began. */
	static const char end[] = "\033\\\033[201~x";
	static int feed = -1;
	struct lost lost = {0};
	char *text, *clean;
	int key;

	if (size > MOST)
		return 0;
	if (feed < 0)
		feed = terminal();
	assert(write(feed, data, size) == (ssize_t)size);
	assert(write(feed, end, sizeof end - 1) == (ssize_t)(sizeof end - 1));
	while ((key = term_key()) >= 0) {
		(void)key_is_text(key);
		if (key != KEY_PASTE)
			continue;
		text = term_paste();
		assert(utf8_valid(text, strlen(text)));
		clean = utf8_typable(text, &lost);
		free(text);
		text = clean;
		check_paste(text);
		free(text);
	}
	return 0;
}
