/* quick_role.c - "harbour; head = Ms Amara Nwosu from 1/1".
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has the role ends the day before; roles are ended, never deleted. A new
 * person is asked about, unless the name was written with a plus.
 */
#include "app/dated.h"
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"

struct change {
	const struct part *part;
	const char	*org_ent;	/* entity of the organisation */
	int64_t		 org;
	int		 day;
	int64_t		 contact;	/* stored, or of the plan; 0 nobody */
	struct item	*who;
};

/* The person named: one there is, or a new one. */
static enum status
find_person(struct reading *r, size_t part, struct change *c, struct err *e)
{
	const struct part *p = &r->parts.v[part];
	bool plus = p->value[0] == '+', settled;
	const char *name = p->value + plus + strspn(p->value + plus, " ");
	struct item *it;
	struct row *row;
	size_t kept = 0;
	enum status st;

	st = names_item(r, part, p->from, name, plus ? 0 : KIND(NK_CONTACT),
	    &it, e);
	if (st != ST_OK)
		return st;
	it->kind = NK_CONTACT;
	for (size_t i = 0; i < it->cands.n; i++) {
		struct cand *cand = &it->cands.v[i];

		if (cand->class >= NAME_WORDS) {
			it->cands.v[kept++] = *cand;
		} else {	/* "Ms Amara Nwosu" is not Ms Amara Nwoso */
			free(cand->title);
			free(cand->where);
		}
	}
	it->cands.n = kept;
	c->who = it;
	if (kept > 0) {
		st = names_choose(r, it, e);
		if (item_cand(it) != NULL)
			c->contact = item_cand(it)->id;
		return st;
	}
	if ((st = names_known(r, it, &settled, e)) != ST_OK)
		return st;
	if (settled) {
		c->contact = item_cand(it) != NULL ? item_cand(it)->id : 0;
		return ST_OK;
	}
	row = fresh_row(r, ENT_contact);
	row_set(row, F_contact_name, name);
	it->new_id = c->contact = plan_add(r->q->plan, row);
	if (!plus)
		read_sure(r, xasprintf("NEW %s: make this person?", name));
	return ST_OK;
}

/* End ROLE, whose row is taken over, the day before; its holder is told. */
static enum status
end_role(struct reading *r, struct change *c, struct row *take_role,
    struct err *e)
{
	struct row *mine;
	char day[24], *name;
	enum status st;

	st = record_name(r, ENT_contact, row_ref(take_role, F_role_contact),
	    &name, e);
	if (st != ST_OK) {
		row_free(take_role);
		return st;
	}
	mine = row_copy(take_role);
	dated_end(mine, c->day);
	plan_change(r->q->plan, take_role, mine);
	day_long(c->day - 1, day);
	read_tell(r, "ended", xasprintf("%s until %s", name, day), NULL);
	free(name);
	return ST_OK;
}

/* Those who hold the role on the day before: one is ended, more are asked
 * about. ROWS are taken over. */
static enum status
end_roles(struct reading *r, struct change *c, struct row **rows, size_t n,
    struct err *e)
{
	struct strs choices = { 0 };
	size_t picked = 0;
	char *lead;
	enum status st = ST_OK;

	for (size_t i = 0; i < n && st == ST_OK && n > 1; i++) {
		char *name;

		st = record_name(r, ENT_contact,
		    row_ref(rows[i], F_role_contact), &name, e);
		if (st == ST_OK)
			strs_take(&choices, xasprintf("%s ends", name));
		if (st == ST_OK)
			free(name);
	}
	strs_add(&choices, "all stay");
	lead = xasprintf("%zu have the role %s there: ", n, c->part->word);
	if (st == ST_OK && n > 1 &&
	    !read_ask(r, lead, &choices, NULL, &picked))
		picked = n;
	for (size_t i = 0; i < n; i++) {
		if (i == picked && st == ST_OK)
			st = end_role(r, c, rows[i], e);
		else
			row_free(rows[i]);
	}
	free(lead);
	strs_clear(&choices);
	return st;
}

