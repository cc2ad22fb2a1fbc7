/* widget_kind.c - one row a field type: how it is typed, what is said beside.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/widget.h"

#include <stdlib.h>
#include <string.h>

#include "app/contacted.h"
#include "app/dated.h"
#include "app/odd.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/split.h"
#include "model/tables.h"

typedef void (*beside_fn)(const struct widget *, struct app *,
    const struct row *, struct buf *);

static void
beside_date(const struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	char day[24];

	(void)app;
	day_long(row_day(r, w->no), day);
	if (strcmp(day, w->text) != 0)
		buf_add(out, day);
}

static void
beside_value(const struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	(void)app;
	if (strcmp(row_get(r, w->no), w->text) != 0)
		buf_add(out, row_get(r, w->no));
}

static void
beside_choice(const struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	const struct choice *c = field_choice(w->f, row_get(r, w->no));

	(void)app;
	if (!c)
		return;
	if (strcmp(w->text, c->word) != 0 &&
	    (!c->label || strcmp(w->text, c->label) != 0))
		buf_addf(out, "%s ", c->label ? c->label : c->word);
	if (c->bm)
		buf_addf(out, "BM%d", c->bm);
}

/* "Year 10: 24 attended", "24 of 30", "30 expected", "not known yet". */
static void
add_years(const struct member *m, struct buf *out)
{
	int g = year_group(m->v[EY_GROUP]);
	const char *came = m->v[EY_ATTENDED], *due = m->v[EY_EXPECTED];

	buf_addf(out, "%s: ", g < 0 ? m->v[EY_GROUP] : year_groups[g].label);
	if (*came && *due)
		buf_addf(out, "%s of %s", came, due);
	else if (*came)
		buf_addf(out, "%s attended", came);
	else if (*due)
		buf_addf(out, "%s expected", due);
	else
		buf_add(out, "not known yet");
	if (*m->v[EY_DISADVANTAGED])
		buf_addf(out, ", %s disadv.", m->v[EY_DISADVANTAGED]);
	if (*m->v[EY_SEND])
		buf_addf(out, ", %s SEND", m->v[EY_SEND]);
	if (strcmp(m->v[EY_ESTIMATED], "yes") == 0)
		buf_add(out, ", estimated");
}

static void
beside_set(const struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	const struct set *s = &r->sets[w->no];
	size_t i;

	if (w->f->set->shape == SET_REFS || w->f->set->shape == SET_WORDS) {
		if (s->n > 1 && !widget_is_wide(w->f))
			buf_addf(out, "%zu", s->n);
		return;		/* of a wide one all stands there */
	}
	if (w->f->set->shape != SET_YEARS)
		return;
	for (i = 0; i < s->n; i++) {
		bool first = !i || strcmp(s->m[i].v[EY_SCHOOL],
		    s->m[i - 1].v[EY_SCHOOL]) != 0;

		buf_add(out, !i ? "" : first ? " | " : "; ");
		if (first && strcmp(s->m[0].v[EY_SCHOOL],
		    s->m[s->n - 1].v[EY_SCHOOL]) != 0) {
			title_text(app, entities[ENT_school],
			    member_ref(&s->m[i], EY_SCHOOL), out);
			buf_add(out, ", ");
		}
		add_years(&s->m[i], out);
	}
}

/* Of a note: its lines, as they will be read. */
static void
beside_note(const struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	(void)app;
	(void)r;
	if (strchr(w->text, '\n'))
		buf_add(out, w->text);
}

/* What is typed, as it will be; else what is there already. */
static void
beside_adds(const struct widget *w, struct app *app, const struct row *r,
    struct buf *out)
{
	if (!str_empty(w->text))
		dated_understood(app, r->ent, w->no, w->text, out);
	else if (!row_is_empty(r, w->no))
		buf_addf(out, "There now: %s", row_get(r, w->no));
}

static const struct kind {
	beside_fn	beside;		/* NULL: the text says it all */
	bool		replaces;	/* typing replaces what stands there */
	bool		wide;		/* the field takes the whole width */
	bool		list;		/* a picker hangs under it */
} kinds[FT_MAX] = {
	[FT_TEXT] = { .wide = true },
	[FT_NOTE] = { .beside = beside_note, .wide = true },
	[FT_INT] = { .beside = beside_value, .replaces = true },
	[FT_NUM] = { .beside = beside_value, .replaces = true },
	[FT_DATE] = { .beside = beside_date, .replaces = true },
	[FT_TIME] = { .beside = beside_value, .replaces = true },
	[FT_YEAR] = { .beside = beside_value, .replaces = true },
	[FT_BOOL] = { .beside = beside_value, .replaces = true, .list = true },
	[FT_CHOICE] = { .beside = beside_choice, .replaces = true,
	    .list = true },
	[FT_OPEN] = { .beside = beside_value, .replaces = true, .list = true },
	[FT_REF] = { .replaces = true, .wide = true, .list = true },
	[FT_ANY] = { .replaces = true, .wide = true, .list = true },
	[FT_SET] = { .beside = beside_set },
};

void
widget_understood(const struct widget *w, struct app *app,
    const struct row *r, struct buf *out)
{
	struct row *copy;

	if (dated_adds(r->ent, w->no)) {
		beside_adds(w, app, r, out);
		return;
	}
	if (str_empty(w->text) || w->f != &r->ent->fields[w->no])
		return;
	copy = row_copy(r);
	if (!widget_read(w, app, copy, NULL)) {
		if (kinds[w->f->type].beside)
			kinds[w->f->type].beside(w, app, copy, out);
		if (r->id == 0 || widget_changed(w)) {
			contacted_field(app, copy, w->no, out);
			odd_field(app, copy, w->no, out);
		}
	}
	row_free(copy);
}

bool
widget_is_wide(const struct field *f)
{
	return kinds[f->type].wide || (f->type == FT_SET &&
	    (f->set->shape == SET_WORDS || f->set->shape == SET_COUNTS ||
	    f->set->shape == SET_MAP || f->set->shape == SET_ANSWERS) && !widget_has_list(f));
}

const struct field *
widget_picked(const struct field *f)
{
	return f->type == FT_SET ? &f->set->cols[0] : f;
}

bool
widget_has_list(const struct field *f)
{
	if (f->type == FT_SET && f->set->shape != SET_REFS &&
	    f->set->shape != SET_WORDS)
		return false;
	return kinds[widget_picked(f)->type].list;
}

/* A set is gone on with once it holds two: a key must not wipe out a list. */
bool
widget_replaces(const struct widget *w)
{
	struct strs parts = {0};
	bool few;

	if (w->f->type != FT_SET)
		return kinds[w->f->type].replaces;
	if (!widget_has_list(w->f))
		return false;
	split_parts(&parts, w->text, ',');
	few = parts.n <= 1;
	strs_clear(&parts);
	return few;
}

size_t
widget_part(const struct widget *w)
{
	const char *comma = w->f->type == FT_SET ?
	    split_last(w->text, ',') : NULL;
	size_t at = comma ? (size_t)(comma - w->text) + 1 : 0;

	while (w->text[at] == ' ')
		at++;
	return at;
}
