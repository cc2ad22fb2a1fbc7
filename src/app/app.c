/* app.c - a session: the database, who is writing, what today is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/app.h"

#include <assert.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/access.h"
#include "app/eligible.h"
#include "app/may.h"
#include "app/options.h"
#include "app/quick_memo.h"
#include "app/terms.h"
#include "app/worked.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "db/db.h"
#include "db/steps.h"
#include "model/tables.h"
#include "model/eligible.h"
#include "model/framework.h"

/* The command line first, then the environment; NULL when neither says. */
static const char *
said(const char *given, const char *env)
{
	const char *v;

	if (given != NULL)
		return given;
	v = getenv(env);
	return v != NULL && v[0] != '\0' ? v : NULL;
}

/* The name under which this session saves: it is hostile text as any, and a
 * refusal says where it came from. */
static enum status
find_user(struct app *app, const struct app_start *s, struct err *e)
{
	const char *name = said(s->user, "CASELOAD_USER");
	const char *from = s->user != NULL ? "--user" : "CASELOAD_USER";
	struct passwd *pw;

	if (name == NULL && option_text(app->opt, OPT_USER_NAME)[0] != '\0') {
		name = option_text(app->opt, OPT_USER_NAME);
		from = "[user] name";
	}
	if (name == NULL) {
		pw = getpwuid(getuid());
		name = pw != NULL ? pw->pw_name : "user";
		from = "the login name";
	}
	app->user = str_trimmed(name);
	if (user_check_name(app->user, e) == ST_OK)
		return ST_OK;
	return err_prefix(e, "%s: ", from);
}

static enum status
find_today(struct app *app, const struct app_start *s, struct err *e)
{
	const char *day = said(s->today, "CASELOAD_TODAY");
	const char *now = said(NULL, "CASELOAD_NOW");

	if (now != NULL && !clock_is_fixed())
		return err_set(e, ST_USAGE, "CASELOAD_NOW: \"%s\" is no time;"
		    " write 2026-11-20T10:00:00Z.", now);
	app->today_fixed = day != NULL;
	if (day == NULL) {
		app_tick(app);
		return ST_OK;
	}
	app->today = day_from_iso(day);
	if (app->today == DAY_NONE)
		return err_set(e, ST_USAGE, "--today: \"%s\" is no day; write"
		    " YYYY-MM-DD.", day);
	return ST_OK;
}

const char *
app_config_path(const struct app_start *s)
{
	return said(s->config, "CASELOAD_CONFIG");
}

char *
app_db_path_of(const struct app_start *s, const struct options *opt)
{
	const char *path = said(s->db, "CASELOAD_DB");

	if (path != NULL)
		return xstrdup(path);
	if (option_text(opt, OPT_DB_FILE)[0] != '\0')
		return path_typed(option_text(opt, OPT_DB_FILE));
	return path_data("caseload.db");
}

enum status
app_db_path(const struct app_start *s, char **out, struct err *e)
{
	struct options *opt;
	enum status st;

	st = options_read(app_config_path(s), &opt, e);
	if (st != ST_OK)
		return st;
	*out = app_db_path_of(s, opt);
	options_free(opt);
	return ST_OK;
}

/* Of those who cannot wait ten seconds for another's save: tests. */
static void
set_wait(struct app *app)
{
	const char *words = said(NULL, "CASELOAD_WAIT");
	int64_t ms;

	if (words != NULL && str_int(words, 1, INT_MAX, &ms))
		db_wait_at_most(app->db, (int)ms);
}

