/* put.c - a whole text to the file that -o names, or to standard output.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/place.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/cli.h"

/* No control character goes there, whatever the format; a terminal that shows
 * ASCII alone gets no more. */
static void
to_terminal(FILE *out, const char *text)
{
	bool utf8 = str_eq(nl_langinfo(CODESET), "UTF-8");
	const char *end;

	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		char *line, *safe;

		end = text + strcspn(text, "\n");
		line = xstrndup(text, (size_t)(end - text));
		safe = utf8_printable(line, utf8);
		fprintf(out, "%s\n", safe);
		free(line);
		free(safe);
	}
}

void
cli_put_line(struct cli *c, const char *text)
{
	if (isatty(fileno(c->out)))
		to_terminal(c->out, text);
	else
		fprintf(c->out, "%s\n", text);
}

enum status
cli_put(struct cli *c, const struct buf *text, struct err *e)
{
	const char *path = arg_get(c->args, "output");

	if (path != NULL && !str_eq(path, "-"))
		return place_put(c->app, path, text->p, text->n,
		    arg_has(c->args, "force"), e);
	if (isatty(fileno(c->out)))
		to_terminal(c->out, text->p);
	else
		fwrite(text->p, 1, text->n, c->out);
	return ST_OK;
}
