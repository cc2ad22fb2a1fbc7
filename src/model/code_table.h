/* code_table.h - shipped tables of codes, looked up by code or by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table is a file of src/data whose columns are code, name, another name.
 */
#ifndef MODEL_CODE_TABLE_H
#define MODEL_CODE_TABLE_H

#include "base/err.h"

struct code_row {
	int	 code;
	char	*name;		/* what is stored; may be "" */
	char	*folded;	/* of name, */
	char	*also;		/* and of the other name, to be found by */
};
struct code_table {
	struct code_row	*v;
	size_t		 n;
};

/* That of the shipped file NAME; read once and kept while the program runs. */
const struct code_table *code_table(const char *name);
const struct code_row *code_by_number(const struct code_table *, int code);	/* NULL none */
const struct code_row *code_by_name(const struct code_table *, const char *name);

#endif
