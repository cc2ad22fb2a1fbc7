/* rescue_copy.c - a damaged file as something SQLite opens.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/rescue_copy.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"

enum { HEAD = 100, CHUNK = 1 << 16, PAGE_MAX = 1 << 16 };
#define MAGIC	"SQLite format 3"	/* 16 bytes with its NUL */

/* What is read of the file, also when its end cannot be. */
static enum status
copy_file(const char *from, const char *to, struct err *e)
{
	int in = open(from, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	char *chunk = xmalloc(CHUNK);
	struct path_file *out;
	enum status st = ST_OK;
	ssize_t n;

	if (in < 0)
		st = err_errno(e, "cannot read %s", from);
	else if ((st = path_begin(to, true, &out, e)) == ST_OK) {
		while ((n = read(in, chunk, CHUNK)) > 0 ||
		    (n < 0 && errno == EINTR))
			if (n > 0)
				(void)fwrite(chunk, 1, (size_t)n,
				    path_stream(out));	/* path_end looks */
		st = path_end(out, ST_OK, e);
	}
	if (in >= 0)
		close(in);
	free(chunk);
	return st;
}

static void
put_number(unsigned char *at, uint64_t n)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(n >> (24 - 8 * i));
}

/* The first N bytes of the file FROM, with the size of this one and no free
 * pages. */
static void
put_head(const char *path, const char *from, size_t n)
{
	unsigned char *head = xcalloc(1, PAGE_MAX);
	int fd = open(path, O_RDWR | O_CLOEXEC);
	int good = open(from, O_RDONLY | O_CLOEXEC);
	unsigned size;
	struct stat sb;

	if (fd >= 0 && good >= 0 && fstat(fd, &sb) == 0 &&
	    pread(good, head, PAGE_MAX, 0) >= HEAD) {
		size = (unsigned)head[16] << 8 | head[17];
		size = size == 1 ? PAGE_MAX : size;
		put_number(head + 28, size == 0 ? 0 :
		    (uint64_t)sb.st_size / size);
		put_number(head + 32, 0);
		put_number(head + 36, 0);
		/* Good or not: what is read next tells. */
		(void)!pwrite(fd, head, n == 0 ? size : n, 0);
	}
	if (fd >= 0)
		close(fd);
	if (good >= 0)
		close(good);
	free(head);
}

static bool
has_magic(const char *path)
{
	char *head = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool good;

	head = xcalloc(1, sizeof MAGIC);
	good = fd >= 0 && pread(fd, head, sizeof MAGIC, 0) ==
	    (ssize_t)sizeof MAGIC && memcmp(head, MAGIC, sizeof MAGIC) == 0;
	if (fd >= 0)
		close(fd);
	free(head);
	return good;
}

static bool
can_do(sqlite3 *s3, const char *sql)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(s3, sql, -1, &st, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	sqlite3_finalize(st);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/* Open it; does it know tables? writable_schema, so that a file that was cut
 * off is read as far as it goes. */
static bool
open_copy(struct rescue_copy *c)
{
	/* A relative name must not be read as a URI. */
	char *name = xasprintf("%s%s", c->path[0] == '/' ? "" : "./",
	    c->path);
	bool any;

	sqlite3_close(c->s3);
	c->s3 = NULL;
	any = sqlite3_open_v2(name, &c->s3, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL) ==
	    SQLITE_OK && can_do(c->s3, "PRAGMA writable_schema = ON") &&
	    can_do(c->s3, "SELECT count(*) FROM step WHERE seq = 0");
	free(name);
	return any;
}

enum status
rescue_copy_open(struct rescue_copy *c, const char *file, const char *out,
    const char *like, struct err *e)
{
	char *journal = xasprintf("%s-journal", file), *its;
	enum status st;

	c->path = xasprintf("%s.part%ld", out, (long)(clock_monotonic_ms() %
	    100000));
	its = xasprintf("%s-journal", c->path);
	if ((st = copy_file(file, c->path, e)) == ST_OK) {
		if (access(journal, R_OK) == 0)
			(void)!copy_file(journal, its, NULL);
		if (!has_magic(c->path))
			put_head(c->path, out, HEAD);
		if (!open_copy(c) && like != NULL) {
			put_head(c->path, like, 0);
			(void)open_copy(c);
		}
	}
	free(journal);
	free(its);
	return st;
}

void
rescue_copy_close(struct rescue_copy *c)
{
	static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

	sqlite3_close(c->s3);
	for (size_t i = 0; c->path != NULL && i < 4; i++) {
		char *path = xasprintf("%s%s", c->path, ends[i]);

		(void)unlink(path);
		free(path);
	}
	free(c->path);
	*c = (struct rescue_copy){ 0 };
}

int64_t
rescue_last_step(sqlite3 *s3)
{
	sqlite3_stmt *st = NULL;
	int64_t seq = -1;

	if (sqlite3_prepare_v2(s3, "SELECT seq FROM sqlite_sequence"
	    " WHERE name = 'step'", -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_ROW)
		seq = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return seq;
}
