/* test_pack.c - the journal's texts come back as they were, also from old
 * files; a damaged one is an error and never half a text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include "base/buf.h"
#include "base/mem.h"
#include "db/pack.h"
#include "db/steps.h"

static const char encounter[] =
	"{\"schools\":[{\"school\":\"1J8Q2M7K9QZ4V\",\"in\":\"yes\"}],\"type\":"
	"\"talk\",\"employers\":[{\"employer\":\"1J8Q2M7K9QZ4W\",\"part\":"
	"\"came\"}],\"date\":\"2026-11-19\",\"years\":[{\"school\":"
	"\"1J8Q2M7K9QZ4V\",\"year\":\"y10\",\"attended\":\"24\"}],\"minutes\":"
	"\"60\",\"status\":\"delivered\",\"mode\":\"in person\",\"benchmarks\":"
	"[{\"benchmark\":\"5\"}]}";

/* The encounter as the first release packs it. */
static const char released[] =
	"28B52FFD61012800BD01007301042BD716BC17C2435093DCC77A86397FDD"
	"0EFC7748FB600140015C3FF265128A4B1D0C3ABBE0CA128FA8CE97FA5F94"
	"77BA25507906";

static int
setup(void **state)
{
	*state = fresh();
	return 0;
}

static int
teardown(void **state)
{
	db_close(*state);
	return 0;
}

static enum status
keep_new(void *arg, const struct change *c, struct err *e)
{
	char **out = arg;

	(void)e;
	free(*out);
	*out = c->new != NULL ? xstrdup(c->new) : NULL;
	return ST_OK;
}

/* Write TEXT as a change of its own step; what is read of it is the caller's. */
static char *
there_and_back(struct db *db, const char *text)
{
	struct step s = { .at = (char *)"2026-11-20T10:00:00.000Z",
		.user = (char *)"u", .node = (char *)"N", .label = (char *)"" };
	char *out = xstrdup("nothing");

	OK(db_begin(db, E));
	OK(steps_next(db, &s.seq, E));
	s.id = 100 + s.seq;
	OK(steps_change(db, s.seq, "school", 7, "", "", NULL, text, E));
	OK(steps_add(db, &s, E));
	OK(db_end(db, ST_OK, E));
	OK(steps_changes(db, s.seq, false, keep_new, &out, E));
	return out;
}

static void
every_text_comes_back(void **state)
{
	static const char *const texts[] = {
		"", "plain", "{}", "a\tb\nc", "\x01\x1f\x1e\x0b\x7f",
		"\xc3\xa9t\xc3\xa9, caf\xc3\xa9, na\xc3\xafve, na\xc3\xafve, "
		"na\xc3\xafve, na\xc3\xafve", encounter,
		"(\xb5/\xfd no frame, though it begins like one of that kind",
	};
	char *s;

	for (size_t i = 0; i < COUNT(texts); i++) {
		s = there_and_back(*state, texts[i]);
		assert_string_equal(s, texts[i]);
		free(s);
	}
	assert_null(there_and_back(*state, NULL));
}

/* Lengths about the limit, noise that cannot shrink, and what is long. */
static void
every_length_comes_back(void **state)
{
	uint32_t seed = 7;

	for (size_t n = 1; n < 200000; n = n < 80 ? n + 1 : n * 3) {
		char *noise = xmalloc(n + 1), *same = xmalloc(n + 1), *s;

		for (size_t i = 0; i < n; i++) {
			noise[i] = (char)(' ' + (seed >> 16) % 95);
			seed = seed * 1103515245u + 12345u;
		}
		memset(same, 'a', n);
		noise[n] = same[n] = '\0';
		s = there_and_back(*state, noise);
		assert_string_equal(s, noise);
		free(s);
		s = there_and_back(*state, same);
		assert_string_equal(s, same);
		free(s);
		free(noise);
		free(same);
	}
}

static void
what_repeats_is_kept_short(void **state)
{
	struct db *db = *state;

	free(there_and_back(db, encounter));
	assert_in_range(sql_int(db, "SELECT length(new) FROM change"), 20,
	    sizeof encounter / 3);
	free(there_and_back(db, "delivered"));
	assert_int_equal(sql_int(db, "SELECT count(*) FROM change "
	    "WHERE new = 'delivered' AND typeof(new) = 'text'"), 1);
}

/* The dictionary must stay what it was: else old files are lost. */
static void
a_released_file_can_be_read(void **state)
{
	struct db *db = *state;
	struct buf sql;
	char *s;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT unpack(x'%s')", released);
	s = sql_text(db, sql.p);
	assert_string_equal(s, encounter);
	free(s);
	buf_clear(&sql);
}

static void
damage_is_an_error(void **state)
{
	static const char *const blobs[] = {
		"", "00", "28b52ffd", "28B52FFD2301FF0100",
		"28B52FFDA301FFFFFFFFFFFFFF7F010000",
	};
	struct db *db = *state;

	for (size_t i = 0; i < COUNT(blobs); i++) {
		struct stmt *st;
		struct buf sql;
		bool more;

		buf_init(&sql, BUF_LINE);
		buf_addf(&sql, "SELECT unpack(x'%s')", blobs[i]);
		OK(db_made(db, sql.p, &st, E));
		REFUSED(ST_CORRUPT, db_step(st, &more, E));
		buf_clear(&sql);
	}
	/* Every byte of a true one, turned over: an error or some text. */
	for (size_t i = 0; released[i] != '\0'; i++) {
		char *copy = xstrdup(released);
		struct err e = { 0 };
		struct stmt *st;
		struct buf sql;
		bool more;

		copy[i] = copy[i] == '0' ? 'F' : '0';
		buf_init(&sql, BUF_LINE);
		buf_addf(&sql, "SELECT unpack(x'%s')", copy);
		OK(db_made(db, sql.p, &st, E));
		if (db_step(st, &more, &e) == ST_OK)
			db_done(st);
		buf_clear(&sql);
		free(copy);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
		T(every_text_comes_back),
		T(every_length_comes_back),
		T(what_repeats_is_kept_short),
		T(a_released_file_can_be_read),
		T(damage_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
