/* sample.c - a database of records made by chance. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/sample.h"

#include "base/date.h"
#include "model/fields.h"

static const char *const words[] = { "Park", "Northgate", "St", "School",
	"Academy", "Harbour", "O'Neil", "Zižek", "Mock", "Arup", "Tech-East",
	"&", "the", "Barclays", "Limited", "Green" };
static const char *const codes[] = { "", "Havering", "Tower Hamlets",
	"Bristol, City of", "Open", "Closed", "Secondary", "science",
	"RE:CODE London", "E1 4NS" };

int
sample_step(void)
{
	return test_slowness() >= 10 ? 4 : 1;
}

unsigned
sample_chance(struct sample *s, unsigned n)
{
	s->seed = s->seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(s->seed >> 33) % n;
}

static char *
phrase(struct sample *s, unsigned most)
{
	struct strs w = { 0 };
	unsigned n = 1 + sample_chance(s, most);
	char *text;

	while (n-- > 0)
		strs_add(&w, words[sample_chance(s, COUNT(words))]);
	text = strs_join(&w, " ");
	strs_clear(&w);
	return text;
}

static char *
reference(struct sample *s, const struct field *f)
{
	struct strs refs = { 0 };
	const struct entity *ent;
	char code[ID_CODE], *out;
	size_t n;

	str_words(&refs, f->ref);
	ent = entity_find(refs.v[sample_chance(s, (unsigned)refs.n)]);
	strs_clear(&refs);
	if ((n = s->n[ent->no]) == 0)
		return xstrdup("");
	if (ent->no == ENT_user && n > 2)
		n = 2;		/* so that one of them has schools */
	id_code(s->row[ent->no][sample_chance(s, (unsigned)n)]->id, code);
	out = f->type == FT_ANY ? xasprintf("%s/%s", ent->id, code) :
	    xstrdup(code);
	return out;
}

static char *
text_value(struct sample *s, const struct field *f)
{
	if ((f->flags & FF_KEY) && (f->flags & FF_CODE))
		return xasprintf("%u", 100000 + sample_chance(s, 90000));
	if (f->flags & FF_NAME)
		return phrase(s, 4);
	if (f->flags & FF_CODE)
		return xstrdup(codes[sample_chance(s, COUNT(codes))]);
	return sample_chance(s, 2) ? phrase(s, 3) : xstrdup("");
}

char *
sample_value(struct sample *s, const struct field *f)
{
	char iso[11];
	size_t n = 0;

	switch (f->type) {
	case FT_TEXT:
	case FT_OPEN:
	case FT_NOTE:
		return text_value(s, f);
	case FT_REF:
	case FT_ANY:
		return reference(s, f);
	default:
		break;
	}
	if (sample_chance(s, 5) == 0 && !(f->flags & FF_REQUIRED))
		return xstrdup("");
	switch (f->type) {
	case FT_INT:
		return xasprintf("%u", 1 + sample_chance(s, 8));
	case FT_NUM:
		return xasprintf("%u%s", sample_chance(s, 5),
		    sample_chance(s, 2) ? ".5" : "");
	case FT_DATE:
		day_iso(s->today - 40 + (int)sample_chance(s, 60), iso);
		return xstrdup(iso);
	case FT_TIME:
		return xasprintf("%02u:30", 8 + sample_chance(s, 4));
	case FT_YEAR:
		return xstrdup(sample_chance(s, 2) ? "2026/27" : "2025/26");
	case FT_BOOL:
		return xstrdup(sample_chance(s, 2) ? "yes" : "no");
	default:
		while (f->choices[n].word != NULL)
			n++;
		return xstrdup(f->choices[sample_chance(s,
		    (unsigned)n)].word);
	}
}

static void
fill_set(struct sample *s, struct row *r, int field)
{
	const struct setdef *def = r->ent->fields[field].set;
	unsigned n = sample_chance(s, 4);

	while (n-- > 0) {
		char *v[16] = { 0 };
		bool whole = true;

		for (size_t i = 0; i < def->ncols; i++)
			v[i] = sample_value(s, &def->cols[i]);
		for (size_t i = 0; i < def->nkeys; i++)
			whole = whole && *v[i] != '\0';
		if (whole)
			set_put(row_members(r, field), def,
			    (const char *const *)v);
		for (size_t i = 0; i < def->ncols; i++)
			free(v[i]);
	}
}

static struct row *
make_row(struct sample *s, const struct entity *ent, int64_t id)
{
	struct row *r = row_new(ent);

	r->id = id;
	for (int i = 0; (size_t)i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];
		char *v;

		if ((f->flags & FF_DERIVED) || str_eq(f->id, "archived_for"))
			continue;
		if (str_eq(f->id, "archived") && sample_chance(s, 6) != 0)
			continue;
		if (f->type == FT_SET) {
			fill_set(s, r, i);
			continue;
		}
		v = sample_value(s, f);
		row_set(r, i, v);
		free(v);
	}
	return r;
}

void
sample_make(struct sample *s, uint64_t seed, size_t n)
{
	memset(s, 0, sizeof *s);
	s->db = fresh();
	s->seed = seed * 2654435761u + 1;
	s->today = day_from_iso(SAMPLE_TODAY);
	db_set_today(s->db, s->today);
	OK(db_begin(s->db, E));
	for (int e = 0; e < ENT_MAX; e++) {
		s->row[e] = xcalloc(n, sizeof *s->row[e]);
		for (size_t i = 0; i < n; i++) {
			struct row *r = make_row(s, entities[e],
			    1 + (int64_t)(e + ENT_MAX * i) * 1000);

			OK(store_insert(s->db, r, E));
			s->row[e][i] = r;
			s->n[e] = i + 1;
		}
	}
	OK(db_end(s->db, ST_OK, E));
	for (int e = 0; e < ENT_MAX; e++)
		for (size_t i = 0; i < n; i++) {
			struct row *r = s->row[e][i];

			OK(store_load(s->db, r->ent, r->id, true,
			    &s->row[e][i], E));
			row_free(r);
		}
	s->me = s->row[ENT_user][0];
	db_set_user(s->db, row_get(s->me, F_user_name));
}

void
sample_free(struct sample *s)
{
	for (int e = 0; e < ENT_MAX; e++) {
		for (size_t i = 0; i < s->n[e]; i++)
			row_free(s->row[e][i]);
		free(s->row[e]);
	}
	db_close(s->db);
}

struct row *
sample_row(const struct sample *s, enum entity_no ent, int64_t id)
{
	for (size_t i = 0; i < s->n[ent]; i++)
		if (s->row[ent][i]->id == id)
			return s->row[ent][i];
	return NULL;
}

size_t
sample_read(const struct sample *s, struct list_spec *spec, bool forward,
    size_t size, int64_t *ids)
{
	struct list_page page = { 0 };
	size_t n = 0;

	do {
		const struct list_row *at = page.n == 0 ? NULL :
		    forward ? &page.row[page.n - 1] : &page.row[0];

		OK(list_read(s->db, spec, at, forward, size, &page, E));
		assert_true(page.n <= size && (page.n == size || !page.more));
		for (size_t i = 0; i < page.n; i++)
			ids[n + i] = page.row[forward ? i :
			    page.n - 1 - i].id;
		n += page.n;
	} while (page.more);
	list_clear(&page);
	return n;
}
