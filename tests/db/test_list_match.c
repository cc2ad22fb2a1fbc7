/* test_list_match.c - lists hold what the filter says, in one order. */
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

/* All ids of the list, read in pages of SIZE. */
static size_t
read_all(struct list_spec *spec, bool forward, size_t size, int64_t *ids)
{
	struct list_page page = { 0 };
	size_t n = 0;

	do {
		const struct list_row *at = page.n == 0 ? NULL :
		    forward ? &page.row[page.n - 1] : &page.row[0];

		OK(list_read(sample.db, spec, at, forward, size, &page, E));
		assert_true(page.n <= size && (page.n == size || !page.more));
		for (size_t i = 0; i < page.n; i++)
			ids[n + i] = page.row[forward ? i :
			    page.n - 1 - i].id;
		n += page.n;
	} while (page.more);
	list_clear(&page);
	return n;
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
	n = read_all(&spec, true, 1000, ids);
	sample.db->list_walks = !sample.db->list_walks;
	assert_int_equal(read_all(&spec, true, 1000, sliced), n);
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

/* How many times slower than usual this is run. */
static int
slowness(void)
{
	const char *slow = getenv("TEST_SLOW");
	int64_t by;

	return slow != NULL && str_int(slow, 1, 100, &by) ? (int)by : 1;
}

static void
a_filter_finds_what_looking_at_every_record_finds(void **state)
{
	const char *slow = getenv("TEST_SLOW");
	int64_t by;
	int rounds = 200;


	(void)state;
	if (slow != NULL && str_int(slow, 1, 100, &by))
		rounds /= (int)by;
	for (int e = 0; e < ENT_MAX; e++)
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
	for (int e = 0; e < ENT_MAX; e++) {
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
	for (int e = 0; e < ENT_MAX; e++)
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
	assert_true(found >= 9);	/* not all for want of rows */
}

/* Forwards, backwards and in one go, in every order there is. */
static void
pages_join_to_the_whole_list(void **state)
{
	static const char *const filters[] = { "", "archived:any", "park",
		"s", "-no" };
	int64_t whole[64], ids[64];

	(void)state;
	for (int e = 0; e < ENT_MAX; e++)
		for (int sort = -1; sort < (int)entities[e]->nfields; sort++)
			for (int v = slowness() > 1 ? sort & 7 : 0; v < 10;
			    v += slowness() > 1 ? 8 : 1) {
				struct filter *f;
				struct list_spec spec = { .ent = entities[e],
					.sort = sort, .desc = v % 2,
					.today = sample.today };
				size_t n;

				OK(filter_parse(entities[e], filters[v / 2],
				    sample.today, &f, E));
				spec.filter = f;
				sample.db->list_walks = sort % 2;
				n = read_all(&spec, true, 1000, whole);
				assert_int_equal(read_all(&spec, true, 7,
				    ids), n);
				assert_memory_equal(ids, whole,
				    n * sizeof *ids);
				assert_int_equal(read_all(&spec, false, 3,
				    ids), n);
				for (size_t i = 0; i < n; i++)
					assert_int_equal(ids[i],
					    whole[n - 1 - i]);
				filter_free(f);
			}
}

struct ids {
	int64_t	 v[64];
	size_t	 n;
};

static enum status
keep_id(void *arg, int64_t id, struct err *e)
{
	struct ids *ids = arg;

	(void)e;
	ids->v[ids->n++] = id;
	return ST_OK;
}

/* By keys of which the first has many equals. */
static void
further_keys_order_what_is_equal(void **state)
{
	struct list_spec spec = { .ent = entities[ENT_encounter],
		.sort = F_encounter_status, .nmore = 2,
		.today = sample.today };
	const struct row *last = NULL;
	struct ids ids = { 0 };

	(void)state;
	spec.more[0].field = F_encounter_date;
	spec.more[0].desc = true;
	spec.more[1].field = F_encounter_minutes;
	OK(list_each(sample.db, &spec, keep_id, &ids, E));
	assert_true(ids.n > 10);
	for (size_t i = 0; i < ids.n; i++) {
		const struct row *r = sample_row(&sample, ENT_encounter,
		    ids.v[i]);
		int c = last == NULL ? -1 : strcmp(
		    row_get(last, F_encounter_status),
		    row_get(r, F_encounter_status));

		if (c == 0)
			c = -strcmp(row_get(last, F_encounter_date),
			    row_get(r, F_encounter_date));
		if (c == 0)
			c = row_int(last, F_encounter_minutes, -1) >
			    row_int(r, F_encounter_minutes, -1);
		assert_true(c <= 0);
		last = r;
	}
}

/* Every field orders, records by their names and sets by what is shown; the
 * same rows come in pages and whole. */
static void
whole_lists_come_in_every_order(void **state)
{
	int64_t paged[64];

	(void)state;
	for (int e = 0; e < ENT_MAX; e++)
		for (int sort = 0; sort < (int)entities[e]->nfields; sort++) {
			struct list_spec spec = { .ent = entities[e],
				.sort = sort, .desc = sort & 1,
				.today = sample.today };
			struct ids ids = { 0 };

			OK(list_each(sample.db, &spec, keep_id, &ids, E));
			assert_int_equal(read_all(&spec, true, 9, paged),
			    ids.n);
			assert_memory_equal(paged, ids.v,
			    ids.n * sizeof *ids.v);
			spec.nmore = 1;
			spec.more[0].field =
			    (sort + 1) % (int)entities[e]->nfields;
			ids.n = 0;
			OK(list_each(sample.db, &spec, keep_id, &ids, E));
		}
}

/* As many values and words as one may type are more than one statement can
 * hold: they are read all the same, or refused in words. */
static void
the_longest_filters_are_read(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, BUF_ROW);
	for (int e = 0; e < ENT_MAX; e++)
		for (int i = -2; i < (int)entities[e]->nfields; i++) {
			struct list_spec spec = { .ent = entities[e],
				.sort = -1, .today = sample.today };
			struct list_page page = { 0 };
			struct filter *f;
			struct err err;
			int n = i == -2 ? FILTER_MAX_TERMS : 1500;

			buf_reset(&b);
			if (i == -1)
				buf_addc(&b, '"');
			if (i >= 0) {
				buf_addf(&b, "%s:", entities[e]->fields[i].id);
				n = FILTER_MAX_VALUES;
			}
			for (int k = 0; k < n; k++) {
				char *v = i < 0 ? xasprintf("w%d ", k) :
				    sample_value(&sample,
				    entities[e]->fields[i].set != NULL ?
				    &entities[e]->fields[i].set->cols[0] :
				    &entities[e]->fields[i]);

				buf_addf(&b, i < 0 ? "%s" : "%.12s,",
				    *v != '\0' ? v : "x");
				free(v);
			}
			if (filter_parse(entities[e], b.p, sample.today, &f,
			    &err) != ST_OK)
				continue;
			spec.filter = f;
			sample.db->list_walks = i % 2;
			OK(list_read(sample.db, &spec, NULL, true, 5, &page,
			    E));
			list_clear(&page);
			filter_free(f);
		}
	buf_clear(&b);
}

static enum status
count_id(void *arg, int64_t id, struct err *e)
{
	(void)id;
	(void)e;
	++*(size_t *)arg;
	return ST_OK;
}

static void
each_gives_every_id_once(void **state)
{
	struct list_spec spec = { .ent = entities[ENT_encounter], .sort = -1,
		.today = sample.today };
	int64_t count;
	size_t n = 0;

	(void)state;
	OK(list_each(sample.db, &spec, count_id, &n, E));
	OK(list_count(sample.db, &spec, 1000, &count, E));
	assert_int_equal(n, count);
	OK(list_count(sample.db, &spec, 5, &count, E));
	assert_int_equal(count, 6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_filter_finds_what_looking_at_every_record_finds),
		cmocka_unit_test(mine_is_judged_alike),
		cmocka_unit_test(named_conditions_are_judged_alike),
		cmocka_unit_test(pages_join_to_the_whole_list),
		cmocka_unit_test(further_keys_order_what_is_equal),
		cmocka_unit_test(whole_lists_come_in_every_order),
		cmocka_unit_test(the_longest_filters_are_read),
		cmocka_unit_test(each_gives_every_id_once),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
