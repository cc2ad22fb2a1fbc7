/* pick.h - the records a command is about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CLI_PICK_H
#define CLI_PICK_H

#include "base/date.h"
#include "cli/cli.h"

struct told;

struct picked {
	const struct entity *ent;
	int64_t		 id;
};
struct picks {
	struct picked	*v;		/* caller frees */
	size_t		 n;
};

/* An entity by id or plural; ST_USAGE naming the nearest. */
enum status	pick_entity(const char *word, const struct entity **out, struct err *) MUST_CHECK;
/* Several references, all or nothing: every bad one is named. */
enum status	picks_refs(struct cli *, char *const *arg, size_t n, struct picks *out,
		    struct err *) MUST_CHECK;
/* ENTITY FILTER…: all that match. */
enum status	picks_filter(struct cli *, char *const *arg, size_t n, struct picks *out,
		    struct err *) MUST_CHECK;
/* End the step of a command; with --dry-run nothing is kept. */
enum status	pick_end(struct cli *, enum status st, const char *label, struct err *) MUST_CHECK;
/* A second line for what E says: how to have it all the same. Its status. */
enum status	pick_hint(const char *hint, struct err *);
/* "tasks: 3 moved", in a dry run each of them; the notes on stderr. */
void		pick_told(struct cli *, const struct told *);
/* printf of text that may be hostile: control characters are taken out. */
void		pick_print(FILE *to, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));
/* ENTITY FILTER… of list, count, export into SPEC; free spec->filter and cols
 * with pick_spec_clear. */
enum status	pick_spec(struct cli *, const struct entity *, char *const *arg, size_t n,
		    struct list_spec *, struct err *) MUST_CHECK;
void		pick_spec_clear(struct list_spec *);
/* The day that --OPTION says, as date_parse reads it; *OUT stays when it is not
 * there. ST_USAGE names the option. */
enum status	pick_day(struct cli *, const char *option, enum date_dir, int *out,
		    struct err *) MUST_CHECK;
/* An option that only some verbs of a command take, those in blanks. */
struct pick_option {
	const char	*name, *verbs;
};
/* ST_USAGE when one that was given is not VERB's. */
enum status	pick_options(struct cli *, const struct pick_option *, size_t n,
		    const char *verb, struct err *) MUST_CHECK;
/* --columns and --sort into SPEC. */
enum status	pick_columns(struct cli *, enum format, struct list_spec *, struct err *) MUST_CHECK;

#endif
