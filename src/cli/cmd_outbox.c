/* cmd_outbox.c - outbox: the files a session over SSH wrote.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/options.h"
#include "app/place.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/utf8.h"
#include "cli/cli.h"

static enum status
list_files(struct cli *c, struct err *e)
{
	static const char *const heads[] = { "name", "bytes", "written" };
	struct place_files l;
	struct sheet *s;
	enum format fmt;
	enum status st;

	if (c->args->pos.n > 1)
		return err_set(e, ST_USAGE, "outbox list takes no \"%s\"",
		    c->args->pos.v[1]);
	if ((st = cli_format(c, &fmt, e)) != ST_OK ||
	    (st = outbox_list(c->app, &l, e)) != ST_OK)
		return st;
	s = sheet_new(c->out, fmt, heads, 3);
	sheet_kinds(s, "sns");
	for (size_t i = 0; i < l.n; i++) {
		char bytes[24], day[11];

		snprintf(bytes, sizeof bytes, "%" PRIu64, l.v[i].bytes);
		day_iso(clock_day(l.v[i].ms, option_text(c->app->opt,
		    OPT_TIMEZONE)), day);
		sheet_row(s, (const char *const[]){ l.v[i].name, bytes, day });
	}
	outbox_clear(&l);
	return sheet_end(s, e);
}

/* A terminal obeys control characters: nothing that holds one goes there. */
static bool
is_shown(const char *p, size_t n)
{
	size_t len;

	for (size_t i = 0; i < n; i += len) {
		int32_t cp = utf8_decode(p + i, n - i, &len);

		if (cp != '\n' && (cp < 0 || !utf8_is_printable(cp)))
			return false;
	}
	return true;
}

/* In pieces, since a file may be large; each byte as it is. */
static enum status
copy(int fd, const char *name, bool terminal, FILE *out, struct err *e)
{
	char part[32768];
	ssize_t n;

	for (;;) {
		n = read(fd, part, sizeof part);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_errno(e, "cannot read %s", name);
		if (n == 0)
			return ST_OK;
		if (terminal && !is_shown(part, (size_t)n))
			return err_set(e, ST_DENIED, "%s is not for a terminal:"
			    " write outbox get %s > %s.", name, name, name);
		if (fwrite(part, 1, (size_t)n, out) != (size_t)n)
			return err_errno(e, "cannot write the output");
	}
}

static enum status
get_file(struct cli *c, struct err *e)
{
	const char *name = c->args->pos.v[1];
	char *path;
	int fd;
	enum status st = outbox_find(c->app, name, &path, e);

	if (st != ST_OK)
		return st;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		st = err_errno(e, "cannot read %s", name);
	else
		st = copy(fd, name, isatty(fileno(c->out)) != 0, c->out, e);
	if (fd >= 0)
		close(fd);
	free(path);
	return st;
}

enum status
cmd_outbox(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const char *verb = pos->n > 0 ? pos->v[0] : "list";

	(void)code;
	if (str_eq(verb, "list"))
		return list_files(c, e);
	if (!str_eq(verb, "get") && !str_eq(verb, "remove"))
		return err_set(e, ST_USAGE, "what of the outbox? list, get NAME"
		    " or remove NAME");
	if (pos->n != 2)
		return err_set(e, ST_USAGE, "outbox %s takes the name of one"
		    " file; outbox list names them", verb);
	return str_eq(verb, "get") ? get_file(c, e) :
	    outbox_remove(c->app, pos->v[1], e);
}
