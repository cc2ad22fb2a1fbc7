/* naive.c - the filter language by looking at every record there is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/sample.h"

#include "base/date.h"
#include "base/utf8.h"
#include "model/cohort.h"
#include "model/fields.h"

static const struct sample *all_of_it;	/* while it is looked at */

/* Whose names R has: a volunteer those of the person. */
static const struct row *
called(const struct row *r)
{
	return r->ent->no != ENT_volunteer ||
	    row_is_empty(r, F_volunteer_contact) ? r :
	    sample_row(all_of_it, ENT_contact,
	    row_ref(r, F_volunteer_contact));
}

/* Every name of R, folded, and its natural key. */
static void
names_of(const struct row *r, bool key, struct strs *out)
{
	for (int i = 0; (size_t)i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];

		if (!(f->flags & FF_NAME) && !(key && i == r->ent->key))
			continue;
		if (f->type != FT_SET) {
			strs_take(out, utf8_fold(row_get(r, i)));
			continue;
		}
		for (size_t m = 0; m < row_members(r, i)->n; m++)
			strs_take(out,
			    utf8_fold(row_members(r, i)->m[m].v[0]));
	}
}

static bool
named_entity(const struct entity *ent)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_NAME)
			return true;
	return false;
}

/* "department for work" gives dfw and dw. */
static bool
initials_begin(const char *name, const char *word)
{
	struct strs w = { 0 };
	char all[64] = "", big[64] = "";
	size_t a = 0, b = 0;
	bool fits;

	str_words(&w, name);
	for (size_t i = 0; i < w.n && i < 60; i++) {
		size_t n = 1;

		while (((unsigned char)w.v[i][n] & 0xC0) == 0x80)
			n++;
		memcpy(all + a, w.v[i], n);
		a += n;
		if (!str_in(w.v[i], "and of the for")) {
			memcpy(big + b, w.v[i], n);
			b += n;
		}
	}
	fits = w.n > 1 && (strncmp(all, word, strlen(word)) == 0 ||
	    strncmp(big, word, strlen(word)) == 0);
	strs_clear(&w);
	return fits;
}

static bool
has_word(const struct strs *names, const char *word)
{
	for (size_t i = 0; i < names->n; i++) {
		struct strs w = { 0 };
		bool found = initials_begin(names->v[i], word);

		str_words(&w, names->v[i]);
		for (size_t k = 0; k < w.n; k++)
			found = found || str_starts(w.v[k], word);
		strs_clear(&w);
		if (found)
			return true;
	}
	return false;
}

static bool
has_words(const struct row *r, const char *text)
{
	struct strs names = { 0 }, w = { 0 };
	bool all = named_entity(called(r)->ent);

	names_of(called(r), true, &names);
	str_words(&w, text);
	for (size_t i = 0; i < w.n; i++)
		all = all && has_word(&names, w.v[i]);
	strs_clear(&w);
	strs_clear(&names);
	return all;
}

static bool
is_named(const struct row *r, const char *folded)
{
	struct strs names = { 0 };
	bool is;

	names_of(called(r), false, &names);
	is = strs_has(&names, folded);
	strs_clear(&names);
	return is;
}

static bool
holds(const char *text, const char *folded)
{
	char *f = utf8_fold(text);
	bool is = strstr(f, folded) != NULL;

	free(f);
	return is;
}

static bool
mentions(const struct row *r, const char *folded)
{
	bool found = false;

	for (int i = 0; (size_t)i < r->ent->nfields && !found; i++) {
		const struct field *f = &r->ent->fields[i];

		if (!(f->flags & (FF_NAME | FF_SEARCH)))
			continue;
		if (f->type != FT_SET)
			found = holds(row_get(r, i), folded);
		else
			for (size_t m = 0; m < row_members(r, i)->n; m++)
				found = found ||
				    holds(row_members(r, i)->m[m].v[0],
				    folded);
	}
	return found;
}

