/* report.h - figures that reports print; for src/app.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_REPORT_H
#define DB_REPORT_H

#include "db/db.h"

/* One year line of a delivered encounter of one school. */
struct report_year {
	int64_t		 encounter;
	const char	*group;		/* "" the encounter has no line */
	int64_t		 attended, disadvantaged, send;	/* -1 not known */
	bool		 provider;	/* counts for benchmark 7 */
};
/* Each line of the encounters of SCHOOL between two days, those of one
 * encounter together; an encounter without lines once. */
enum status	report_years(struct db *, int64_t school, const char *first,
		    const char *last, void (*fn)(void *arg, const struct report_year *),
		    void *arg, struct err *) MUST_CHECK;
/* Names of the providers that came, or may have, at each encounter for
 * benchmark 7 of SCHOOL, one call each. */
enum status	report_providers(struct db *, int64_t school, const char *first,
		    const char *last, void (*fn)(void *arg, const char *group,
		    const char *name), void *arg, struct err *) MUST_CHECK;
/* The stage SCHOOL has reached: whose row, since when ("" not known), in which
 * network ("" none is said). Nothing is called when it has none. */
enum status	report_stage(struct db *, int64_t school, const char *today,
		    void (*fn)(void *arg, int64_t id, const char *from, const char *network),
		    void *arg, struct err *) MUST_CHECK;

struct report_fact {
	int64_t		 id;
	const char	*fact, *value, *source;
	const char	*checked;	/* "" not known */
};
/* Facts of SCHOOL in YEAR (2026/27), by name. */
enum status	report_facts(struct db *, int64_t school, const char *year,
		    void (*fn)(void *arg, const struct report_fact *), void *arg,
		    struct err *) MUST_CHECK;

/* Ids of the assessments of SCHOOL from SOURCE until TODAY, newest first, at
 * most MAX. */
enum status	report_results(struct db *, int64_t school, const char *source,
		    const char *today, int64_t *out, size_t max, size_t *n,
		    struct err *) MUST_CHECK;

#endif
