/* quick_cpd.c - "cpd lmi; came bell chowdhury; absent dale; +Dan Price at
 * Northgate": attendance of this week's session.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are looked for among those booked first. Somebody who came without a
 * booking gets one, as a walk-in.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"

#define NAME_WORDS_MAX	4	/* words of one person's name */

struct place {			/* somebody's place on the session */
	size_t		 item;
	const char	*status;
	size_t		 org;	/* item of the organisation, of a new person */
	char		*role;
	bool		 is_new;
};
struct session {
	struct row	*cpd;
	struct row	**booked;	/* bookings that stand */
	size_t		 nbooked;
	struct place	*place;
	size_t		 nplaces;
};

#define NO_ITEM	((size_t)-1)

static void
session_clear(struct session *s)
{
	row_free(s->cpd);
	for (size_t i = 0; i < s->nbooked; i++)
		row_free(s->booked[i]);
	free(s->booked);
	for (size_t i = 0; i < s->nplaces; i++)
		free(s->place[i].role);
	free(s->place);
}

static void
add_place(struct session *s, struct place take_p)
{
	s->place = xreallocarray(s->place, s->nplaces + 1, sizeof *s->place);
	s->place[s->nplaces++] = take_p;
}

/* --- the session --------------------------------------------------------- */

static enum status
load_session(struct reading *r, int64_t id, struct session *s, struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->load(r->look->arg, entities[ENT_cpd], id,
	    &s->cpd, e);

	if (st == ST_OK)
		st = r->look->ids(r->look->arg, LOOK_BOOKINGS, id, 0, 0, &ids,
		    e);
	s->booked = xcalloc(ids.n + 1, sizeof *s->booked);
	for (size_t i = 0; st == ST_OK && i < ids.n; i++) {
		struct row *row;

		st = r->look->load(r->look->arg, entities[ENT_booking],
		    ids.v[i], &row, e);
		if (st == ST_OK && row_is(row, F_booking_status, "cancelled"))
			row_free(row);
		else if (st == ST_OK)
			s->booked[s->nbooked++] = row;
	}
	ids_clear(&ids);
	return st;
}

static struct row *
booking_of(const struct session *s, int64_t contact)
{
	for (size_t i = 0; i < s->nbooked; i++)
		if (row_ref(s->booked[i], F_booking_contact) == contact)
			return s->booked[i];
	return NULL;
}

/* --- people -------------------------------------------------------------- */

/* Only those booked, when any of the candidates is. */
static void
prefer_booked(const struct session *s, struct cands *cs)
{
	size_t kept = 0;
	bool any = false;

	for (size_t i = 0; i < cs->n; i++)
		any = any || (cs->v[i].class >= NAME_BEGINNINGS &&
		    booking_of(s, cs->v[i].id) != NULL);
	for (size_t i = 0; any && i < cs->n; i++) {
		if (booking_of(s, cs->v[i].id) != NULL) {
			cs->v[kept++] = cs->v[i];
		} else {
			free(cs->v[i].title);
			free(cs->v[i].where);
		}
	}
	if (any)
		cs->n = kept;
}

static bool
is_strong(const struct cands *cs)
{
	for (size_t i = 0; i < cs->n; i++)
		if (cs->v[i].class >= NAME_BEGINNINGS)
			return true;
	return false;
}

static void
drop_item(struct items *is)
{
	struct item *it = &is->v[--is->n];

	free(it->text);
	cands_free(&it->cands);
}

/* The longest name from word I on; at least one word is taken. */
static enum status
take_person(struct reading *r, struct session *s, size_t part,
    const struct strs *w, size_t *i, const char *status, struct err *e)
{
	size_t most = w->n - *i < NAME_WORDS_MAX ? w->n - *i : NAME_WORDS_MAX;

	for (size_t k = most; k > 0; k--) {
		struct strs some = { w->v + *i, k, k };
		char *name = strs_join(&some, " ");
		struct item *it;
		enum status st = names_item(r, part, r->parts.v[part].from,
		    name, KIND(NK_CONTACT), &it, e);

		free(name);
		if (st != ST_OK)
			return st;
		if (k > 1 && !is_strong(&it->cands)) {
			drop_item(&r->items);
			continue;
		}
		prefer_booked(s, &it->cands);
		add_place(s, (struct place){ .item = r->items.n - 1,
		    .status = status, .org = NO_ITEM });
		*i += k;
		return ST_OK;
	}
	return ST_OK;
}

