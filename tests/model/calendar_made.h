/* calendar_made.h - calendars for tests: usual ones, and those of typed spans. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_MODEL_CALENDAR_MADE_H
#define TESTS_MODEL_CALENDAR_MADE_H

#include "model/calendar.h"
#include "tests/lib/test.h"

/* The day, which must be one. */
int	 on(const char *iso);
/* A failure says which day came. */
void	 is_day(int day, const char *want);
/* Lines "term 2026-09-03 2026-12-18 Title", at most 16. */
struct calendar *typed(const char *const *lines, size_t n);
/* Nothing is typed. */
struct calendar *usual(void);

#endif
