/* test_hands.c - twelve save, four read, one copies: nothing lost, none twice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/backup.h"
#include "app/export.h"
#include "app/find.h"
#include "app/lists.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "tests/app/mix.h"
#include "tests/app/world.h"

/* SAVES of each writer: all in check-long, where CASELOAD_LONG is set. */
enum { WRITERS = 12, READERS = 5, SHORT = 12, MOST = 102, OWN = 3, KINDS = 6 };

enum { COPIES = 4 };		/* the reader who makes backups */

/* The kinds of saves, in the turn of each writer: UNDO takes back BULK. */
enum { ADD, FIELD, MEMBER, LINE, BULK, UNDO };

/* What all processes see. */
static struct {
	bool		 acked[WRITERS][MOST];
	int		 worst_ms[WRITERS];
	char		 fault[WRITERS + READERS][4096];
	volatile bool	 done;
} *seen;

static int saves;
static int64_t encounter[3];	/* of two fields change, of one the employers */
static int64_t own[WRITERS][OWN];	/* employers */

static const char *const fields[] = { "title", "venue", "subject",
    "follow_up", "summary", "evidence" };

/* --- writers ------------------------------------------------------------- */

static enum status
add(struct app *app, int w, int i, struct err *e)
{
	char *name = xasprintf("Foundry %c%c%03d", 'a' + w, 'a' + w, i);
	enum status st = mix_add(app, name, e);

	free(name);
	return st;
}

static enum status
line(struct app *app, int w, int i, struct err *e)
{
	char *text = xasprintf("sandmere; talk; y10 5; yesterday; "
	    "note: line %03d of %02d", i, w);
	enum status st = mix_line(app, text, e);

	free(text);
	return st;
}

static enum status
save(struct app *app, int w, int i, struct err *e)
{
	char text[48];
	struct undo_report report = { 0 };
	enum status st = ST_OK;

	snprintf(text, sizeof text, "%d of %d", i, w);
	switch (i % KINDS) {
	case ADD:
		return add(app, w, i, e);
	case FIELD:
		return world_set(app, "encounter", encounter[w / 6],
		    fields[w % 6], text, e);
	case MEMBER:
		snprintf(text, sizeof text, "+employer/09%03d%03d", w, i);
		return mix_bulk(app, entities[ENT_encounter], &encounter[2], 1,
		    F_encounter_employers, text, e);
	case LINE:
		return line(app, w, i, e);
	case BULK:
		return mix_bulk(app, entities[ENT_employer], own[w], OWN,
		    F_employer_note, text, e);
	case UNDO:
		st = undo_step(app, 0, true, false, false, &report, e);
		undo_report_clear(&report);
	}
	return st;
}

static void
fault(int who, const struct err *e)
{
	snprintf(seen->fault[who], sizeof seen->fault[who], "%s (%s)",
	    e->text, e->detail);
}

static void
writer(const char *file, int w)
{
	char *user = xasprintf("writer-%d", w);
	struct app_start start = { .db = file, .user = user };
	struct err e = { 0 };
	struct app app;
	enum status st = app_open(&app, &start, &e);
	int64_t since;
	int ms;

	for (int i = 0; st == ST_OK && i < saves; i++) {
		since = clock_monotonic_ms();
		st = save(&app, w, i, &e);
		ms = (int)(clock_monotonic_ms() - since);
		if (ms > seen->worst_ms[w])
			seen->worst_ms[w] = ms;
		seen->acked[w][i] = st == ST_OK;
	}
	if (st != ST_OK)
		fault(w, &e);
}

/* --- readers ------------------------------------------------------------- */

static enum status
read_once(struct app *app, int r, struct err *e)
{
	struct lister l;
	struct hits hits = { 0 };
	FILE *nowhere;
	enum status st;
	char *copy;
	int64_t n;

	if (r == COPIES) {
		copy = xasprintf("%s.copy", db_path(app->db));
		st = backup_to(app, copy, true, NULL, NULL, e);
		free(copy);
		return st;
	}
	if (r == 0) {
		st = find_all(app, "foundry", 50, 0, &hits, e);
		hits_clear(&hits);
		return st;
	}
	if ((st = lister_open(&l, app, r == 1 ? entities[ENT_employer] :
	    entities[ENT_encounter], r == 3 ? "schools:sandmere" : "", e)) !=
	    ST_OK)
		return st;
	if (r == 1 && (nowhere = fopen("/dev/null", "w")) != NULL) {
		st = export_list(app, &l.spec, FMT_CSV, 0, nowhere, NULL, e);
		fclose(nowhere);
	} else {
		st = lister_count(&l, 100000, &n, e);
	}
	lister_close(&l);
	return st;
}

static void
reader(const char *file, int r)
{
	struct app_start start = { .db = file, .user = "reader",
	    .readonly = true };
	struct err e = { 0 };
	struct app app;
	enum status st = app_open(&app, &start, &e);

	while (st == ST_OK && !seen->done) {
		st = read_once(&app, r, &e);
		poll(NULL, 0, 30);	/* as people read */
	}
	if (st != ST_OK)
		fault(WRITERS + r, &e);
}

/* --- afterwards ---------------------------------------------------------- */

