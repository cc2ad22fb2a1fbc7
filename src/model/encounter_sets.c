/* encounter_sets.c - choices and sets of encounters.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/encounter.h"

#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

/* .bm is the benchmark proposed (domain.md 4). .also are whole names people
 * type: no word that could as well begin another type ("taster", "virtual"). */
const struct choice encounter_types[] = {
	{ .word = "talk", .label = "Talk", .bm = 5,
	  .also = "employer talk,careers talk" },
	{ .word = "careers fair", .label = "Careers fair", .bm = 5,
	  .also = "fair,career fair,careers event" },
	{ .word = "speed networking", .label = "Speed networking", .bm = 5,
	  .also = "networking,speed dating" },
	{ .word = "mentoring", .label = "Mentoring", .bm = 5,
	  .also = "mentor,mentors" },
	{ .word = "mock interview", .label = "Mock interview", .bm = 5,
	  .also = "mock,mocks,mock interviews" },
	{ .word = "cv workshop", .label = "CV workshop", .bm = 5,
	  .also = "cv,cvs,cv workshops" },
	{ .word = "enterprise competition",
	  .label = "Enterprise competition", .bm = 5 },
	{ .word = "employer project", .label = "Employer project", .bm = 5,
	  .also = "project" },
	{ .word = "curriculum co-delivery",
	  .label = "Curriculum co-delivery", .bm = 5,
	  .also = "co-delivery,codelivery" },
	{ .word = "virtual encounter", .label = "Virtual encounter",
	  .bm = 5 },
	{ .word = "workplace visit", .label = "Workplace visit", .bm = 6,
	  .also = "workplace,site visit,workplace visits" },
	{ .word = "job shadowing", .label = "Job shadowing", .bm = 6,
	  .also = "shadowing" },
	{ .word = "work experience", .label = "Work experience", .bm = 6,
	  .also = "wex,work exp" },
	{ .word = "extended placement", .label = "Extended placement",
	  .bm = 6, .also = "placement" },
	{ .word = "virtual experience", .label = "Virtual experience",
	  .bm = 6, .also = "virtual work experience,vwex" },
	{ .word = "t level placement", .label = "T Level placement",
	  .bm = 6, .also = "t level,industry placement" },
	{ .word = "supported internship", .label = "Supported internship",
	  .bm = 6, .also = "internship" },
	{ .word = "employer taster day", .label = "Employer taster day",
	  .bm = 6 },
	{ .word = "college taster day", .label = "College taster day",
	  .bm = 7 },
	{ .word = "provider assembly", .label = "Provider assembly",
	  .bm = 7, .also = "assembly" },
	{ .word = "campus visit", .label = "Campus visit", .bm = 7,
	  .also = "campus,college visit" },
	{ .word = "university visit", .label = "University visit", .bm = 7,
	  .also = "uni visit" },
	{ .word = "apprenticeship talk", .label = "Apprenticeship talk",
	  .bm = 7, .also = "apprenticeships" },
	{ .word = "options event", .label = "Options event", .bm = 7,
	  .also = "options,options evening" },
	{ .word = "guidance meeting", .label = "Guidance meeting", .bm = 8,
	  .also = "guidance,guidance interview" },
	{ .word = "lmi session", .label = "LMI session", .bm = 2,
	  .also = "lmi" },
	{ .word = "parents' event", .label = "Parents' event", .bm = 2,
	  .also = "parents event,parents evening,parents' evening" },
	{ .word = "curriculum lesson", .label = "Curriculum lesson",
	  .bm = 4, .also = "lesson" },
	{ .word = "teacher placement", .label = "Teacher placement",
	  .bm = 4 },
	{ .word = "world-of-work activity",
	  .label = "World-of-work activity",
	  .also = "world of work,world of work activity" },
	{ .word = "family activity", .label = "Family activity",
	  .also = "family" },
	{ 0 }
};

const struct choice encounter_statuses[] = {
	{ .word = "planned", .label = "Planned" },
	{ .word = "confirmed", .label = "Confirmed" },
	{ .word = "delivered", .label = "Delivered", .also = "done,held" },
	{ .word = "cancelled", .label = "Cancelled",
	  .also = "canceled,cancel" },
	{ .word = "postponed", .label = "Postponed" },
	{ 0 }
};

