/* test_quick.c - lines of quick entry: what they become, what is refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "tests/app/quick_world.h"

struct line {
	const char	*text, *pick;	/* answers, blank-separated; NULL none */
	enum quick_state state;
	const char	*want;		/* READY: the echo, else what is said */
};

static void
read_line(const struct world *w, const struct line *l, struct quick *q)
{
	struct strs picks = { 0 };
	struct quick_opts o = { .picks = &picks };
	struct err e = { 0 };

	if (l->pick != NULL)
		str_words(&picks, l->pick);
	assert_int_equal(quick_understand(&w->look, l->text, &o, q, &e),
	    ST_OK);
	strs_clear(&picks);
}

static void
hold(const struct line *lines, size_t n)
{
	struct world w;
	size_t bad = 0;

	world_init(&w);
	for (size_t i = 0; i < n; i++) {
		const struct line *l = &lines[i];
		struct quick q;
		const char *got;

		read_line(&w, l, &q);
		got = q.state == QUICK_READY ? q.echo : q.say;
		if (q.state != l->state || strcmp(got, l->want) != 0) {
			print_error("line: %s\nwant: %d %s\ngot:  %d %s\n",
			    l->text, (int)l->state, l->want, (int)q.state,
			    got);
			bad++;
		}
		quick_clear(&q);
	}
	world_clear(&w);
	assert_int_equal(bad, 0);
}

#define TODAY	"(Fri 20 Nov 2026)"
#define SANDM	"Sandmere Park Academy"

static void
lines_of_the_page_become_records(void **state)
{
	static const struct line lines[] = {
	{ "sandm;barc;mock;y10 24 of 30;60m;y", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 24 of 30 | "
	    "60 min | Thu 19 Nov 2026 | delivered" },
	{ "northgate y9 60, ashdown y9 45/20/4; arup & city cranes; fair; "
	    "thu; 9:30-14; #tech", NULL, QUICK_READY,
	    "Northgate School Y9 60, Ashdown Green School Y9 45/20/4 | "
	    "Arup, City Cranes | Careers fair BM5 | 270 min | "
	    "Thu 19 Nov 2026 09:30 | Tech East | delivered" },
	{ "plan harbour; tfl; workplace visit; 12/3; y12 ~18", NULL,
	    QUICK_READY, "Harbour UTC | Transport for London | "
	    "Workplace visit BM6 | Y12 ~18 | Fri 12 Mar 2027 | planned" },
	{ "harbour; head = Ms Amara Nwosu from 1/1", NULL, QUICK_SURE,
	    "NEW Ms Amara Nwosu: make this person?" },
	{ "harbour; head = Ms Amara Nwosu from 1/1", "1", QUICK_READY,
	    "Harbour UTC | NEW head: Ms Amara Nwosu from Fri 1 Jan 2027 | "
	    "Mr Hale until Thu 31 Dec 2026" },
	{ "sandm; roll 182 180 178 180 175 121 118", NULL, QUICK_READY,
	    SANDM " | roll 2026/27 | Y7 182, Y8 180, Y9 178, Y10 180, "
	    "Y11 175, Y12 121, Y13 118 | typed, as at Fri 20 Nov 2026" },
	{ "cpd lmi; came bell chowdhury; absent dale; +Dan Price at "
	    "Northgate", NULL, QUICK_READY,
	    "LMI in the curriculum, Tue 17 Nov 2026 | Ms Grace Bell came, "
	    "Ms Rumana Chowdhury came, Mr Dale absent, NEW Dan Price "
	    "(contact at Northgate School) came, walk-in" },
	{ "cancel sandm mock tue; employer withdrew", NULL, QUICK_READY,
	    SANDM " | mock interview | Tue 24 Nov 2026 | cancelled | "
	    "reason: employer withdrew" },
	{ "eastf college; brookvale; assembly; y9 all; 9:30; 40m; access",
	    NULL, QUICK_READY,
	    "Brookvale Special School | Eastfield College | "
	    "Provider assembly BM7 | (Y9 11 by roll) | 40 min | "
	    "(Fri 20 Nov 2026 09:30) | access: in school hours, "
	    "four contents | delivered" },
	{ "brookvale; note: head off sick till Easter", NULL, QUICK_READY,
	    "Brookvale Special School | note: head off sick till Easter" },
	{ "sandmere park; barclays; mock interviews; y10 24; 60m; yesterday; "
	    "note: two pupils to follow up; one for BM8", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 24 | 60 min | "
	    "Thu 19 Nov 2026 | note: two pupils to follow up; one for BM8 | "
	    "delivered" },
	};

	(void)state;
	hold(lines, COUNT(lines));
}

