/* test_export.c - records out in each form, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/export.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "tests/app/importing.h"

static int
open_world(void **state)
{
	struct importing *w = xmalloc(sizeof *w);

	importing_open(w);
	*state = w;
	return 0;
}

static int
close_world(void **state)
{
	importing_close(*state);
	free(*state);
	return 0;
}

static int64_t rows;		/* of the last export */

/* All records of an entity, archived too; the caller frees the text. COLS is
 * blank-separated, NULL for every field. */
static char *
export_text(struct app *app, const char *entity, const char *cols,
    enum format fmt)
{
	const struct entity *ent = entity_find(entity);
	struct list_spec spec = { .ent = ent, .sort = -1,
	    .today = app->today };
	struct strs words = { 0 };
	struct filter *filter;
	struct err e = { 0 };
	char *text = NULL;
	int *fields;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	must(filter_parse(ent, "archived:any", app->today, &filter, &e), &e);
	spec.filter = filter;
	spec.ncols = export_fields(ent, &fields);
	str_words(&words, cols != NULL ? cols : "");
	for (size_t i = 0; i < words.n; i++) {
		fields[i] = entity_field(ent, words.v[i]);
		assert_true(fields[i] >= 0);
	}
	if (cols != NULL)
		spec.ncols = words.n;
	spec.cols = fields;
	must(export_list(app, &spec, fmt, 0, f, &rows, &e), &e);
	fclose(f);
	strs_clear(&words);
	filter_free(filter);
	free(fields);
	return text;
}

static void
put(struct importing *w, const char *kind, const char *text)
{
	import_text(w, kind, text);
	if (w->e.st != ST_OK || w->res.rejected > 0)
		fail_msg("%s: %s %s", kind, w->e.text, import_said(w));
}

static void
archive(struct app *app, const char *entity, int64_t id)
{
	struct err e = { 0 };

	must(step_begin(app, &e), &e);
	must(step_end(app, record_archive(app, entity_find(entity), id,
	    "moved, \"away\"", &e), "archived", &e), &e);
}

/* Records with everything that is hard to write: references by key and by
 * code, quotes, formulas, line breaks, sets in an order of their own. */
