/* test_list.c - what a page of a list shows, in which order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/dbtest.h"

#include "base/buf.h"
#include "base/date.h"
#include "db/list.h"
#include "model/row.h"

static int64_t next_id;

static int
today(void)
{
	return day_from_iso("2026-11-20");
}

/* field, value pairs; sets as "code word|code word". */
static int64_t
add(struct db *db, const char *entity, const char *const *pair)
{
	struct row *r = row_new(entity_find(entity));
	int64_t id = r->id = ++next_id;

	for (; *pair != NULL; pair += 2) {
		int f = entity_field(r->ent, pair[0]);
		struct strs members = { 0 };

		assert_true(f >= 0);
		if (r->ent->fields[f].type != FT_SET) {
			row_set(r, f, pair[1]);
			continue;
		}
		str_split(&members, pair[1], '|');
		for (size_t i = 0; i < members.n; i++) {
			struct strs v = { 0 };
			const char *cols[8] = { NULL };

			str_split(&v, members.v[i], '/');
			for (size_t k = 0; k < v.n && k < 8; k++)
				cols[k] = v.v[k];
			set_put(row_members(r, f), r->ent->fields[f].set,
			    cols);
			strs_clear(&v);
		}
		strs_clear(&members);
	}
	OK(db_begin(db, E));
	OK(db_end(db, store_insert(db, r, E), E));
	row_free(r);
	return id;
}

#define ADD(entity, ...) add(db, entity, \
	(const char *const[]){ __VA_ARGS__, NULL })

enum { SANDMERE = 1, PARK, HARBOUR, BARCLAYS, COLLEGE, TECH, BELL };

static int
setup(void **state)
{
	struct db *db = fresh();
	char c[8][ID_CODE], *text;

	next_id = 0;
	for (int i = 1; i < 8; i++)
		id_code(i, c[i]);
	ADD("school", "name", "Sandmere Park Academy", "urn", "136578", "la",
	    "Havering", "pupils", "900", "also", "Old Hall|Girls School");
	ADD("school", "name", "park high school", "urn", "100002", "la",
	    "Bristol, City of", "pupils", "1200");
	ADD("school", "name", "Harbour UTC", "urn", "100003", "archived",
	    "2026-01-02");
	ADD("employer", "name", "Barclays Bank PLC", "company_number",
	    "01026167", "offers", "talks|mentoring");
	ADD("partner", "name", "Eastfield College", "kind", "college");
	ADD("cluster", "short_name", "tech-east", "name", "Tech East");
	ADD("contact", "name", "Ms Grace Bell");
	text = xasprintf("%s/y9/30/60|%s/y10//24|%s/y10//6", c[SANDMERE],
	    c[SANDMERE], c[PARK]);
	char *both = xasprintf("%s/yes|%s", c[SANDMERE], c[PARK]);
	char *came = xasprintf("%s/came", c[BARCLAYS]);
	ADD("encounter", "schools", both, "employers", came, "years", text,
	    "date", "2026-11-19", "type", "mock interview", "status",
	    "delivered", "benchmarks", "6|5", "days", "2.50", "cluster",
	    c[TECH], "note", "one\ntwo");
	ADD("encounter", "schools", c[SANDMERE], "date", "2026-10-01", "type",
	    "talk", "status", "planned");
	ADD("encounter", "schools", c[PARK], "type", "talk", "status",
	    "planned");
	free(came);
	free(both);
	free(text);
	text = xasprintf("school/%s", c[SANDMERE]);
	ADD("role", "contact", c[BELL], "organisation", text, "role", "head",
	    "from", "2026-09-01");
	free(text);
	*state = db;
	return 0;
}

/* The page as text: cells joined by " | ", rows by newlines. */
static char *
page_text(struct db *db, const char *entity, const char *filter,
    const char *columns, const char *sort)
{
	const struct entity *ent = entity_find(entity);
	struct list_spec spec = { .ent = ent, .sort = -1, .today = today() };
	struct list_page page = { 0 };
	struct filter *f = NULL;
	struct strs names = { 0 };
	int cols[16];
	struct buf b;

	OK(filter_parse(ent, filter, today(), &f, E));
	spec.filter = f;
	str_split(&names, columns, ',');
	for (size_t i = 0; i < names.n; i++)
		cols[i] = entity_field(ent, names.v[i]);
	spec.cols = cols;
	spec.ncols = names.n;
	if (*sort != '\0') {
		spec.desc = *sort == '-';
		spec.sort = entity_field(ent, sort + spec.desc);
	}
	OK(list_read(db, &spec, NULL, true, 100, &page, E));
	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < page.n; i++) {
		for (size_t c = 0; c < page.ncols; c++)
			buf_addf(&b, "%s%s", c > 0 ? " | " : "",
			    page.row[i].cell[c]);
		buf_add(&b, page.row[i].archived ? " (archived)\n" : "\n");
	}
	list_clear(&page);
	strs_clear(&names);
	filter_free(f);
	return buf_take(&b);
}