static void
ambiguous_lines_are_asked_about(void **state)
{
	static const struct line lines[] = {
	{ "all souls; barc; talk; y9 60", NULL, QUICK_ASK,
	    "school \"all souls\" could be: 1 All Souls High (Hackney)  "
	    "2 All Souls School and Technology College (Barking). "
	    "Type 1-2 or more letters." },
	{ "all souls; barc; talk; y9 60", "2", QUICK_READY,
	    "All Souls School and Technology College | Barclays Bank | "
	    "Talk BM5 | Y9 60 | " TODAY " | delivered" },
	{ "all souls; barc; talk; y9 60", "3", QUICK_REFUSED,
	    "there is no choice 3: school \"all souls\" could be: 1 to 2" },
	{ "enterprise; barc; y9 30", NULL, QUICK_ASK,
	    "\"enterprise\" could be the school Dockside Enterprise Academy "
	    "or the type enterprise competition. No other part names a "
	    "school, so: 1 school  2 type (then say the school)" },
	{ "enterprise; barc; y9 30", "1", QUICK_REFUSED,
	    "what kind of encounter? talk, fair, mock, workplace visit, ... "
	    "(Tab completes)" },
	{ "sandm & harbour; barc; mock; y10 24", NULL, QUICK_REFUSED,
	    "24 for which school? Write sandm y10 24, harbour y10 ... or: "
	    "y10 24 each" },
	{ "sandm; virtual; barc; y9 90", NULL, QUICK_ASK,
	    "\"virtual\" could be: 1 virtual encounter BM5  "
	    "2 virtual experience BM6  3 held on line (mode)" },
	{ "sandm; virtual; barc; y9 90", "2", QUICK_READY,
	    SANDM " | Barclays Bank | Virtual experience BM6 | Y9 90 | "
	    TODAY " | delivered" },
	{ "sandm; virtual; barc; talk; y9 90", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Talk BM5 | Y9 90 | " TODAY
	    " | virtual | delivered" },
	{ "sandm; taster; y11 12", NULL, QUICK_ASK,
	    "taster day: 1 at an employer BM6  2 at a college BM7" },
	{ "sandm; taster; y11 12", "2", QUICK_READY,
	    SANDM " | College taster day BM7 | Y11 12 | " TODAY
	    " | delivered" },
	{ "sandm; barc; mock; y10 240", NULL, QUICK_SURE,
	    "Y10 has 181 on roll. 240?" },
	{ "sandm; barc; mock; y10 240", "1", QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 240 | " TODAY
	    " | delivered" },
	{ "sandm; barc; mock; y8-9 120", NULL, QUICK_REFUSED,
	    "120 over two years: y8 60, y9 60, or y8-9 all, or "
	    "y8-9 120 by roll" },
	{ "sandm; barcalys; mock; y10 24; 31/11", NULL, QUICK_REFUSED,
	    "no 31 November; \"barcalys\": did you mean Barclays Bank? "
	    "(or +barcalys for a new employer)" },
	{ "sandm; barcalys; mock; y10 24", "1", QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 24 | " TODAY
	    " | delivered" },
	{ "cancel sandm", NULL, QUICK_ASK,
	    "3 planned at " SANDM ": 1 Tue 24 Nov mock interview  "
	    "2 Thu 26 Nov careers fair  3 Wed 2 Dec workplace visit" },
	{ "cancel sandm", "3", QUICK_READY,
	    SANDM " | workplace visit | Wed 2 Dec 2026 | cancelled" },
	{ "northgate; barc; mock; y10 24", NULL, QUICK_ASK,
	    "planned for today: 1 that one happened (adds 24)  "
	    "2 another one" },
	{ "northgate; barc; mock; y10 24", "1", QUICK_READY,
	    "Northgate School | Barclays Bank | Mock interview BM5 | "
	    "Y10 24 of 30 | Fri 20 Nov 2026 | delivered" },
	{ "northgate; barc; mock; y10 24", "2", QUICK_READY,
	    "Northgate School | Barclays Bank | Mock interview BM5 | "
	    "Y10 24 | " TODAY " | delivered" },
	};

	(void)state;
	hold(lines, COUNT(lines));
}

