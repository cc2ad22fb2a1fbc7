/* work.c - a, f and v: give it to one of us, follow it up, log a visit with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/work.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/schools.h"
#include "app/tasks.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/log_screen.h"
#include "ui/pick_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* The record under the cursor; a sentence and false where there is none. */
static bool
record_here(struct ui *ui, const struct entity **ent, int64_t *id)
{
	const struct screen *s = stack_main(ui);

	if (s->ops->here != NULL && s->ops->here(s, ent, id))
		return true;
	say(ui, "Go to a record first.");
	return false;
}

#define MANY	20		/* more are given away after a question */

/* --- a: to one of us ----------------------------------------------------- */

struct giving {
	const struct entity *ent;
	int64_t		*id;
	size_t		 n;
	int64_t		 user;		/* chosen */
	char		*who;
};

static enum status
give(struct app *app, const struct giving *g, int64_t user, struct err *e)
{
	struct buf who;
	enum status st;

	buf_init(&who, BUF_LINE);
	ref_text(app, &user_entity, user, &who);
	st = assign(app, g->ent, g->id, g->n, who.p, e);
	buf_clear(&who);
	return st;
}

static void
giving_free(struct giving *g)
{
	free(g->id);
	free(g->who);
	free(g);
}

static void
write_down(struct ui *ui, struct giving *g)
{
	struct err e = {0};
	struct buf what;
	char *now;

	buf_init(&what, BUF_LINE);
	if (g->n == 1)
		title_text(ui->app, g->ent, g->id[0], &what);
	else
		entity_counted(g->ent, g->n, &what);
	if (give(ui->app, g, g->user, &e)) {
		say_err(ui, &e);
	} else if (step_last(ui->app) == 0) {
		say(ui, "%s: %s had that already.", what.p, g->who);
	} else {
		now = xasprintf("now with %s", g->who);
		say_done_to(ui, what.p, now);
		free(now);
		ui_changed(ui);
	}
	buf_clear(&what);
	giving_free(g);
}

static void
on_sure(struct ui *ui, void *arg, bool yes)
{
	struct giving *g = arg;

	if (yes) {
		write_down(ui, g);
		return;
	}
	say(ui, "Nothing was changed.");
	giving_free(g);
}

static void
on_user(struct ui *ui, void *arg, const struct pick *chosen)
{
	struct giving *g = arg;
	struct buf text;

	if (chosen == NULL) {
		giving_free(g);
		return;
	}
	g->user = chosen->id;
	g->who = xstrdup(chosen->name);
	if (g->n <= MANY) {
		write_down(ui, g);
		return;
	}
	buf_init(&text, BUF_LINE);
	buf_add(&text, "Give ");
	entity_counted(g->ent, g->n, &text);
	buf_addf(&text, " to %s? (y/n)", g->who);
	dialog_confirm(ui, text.p, on_sure, g);
	buf_clear(&text);
}

void
work_assign(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n)
{
	static const struct field who = { .id = "owner", .type = FT_REF,
	    .label = "Owner", .ref = "user", .help = "Who is to do it." };
	struct giving *g;

	if (!assign_takes(ent)) {
		say(ui, "%s have no owner.", ent->plural);
		return;
	}
	g = xcalloc(1, sizeof *g);
	g->ent = ent;
	g->n = n;
	g->id = xcalloc(n, sizeof *g->id);
	memcpy(g->id, id, n * sizeof *id);
	pick_open(ui, "Assign to", &who, on_user, g);
}

void
work_assign_here(struct ui *ui)
{
	const struct entity *ent;
	int64_t id;

	if (record_here(ui, &ent, &id))
		work_assign(ui, ent, &id, 1);
}

/* --- f: a follow-up ------------------------------------------------------ */

struct following {
	const struct entity *ent;
	int64_t		 id;
};

static bool
on_line(struct ui *ui, void *arg, const char *text)
{
	struct following *f = arg;
	struct err e = {0};
	struct buf said;
	int64_t task;

	if (str_empty(text)) {
		free(f);
		return true;
	}
	if (follow_up(ui->app, f->ent, f->id, text, &task, &e)) {
		say_err(ui, &e);
		return false;
	}
	buf_init(&said, BUF_LINE);
	buf_add(&said, "To do: ");
	title_text(ui->app, &task_entity, task, &said);
	say_done(ui, said.p);
	buf_clear(&said);
	ui_changed(ui);
	free(f);
	return true;
}

/* The day as it is understood. */
static void
on_typing(struct ui *ui, void *arg, const char *text)
{
	int day = follow_up_day(ui->app, text);
	char shown[24];

	(void)arg;
	if (day == DAY_NONE) {
		say(ui, "No day yet: fri, +1w, 12/3.");
		return;
	}
	day_long(day, shown);
	say(ui, "Due %s.", shown);
}

void
work_follow_up(struct ui *ui)
{
	const struct entity *ent;
	struct following *f;
	int64_t id;

	if (!record_here(ui, &ent, &id))
		return;
	f = xcalloc(1, sizeof *f);
	f->ent = ent;
	f->id = id;
	dialog_prompt_live(ui, "Follow-up: ", "", on_line, on_typing, f);
}

/* --- v: a visit ---------------------------------------------------------- */

/* " Arup; @Tom Adeyemi": a volunteer is met where the employer is. */
static enum status
add_volunteer(struct ui *ui, int64_t id, struct buf *line, struct err *e)
{
	struct row *r;
	enum status st = record_load(ui->app, entities[ENT_volunteer], id, &r,
	    e);

	if (st)
		return st;
	if (row_ref(r, F_volunteer_employer)) {
		buf_addc(line, ' ');
		value_shown(ui->app, r, F_volunteer_employer, line);
	}
	buf_add(line, "; @");
	value_shown(ui->app, r, F_volunteer_contact, line);
	row_free(r);
	return ST_OK;
}

void
work_visit(struct ui *ui)
{
	const struct screen *s = stack_main(ui);
	const struct entity *ent;
	int64_t id, school[64];
	struct err e = {0};
	struct buf line;
	enum status st = ST_OK;
	size_t n = 0;

	if (!record_here(ui, &ent, &id))
		return;
	buf_init(&line, BUF_LINE);
	buf_add(&line, "visit");
	if (ent->no == ENT_school) {
		school[n++] = id;
	} else if (ent->no == ENT_contact) {
		buf_add(&line, "; @");
		title_text(ui->app, ent, id, &line);
	} else if (ent->no == ENT_employer) {
		buf_addc(&line, ' ');
		title_text(ui->app, ent, id, &line);
	} else if (ent->no == ENT_volunteer) {
		st = add_volunteer(ui, id, &line, &e);
	} else if (s->ops->schools != NULL) {
		n = s->ops->schools(s, school, 64);
	}
	if (!n && !st && line.n == strlen("visit") &&
	    schools_about(ui->app, ent, id, school, 64, &n, &e))
		st = e.st;
	if (st) {
		say_err(ui, &e);
	} else if (n > 0 || line.n > strlen("visit")) {
		buf_add(&line, "; ");
		quick_open(ui, school, n, line.p);
	} else {
		say(ui, "Go to a school, a person or an employer first.");
	}
	buf_clear(&line);
}