/* The records field I of R refers to: as many as OUT holds. */
static size_t
referred(const struct sample *s, const struct row *r, int i,
    const struct row **out)
{
	const struct field *f = &r->ent->fields[i];
	const struct field *col = f->type == FT_SET ? &f->set->cols[0] : f;
	size_t n = 0;

	if (f->type == FT_SET) {
		for (size_t m = 0; m < row_members(r, i)->n; m++)
			out[n++] = sample_row(s, entity_find(col->ref)->no,
			    member_ref(&row_members(r, i)->m[m], 0));
	} else if (!row_is_empty(r, i)) {
		char ent[32];

		snprintf(ent, sizeof ent, "%.*s", f->type == FT_ANY ?
		    (int)strcspn(row_get(r, i), "/") : 31,
		    f->type == FT_ANY ? row_get(r, i) : f->ref);
		out[n++] = sample_row(s, entity_find(ent)->no,
		    row_ref(r, i));
	}
	return n;
}

/* Do the words of its kind, as stored and as shown, begin with WORD's? */
static bool
is_kind(const struct row *r, const char *word)
{
	for (int i = 0; (size_t)i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		const struct choice *c;
		struct strs has = { 0 }, w = { 0 };
		char *all, *folded;
		bool fits = true;

		if (!(f->flags & FF_KIND) || row_is_empty(r, i) ||
		    (c = field_choice(f, row_get(r, i))) == NULL)
			continue;
		all = xasprintf(" %s %s", c->word,
		    c->label != NULL ? c->label : "");
		folded = utf8_fold(all);
		str_words(&w, word);
		for (size_t k = 0; k < w.n; k++) {
			bool begins = false;

			str_words(&has, folded);
			for (size_t j = 0; j < has.n; j++)
				begins = begins || strncmp(has.v[j], w.v[k],
				    strlen(w.v[k])) == 0;
			strs_clear(&has);
			fits = fits && begins;
		}
		fits = fits && w.n > 0;
		strs_clear(&w);
		free(folded);
		free(all);
		return fits;
	}
	return false;
}

static bool
word_term(const struct sample *s, const struct row *r, const char *word)
{
	const struct row *to[32];

	if (has_words(r, word) || is_kind(r, word) || (utf8_count(word) >= 3 && mentions(r, word)))
		return true;
	for (int i = 0; (size_t)i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		size_t n;

		if (!(f->type == FT_SET && f->set->shape == SET_REFS) &&
		    !((f->type == FT_REF || f->type == FT_ANY) &&
		    (f->flags & FF_LIST)))
			continue;
		n = referred(s, r, i, to);
		while (n-- > 0)
			if (has_words(to[n], word))
				return true;
	}
	return false;
}

static bool
nameless(const struct entity *ent)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_NAME)
			return false;
	return true;
}

/* Which of all records does TEXT name, in the order of contract.md? */
static bool
names_record(const struct sample *s, const struct field *f, const char *text,
    const struct row *r)
{
	const struct field *col = f->type == FT_SET ? &f->set->cols[0] : f;
	const char *slash = strchr(text, '/');
	struct strs refs = { 0 };
	int64_t id;
	bool result = false, key = false, code = false, whole = false;
	const struct row *first[1];
	char *folded;

	str_words(&refs, col->ref);
	if (slash != NULL) {
		char *name = xstrndup(text, (size_t)(slash - text));
		const struct entity *only = entity_find(name);

		free(name);
		if (only != NULL) {
			bool in = strs_has(&refs, only->id);

			strs_clear(&refs);
			if (in)
				strs_add(&refs, only->id);
			text = slash + 1;
		}
	}
	for (size_t e = 0; e < refs.n; e++) {
		const struct entity *ent = entity_find(refs.v[e]);

		for (size_t i = 0; i < s->n[ent->no]; i++) {
			const struct row *x = s->row[ent->no][i];

			key = key || (ent->key >= 0 && *text != '\0' &&
			    str_ieq(row_get(x, ent->key), text));
			code = code || (id_parse(text, &id) && id == x->id);
		}
	}
	folded = utf8_fold(text);
	if (!strs_has(&refs, r->ent->id))
		result = false;
	else if (key)
		result = r->ent->key >= 0 &&
		    str_ieq(row_get(r, r->ent->key), text);
	else if (code)
		result = id_parse(text, &id) && id == r->id;
	else if (*folded != '\0') {
		for (size_t i = 0; i < s->n[r->ent->no]; i++)
			whole = whole ||
			    is_named(s->row[r->ent->no][i], folded);
		result = whole ? is_named(r, folded) : has_words(r, folded);
		/* That of what its first field refers to. */
		if (refs.n == 1 && r->ent->no != ENT_volunteer &&
		    nameless(r->ent) &&
		    r->ent->fields[0].type == FT_REF &&
		    referred(s, r, 0, first) == 1)
			result = has_words(first[0], folded);
	}
	free(folded);
	strs_clear(&refs);
	return result;
}