static void
make_records(struct importing *w)
{
	put(w, "schools", "urn,local_number,name,also,la,pupils,fsm,note\n"
	    "990302,,\"Wharf, Upper\",\"Old Wharf, \"\"Wharf, Lower\"\"\","
	    "\"Bristol, City of\",800,12.5,\"=1+1\n second line\"\n"
	    "990301,,Fen School,,Hackney,,,\n"
	    ",L-1,\u00c9cole Moor,,,,,'apostrophe\n");
	put(w, "employers", "company_number,name,sector,offers\n"
	    "00001234,\"Kelp, Brine & Co\",retail,\"talks, mentoring\"\n"
	    ",@Home (Care) Ltd,,\n00001230,+3i Group,,\n");
	put(w, "partners", "name,kind,approved\nTide College,college,yes\n");
	put(w, "clusters", "short_name,name,boroughs,amount,from\n"
	    "tech-east,Tech East,\"Hackney, Newham\",1200.50,2026-09-01\n");
	put(w, "contacts", "name,email,organisation,role\n"
	    "Ms Ada Quill,ada@fen.example,990301,careers leader\n"
	    "-Bo Reed,,00001234,\n");
	put(w, "members", "cluster,organisation,from\n"
	    "tech-east,school/990301,2026-09-01\n"
	    "tech-east,employer/00001234,2026-09-01\n");
	put(w, "rolls", "school,year,group,pupils,disadvantaged\n"
	    "990301,2026/27,y10,180,60\n990301,2027/28,y10,182,\n");
	put(w, "cpds", "title,date,capacity,audience,benchmarks\n"
	    "Careers today,2026-10-01,1,\"teacher, governor\",\"2, 5\"\n");
	w->opt.match_names = true;
	put(w, "bookings", "cpd,contact,status\n"
	    "Careers today,Ada Quill,booked\nCareers today,Bo Reed,booked\n");
	put(w, "encounters", "date,type,schools,employers,providers,years,"
	    "benchmarks,groups,summary,in_hours,start,finish\n"
	    "2026-11-02,talk,\"990302 (in), 990301\",\"00001234 (came), "
	    "00001230\",Tide College (invited),\"990302: y9 180/60/12; "
	    "990301: y10 24 of 30, ks4 ~9\",,\"990301: young carers 4\","
	    "\"two\nlines, \"\"quoted\"\"\",yes,9:30,11:00\n"
	    "2027-03-12,careers fair,990301,,,y12 ~18,3,,,,,\n");
	w->opt.match_names = false;
	put(w, "users", "name,full_name\npriya,\"Lindqvale, Priya\"\n");
	w->opt.match_names = true;
	put(w, "networks", "name,area,partners,places\n"
	    "East Hub,\"Hackney, \"\"Bristol, City of\"\"\",Tide College,50\n");
	put(w, "memberships", "school,network,stage,from,reason\n"
	    "990301,East Hub,signed up,2026-09-01,\"asked, agreed\"\n");
	put(w, "coordinators", "school,user,from\n990301,priya,2026-09-01\n");
	w->opt.match_names = false;
	put(w, "facts", "school,year,fact,value\n"
	    "990301,2026/27,leader hours,6\n");
	put(w, "assessments", "school,date,framework,source,bm1,bm8\n"
	    "990301,2026-07-31,G2024,compass,64,100\n");
	w->opt.match_names = true;
	put(w, "volunteers", "contact,employer,boroughs,signed_up,induction,"
	    "dbs_status,capacity\nBo Reed,00001234,\"Hackney, \"\"Bristol, "
	    "City of\"\"\",2026-09-01,2026-09-20,seen clear,2\n");
	put(w, "matches", "volunteer,school,kind,status,from,to,reason\n"
	    "Bo Reed,990301,ea,ended,2026-09-21,2026-10-30,\"moved, far\"\n");
	put(w, "activities", "volunteer,school,date,minutes,kind\n"
	    "Bo Reed,990301,2026-10-05,90,governors meeting\n");
	put(w, "placements", "school,employer,kind,from,to,group,places,"
	    "filled,hours,liability,consent\n990301,00001234,wex,2027-06-07,"
	    "2027-06-11,y10,6,4,25,2027-05-01,yes\n");
	put(w, "requests", "school,kind,title,groups,by,contact\n"
	    "990301,talk,Kelp speaker,\"y9, y10\",2027-02-13,Ada Quill\n");
	put(w, "offers", "organisation,kind,places,groups,term\n"
	    "employer/00001234,work experience,6,y10,summer\n");
	put(w, "approaches", "organisation,request,date,status,reason\n"
	    "employer/00001234,Kelp speaker,2026-11-03,said no,too far\n");
	put(w, "fundings", "cluster,funder,amount,from,hold_until\n"
	    "tech-east,ESF,1200.50,2026-09-01,2033-12-31\n");
	put(w, "deliverables", "cluster,code,target,by\n"
	    "tech-east,SD05,12,2027-03-31\n");
	put(w, "pilots", "title,cluster,employer,from,status\n"
	    "Kelp pilot,tech-east,00001234,2026-09-07,running\n");
	put(w, "claims", "cluster,funding,from,to\n"
	    "tech-east,ESF,2026-09-01,2026-11-30\n");
	put(w, "lines", "claim,deliverable,about,month,evidence\n"
	    "Tech East,sd03,pilot/kelp,2026-11,\"log, page 2\"\n");
	put(w, "resources", "title,link,audience,benchmarks\n"
	    "SEND set,https://sets.example/send,\"SEND, leaders\",3\n");
	put(w, "notices", "title,date,body,attachments,resources,status\n"
	    "Autumn,2026-11-10,\"Dear {name},\n=1+1\",\"a.pdf, "
	    "\"\"b, c.pdf\"\"\",SEND set,sent\n");
	put(w, "recipients", "notice,organisation,contact,status,sent,replied,"
	    "reply\nAutumn,school/990301,Ada Quill,replied,2026-11-10,"
	    "2026-11-12,\"by Friday, she says\"\n");
	put(w, "commitments", "title,actor,organisation,due,baseline,"
	    "baseline_year\nOpen to leavers,college,partner/Tide College,"
	    "2027-07-31,8.3,2015/16\n");
	put(w, "targets", "title,measure,by,target,actual,actual_on\n"
	    "Schools,typed in,2027-07-31,470,12,2026-11-01\n");
	put(w, "returns", "month,status\n2026-10,open\n");
	w->opt.match_names = false;
	put(w, "terms", "title,kind,from,to,la\n"
	    "Autumn term,term,2026-09-01,2026-12-18,Hackney\n");
	put(w, "events", "title,date,end,start,schools,groups,kind\n"
	    "Mocks,2026-11-23,2026-11-27,9:00,990301,y11,exams\n");
	put(w, "cases", "school,title,type,owner,due,priority\n"
	    "990301,\"Leader leaves, again\",support request,priya,"
	    "2026-12-01,high\n");
	w->opt.match_names = true;
	put(w, "visits", "school,date,kind,people,minutes,benchmarks,owner,"
	    "summary\n990301,2026-11-12,visit,Ada Quill,45,\"3, 6\",priya,"
	    "\"two\nlines\"\n");
	put(w, "plans", "school,year,status,owner\n"
	    "990301,2026/27,agreed,priya\n");
	put(w, "checklists", "template,anchor,school,about\n"
	    "new school,2026-11-02,990301,school/990301\n");
	put(w, "tasks", "title,due,owner,school,about,repeat,benchmarks,"
	    "employers\nSend toolkit,2026-11-27,user/priya,990301,"
	    "school/990301,weekly,\"2, 5\",00001234\n");
	w->opt.match_names = false;
	put(w, "handovers", "school,text,date,by\n"
	    "990301,The new head prefers e-mail,2026-11-18,priya\n");
	put(w, "users", "name\ndan\n");
	put(w, "covers", "user,by,from,to\npriya,dan,2026-11-23,2026-11-27\n");
	put(w, "successions", "old,new,date,kind\n"
	    "990302,990301,2026-09-01,merged\n");
	put(w, "views", "name,entity,filter\nMine,school,la:Hackney\n");
	archive(&w->app, "school", world_add(&w->app, "school", "urn=990309",
	    "name=Gone School", NULL));
}

