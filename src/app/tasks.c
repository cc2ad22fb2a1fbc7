/* tasks.c - what one does with tasks: tick, put off, give away, follow up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/tasks.h"

#include <stdlib.h>

#include "app/quick_part.h"
#include "app/record.h"
#include "app/text.h"
#include "app/users.h"
#include "base/buf.h"
#include "base/mem.h"
#include "db/rules.h"
#include "model/fields.h"
#include "model/filter.h"

/* --- many records in one step -------------------------------------------- */

/* What becomes of each: FN changes ROW. */
struct deed {
	const char	*verb;		/* of the step's label */
	enum status	(*fn)(struct app *, const struct deed *, struct row *,
			    struct err *);
	const char	*text;		/* what its field becomes */
};

static enum status
do_one(struct app *app, const struct entity *ent, int64_t id,
    const struct deed *d, struct err *e)
{
	struct row *base, *mine;
	enum status st = record_load(app, ent, id, &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	st = d->fn(app, d, mine, e);
	if (st == ST_OK)
		st = record_change(app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

static enum status
do_all(struct app *app, const struct entity *ent, const int64_t *id, size_t n,
    const struct deed *d, struct err *e)
{
	struct buf label;
	enum status st = ST_OK;

	for (size_t i = 0; i < n && st == ST_OK; i++)
		st = do_one(app, ent, id[i], d, e);
	buf_init(&label, BUF_LINE);
	buf_addf(&label, "%s ", d->verb);
	if (n == 1)
		ref_text(app, ent, id[0], &label);
	else
		entity_counted(ent, n, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}

static enum status
do_step(struct app *app, const int64_t *id, size_t n, const struct deed *d,
    struct err *e)
{
	enum status st = step_begin(app, e);

	return st != ST_OK ? st :
	    do_all(app, entities[ENT_task], id, n, d, e);
}

static enum status
set_done(struct app *app, const struct deed *d, struct row *row,
    struct err *e)
{
	(void)app;
	(void)e;
	row_set(row, F_task_status, d->text);
	return ST_OK;
}

/* What is to be done is so already, be it open or waiting. */
static enum status
set_open(struct app *app, const struct deed *d, struct row *row,
    struct err *e)
{
	(void)app;
	(void)e;
	if (str_in(row_get(row, F_task_status), "done dropped"))
		row_set(row, F_task_status, d->text);
	return ST_OK;
}

static enum status
set_due(struct app *app, const struct deed *d, struct row *row, struct err *e)
{
	(void)app;
	(void)e;
	row_set(row, F_task_due, d->text);
	return ST_OK;
}

enum status
task_tick(struct app *app, const int64_t *id, size_t n, struct err *e)
{
	return do_step(app, id, n,
	    &(struct deed){ "ticked", set_done, "done" }, e);
}

enum status
task_untick(struct app *app, const int64_t *id, size_t n, struct err *e)
{
	return do_step(app, id, n,
	    &(struct deed){ "unticked", set_open, "open" }, e);
}

enum status
task_later(struct app *app, const int64_t *id, size_t n, int day,
    struct err *e)
{
	char iso[11];

	day_iso(day, iso);
	return do_step(app, id, n,
	    &(struct deed){ "put off", set_due, iso }, e);
}

/* --- owners -------------------------------------------------------------- */

bool
assign_takes(const struct entity *ent)
{
	return filter_owner_of(ent) >= 0 && ent->no != ENT_view;
}

static enum status
set_owner(struct app *app, const struct deed *d, struct row *row,
    struct err *e)
{
	return value_parse(app, row, filter_owner_of(row->ent), d->text, 0,
	    true, e);
}

/* WHO as a reference, within the step at hand. */
static enum status
owner_ref(struct app *app, const char *who, struct buf *out, struct err *e)
{
	int64_t id;
	enum status st;

	if (*who == '\0' || str_istarts(who, "contact/")) {
		buf_add(out, who);
		return ST_OK;
	}
	if ((st = users_need(app, who, &id, e)) == ST_OK)
		ref_text(app, entities[ENT_user], id, out);
	return st;
}

enum status
assign(struct app *app, const struct entity *ent, const int64_t *id, size_t n,
    const char *who, struct err *e)
{
	struct deed d = { "assigned", set_owner, NULL };
	struct buf ref;
	enum status st;

	if (!assign_takes(ent))
		return err_set(e, ST_INVALID, "%s have no owner.",
		    ent->plural);
	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	buf_init(&ref, BUF_LINE);
	st = owner_ref(app, who, &ref, e);
	d.text = ref.p;
	st = st == ST_OK ? do_all(app, ent, id, n, &d, e) :
	    step_end(app, st, "", e);
	buf_clear(&ref);
	return st;
}

/* --- follow-ups ---------------------------------------------------------- */

/* Let ROW, a new task, be about the record. */
static enum status
be_about(struct app *app, struct row *row, const struct entity *ent,
    int64_t id, struct err *e)
{
	int school = entity_field(ent, "school");
	struct row *r;
	enum status st;

	if (ent->no == ENT_plan) {
		row_set_ref(row, F_task_plan, ent->id, id);
		return ST_OK;
	}
	if (str_in(ent->id, row->ent->fields[F_task_about].ref)) {
		row_set_ref(row, F_task_about, ent->id, id);
		return ST_OK;
	}
	if ((st = record_load(app, ent, id, &r, e)) != ST_OK)
		return st;
	if (ent->no == ENT_task) {
		row_set(row, F_task_about, row_get(r, F_task_about));
		row_set(row, F_task_school, row_get(r, F_task_school));
	} else if (school >= 0 && ent->fields[school].type == FT_REF &&
	    row_ref(r, school) != 0) {
		row_set_ref(row, F_task_about, "school", row_ref(r, school));
	} else {
		st = err_set(e, ST_INVALID, "A task cannot be about one of the"
		    " %s.", ent->ids);
	}
	row_free(r);
	return st;
}

/* Title and day of ROW from LINE. */
static enum status
read_line(struct app *app, struct row *row, const char *line, struct err *e)
{
	char *fault = NULL, *title, iso[11];
	int day;
	enum status st;

	title = when_cut(line, app->today, &day, &fault);
	if (fault != NULL)
		st = err_field(e, ST_INVALID, "due", "%s", fault);
	else if (*title == '\0')
		st = err_field(e, ST_INVALID, "title", "What is to be done?"
		    " Write: send toolkit fri");
	else
		st = value_parse(app, row, F_task_title, title, 0, false, e);
	day_iso(day, iso);
	row_set(row, F_task_due, iso);
	free(fault);
	free(title);
	return st;
}

int
follow_up_day(struct app *app, const char *line)
{
	char *fault = NULL;
	int day;

	free(when_cut(line, app->today, &day, &fault));
	free(fault);
	return day;
}

enum status
follow_up(struct app *app, const struct entity *ent, int64_t id,
    const char *line, int64_t *task, struct err *e)
{
	struct row *row = record_new(app, entities[ENT_task]);
	enum status st = read_line(app, row, line, e);

	if (st == ST_OK)
		st = be_about(app, row, ent, id, e);
	if (st == ST_OK)
		st = record_save(app, NULL, row, NULL, e);
	if (st == ST_OK)
		*task = row->id;
	row_free(row);
	return st;
}
