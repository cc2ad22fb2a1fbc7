/* naive_mine.c - which records are mine, by looking at every one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/naive.h"

#include "model/fields.h"

static bool
holds_today(const struct sample *s, const struct row *r, int from, int to,
    int archived)
{
	return row_is_empty(r, archived) &&
	    (row_is_empty(r, from) || row_day(r, from) <= s->today) &&
	    (row_is_empty(r, to) || row_day(r, to) >= s->today);
}

/* Me, or whom I cover. */
static bool
my_user(const struct sample *s, int64_t user)
{
	if (user == s->me->id)
		return true;
	for (size_t i = 0; i < s->n[ENT_cover]; i++) {
		const struct row *r = s->row[ENT_cover][i];

		if (row_ref(r, F_cover_user) == user &&
		    row_ref(r, F_cover_by) == s->me->id &&
		    !row_is_empty(r, F_cover_from) &&
		    !row_is_empty(r, F_cover_to) &&
		    holds_today(s, r, F_cover_from, F_cover_to,
		    F_cover_archived))
			return true;
	}
	return false;
}

static bool
my_school(const struct sample *s, int64_t school)
{
	for (size_t i = 0; i < s->n[ENT_coordinator]; i++) {
		const struct row *r = s->row[ENT_coordinator][i];

		if (row_ref(r, F_coordinator_school) == school &&
		    my_user(s, row_ref(r, F_coordinator_user)) &&
		    holds_today(s, r, F_coordinator_from, F_coordinator_to,
		    F_coordinator_archived))
			return true;
	}
	return false;
}

/* Of a school of mine, on the list's day. */
bool
naive_mine(const struct sample *s, const struct row *r)
{
	const struct row *to[32];
	int i = entity_field(r->ent, "owner");

	if (r->ent->no == ENT_task && !row_is_empty(r, F_task_asked_by) &&
	    my_user(s, row_ref(r, F_task_asked_by)))
		return true;
	if (r->ent->no == ENT_school)
		return my_school(s, r->id);
	if (r->ent->no == ENT_commitment && str_eq(row_get(r, i),
	    row_get(s->me, F_user_name)))
		return true;
	if (i >= 0 && r->ent->no == ENT_view)
		return str_eq(row_get(r, i), row_get(s->me, F_user_name));
	if (i >= 0 && !row_is_empty(r, i) && my_user(s, row_ref(r, i)) &&
	    !str_starts(row_get(r, i), "contact/"))
		return true;
	for (size_t k = 0; r->ent->no == ENT_contact && k < s->n[ENT_role];
	    k++) {
		const struct row *role = s->row[ENT_role][k];

		if (row_ref(role, F_role_contact) == r->id &&
		    str_starts(row_get(role, F_role_organisation), "school/")
		    && my_school(s, row_ref(role, F_role_organisation)) &&
		    holds_today(s, role, F_role_from, F_role_to,
		    F_role_archived))
			return true;
	}
	for (i = 0; (size_t)i < r->ent->nfields; i++) {
		size_t n;

		if (!str_in(r->ent->fields[i].id, r->ent->no == ENT_line ?
		    "about" : "school schools organisation old") ||
		    (r->ent->fields[i].flags & FF_DERIVED))
			continue;
		n = naive_referred(s, r, i, to);
		while (n-- > 0)
			if (to[n]->ent->no == ENT_school &&
			    my_school(s, to[n]->id))
				return true;
	}
	return false;
}

bool
naive_others(const struct sample *s, const struct row *r)
{
	const char *owner = row_get(r, F_task_owner);

	return row_is(r, F_task_status, "waiting") ||
	    str_starts(owner, "contact/") || (str_starts(owner, "user/") &&
	    !row_is_empty(r, F_task_asked_by) &&
	    my_user(s, row_ref(r, F_task_asked_by)) &&
	    !my_user(s, row_ref(r, F_task_owner)));
}