static void
names_go_to_the_kind_they_fit_best(void **state)
{
	static const struct line lines[] = {
	/* two schools begin with Barclay, and sandm can only be the school */
	{ "sandm; barc; mock", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | " TODAY
	    " | delivered" },
	{ "mock; barc; sandm", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | " TODAY
	    " | delivered" },
	/* one name, not two */
	{ "sandm; marks & spencer; talk", NULL, QUICK_READY,
	    SANDM " | Marks & Spencer | Talk BM5 | " TODAY " | delivered" },
	{ "sandm; marks & spencer and arup; talk", NULL, QUICK_READY,
	    SANDM " | Marks & Spencer, Arup | Talk BM5 | " TODAY
	    " | delivered" },
	/* the whole name of an employer beats a word of a school's name */
	{ "dockside; sandm; talk", NULL, QUICK_READY,
	    SANDM " | Dockside | Talk BM5 | " TODAY " | delivered" },
	/* ... unless the line has no school but this */
	{ "dockside; arup; talk", NULL, QUICK_READY,
	    "(Dockside Enterprise Academy) | Arup | Talk BM5 | " TODAY
	    " | delivered" },
	/* URN, initials, plural, one typo in a school's name */
	{ "900123; tfl; talks", NULL, QUICK_READY,
	    SANDM " | Transport for London | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandmrere park; arup; talk", NULL, QUICK_READY,
	    "(" SANDM ") | Arup | Talk BM5 | " TODAY " | delivered" },
	/* open before closed; the school that has the year */
	{ "mill lane; arup; talk", NULL, QUICK_READY,
	    "Mill Lane Academy (open) | Arup | Talk BM5 | " TODAY
	    " | delivered" },
	{ "park hill; arup; talk; y12 8", NULL, QUICK_READY,
	    "Park Hill Sixth Form (has those years) | Arup | Talk BM5 | "
	    "Y12 8 | " TODAY " | delivered" },
	{ "park hill; arup; talk", NULL, QUICK_ASK,
	    "school \"park hill\" could be: 1 Park Hill High School "
	    "(Redbridge)  2 Park Hill Sixth Form (Redbridge). "
	    "Type 1-2 or more letters." },
	/* a college is a school and a provider: the line has its school */
	{ "eastfield college; arup; campus visit; y12 8", NULL, QUICK_READY,
	    "(Eastfield College) | Arup | Campus visit BM7 | Y12 8 | " TODAY
	    " | delivered" },
	{ "old ford; talk; y", NULL, QUICK_REFUSED,
	    "Old Ford College closed on Mon 31 Aug 2026: only days up to "
	    "that can be logged" },
	{ "old ford; talk; 12/3/26", NULL, QUICK_READY,
	    "Old Ford College | Talk BM5 | Thu 12 Mar 2026 | delivered" },
	{ "sandm; zzz; talk", NULL, QUICK_REFUSED,
	    "no school, employer, provider or type \"zzz\" (or +zzz for a "
	    "new employer)" },
	{ "sandm; talk; #zzz", NULL, QUICK_REFUSED, "no cluster \"zzz\"" },
	{ "sandm; talk; fair", NULL, QUICK_REFUSED,
	    "two types: write two lines" },
	};

	(void)state;
	hold(lines, COUNT(lines));
}

