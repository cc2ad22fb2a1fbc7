/* erase_files.c - a person out of the state folder: drafts, lines, the log.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of every user whose state is in this folder: on a hub one account has them
 * all. Symbolic links are not followed; what is no text stays.
 */
#include "app/erase_int.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/lines.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"
#include "model/id.h"

#define LARGEST	(16u << 20)
#define DEEPEST	4

static bool
is_of(const char *name, int64_t id)
{
	char code[ID_CODE];

	id_code(id, code);
	return strstr(name, code) != NULL;
}

/* Does the name of a draft, or the line of a question, name the contact or a
 * record about them? */
static bool
is_draft_of(const struct erase *x, const char *name)
{
	bool is = is_of(name, x->id);

	for (size_t i = 0; i < x->about.n && !is; i++)
		is = is_of(name, x->about.v[i].id);
	return is;
}

/* Lines that were typed go whole: names stand there in small letters; those of
 * questions name the record that was asked about. The first, of what was left,
 * becomes empty. */
static char *
other_lines(const struct erase *x, const char *text)
{
	struct strs lines = { 0 };
	struct buf b;
	bool gone = false;

	str_split(&lines, text, '\n');
	buf_init(&b, LARGEST);
	for (size_t i = 0; i < lines.n; i++) {
		bool of = is_draft_of(x, lines.v[i]) ||
		    mention_in(&x->of, lines.v[i], MENTION_ANY, NULL, NULL);

		gone = gone || of;
		if (!of || i == 0)
			buf_addf(&b, "%s%s", of ? "" : lines.v[i],
			    i + 1 < lines.n ? "\n" : "");
	}
	strs_clear(&lines);
	if (!gone)
		buf_clear(&b);
	return gone ? buf_take(&b) : NULL;
}

/* What the file holds without the person; NULL when it stays. */
static char *
without(const struct erase *x, const char *path, const char *text)
{
	char *dir = path_dir(path), *new = NULL;

	if (strcmp(path_base(dir), LINES_FOLDER) == 0)
		new = other_lines(x, text);
	else if (mention_in(&x->of, text, MENTION_SURE, NULL, NULL))
		new = mention_replace(&x->of, text, MENTION_SMALL,
		    ERASED_TEXT);
	free(dir);
	return new;
}

/* "the file drafts/0-form-task of the state folder" and WORDS. */
static void
say(const char *path, const char *words, struct strs *out)
{
	char *dir = path_dir(path);

	strs_take(out, xasprintf("the file %s/%s of the state folder%s",
	    path_base(dir), path_base(path), words));
	free(dir);
}

static enum status
take_away(const char *path, struct strs *done, struct err *e)
{
	if (done == NULL)
		return unlink(path) == 0 || errno == ENOENT ? ST_OK :
		    err_errno(e, "cannot remove %s", path);
	say(path, " goes", done);
	return ST_OK;
}

/* What another of the same surname may be called stays, and is said; DONE as for
 * erase_files. */
static enum status
one_file(const struct erase *x, const char *path, struct strs *done,
    struct strs *left, struct err *e)
{
	char *text, *new;
	size_t n;
	enum status st = ST_OK;

	if (is_draft_of(x, path_base(path)))
		return take_away(path, done, e);
	if ((st = path_read(path, LARGEST, &text, &n, e)) != ST_OK)
		return st;
	if (memchr(text, '\0', n) == NULL) {
		new = without(x, path, text);
		if (new != NULL && done != NULL)
			say(path, ": the person is taken out of it", done);
		else if (new != NULL)
			st = path_replace(path, new, strlen(new), true, e);
		if (mention_in(&x->of, new != NULL ? new : text, MENTION_PART,
		    NULL, NULL))
			say(path, " (perhaps somebody else)", left);
		free(new);
	}
	free(text);
	return st;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static enum status
one_folder(const struct erase *x, const char *dir, int depth,
    struct strs *done, struct strs *left, struct err *e)
{
	DIR *d = opendir(dir);
	struct strs names = { 0 };
	struct dirent *entry;
	enum status st = ST_OK;

	if (d == NULL)
		return errno == ENOENT ? ST_OK :
		    err_errno(e, "cannot read %s", dir);
	while ((entry = readdir(d)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			strs_add(&names, entry->d_name);
	closedir(d);
	if (names.n > 1)
		qsort(names.v, names.n, sizeof *names.v, by_name);
	for (size_t i = 0; i < names.n && st == ST_OK; i++) {
		char *path = path_join(dir, names.v[i]);
		struct stat sb;

		if (lstat(path, &sb) == 0 && S_ISDIR(sb.st_mode) &&
		    depth < DEEPEST)
			st = one_folder(x, path, depth + 1, done, left, e);
		else if (lstat(path, &sb) == 0 && S_ISREG(sb.st_mode) &&
		    (uintmax_t)sb.st_size <= LARGEST)
			st = one_file(x, path, done, left, e);
		free(path);
	}
	strs_clear(&names);
	return st;
}

enum status
erase_files(const struct erase *x, struct strs *done, struct strs *left,
    struct err *e)
{
	char *dir = path_state("");
	enum status st = one_folder(x, dir, 0, done, left, e);

	free(dir);
	return st;
}

enum status
erase_look_files(const struct erase *x, struct strs *done, struct strs *left,
    struct err *e)
{
	return erase_files(x, done, left, e);
}
