/* test_propose.c - who goes where, against every way there is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "model/propose.h"
#include "tests/lib/test.h"

enum { SCHOOLS = 5, PEOPLE = 4, CASES = 3000 };

struct world {
	struct propose_school s[SCHOOLS];
	int		 room[PEOPLE];
	int		 score[SCHOOLS * PEOPLE];
	struct propose_in in;
};

static unsigned long seed = 20261120;

static int
below(int n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (int)((seed >> 33) % (unsigned)n);
}

/* Few different figures, so that equals are many. */
static void
make(struct world *w)
{
	static const char *const names[] = { "Ashdown", "Brookvale", "Elmfield" };

	memset(w, 0, sizeof *w);
	w->in = (struct propose_in){ w->s, (size_t)below(SCHOOLS + 1),
	    (size_t)below(PEOPLE + 1), w->room, w->score };
	for (size_t i = 0; i < w->in.schools; i++)
		w->s[i] = (struct propose_school){ .id = (int64_t)i + 1,
		    .name = names[below(3)], .need = below(4) * 20 - 1,
		    .wait = below(3) * 100 - 1, .room = below(4) > 0 };
	for (size_t j = 0; j < w->in.volunteers; j++)
		w->room[j] = below(3);
	for (size_t k = 0; k < w->in.schools * w->in.volunteers; k++)
		w->score[k] = below(3) == 0 ? PROPOSE_BARRED : below(6) * 20;
}

static int
score(const struct world *w, size_t i, size_t j)
{
	return w->score[i * w->in.volunteers + j];
}

/* Which schools are served, the neediest in the highest bit, and how well. */
struct worth {
	unsigned	served;
	int		sum;
};

static struct worth
worth_of(const struct world *w, const size_t given[])
{
	struct worth x = { 0, 0 };

	for (size_t i = 0; i < w->in.schools; i++) {
		unsigned after = 0;

		if (given[i] == PROPOSE_NOBODY)
			continue;
		for (size_t k = 0; k < w->in.schools; k++)
			after += k != i &&
			    propose_cmp(&w->s[i], &w->s[k]) < 0;
		x.served |= 1u << after;
		x.sum += score(w, i, given[i]);
	}
	return x;
}

static void
try_all(const struct world *w, size_t i, size_t given[], int left[],
    struct worth *best)
{
	struct worth x;

	if (i == w->in.schools) {
		x = worth_of(w, given);
		if (x.served > best->served ||
		    (x.served == best->served && x.sum > best->sum))
			*best = x;
		return;
	}
	given[i] = PROPOSE_NOBODY;
	try_all(w, i + 1, given, left, best);
	for (size_t j = 0; j < w->in.volunteers && w->s[i].room > 0; j++) {
		if (left[j] == 0 || score(w, i, j) < 0)
			continue;
		left[j]--;
		given[i] = j;
		try_all(w, i + 1, given, left, best);
		left[j]++;
	}
}

/* No capacity is broken, nobody barred is proposed, and nobody less needy has
 * somebody whom a school left out could have. */
static void
check_rules(const struct world *w, const size_t given[], int n)
{
	int left[PEOPLE];

	memcpy(left, w->room, sizeof left);
	for (size_t i = 0; i < w->in.schools; i++) {
		if (given[i] == PROPOSE_NOBODY)
			continue;
		if (w->s[i].room <= 0 || score(w, i, given[i]) < 0 ||
		    --left[given[i]] < 0)
			fail_msg("case %d: school %zu got %zu", n, i, given[i]);
	}
	for (size_t i = 0; i < w->in.schools; i++)
		for (size_t k = 0; k < w->in.schools; k++)
			if (given[i] == PROPOSE_NOBODY && w->s[i].room > 0 &&
			    given[k] != PROPOSE_NOBODY &&
			    propose_cmp(&w->s[i], &w->s[k]) < 0 &&
			    score(w, i, given[k]) >= 0)
				fail_msg("case %d: %zu got what needier %zu "
				    "could have", n, k, i);
}