const struct choice modes[] = {
	{ .word = "in person", .label = "In person",
	  .also = "in-person,face to face" },
	{ .word = "virtual", .label = "Virtual",
	  .also = "online,on line,on-line,remote" },
	{ .word = "mixed", .label = "Mixed", .also = "hybrid" },
	{ 0 }
};

/* Types that are held at a distance by what they are. */
static const char *const distant[] = { "virtual encounter",
    "virtual experience" };

const char *
type_mode(const char *type)
{
	for (size_t i = 0; i < COUNT_OF(distant); i++)
		if (strcmp(type, distant[i]) == 0)
			return "virtual";
	return "in person";
}

bool
is_virtual(const char *type, const char *mode)
{
	return strcmp(mode, "mixed") != 0 && (strcmp(mode, "virtual") == 0 ||
	    strcmp(type_mode(type), "virtual") == 0);
}

const struct choice organisers[] = {
	{ .word = "network", .label = "Network", .also = "hub" },
	{ .word = "cluster", .label = "Cluster" },
	{ .word = "school", .label = "School" },
	{ .word = "borough", .label = "Borough", .also = "local authority" },
	{ .word = "employer", .label = "Employer" },
	{ .word = "provider", .label = "Provider" },
	{ .word = "other", .label = "Other" },
	{ 0 }
};

const struct choice programmes[] = {
	{ .word = "RE:CODE London", .also = "recode,recode london" },
	{ .word = "Family Explorer" },
	{ 0 }
};

/* The union of the tick lists of benchmarks 5, 6 and 7 (domain.md 3) and of
 * the four things the provider access law asks for. */
static const struct choice ticks[] = {
	{ .word = "purpose", .label = "Purpose shared" },
	{ .word = "outcomes", .label = "Outcomes fit the pupil" },
	{ .word = "two-way", .label = "Two-way", .also = "two way" },
	{ .word = "reflection", .label = "Time to reflect",
	  .also = "reflect" },
	{ .word = "range", .label = "Range of people",
	  .also = "people,range of people" },
	{ .word = "task", .label = "Performed a task",
	  .also = "performs a task" },
	{ .word = "feedback", .label = "Employer gave feedback",
	  .also = "employer feedback" },
	{ .word = "information",
	  .label = "Information on provider, entry, qualifications, careers" },
	{ .word = "learning", .label = "What learning there is like" },
	{ .word = "provider", .label = "The provider and its qualifications",
	  .also = "qualifications" },
	{ .word = "careers", .label = "The careers they lead to" },
	{ .word = "questions", .label = "Questions answered" },
	{ 0 }
};

/* Which of them make an encounter meaningful, by benchmark. */
static const char *const needed[] = {
	[5] = "purpose outcomes two-way reflection",
	[6] = "purpose outcomes two-way range task feedback reflection",
	[7] = "purpose outcomes two-way information learning reflection",
};
#define NEEDED_FROM	"2025-09-01"

const char *
benchmark_ticks(int bm)
{
	return bm > 0 && (size_t)bm < COUNT_OF(needed) && needed[bm] != NULL ?
	    needed[bm] : "";
}

bool
is_meaningful(int bm, int day, const char *ticked)
{
	struct strs need = { 0 }, have = { 0 };
	bool all = true;

	if (day < day_from_iso(NEEDED_FROM))
		return true;
	str_words(&need, benchmark_ticks(bm));
	str_split(&have, ticked, ',');
	for (size_t i = 0; i < need.n && all; i++)
		all = strs_has(&have, need.v[i]);
	strs_clear(&have);
	strs_clear(&need);
	return all;
}

static const struct choice parts[] = {
	{ .word = "invited", .label = "Invited" },
	{ .word = "coming", .label = "Coming", .also = "confirmed,yes" },
	{ .word = "came", .label = "Came", .also = "attended" },
	{ .word = "did not come", .label = "Did not come",
	  .also = "didn't come,absent,no show" },
	{ 0 }
};

