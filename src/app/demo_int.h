/* demo_int.h - what the parts of the demonstration share; only demo*.c
 * includes it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each part draws from its own stream of chance, so that a change to one part
 * leaves the data of the others as they were. After the first failure nothing
 * more is written: d->st keeps it, and the parts run on to their end.
 */
#ifndef APP_DEMO_INT_H
#define APP_DEMO_INT_H

#include "app/demo.h"
#include "base/buf.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/row.h"
#include "model/tables.h"

enum { DEMO_BOROUGHS = 8, DEMO_CLUSTERS = 3, DEMO_YEARS = 10 };

/* Schools with a part of their own; the first rows of cast[] in
 * demo_cast.c. */
enum {
	SANDMERE, HARBOUR, NORTHGATE, BROOKVALE, ASHDOWN, ALL_SOULS_HIGH,
	ALL_SOULS_TECH, DOCKSIDE, PARK_HIGH, PARK_HOUSE, CRANMERE, EASTFIELD,
	DEMO_PRU, DEMO_PRIMARY, DEMO_CLOSED, DEMO_SUCCESSOR, DEMO_LOCAL,
	DEMO_PRIVATE, DEMO_GIRLS, DEMO_BOYS, DEMO_CAST
};
/* Employers and partners, in the order of their tables in demo_orgs.c. */
enum { BARCLAYS, ARUP, CITY_CRANES, TFL, MARKS, COUNCIL, DEMO_EMPLOYERS };
enum {
	EASTFIELD_P, CITY_COLLEGE, APPRENTICE_CO, UNIVERSITY, HAVERING_COUNCIL,
	DEMO_CHARITY, DEMO_PARTNERS, DEMO_PROVIDERS = 4
};
/* Cases of the examples, in the order of their table in demo_cases.c. */
enum {
	CASE_SPEAKER, CASE_PLACES, CASE_TRANSPORT, CASE_ADVISER, CASE_GARAGE,
	CASE_INSPECTION, CASE_CLOSING, CASE_ACADEMY, CASE_FORUM, CASE_ACCESS,
	CASE_STAFF, DEMO_CASES
};
enum {				/* streams of chance */
	S_SCHOOL = 1, S_ROLL, S_EMPLOYER, S_PEOPLE, S_EVENT, S_CPD, S_CLUSTER,
	S_PROGRAMME, S_RESULT, S_ANSWER, S_VISIT, S_CASE, S_PLAN, S_TASK
};
/* Users, as they are made: the one who writes comes first. */
enum { ME, PRIYA, DAN, SAM, DESK, DEMO_USERS };
/* Days of a table count from today, away from it when a weekend is there; from
 * 1000 they name a day of the week, MON the next such day, MON + 10 that of the
 * week after. */
enum { MON = 1000, TUE, WED, THU, FRI, NEXT_WEEK = 10 };
/* Whose task or who was there: a user, else somebody at the school. */
enum { LEADER = DEMO_USERS, HEAD, SPONSOR };
enum { DEMO_BMS = 9 };		/* by the number of a benchmark, from 1 */

struct demo_kind {
	int		 code;		/* type of establishment */
	const char	*type;
	int		 phase_code;
	const char	*phase;
	int		 low_age, high_age;
	int		 weight;	/* how many of a hundred and so */
	int		 base;		/* pupils of a year group, about */
	const char	*endings[4];	/* of its name */
};
enum {
	K_COMMUNITY, K_AIDED, K_FOUNDATION, K_SPONSORED, K_CONVERTER,
	K_CONVERTER16, K_FREE, K_THROUGH, K_SPECIAL, K_SPECIAL_ACADEMY, K_PRU,
	K_AP, K_UTC, K_STUDIO, K_FE, K_SIXTH, K_INDEPENDENT, K_PRIMARY, K_MAX
};
extern const struct demo_kind demo_kinds[K_MAX];

struct demo_borough {
	const char	*name;
	int		 code;
	const char	*district, *town;	/* of its postcodes */
	int		 east, north;	/* its middle, metres */
};
extern const struct demo_borough demo_boroughs[DEMO_BOROUGHS];