static bool
has_derived(const struct entity *ent)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_DERIVED)
			return true;
	return false;
}

static void
what_is_exported_comes_back_the_same(void **state)
{
	struct importing *w = *state, other;
	char *before[ENT_MAX], *after;

	make_records(w);
	for (int i = 0; i < ENT_MAX; i++)
		before[i] = export_text(&w->app, entities[i]->id, NULL,
		    FMT_CSV);
	importing_open(&other);
	for (int i = 0; i < ENT_MAX; i++) {
		assert_non_null(strchr(before[i], '\n')[1] != '\0' ?
		    before[i] : NULL);
		put(&other, entities[i]->id, before[i]);
		/* who imports is a user there by then */
		assert_int_equal(other.res.updated + other.res.unchanged,
		    i == ENT_user);
		after = export_text(&other.app, entities[i]->id, NULL,
		    FMT_CSV);
		if (i != ENT_user && !has_derived(entities[i]))
			assert_string_equal(before[i], after);
		free(after);
	}
	/* again, now that the derived ones have what they are derived from */
	for (int i = 0; i < ENT_MAX; i++) {
		after = export_text(&other.app, entities[i]->id, NULL,
		    FMT_CSV);
		assert_string_equal(before[i], after);
		put(&other, entities[i]->id, after);
		assert_int_equal(other.res.added + other.res.updated, 0);
		free(after);
		free(before[i]);
	}
	importing_close(&other);
}

static void
fields_come_in_table_order_derived_last(void **state)
{
	struct importing *w = *state;
	char *text = export_text(&w->app, "school", NULL, FMT_CSV);

	assert_int_equal(strncmp(text, "ref,urn,name,also,la,", 21), 0);
	assert_non_null(strstr(text, ",archived,archived_for,encounters,encounter,"
	    "eligible,eligible_why,stage,"));
	assert_non_null(strstr(text, ",gias_on,gias,proposed,"));
	free(text);
}

static void
the_rows_are_counted(void **state)
{
	struct importing *w = *state;

	put(w, "employers", "name\nArup\nBarclays Bank\n");
	free(export_text(&w->app, "employer", NULL, FMT_JSON));
	assert_int_equal(rows, 2);
}

