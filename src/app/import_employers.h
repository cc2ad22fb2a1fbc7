/* import_employers.h - one employer of a register; private to that import.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_IMPORT_EMPLOYERS_H
#define APP_IMPORT_EMPLOYERS_H

#include "app/importer.h"
#include "model/fields.h"

/* A row as read: values in ROW, which fields the file has, other names. */
struct register_row {
	struct row	*row;
	bool		 has[F_employer_MAX];
	struct strs	 also;
	bool		 went;		/* of one that was joined into another */
};

/* "5 Market Yard, London, SE1 3TQ" in street, town and postcode. Each is set
 * in R; what is not there is "". */
void		address_split(const char *text, struct row *r);
/* Put the words of a postcode in capitals with one blank: "sy23 3fl". False
 * when TEXT is none; OUT is then unchanged. */
bool		postcode_read(const char *text, char out[9]);
/* Write the row over what is stored, or as a new employer. What names one that
 * was joined into another only fills what that leaves empty. */
enum status	employer_save(struct importer *, struct register_row *,
		    enum import_verdict *, struct err *) MUST_CHECK;

#endif
