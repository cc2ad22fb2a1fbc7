/* quick_look.h - what quick entry asks the world. Private to quick*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program answers from the database (quick_db.c), tests and the fuzz
 * target from rows in memory. Reads only.
 */
#ifndef APP_QUICK_LOOK_H
#define APP_QUICK_LOOK_H

#include "base/buf.h"
#include "base/err.h"
#include "model/row.h"

enum name_kind {	/* in the order of quick-entry, "names" */
	NK_SCHOOL, NK_PROVIDER, NK_EMPLOYER, NK_CLUSTER, NK_CONTACT, NK_CPD,
	NK_RECORDS,		/* those before are records */
	NK_TYPE = NK_RECORDS, NK_MODE,
	NK_MAX
};
#define KIND(k)	(1u << (k))

/* One thing a name may stand for. */
struct cand {
	enum name_kind	 kind;
	int64_t		 id;		/* of a record */
	const struct choice *choice;	/* a type or mode */
	int		 class;		/* enum name_class */
	bool		 closed;
	char		*title, *where;
};
struct cands {
	struct cand	*v;
	size_t		 n;
};
void		cand_push(struct cands *, const struct cand *);	/* copies the texts */
void		cands_free(struct cands *);

enum look_list {
	LOOK_PLANNED,	/* encounters of school OF from day A to B that are
			 * planned or confirmed, in order of date */
	LOOK_SESSIONS,	/* CPD sessions from day A to B, in order of date */
	LOOK_BOOKINGS,	/* of the CPD session OF */
	LOOK_ROLES,	/* at the organisation OF (any kind), in force on day A
			 * or later */
	LOOK_ROLLS,	/* of the school OF in the academic year A */
	LOOK_COMPASS,	/* official results of the school OF on day A */
	LOOK_LAST,	/* the encounter this user made last */
	LOOK_ROLES_OF,	/* of the person OF, in force on day A or later */
	LOOK_VISITS,	/* planned visits to the school or employer OF from day
			 * A to B */
	LOOK_CALLS,	/* visits, calls ... done with the person OF, the newest
			 * first */
	LOOK_TASKS,	/* open tasks of the school OF; 0: of this user, of
			 * anybody if A is not 0 */
	LOOK_ABOUT,	/* open tasks about the person, employer or school OF */
	LOOK_ASKED,	/* those who are to answer a notice at the school,
			 * employer or partner OF, the newest first */
	LOOK_VOLUNTEERS, /* what the person OF is a volunteer as */
	LOOK_MATCHES,	/* of the volunteer OF, that go on on day A */
	LOOK_ACTIONS,	/* of the careers plan of the school OF in the academic
			 * year A */
	LOOK_FACTS,	/* of the school OF in the academic year A */
	LOOK_PLACEMENTS	/* of the school OF, planned, confirmed or under way */
};
struct ids {
	int64_t		*v;
	size_t		 n;
};
void		ids_add(struct ids *, int64_t id);
void		ids_clear(struct ids *);

struct look {
	void	*arg;
	int	 today;
	int	 hours_per_day;		/* of a placement */
	/* Records of KIND whose names fit TEXT word by word, best class first,
	 * at most 20; added to OUT. */
	enum status	(*names)(void *arg, enum name_kind, const char *text,
			    struct cands *out, struct err *);
	/* Records of KINDS that hold TEXT within a word or fit it but for a typo:
	 * asked when nothing fits it word by word. */
	enum status	(*weak)(void *arg, unsigned kinds, const char *text,
			    struct cands *out, struct err *);
	/* Records whose names are nearly NAME: Ltd, The, & aside. */
	enum status	(*near)(void *arg, enum name_kind, const char *name,
			    struct cands *out, struct err *);
	enum status	(*ids)(void *arg, enum look_list, int64_t of, int a, int b,
			    struct ids *out, struct err *);
	/* Pupils of a school in an academic year and group, -1 not known. */
	long		(*roll)(void *arg, int64_t school, int year, const char *group);
	/* The id of the framework called WORD, "" when there is none; WORD NULL:
	 * of the one proposed for DAY. Borrowed. */
	enum status	(*framework)(void *arg, const char *word, int day,
			    const char **out, struct err *);
	/* The record as it is stored; the caller frees it. */
	enum status	(*load)(void *arg, const struct entity *, int64_t id,
			    struct row **out, struct err *);
	/* The days on which it was that school, DAY_NONE where nothing says, and
	 * who goes on for it, "" nobody; appended. */
	enum status	(*span)(void *arg, int64_t school, int *first, int *last,
			    struct buf *next, struct err *);
	/* Is the school one of those the user coordinates today? */
	enum status	(*mine)(void *arg, int64_t school, bool *out, struct err *);
	/* The user called NAME, in any case; 0 none. */
	enum status	(*user)(void *arg, const char *name, int64_t *out, struct err *);
	/* A new record with its defaults; the caller frees it. */
	struct row	*(*fresh)(void *arg, const struct entity *);
	/* Text of a field that may hold references, "" for none: venue: … */
	enum status	(*field)(void *arg, struct row *, int field, const char *text,
			    struct err *);
	/* "access Y9: 1 of 2", appended: how the cohorts of a school at the
	 * encounter stand with it; nothing where it does not count for
	 * provider access. NULL: nobody knows. */
	enum status	(*access)(void *arg, const struct row *encounter,
			    int64_t school, struct buf *out, struct err *);
	/* Which offers fit a request that is not stored yet, in words; appended. */
	enum status	(*fits)(void *arg, const struct row *request, struct buf *out,
			    struct err *);
};

const struct entity	*kind_entity(enum name_kind);
const char		*kind_word(enum name_kind);	/* "school", "type" */

#endif
