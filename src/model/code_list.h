/* code_list.h - lists of codes as rules write them: "7-8 12 unknown".
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_CODE_LIST_H
#define MODEL_CODE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

#define CODE_UNKNOWN	-1

/* Codes that hold; an empty list holds for any. */
struct code_span {
	int	 lo, hi;
};
struct code_list {
	struct code_span *v;
	size_t		  n;
	bool		  unknown, outside;
};

/* "7-8 12 unknown" appended to LIST; OUTSIDE says whether that word is
 * allowed. The sentence names the word at fault. */
enum status	code_list_read(struct code_list *, const char *text, bool outside,
		    struct err *) MUST_CHECK;
bool		code_list_has(const struct code_list *, int code);
void		code_list_clear(struct code_list *);

#endif
