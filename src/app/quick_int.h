/* quick_int.h - a line being understood. Private to quick*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three stages: parts (quick_part.h), names (quick_name.c), plan (one function
 * a verb). Faults are collected, so that a line with two is told both.
 */
#ifndef APP_QUICK_INT_H
#define APP_QUICK_INT_H

#include "app/quick.h"
#include "app/quick_look.h"
#include "app/quick_part.h"

/* One record to write. BASE is NULL for a new one. A reference to a record of
 * the plan that is not stored yet is its number in the plan, from 1. */
struct plan_op {
	struct row	*base, *mine;
};
struct quick_plan {
	struct plan_op	*op;
	size_t		 n;
	size_t		 main;		/* the op whose reference is told */
	const char	*did;		/* "Logged", "Closed" */
	const struct entity *ent;	/* the record told instead, or NULL */
	int64_t		 id;
};
int64_t		plan_add(struct quick_plan *, struct row *take_row);	/* its number */
void		plan_change(struct quick_plan *, struct row *take_base, struct row *take_mine);
void		plan_free(struct quick_plan *);		/* NULL is fine */

/* A name of the line. */
struct item {
	size_t		 part;
	size_t		 from, len;	/* bytes of the line */
	char		*text;		/* as typed */
	int		 num;		/* index in the part's nums.names; -1 none */
	unsigned	 kinds;		/* KIND()s it may be */
	struct cands	 cands;
	enum name_kind	 kind;		/* NK_MAX: not settled */
	size_t		 chosen;	/* in cands */
	bool		 done;		/* chosen holds */
	bool		 assumed;	/* a tie-break, a typo: in brackets */
	const char	*why;		/* said with it: "open"; or NULL */
	bool		 mine_first;	/* a question begins with my schools */
	int64_t		 new_id;	/* a new record of the plan, 0 none */
};
struct items {
	struct item	*v;
	size_t		 n;
};

/* A school of the line, or of the screen. */
struct school {
	int64_t		 id;
	char		*title, *typed;
	struct item	*item;		/* NULL: from the screen */
};
struct schools {
	struct school	*v;
	size_t		 n;
};

struct reading {
	const struct look *look;
	const struct quick_opts *opts;
	const char	*line;
	struct quick	*q;		/* what is told */
	struct parts	 parts;
	struct parts	 follow;	/* todo, again, next: taken out of parts */
	enum part_kind	 lead;		/* the one of them that begins the line, or
					 * PK_NAME */
	long		 tried;		/* times in a row without an answer */
	const struct entity *fields;	/* whose fields "key: text" names */
	struct items	 items;
	struct schools	 schools;
	const struct verb *verb;	/* the row of quick.def */
	size_t		 verb_part;	/* its part, when it is a word */
	enum date_dir	 dir;
	bool		 plan_word;	/* "plan" was said */
	bool		 stored;	/* put on an encounter that was planned: its
					 * school and day are known, not assumed */
	struct strs	 faults;
	char		*sure;		/* the question, or NULL */
	size_t		 npicks;	/* answers used so far */
	bool		 asked;
};

struct verb {
	struct quick_verb told;
	bool		 is_word;	/* the line says it */
	bool		 anywhere;	/* also behind the first part */
	int		 raw;		/* parts behind it taken as they are: 0,
					 * 1 the next, 2 all */
	enum date_dir	 dir;
	enum status	(*plan)(struct reading *, struct err *);
};
extern const struct verb verbs[];	/* ends with a NULL word */

/* quick_read.c */
void		read_fault(struct reading *, const char *fmt, ...) PRINTF(2, 3);
/* Ask once: true when an answer is at hand, then *OUT; else the question is
 * kept and the line is not ready. LEAD ends before the numbers; TAIL may be
 * NULL. */
bool		read_ask(struct reading *, const char *lead, const struct strs *choices,
		    const char *tail, size_t *out);
/* "planned for today: ", "2 planned that week: ": of N the first is on DAY. The
 * caller frees it. */