static enum status
end_holders(struct reading *r, struct change *c, struct err *e)
{
	struct ids ids = { 0 };
	struct row **held;
	size_t n = 0;
	enum status st = r->look->ids(r->look->arg, LOOK_ROLES, c->org,
	    c->day - 1, 0, &ids, e);

	held = xcalloc(ids.n + 1, sizeof *held);
	for (size_t i = 0; st == ST_OK && i < ids.n; i++) {
		struct row *row;
		int from;

		st = r->look->load(r->look->arg, entities[ENT_role], ids.v[i],
		    &row, e);
		if (st != ST_OK)
			break;
		from = row_day(row, F_role_from);
		if (!str_ieq(row_get(row, F_role_role), c->part->word) ||
		    (from != DAY_NONE && from >= c->day)) {
			row_free(row);
			continue;
		}
		if (c->contact != 0 &&
		    row_ref(row, F_role_contact) == c->contact)
			read_fault(r, "%s has the role %s there already",
			    c->who->text, c->part->word);
		held[n++] = row;
	}
	ids_clear(&ids);
	if (st == ST_OK && n > 0 && r->faults.n == 0)
		st = end_roles(r, c, held, n, e);
	else
		for (size_t i = 0; i < n; i++)
			row_free(held[i]);
	free(held);
	return st;
}

static void
tell_change(struct reading *r, const struct change *c)
{
	struct quick_part *told;
	const struct cand *cand = item_cand(c->who);
	char day[24];

	day_long(c->day, day);
	told = read_tell(r, "role", xasprintf("%s: %s from %s", c->part->word,
	    cand != NULL ? cand->title : c->who->text, day), c->part);
	told->is_new = c->who->new_id != 0;
}

static enum status
plan_change_of(struct reading *r, size_t part, struct change *c, struct err *e)
{
	struct row *row;
	char iso[11];
	enum status st;

	c->part = &r->parts.v[part];
	c->day = c->part->day != DAY_NONE ? c->part->day : r->look->today;
	if (c->part->fault != NULL)
		return ST_OK;
	if (!str_in(c->part->value, "nobody none vacant -")) {
		st = find_person(r, part, c, e);
		if (st != ST_OK || c->contact == 0)
			return st;
		tell_change(r, c);
	}
	if ((st = end_holders(r, c, e)) != ST_OK || c->contact == 0)
		return st;
	row = fresh_row(r, ENT_role);
	day_iso(c->day, iso);
	row_set_ref(row, F_role_contact, "contact", c->contact);
	row_set_ref(row, F_role_organisation, c->org_ent, c->org);
	row_set(row, F_role_role, c->part->word);
	row_set(row, F_role_from, iso);
	(void)plan_add(r->q->plan, row);
	r->q->plan->main = r->q->plan->n - 1;
	return ST_OK;
}

/* Roles only schools have: nobody is head at an employer of that name. */
static bool
is_of_school(const struct reading *r)
{
	static const char *const words[] = {
		"head", "slt sponsor", "careers leader", "careers adviser",
		"link governor", "chair of governors", "senco", "governor",
	};

	for (size_t i = 0; i < r->parts.n; i++)
		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			if (r->parts.v[i].kind == PK_ROLE &&
			    str_eq(r->parts.v[i].word, words[k]))
				return true;
	return false;
}

/* The one organisation the line names, or the school on screen. */
static enum status
find_organisation(struct reading *r, struct change *c, struct err *e)
{
	unsigned kinds = KIND(NK_SCHOOL);
	size_t n = 0;
	enum status st;

	if (!is_of_school(r))
		kinds |= KIND(NK_EMPLOYER) | KIND(NK_PROVIDER);
	if ((st = names_find(r, kinds, e)) != ST_OK ||
	    (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = apply_schools(r, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < r->items.n; i++) {
		const struct cand *cand = item_cand(&r->items.v[i]);

		if (cand == NULL)
			continue;
		c->org_ent = kind_entity(cand->kind)->id;
		c->org = cand->id;
		read_tell_item(r, &r->items.v[i], NULL);
		n++;
	}
	if (r->items.n == 0 && r->schools.n == 1) {
		c->org_ent = "school";
		c->org = r->schools.v[0].id;
		read_tell(r, "school", xstrdup(r->schools.v[0].title), NULL)
		    ->assumed = true;
		n = 1;
	}
	if (n != 1 && read_is_fine(r))
		read_fault(r, n == 0 ? "where? Write %s" :
		    "one organisation a line: write %s",
		    r->verb->told.example);
	if (n != 1)
		c->org = 0;
	return ST_OK;
}

enum status
plan_role(struct reading *r, struct err *e)
{
	struct change c = { 0 };
	enum status st = find_organisation(r, &c, e);

	if (st != ST_OK || c.org == 0)
		return st;
	r->q->plan->did = "Changed";
	for (size_t i = 0; i < r->parts.n && st == ST_OK; i++) {
		const struct part *p = &r->parts.v[i];
		struct change one = c;

		if (p->kind == PK_ROLE)
			st = plan_change_of(r, i, &one, e);
		else if (p->kind != PK_NAME && p->fault == NULL)
			read_fault(r, "\"%s\" is no part of a change of role: "
			    "write %s", p->text, r->verb->told.example);
	}
	return st;
}
