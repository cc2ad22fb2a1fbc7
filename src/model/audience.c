/* audience.c - who of a set of people may get a notice, and why not.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/audience.h"

#include "base/date.h"
#include "base/str.h"
#include "model/field.h"
#include "model/tables.h"

/* %d the day, %r the role. */
static const char *const said[AUDIENCE_WHYS] = {
	[AUDIENCE_GETS] = "",
	[AUDIENCE_CLOSED] = "closed",
	[AUDIENCE_PLACE_ARCHIVED] = "archived",
	[AUDIENCE_NOBODY] = "no %r is known",
	[AUDIENCE_ARCHIVED] = "the person is archived",
	[AUDIENCE_QUIT] = "no volunteer any more",
	[AUDIENCE_ENDED] = "left on %d",
	[AUDIENCE_NONE] = "asked not to be contacted",
	[AUDIENCE_NOT_BEFORE] = "not to be contacted before %d",
	[AUDIENCE_PLACE_NOT_BEFORE] =
	    "the employer is not to be contacted before %d",
	[AUDIENCE_NO_EMAIL] = "no e-mail address",
	[AUDIENCE_TWICE] = "gets it once already",
	[AUDIENCE_NO_BULK] = "not in mailings",
};

static const struct {
	const char *role, *next;
} stand_ins[] = {
	{ "careers leader", "slt sponsor" },
	{ "slt sponsor", "head" },
};

const char *
audience_role(const char *role)
{
	return str_empty(role) ? stand_ins[0].role : role;
}

const char *
audience_stand_in(const char *role)
{
	role = audience_role(role);
	for (size_t i = 0; i < sizeof stand_ins / sizeof stand_ins[0]; i++)
		if (str_ieq(stand_ins[i].role, role))
			return stand_ins[i].next;
	return NULL;
}

static enum audience_why
alone(const struct audience_person *p, int day, int *when)
{
	if (p->place_closed)
		return AUDIENCE_CLOSED;
	if (p->place_archived)
		return AUDIENCE_PLACE_ARCHIVED;
	if (p->contact == 0)
		return AUDIENCE_NOBODY;
	if (p->archived)
		return AUDIENCE_ARCHIVED;
	if (p->quit)
		return AUDIENCE_QUIT;
	if (p->ended != DAY_NONE && (*when = p->ended) < day)
		return AUDIENCE_ENDED;
	if (str_eq(p->contact_ok, "none"))
		return AUDIENCE_NONE;
	if (p->not_before != DAY_NONE && (*when = p->not_before) > day)
		return AUDIENCE_NOT_BEFORE;
	if (p->place_not_before != DAY_NONE &&
	    (*when = p->place_not_before) > day)
		return AUDIENCE_PLACE_NOT_BEFORE;
	return str_empty(p->email) ? AUDIENCE_NO_EMAIL : AUDIENCE_GETS;
}

/* Is one before I the same? Somebody for whom nobody is known is the place. Who
 * may not get it at one place may get it at another. */
static bool
is_twice(const struct audience_person *p, const struct audience_verdict *v,
    size_t i)
{
	for (size_t j = 0; j < i; j++) {
		bool here = p[j].place == p[i].place;

		if (p[j].contact != p[i].contact || (!here &&
		    (p[i].by_place || p[i].contact == 0)))
			continue;
		if (v[j].why == AUDIENCE_GETS || v[j].why == v[i].why)
			return true;
	}
	return false;
}

/* One person for three schools is no mailing: people are counted, whether they
 * may get it or not. */
static bool
is_mailing(const struct audience_person *p, size_t n)
{
	int64_t first = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i].contact == 0)
			continue;
		if (first != 0 && first != p[i].contact)
			return true;
		first = p[i].contact;
	}
	return false;
}

void
audience_judge(const struct audience_person *p, size_t n, bool bulk, int day,
    struct audience_verdict *out)
{
	for (size_t i = 0; i < n; i++) {
		int when = DAY_NONE;

		out[i] = (struct audience_verdict){ .role = p[i].role };
		out[i].why = alone(&p[i], day, &when);
		if (is_twice(p, out, i))
			out[i].why = AUDIENCE_TWICE;
		out[i].day = out[i].why == AUDIENCE_ENDED ||
		    out[i].why == AUDIENCE_NOT_BEFORE ||
		    out[i].why == AUDIENCE_PLACE_NOT_BEFORE ? when : DAY_NONE;
	}
	bulk = bulk || is_mailing(p, n);
	for (size_t i = 0; bulk && i < n; i++)
		if (out[i].why == AUDIENCE_GETS &&
		    str_eq(p[i].contact_ok, "no bulk"))
			out[i].why = AUDIENCE_NO_BULK;
}

size_t
audience_first(const struct audience_person *p, size_t n, bool bulk, int day,
    struct audience_verdict *why)
{
	struct audience_verdict v;
	size_t found = n;

	for (size_t i = 0; i < n && found == n; i++) {
		audience_judge(&p[i], 1, bulk, day, &v);
		if (i == 0)
			*why = v;
		if (v.why == AUDIENCE_GETS)
			found = i;
	}
	return found;
}

static void
add_role(const char *role, struct buf *out)
{
	static const struct field any = { .choices = roles };
	const struct choice *c;

	if (str_empty(role)) {
		buf_add(out, "person there");
		return;
	}
	c = field_choice(&any, role);
	buf_add(out, c != NULL ? c->word : role);
}

void
audience_said(const struct audience_verdict *v, struct buf *out)
{
	char day[24];

	for (const char *p = said[v->why]; *p != '\0'; p++) {
		if (*p != '%') {
			buf_addc(out, *p);
		} else if (*++p == 'd') {
			day_long(v->day, day);
			buf_add(out, day);
		} else {
			add_role(v->role, out);
		}
	}
}

void
audience_instead(const struct audience_verdict *why, struct buf *out)
{
	if (why->why == AUDIENCE_GETS)
		return;
	if (why->why != AUDIENCE_NOBODY) {
		buf_add(out, "instead of ");
		if (str_empty(why->role)) {
			buf_add(out, "who was asked");
		} else {
			buf_add(out, "the ");
			add_role(why->role, out);
		}
		buf_add(out, ": ");
	}
	audience_said(why, out);
}
