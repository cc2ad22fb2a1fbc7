/* log.c - the log file in the state folder; never the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"

#define MAX_LOG		(1 << 20)	/* bytes; then one older file is kept */

static int fd = -1;

/* Keep the last full file as NAME.1, so that the log cannot fill the disk. */
static void
turn_over(const char *path)
{
	struct stat sb;

	if (lstat(path, &sb) == 0 && S_ISREG(sb.st_mode) &&
	    sb.st_size > MAX_LOG) {
		char *old = xasprintf("%s.1", path);
		(void)rename(path, old);
		free(old);
	}
}

void
log_open(const char *path)
{
	struct stat sb;

	log_close();
	turn_over(path);
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW |
	    O_CLOEXEC | O_NONBLOCK, 0600);
	if (fd >= 0 && (fstat(fd, &sb) != 0 || !S_ISREG(sb.st_mode)))
		log_close();
}

void
log_close(void)
{
	if (fd >= 0)
		close(fd);
	fd = -1;
}

int
log_fd(void)
{
	return fd;
}

/* Several processes may share the file: a line is one write, and a line that
 * could not be written whole is dropped. */
void
log_line(const char *fmt, ...)
{
	int saved = errno, n;
	char stamp[25], words[BUF_LINE], *clean;
	struct buf line;
	va_list ap;

	if (fd < 0)
		return;
	va_start(ap, fmt);
	n = vsnprintf(words, sizeof words, fmt, ap);
	va_end(ap);
	if (n >= 0) {
		clean = utf8_printable(words, true);
		clock_iso(clock_ms(), stamp);
		buf_init(&line, 2 * BUF_LINE);
		buf_addf(&line, "%s %ld %s\n", stamp, (long)getpid(), clean);
		while (write(fd, line.p, line.n) < 0 && errno == EINTR)
			;
		buf_clear(&line);
		free(clean);
	}
	errno = saved;
}
