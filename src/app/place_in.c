/* place_in.c - what comes in as standard input: whole, or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/place.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"

enum { GONE_MS = 200 };		/* within which sshd closes both directions */

enum status
place_sent(const struct app *app, struct err *e)
{
	struct pollfd out = { .fd = STDOUT_FILENO };

	if (!app->restricted || poll(&out, 1, GONE_MS) <= 0 ||
	    (out.revents & (POLLERR | POLLHUP | POLLNVAL)) == 0)
		return ST_OK;
	return err_set(e, ST_INTERRUPTED, "the connection ended, perhaps before"
	    " all was sent; nothing was saved: send it again");
}

static enum status
read_stdin(size_t max, char **out, size_t *n, struct err *e)
{
	bool mega = max >= 1u << 20;
	struct buf b;
	char part[8192];
	size_t k;

	buf_init(&b, max);
	while ((k = fread(part, 1, sizeof part, stdin)) > 0 && !buf_over(&b))
		buf_addn(&b, part, k);
	*n = b.n;
	if (ferror(stdin) || buf_over(&b)) {
		buf_clear(&b);
		return ferror(stdin) ? err_errno(e, "cannot read standard "
		    "input") : err_set(e, ST_INVALID, "standard input is longer"
		    " than %zu %s, the most that is read at once", max >> (mega ? 20 : 10),
		    mega ? "MB" : "kB");
	}
	*out = buf_take(&b);
	return ST_OK;
}

enum status
place_text(const struct app *app, const char *typed, size_t max, char **out,
    size_t *n, struct err *e)
{
	enum status st = place_read(app, typed, e);

	*out = NULL;
	*n = 0;
	if (st != ST_OK)
		return st;
	if (!str_eq(typed, "-"))
		return path_read(typed, max, out, n, e);
	if ((st = read_stdin(max, out, n, e)) == ST_OK &&
	    (st = place_sent(app, e)) != ST_OK) {
		free(*out);
		*out = NULL;
	}
	return st;
}
