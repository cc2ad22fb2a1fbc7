/* undo_told.c - what an undo did and could not do, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/undo_told.h"

#include "app/change_text.h"
#include "app/text.h"

void
undo_tell(struct app *app, const struct undo_report *rep, struct strs *to,
    const struct entity *ent, int64_t id, const char *tail)
{
	struct buf b;

	if (to->n >= UNDO_LINES)
		return;
	buf_init(&b, BUF_LINE);
	if (rep->shown)
		title_text(app, ent, id, &b);
	if (b.n == 0)
		ref_text(app, ent, id, &b);
	buf_add(&b, tail);
	strs_add(to, b.p);
	buf_clear(&b);
}

void
undo_field(const struct undo_report *rep, const struct entity *ent,
    const char *field, struct buf *b)
{
	int f = entity_field(ent, field);

	buf_add(b, rep->shown && f >= 0 ? ent->fields[f].label : field);
}

/* What is, or will be: words in quotation marks, nothing is "(empty)". */
static void
add_shown(struct app *app, const struct entity *ent, const struct field *f,
    const char *value, struct buf *b)
{
	bool words = f->type == FT_TEXT || f->type == FT_NOTE;

	if (str_empty(value))
		buf_add(b, "(empty)");
	else if (words)
		buf_addf(b, "\"%s\"", value);
	else if (f->type == FT_SET)
		change_words(value, b);
	else
		change_shown(app, ent, f, value, b);
}

/* What the program keeps for itself, such as a claim as it was submitted, is
 * long and nothing to read: only whether there is any is said. */
static void
add_kept(const struct change *c, struct buf *b)
{
	buf_add(b, str_empty(c->old) ? " is emptied" :
	    str_empty(c->new) ? " is put back" : " is as it was before");
}

/* What there will be in place of what there is. */
static void
add_values(struct app *app, const struct undo_report *rep,
    const struct entity *ent, const struct field *f, const struct change *c,
    struct buf *b)
{
	if (rep->shown) {
		buf_addc(b, ' ');
		add_shown(app, ent, f, c->new, b);
		buf_add(b, " -> ");
		add_shown(app, ent, f, c->old, b);
		return;
	}
	buf_add(b, " \"");
	if (c->new != NULL && f->type == FT_SET)
		change_words(c->new, b);
	else if (c->new != NULL)
		change_value(app, f, c->new, b);
	buf_add(b, "\" -> \"");
	if (c->old != NULL && f->type == FT_SET)
		change_words(c->old, b);
	else if (c->old != NULL)
		change_value(app, f, c->old, b);
	buf_addc(b, '"');
}

void
undo_tell_value(struct app *app, struct undo_report *rep,
    const struct entity *ent, const struct change *c)
{
	const struct field *f = &ent->fields[entity_field(ent, c->field)];
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, ": ");
	undo_field(rep, ent, c->field, &b);
	if (c->member[0] != '\0') {
		buf_addc(&b, ' ');
		if (rep->shown)
			change_member_shown(app, f, c->member, &b);
		else
			change_member(app, f, c->member, &b);
	}
	if (f->type == FT_SET && c->old == NULL)
		buf_add(&b, " is taken out");
	else if (f->type == FT_SET && c->new == NULL)
		buf_add(&b, " is put back");
	else if (f->type == FT_NOTE && (f->flags & FF_HIDDEN) != 0)
		add_kept(c, &b);
	else
		add_values(app, rep, ent, f, c, &b);
	undo_tell(app, rep, &rep->what, ent, c->row, b.p);
	buf_clear(&b);
}
