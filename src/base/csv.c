/* csv.c - opening a CSV file: what it is, and in which encoding.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One streaming pass before the first row: nothing is imported from a file
 * whose last line turns out not to be text.
 */
#include "base/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/csv_file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "base/utf8.h"

#define MARK		"\xEF\xBB\xBF"	/* UTF-8 byte order mark */
#define ASK_MS		200		/* of waiting for a pipe */
#define MAX_TAIL	3		/* bytes of a character cut in two */

/* Files that people offer as CSV and are not, by their first bytes. A new row
 * is enough; the sentence follows the file's name. */
static const struct {
	const char *bytes;
	size_t	    n;
	const char *what;
} others[] = {
	{ "\xFF\xFE", 2, "this is UTF-16 text: save it as CSV UTF-8 first" },
	{ "\xFE\xFF", 2, "this is UTF-16 text: save it as CSV UTF-8 first" },
	{ "%PDF", 4, "this is a PDF: a CSV file is needed" },
	{ "PK\3\4", 4, "this is an Excel or zip file: save it as CSV first" },
	{ "PK\5\6", 4, "this is an Excel or zip file: save it as CSV first" },
	{ "\xD0\xCF\x11\xE0", 4,
	    "this is an old Excel file: save it as CSV first" },
	{ "\x1F\x8B", 2, "this is a compressed file: unpack it first" },
	{ "<!DOCTYPE", 9, "this is a web page: a CSV file is needed" },
	{ "<html", 5, "this is a web page: a CSV file is needed" },
};

static ssize_t
read_some(int fd, char *p, size_t n)
{
	ssize_t k;

	do
		k = read(fd, p, n);
	while (k < 0 && errno == EINTR);
	return k;
}

ssize_t
csv_piece(struct csv_file *f)
{
	size_t n;

	if (f->memory == NULL)
		return read_some(f->fd, f->piece, CSV_PIECE);
	n = f->size - f->taken < CSV_PIECE ? (size_t)(f->size - f->taken) :
	    CSV_PIECE;
	memcpy(f->piece, f->memory + f->taken, n);
	f->taken += n;
	return (ssize_t)n;
}

bool
csv_seek(struct csv_file *f, off_t at)
{
	if (f->memory == NULL)
		return lseek(f->fd, at, SEEK_SET) == at;
	f->taken = (uint64_t)at;
	return true;
}

/* A file without a name in DIR; -1 with errno. */
static int
nameless(const char *dir)
{
	char *name = path_join(dir, "caseload-XXXXXX");
	int fd = mkstemp(name), saved = errno;

	if (fd >= 0)
		(void)unlink(name);
	free(name);
	errno = saved;
	return fd;
}

/* Where files come and go, else, where nobody may write there, in our own
 * folder. */
static int
temporary(void)
{
	const char *tmp = getenv("TMPDIR");
	int fd = nameless(tmp != NULL && tmp[0] == '/' ? tmp : "/tmp");
	char *own;

	if (fd >= 0)
		return fd;
	own = path_state("");
	if (path_make_dir(own, NULL) == ST_OK)
		fd = nameless(own);
	free(own);
	return fd;
}

struct patience {
	bool	(*stop)(void *);	/* NULL: without end */
	void	*arg;
};

/* Wait until somebody writes the pipe, or has written all. */
static enum status
wait_for(const struct csv_file *f, const struct patience *p, struct err *e)
{
	struct pollfd fd = { .fd = f->fd, .events = POLLIN };

	while (poll(&fd, 1, ASK_MS) <= 0)
		if (p->stop != NULL && p->stop(p->arg))
			return err_set(e, ST_INTERRUPTED, "%s: stopped while"
			    " waiting for it; nothing was read", f->name);
	return ST_OK;
}

/* Copy a pipe into a file without a name, since two passes are made. Some have
 * no end: a NUL is the last byte taken, which the first pass refuses. */
