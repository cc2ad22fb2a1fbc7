/* doctor.c - the table of what is looked at, and how it is told.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/doctor_int.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "db/db.h"

/* For the quick check of the database: somebody waits at a screen. */
enum { WHOLE_MS = 2000, WHOLE_SCREEN_MS = 500 };

const char *const doctor_levels[] = { "ok", "warning", "error" };

/* One row each; what others are explained by comes first. */
static void (*const checks[])(struct doctor *) = {
	doctor_settings,
	doctor_zone,
	doctor_rules,
	doctor_disk,
	doctor_synced,
	doctor_space,
	doctor_modes,
	doctor_sqlite,
	doctor_database,
	doctor_journal,
	doctor_whole,
	doctor_users,
	doctor_keys,
	doctor_clock,
	doctor_backups,
	doctor_drafts,
	doctor_live,
	doctor_outbox,
	doctor_log,
	doctor_terminal,
};

static void __attribute__((format(printf, 4, 0)))
tell(struct doctor *d, enum doctor_level level, const char *advice,
    const char *fmt, va_list ap)
{
	struct buf what;

	buf_init(&what, BUF_LINE);
	buf_addv(&what, fmt, ap);
	d->fn(d->arg, level, what.p, advice);
	buf_clear(&what);
}

void
doctor_ok(struct doctor *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tell(d, DOCTOR_OK, "", fmt, ap);
	va_end(ap);
}

void
doctor_find(struct doctor *d, enum doctor_level level, const char *advice,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tell(d, level, advice, fmt, ap);
	va_end(ap);
}

void
doctor_size(uint64_t bytes, char out[16])
{
	static const char *const unit[] = { "kB", "MB", "GB", "TB" };
	double v = (double)bytes / 1024;
	size_t u = 0;

	for (; v >= 1000 && u < 3; u++)
		v /= 1024;
	snprintf(out, 16, v < 10 && u > 0 ? "%.1f %s" : "%.0f %s", v, unit[u]);
}

char *
doctor_beside(const struct doctor *d, const char *suffix)
{
	char *real = realpath(d->file, NULL);
	char *path = xasprintf("%s%s", real != NULL ? real : d->file, suffix);

	free(real);
	return path;
}

/* What is wrong in the files is told by its check; here what can be used is
 * read, file by file. */
static void
read_settings(struct doctor *d)
{
	struct strs files = { 0 };

	d->opt = options_new();
	options_files(d->config, &files);
	for (size_t i = 0; i < files.n; i++)
		if (options_read_file(d->opt, files.v[i], NULL) != ST_OK)
			continue;
	strs_clear(&files);
}

static int
day_of(const struct doctor *d)
{
	const char *said = d->from->start->today;
	int day;

	if (d->from->app != NULL)
		return app_today(d->from->app);
	if (said == NULL)
		said = getenv("CASELOAD_TODAY");
	day = said != NULL ? day_from_iso(said) : DAY_NONE;
	return day != DAY_NONE ? day :
	    clock_day(d->now, option_text(d->opt, OPT_TIMEZONE));
}

void
doctor_run(const struct doctor_start *from, doctor_fn fn, void *arg)
{
	struct doctor d = { .from = from, .fn = fn, .arg = arg,
		.now = clock_ms() };

	d.config = app_config_path(from->start);
	read_settings(&d);
	d.today = day_of(&d);
	d.file = from->app != NULL ? xstrdup(db_path(from->app->db)) :
	    app_db_path_of(from->start, d.opt);
	db_health(d.file, from->app != NULL ? from->app->db : NULL,
	    from->app != NULL ? WHOLE_SCREEN_MS : WHOLE_MS, &d.db);
	for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
		checks[i](&d);
	db_health_clear(&d.db);
	options_free(d.opt);
	free(d.file);
}
