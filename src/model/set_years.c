/* set_years.c - year lines of a record from their text, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/set_text.h"
#include "model/tables.h"
#include "model/years.h"

static int
year_of(const struct set_in *in)
{
	int day = in->r->ent->main_date >= 0 ?
	    row_day(in->r, in->r->ent->main_date) : DAY_NONE;

	return year_of_day(day != DAY_NONE ? day : in->p->today);
}

/* The roll of one group (for a band: of its years together); refused when it
 * is not known. */
static enum status
roll_of(struct set_in *in, const char *school, int group, long *out)
{
	int first, last;
	char year[8];
	int64_t id;
	long sum = 0;

	year_format(year_of(in), year);
	if (!year_group_span(group, &first, &last))
		return field_refuse(in->e, in->f->id, "adults have no roll: "
		    "adult 12");
	if (!id_parse(school, &id) || in->p->roll == NULL)
		return field_refuse(in->e, in->f->id, "the roll cannot be "
		    "looked up here: write the number");
	for (int g = first; g <= last; g++) {
		long n = in->p->roll(in->p->arg, id, year_of(in),
		    year_groups[g].word);

		if (n < 0)
			return field_refuse(in->e, in->f->id, "the roll of %s "
			    "in %s is not known: write the number, or first "
			    "the roll", year_groups[g].word, year);
		sum += n < YEARS_MAX ? n : YEARS_MAX;
	}
	*out = sum < YEARS_MAX ? sum : YEARS_MAX;
	return ST_OK;
}

static const char *
figure(long n, char out[24])
{
	if (n < 0)
		return "";
	snprintf(out, 24, "%ld", n);
	return out;
}

static enum status
put_line(struct set_in *in, const char *school, int group, long expected,
    long attended, const struct years_item *it)
{
	char number[4][24];
	const char *v[] = {
		[EY_SCHOOL] = school,
		[EY_GROUP] = year_groups[group].word,
		[EY_EXPECTED] = figure(expected, number[0]),
		[EY_ATTENDED] = figure(attended, number[1]),
		[EY_DISADVANTAGED] = figure(it->disadvantaged, number[2]),
		[EY_SEND] = figure(it->send, number[3]),
		[EY_ESTIMATED] = it->by_roll ? "yes" : "",
	};

	if (set_find(in->got, in->def, v) != NULL)
		return field_refuse(in->e, in->f->id, "%s is given twice",
		    year_groups[group].word);
	set_put(in->got, in->def, v);
	return ST_OK;
}

/* A single figure for GROUP, expected or attended by the item and status. */
static enum status
put_single(struct set_in *in, const char *school, int group, long n,
    const struct years_item *it)
{
	if (it->has_of)
		return put_line(in, school, group, it->of, n, it);
	if (it->expected || figures_are_ahead(in->r, in->p->today))
		return put_line(in, school, group, n, -1, it);
	return put_line(in, school, group, -1, n, it);
}

static enum status
put_range(struct set_in *in, const char *school, const struct years_item *it)
{
	long roll[YG_MAX], share[YG_MAX];
	size_t n = (size_t)(it->last - it->first + 1);
	enum status st = ST_OK;

	for (size_t i = 0; i < n && st == ST_OK; i++)
		st = roll_of(in, school, it->first + (int)i, &roll[i]);
	if (st != ST_OK)
		return st;
	if (it->value == YV_COUNT && !years_share(it->count, roll, n, share))
		return field_refuse(in->e, in->f->id, "nobody is on the rolls "
		    "of %s to %s: write a number for each",
		    year_groups[it->first].word, year_groups[it->last].word);
	for (size_t i = 0; i < n && st == ST_OK; i++)
		st = put_single(in, school, it->first + (int)i,
		    it->value == YV_ALL ? roll[i] : share[i], it);
	return st;
}

static enum status
year_read(struct set_in *in, const char *school, const char *text)
{
	struct years_item it;
	enum status st = years_item(text, &it, in->e);

	if (st != ST_OK)
		return field_blame(in->e, in->f->id);
	if (it.value == YV_NONE && in->op != '-')
		return field_refuse(in->e, in->f->id, "\"%.60s\": how many? "
		    "%s 24, %s all, or %s ? when it is not known yet", text,
		    year_groups[it.first].word, year_groups[it.first].word,
		    year_groups[it.first].word);
	if (in->op != '-' && (it.value == YV_ALL ||
	    (it.value == YV_COUNT && it.first != it.last)))
		return put_range(in, school, &it);
	for (int g = it.first; g <= it.last && st == ST_OK; g++)
		st = it.value == YV_COUNT ?
		    put_single(in, school, g, it.count, &it) :
		    put_line(in, school, g, -1, -1, &it);
	return st;
}

enum status
years_read(struct set_in *in, const char *text)
{
	return schools_read(in, text, year_read);
}

static void
year_write(const struct set_out *w, const struct member *m)
{
	const char *expected = m->v[EY_EXPECTED];
	const char *attended = m->v[EY_ATTENDED];
	const char *send = m->v[EY_SEND], *dis = m->v[EY_DISADVANTAGED];

	if (w->shown)
		year_group_shown(m->v[EY_GROUP], w->out);
	else
		buf_add(w->out, m->v[EY_GROUP]);
	buf_addc(w->out, ' ');
	if (*attended != '\0')
		buf_add(w->out, attended);
	else if (*expected != '\0')
		buf_addf(w->out, "~%s", expected);
	else
		buf_add(w->out, "?");
	if (*dis != '\0' || *send != '\0')
		buf_addf(w->out, "/%s", dis);
	if (*send != '\0')
		buf_addf(w->out, "/%s", send);
	if (*attended != '\0' && *expected != '\0')
		buf_addf(w->out, " of %s", expected);
	else if (*attended != '\0' && figures_are_ahead(w->r, INT_MAX))
		buf_add(w->out, " of ?");
	if (strcmp(m->v[EY_ESTIMATED], "yes") == 0)
		buf_add(w->out, " by roll");
}

void
years_write(const struct set_out *w)
{
	schools_write(w, year_write);
}