static enum status
spool(struct csv_file *f, const struct patience *p, struct err *e)
{
	int fd = temporary();
	enum status st = ST_OK;
	uint64_t all = 0;
	bool nul = false;
	ssize_t k = 0;

	if (fd < 0)
		return err_errno(e, "%s: cannot make a temporary file",
		    f->name);
	(void)fcntl(fd, F_SETFD, FD_CLOEXEC);
	while (!nul && (st = wait_for(f, p, e)) == ST_OK &&
	    (k = read_some(f->fd, f->piece, CSV_PIECE)) > 0) {
		if ((all += (uint64_t)k) > CSV_MAX_PIPE) {
			close(fd);
			return err_set(e, ST_INVALID, "%s: more than %u MB: "
			    "import it from a file", f->name,
			    (unsigned)(CSV_MAX_PIPE >> 20));
		}
		nul = memchr(f->piece, '\0', (size_t)k) != NULL;
		for (ssize_t done = 0; done < k;) {
			ssize_t w = write(fd, f->piece + done,
			    (size_t)(k - done));
			if (w < 0 && errno == EINTR)
				continue;
			if (w < 0) {
				(void)err_errno(e, "%s: cannot write the "
				    "temporary file", f->name);
				close(fd);
				return ST_IO;
			}
			done += w;
		}
	}
	if (st == ST_OK && k < 0) {
		(void)err_errno(e, "%s: cannot read it", f->name);
		st = ST_IO;
	}
	if (st != ST_OK) {
		close(fd);
		return st;
	}
	if (f->fd != STDIN_FILENO)
		close(f->fd);
	f->fd = fd;
	return ST_OK;
}

