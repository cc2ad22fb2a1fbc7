/* join_ask.c - J: the record of the screen goes into another one, chosen here.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/join_screen.h"
#include "ui/pick_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

static const struct field others[] = {
	{.id = "employer", .type = FT_REF, .label = "Employer",
	    .ref = "employer", .help = "Its words or its number."},
	{.id = "partner", .type = FT_REF, .label = "Partner",
	    .ref = "partner", .help = "Its words."},
	{.id = "contact", .type = FT_REF, .label = "Person",
	    .ref = "contact", .help = "Words of the name."},
};

struct first {
	const struct entity *ent;
	int64_t		 id;
};

static void
on_other(struct ui *ui, void *arg, const struct pick *chosen)
{
	struct first *f = arg;

	if (chosen)
		join_show(ui, f->ent, f->id, chosen->id);
	free(f);
}

void
join_ask(struct ui *ui)
{
	const struct screen *s = stack_main(ui);
	const struct field *of = NULL;
	struct first *f = xcalloc(1, sizeof *f);
	struct buf b;

	if (s->ops->here && s->ops->here(s, &f->ent, &f->id))
		for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
			if (str_eq(others[i].ref, f->ent->id))
				of = &others[i];
	if (!of) {
		say(ui, "Employers, partners and contacts are joined: go to "
		    "one of the two first.");
		free(f);
		return;
	}
	buf_init(&b, BUF_LINE);
	title_text(ui->app, f->ent, f->id, &b);
	buf_add(&b, " goes into");
	pick_open(ui, b.p, of, on_other, f);
	buf_clear(&b);
}
