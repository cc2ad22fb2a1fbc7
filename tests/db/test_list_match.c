/* test_list_match.c - lists hold what the filter says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/sample.h"

#include "db/inner.h"
#include "db/list.h"

static struct sample sample;

static int
setup(void **state)
{
	(void)state;
	sample_make(&sample, 7, 40);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	sample_free(&sample);
	return 0;
}

/* What one may type after a field's colon and find something by. */
static char *
typed_value(struct sample *s, const struct field *f)
{
	const struct field *col = f->type == FT_SET ? &f->set->cols[
	    f->set->shape == SET_YEARS || f->set->shape == SET_COUNTS] : f;
	char *v = sample_value(s, col), *out;
	unsigned n = sample_chance(s, 6);

	if (filter_kind(f) == FK_REF && *v != '\0') {
		const char *ent = f->type == FT_ANY ? "" : col->ref;
		struct row *r;
		int64_t id;
		int named;

		assert_true(id_parse(v + (strchr(v, '/') ?
		    strchr(v, '/') + 1 - v : 0), &id));
		if (f->type == FT_ANY)
			ent = v;
		out = xstrndup(ent, strcspn(ent, "/ "));
		r = sample_row(s, entity_find(out)->no, id);
		free(out);
		named = entity_field(r->ent, "name");
		if (named < 0)
			named = entity_field(r->ent, "title");
		out = n == 0 || (named < 0 && n < 4) ?
		    xasprintf("%s/%s", r->ent->id,
		    v + (strchr(v, '/') ? strchr(v, '/') + 1 - v : 0)) :
		    n == 1 && r->ent->key >= 0 ?
		    xstrdup(row_get(r, r->ent->key)) : n < 4 ?
		    xasprintf("\"%s\"", row_get(r, named)) :
		    xstrdup(n == 4 ? "nort" : "park");
		free(v);
		return out;
	}
	if (filter_kind(f) == FK_YEARS && n < 3) {
		unsigned y = 15 + sample_chance(s, 12);

		out = n == 0 ? xasprintf("\"park@%s\"", v) :
		    xasprintf("%s20%u/%u", n == 1 ? "" : "no@", y, y + 1);
		free(v);
		return out;
	}
	if (filter_kind(f) == FK_CODE && strlen(v) > 3 && n == 0) {
		out = xasprintf("\"%.3s*\"", v);
	} else if (n == 1 && filter_kind(f) == FK_CODE) {
		char *b = sample_value(s, col);

		out = xasprintf("%s,%s", v, b);
		free(b);
	} else {
		out = strchr(v, ' ') || strchr(v, ',') ?
		    xasprintf("\"%s\"", v) : xstrdup(v);
	}
	free(v);
	return out;
}

static char *
random_term(struct sample *s, const struct entity *ent)
{
	static const char *const bare[] = { "park", "no", "sai", "st", "mock",
		"the", "oneil", "an", "gree", "\"park school\"", "psa",
		"zizek", "100", "lim" };
	static const char *const ops[] = { "<", "<=", ">", ">=" };
	const struct field *f =
	    &ent->fields[sample_chance(s, (unsigned)ent->nfields)];
	const char *not = sample_chance(s, 4) == 0 ? "-" : "";
	char *value, *out;

	if (sample_chance(s, 4) == 0)
		return xasprintf("%s%s", not,
		    bare[sample_chance(s, COUNT(bare))]);
	if (sample_chance(s, 8) == 0)
		return xasprintf("%s%s:", not, f->id);
	if (f->flags & FF_DERIVED)
		value = xstrdup(f->type == FT_INT ? "1" : f->type == FT_DATE ?
		    "2026-11-01" : "park");
	else
		value = typed_value(s, f);
	if ((f->type == FT_INT || f->type == FT_NUM || f->type == FT_DATE ||
	    f->type == FT_TIME || f->type == FT_YEAR) && *value != '\0' &&
	    sample_chance(s, 2))
		out = xasprintf("%s%s%s%s", not, f->id,
		    ops[sample_chance(s, 4)], value);
	else
		out = xasprintf("%s%s:%s", not, f->id, value);
	free(value);
	return out;
}

/* The same in slices that are over after each row, from where the one before
 * stopped short. */
static size_t
read_slices(struct list_spec *spec, bool forward, size_t size, int64_t *ids)
{
	struct list_page page = { 0 };
	struct list_row at = { 0 };
	size_t n = 0;

	sample.db->list_hurries = true;
	spec->slice_ms = 1000;
	for (;;) {
		const struct list_row *r;

		OK(list_read(sample.db, spec, at.key != NULL ? &at : NULL,
		    forward, size, &page, E));
		for (size_t i = 0; i < page.n; i++)
			ids[n++] = page.row[forward ? i :
			    page.n - 1 - i].id;
		if (!page.more)
			break;
		assert_true(page.stopped || page.n == size);
		r = page.stopped ? &page.reached :
		    &page.row[forward ? page.n - 1 : 0];
		free(at.key);
		at = (struct list_row){ .id = r->id, .key = xstrdup(r->key) };
	}
	sample.db->list_hurries = false;
	spec->slice_ms = 0;
	free(at.key);
	list_clear(&page);
	return n;
}