static void
days_and_status_follow_the_rules(void **state)
{
	static const struct line lines[] = {
	{ "sandm; t; talk", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 20 Nov 2026 | delivered" },
	{ "sandm; barc; talk; fri", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Talk BM5 | Fri 13 Nov 2026 | "
	    "delivered" },
	{ "sandm; talk; next fri", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 27 Nov 2026 | (planned)" },
	{ "sandm; talk; fri; plan", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 27 Nov 2026 | planned" },
	{ "sandm; talk; fri; confirmed", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 27 Nov 2026 | confirmed" },
	{ "sandm; talk; 12/3", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 12 Mar 2027 | (planned)" },
	{ "sandm; talk; +3; delivered", NULL, QUICK_REFUSED,
	    "Mon 23 Nov 2026 is still to come: it cannot be delivered" },
	{ "sandm; talk; thu 9:30-11", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | 90 min | Thu 19 Nov 2026 09:30 | "
	    "delivered" },
	{ "sandm; talk; 11:30-2", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | 150 min | (Fri 20 Nov 2026 11:30) | "
	    "delivered" },
	{ "sandm; talk; 2pm; 1h30", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | 90 min | (Fri 20 Nov 2026 14:00) | "
	    "delivered" },
	{ "sandm; talk; 930", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | (Fri 20 Nov 2026 09:30) | delivered" },
	{ "sandm; work experience; 2d; y10 5; 10/11 to 11/11", NULL,
	    QUICK_READY, SANDM " | Work experience BM6 | Y10 5 | 2 days | "
	    "(600 min) | Tue 10 Nov 2026 to Wed 11 Nov 2026 | delivered" },
	{ "sandm; talk; p3", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | " TODAY " | period 3 (in the note) | "
	    "delivered" },
	{ "sandm; barc; mock; 24", NULL, QUICK_REFUSED,
	    "24 what? y10 24, or 24m" },
	{ "sandm; talk; t; y; 20m; 30m", NULL, QUICK_REFUSED,
	    "two days: \"t\" and \"y\"; two lengths: \"20m\" and "
	    "\"30m\"" },
	{ "sandm; talk; y 10:30-9", NULL, QUICK_REFUSED,
	    "\"10:30-9\" ends before it begins" },
	{ "sandm; talk; 240", NULL, QUICK_REFUSED,
	    "240 what? y10 240, or 240m" },
	};

	(void)state;
	hold(lines, COUNT(lines));
}

static void
numbers_follow_their_school(void **state)
{
	static const struct line lines[] = {
	{ "sandm & harbour; talk; y10 24 each", NULL, QUICK_READY,
	    SANDM " Y10 24, Harbour UTC Y10 24 | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm y10 24, harbour y12 15; talk", NULL, QUICK_READY,
	    SANDM " Y10 24, Harbour UTC Y12 15 | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm; harbour; talk; y10 24/8/3 of 30, y11 ?", NULL,
	    QUICK_REFUSED, "24 for which school? Write sandm y10 24, "
	    "harbour y10 ... or: y10 24 each" },
	{ "sandm; talk; y10 24/8/3 of 30, y11 ?", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Y10 24/8/3 of 30, Y11 ? | " TODAY
	    " | delivered" },
	{ "plan sandm; talk; 12/3; y10 30", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Y10 ~30 | Fri 12 Mar 2027 | planned" },
	{ "sandm; talk; y7-9 all", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | (Y7 182, Y8 180, Y9 178 by roll) | " TODAY
	    " | delivered" },
	{ "sandm; talk; y7-9 270 by roll", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | (Y7 91, Y8 90, Y9 89 by roll) | " TODAY
	    " | delivered" },
	{ "harbour; talk; y10 all", NULL, QUICK_REFUSED,
	    "no roll of Y10 at Harbour UTC in 2026/27: type the number, or "
	    "harbour; roll y10 180" },
	{ "sandm; talk; ks4 30", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | KS4 30 (a band: in totals only) | " TODAY
	    " | delivered" },
	{ "sandm; talk; 24 y10", NULL, QUICK_REFUSED,
	    "write the year first: y10 24" },
	{ "sandm; talk; y10 24, y10 30", NULL, QUICK_REFUSED,
	    "Y10 twice at " SANDM },
	{ "sandm; talk; bm 5 6", NULL, QUICK_READY,
	    SANDM " | Talk BM5,6 | " TODAY " | delivered" },
	{ "sandm; talk; bm 9", NULL, QUICK_REFUSED,
	    "\"bm 9\": benchmarks are 1 to 8" },
	};

	(void)state;
	hold(lines, COUNT(lines));
}

static void
a_plus_makes_a_new_name_or_moves_the_day(void **state)
{
	static const struct line lines[] = {
	{ "sandm; +3i Group; talk; +12d", NULL, QUICK_READY,
	    SANDM " | NEW 3i Group | Talk BM5 | Wed 2 Dec 2026 | "
	    "(planned)" },
	{ "sandm; +Barclays Bank; talk", NULL, QUICK_READY,
	    SANDM " | Barclays Bank (there already) | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm; +Barclays Bank PLC; talk", NULL, QUICK_ASK,
	    "like \"Barclays Bank PLC\" there is already: 1 Barclays Bank  "
	    "2 a new employer Barclays Bank PLC" },
	{ "sandm; +Barclays Bank PLC; talk", "2", QUICK_READY,
	    SANDM " | NEW Barclays Bank PLC | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm; +Barclays Bank PLC; talk", "1", QUICK_READY,
	    SANDM " | Barclays Bank | Talk BM5 | " TODAY " | delivered" },
	};

	(void)state;
	hold(lines, COUNT(lines));
}

static void
other_verbs_are_understood(void **state)
{
	static const struct line lines[] = {
	{ "done northgate mock; y10 24", NULL, QUICK_READY,
	    "Northgate School | Mock interview BM5 | Y10 24 of 30 | "
	    "Fri 20 Nov 2026 | delivered" },
	{ "done sandm fair; y10 24", NULL, QUICK_REFUSED,
	    "Thu 26 Nov 2026 is still to come: it cannot be delivered" },
	{ "moved sandm mock tue to fri 9:30", NULL, QUICK_READY,
	    SANDM " | mock interview | Fri 27 Nov 2026 09:30 | planned" },
	{ "moved sandm mock", NULL, QUICK_REFUSED,
	    "moved to when? Write moved sandm mock tue to fri 9:30" },
	{ "cancel sandm talk", NULL, QUICK_REFUSED,
	    "nothing like talk is planned at " SANDM },
	{ "cancel", NULL, QUICK_REFUSED,
	    "cancel what? Write cancel sandm mock tue; employer withdrew" },
	{ "sandm; roll 182 180", NULL, QUICK_REFUSED,
	    "2 numbers for " SANDM ", which has 7 year groups, y7 to y13" },
	{ "roll sandm y10 190; 2027/28", NULL, QUICK_READY,
	    SANDM " | roll 2027/28 | Y10 190 | typed, as at "
	    "Fri 20 Nov 2026" },
	{ "harbour; head = Mr Hale", NULL, QUICK_REFUSED,
	    "Mr Hale has the role head there already" },
	{ "harbour; head = nobody from 1/1", NULL, QUICK_READY,
	    "Harbour UTC | Mr Hale until Thu 31 Dec 2026" },
	{ "harbour; careers leader = +Jo Bright", NULL, QUICK_READY,
	    "Harbour UTC | NEW careers leader: Jo Bright from "
	    "Fri 20 Nov 2026" },
	{ "cpd lmi; 10/11; came bell", NULL, QUICK_READY,
	    "LMI for beginners, Tue 10 Nov 2026 | Ms Grace Bell came, "
	    "walk-in" },
	{ "cpd zzz; came bell", NULL, QUICK_REFUSED,
	    "no CPD session \"zzz\" this week, Mon 16 Nov to Sun 22 Nov: add "
	    "its day, cpd zzz; 12/11; came ..." },
	{ "cpd compass; booked bell", NULL, QUICK_ASK,
	    "which session? 1 Compass for all, Wed 9 Dec  "
	    "2 Compass again, Wed 13 Jan" },
	{ "cpd compass for; booked bell, dale", NULL, QUICK_READY,
	    "Compass for all, Wed 9 Dec 2026 | Ms Grace Bell booked, "
	    "Mr Dale booked" },
	{ "cpd lmi; came smith", NULL, QUICK_ASK,
	    "person \"smith\" could be: 1 J Smith  2 Anna Smith. "
	    "Type 1-2 or more letters." },
	{ "arup; note: asks for Y9 only", NULL, QUICK_READY,
	    "Arup | note: asks for Y9 only" },
	{ "evidence: sign-in sheet", NULL, QUICK_READY,
	    "mock interview, Tue 24 Nov 2026 (your last entry) | "
	    "evidence: sign-in sheet" },
	{ "sandm; talk; venue: Main hall; summary: went well", NULL,
	    QUICK_READY, SANDM " | Talk BM5 | " TODAY " | venue: Main hall | "
	    "summary: went well | delivered" },
	/* verbs of later records are no verbs, and make no encounter */
	{ "visit northgate; 45m", NULL, QUICK_REFUSED,
	    "no school, employer, provider or type \"visit northgate\"; the "
	    "words a line may begin with are plan, done, cancel, moved, cpd, "
	    "roll" },
	{ "sandm; talk; @bell", NULL, QUICK_REFUSED,
	    "\"@bell\": an encounter keeps no people; put the name in "
	    "note:" },
	{ "", NULL, QUICK_REFUSED, "an empty line: write school; who; type; "
	    "numbers, as in sandm; barc; mock; y10 24 of 30; 60m; y" },
	{ "talk; y9 30", NULL, QUICK_REFUSED,
	    "which school? Write it first: sandm; barc; mock; y10 24 of 30; "
	    "60m; y" },
	};

	(void)state;
	hold(lines, COUNT(lines));
}

/* The example of every verb is understood: it is what help shows. */
static void
every_example_is_understood(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	for (const struct quick_verb *v = quick_verbs; v->word != NULL; v++) {
		const struct line l = { v->example, "1", QUICK_READY, NULL };
		struct quick q;

		read_line(&w, &l, &q);
		if (q.state != QUICK_READY)
			print_error("%s: %s\n", v->example, q.say);
		assert_int_equal(q.state, QUICK_READY);
		assert_true(*v->help != '\0');
		quick_clear(&q);
	}
	world_clear(&w);
}

static void
the_school_on_screen_serves_a_line_without_one(void **state)
{
	struct world w;
	struct quick q;
	struct err e = { 0 };
	struct quick_opts o = { .nschools = 1 };
	int64_t sandm;

	(void)state;
	world_init(&w);
	sandm = world_id(&w, ENT_school, "Sandmere");
	o.schools = &sandm;
	assert_int_equal(quick_understand(&w.look, "barc; mock; y10 24", &o,
	    &q, &e), ST_OK);
	assert_string_equal(q.echo, "(" SANDM ") | Barclays Bank | "
	    "Mock interview BM5 | Y10 24 | " TODAY " | delivered");
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "harbour; mock; y10 24",
	    &o, &q, &e), ST_OK);
	assert_string_equal(q.echo, "Harbour UTC | Mock interview BM5 | "
	    "Y10 24 | " TODAY " | delivered");
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "note: rang", &o, &q, &e),
	    ST_OK);
	assert_string_equal(q.echo, "(" SANDM ") | note: rang");
	quick_clear(&q);
	world_clear(&w);
}

static void
strict_refuses_a_future_nobody_typed(void **state)
{
	struct world w;
	struct quick q;
	struct err e = { 0 };
	const struct quick_opts o = { .strict = true };

	(void)state;
	world_init(&w);
	assert_int_equal(quick_understand(&w.look, "sandm; talk; 12/3", &o,
	    &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_REFUSED);
	assert_string_equal(q.say, "\"12/3\" would be Fri 12 Mar 2027: write "
	    "plan, or the year");
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "plan sandm; talk; 12/3",
	    &o, &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_READY);
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "sandm; talk; 12/3/27",
	    &o, &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_READY);
	quick_clear(&q);
	world_clear(&w);
}

static void
parts_say_which_bytes_they_come_from(void **state)
{
	static const char line[] = "sandm;  arup & tfl; talk; y10 5";
	struct world w;
	struct quick q;
	struct err e = { 0 };

	(void)state;
	world_init(&w);
	assert_int_equal(quick_understand(&w.look, line, NULL, &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_READY);
	assert_string_equal(q.part[1].kind, "employer");
	assert_memory_equal(line + q.part[1].from, "arup", q.part[1].len);
	assert_memory_equal(line + q.part[2].from, "tfl", q.part[2].len);
	assert_memory_equal(line + q.part[3].from, "talk", q.part[3].len);
	assert_memory_equal(line + q.part[4].from, "y10 5", q.part[4].len);
	quick_clear(&q);
	world_clear(&w);
}

static void
tab_completes_the_part_under_the_cursor(void **state)
{
	struct world w;
	struct strs out = { 0 };
	size_t from, len;
	struct err e = { 0 };

	(void)state;
	world_init(&w);
	assert_int_equal(quick_suggest(&w.look, "sandm; ba; mo", 9, &out,
	    &from, &len, &e), ST_OK);
	assert_int_equal(from, 7);
	assert_int_equal(len, 2);
	assert_true(strs_has(&out, "Barclays Bank"));
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "sandm; ba; mo", 13, &out,
	    &from, &len, &e), ST_OK);
	assert_int_equal(from, 11);
	assert_string_equal(out.v[0], "mock interview");
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "plan harb", 9, &out,
	    &from, &len, &e), ST_OK);
	assert_int_equal(from, 5);
	assert_string_equal(out.v[0], "Harbour UTC");
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "can", 3, &out, &from, &len,
	    &e), ST_OK);
	assert_true(strs_has(&out, "cancel"));
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "sandm; #te", 10, &out, &from,
	    &len, &e), ST_OK);
	assert_string_equal(out.v[0], "#Tech East");
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "", 0, &out, &from, &len, &e),
	    ST_OK);
	strs_clear(&out);
	world_clear(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_of_the_page_become_records),
		cmocka_unit_test(ambiguous_lines_are_asked_about),
		cmocka_unit_test(names_go_to_the_kind_they_fit_best),
		cmocka_unit_test(days_and_status_follow_the_rules),
		cmocka_unit_test(numbers_follow_their_school),
		cmocka_unit_test(a_plus_makes_a_new_name_or_moves_the_day),
		cmocka_unit_test(other_verbs_are_understood),
		cmocka_unit_test(every_example_is_understood),
		cmocka_unit_test(
		    the_school_on_screen_serves_a_line_without_one),
		cmocka_unit_test(strict_refuses_a_future_nobody_typed),
		cmocka_unit_test(parts_say_which_bytes_they_come_from),
		cmocka_unit_test(tab_completes_the_part_under_the_cursor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
