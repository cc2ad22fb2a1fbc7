/* command.c - what every screen can do, and how screens open each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/command.h"

#include "app/lists.h"
#include "ui/access_screen.h"
#include "ui/assess_screen.h"
#include "ui/board_screen.h"
#include "ui/crash.h"
#include "ui/deeds.h"
#include "ui/diary_screen.h"
#include "ui/inbox_screen.h"
#include "ui/erase.h"
#include "ui/join_screen.h"
#include "ui/keymap.h"
#include "ui/letters.h"
#include "ui/list_screen.h"
#include "ui/log_screen.h"
#include "ui/menus.h"
#include "ui/record_screen.h"
#include "ui/report_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/work.h"

void
ui_changed(struct ui *ui)
{
	ui->own = ++ui->changed;
}

bool
ui_request(struct ui *ui, int request)
{
	struct screen *s = ui->top;
	enum request r = (enum request)request;
	const char *why = request_refused(s, r);

	crash_note(s->ops->name, request_info[r].name);
	if (why) {
		if (*why)
			say(ui, "%s", why);
		else
			say(ui, "That cannot be done here.");
		return false;
	}
	if (s->ops->request)
		r = s->ops->request(s, r);
	if (r != REQ_NONE)
		command_generic(ui, r);
	return true;
}

void
command_drill(struct ui *ui, const struct entity *ent, const char *filter,
    const char *name)
{
	list_open(ui, ent, filter, name);
}

void
command_list(struct ui *ui, const struct entity *ent, const char *filter)
{
	struct buf begin;

	if (!stack_to_first(ui))
		return;
	buf_init(&begin, BUF_LINE);
	if (filter)
		buf_add(&begin, filter);
	else
		lists_begin(ui->app, ent, &begin);
	list_open(ui, ent, begin.p, NULL);
	buf_clear(&begin);
}

void
command_open(struct ui *ui, const struct entity *ent, int64_t id)
{
	record_open(ui, ent, id, NULL);
}

static void
leave(struct ui *ui, bool may_quit)
{
	struct screen *s = ui->top;

	if (s->ops->may_leave && !s->ops->may_leave(s))
		return;
	if (s->below)
		stack_pop(s);
	else if (may_quit)
		ui->quit = true;
	else
		say(ui, "This is the first screen; %s quits.",
		    keymap_shown(ui->keymap, REQ_QUIT));
}

static void
open_log(struct ui *ui, const char *text)
{
	const struct screen *s = stack_main(ui);
	int64_t school[64];
	size_t n = 0;

	if (s->ops->schools)
		n = s->ops->schools(s, school, 64);
	quick_open(ui, school, n, text);
}

void
command_generic(struct ui *ui, enum request r)
{
	switch (r) {
	case REQ_HELP:
		help_open(ui);
		break;
	case REQ_PALETTE:
		palette_open(ui);
		break;
	case REQ_GOTO:
		goto_open(ui);
		break;
	case REQ_FIND:
		find_open(ui);
		break;
	case REQ_ASSESS:
		assess_ask(ui);
		break;
	case REQ_OFFICIAL:
		official_ask(ui);
		break;
	case REQ_ASSIGN:
		work_assign_here(ui);
		break;
	case REQ_FOLLOW:
		work_follow_up(ui);
		break;
	case REQ_VISIT:
		work_visit(ui);
		break;
	case REQ_WRITE:
		letters_write_here(ui);
		break;
	case REQ_CHASE:
		letters_chase_here(ui);
		break;
	case REQ_BRIEF:
		report_of_school(ui, "brief");
		break;
	case REQ_EVIDENCE:
		report_of_school(ui, "evidence");
		break;
	case REQ_LOG:
		open_log(ui, NULL);
		break;
	case REQ_LOG_LAST:
		if (quick_last(ui))
			open_log(ui, quick_last(ui));
		else
			say(ui, "No line was logged yet; l begins one.");
		break;
	case REQ_JOIN:
		join_ask(ui);
		break;
	case REQ_ERASE:
		erase_here(ui);
		break;
	case REQ_SUCCEED:
		deeds_succeed(ui);
		break;
	case REQ_ROLLOVER:
		deeds_rollover(ui);
		break;
	case REQ_COVER:
		deeds_cover(ui);
		break;
	case REQ_PROPOSE:
		deeds_propose(ui);
		break;
	case REQ_GO_TODAY:
		stack_to_first(ui);
		break;
	case REQ_GO_BOARD: case REQ_GO_BENCHMARKS:
		if (stack_to_first(ui))
			board_open(ui, r == REQ_GO_BOARD ? &board_kind :
			    &matrix_kind, NULL);
		break;
	case REQ_GO_DIARY:
		if (stack_to_first(ui))
			diary_open(ui);
		break;
	case REQ_GO_ACCESS:
		if (stack_to_first(ui))
			access_open(ui);
		break;
	case REQ_GO_INBOX:
		if (stack_to_first(ui))
			inbox_open(ui);
		break;
	case REQ_GO_REPORTS:
		reports_open(ui);
		break;
	case REQ_GO_DOCTOR:
		report_named(ui, "doctor", NULL);
		break;
	case REQ_GO_HISTORY:
		if (stack_to_first(ui))
			history_open(ui);
		break;
	case REQ_UNDO:
		command_undo(ui, 0);
		break;
	case REQ_REDO:
		command_redo(ui);
		break;
	case REQ_REPAINT:
		ui->repaint = true;
		break;
	case REQ_SUSPEND:
		ui->suspend = true;
		break;
	case REQ_ESCAPE:
		leave(ui, false);
		break;
	case REQ_QUIT:
		leave(ui, true);
		break;
	default:
		say(ui, "That cannot be done here.");
		break;
	}
}