static enum status
open_file(struct csv_file *f, const struct patience *p, struct err *e)
{
	bool is_stdin = str_eq(f->name, "-");
	enum status st;
	struct stat sb;

	/* O_NONBLOCK: opening a pipe that nobody writes yet would wait, and
	 * nothing could end that but a kill; it is waited for below, so
	 * that reading it does not find an end before its beginning. */
	f->fd = is_stdin ? STDIN_FILENO :
	    open(f->name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (f->fd >= 0 && !is_stdin)
		(void)fcntl(f->fd, F_SETFL, 0);
	if (f->fd < 0) {
		st = errno == ENOENT ? ST_NOT_FOUND : ST_IO;
		(void)err_errno(e, "%s: cannot read it", f->name);
		if (e != NULL)
			e->st = st;
		return st;
	}
	if (fstat(f->fd, &sb) != 0)
		return err_errno(e, "%s: cannot read it", f->name);
	if (S_ISDIR(sb.st_mode))
		return err_set(e, ST_INVALID, "%s: this is a folder: name a "
		    "CSV file", f->name);
	if (!S_ISREG(sb.st_mode) && !S_ISFIFO(sb.st_mode) && !is_stdin)
		return err_set(e, ST_INVALID, "%s: not a regular file: name a "
		    "CSV file", f->name);
	if (!S_ISREG(sb.st_mode) || is_stdin) {
		if ((st = spool(f, p, e)) != ST_OK)
			return st;
		if (fstat(f->fd, &sb) != 0)
			return err_errno(e, "%s: cannot read it", f->name);
	}
	f->size = (uint64_t)sb.st_size;
	if (lseek(f->fd, 0, SEEK_SET) != 0)
		return err_errno(e, "%s: cannot read it", f->name);
	return ST_OK;
}

/* The line of the byte at OFFSET; only for a message. */
static uint64_t
line_of(struct csv_file *f, uint64_t offset)
{
	uint64_t line = 1, at = 0;
	char last = '\0';
	ssize_t k;

	if (!csv_seek(f, 0))
		return line;
	while (at < offset && (k = csv_piece(f)) > 0)
		for (ssize_t i = 0; i < k && at < offset; i++, at++) {
			char c = f->piece[i];

			if (c == '\r' || (c == '\n' && last != '\r'))
				line++;
			last = c;
		}
	return line;
}

/* How many bytes of P are ASCII. Eight at a time: files are mostly that. */
static size_t
ascii_run(const char *p, size_t n)
{
	size_t i = 0;
	uint64_t w;

	for (; n - i >= sizeof w; i += sizeof w) {
		memcpy(&w, p + i, sizeof w);
		if ((w & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (i < n && (unsigned char)p[i] < 0x80)
		i++;
	return i;
}

/* Validity of one piece, which may begin with the TAIL of the one before.
 * What is left over at its end goes to TAIL. */
static bool
valid_piece(const char *p, size_t n, char tail[MAX_TAIL], size_t *ntail)
{
	size_t i = 0, len;
	char joined[MAX_TAIL + 4];

	while (*ntail > 0) {		/* finish the character cut in two */
		size_t take = n - i < 1 ? 0 : 1;

		if (take == 0)
			return true;
		memcpy(joined, tail, *ntail);
		joined[*ntail] = p[i++];
		if (utf8_decode(joined, *ntail + 1, &len) >= 0)
			*ntail = 0;
		else if (*ntail < MAX_TAIL)
			tail[(*ntail)++] = p[i - 1];
		else
			return false;
	}
	while (i < n) {
		i += ascii_run(p + i, n - i);
		if (i == n)
			break;
		if (utf8_decode(p + i, n - i, &len) >= 0) {
			i += len;
			continue;
		}
		if (n - i > MAX_TAIL)
			return false;
		*ntail = n - i;
		memcpy(tail, p + i, *ntail);
		return true;
	}
	return true;
}

static enum status
check_start(struct csv_file *f, size_t n, struct err *e)
{
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (n >= others[i].n &&
		    memcmp(f->piece, others[i].bytes, others[i].n) == 0)
			return err_set(e, ST_INVALID, "%s: %s", f->name,
			    others[i].what);
	if (n >= 3 && memcmp(f->piece, MARK, 3) == 0)
		f->start = 3;
	return ST_OK;
}

/* The pass over the whole file. */
static enum status
look_through(struct csv_file *f, struct err *e)
{
	char tail[MAX_TAIL];
	size_t ntail = 0;
	uint64_t at = 0;
	enum status st;
	ssize_t k;

	f->utf8 = true;
	while ((k = csv_piece(f)) > 0) {
		const char *nul;

		if (at == 0 && (st = check_start(f, (size_t)k, e)) != ST_OK)
			return st;
		if ((nul = memchr(f->piece, '\0', (size_t)k)) != NULL)
			return err_set(e, ST_INVALID, "%s:%ju: a NUL byte: "
			    "this is not text; save it as CSV UTF-8", f->name,
			    (uintmax_t)line_of(f, at + (uint64_t)(nul -
			    f->piece)));
		if (f->utf8)
			f->utf8 = valid_piece(f->piece, (size_t)k, tail,
			    &ntail);
		at += (uint64_t)k;
	}
	if (k < 0)
		return err_errno(e, "%s: cannot read it", f->name);
	if (at <= (uint64_t)f->start)
		return err_set(e, ST_INVALID, "%s: the file is empty: its "
		    "first line should hold the headings", f->name);
	if (ntail > 0)
		f->utf8 = false;
	if (!f->utf8 && f->start > 0)
		return err_set(e, ST_INVALID, "%s: it begins as UTF-8 but is "
		    "not throughout: save it again as CSV UTF-8", f->name);
	f->size = at;
	return ST_OK;
}

static struct csv_file *
new_file(const char *name)
{
	struct csv_file *f = xcalloc(1, sizeof *f);

	f->name = xstrdup(name);
	f->fd = -1;
	f->piece = xmalloc(CSV_PIECE);
	buf_init(&f->text, 3 * CSV_MAX_ROW + 2 * CSV_PIECE + CSV_MAX_CELLS);
	return f;
}

/* F, whose bytes can be read, is for the caller unless they will not do. */
static enum status
begin_file(struct csv_file *f, enum status st, struct csv_file **out,
    struct err *e)
{
	if (st == ST_OK && (st = look_through(f, e)) == ST_OK &&
	    (st = csv_rewind(f, e)) == ST_OK)
		*out = f;
	else
		csv_close(f);
	return st;
}

enum status
csv_open(const char *path, struct csv_file **out, struct err *e)
{
	return csv_open_until(path, NULL, NULL, out, e);
}

enum status
csv_open_until(const char *path, bool (*stop)(void *), void *arg,
    struct csv_file **out, struct err *e)
{
	const struct patience p = { stop, arg };
	struct csv_file *f = new_file(path);

	return begin_file(f, open_file(f, &p, e), out, e);
}

enum status
csv_open_text(const char *name, const char *text, size_t n,
    struct csv_file **out, struct err *e)
{
	struct csv_file *f = new_file(name);

	f->memory = text;
	f->size = n;
	return begin_file(f, ST_OK, out, e);
}

void
csv_close(struct csv_file *f)
{
	if (f == NULL)
		return;
	if (f->fd >= 0 && f->fd != STDIN_FILENO)
		close(f->fd);
	csv_free(&f->parser);
	buf_clear(&f->text);
	free(f->offset);
	free(f->cell);
	free(f->piece);
	free(f->name);
	free(f);
}

uint64_t
csv_size(const struct csv_file *f)
{
	return f->size;
}

uint64_t
csv_at(const struct csv_file *f)
{
	return f->at;
}