/* "bell chowdhury", "bell, chowdhury and Price" */
static enum status
take_people(struct reading *r, struct session *s, size_t part,
    const char *text, const char *status, struct err *e)
{
	struct piece pc[64];
	size_t n = list_pieces(text, pc, 64);
	enum status st = ST_OK;

	for (size_t k = 0; k < n && st == ST_OK; k++) {
		char *piece = xstrndup(text + pc[k].from, pc[k].len);
		struct strs words = { 0 };

		str_words(&words, piece);
		for (size_t i = 0; i < words.n && st == ST_OK; )
			st = take_person(r, s, part, &words, &i, status, e);
		strs_clear(&words);
		free(piece);
	}
	return st;
}

/* The last WORD in S, NULL when there is none. */
static char *
last_word(char *s, const char *word)
{
	char *found = NULL, *at = s;

	while ((at = strstr(at, word)) != NULL)
		found = at++;
	return found;
}

/* "+Dan Price at Northgate", "+Dan Price, teacher at Northgate" */
static enum status
take_new(struct reading *r, struct session *s, size_t part, struct err *e)
{
	char *text = xstrdup(r->parts.v[part].text + 1), *at, *role, *name;
	struct place p = { .status = "attended", .org = NO_ITEM,
	    .is_new = true };
	struct item *it;
	enum status st = ST_OK;

	if ((at = last_word(text, " at ")) != NULL) {
		*at = '\0';
		at += 4;
	}
	if (at != NULL && (role = last_word(at, " as ")) != NULL) {
		*role = '\0';
		role += 4;
	} else if ((role = strchr(text, ',')) != NULL) {
		*role++ = '\0';
	}
	name = str_trim(text);
	if (*name == '\0')
		read_fault(r, "which name after \"+\"?");
	else
		st = names_item(r, part, r->parts.v[part].from, name, 0, &it,
		    e);
	if (st == ST_OK && *name != '\0') {
		it->kind = NK_CONTACT;
		p.item = r->items.n - 1;
		p.role = xstrdup(role != NULL ? str_trim(role) : "contact");
		if (at != NULL) {
			st = names_item(r, part, r->parts.v[part].from,
			    str_trim(at), KIND(NK_SCHOOL) |
			    KIND(NK_EMPLOYER) | KIND(NK_PROVIDER), &it, e);
			p.org = r->items.n - 1;
		}
		add_place(s, p);
	}
	free(text);
	return st;
}

/* Words that say what became of somebody's place. */
static const struct {
	const char *word, *status;
} states[] = {
	{ "came", "attended" }, { "attended", "attended" },
	{ "present", "attended" }, { "absent", "absent" },
	{ "apologies", "apologies" }, { "booked", "booked" },
	{ "book", "booked" }, { "waiting", "waiting" },
	{ "cancelled", "cancelled" },
};

static enum status
take_part(struct reading *r, struct session *s, size_t part, struct err *e)
{
	const char *text = r->parts.v[part].text;
	size_t n = strcspn(text, " :");
	struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
	    .start = -1, .finish = -1 };
	bool day;

	if (*text == '+')
		return take_new(r, s, part, e);
	for (size_t k = 0; k < sizeof states / sizeof states[0]; k++)
		if (strlen(states[k].word) == n &&
		    str_istarts(text, states[k].word))
			return take_people(r, s, part, text + n +
			    strspn(text + n, " :"), states[k].status, e);
	day = when_read(text, r->look->today, DATE_BACK, &when);
	if (when.fault != NULL)
		read_fault(r, "%s", when.fault);
	else if (!day)
		read_fault(r, "\"%s\": write came, absent, apologies or "
		    "booked, then names; or +Name", text);
	free(when.fault);
	return ST_OK;
}

/* --- what is written ----------------------------------------------------- */

