/* clock.h - what time it is, from the system or fixed by CASELOAD_NOW.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CASELOAD_NOW=2026-11-20T10:00:00Z fixes every step's time and makes ids
 * follow each other, so that tests and seeded data are the same twice.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* A CASELOAD_NOW that is no such instant counts as not set. */
int64_t	clock_ms(void);			/* milliseconds since 1970, UTC */
bool	clock_is_fixed(void);
void	clock_reset(void);		/* look at CASELOAD_NOW again: tests */
int64_t	clock_monotonic_ms(void);	/* for time-outs and progress only */
void	clock_iso(int64_t ms, char out[25]);	/* "2026-11-20T10:00:00.000Z" */
int64_t	clock_from_iso(const char *s);	/* .mmm may lack; -1 when not one */
#define CLOCK_ZONE "Europe/London"	/* what NULL stands for below */
/* The civil day at MS in time zone TZ ("Europe/London"); "" means the
 * process's own. Sets TZ in the environment when the zone changes: not for
 * threads. A zone the system does not know reads as UTC. */
int	clock_day(int64_t ms, const char *tz);
/* Does this system know the zone? "" always; false without tzdata. */
bool	clock_zone_known(const char *tz);
/* "10:42" in that zone. */
void	clock_hhmm(int64_t ms, const char *tz, char out[6]);

#endif
