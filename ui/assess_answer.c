/* assess_answer.c - one key an item: answering, typing, comments, copy, undo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/may.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/assess_inner.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"

/* --- what undo knows ----------------------------------------------------- */

static void
remember(struct assess_screen *as, const struct assess_item *it)
{
	struct ask_undo *u;

	as->undo = xreallocarray(as->undo, as->nundo + 1, sizeof *as->undo);
	u = &as->undo[as->nundo++];
	u->turn = as->turn;
	snprintf(u->id, sizeof u->id, "%s", it->item->id);
	u->answer = xstrdup(it->answer);
	u->comment = xstrdup(it->comment);
}

static void
forget_last(struct assess_screen *as)
{
	as->nundo--;
	free(as->undo[as->nundo].answer);
	free(as->undo[as->nundo].comment);
}

void
ask_forget(struct assess_screen *as)
{
	while (as->nundo)
		forget_last(as);
	free(as->undo);
	as->undo = NULL;
}

void
ask_touched(struct assess_screen *as)
{
	as->typed_at = clock_monotonic_ms();
	if (!as->dirty)
		as->dirty_at = as->typed_at;
	as->dirty = true;
}

static void
take_back(struct assess_screen *as)
{
	struct err e = {0};
	struct buf shown;
	unsigned turn;
	int n = 0;

	as->typed[0] = '\0';
	if (!as->nundo) {
		say(as->s.ui, "Nothing more was answered here; history knows "
		    "the rest.");
		return;
	}
	buf_init(&shown, BUF_LINE);
	for (turn = as->undo[as->nundo - 1].turn; as->nundo &&
	    as->undo[as->nundo - 1].turn == turn; forget_last(as), n++) {
		const struct ask_undo *u = &as->undo[as->nundo - 1];

		if (assess_answer(&as->a, u->id, u->answer, &e) ||
		    assess_comment(&as->a, u->id, u->comment, &e))
			say_err(as->s.ui, &e);
		ask_stand(as, u->id);
		buf_reset(&shown);
		buf_addf(&shown, "%s is %s again.", u->id, *u->answer ?
		    u->answer : "not answered");
	}
	ask_touched(as);
	if (n > 1)
		say(as->s.ui, "Taken back: %d items are as they were.", n);
	else
		say(as->s.ui, "Taken back: %s", shown.p);
	buf_clear(&shown);
}

/* --- answering ----------------------------------------------------------- */

/* The answer of the item under the cursor; then on to the next. */
static bool
put(struct assess_screen *as, const char *text)
{
	const struct assess_item *it = ask_item(as);
	size_t had = as->nundo;
	struct err e = {0};

	if (!as->dirty && may_edit(as->s.app, as->a.mine, &e)) {
		say_err(as->s.ui, &e);
		return false;
	}
	as->turn++;
	remember(as, it);
	if (assess_answer(&as->a, it->item->id, text, &e)) {
		say_err(as->s.ui, &e);
		while (as->nundo > had)
			forget_last(as);
		return false;
	}
	ask_touched(as);
	return true;
}

static void
answer(struct assess_screen *as, const char *text)
{
	as->typed[0] = '\0';
	if (put(as, text))
		ask_go_on(as);
}

bool
ask_take(struct assess_screen *as)
{
	char typed[sizeof as->typed];
	struct err e = {0};
	struct buf b;
	bool good;

	if (!as->typed[0] || as->at < 0)
		return true;
	memcpy(typed, as->typed, sizeof typed);
	as->typed[0] = '\0';
	buf_init(&b, BUF_LINE);
	good = !assess_log_typed(ask_item(as)->item, ask_beside(as, as->at),
	    typed, &b, &e);
	if (!good)
		say_err(as->s.ui, &e);
	else
		good = put(as, b.p);
	buf_clear(&b);
	return good;
}

/* Digits make the number; a per cent sign ends it. */
bool
ask_key(struct screen *s, int key)
{
	struct assess_screen *as = (struct assess_screen *)s;
	const struct assess_item *it = ask_item(as);
	size_t n = strlen(as->typed);
	struct err e = {0};

	if (!it || !((key >= '0' && key <= '9') || (n && (key == '/' ||
	    key == '.' || key == '%'))))
		return false;
	if (app_may_write(s->app, &e)) {
		say_err(s->ui, &e);
	} else if (it->item->kind == ITEM_YES) {
		say(s->ui, "This one is yes or no: y, n, p or x.");
	} else if (n < sizeof as->typed - 2) {
		as->typed[n] = (char)key;
		as->typed[n + 1] = '\0';
		if (key == '%' && ask_take(as))
			ask_go_on(as);
	}
	return true;
}

static void
all(struct assess_screen *as)
{
	const struct assess_beside *b = ask_beside(as, as->at);
	char text[48];

	snprintf(text, sizeof text, "100");
	if (b->roll > 0)
		snprintf(text, sizeof text, "%ld/%ld", b->roll, b->roll);
	answer(as, text);
}

/* As last time; numbers of pupils never: they are asked afresh, or taken from
 * the log where it leaves no doubt. Appended, nothing when there is none. */
static void
same_answer(const struct assess_screen *as, struct buf *out)
{
	const struct assess_item *it = ask_item(as);
	struct answer was = answer_of(it->before);

	if (it->item->kind == ITEM_YES || was.is == ANSWER_AWAY ||
	    was.is == ANSWER_PROGRESS)
		buf_add(out, it->before);
	else
		assess_log_answer(ask_beside(as, as->at), out);
}