static void
every_row_is_judged_alike(const struct entity *ent, const char *text)
{
	int64_t sliced[64];
	struct filter *f = NULL;
	struct list_spec spec = { .ent = ent, .sort = -1,
		.today = sample.today };
	int64_t *ids = xcalloc(sample.n[ent->no] + 10, sizeof *ids), count;
	struct err e;
	size_t n;

	if (filter_parse(ent, text, sample.today, &f, &e) != ST_OK) {
		free(ids);
		return;		/* an unlucky value: not this test's */
	}
	spec.filter = f;
	n = sample_read(&sample, &spec, true, 1000, ids);
	sample.db->list_walks = !sample.db->list_walks;
	assert_int_equal(sample_read(&sample, &spec, true, 1000, sliced), n);
	assert_memory_equal(sliced, ids, n * sizeof *ids);
	sample.db->list_walks = !sample.db->list_walks;
	assert_int_equal(read_slices(&spec, true, 3, sliced), n);
	assert_memory_equal(sliced, ids, n * sizeof *ids);
	assert_int_equal(read_slices(&spec, false, 3, sliced), n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(sliced[i], ids[n - 1 - i]);
	for (size_t i = 0; i < sample.n[ent->no]; i++) {
		const struct row *r = sample.row[ent->no][i];
		bool in = false, found;
		struct list_page one = { 0 };

		for (size_t k = 0; k < n; k++)
			in = in || ids[k] == r->id;
		if (in != naive_match(&sample, f, r))
			fail_msg("%s %s: record %zu is %s", ent->id, text, i,
			    in ? "in the list" : "missing");
		if (i % 8 != (size_t)text[0] % 8)
			continue;
		OK(list_one(sample.db, &spec, r->id, &one, &found, E));
		assert_int_equal(found, in);
		list_clear(&one);
	}
	OK(list_count(sample.db, &spec, 1000, &count, E));
	assert_int_equal(count, n);
	filter_free(f);
	free(ids);
}

static void
a_filter_finds_what_looking_at_every_record_finds(void **state)
{
	int rounds = 200 / test_slowness();

	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step())
		for (int i = 0; i < rounds; i++) {
			char *a = random_term(&sample, entities[e]);
			char *b = sample_chance(&sample, 2) ?
			    random_term(&sample, entities[e]) : xstrdup("");
			char *text = xasprintf("%s %s%s", a, b,
			    sample_chance(&sample, 8) ? "" : " archived:any");

			sample.db->list_walks = i % 2;
			every_row_is_judged_alike(entities[e], text);
			free(text);
			free(b);
			free(a);
		}
}

static void
named_conditions_are_judged_alike(void **state)
{
	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step()) {
		struct strs names = { 0 };
		struct buf b;

		buf_init(&b, BUF_LINE);
		filter_is_names(entities[e], &b);
		str_split(&names, b.p, ',');
		for (size_t i = 0; b.n > 0 && i < names.n; i++) {
			char *text = xasprintf("is:%s", names.v[i]);
			char *not = xasprintf("-is:%s park", names.v[i]);

			every_row_is_judged_alike(entities[e], text);
			every_row_is_judged_alike(entities[e], not);
			free(not);
			free(text);
		}
		strs_clear(&names);
		buf_clear(&b);
	}
}

/* mine: alone, turned round and with others. */
static void
mine_is_judged_alike(void **state)
{
	static const char *const with[] = { "mine", "-mine",
		"mine archived:any", "mine -park", "-mine s" };
	size_t found = 0;

	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step())
		for (size_t i = 0; i < COUNT(with); i++) {
			struct filter *f;
			struct err err;

			if (filter_parse(entities[e], with[i], sample.today,
			    &f, &err) != ST_OK) {
				assert_true(str_in(entities[e]->id, "employer"
				    " partner user network cluster cpd"
				    " booking cover offer funding"
				    " deliverable pilot claim resource return"));
				continue;
			}
			for (size_t k = 0; k < sample.n[e] && i == 0; k++)
				if (naive_match(&sample, f,
				    sample.row[e][k])) {
					found++;
					break;
				}
			filter_free(f);
			sample.db->list_walks = i % 2;
			every_row_is_judged_alike(entities[e], with[i]);
		}
	assert_true(found >= 9 / (size_t)sample_step());	/* else for want of rows */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_filter_finds_what_looking_at_every_record_finds),
		cmocka_unit_test(mine_is_judged_alike),
		cmocka_unit_test(named_conditions_are_judged_alike),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
