/* rulebook.c - a shipped file of rules, and what the hub adds to it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rulebook.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/path.h"

#define RULES_MAX	(256u << 10)

static enum status
read_hub(const char *dir, const char *name, struct rulebook *b,
    struct err *e)
{
	struct stat sb;
	enum status st;
	size_t n;

	if (stat(dir, &sb) != 0 || !S_ISDIR(sb.st_mode))
		return err_set(e, ST_NOT_FOUND, "[rules] folder: there is no"
		    " folder %s.", dir);
	b->path = path_join(dir, name);
	st = path_read(b->path, RULES_MAX, &b->text, &n, e);
	if (st == ST_NOT_FOUND) {
		err_clear(e);
		return ST_OK;
	}
	if (st != ST_OK)
		return st;
	b->hub = (struct csv_source){ b->path, b->text, n };
	return ST_OK;
}

enum status
rulebook_open(const struct options *o, const char *name,
    struct rulebook *out, struct err *e)
{
	struct rulebook b = { .shipped = csv_shipped(name) };
	const char *set = option_text(o, OPT_RULES_DIR);
	enum status st = ST_OK;
	char *dir;

	if (set[0] != '\0') {
		dir = path_typed(set);
		st = read_hub(dir, name, &b, e);
		free(dir);
	}
	if (st == ST_OK)
		*out = b;
	else
		rulebook_close(&b);
	return st;
}

void
rulebook_close(struct rulebook *b)
{
	free(b->path);
	free(b->text);
	*b = (struct rulebook){ 0 };
}

enum status
rulebook_nationals(const struct options *o, struct nationals *out,
    struct err *e)
{
	struct rulebook b;
	enum status st = rulebook_open(o, "national.csv", &b, e);

	if (st != ST_OK)
		return st;
	st = nationals_load(b.hub.text != NULL ? &b.hub : NULL, out, e);
	rulebook_close(&b);
	return st;
}