struct demo_school {
	int64_t		 id, head, leader, sponsor;
	int64_t		 owner;		/* user who looks after it */
	/* An encounter of each benchmark: delivered last year, delivered this
	 * year, still to come; id 0 none. */
	struct {
		int64_t	 id;
		int	 day;
	} met[3][DEMO_BMS];
	char		*name;
	char		*site;		/* of its web and mail addresses */
	short		 borough, kind;
	short		 low, high;	/* year groups, indexes */
	short		 base;		/* pupils of a year group, about */
	short		 cluster;	/* -1 none */
	int		 opened;	/* day, DAY_NONE long ago */
	int		 closed;	/* last day, DAY_NONE while it is open */
};

struct demo {
	struct app	*app;
	const struct demo_opts *o;
	struct err	*e;
	enum status	 st;		/* the first failure */
	uint64_t	 seed, rng;
	int64_t		 next;		/* id of the next record */
	uint64_t	 done, total;	/* records */
	int		 today, year;	/* year: the first of the academic year */
	int		 years;
	struct demo_school *school;
	int		 nschools;
	int64_t		*employer;
	int		 nemployers;
	int		 nlarge;	/* employers that go everywhere: the first */
	int64_t		*partner;
	int		 npartners;
	int64_t		 cluster[DEMO_CLUSTERS];
	int64_t		 user[DEMO_USERS];
	int64_t		 fair, session;	/* of the examples: still to come */
	int64_t		 known_case[DEMO_CASES];	/* 0 none */
	uint64_t	 shown;		/* types of encounter there are so far */
	int64_t		*person;	/* people at schools, for CPD */
	size_t		 npeople, people_cap;
	struct {			/* records that lines name */
		const char *word;
		enum entity_no ent;
		int64_t	 id;
	}		*named;
	size_t		 nnamed;
	struct buf	 b;		/* for text in the making */
	char		 code[ID_CODE];
};

/* --- chance --- */
void	 demo_stream(struct demo *, int stream, int64_t a, int64_t b);
uint64_t demo_hash(const struct demo *, int stream, int64_t a, int64_t b);
int	 demo_below(struct demo *, int n);		/* 0 … n-1 */
int	 demo_between(struct demo *, int lo, int hi);
bool	 demo_chance(struct demo *, int percent);

/* --- writing --- */
void	 demo_int(struct row *, int field, long n);
void	 demo_day(struct row *, int field, int day);
void	 demo_time(struct row *, int field, int minutes);
void	 demo_ref(struct row *, int field, const char *ent, int64_t id);
void	 demo_word(struct row *, int field, const char *word);	/* into a set */
/* The code of a record, for a set; until the next call. */
const char *demo_code(struct demo *, int64_t id);
/* Store and free it; its id, or 0 once something failed. */
int64_t	 demo_add(struct demo *, struct row *take_row);
/* The day of a table of the examples. */
int	 demo_when(const struct demo *, int day);
/* A user, or somebody at school S (-1 none): into field F. Whoever is not
 * there is the one who looks after the school, of none ME. */
void	 demo_whose(struct demo *, struct row *, int f, int s, int whose);
/* Benchmarks, as "1 7" or "1, 7", into set F. */
void	 demo_numbers(struct row *, int f, const char *list);

/* --- names, none of them real (demo_names.c) --- */
#define DEMO_NAMES	61440	/* different places there are */
void	 demo_place(int i, struct buf *out);		/* "Upper Garrowmead" */
/* The name of employer I and what it does. */
const char *demo_firm(int i, struct buf *out);
void	 demo_person(struct demo *, struct buf *out);	/* "Ms Rosa Quill" */
/* "garrowmead" of "Upper Garrowmead School": a word for addresses. */
char	*demo_site(const char *name);
/* "rquill@garrowmead.example" */
void	 demo_mail(const char *person, const char *site, struct buf *out);
const char *demo_phone(struct demo *, struct buf *out);
void	 demo_postcode(struct demo *, const char *district, struct buf *out);
void	 demo_street(struct demo *, struct buf *out);

/* --- types of encounter (demo_types.c) --- */
enum { SHARE_FEW, SHARE_GROUP, SHARE_HALF, SHARE_ALL };	/* of a year group */
enum { AT_SECONDARY = 1, AT_PRIMARY = 2, AT_SPECIAL = 4, AT_COLLEGE = 8 };
struct demo_shape {
	short		 weight, where;
	short		 lo, hi;	/* year groups */
	short		 share, minutes;
	short		 least, most;	/* employers */
	short		 providers, days;
};
extern const struct demo_shape demo_shapes[];	/* as encounter_types[] */
int	 demo_where(const struct demo_school *);	/* AT_ one */
bool	 demo_fits(const struct demo_school *, int type);
int	 demo_pick_type(struct demo *, const struct demo_school *);

