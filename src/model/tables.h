/* tables.h - what the entities' own files share: choices and the entities.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_TABLES_H
#define MODEL_TABLES_H

#include "model/entity.h"
#include "model/row.h"

#define ENTITY(id) extern const struct entity id##_entity;
#include "model/entities.def"

/* r y1 … y14 in order, then the bands ks3 ks4 ks5, then adult. */
extern const struct choice year_groups[];
enum {				/* indexes into year_groups */
	YG_R, YG_Y1, YG_Y7 = 7, YG_Y8, YG_Y9, YG_Y10, YG_Y11, YG_Y12, YG_Y13,
	YG_Y14, YG_KS3, YG_KS4, YG_KS5, YG_ADULT, YG_MAX
};
/* Index of the group whose word is WORD, -1 when none. */
int	year_group(const char *word);
/* WORD as it is read, appended: Y10, KS4, R; adult stays. */
void	year_group_shown(const char *word, struct buf *out);
/* First and last single year group of a group: of ks4, y10 and y11. A single
 * year is its own; adult has none and gives false. */
bool	year_group_span(int group, int *first, int *last);
/* First and last single year group of a school by its ages; false when these
 * are not known. */
bool	school_groups(const struct row *school, int *first, int *last);
/* Are WORDS those of the register for FIELD of schools (la, type, phase,
 * status)? True where it has none, and for "". */
bool	school_word_is_known(int field, const char *words);

/* May a partner of this kind be a provider (domain.md 1)? True of "" and other,
 * which it is until somebody says. */
bool	partner_provides(const char *kind);

extern const struct choice sectors[];		/* suggestions: what employers do */
extern const struct choice roles[];		/* suggestions: what people are */
/* Words of roles whose want is a vacancy (domain.md 2); ends with NULL. */
extern const char *const required_roles[];
/* Facts of a school that hold in the next academic year too, until somebody
 * looks; the others are each year's own. Ends with NULL. */
extern const char *const lasting_facts[];
/* Those not among HELD, one a line: "careers leader, link governor"; appended. */
void	roles_vacant(const char *held, struct buf *out);
extern const struct choice stages[];		/* of a school in a network, in order */
extern const struct choice term_kinds[];	/* term, holidays, days without lessons */
extern const struct choice task_repeats[];
extern const struct choice visit_kinds[];
extern const struct choice visit_results[];	/* suggestions */
extern const struct choice succession_kinds[];
extern const struct choice volunteer_kinds[];	/* of volunteers and matches */
extern const struct choice dbs_statuses[];
extern const struct choice offer_kinds[];	/* what is offered and wanted */
extern const struct choice deliverables[];	/* sd01 to sd07 of clusters */
extern const struct choice actors[];		/* of whom commitments are */
extern const struct choice goal_courses[];	/* model/goal.h */
extern const struct choice pledge_states[];	/* model/pledge.h */
extern const struct choice measures[];		/* what targets count */
extern const struct choice user_roles[];	/* least first */
extern const struct choice audiences[];		/* whom a CPD session is for */

/* A row of an entity's table: FIELD(id, type, …) of its .def. */
#define FIELD_ROW(fid, ftype, ...) \
	{ .id = #fid, .type = FT_##ftype, __VA_ARGS__ },
#define COUNT_OF(a) (sizeof (a) / sizeof (a)[0])

/* Are figures of this record expected ones: is its status planned or
 * confirmed, or, without a status, its date after TODAY? */
bool	figures_are_ahead(const struct row *, int today);

/* May somebody save under this name? No control characters, commas or quotes:
 * names stand in lists. */
#define USER_NAME_MAX	100
enum status	user_check_name(const char *name, struct err *);

/* Rules several entities have. FROM and TO are field indexes. */
enum status	check_order(const struct row *, int from, int to, struct err *);
/* "2026-11", a month of 1990 to 2100. */
enum status	check_month(const struct field *, const char *value, struct err *);
/* A day is between 1990 and 2100. */
enum status	check_day(const struct row *, int field, struct err *);

#endif