static void
formulas_are_guarded_in_csv_alone(void **state)
{
	struct importing *w = *state;
	char *text;

	put(w, "employers", "name,phone,note\n=cmd(),+44 20 7946 0000,-1\n");
	text = export_text(&w->app, "employer", "name phone note", FMT_CSV);
	assert_non_null(strstr(text, ",'=cmd(),+44 20 7946 0000,-1\n"));
	free(text);
	text = export_text(&w->app, "employer", "name", FMT_TSV);
	assert_non_null(strstr(text, "\t=cmd()\n"));
	free(text);
	text = export_text(&w->app, "employer", "name", FMT_JSON);
	assert_non_null(strstr(text, "\"name\":\"=cmd()\"}"));
	free(text);
}

static void
json_is_exact(void **state)
{
	struct importing *w = *state;
	char *text, *at;

	text = export_text(&w->app, "encounter", NULL, FMT_JSON);
	assert_string_equal(text, "[]\n");
	free(text);
	make_records(w);
	text = export_text(&w->app, "encounter", "years benchmarks in_hours "
	    "cluster minutes title end groups", FMT_JSON);
	at = strstr(text, "\n]\n");
	assert_non_null(at);
	assert_string_equal(at, "\n]\n");
	assert_non_null(strstr(text, "\"years\":[{\"school\":\"school/990301\""
	    ",\"year\":\"y12\",\"expected\":18,\"attended\":null,"
	    "\"disadvantaged\":null,\"send\":null}],\"benchmarks\":[3],"
	    "\"in_hours\":null,\"cluster\":null,\"minutes\":null,"
	    "\"title\":\"\",\"end\":null,\"groups\":[]}"));
	assert_non_null(strstr(text, "\"year\":\"y9\",\"expected\":null,"
	    "\"attended\":180,\"disadvantaged\":60,\"send\":12}"));
	assert_non_null(strstr(text, "\"in_hours\":true"));
	assert_non_null(strstr(text, "\"minutes\":90"));
	free(text);
	text = export_text(&w->app, "school", "also fsm pupils", FMT_JSON);
	assert_non_null(strstr(text, "\"also\":[\"Old Wharf\","
	    "\"Wharf, Lower\"],\"fsm\":12.5,\"pupils\":800}"));
	free(text);
	text = export_text(&w->app, "role", "organisation to", FMT_JSON);
	assert_non_null(strstr(text, "\"organisation\":\"school/990301\","
	    "\"to\":null}"));
	free(text);
}

static void
tsv_keeps_a_row_on_its_line(void **state)
{
	struct importing *w = *state;
	char *text;

	put(w, "employers", "name,note\nKelp,\"a\tb\nc\\d\"\n");
	text = export_text(&w->app, "employer", "name note", FMT_TSV);
	assert_non_null(strstr(text, "ref\tname\tnote\n"));
	assert_non_null(strstr(text, "\tKelp\ta\\tb\\nc\\\\d\n"));
	free(text);
}

static void
a_table_has_the_lists_headings(void **state)
{
	struct importing *w = *state;
	char *text;

	put(w, "schools", "urn,name,la\n990301,Fen School,Hackney\n"
	    "990302,A much longer name of a school,Newham\n");
	text = export_text(&w->app, "school", "urn name la", FMT_TABLE);
	assert_string_equal(text,
	    "URN     Name                            Authority\n"
	    "990302  A much longer name of a school  Newham\n"
	    "990301  Fen School                      Hackney\n");
	free(text);
	text = export_text(&w->app, "employer", "name", FMT_TABLE);
	assert_string_equal(text, "");
	free(text);
}

static void
rows_of_named_columns(void **state)
{
	static const char *const heads[] = { "seq", "what", "ok", "old" };
	static const char *const cells[] = { "7", "a \"b\"", "yes", NULL };
	struct err e = { 0 };
	char *text = NULL;
	size_t n;
	FILE *f = open_memstream(&text, &n);
	struct sheet *s = sheet_new(f, FMT_JSON, heads, 4);

	(void)state;
	sheet_kinds(s, "nsbd");
	sheet_row(s, cells);
	sheet_row(s, cells);
	must(sheet_end(s, &e), &e);
	fclose(f);
	assert_string_equal(text, "[\n{\"seq\":7,\"what\":\"a \\\"b\\\"\","
	    "\"ok\":true,\"old\":null},\n{\"seq\":7,\"what\":\"a \\\"b\\\"\","
	    "\"ok\":true,\"old\":null}\n]\n");
	free(text);
}