/* --- the parts, in order --- */
void	 demo_schools(struct demo *);
void	 demo_rolls(struct demo *);
void	 demo_employers(struct demo *);
void	 demo_partners(struct demo *);
void	 demo_clusters(struct demo *);
void	 demo_people(struct demo *);
void	 demo_events(struct demo *);
void	 demo_this_week(struct demo *);
void	 demo_cpd(struct demo *);
void	 demo_programme(struct demo *);
void	 demo_terms(struct demo *);
void	 demo_diary(struct demo *);
void	 demo_cases(struct demo *);
void	 demo_visits(struct demo *);
void	 demo_plans(struct demo *);
void	 demo_checklists(struct demo *);
void	 demo_tasks(struct demo *);
void	 demo_hands(struct demo *);
void	 demo_volunteers(struct demo *);
void	 demo_offers(struct demo *);
void	 demo_claims(struct demo *);
void	 demo_notices(struct demo *);
void	 demo_goals(struct demo *);
void	 demo_views(struct demo *);
void	 demo_access(struct demo *);

/* --- records written as lines (demo_lines.c) --- */
/* "school=sandmere|date=-12|title=Talk of an engineer": days count as in the
 * tables of the examples, references are words of demo_name or of lines before,
 * sets have commas. A line that names somebody whom a small demonstration lacks
 * makes nothing. */
struct demo_line {
	const char	*word;		/* what later lines call it; "" nothing */
	enum entity_no	 ent;
	const char	*text;
};
void	 demo_lines(struct demo *, const struct demo_line *, size_t n);
/* WORD is borrowed for good. */
void	 demo_name(struct demo *, const char *word, enum entity_no, int64_t id);
/* The schools, employers, partners, clusters and users of the examples. */
void	 demo_name_cast(struct demo *);

/* Facts about a school of the cast that its row does not say. */
struct demo_cast {
	const char	*name, *also;
	short		 kind, borough;
	int		 urn;		/* 0 none */
	int		 low_age, high_age;	/* 0: its kind's */
	int		 base;		/* 0: its kind's */
	const char	*note;
};
extern const struct demo_cast demo_cast[DEMO_CAST];

/* One school goes on in another, from the first day of the academic year so
 * many years before this one. */
struct demo_heir {
	short		 old, new, years_ago;
	const char	*kind, *note;
	bool		 opens;		/* the new one begins on that day */
};
enum { DEMO_HEIRS = 3 };
extern const struct demo_heir demo_heirs[DEMO_HEIRS];
/* How school I ended, or began with that day; NULL it did not. */
const struct demo_heir *demo_end_of(int i);
const struct demo_heir *demo_begin_of(int i);
int	 demo_heir_day(const struct demo *, const struct demo_heir *);

/* Pupils on roll in academic year YEAR and year group YG; -1 none. */
long	 demo_roll(const struct demo *, int school, int year, int yg);
/* The official results of a school. */
void	 demo_results(struct demo *, int school);
/* What schools of the cast say of themselves, item by item. */
void	 demo_answers(struct demo *);
/* The setting of a school's questions: "special". */
const char *demo_setting(const struct demo_school *);
/* A day on which something happens at schools, FROM … TO; in a holiday a
 * working day, at most two days before FROM. */
int	 demo_school_day(struct demo *, int from, int to);
/* Is there a school I, open on DAY? */
bool	 demo_open(const struct demo *, int i, int day);
/* An employer or provider that school I might meet: mostly of its
 * neighbourhood. */
int64_t	 demo_some_employer(struct demo *, int school);
int64_t	 demo_some_provider(struct demo *, int school);
/* A task of school S (-1 none), open and of whoever looks after the school;
 * DUE DAY_NONE none. */
struct row *demo_task(struct demo *, int s, const char *title, int due);
/* It is done on DAY. */
void	 demo_tick(struct row *task, int day);
/* A few that look like one. */
void	 demo_twice(struct demo *);

#endif