#define PART { .id = "part", .type = FT_CHOICE, .label = "Part", \
	.choices = parts, \
	.help = "invited, coming, came or did not come." }
#define OF_SCHOOL { .id = "school", .type = FT_REF, .label = "School", \
	.ref = "school", .help = "One of the encounter's schools." }
#define PUPILS(fid, flabel, fhelp) { .id = fid, .type = FT_INT, \
	.label = flabel, .hi = 9999, .help = fhelp }

const struct setdef encounter_schools_set = {
	.table = "encounter_school", .shape = SET_REFS, .nkeys = 1,
	.ncols = 2, .carry = "date",
	.cols = (const struct field[]){
		[ES_SCHOOL] = { .id = "school", .type = FT_REF,
		    .label = "School", .ref = "school",
		    .help = "A school whose pupils take part." },
		[ES_IN] = { .id = "in", .col = "numbers_in",
		    .type = FT_BOOL, .label = "Numbers in",
		    .help = "The numbers of this school are in." },
	},
};

const struct setdef encounter_employers_set = {
	.table = "encounter_employer", .shape = SET_REFS, .nkeys = 1,
	.ncols = 2, .carry = "date",
	.cols = (const struct field[]){
		[EE_EMPLOYER] = { .id = "employer", .type = FT_REF,
		    .label = "Employer", .ref = "employer",
		    .help = "An employer that meets the pupils." },
		[EE_PART] = PART,
	},
};

const struct setdef encounter_providers_set = {
	.table = "encounter_provider", .shape = SET_REFS, .nkeys = 1,
	.ncols = 2, .carry = "date",
	.cols = (const struct field[]){
		[EE_EMPLOYER] = { .id = "provider", .type = FT_REF,
		    .label = "Provider", .ref = "partner",
		    .help = "A provider that takes part." },
		[EE_PART] = PART,
	},
};

const struct setdef encounter_years_set = {
	.table = "encounter_year", .shape = SET_YEARS, .nkeys = 2, .ncols = 7,
	.cols = (const struct field[]){
		[EY_SCHOOL] = OF_SCHOOL,
		[EY_GROUP] = { .id = "year", .col = "grp",
		    .type = FT_CHOICE, .label = "Year group",
		    .choices = year_groups,
		    .help = "Year group or band: y7, ks4." },
		[EY_EXPECTED] = PUPILS("expected", "Expected",
		    "Pupils expected."),
		[EY_ATTENDED] = PUPILS("attended", "Attended",
		    "Pupils that came."),
		[EY_DISADVANTAGED] = PUPILS("disadvantaged", "Disadvantaged",
		    "Of them disadvantaged."),
		[EY_SEND] = PUPILS("send", "SEND",
		    "Of them with special needs or disabilities."),
		[EY_ESTIMATED] = { .id = "estimated", .type = FT_BOOL,
		    .label = "Estimated",
		    .help = "Shared out by the roll, not counted." },
	},
};

const struct setdef encounter_benchmarks_set = {
	.table = "encounter_benchmark", .shape = SET_INTS, .nkeys = 1,
	.ncols = 1, .prefix = "bm",
	.cols = (const struct field[]){
		{ .id = "benchmark", .type = FT_INT, .label = "Benchmark",
		  .lo = 1, .hi = 8, .help = "A benchmark, 1 to 8." },
	},
};

const struct setdef encounter_ticks_set = {
	.table = "encounter_tick", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "tick", .type = FT_CHOICE, .label = "Tick",
		  .choices = ticks, .help = "What made it meaningful." },
	},
};

const struct setdef encounter_groups_set = {
	.table = "encounter_group", .shape = SET_COUNTS, .nkeys = 2,
	.ncols = 3,
	.cols = (const struct field[]){
		[EG_SCHOOL] = OF_SCHOOL,
		[EG_NAME] = { .id = "name", .type = FT_TEXT, .label = "Group",
		    .max = 80, .help = "The group: young carers, EAL." },
		[EG_NUMBER] = PUPILS("number", "Number",
		    "Pupils of the group."),
	},
};