char		*planned_lead(const struct reading *, size_t n, int day);
/* A question to confirm; takes the text. */
void		read_sure(struct reading *, char *take_text);
/* Tell a part as understood; takes SHOWN. PART may be NULL. */
struct quick_part *read_tell(struct reading *, const char *kind, char *take_shown,
		    const struct part *);
void		read_tell_item(struct reading *, const struct item *, char *take_more);
bool		read_is_fine(const struct reading *);	/* no fault, nothing asked */
/* Add up the parts told: "A, B | C | (D)". */
char		*read_echo(const struct quick *);

/* quick_name.c */
/* Find what the names of the line stand for, among KINDS: every PK_NAME,
 * PK_CLUSTER and the names in PK_YEARS. */
enum status	names_find(struct reading *, unsigned kinds, struct err *) MUST_CHECK;
/* Text TEXT at FROM of the line as one more item, of one of KINDS. */
enum status	names_item(struct reading *, size_t part, size_t from, const char *text,
		    unsigned kinds, struct item **out, struct err *) MUST_CHECK;
/* Settle kinds and choose, but for people (people_choose); asks and faults are
 * told. VIEW: schools come from the screen. NEEDS: kinds the line cannot do
 * without. */
enum status	names_settle(struct reading *, bool view, unsigned needs, struct err *) MUST_CHECK;
/* Choose one among the candidates of an item whose kind is settled. */
enum status	names_choose(struct reading *, struct item *, struct err *) MUST_CHECK;
/* quick_question.c: each is true with *OUT when an answer is at hand */
#define QUESTION_MAX	9	/* candidates shown */
/* "All Souls High (Hackney)"; the caller frees it. */
char		*question_choice(const struct cand *);
/* Which of the N candidates of IT whose indexes are AT? */
bool		question_cands(struct reading *, struct item *, const size_t *at, size_t n,
		    size_t *out);
/* Which of the kinds OPEN, of which the line lacks NEEDS? */
bool		question_kind(struct reading *, struct item *, unsigned open, unsigned needs,
		    unsigned *out);
/* Did the user mean one of these, or a new name? Settles IT when answered. */
bool		question_weak(struct reading *, struct item *, const size_t *at, size_t n);

const struct cand *item_cand(const struct item *);	/* NULL when it is not settled */
size_t		items_count(const struct reading *, enum name_kind);	/* settled as it */
void		items_clear(struct items *);
/* quick_tie.c: of the N equals AT among the candidates of IT keep those that one
 * of the rules prefers, and say so on IT. */
enum status	names_break_tie(struct reading *, struct item *, size_t *at, size_t *n,
		    struct err *) MUST_CHECK;
/* All candidates of one kind, types and modes too. */
enum status	names_look(const struct look *, enum name_kind, const char *text,
		    struct cands *out, struct err *) MUST_CHECK;

/* quick_apply.c: what an encounter line says, put on a row */
enum status	apply_schools(struct reading *, struct err *) MUST_CHECK;	/* fills schools */
void		schools_clear(struct schools *);
/* Put everything said but the type on ROW, an encounter new or stored. */
enum status	apply_said(struct reading *, struct row *row, struct err *) MUST_CHECK;
/* quick_count.c: the numbers of pupils, checked against the rolls */
enum status	apply_years(struct reading *, struct row *row, struct err *) MUST_CHECK;
/* "Y10 24 of 30, Y11 18": the figures of SCHOOL on ROW; *GUESSED when some are
 * estimates or the roll's. */
char		*years_shown(const struct row *row, int64_t school, bool *guessed);
/* quick_told.c */
void		tell_encounter(struct reading *, const struct row *);
/* quick_plan.c */
/* Settle the names of an encounter line: schools, who, type. */
enum status	names_encounter(struct reading *, unsigned needs, struct err *) MUST_CHECK;
/* New names of the line ("+City Cranes") as employers of the plan. */
enum status	names_new(struct reading *, struct err *) MUST_CHECK;
/* A new name of IT's kind: is one like it there already? *SETTLED: that one is
 * taken, or a question stands. */
