/* cpd_hours.h - hours of CPD: of an academic year, and of the 25 that the
 * professional register asks for in a year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 6: hours of this academic year for everybody; against 25 in a
 * rolling year only for people with a register date, counted from it (the
 * requirement of the CDI's register of career development professionals).
 * Nothing here reads a database.
 */
#ifndef MODEL_CPD_HOURS_H
#define MODEL_CPD_HOURS_H

#include <stdbool.h>
#include <stddef.h>

#define CPD_HOURS	25	/* in a year of the register */
#define CPD_SOON	90	/* days before its end: then it is said */

struct cpd_attended {
	int		 day;
	double		 hours;
};
struct cpd_hours {
	double		 year;		/* this academic year, until today */
	bool		 registered;	/* the rest is of the register */
	int		 from, to;	/* first and last day of its year: from
					 * the anniversary of REGISTER */
	double		 counted, left;	/* of CPD_HOURS; 0 left: enough */
};
/* REGISTER is the day from which somebody is on it, DAY_NONE never. A day that
 * is to come counts nothing. */
struct cpd_hours cpd_hours_of(const struct cpd_attended *, size_t n, int reg,
		    int today);
/* Short of hours with at most CPD_SOON days to go? */
bool		cpd_short(const struct cpd_hours *, int today);

#endif
