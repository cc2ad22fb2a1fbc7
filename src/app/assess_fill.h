/* assess_fill.h - what a new assessment leaves open, by its school and date;
 * for assess*.c and rules.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ASSESS_FILL_H
#define APP_ASSESS_FILL_H

#include "app/app.h"
#include "model/row.h"

/* Fill framework, setting, year groups and source of ROW where they are empty;
 * an unknown framework is refused, naming those there are. Nothing is filled
 * without a school. */
enum status	assess_fill(struct app *, struct row *, struct err *) MUST_CHECK;
/* The setting of a school, by its type of establishment: a word of the field. */
const char	*assess_setting(const struct row *school);
/* Lowest and highest year group of SCHOOL in academic year YEAR, as year_groups:
 * by its ages, its sixth form and the rolls of that year. False when nothing
 * says. */
enum status	assess_groups(struct app *, const struct row *school, int year,
		    int *first, int *last, bool *known, struct err *) MUST_CHECK;

/* A row of the table in rules.c. */
enum status	assessment_before(struct app *, const struct row *old,
		    struct row *, struct err *) MUST_CHECK;

#endif