static void
shows(struct db *db, const char *entity, const char *filter,
    const char *columns, const char *sort, const char *want)
{
	char *text = page_text(db, entity, filter, columns, sort);

	if (!str_eq(text, want))
		fail_msg("%s %s by %s shows\n%snot\n%s", entity, filter, sort,
		    text, want);
	free(text);
}

static void
cells_are_what_people_read(void **state)
{
	struct db *db = *state;

	shows(db, "encounter", "status:delivered",
	    "schools,type,employers,date,years,benchmarks,days,cluster,note,"
	    "pupils", "", "2 schools | Mock interview | Barclays Bank PLC | "
	    "2026-11-19 | y9 60, y10 30 | 5, 6 | 2.5 | Tech East | one two | "
	    "90\n");
	shows(db, "encounter", "date:1/10/2026", "schools,employers,days", "",
	    "Sandmere Park Academy |  | \n");
	shows(db, "role", "", "contact,organisation,role", "",
	    "Ms Grace Bell | Sandmere Park Academy | head\n");
	shows(db, "school", "sandmere", "also,encounters,encounter", "",
	    "Girls School, Old Hall | 1 | 2026-11-19\n");
	shows(db, "contact", "", "organisation,role", "",
	    "Sandmere Park Academy | head\n");
	shows(db, "employer", "", "offers", "", "mentoring, talks\n");
}

static void
own_order_is_by_date_or_name(void **state)
{
	struct db *db = *state;

	shows(db, "encounter", "", "date", "",
	    "2026-11-19\n2026-10-01\n\n");
	shows(db, "encounter", "", "date", "date",
	    "2026-10-01\n2026-11-19\n\n");
	shows(db, "school", "", "name", "",
	    "park high school\nSandmere Park Academy\n");
	shows(db, "school", "", "name", "-pupils",
	    "park high school\nSandmere Park Academy\n");
	shows(db, "school", "archived:any", "urn", "-urn",
	    "136578\n100003 (archived)\n100002\n");
	shows(db, "encounter", "", "date", "schools",
	    "2026-11-19\n\n2026-10-01\n");
}

/* Of days, by an index or sorted; what follows from others and what is no day
 * comes first going up. */
static void
a_day_that_is_empty_comes_last_both_ways(void **state)
{
	struct db *db = *state;

	shows(db, "encounter", "", "date", "-date",
	    "2026-11-19\n2026-10-01\n\n");
	shows(db, "encounter", "-status:delivered", "date", "date",
	    "2026-10-01\n\n");
	shows(db, "encounter", "schools:park", "date", "date",
	    "2026-10-01\n2026-11-19\n\n");
	ADD("task", "title", "b", "expected", "2026-11-25");
	ADD("task", "title", "a");
	ADD("task", "title", "c", "expected", "2026-11-23");
	shows(db, "task", "", "title", "expected", "c\nb\na\n");
	shows(db, "task", "", "title", "-expected", "b\nc\na\n");
	shows(db, "encounter", "", "days", "days", "\n\n2.5\n");
	shows(db, "school", "archived:any", "encounter", "encounter",
	    " (archived)\n2026-11-19\n2026-11-19\n");
	shows(db, "school", "archived:any", "la", "la",
	    " (archived)\nBristol, City of\nHavering\n");
}

static void
archived_records_are_hidden(void **state)
{
	struct db *db = *state;

	shows(db, "school", "harbour", "name", "", "");
	shows(db, "school", "archived:yes", "name", "",
	    "Harbour UTC (archived)\n");
	shows(db, "school", "archived:any harbour", "name", "",
	    "Harbour UTC (archived)\n");
}

