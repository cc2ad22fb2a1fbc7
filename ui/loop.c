/* loop.c - keys, timers and signals to screens.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program's only loop. Every key that waits is answered before anything
 * is painted; slices of slow work run only while no key waits.
 */
#include "ui/loop.h"

#include <stdlib.h>

#include "app/lists.h"
#include "app/may.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/burst.h"
#include "ui/command.h"
#include "ui/crash.h"
#include "ui/keymap.h"
#include "ui/others.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/term.h"
#include "ui/wait.h"

#define POLL_MS 1000
#define ROLE_MS 60000

static void
say_unbound(struct ui *ui, int key)
{
	const char *help = NULL;
	struct buf name;

	buf_init(&name, BUF_LINE);
	if (key == KEY_UNKNOWN)
		buf_add(&name, "That key");
	else
		key_text(key, &name);
	if (ui->top->ops->flags & SF_TYPES)
		help = "Ctrl-G";
	else if (ui->top->ops->groups & G_EVERY)
		help = keymap_shown(ui->keymap, REQ_HELP);
	if (help)
		say(ui, "%s does nothing here; %s says what can be done.",
		    name.p, help);
	else				/* a question: all its keys are below */
		say(ui, "%s does nothing here.", name.p);
	buf_clear(&name);
}

/* What is of the terminal and not of a screen works also where one types. */
static bool
of_terminal(struct ui *ui, int key)
{
	enum request r = keymap_request(ui->keymap, G_EVERY, key);

	if (r != REQ_REPAINT && r != REQ_SUSPEND)
		return false;
	command_generic(ui, r);
	return true;
}

void
loop_key(struct ui *ui, int key)
{
	struct screen *s = ui->top;
	enum request r;

	if (ui->small || !s)
		return;
	crash_note(s->ops->name, NULL);
	if (!ui->unseen && !(ui->message_stays && s->ops->flags & SF_TYPES &&
	    key_is_text(key)))
		say_nothing(ui);
	if (s->ops->flags & SF_TYPES && key_is_text(key) && s->ops->key &&
	    s->ops->key(s, key))
		return;
	r = keymap_request(ui->keymap, s->ops->groups, key);
	if (r != REQ_NONE)
		ui_request(ui, r);
	else if ((!s->ops->key || !s->ops->key(s, key)) && !of_terminal(ui, key))
		say_unbound(ui, key);
}

void
loop_paste(struct ui *ui, const char *text)
{
	struct screen *s = ui->top;
	struct lost lost = {0};
	struct buf b;
	char *clean;

	if (ui->small || !s)
		return;
	if (!ui->unseen)
		say_nothing(ui);
	if (!s->ops->paste) {
		say(ui, "Text cannot be pasted here; l takes a line of it.");
		return;
	}
	clean = utf8_typable(text, &lost);
	s->ops->paste(s, clean);
	free(clean);
	if (lost.n == 0)
		return;
	buf_init(&b, BUF_LINE);
	utf8_lost(&lost, &b);
	say_stay(ui, "%s of what was pasted: a terminal may not be sent such.",
	    b.p);
	buf_clear(&b);
}

static void
resize(struct ui *ui)
{
	int rows, cols;

	term_size(&rows, &cols);
	term_resize(rows, cols);
	stack_resize(ui, rows, cols);
	ui->repaint = true;
}

void
loop_keep(struct ui *ui)
{
	struct screen *s;

	for (s = ui->top; s; s = s->below)
		if (s->ops->hangup)
			s->ops->hangup(s);
}

static void
hang_up(struct ui *ui)
{
	loop_keep(ui);
	ui->quit = ui->hung_up = true;
}

static void
answer_signals(struct ui *ui)
{
	unsigned got = term_signals();

	if (got & TERM_HANGUP)
		hang_up(ui);
	if (got & TERM_STOP)
		ui->suspend = true;
	if (got & TERM_BREAK)
		say(ui, "%s leaves.", ui->top->ops->flags & SF_TYPES ? "Esc" :
		    "q");
	if (ui->suspend && !ui->quit) {
		ui->suspend = false;
		if (ui->restricted || !term_suspend())
			say(ui, "There is no shell to go back to.");
		got |= TERM_RESIZE;
	}
	if (got & TERM_RESIZE)
		resize(ui);
}

