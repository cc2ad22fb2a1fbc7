/* official_draft.c - percentages typed and not saved: kept, offered, taken up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The draft is the school's: its result may not be stored yet.
 */
#include <stdio.h>

#include "app/draft.h"
#include "app/record.h"
#include "base/date.h"
#include "ui/official_inner.h"
#include "ui/statusbar.h"

#define KIND	"official"

static const struct entity *
ent(void)
{
	return entities[ENT_school];
}

/* What is typed into the cell counts as it stands. */
void
official_draft_keep(struct official_screen *os)
{
	struct draft d = {.kind = KIND, .ent = ent(), .id = os->school};
	struct err e = {0};
	char name[16], text[16];
	int bm;

	keep_done(&os->keep);
	if (record_load(os->s.app, d.ent, d.id, &d.base, &e)) {
		say_err(os->s.ui, &e);
		return;
	}
	day_iso(os->day, text);
	draft_add(&d, "date", text);
	for (bm = 1; bm <= BENCHMARKS; bm++) {
		int percent = os->o.now.percent[bm - 1];

		snprintf(name, sizeof name, "bm%d", bm);
		text[0] = '\0';
		if (percent >= 0)
			snprintf(text, sizeof text, "%d", percent);
		draft_add(&d, name, bm == os->cell && !os->fresh ?
		    os->line.text : text);
	}
	keep_tell(os->s.ui, draft_save(os->s.app, &d, &e), &e);
	draft_clear(&d);
}

void
official_draft_drop(struct official_screen *os)
{
	keep_done(&os->keep);
	draft_drop(os->s.app, KIND, ent(), os->school, 0);
}

static void
take_draft(struct official_screen *os, const struct draft *d)
{
	const char *date = draft_text(d, "date"), *text;
	int day = date ? day_from_iso(date) : DAY_NONE, bm;
	struct err e = {0};
	char name[16];

	if (day != DAY_NONE && official_read(os, os->school, day, &e)) {
		say_err(os->s.ui, &e);
		return;
	}
	for (bm = 1; bm <= BENCHMARKS; bm++) {
		snprintf(name, sizeof name, "bm%d", bm);
		text = draft_text(d, name);
		if (text && official_put(&os->o, bm, text, &e))
			say_err(os->s.ui, &e);
	}
	for (bm = 1; bm < BENCHMARKS && os->o.now.percent[bm - 1] >= 0; bm++)
		continue;
	official_go_to(os, bm);
	say(os->s.ui, "Here is what you had typed; it is not saved yet.");
}

static void
on_draft(struct ui *ui, void *arg, int n)
{
	struct official_screen *os = arg;
	struct draft d = {0};

	if (n == 0 && draft_load(ui->app, KIND, ent(), os->school, 0, &d))
		take_draft(os, &d);
	if (n == 1)
		official_draft_drop(os);
	draft_clear(&d);
}

void
official_draft_offer(struct official_screen *os)
{
	struct draft d = {0};

	if (!draft_load(os->s.app, KIND, ent(), os->school, 0, &d))
		return;
	keep_offer(os->s.ui, "You typed percentages here and did not save "
	    "them.", on_draft, os);
	draft_clear(&d);
}
