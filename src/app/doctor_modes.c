/* doctor_modes.c - who may read and write the files of the installation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * design.md 2 and 5: files 0600, folders 0700, all of one account.
 */
#include "app/doctor_int.h"

#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"

enum {
	OTHERS_WRITE = S_IWGRP | S_IWOTH,
	OTHERS = S_IRWXG | S_IRWXO,
	KEYS_MAX = 1 << 20
};

/* One thing, as it is: told once, by its worst fault. */
struct thing {
	char		*path;
	const char	*what;		/* "the database" */
	bool		 dir;
	bool		 shared;	/* others may read it: /etc */
	bool		 no_link;	/* a link there is a fault */
	bool		 own_link;	/* but not one of ours */
};

static bool
told_kind(struct doctor *d, const struct thing *t, const struct stat *sb)
{
	bool is_dir = S_ISDIR(sb->st_mode) != 0;

	if (t->no_link && S_ISLNK(sb->st_mode))
		doctor_find(d, DOCTOR_ERROR, "Put the real one in its place.",
		    "%s (%s) is a link.", t->path, t->what);
	else if (is_dir != t->dir && !S_ISLNK(sb->st_mode))
		doctor_find(d, DOCTOR_ERROR, "Move it away.", "%s (%s) is no "
		    "%s.", t->path, t->what, t->dir ? "folder" : "file");
	else
		return false;
	return true;
}

static bool
told_use(struct doctor *d, const struct thing *t)
{
	int need = t->shared ? R_OK : t->dir ? R_OK | W_OK | X_OK :
	    R_OK | W_OK;

	if (access(t->path, need) == 0 || errno == EROFS)
		return false;
	doctor_find(d, DOCTOR_ERROR, "Give it to the account that runs "
	    "caseload (chown), with the rights to read and write.",
	    "%s (%s) may not be %s by this account.", t->path, t->what,
	    t->shared ? "read" : "read and written");
	return true;
}

static bool
told_mode(struct doctor *d, const struct thing *t, const struct stat *sb)
{
	unsigned mode = sb->st_mode & 07777;
	bool sticky = t->dir && (mode & S_ISVTX) != 0;	/* as /tmp */
	bool told = true;
	char *advice = xasprintf("Run chmod %s %s.", t->dir ? "700" : "600",
	    t->path);

	if ((mode & OTHERS_WRITE) != 0 && !sticky)
		doctor_find(d, DOCTOR_ERROR, advice, "Others on this machine may "
		    "change %s (%s): its mode is %04o.", t->path, t->what,
		    mode);
	else if ((mode & OTHERS) != 0 && !t->shared && !sticky)
		doctor_find(d, DOCTOR_WARNING, advice, "Others on this machine "
		    "may read %s (%s): its mode is %04o.", t->path, t->what,
		    mode);
	else if (sb->st_uid != geteuid() && !t->shared && !sticky)
		doctor_find(d, DOCTOR_WARNING, "Let one account own all files "
		    "(chown).", "%s (%s) belongs to another account.", t->path,
		    t->what);
	else
		told = false;
	free(advice);
	return told;
}

/* *TOLD counts the faults; a thing that is not there has none. */
static void
look_at(struct doctor *d, const struct thing *t, size_t *told)
{
	struct stat sb, at;

	if ((t->no_link ? lstat : stat)(t->path, &sb) != 0)
		return;
	if (S_ISLNK(sb.st_mode) && t->own_link && (sb.st_uid == geteuid() ||
	    sb.st_uid == 0) && stat(t->path, &at) == 0)
		sb = at;
	*told += told_kind(d, t, &sb) || told_use(d, t) ||
	    told_mode(d, t, &sb);
}

/* Lines of ours in ~/.ssh/authorized_keys: who can write there can come in, and
 * sshd reads no file that others may write. */
static void
look_at_keys(struct doctor *d, size_t *told)
{
	char *dir = path_typed("~/.ssh"), *file = path_join(dir,
	    "authorized_keys"), *text;

	if (path_read(file, KEYS_MAX, &text, NULL, NULL) == ST_OK) {
		if (strstr(text, "hub-session") != NULL) {
			look_at(d, &(struct thing){ dir, "where sshd finds "
			    "keys", true, false, false, false }, told);
			look_at(d, &(struct thing){ file, "keys of this hub",
			    false, false, false, false }, told);
		}
		free(text);
	}
	free(file);
	free(dir);
}

static void
look_at_settings(struct doctor *d, size_t *told)
{
	struct strs files = { 0 };

	options_files(d->config, &files);
	for (size_t i = 0; i < files.n; i++)
		look_at(d, &(struct thing){ files.v[i], "settings", false,
		    str_starts(files.v[i], "/etc/"), false, false }, told);
	strs_clear(&files);
}

void
doctor_modes(struct doctor *d)
{
	static const struct { const char *suffix, *what; bool dir; } beside[] = {
		{ "", "the database", false },
		{ "-journal", "its journal", false },
		{ "-wal", "its journal", false },
		{ "-shm", "the index of its journal", false },
		{ ".backups", "its backups", true },
		{ ".live", "who is here", true },
		{ ".outbox", "files for users", true },
	};
	char *path, *dir, *state = path_state("");
	size_t told = 0;

	for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
		path = doctor_beside(d, beside[i].suffix);
		look_at(d, &(struct thing){ path, beside[i].what,
		    beside[i].dir, false, true,
		    str_eq(beside[i].suffix, ".backups") }, &told);
		if (i == 0) {
			dir = path_dir(path);
			look_at(d, &(struct thing){ dir, "the folder of the "
			    "database", true, false, false, false }, &told);
			free(dir);
		}
		free(path);
	}
	state[strlen(state) - 1] = '\0';
	look_at(d, &(struct thing){ state, "drafts and the log", true, false,
	    false, false }, &told);
	free(state);
	look_at_settings(d, &told);
	look_at_keys(d, &told);
	if (told == 0)
		doctor_ok(d, "Only this account may read and write the files.");
}