/* A right that was given or taken meanwhile shows on the bar. Whoever may not
 * come in any more sees nothing more either; what was typed is kept. */
static void
look_at_role(struct ui *ui)
{
	struct err e = {0};

	ui->own_account = true;
	if (may_look(ui->app, &e) == ST_DENIED && !ui->quit) {
		hang_up(ui);
		free(ui->shut_out);
		ui->shut_out = xstrdup(e.text);
	}
	ui->own_account = false;
	ui->role_at = clock_monotonic_ms();
}

/* Has somebody else saved? Waits for nothing. */
static void
poll_database(struct ui *ui)
{
	int64_t version = lists_version(ui->app);

	if (version == ui->version && !ui->was_busy)
		return;
	ui->was_busy = false;
	ui->version = version;
	ui->changed++;
	look_at_role(ui);
}

/* Nobody types: say so, then keep what was typed and leave. */
static void
look_if_idle(struct ui *ui, int64_t now)
{
	enum idle_state state = idle_look(&ui->idle, now);
	struct buf left;

	if (state == IDLE_OVER) {
		hang_up(ui);
		ui->locked = true;
	} else if (state == IDLE_SOON) {
		buf_init(&left, BUF_LINE);
		idle_left(&ui->idle, &left);
		say_warn(ui, "This session is locked in %s; any key keeps it.",
		    left.p);
		buf_clear(&left);
	}
}

static void
each_second(struct ui *ui)
{
	struct screen *s;

	app_tick(ui->app);
	look_if_idle(ui, clock_monotonic_ms());
	if (ui->quit)
		return;
	poll_database(ui);
	if (clock_monotonic_ms() - ui->role_at >= ROLE_MS)
		look_at_role(ui);	/* a day may have come */
	if (ui->quit)
		return;
	others_poll(ui);
	for (s = ui->top; s; s = s->below)
		if (s->ops->tick)
			s->ops->tick(s);
}

static bool
idle(struct ui *ui)
{
	struct screen *s, *next;

	if (ui->small)
		return false;
	for (s = ui->top; s; s = next) {
		next = s->ops->flags & SF_POPUP ? s->below : NULL;
		if (s->ops->idle && s->ops->idle(s))
			return true;
	}
	return false;
}

/* What went wrong after a save, or is told once: when nothing else is said. */
static void
tell_notice(struct ui *ui)
{
	if (!ui->app->notice || *ui->message)
		return;
	say_warn(ui, "%s", ui->app->notice);
	app_notice(ui->app, NULL);
}

void
loop_settle(struct ui *ui)
{
	int slices = 0;

	stack_refresh(ui);
	while (idle(ui) && slices++ < 10000)
		continue;
	tell_notice(ui);
	stack_draw(ui);
}

/* Where a Return that was pasted would save something. */
static bool
takes_paste(const struct ui *ui)
{
	const struct screen *s = ui->top;

	return s && s->ops->flags & SF_TYPES && s->ops->paste &&
	    (s->ops->saves ? s->ops->saves(s) :
	    (s->ops->groups & G_LINE) != 0);
}

static void
read_keys(struct ui *ui)
{
	char *text;
	int key;

	while (!ui->quit && (key = wait_key(ui, &text)) >= 0) {
		idle_key(&ui->idle, clock_monotonic_ms());
		if (key == KEY_RETURN && takes_paste(ui))
			text = burst_take(ui);
		if (text)
			loop_paste(ui, text);
		else
			loop_key(ui, key);
		free(text);
	}
}

void
loop_run(struct ui *ui)
{
	int64_t next = clock_monotonic_ms() + POLL_MS, now;

	while (!ui->quit) {
		others_follow(ui);
		stack_refresh(ui);
		wait_over(ui);
		tell_notice(ui);
		stack_draw(ui);
		now = clock_monotonic_ms();
		ui->idle_ms = 0;
		if (!ui->held && !term_wait(0) && !idle(ui) && now < next)
			term_wait(ui->idle_ms && now + ui->idle_ms < next ?
			    ui->idle_ms : (int)(next - now));
		read_keys(ui);
		answer_signals(ui);
		if (clock_monotonic_ms() >= next) {
			each_second(ui);
			next = clock_monotonic_ms() + POLL_MS;
		}
	}
}
