/* since.c - what others changed in my records since I was last here.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file is one line: the number of the step, and the time.
 */
#include "app/since.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "app/options.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/path.h"

#define FOLDER	"seen"
#define MAX	100u

enum {
	PAGE = 64,		/* steps read at once */
	SLICE = 8,		/* looks at up to 64 changes between two keys */
	NAMED = 3		/* users in the sentence */
};

/* --- the point ----------------------------------------------------------- */

static bool
read_point(struct app *app, struct since_point *out)
{
	char *path = draft_path(app, FOLDER, "last"), *text;
	struct strs word = { 0 };
	bool good = false;

	if (path_read(path, MAX, &text, NULL, NULL) == ST_OK) {
		str_words(&word, text);
		good = word.n == 2 &&
		    str_int(word.v[0], 0, INT64_MAX - 1, &out->seq) &&
		    (out->ms = clock_from_iso(word.v[1])) >= 0;
		strs_clear(&word);
		free(text);
	}
	free(path);
	return good;
}

/* A database that was put back to an earlier day has not got that far. */
static bool
fits(struct app *app, const struct since_point *p)
{
	int64_t newest;

	return steps_newest(app->db, &newest, NULL) != ST_OK ||
	    p->seq <= newest;
}

bool
since_last(struct app *app, struct since_point *out)
{
	return read_point(app, out) && fits(app, out);
}

static enum status
write_point(struct app *app, const struct since_point *p, struct err *e)
{
	char *path = draft_path(app, FOLDER, "last"), *dir = path_dir(path);
	char at[25], *text;
	enum status st;

	clock_iso(p->ms, at);
	text = xasprintf("%" PRId64 " %s\n", p->seq, at);
	st = path_make_dir(dir, e);
	if (st == ST_OK)
		st = path_replace_soon(path, text, strlen(text), e);
	free(text);
	free(dir);
	free(path);
	return st;
}

/* Two sessions that end in the same instant may leave the lower step: then
 * something is told twice, and nothing is lost. */
static void
remember(struct app *app, int64_t seq, int64_t ms)
{
	struct since_point old, now = { seq, ms };
	struct err e = { 0 };

	if (since_last(app, &old) && (old.seq > seq ||
	    (old.seq == seq && old.ms > ms)))
		return;
	if (write_point(app, &now, &e) != ST_OK)
		log_line("what was seen is not remembered: %s", e.text);
}

void
since_seen(struct app *app)
{
	remember(app, app->first_seq, app->began_ms);
}

void
since_leave(struct app *app)
{
	int64_t newest;
	struct err e = { 0 };

	if (steps_newest(app->db, &newest, &e) == ST_OK) {
		remember(app, newest, clock_ms());
		return;
	}
	log_line("what there is to see was not read: %s", e.text);
	since_seen(app);
}

/* --- counting ------------------------------------------------------------ */

struct history_query
since_query(const struct since *s)
{
	return (struct history_query){ HISTORY_ALL, .after = s->last.seq,
	    .before = s->upto + 1, .not_user = s->app->user, .mine = true };
}

void
since_open(struct since *s, struct app *app)
{
	*s = (struct since){ .app = app, .upto = app->first_seq,
	    .mine = { .app = app }, .list_more = true,
		.before = app->first_seq + 1 };
	s->done = !since_last(app, &s->last);
}

void
since_clear(struct since *s)
{
	mine_rows_clear(&s->mine);
	step_list_clear(&s->list);
	strs_clear(&s->users);
	*s = (struct since){ .done = true };
}

static enum status
next_page(struct since *s, struct err *e)
{
	struct history_query q = since_query(s);

	enum status st;

	q.mine = false;
	q.before = s->before;
	step_list_clear(&s->list);
	s->at = 0;
	st = step_list_more(s->app, &q, PAGE, &s->list, &s->list_more, e);
	if (st != ST_OK)
		step_list_clear(&s->list);
	if (s->list.n > 0)
		s->before = s->list.v[s->list.n - 1].seq;
	s->looked += (int64_t)s->list.n;
	return st;
}

static void
count(struct since *s, const char *user)
{
	s->more = s->done = s->steps == SINCE_MOST;
	if (s->done)
		return;
	s->steps++;
	if (!strs_has(&s->users, user))
		strs_add(&s->users, user);
}

/* Some changes of the step at hand. */
static enum status
look(struct since *s, struct err *e)
{
	const struct step *step = &s->list.v[s->at];
	struct step_row row[STEP_ROWS];
	int64_t at = s->change_at;
	enum status st;
	size_t n;

	st = mine_rows_step(&s->mine, step->seq, &at, row, &n, e);
	if (st != ST_OK)
		return st;
	if (n > 0)
		count(s, step->user);
	s->change_at = n > 0 ? 0 : at;
	s->at += s->change_at == 0;
	return ST_OK;
}

enum status
since_more(struct since *s, struct err *e)
{
	enum status st = ST_OK;

	for (int i = 0; i < SLICE && st == ST_OK && !s->done; i++) {
		if (s->at < s->list.n) {
			st = look(s, e);
		} else if (s->list_more && s->looked < SINCE_LOOKED) {
			st = next_page(s, e);
		} else {
			s->more = s->list_more && s->steps > 0;
			s->done = true;
		}
	}
	return st;
}

/* --- words --------------------------------------------------------------- */

void
since_when(const struct since *s, struct buf *out)
{
	const char *zone = option_text(s->app->opt, OPT_TIMEZONE);
	int day = clock_day(s->last.ms, zone), today = s->app->today;
	char name[24], at[25], time[6];

	clock_hhmm(s->last.ms, zone, time);
	if (day == today) {
		buf_addf(out, "today %s", time);
	} else if (day > today - 7 && day < today) {
		day_long(day, name);
		buf_addf(out, "%.3s %s", name, time);
	} else {
		clock_iso(s->last.ms, at);
		step_when(s->app, at, out);
	}
}

void
since_words(const struct since *s, bool brief, struct buf *out)
{
	size_t named = s->users.n > NAMED + 1 ? NAMED : s->users.n;

	buf_add(out, brief ? "Since " : "Since you were last here, ");
	since_when(s, out);
	buf_addf(out, ": %lld%s change%s by ", (long long)s->steps,
	    s->more ? "+" : "", s->steps == 1 && !s->more ? "" : "s");
	for (size_t i = 0; i < named; i++)
		buf_addf(out, "%s%s", i > 0 ? ", " : "", s->users.v[i]);
	if (named < s->users.n)
		buf_addf(out, " and %zu others", s->users.n - named);
}