static void
same(struct assess_screen *as)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	same_answer(as, &b);
	answer(as, b.p);
	buf_clear(&b);
}

/* Why there is nothing to take over; NULL: there is. */
static const char *
why_not_same(const struct assess_screen *as)
{
	struct buf b;
	bool any;

	buf_init(&b, BUF_LINE);
	same_answer(as, &b);
	any = b.n > 0;
	buf_clear(&b);
	return any ? NULL : ask_item(as)->item->kind == ITEM_YES ?
	    "It was not answered last time." :
	    "Numbers are asked afresh each time: type how many.";
}

static void
clear_answer(struct assess_screen *as)
{
	size_t n = strlen(as->typed);

	if (n)
		as->typed[n - 1] = '\0';
	else if (*ask_item(as)->answer)
		put(as, "");
}

/* --- comments, copies ---------------------------------------------------- */

static bool
on_comment(struct ui *ui, void *arg, const char *text)
{
	struct assess_screen *as = arg;
	const struct assess_item *it = ask_item(as);
	struct err e = {0};
	char *trimmed;

	if (!text || !it)
		return true;
	as->turn++;
	remember(as, it);
	trimmed = str_trimmed(text);
	if (assess_comment(&as->a, it->item->id, trimmed, &e)) {
		say_err(ui, &e);
		forget_last(as);
	} else {
		ask_touched(as);
	}
	free(trimmed);
	return true;
}

static void
comment(struct assess_screen *as)
{
	const struct assess_item *it = ask_item(as);
	char label[40];

	/* Kept as it is typed, and of this assessment: it has to be stored. */
	if (!ask_save(as) && as->both_mine)
		return;
	if ((it = ask_item(as)) == NULL)
		return;
	snprintf(label, sizeof label, "Comment on %s: ", it->item->id);
	dialog_prompt(as->s.ui, label, it->comment, on_comment, as);
}

/* Of those remembered from HAD on only what is another now. */
static void
forget_same(struct assess_screen *as, size_t had)
{
	struct ask_undo u;
	size_t i, n = had;

	for (i = had; i < as->nundo; i++) {
		const struct assess_item *it =
		    &as->a.item[assess_find(&as->a, as->undo[i].id)];

		if (str_eq(it->answer, as->undo[i].answer) &&
		    str_eq(it->comment, as->undo[i].comment))
			continue;
		u = as->undo[n];
		as->undo[n++] = as->undo[i];
		as->undo[i] = u;
	}
	while (as->nundo > n)
		forget_last(as);
}

static void
on_copy(struct ui *ui, void *arg, bool yes)
{
	struct assess_screen *as = arg;
	size_t had = as->nundo, i, copied, ask;
	struct err e = {0};

	if (!yes)
		return;
	as->turn++;
	for (i = 0; i < as->a.n; i++)
		if (as->a.item[i].applies && !*as->a.item[i].answer)
			remember(as, &as->a.item[i]);
	if (assess_copy(&as->a, as->a.before->id, &copied, &ask, &e)) {
		say_err(ui, &e);
		while (as->nundo > had)
			forget_last(as);
		return;
	}
	forget_same(as, had);
	ask_touched(as);
	ask_stand(as, NULL);
	say_good(ui, "Copied %zu answer%s; %zu number%s of pupils to ask "
	    "afresh.", copied, copied == 1 ? "" : "s", ask, ask == 1 ? "" :
	    "s");
}

void
ask_offer_copy(struct assess_screen *as)
{
	char day[24], *question;

	if (!as->a.before)
		return;
	day_long(row_day(as->a.before, F_assessment_date), day);
	question = xasprintf("Take over the answers of %s? Pupils are asked "
	    "afresh.", day + 4);
	dialog_confirm(as->s.ui, question, on_copy, as);
	free(question);
}

/* --- requests ------------------------------------------------------------ */

const char *
ask_why_not(const struct screen *s, enum request r)
{
	const struct assess_screen *as = (const struct assess_screen *)s;
	const struct assess_item *it = ask_item(as);
	bool yes_no = it && it->item->kind == ITEM_YES;

	if ((r == REQ_ASK_YES || r == REQ_ASK_NO) && it && !yes_no)
		return "This one takes a number: type how many, or a for all.";
	if (r == REQ_ASK_ALL && it && it->item->kind != ITEM_SHARE)
		return yes_no ? "This one is yes or no: y, n, p or x." :
		    "This one takes a number of days.";
	if (r == REQ_ASK_SAME && it)
		return why_not_same(as);
	if (r == REQ_ASK_COPY && !as->a.before)
		return "There is no earlier one with the same questions.";
	return NULL;
}

bool
ask_answer(struct assess_screen *as, enum request r)
{
	switch (r) {
	case REQ_ASK_YES:
		answer(as, "yes");
		return true;
	case REQ_ASK_NO:
		answer(as, "no");
		return true;
	case REQ_ASK_PROGRESS:
		answer(as, "in progress");
		return true;
	case REQ_ASK_AWAY:
		answer(as, "n/a");
		return true;
	case REQ_ASK_ALL:
		all(as);
		return true;
	case REQ_ASK_SAME:
		same(as);
		return true;
	case REQ_ASK_CLEAR:
		clear_answer(as);
		return true;
	case REQ_ASK_COMMENT:
		if (ask_take(as))
			comment(as);
		return true;
	case REQ_ASK_COPY:
		if (ask_take(as))
			ask_offer_copy(as);
		return true;
	case REQ_ASK_UNDO:
		take_back(as);
		return true;
	default:
		return false;
	}
}