static void
references_are_found_as_contract_says(void **state)
{
	static const char *const one[] = { "schools:school/100002",
		"schools:100002", "schools:\"high pa\"",
		"schools:\"park high school\"", "schools:high" };
	struct db *db = *state;
	char code[ID_CODE];

	for (size_t i = 0; i < COUNT(one); i++)
			shows(db, "encounter", one[i], "date", "",
			    "2026-11-19\n\n");
	id_code(PARK, code);
	char *text = xasprintf("schools:school/%s", code);
	shows(db, "encounter", text, "date", "", "2026-11-19\n\n");
	free(text);
	shows(db, "encounter", "schools:park", "date", "",
	    "2026-11-19\n2026-10-01\n\n");
	shows(db, "encounter", "schools:\"old hall\"", "date", "",
	    "2026-11-19\n2026-10-01\n");
	shows(db, "encounter", "schools:school/999999", "date", "", "");
	shows(db, "encounter", "employers:barclays schools:sandmere", "date",
	    "", "2026-11-19\n");
	shows(db, "encounter", "-schools:sandmere", "date", "", "\n");
	shows(db, "encounter", "cluster:tech-east", "date", "",
	    "2026-11-19\n");
	shows(db, "encounter", "cluster:cluster/tech-east", "date", "",
	    "2026-11-19\n");
	shows(db, "encounter", "years:y9", "date", "", "2026-11-19\n");
	shows(db, "encounter", "barclays", "date", "", "2026-11-19\n");
	shows(db, "encounter", "is:toclose", "date", "", "2026-10-01\n");
	shows(db, "encounter", "date:", "type", "", "Talk\n");
	shows(db, "encounter", "date<-6w", "date", "", "2026-10-01\n");
	shows(db, "role", "sandm", "role", "", "head\n");
	shows(db, "role", "organisation:school/136578", "role", "", "head\n");
	shows(db, "role", "organisation:employer/01026167", "role", "", "");
}

/* Also the last kind of those a field may refer to. */
static void
every_kind_a_field_refers_to_is_found(void **state)
{
	struct db *db = *state;
	char cluster[ID_CODE], code[ID_CODE], *about, *filter;

	id_code(TECH, cluster);
	id_code(ADD("claim", "cluster", cluster, "from", "2026-09-01", "to",
	    "2026-12-31"), code);
	about = xasprintf("claim/%s", code);
	ADD("task", "title", "Send the evidence", "status", "open", "about",
	    about);
	filter = xasprintf("about:%s", about);
	shows(db, "task", filter, "title", "", "Send the evidence\n");
	shows(db, "task", "about:", "title", "", "");
	free(filter);
	free(about);
}

/* A person of that very name who is no volunteer hides none. */
static void
a_volunteer_is_called_what_the_person_is(void **state)
{
	struct db *db = *state;
	char person[ID_CODE], volunteer[ID_CODE], school[ID_CODE];

	ADD("contact", "name", "Rivers");
	id_code(ADD("contact", "name", "Ms Ada Rivers"), person);
	id_code(ADD("volunteer", "contact", person, "stage", "inducted"),
	    volunteer);
	id_code(SANDMERE, school);
	ADD("match", "volunteer", volunteer, "school", school, "status",
	    "working", "from", "2026-09-01");
	shows(db, "match", "volunteer:\"rivers\"", "from", "",
	    "2026-09-01\n");
	id_code(ADD("contact", "name", "Rivers"), person);
	ADD("volunteer", "contact", person, "stage", "inducted");
	shows(db, "match", "volunteer:\"rivers\"", "from", "", "");
}

static void
codes_are_equal_or_begin(void **state)
{
	struct db *db = *state;

	shows(db, "school", "la:havering", "urn", "", "136578\n");
	shows(db, "school", "la:hav", "urn", "", "");
	shows(db, "school", "la:hav*", "urn", "", "136578\n");
	shows(db, "school", "la:\"Bristol, City of\"", "urn", "", "100002\n");
	/* The whole value wins over the parts between commas. */
	shows(db, "school", "la:Bristol,City of", "urn", "", "");
	shows(db, "school", "la:bristol,havering", "urn", "", "136578\n");
	shows(db, "school", "urn:1000*", "urn", "", "100002\n");
	shows(db, "school", "name:high", "urn", "", "100002\n");
	shows(db, "cluster", "short_name:tech-east", "name", "",
	    "Tech East\n");
	shows(db, "employer", "offers:talk", "name", "",
	    "Barclays Bank PLC\n");
}

static void
a_row_can_be_read_again(void **state)
{
	struct db *db = *state;
	const int cols[] = { F_school_name };
	struct list_spec spec = { .ent = entities[ENT_school], .sort = -1,
		.cols = cols, .ncols = 1, .today = today() };
	struct list_page page = { 0 };
	struct filter *f;
	bool found = false;

	OK(list_one(db, &spec, SANDMERE, &page, &found, E));
	assert_true(found);
	assert_string_equal(page.row[0].cell[0], "Sandmere Park Academy");
	assert_string_equal(page.row[0].key, "Sandmere Park Academy");
	OK(list_one(db, &spec, HARBOUR, &page, &found, E));
	assert_false(found);
	assert_int_equal(page.n, 0);
	OK(filter_parse(spec.ent, "la:havering", today(), &f, E));
	spec.filter = f;
	OK(list_one(db, &spec, PARK, &page, &found, E));
	assert_false(found);
	OK(list_one(db, &spec, SANDMERE, &page, &found, E));
	assert_true(found);
	list_clear(&page);
	filter_free(f);
}

