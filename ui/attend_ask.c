/* attend_ask.c - what the attendance screen asks: who walked in or came instead,
 * the feedback, a certificate, a surname.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/attend_inner.h"
#include "ui/dialog.h"
#include "ui/pick_screen.h"
#include "ui/statusbar.h"

static void
on_walk_in(struct ui *ui, void *arg, const struct pick *v)
{
	struct attend_screen *as = arg;

	if (!v)
		return;
	as->at = attend_walk_in(&as->a, v->id, v->name);
	attend_touched(as);
	say(ui, v->id ? "%s came." : "%s came; a NEW person, made when you "
	    "save.", v->name);
}

static void
on_instead(struct ui *ui, void *arg, const struct pick *v)
{
	struct attend_screen *as = arg;

	if (!v || as->at >= as->a.n)
		return;
	if (!v->id) {
		say_warn(ui, "Add a new person with + first, then replace.");
		return;
	}
	attend_replace(&as->a, as->at, v->id, v->name);
	attend_touched(as);
}

static bool
on_feedback(struct ui *ui, void *arg, const char *text)
{
	struct attend_screen *as = arg;
	struct err e = {0};

	if (!text)
		return true;
	if (value_parse(ui->app, as->a.cpd, F_cpd_feedback, text, 0, false,
	    &e)) {
		say_err(ui, &e);
		return false;
	}
	attend_touched(as);
	return true;
}

static bool
on_jump(struct ui *ui, void *arg, const char *text)
{
	struct attend_screen *as = arg;
	size_t i;

	if (!text || !*text)
		return true;
	i = attend_find(&as->a, text, as->at);
	if (i < as->a.n)
		as->at = i;
	else
		say(ui, "Nobody's surname begins with \"%s\".", text);
	return true;
}

static void
on_jump_live(struct ui *ui, void *arg, const char *text)
{
	struct attend_screen *as = arg;
	size_t i = attend_find(&as->a, text, as->at);

	(void)ui;
	if (i < as->a.n)
		as->at = i;
}

static bool
on_certificate(struct ui *ui, void *arg, const char *text)
{
	struct attend_screen *as = arg;
	struct err e = {0};

	if (!text || as->at >= as->a.n)
		return true;
	if (value_parse(ui->app, as->a.v[as->at].row, F_booking_certificate,
	    text, 0, false, &e)) {
		say_err(ui, &e);
		return false;
	}
	attend_touched(as);
	return true;
}

/* Of who came; anybody else has neither. */
static void
ask_person(struct attend_screen *as, enum request r)
{
	char *label;

	if (as->at >= as->a.n)
		return;
	attend_take(as);
	if (strcmp(attend_status(&as->a, as->at), "attended") != 0) {
		say(as->s.ui, "Only who came has a %s; Space says so first.",
		    r == REQ_ATT_MARK ? "mark to give" : "certificate");
		return;
	}
	if (r == REQ_ATT_MARK) {
		as->marking = true;
		return;
	}
	label = xasprintf("Certificate of %s: ", as->a.v[as->at].name);
	dialog_prompt(as->s.ui, label, row_get(as->a.v[as->at].row,
	    F_booking_certificate), on_certificate, as);
	free(label);
}

enum request
attend_ask(struct attend_screen *as, enum request r)
{
	const struct field *person =
	    &entities[ENT_booking]->fields[F_booking_contact];

	switch (r) {
	case REQ_ATT_WALKIN:
		pick_open(as->s.ui, "Who walked in?", person, on_walk_in, as);
		return REQ_NONE;
	case REQ_ATT_INSTEAD:
		if (as->at < as->a.n && !as->a.v[as->at].base)
			say(as->s.ui, "They walked in: there is no "
			    "booking to replace.");
		else if (as->at < as->a.n)
			pick_open(as->s.ui, "Who came instead?", person,
			    on_instead, as);
		return REQ_NONE;
	case REQ_ATT_MARK: case REQ_ATT_CERT:
		ask_person(as, r);
		return REQ_NONE;
	case REQ_ATT_FEEDBACK:
		dialog_prompt(as->s.ui, "Feedback, how many gave each mark "
		    "(5:9 4:8 3:2): ", row_get(as->a.cpd, F_cpd_feedback),
		    on_feedback, as);
		return REQ_NONE;
	case REQ_ATT_JUMP:
		dialog_prompt_live(as->s.ui, "Surname: ", "", on_jump,
		    on_jump_live, as);
		return REQ_NONE;
	default:
		return r;
	}
}
