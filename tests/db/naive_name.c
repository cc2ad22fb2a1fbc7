/* naive_name.c - which record a text names, by looking at every one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/naive.h"

#include "base/utf8.h"
#include "model/fields.h"

/* Whose names R has: a volunteer those of the person. */
static const struct row *
called(const struct sample *s, const struct row *r)
{
	return r->ent->no != ENT_volunteer ||
	    row_is_empty(r, F_volunteer_contact) ? r :
	    sample_row(s, ENT_contact,
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
naive_words(const struct sample *s, const struct row *r, const char *text)
{
	struct strs names = { 0 }, w = { 0 };
	bool all = named_entity(called(s, r)->ent);

	names_of(called(s, r), true, &names);
	str_words(&w, text);
	for (size_t i = 0; i < w.n; i++)
		all = all && has_word(&names, w.v[i]);
	strs_clear(&w);
	strs_clear(&names);
	return all;
}

bool
naive_named(const struct sample *s, const struct row *r, const char *folded)
{
	struct strs names = { 0 };
	bool is;

	names_of(called(s, r), false, &names);
	is = strs_has(&names, folded);
	strs_clear(&names);
	return is;
}

bool
naive_holds(const char *text, const char *folded)
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
			found = naive_holds(row_get(r, i), folded);
		else
			for (size_t m = 0; m < row_members(r, i)->n; m++)
				found = found ||
				    naive_holds(row_members(r, i)->m[m].v[0],
				    folded);
	}
	return found;
}

size_t
naive_referred(const struct sample *s, const struct row *r, int i,
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

bool
naive_word(const struct sample *s, const struct row *r, const char *word)
{
	const struct row *to[32];

	if (naive_words(s, r, word) || is_kind(r, word) ||
	    (utf8_count(word) >= 3 && mentions(r, word)))
		return true;
	for (int i = 0; (size_t)i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		size_t n;

		if (!(f->type == FT_SET && f->set->shape == SET_REFS) &&
		    !((f->type == FT_REF || f->type == FT_ANY) &&
		    (f->flags & FF_LIST)))
			continue;
		n = naive_referred(s, r, i, to);
		while (n-- > 0)
			if (naive_words(s, to[n], word))
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
bool
naive_ref(const struct sample *s, const struct field *f, const char *text,
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
			    naive_named(s, s->row[r->ent->no][i], folded);
		result = whole ? naive_named(s, r, folded) :
		    naive_words(s, r, folded);
		/* That of what its first field refers to. */
		if (refs.n == 1 && r->ent->no != ENT_volunteer &&
		    nameless(r->ent) &&
		    r->ent->fields[0].type == FT_REF &&
		    naive_referred(s, r, 0, first) == 1)
			result = naive_words(s, first[0], folded);
	}
	free(folded);
	strs_clear(&refs);
	return result;
}