static bool
code_fits(const char *text, const char *value)
{
	size_t n = strlen(value);
	char *f = utf8_fold(text);
	bool fits = n > 0 && value[n - 1] == '*' ?
	    strncmp(f, value, n - 1) == 0 : str_eq(f, value);

	free(f);
	return fits;
}

static int
compare(const struct field *f, const char *a, const char *b)
{
	double x, y;

	if (filter_kind(f) != FK_NUMBER)
		return strcmp(a, b);
	x = strtod(a, NULL);
	y = strtod(b, NULL);
	return (x > y) - (x < y);
}

/* One value of the field, or of a member of its set. */
static bool
value_fits(const struct field *f, const struct filter_term *t,
    const char *text, const char *value)
{
	int c;

	switch (filter_kind(f)) {
	case FK_CONTAINS:
		return holds(text, value);
	case FK_CODE:
		return code_fits(text, value);
	case FK_MAP:
		return str_eq(value, "differs") || code_fits(text, value);
	default:
		break;
	}
	if (*text == '\0')
		return false;
	c = compare(f, text, value);
	switch (t->op) {
	case OP_LT:
		return c < 0;
	case OP_LE:
		return c <= 0;
	case OP_GT:
		return c > 0;
	case OP_GE:
		return c >= 0;
	default:
		return c == 0;
	}
}

/* "y10", "2022/23", a school, or a school and one of them. */
static bool
line_fits(const struct sample *s, const struct row *r, const struct field *f,
    const struct member *m, const char *value)
{
	int day = row_day(r, r->ent->main_date), entry;
	struct filter_line line;
	bool fits = true;
	char cohort[8] = "";

	filter_line(f, value, &line);
	if (day != DAY_NONE && cohort_entry(m->v[1], year_of_day(day), &entry))
		year_format(entry, cohort);
	if (line.group != NULL)
		fits = str_eq(m->v[1], line.group);
	else if (line.cohort[0] != '\0')
		fits = str_eq(cohort, line.cohort);
	if (fits && *line.school != '\0')
		fits = names_record(s, f, line.school, sample_row(s,
		    ENT_school, member_ref(m, 0)));
	free(line.school);
	return fits;
}

static bool
set_fits(const struct sample *s, const struct row *r, int i,
    const struct filter_term *t, const char *value)
{
	const struct field *f = &r->ent->fields[i];
	const struct set *set = row_members(r, i);

	for (size_t m = 0; m < set->n; m++) {
		const char *text = set->m[m].v[
		    f->set->shape == SET_COUNTS ? 1 : 0];

		if (f->set->shape == SET_YEARS) {
			if (line_fits(s, r, f, &set->m[m], value))
				return true;
		} else if (f->set->shape == SET_REFS) {
			if (names_record(s, f, value, sample_row(s,
			    entity_find(f->set->cols[0].ref)->no,
			    member_ref(&set->m[m], 0))))
				return true;
		} else if (value_fits(f, t, text, value)) {
			return true;
		}
	}
	return false;
}