enum status	names_known(struct reading *, struct item *, bool *settled,
		    struct err *) MUST_CHECK;
enum status	plan_encounter(struct reading *, struct err *);
/* The part behind the verb's word, NULL and a fault when there is none. */
const struct part *verb_text(struct reading *);
/* A new row with its defaults. */
struct row	*fresh_row(const struct reading *, enum entity_no);
/* The name of a record; the caller frees it. */
enum status	record_name(const struct reading *, enum entity_no, int64_t id, char **out,
		    struct err *) MUST_CHECK;
/* Add TEXT as a line behind what a note holds. */
void		append_line(struct row *, int field, const char *text);
/* The school of a verb whose figures may follow its name, "roll sandm 182
 * 180": WORDS before the first that IS_FIGURE are taken out and become an item
 * of the line. */
enum status	verb_school(struct reading *, struct strs *words,
		    bool (*is_figure)(const char *), struct err *) MUST_CHECK;
/* The one school of the line, told; 0 and a fault when there is none or more. */
int64_t		verb_one_school(struct reading *);
void		tell_school(struct reading *);
/* The planned encounter or visit TEXT names ("sandm mock tue"); NULL when it is
 * asked about or a fault. The caller frees it. */
enum status	event_named(struct reading *, const char *text, struct row **out,
		    struct err *) MUST_CHECK;
int		event_day(const struct row *);	/* of an encounter or visit */
/* The CPD session TEXT and the line's day name; 0 when asked about or a fault. */
enum status	session_find(struct reading *, const char *text, int64_t *out,
		    struct err *) MUST_CHECK;
/* The row of quick.def of WORD. */
const struct verb *verb_named(const char *word);

/* quick_apply.c, for other verbs too */
/* What is said twice of which a line has one. */
void		apply_twice(struct reading *);
/* --strict: a day that is ahead only because its year was not typed. */
void		apply_strict(struct reading *);
/* A closed school may be logged for days up to its closing. */
enum status	apply_closed(struct reading *, int day, struct err *) MUST_CHECK;

/* quick_person.c */
/* Nobody there is called NAME: a fault, which says so of one of us. */
void		no_person(struct reading *, const char *name);
/* Every "@bell @nwosu" of the line as items. */
enum status	people_find(struct reading *, struct err *) MUST_CHECK;
/* Choose the people, once the organisations are known: those with a role there
 * come before others. */
enum status	people_choose(struct reading *, struct err *) MUST_CHECK;
/* NAME, said in P, as a person; OUT is good until the next item comes. */
enum status	person_item(struct reading *, const struct part *p, const char *name,
		    struct item **out, struct err *) MUST_CHECK;
/* Schools and employers where somebody has a role. */
struct work {
	enum entity_no	 no;
	int64_t		 id;
	char		*title;
};
struct works {
	struct work	*v;
	size_t		 n;
};
enum status	person_places(const struct reading *, int64_t contact, int day,
		    struct works *out, struct err *) MUST_CHECK;
void		works_clear(struct works *);

/* quick_follow.c */
/* What a task is about. */
struct about {
	const char	*ent;		/* of the record, stored or of the plan; or
					 * NULL */
	int64_t		 id;
	int64_t		 school;	/* 0 none */
	const struct cand *owner;	/* when the task names nobody, or NULL; */
	int64_t		 user;		/* … or one of us, 0 none */
	const char	*user_name;
};
/* Is a part other than AT the name of a type of encounter? */
bool		names_type(const struct reading *, size_t at);
/* Take todo, again and next out of the parts. */
void		follow_take(struct reading *);
/* Behind the verb's own plan: what is left of them. */
enum status	follow_plan(struct reading *, struct err *) MUST_CHECK;
/* The task that P says as a row of the plan, which holds *OUT. */
enum status	follow_task(struct reading *, const struct part *p,
		    const struct about *, bool tell, struct row **out,
		    struct err *) MUST_CHECK;