static void
many_rows_are_only_sorted_by_an_index(void **state)
{
	struct db *db = *state;
	struct list_spec spec = { .ent = entities[ENT_partner],
		.sort = F_partner_kind, .today = today() };
	struct list_page page = { 0 };
	struct filter *f;

	OK(try_sql(db, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
	    "i + 1 FROM n WHERE i < 5000) INSERT INTO partner(id, name, kind) "
	    "SELECT 100 + i, 'p' || i, 'x' FROM n", E));
	REFUSED(ST_DENIED, list_read(db, &spec, NULL, true, 5, &page, E));
	assert_null(page.row);
	OK(filter_parse(spec.ent, "kind:college", today(), &f, E));
	spec.filter = f;
	OK(list_read(db, &spec, NULL, true, 5, &page, E));
	assert_int_equal(page.n, 1);
	filter_free(f);
	spec.filter = NULL;
	spec.sort = F_partner_name;
	assert_true(list_sort_indexed(spec.ent, spec.sort));
	OK(list_read(db, &spec, NULL, true, 5, &page, E));
	assert_int_equal(page.n, 5);
	assert_true(page.more);
	list_clear(&page);
}

/* --- what the layer above works out ------------------------------------------- */

struct asked {
	struct db	*db;
	struct list_spec spec;
	int		 deep;
	enum status	 ends;
};

/* Reads the list that asks, by the same statements, while it is read. */
static enum status
count_all(void *arg, const char *what, int64_t id, int day, struct buf *out,
    struct err *e)
{
	struct asked *a = arg;
	struct list_page page = { 0 };

	assert_true(strncmp(what, "commitment.", 11) == 0);
	assert_int_equal(day, today());
	assert_true(id > 0);
	if (a->ends != ST_OK)
		return err_set(e, a->ends, "it ends here");
	if (a->deep > 0) {
		buf_add(out, "kept");
		return ST_OK;
	}
	a->deep++;
	OK(list_read(a->db, &a->spec, NULL, true, 10, &page, E));
	a->deep--;
	assert_int_equal(page.n, 3);
	assert_string_equal(page.row[0].cell[0], "Kept");
	buf_add(out, id % 2 == 0 ? "not yet" : "under way");
	list_clear(&page);
	return ST_OK;
}

static void
a_value_is_worked_out_by_reading_lists(void **state)
{
	struct db *db = *state;
	const struct entity *ent = entity_find("commitment");
	const int cols[] = { entity_field(ent, "records") };
	struct asked a = { .db = db, .spec = { .ent = ent, .sort = cols[0],
	    .cols = cols, .ncols = 1, .today = today() } };
	struct list_page page = { 0 };

	for (int i = 0; i < 3; i++)
		(void)ADD("commitment", "title", "Own staff", "actor",
		    "employer", "status", "open");
	/* Nobody works it out yet. */
	OK(list_read(db, &a.spec, NULL, true, 10, &page, E));
	assert_int_equal(page.n, 3);
	assert_string_equal(page.row[0].cell[0], "");
	db_on_work(db, count_all, &a);
	OK(list_read(db, &a.spec, NULL, true, 10, &page, E));
	assert_int_equal(page.n, 3);
	assert_string_equal(page.row[0].key, "not yet");
	assert_string_equal(page.row[2].cell[0], "Under way");
	/* What cannot be worked out is empty; what is stopped stops the list. */
	a.ends = ST_NOT_FOUND;
	OK(list_read(db, &a.spec, NULL, true, 10, &page, E));
	assert_string_equal(page.row[0].cell[0], "");
	a.ends = ST_INTERRUPTED;
	REFUSED(ST_INTERRUPTED, list_read(db, &a.spec, NULL, true, 10, &page,
	    E));
	list_clear(&page);
	db_on_work(db, NULL, NULL);
}

int
main(void)
{
#define WITH_DB(t) cmocka_unit_test_setup_teardown(t, setup, teardown_db)
	const struct CMUnitTest tests[] = {
		WITH_DB(cells_are_what_people_read),
		WITH_DB(own_order_is_by_date_or_name),
		WITH_DB(a_day_that_is_empty_comes_last_both_ways),
		WITH_DB(archived_records_are_hidden),
		WITH_DB(references_are_found_as_contract_says),
		WITH_DB(every_kind_a_field_refers_to_is_found),
		WITH_DB(a_volunteer_is_called_what_the_person_is),
		WITH_DB(codes_are_equal_or_begin),
		WITH_DB(a_row_can_be_read_again),
		WITH_DB(a_value_is_worked_out_by_reading_lists),
		WITH_DB(many_rows_are_only_sorted_by_an_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