static void
no_way_is_better(void **state)
{
	struct world w;

	(void)state;
	for (int n = 0; n < CASES; n++) {
		size_t given[SCHOOLS], tried[SCHOOLS];
		struct worth best = { 0, 0 }, got;
		int left[PEOPLE];

		make(&w);
		propose(&w.in, given);
		check_rules(&w, given, n);
		memcpy(left, w.room, sizeof left);
		try_all(&w, 0, tried, left, &best);
		got = worth_of(&w, given);
		if (got.served != best.served || got.sum != best.sum)
			fail_msg("case %d: served %x sum %d, not %x, %d", n,
			    got.served, got.sum, best.served, best.sum);
	}
}

/* Two want the same one: the needier has her, although she suits the other. */
static void
need_comes_before_score(void **state)
{
	struct propose_school s[] = {
		{ 1, "Ashdown", 20, 0, 1 }, { 2, "Brookvale", 60, 0, 1 },
	};
	int room[] = { 1 }, score[] = { 100, 10 };
	struct propose_in in = { s, 2, 1, room, score };
	size_t given[2];

	(void)state;
	propose(&in, given);
	assert_true(given[0] == PROPOSE_NOBODY);
	assert_int_equal(given[1], 0);
	room[0] = 2;
	propose(&in, given);
	assert_int_equal(given[0], 0);
	s[1].room = 0;				/* it has two already */
	propose(&in, given);
	assert_true(given[1] == PROPOSE_NOBODY);
}

/* The needier one makes do with whom only it can have. */
static void
one_moves_up_for_another(void **state)
{
	struct propose_school s[] = {
		{ 1, "Ashdown", 60, 0, 1 }, { 2, "Brookvale", 20, 0, 1 },
	};
	int room[] = { 1, 1 };
	int score[] = { 90, 20, 50, PROPOSE_BARRED };
	struct propose_in in = { s, 2, 2, room, score };
	size_t given[2];

	(void)state;
	propose(&in, given);
	assert_int_equal(given[0], 1);
	assert_int_equal(given[1], 0);
}

static void
equals_stand_by_wait_then_name_then_id(void **state)
{
	struct propose_school a = { 2, "Elm", 50, 10, 1 }, b = a;

	(void)state;
	b.wait = 9;
	assert_true(propose_cmp(&a, &b) < 0);
	b = a;
	b.name = "Elmfield";
	assert_true(propose_cmp(&a, &b) < 0);
	b = a;
	b.id = 1;
	assert_true(propose_cmp(&a, &b) > 0);
	b = a;
	b.need = -1;
	assert_true(propose_cmp(&a, &b) < 0);
}

/* A hub's size in a moment. */
static void
a_whole_caseload_is_served(void **state)
{
	enum { N = 300 };
	struct propose_school *s = calloc(N, sizeof *s);
	int *room = calloc(N, sizeof *room), *sc = calloc(N * N, sizeof *sc);
	size_t *given = calloc(N, sizeof *given), served = 0;
	struct propose_in in = { s, N, N, room, sc };

	(void)state;
	for (int i = 0; i < N; i++) {
		s[i] = (struct propose_school){ i + 1, "x", below(100), 0, 1 };
		room[i] = 1;
		for (int j = 0; j < N; j++)
			sc[i * N + j] = below(100);
	}
	propose(&in, given);
	for (int i = 0; i < N; i++)
		served += given[i] != PROPOSE_NOBODY;
	assert_int_equal(served, N);
	free(s);
	free(room);
	free(sc);
	free(given);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_way_is_better),
		cmocka_unit_test(need_comes_before_score),
		cmocka_unit_test(one_moves_up_for_another),
		cmocka_unit_test(equals_stand_by_wait_then_name_then_id),
		cmocka_unit_test(a_whole_caseload_is_served),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