void		task_about(struct row *task, const struct about *);
/* TEXT in FIELD as a user types it; a fault when it cannot be. */
void		put_text(struct reading *, struct row *, int field, const char *text);
void		put_date(struct row *, int field, int day);

/* quick_fields.c */
/* Words FROM to TO of W as one text; the caller frees it. */
char		*words_join(const struct strs *w, size_t from, size_t to);
/* The choice of F that the longest run of words in W says, or NULL. */
const struct choice *words_choice(const struct field *, const struct strs *w);
/* "note: ...", any field of ROW; false when P is none. */
bool		put_keyed(struct reading *, struct row *, const struct part *p);
/* Tell what a field of ROW holds, with LEAD before it; -1 and an empty one say
 * nothing. */
void		tell_field(struct reading *, const struct row *, int f, const char *lead);
void		tell_group_set(struct reading *, const struct row *, int f);	/* "Y9, Y10" */

/* quick_visit.c */
bool		verb_is_visit(const struct verb *);	/* visit, call ...; NULL is none */
/* Find the names of a visit: places, people. */
enum status	visit_names(struct reading *, struct err *) MUST_CHECK;
/* The planned visit BASE took place on DAY, or its own for DAY_NONE, as the line
 * says; it becomes the main record of the plan. */
enum status	visit_happened(struct reading *, struct row *take_base, int day,
		    struct err *) MUST_CHECK;
/* quick_visit_said.c */
/* Put what is said on ROW, but for its place. */
enum status	visit_said(struct reading *, struct row *row, struct err *) MUST_CHECK;
void		tell_visit(struct reading *, const struct row *);
char		*visit_when(const struct row *visit);	/* "Wed 2 Dec 2026 10:00" */
/* quick_again.c */
/* How often in a row was it tried? What was to be done again is done. */
enum status	visit_tries(struct reading *, const struct row *visit,
		    struct err *) MUST_CHECK;
enum status	visit_again(struct reading *, const struct part *, const struct row *visit,
		    struct err *) MUST_CHECK;
void		visit_next(struct reading *, const struct part *, const struct row *visit);
/* quick_action.c: "3 done", "3, 4 done"? */
bool		is_action(const char *text);

/* quick_fact.c: is REST, behind the word of V, a fact rather than a name's? */
bool		is_fact(const struct verb *v, const char *rest);

/* The other verbs */
enum status	plan_placement(struct reading *, struct err *);
enum status	plan_fact(struct reading *, struct err *);
enum status	plan_visit(struct reading *, struct err *);
enum status	plan_todo(struct reading *, struct err *);
enum status	plan_again(struct reading *, struct err *);
enum status	plan_reply(struct reading *, struct err *);
enum status	plan_next(struct reading *, struct err *);
enum status	plan_action(struct reading *, struct err *);
enum status	plan_done(struct reading *, struct err *);
enum status	plan_cancel(struct reading *, struct err *);
enum status	plan_moved(struct reading *, struct err *);
enum status	plan_cpd(struct reading *, struct err *);
enum status	plan_volunteer(struct reading *, struct err *);
enum status	plan_wants(struct reading *, struct err *);
enum status	plan_offers(struct reading *, struct err *);
enum status	plan_roll(struct reading *, struct err *);
enum status	plan_compass(struct reading *, struct err *);
enum status	plan_role(struct reading *, struct err *);
enum status	plan_note(struct reading *, struct err *);
enum status	plan_evidence(struct reading *, struct err *);

/* quick.c */
void		quick_reading_clear(struct reading *);
enum status	quick_understand(const struct look *, const char *line,
		    const struct quick_opts *, struct quick *, struct err *) MUST_CHECK;
enum status	quick_suggest(const struct look *, const char *line, size_t at,
		    struct strs *out, size_t *from, size_t *len, struct err *) MUST_CHECK;

#endif
