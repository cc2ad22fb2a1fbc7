/* others.c - what others do meanwhile to the record that is open here.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/others.h"

#include <stdlib.h>

#include "app/history.h"
#include "app/presence.h"
#include "ui/statusbar.h"

static bool
record_of(const struct screen *s, const struct entity **ent, int64_t *id)
{
	return s && s->ops->record && s->ops->record(s, ent, id);
}

/* The topmost that edits: a form over a form, a question over it. */
void
others_follow(struct ui *ui)
{
	const struct entity *ent = NULL;
	const struct screen *s;
	int64_t id = 0;

	if (!ui->presence)
		return;
	for (s = ui->top; s; s = s->below)
		if (s->ops->flags & SF_EDITS && record_of(s, &ent, &id))
			break;
	presence_edit(ui->presence, s ? ent : NULL, id);
}

void
others_poll(struct ui *ui)
{
	if (ui->presence)
		presence_poll(ui->presence);
}

void
others_edit(const struct screen *s, struct buf *out)
{
	const struct present *who = NULL;
	const struct entity *ent;
	int64_t id;

	if (s->ui->presence && record_of(s, &ent, &id))
		who = presence_at(s->ui->presence, ent, id);
	if (who)
		presence_words(who, out);
}

bool
others_at(const struct ui *ui, const struct entity *ent, int64_t id)
{
	return ui->presence && presence_at(ui->presence, ent, id);
}

void
others_begin(struct screen *s)
{
	if (s->ops->flags & SF_EDITS)
		s->step = history_newest(s->app);
}

void
others_saved(struct screen *s)
{
	const struct entity *ent;
	struct ui *ui = s->ui;
	int64_t id;
	char *who;

	if (!(s->ops->flags & SF_EDITS) || ui->own == ui->changed ||
	    !record_of(s, &ent, &id))
		return;
	who = history_changed_by(s->app, ent, id, &s->step);
	if (who)
		say(ui, "%s changed this record meanwhile.", who);
	free(who);
}