static void
no_control_is_left_in_tsv(void **state)
{
	static const char *const heads[] = { "a" };
	static const char *const cells[] = { "\033[2J\177 \xc2\x9b" "31m \r\t"
	    "\n\\ \xc2\xa3\xc3\xa9" };
	struct err e = { 0 };
	char *text = NULL;
	size_t n;
	FILE *f = open_memstream(&text, &n);
	struct sheet *s = sheet_new(f, FMT_TSV, heads, 1);

	(void)state;
	sheet_row(s, cells);
	must(sheet_end(s, &e), &e);
	fclose(f);
	assert_string_equal(text, "a\n\\u001b[2J\\u007f \\u009b31m \\u000d"
	    "\\t\\n\\\\ \xc2\xa3\xc3\xa9\n");
	free(text);
}

static void
formats_are_known_by_name(void **state)
{
	enum format f;
	struct err e = { 0 };

	(void)state;
	must(format_parse("JSON", &f, &e), &e);
	assert_int_equal(f, FMT_JSON);
	assert_int_equal(format_parse("xls", &f, &e), ST_USAGE);
}

#define FIRMS	30	/* with long notes: more than a pipe holds */

static void
add_firm(struct app *app, int i)
{
	char *name = xasprintf("name=Firm %02d", i);
	char *note = xasprintf("note=%09000d", i);

	world_add(app, "employer", name, note, NULL);
	free(name);
	free(note);
}

static void
sleep_ms(long ms)
{
	struct timespec ts = { .tv_nsec = ms * 1000000 };

	nanosleep(&ts, NULL);
}

/* A process that reads from a pipe, but not at once. */
static pid_t
slow_reader(const int ends[2])
{
	char piece[4096];
	pid_t child = fork();

	if (child != 0)
		return child;
	close(ends[1]);
	sleep_ms(600);
	while (read(ends[0], piece, sizeof piece) > 0)
		;
	_exit(0);
}

/* A process that undoes the newest step, once the export is under way. */
static pid_t
undoer(const char *db, const int ends[2])
{
	struct app_start s = { .db = db, .user = "tester" };
	struct undo_report r = { 0 };
	struct app app;
	pid_t child = fork();

	if (child != 0)
		return child;
	close(ends[0]);
	close(ends[1]);
	sleep_ms(100);
	_exit(app_open(&app, &s, NULL) != ST_OK ||
	    undo_step(&app, 0, false, false, false, &r, NULL) != ST_OK);
}

/* Others may save between the slices of an export. */
static void
a_record_undone_meanwhile_is_left_out(void **state)
{
	struct importing *w = *state;
	int ends[2], fields[2], left;
	struct list_spec spec = { .ent = entity_find("employer"),
	    .sort = -1, .today = w->app.today, .cols = fields, .ncols = 2 };
	struct filter *filter;
	pid_t child[2];
	FILE *out;

	for (int i = 0; i < FIRMS; i++)
		add_firm(&w->app, i);
	fields[0] = entity_field(spec.ent, "name");
	fields[1] = entity_field(spec.ent, "note");
	must(filter_parse(spec.ent, "", w->app.today, &filter, &w->e), &w->e);
	spec.filter = filter;
	assert_int_equal(pipe(ends), 0);
	child[0] = slow_reader(ends);
	child[1] = undoer(admin_path(&w->app), ends);
	close(ends[0]);
	out = fdopen(ends[1], "w");
	must(export_list(&w->app, &spec, FMT_CSV, 0, out, &rows, &w->e),
	    &w->e);
	fclose(out);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(child[i], &left, 0), child[i]);
		assert_int_equal(left, 0);
	}
	assert_in_range(rows, FIRMS - 1, FIRMS);
	filter_free(filter);
}

#define T(f) cmocka_unit_test_setup_teardown(f, open_world, close_world)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_is_exported_comes_back_the_same),
		T(fields_come_in_table_order_derived_last),
		T(the_rows_are_counted),
		T(formulas_are_guarded_in_csv_alone),
		T(json_is_exact),
		T(a_record_undone_meanwhile_is_left_out),
		T(tsv_keeps_a_row_on_its_line),
		T(a_table_has_the_lists_headings),
		cmocka_unit_test(rows_of_named_columns),
		cmocka_unit_test(no_control_is_left_in_tsv),
		cmocka_unit_test(formats_are_known_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
