/* backup_daily.c - a backup each day, by the first save of the day or by a timer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/backup.h"

#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/may.h"
#include "app/options.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "db/db.h"
#include "model/tables.h"

enum {
	AGAIN_S = 3600,		/* after a failure the next save waits so long */
	NICE = 10,
	FDS = 1024		/* that a child may have got from its parent */
};
#define LOCK	"lock"
#define FAILED	"failed"	/* why the last one failed */

/* --- one a day --------------------------------------------------------------- */

struct daily {
	struct db	*db;
	const char	*most;		/* [backup] max */
	int		 today;
	backup_fn	 fn;
	void		*arg;
};

/* What a killed one left. Only under the lock. */
static void
sweep(const char *folder)
{
	const struct dirent *d;
	DIR *dir = opendir(folder);

	while (dir != NULL && (d = readdir(dir)) != NULL)
		if (str_starts(d->d_name, ".caseload-"))
			(void)unlinkat(dirfd(dir), d->d_name, 0);
	if (dir != NULL)
		closedir(dir);
}

/* Held until the file is closed, also by the end of the process. */
static enum status
take_lock(const char *folder, int *fd, struct err *e)
{
	char *path = path_join(folder, LOCK);
	enum status st = ST_OK;

	*fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (*fd < 0)
		st = err_errno(e, "cannot write %s", path);
	else if (flock(*fd, LOCK_EX | LOCK_NB) != 0)
		st = err_set(e, ST_BUSY, "Another backup is being made.");
	if (st != ST_OK && *fd >= 0)
		close(*fd);
	free(path);
	return st;
}

/* Nothing was saved since the file was made. */
static bool
is_there(const char *path, const char *file)
{
	struct stat made, saved;

	return stat(path, &made) == 0 && stat(file, &saved) == 0 &&
	    (made.st_mtim.tv_sec > saved.st_mtim.tv_sec ||
	    (made.st_mtim.tv_sec == saved.st_mtim.tv_sec &&
	    made.st_mtim.tv_nsec >= saved.st_mtim.tv_nsec));
}

/* What the next start tells; nothing when it went well. */
static void
note_failure(const char *folder, int today, const struct err *e)
{
	char *path = path_join(folder, FAILED), day[11], *text;

	day_iso(today, day);
	text = xasprintf("%s: %s", day, e != NULL ? e->text : "");
	if (e == NULL)
		(void)unlink(path);
	else if (path_replace(path, text, strlen(text), true, NULL) != ST_OK)
		(void)unlink(path);
	free(text);
	free(path);
}

static enum status
under_lock(const struct daily *d, const char *folder, struct strs *told,
    struct err *e)
{
	const char *file = db_path(d->db);
	char day[11], *name, *path;
	enum status st = ST_OK;

	day_iso(d->today, day);
	name = xasprintf("%s.db", day);
	path = path_join(folder, name);
	sweep(folder);
	if (is_there(path, file))
		strs_take(told, xasprintf("Nothing was saved since %s.", path));
	else if ((st = backup_make(d->db, path, true, d->fn, d->arg, e)) ==
	    ST_OK)
		strs_take(told, xasprintf("Made %s.", path));
	if (st == ST_OK)
		backup_tidy(file, d->most, d->today, told);
	if (st != ST_INTERRUPTED)
		note_failure(folder, d->today, st == ST_OK ? NULL : e);
	free(path);
	free(name);
	return st;
}

static enum status
make_daily(const struct daily *d, struct strs *told, struct err *e)
{
	char *folder = backup_folder(db_path(d->db));
	enum status st = backup_make_folder(folder, e);
	int lock;

	if (st == ST_OK && (st = take_lock(folder, &lock, e)) == ST_OK) {
		st = under_lock(d, folder, told, e);
		close(lock);
	}
	free(folder);
	return st;
}

static int
real_day(const struct app *app)
{
	return clock_day(clock_ms(), option_text(app->opt, OPT_TIMEZONE));
}

enum status
backup_daily(struct app *app, struct strs *told, backup_fn fn, void *arg,
    struct err *e)
{
	struct daily d = { .db = app->db, .today = real_day(app), .fn = fn,
		.arg = arg, .most = option_text(app->opt, OPT_BACKUP_MAX) };
	enum status st = may_do(app, DO_BACKUP, NULL, e);

	return st == ST_OK ? make_daily(&d, told, e) : st;
}

char *
backup_failed(const char *file)
{
	char *folder = backup_folder(file), *path = path_join(folder, FAILED);
	char *text = NULL;

	if (path_read(path, 4096, &text, NULL, NULL) != ST_OK)
		text = NULL;
	free(path);
	free(folder);
	return text;
}

/* --- by the first save of the day --------------------------------------------- */

/* Its own session, so that no hang-up reaches it; nothing of the parent's. The
 * parent's connection to the database is not touched: it holds no lock here. */
static void
leave_parent(void)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGTERM, SIGTSTP,
		SIGWINCH, SIGALRM };
	int null;

	for (size_t i = 0; i < COUNT_OF(signals); i++)
		(void)signal(signals[i], i == 0 ? SIG_IGN : SIG_DFL);
	(void)setsid();
	if (nice(NICE) == -1)
		errno = 0;		/* then at the usual priority */
	for (int fd = 0; fd < FDS; fd++)
		(void)close(fd);
	null = open("/dev/null", O_RDWR);
	while (null >= 0 && null < 2)
		null = dup(null);
}

static void
child(const char *file, const char *most, int today)
{
	struct daily d = { .most = most, .today = today };
	struct strs told = { 0 };
	struct err e = { 0 };

	leave_parent();
	if (db_open(file, DB_ALLOW_FUSE, &d.db, &e) == ST_OK)
		(void)make_daily(&d, &told, &e);
	db_close(d.db);
	strs_clear(&told);
}

/* A grandchild, which nobody has to wait for. */
static void
start(const char *file, const char *most, int today)
{
	pid_t pid = fork();

	if (pid == 0) {
		if (fork() == 0)
			child(file, most, today);
		_exit(0);
	}
	while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		continue;
}

/* Made already, or failed lately. */
static bool
is_done(const char *file, int today)
{
	char day[11], *folder = backup_folder(file), *name, *path, *why;
	struct stat sb;
	bool done;

	day_iso(today, day);
	name = xasprintf("%s.db", day);
	path = path_join(folder, name);
	why = path_join(folder, FAILED);
	done = stat(path, &sb) == 0 || (stat(why, &sb) == 0 &&
	    clock_ms() / 1000 - sb.st_mtime < AGAIN_S &&
	    clock_ms() / 1000 >= sb.st_mtime);
	free(why);
	free(path);
	free(name);
	free(folder);
	return done;
}

void
backup_after_save(struct app *app)
{
	const char *file = db_path(app->db), *asked = getenv("CASELOAD_BACKUP");
	int today;

	if (!option_yes(app->opt, OPT_BACKUP_DAILY) ||
	    (asked != NULL && str_eq(asked, "no")) || str_eq(file, ":memory:"))
		return;
	today = real_day(app);
	if (app->backed_up == today)
		return;
	app->backed_up = today;
	if (!is_done(file, today))
		start(file, option_text(app->opt, OPT_BACKUP_MAX), today);
}