static enum status
open_db(struct app *app, const struct app_start *s, struct err *e)
{
	char *path = app_db_path_of(s, app->opt), *dir;
	unsigned flags = (s->readonly ? DB_READONLY : 0) |
	    (s->create ? DB_CREATE : 0) |
	    (option_yes(app->opt, OPT_ALLOW_FUSE) ? DB_ALLOW_FUSE : 0);
	struct need_weights weights;
	int marks[BENCHMARKS];
	int64_t seq = 0;
	enum status st = ST_OK;

	if (s->create) {
		dir = path_dir(path);
		st = path_make_dir(dir, e);
		free(dir);
	}
	if (st == ST_OK)
		st = db_open(path, flags, &app->db, e);
	if (st == ST_NOT_FOUND)
		st = err_set(e, ST_NOT_FOUND,
		    "There is no database %s; run caseload init.", path);
	free(path);
	option_marks(app->opt, OPT_PASS_MARK, marks);
	option_weights(app->opt, OPT_NEED, &weights);
	if (st == ST_OK) {
		db_set_pass_marks(app->db, marks);
		db_set_need(app->db, &weights);
		set_wait(app);
	}
	if (st == ST_OK)
		db_set_user(app->db, app->user);
	if (st == ST_OK)
		st = meta_get(app->db, "node", &app->node, e);
	if (st == ST_OK)
		st = steps_newest(app->db, &seq, e);
	app->first_seq = seq;
	app->began_ms = clock_ms();
	if (st == ST_OK)
		db_set_eligible(app->db, app->eligible);
	if (st == ST_OK)
		db_set_access(app->db, app->access);
	if (st == ST_OK)
		db_set_placement_days(app->db, (int)option_int(app->opt,
		    OPT_PLACE_DAYS));
	if (st == ST_OK)
		app_tick(app);
	return st;
}

enum status
app_open(struct app *app, const struct app_start *s, struct err *e)
{
	enum status st;

	*app = (struct app){ .readonly = s->readonly,
	    .restricted = s->restricted };
	app->check = s->check;
	app->terminal = s->terminal;
	if (app_config_path(s) != NULL)
		app->config = xstrdup(app_config_path(s));
	st = options_read(app->config, &app->opt, e);
	if (st == ST_OK && s->check != NULL)
		st = s->check(app->opt, e);
	if (st == ST_OK)
		st = find_user(app, s, e);
	if (st == ST_OK)
		st = find_today(app, s, e);
	if (st == ST_OK)
		st = eligible_read(app->opt, &app->eligible, e);
	if (st == ST_OK)
		st = access_read_law(app->opt, &app->access, e);
	if (st == ST_OK)
		st = open_db(app, s, e);
	if (st == ST_OK)
		st = may_look(app, e);
	if (st != ST_OK)
		app_close(app);
	if (st != ST_OK)
		return st;
	terms_serve(app);
	worked_serve(app);
	return st;
}

void
app_unmake(struct app *app)
{
	db_unmake(app->db);
	app->db = NULL;
	app_close(app);
}

void
app_close(struct app *app)
{
	terms_forget(app);
	db_close(app->db);
	worked_forget(app);
	eligible_free(app->eligible);
	access_law_free(app->access);
	options_free(app->opt);
	free(app->config);
	free(app->user);
	free(app->node);
	free(app->notice);
	free(app->name_text);
	memo_free(app->memo);
	if (app->frameworks != NULL)
		frameworks_clear(app->frameworks);
	free(app->frameworks);
	*app = (struct app){ 0 };
}

enum status
app_may_write(const struct app *app, struct err *e)
{
	if (app->readonly)
		return err_set(e, ST_DENIED,
		    "This session is read only: nothing was changed.");
	return may_change(app, e);
}

static void
set_today(struct app *app, int day)
{
	app->today = day;
	if (app->db != NULL)
		db_set_today(app->db, day);
}

void
app_tick(struct app *app)
{
	int day = app->today;

	if (app->looking > 0)
		return;
	if (!app->today_fixed)
		day = clock_day(clock_ms(),
		    option_text(app->opt, OPT_TIMEZONE));
	set_today(app, day);
}

int
app_look(struct app *app, int day)
{
	int was = app->today;

	if (app->looking++ == 0)
		app->real_today = was;
	set_today(app, day);
	return was;
}

void
app_look_back(struct app *app, int was)
{
	assert(app->looking > 0);
	app->looking--;
	set_today(app, was);
}

int
app_today(const struct app *app)
{
	return app->looking > 0 ? app->real_today : app->today;
}

void
app_notice(struct app *app, char *take_text)
{
	free(app->notice);
	app->notice = take_text;
}
