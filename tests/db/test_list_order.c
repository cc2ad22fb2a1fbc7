/* test_list_order.c - lists come whole, in one order, however they are read. */
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

/* Forwards, backwards and in one go, in every order there is. */
static void
pages_join_to_the_whole_list(void **state)
{
	static const char *const filters[] = { "", "archived:any", "park",
		"s", "-no" };
	int64_t whole[64], ids[64];
	int slow = test_slowness(), every = slow > 1 ? 2 * slow : 1;

	(void)state;
	for (int e = 0; e < ENT_MAX; e++)
		for (int sort = -1; sort < (int)entities[e]->nfields; sort++)
			for (int v = (sort + 1) % every; v < 10; v += every) {
				struct filter *f;
				struct list_spec spec = { .ent = entities[e],
					.sort = sort, .desc = v % 2,
					.today = sample.today };
				size_t n;

				OK(filter_parse(entities[e], filters[v / 2],
				    sample.today, &f, E));
				spec.filter = f;
				sample.db->list_walks = sort % 2;
				n = sample_read(&sample, &spec, true, 1000, whole);
				assert_int_equal(sample_read(&sample, &spec, true, 7,
				    ids), n);
				assert_memory_equal(ids, whole,
				    n * sizeof *ids);
				assert_int_equal(sample_read(&sample, &spec, false, 3,
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
			assert_int_equal(sample_read(&sample, &spec, true, 9, paged),
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
		cmocka_unit_test(pages_join_to_the_whole_list),
		cmocka_unit_test(further_keys_order_what_is_equal),
		cmocka_unit_test(whole_lists_come_in_every_order),
		cmocka_unit_test(the_longest_filters_are_read),
		cmocka_unit_test(each_gives_every_id_once),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
