/* presence_file.c - the file of one session in FILE.live.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of KEY tab TEXT, the last of them "end": one without it is just being
 * written. The lock is a record lock, which a child does not inherit.
 */
#include "app/presence_file.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/id.h"
#include "model/tables.h"

#define END	".live"

enum { MOST_BYTES = 1024, TRIES = 50, NODE_MAX = 64 };

bool
live_name(const char *name)
{
	size_t n = strspn(name, "0123456789-");

	return n > 0 && n < LIVE_NAME - sizeof END && str_eq(name + n, END);
}

/* Nobody else holds it, and nobody took it for dead before it was locked. */
static bool
lock(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct stat sb;

	return fcntl(fd, F_SETLK, &whole) == 0 && fstat(fd, &sb) == 0 &&
	    sb.st_nlink == 1;
}

int
live_make(int dir, unsigned mode, char name[LIVE_NAME])
{
	int fd;

	for (int i = 0; i < TRIES; i++) {
		snprintf(name, LIVE_NAME, "%ld-%d" END, (long)getpid(), i);
		fd = openat(dir, name, O_RDWR | O_CREAT | O_EXCL |
		    O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
		if (fd < 0)
			continue;
		if (fchmod(fd, (mode_t)mode) == 0 && lock(fd))
			return fd;
		close(fd);
	}
	return -1;
}

bool
live_write(int fd, const struct present *p)
{
	char code[ID_CODE] = "", at[25];
	struct buf b;
	bool done;

	if (p->ent != NULL)
		id_code(p->id, code);
	clock_iso(p->since, at);
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "user\t%s\nnode\t%s\npid\t%ld\nsince\t%s\n", p->user,
	    p->node, p->pid, at);
	if (p->ent != NULL)
		buf_addf(&b, "record\t%s/%s\n", p->ent->id, code);
	buf_add(&b, "end\t\n");
	done = b.n <= MOST_BYTES && ftruncate(fd, 0) == 0 &&
	    pwrite(fd, b.p, b.n, 0) == (ssize_t)b.n;
	buf_clear(&b);
	return done;
}

static bool
take_node(const char *text, struct present *p)
{
	if (strlen(text) > NODE_MAX)
		return false;
	free(p->node);
	p->node = utf8_printable(text, true);
	return true;
}

static bool
take_user(const char *text, struct present *p)
{
	if (user_check_name(text, NULL) != ST_OK)
		return false;
	free(p->user);
	p->user = xstrdup(text);
	return true;
}

static bool
take_record(char *text, struct present *p)
{
	char *code = strchr(text, '/');

	if (code == NULL)
		return false;
	*code++ = '\0';
	p->ent = entity_find(text);
	return p->ent != NULL && id_parse(code, &p->id);
}

static bool
take_line(char *line, struct present *p, bool *end)
{
	char *text = strchr(line, '\t');
	int64_t pid;

	if (text == NULL || *end)
		return false;
	*text++ = '\0';
	if (str_eq(line, "user"))
		return take_user(text, p);
	if (str_eq(line, "node"))
		return take_node(text, p);
	if (str_eq(line, "record"))
		return take_record(text, p);
	if (str_eq(line, "since"))
		return (p->since = clock_from_iso(text)) >= 0;
	if (str_eq(line, "pid")) {
		if (!str_int(text, 1, INT32_MAX, &pid))
			return false;
		p->pid = (long)pid;
		return true;
	}
	*end = str_eq(line, "end");
	return *end;
}

static bool
take_text(char *text, struct present *p)
{
	bool good = true, end = false;
	char *line, *next;

	for (line = text; good && *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		good = take_line(line, p, &end);
	}
	return good && end && p->user != NULL && p->pid != 0;
}

static bool
is_locked(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(fd, F_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

bool
live_read(int dir, const char *name, struct present *out)
{
	int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
	    O_CLOEXEC);
	char text[MOST_BYTES + 1];
	struct stat sb;
	ssize_t n = -1;
	bool good;

	*out = (struct present){ 0 };
	if (fd < 0)
		return false;
	if (fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) &&
	    sb.st_size <= MOST_BYTES)
		n = pread(fd, text, MOST_BYTES, 0);
	text[n > 0 ? n : 0] = '\0';
	good = n > 0 && strlen(text) == (size_t)n && take_text(text, out);
	out->dead = !is_locked(fd);
	if (out->node == NULL)
		out->node = xstrdup("");
	close(fd);
	if (!good)
		live_clear(out);
	return good;
}

void
live_clear(struct present *p)
{
	free(p->user);
	free(p->node);
	*p = (struct present){ 0 };
}