static int64_t
count(struct app *app, int ent, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, app, entities[ent], filter, &e), &e);
	must(lister_count(&l, 100000, &n, &e), &e);
	lister_close(&l);
	return n;
}

static void
value_is(struct app *app, const char *ent, int64_t id, const char *field,
    const char *want)
{
	char *value = world_get(app, ent, id, field);

	if (!str_eq(value, want))
		fail_msg("%s is \"%s\", not \"%s\"", field, value, want);
	free(value);
}

/* What writer W saved last of KIND; -1 nothing. */
static int
last(int w, int kind)
{
	int i = saves;

	while (--i >= 0 && (i % KINDS != kind || !seen->acked[w][i]))
		continue;
	return i;
}

static void
check_writer(struct app *app, int w)
{
	char text[64];
	bool undone = last(w, UNDO) > last(w, BULK);

	snprintf(text, sizeof text, "%d of %d", last(w, FIELD), w);
	value_is(app, "encounter", encounter[w / 6], fields[w % 6], text);
	snprintf(text, sizeof text, "%d of %d", last(w, BULK), w);
	for (int i = 0; i < OWN; i++)
		value_is(app, "employer", own[w][i], "note",
		    undone ? "" : text);
	for (int i = 0; i < saves; i++) {
		assert_true(seen->acked[w][i]);
		if (i % KINDS == ADD) {
			snprintf(text, sizeof text, "name:\"Foundry %c%c%03d\"",
			    'a' + w, 'a' + w, i);
			assert_int_equal(count(app, ENT_employer, text), 1);
		} else if (i % KINDS == LINE) {
			snprintf(text, sizeof text, "note:\"line %03d of %02d\"",
			    i, w);
			assert_int_equal(count(app, ENT_encounter, text), 1);
		}
	}
}

static void
check_all(const char *file)
{
	struct app_start start = { .db = file, .user = "tester" };
	int of_kind = saves / KINDS, worst = 0;
	struct err e = { 0 };
	struct app app;
	struct row *r;

	for (int i = 0; i < WRITERS + READERS; i++)
		if (seen->fault[i][0] != '\0')
			fail_msg("%d: %s", i, seen->fault[i]);
	for (int w = 0; w < WRITERS; w++)
		if (seen->worst_ms[w] > worst)
			worst = seen->worst_ms[w];
	print_message("the longest save took %d ms\n", worst);
	assert_true(worst < 10000);
	must(app_open(&app, &start, &e), &e);
	world_is_whole(&app);
	for (int w = 0; w < WRITERS; w++)
		check_writer(&app, w);
	assert_int_equal(count(&app, ENT_employer, "name:foundry"),
	    WRITERS * of_kind);
	assert_int_equal(count(&app, ENT_encounter, ""),
	    3 + WRITERS * of_kind);
	must(record_load(&app, entities[ENT_encounter], encounter[2], &r, &e),
	    &e);
	assert_int_equal(row_members(r, F_encounter_employers)->n,
	    WRITERS * of_kind);
	row_free(r);
	app_close(&app);
}

/* --- the test ------------------------------------------------------------ */

static char *
make_world(void)
{
	struct app app;
	char number[64], name[64], *file;

	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere School", NULL);
	for (int i = 0; i < 3; i++)
		encounter[i] = world_add(&app, "encounter",
		    "schools=school/900001", "type=talk", NULL);
	for (int w = 0; w < WRITERS; w++) {
		for (int i = 0; i < OWN; i++) {
			snprintf(name, sizeof name, "name=Quay %d-%d", w, i);
			own[w][i] = world_add(&app, "employer", name, NULL);
		}
		for (int i = MEMBER; i < saves; i += KINDS) {
			snprintf(number, sizeof number,
			    "company_number=09%03d%03d", w, i);
			snprintf(name, sizeof name, "name=Mill %d-%d", w, i);
			world_add(&app, "employer", name, number, NULL);
		}
	}
	file = xstrdup(admin_path(&app));
	world_close(&app);
	return file;
}

static void
twelve_save_four_read_and_one_copies(void **state)
{
	pid_t pid[WRITERS + READERS];
	FILE *memory;
	char *file;
	int how;

	(void)state;
	saves = getenv("CASELOAD_LONG") != NULL ? MOST : SHORT;
	assert_non_null(memory = tmpfile());
	assert_int_equal(ftruncate(fileno(memory), sizeof *seen), 0);
	seen = mmap(NULL, sizeof *seen, PROT_READ | PROT_WRITE, MAP_SHARED,
	    fileno(memory), 0);
	assert_true(seen != MAP_FAILED);
	file = make_world();
	for (int i = 0; i < WRITERS + READERS; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			if (i < WRITERS)
				writer(file, i);
			else
				reader(file, i - WRITERS);
			_exit(0);
		}
	}
	for (int i = 0; i < WRITERS + READERS; i++) {
		if (i == WRITERS)
			seen->done = true;
		assert_int_equal(waitpid(pid[i], &how, 0), pid[i]);
		assert_int_equal(how, 0);
	}
	check_all(file);
	munmap(seen, sizeof *seen);
	fclose(memory);
	free(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twelve_save_four_read_and_one_copies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
