/* eligible_impl.h - rules in memory; private to eligible*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_ELIGIBLE_IMPL_H
#define MODEL_ELIGIBLE_IMPL_H

#include "model/code_list.h"
#include "model/code_table.h"
#include "model/eligible.h"

/* Lists of codes a rule may have. */
enum rule_list {
	RL_TYPES, RL_PHASES, RL_AGES, RL_AUTHORITIES, RL_STATUSES, RL_MAX
};
/* Words of "when". */
enum {
	WHEN_BEFORE_OPENING	= 1 << 0,
	WHEN_AFTER_CLOSING	= 1 << 1,
	WHEN_NO_OPENING_DAY	= 1 << 2,
	WHEN_NO_CLOSING_DAY	= 1 << 3,
	WHEN_PLACE		= 1 << 4
};

struct rule {
	struct code_list list[RL_MAX];
	unsigned	 when;
	int		 from, before;		/* DAY_NONE: any */
	enum verdict	 verdict;		/* VERDICT_MAX: ask */
	char		*reason;
};

struct eligible {
	struct rule	 *rule;
	size_t		  n;
	struct code_list  area;
	enum verdict	  ask;
	const struct code_table *type, *phase, *authority, *status;
};

void		rule_clear(struct rule *);

/* Words in braces a reason may hold. */
enum rule_word {
	RW_TYPE, RW_TYPE_CAPITAL, RW_PHASE, RW_AUTHORITY, RW_AGE, RW_OPENED,
	RW_CLOSED, RW_DATE, RW_MAX
};
extern const char *const rule_words[RW_MAX];
/* The word that TEXT, just after a brace, begins with; RW_MAX when none. */
enum rule_word	rule_word(const char *text);

#endif