static enum status
plan_booking(struct reading *r, struct session *s, const struct place *p,
    int64_t contact)
{
	struct row *base = booking_of(s, contact), *row;

	if (base != NULL) {
		row = row_copy(base);
		row_set(row, F_booking_status, p->status);
		plan_change(r->q->plan, row_copy(base), row);
		return ST_OK;
	}
	row = fresh_row(r, ENT_booking);
	row_set_ref(row, F_booking_cpd, "cpd", s->cpd->id);
	row_set_ref(row, F_booking_contact, "contact", contact);
	row_set(row, F_booking_status, p->status);
	if (str_eq(p->status, "attended"))
		row_set(row, F_booking_walk_in, "yes");
	(void)plan_add(r->q->plan, row);
	return ST_OK;
}

static void
plan_new_role(struct reading *r, const struct place *p, int64_t contact)
{
	const struct cand *org = p->org != NO_ITEM ?
	    item_cand(&r->items.v[p->org]) : NULL;
	struct row *row;

	if (org == NULL)
		return;
	row = fresh_row(r, ENT_role);
	row_set_ref(row, F_role_contact, "contact", contact);
	row_set_ref(row, F_role_organisation, kind_entity(org->kind)->id,
	    org->id);
	row_set(row, F_role_role, p->role);
	(void)plan_add(r->q->plan, row);
}

static void
tell_place(struct reading *r, const struct place *p, bool walk_in)
{
	const struct cand *org = p->org != NO_ITEM ?
	    item_cand(&r->items.v[p->org]) : NULL;
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (org != NULL)
		buf_addf(&b, "(%s at %s) ", p->role, org->title);
	buf_add(&b, str_eq(p->status, "attended") ? "came" : p->status);
	if (walk_in)
		buf_add(&b, ", walk-in");
	read_tell_item(r, &r->items.v[p->item], buf_take(&b));
}

static enum status
plan_place(struct reading *r, struct session *s, const struct place *p,
    struct err *e)
{
	struct item *it = &r->items.v[p->item];
	int64_t contact = item_cand(it) != NULL ? item_cand(it)->id : 0;
	bool settled = true;
	enum status st;

	if (p->is_new && contact == 0) {
		if ((st = names_known(r, it, &settled, e)) != ST_OK)
			return st;
		contact = item_cand(it) != NULL ? item_cand(it)->id : 0;
	}
	if (p->is_new && !settled) {
		struct row *row = fresh_row(r, ENT_contact);

		row_set(row, F_contact_name, it->text);
		it->new_id = contact = plan_add(r->q->plan, row);
		plan_new_role(r, p, contact);
	}
	if (contact == 0)
		return ST_OK;		/* asked about, or a fault */
	tell_place(r, p, booking_of(s, contact) == NULL &&
	    str_eq(p->status, "attended"));
	return plan_booking(r, s, p, contact);
}

static enum status
plan_session(struct reading *r, struct session *s, struct err *e)
{
	char day[24];
	enum status st = ST_OK;

	day_long(row_day(s->cpd, F_cpd_date), day);
	read_tell(r, "session", xasprintf("%s, %s",
	    row_get(s->cpd, F_cpd_title), day), &r->parts.v[r->verb_part]);
	for (size_t i = r->verb_part + 2; i < r->parts.n && st == ST_OK; i++)
		st = take_part(r, s, i, e);
	if (st != ST_OK || (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = people_choose(r, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < s->nplaces && st == ST_OK; i++)
		st = plan_place(r, s, &s->place[i], e);
	if (s->nplaces == 0 && read_is_fine(r))
		read_fault(r, "who came? Write %s", r->verb->told.example);
	r->q->plan->did = "Attendance of";
	r->q->plan->ent = entities[ENT_cpd];
	r->q->plan->id = s->cpd->id;
	return st;
}

enum status
plan_cpd(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct session s = { 0 };
	int64_t id;
	enum status st;

	if (said == NULL)
		return ST_OK;
	st = session_find(r, said->text, &id, e);
	if (st != ST_OK || id == 0)
		return st;
	if ((st = load_session(r, id, &s, e)) == ST_OK)
		st = plan_session(r, &s, e);
	session_clear(&s);
	return st;
}