static bool
field_term(const struct sample *s, const struct row *r,
    const struct filter_term *t, const char *value)
{
	const struct field *f = &r->ent->fields[t->field];
	const struct row *to[1];

	if (f->type == FT_SET)
		return set_fits(s, r, t->field, t, value);
	if (filter_kind(f) == FK_REF)
		return referred(s, r, t->field, to) == 1 &&
		    names_record(s, f, value, to[0]);
	return value_fits(f, t, row_get(r, t->field), value);
}

/* Does any record have exactly this, commas and all? */
static bool
whole_wins(const struct sample *s, const struct entity *ent,
    const struct filter_term *t)
{
	const struct field *f = &ent->fields[t->field];
	char *folded;
	bool wins = false;

	if (t->all == NULL || (f->flags & FF_DERIVED))
		return false;
	folded = utf8_fold(t->all);
	if (filter_kind(f) == FK_REF) {
		const struct field *col = f->type == FT_SET ?
		    &f->set->cols[0] : f;

		for (int e = 0; e < ENT_MAX; e++)
			for (size_t i = 0; i < s->n[e]; i++)
				wins = wins || (str_in(entities[e]->id,
				    col->ref) && is_named(s->row[e][i],
				    folded));
	} else {
		for (size_t i = 0; i < s->n[ent->no]; i++) {
			const struct row *r = s->row[ent->no][i];

			if (f->type != FT_SET)
				wins = wins || code_fits(
				    row_get(r, t->field), t->all);
			else
				for (size_t m = 0; m <
				    row_members(r, t->field)->n; m++)
					wins = wins || code_fits(row_members(r,
					    t->field)->m[m].v[0], t->all);
		}
	}
	free(folded);
	return wins;
}

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
static bool
mine_term(const struct sample *s, const struct row *r)
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
		n = referred(s, r, i, to);
		while (n-- > 0)
			if (to[n]->ent->no == ENT_school &&
			    my_school(s, to[n]->id))
				return true;
	}
	return false;
}

static bool
with_others(const struct sample *s, const struct row *r)
{
	const char *owner = row_get(r, F_task_owner);

	return row_is(r, F_task_status, "waiting") ||
	    str_starts(owner, "contact/") || (str_starts(owner, "user/") &&
	    !row_is_empty(r, F_task_asked_by) &&
	    my_user(s, row_ref(r, F_task_asked_by)) &&
	    !my_user(s, row_ref(r, F_task_owner)));
}

static bool	all_terms(const struct sample *, const struct filter *,
		    const struct row *);

static bool
term_fits(const struct sample *s, const struct row *r,
    const struct filter_term *t)
{
	if (t->op == OP_IS)
		return all_terms(s, t->sub, r);
	if (t->op == OP_MINE)
		return mine_term(s, r);
	if (t->op == OP_OTHERS)
		return with_others(s, r);
	if (t->op == OP_EMPTY)
		return row_is_empty(r, t->field);
	if (t->op != OP_WORD && whole_wins(s, r->ent, t))
		return field_term(s, r, t, t->all);
	for (size_t i = 0; i < t->values.n; i++)
		if (t->op == OP_WORD ? word_term(s, r, t->values.v[i]) :
		    field_term(s, r, t, t->values.v[i]))
			return true;
	return false;
}

static bool
all_terms(const struct sample *s, const struct filter *f, const struct row *r)
{
	for (size_t i = 0; i < f->n; i++)
		if (term_fits(s, r, &f->t[i]) == f->t[i].not)
			return false;
	return true;
}

bool
naive_match(const struct sample *s, const struct filter *f,
    const struct row *r)
{
	bool archived = !row_is_empty(r, entity_field(r->ent, "archived"));

	if (f->archived < 2 && archived != (f->archived == 1))
		return false;
	all_of_it = s;
	return all_terms(s, f, r);
}
