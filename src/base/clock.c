/* clock.c - what time it is, from the system or fixed by CASELOAD_NOW.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/clock.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"

#define DAY_MS	(24 * 60 * 60 * INT64_C(1000))

static bool asked;		/* CASELOAD_NOW was looked at */
static int64_t fixed = -1;	/* what it said; -1 for the system's time */

void
clock_reset(void)
{
	asked = false;
	fixed = -1;
}

static void
ask(void)
{
	const char *now;

	if (asked)
		return;
	asked = true;
	now = getenv("CASELOAD_NOW");
	fixed = now != NULL ? clock_from_iso(now) : -1;
}

bool
clock_is_fixed(void)
{
	ask();
	return fixed >= 0;
}

static int64_t
read_ms(clockid_t id)
{
	struct timespec ts = { 0 };

	clock_gettime(id, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t
clock_ms(void)
{
	return clock_is_fixed() ? fixed : read_ms(CLOCK_REALTIME);
}

int64_t
clock_monotonic_ms(void)
{
	return read_ms(CLOCK_MONOTONIC);
}

static void
put(char *p, int64_t v, int digits)
{
	for (int i = digits - 1; i >= 0; i--) {
		p[i] = (char)('0' + v % 10);
		v /= 10;
	}
}

/* Whole days, rounded down also before 1970. */
static int64_t
days_of(int64_t ms)
{
	return ms / DAY_MS - (ms % DAY_MS < 0);
}

void
clock_iso(int64_t ms, char out[25])
{
	int64_t days = days_of(ms), rest = ms % DAY_MS;
	char day[11] = "";

	if (rest < 0)
		rest += DAY_MS;
	if (days >= INT32_MIN && days <= INT32_MAX)
		day_iso((int)days, day);
	if (day[0] == '\0') {
		out[0] = '\0';
		return;
	}
	memcpy(out, day, 10);
	memcpy(out + 10, "T00:00:00.000Z", 15);
	put(out + 11, rest / 3600000, 2);
	put(out + 14, rest / 60000 % 60, 2);
	put(out + 17, rest / 1000 % 60, 2);
	put(out + 20, rest % 1000, 3);
}

int64_t
clock_from_iso(const char *s)
{
	static const char form[] = "dddd-dd-ddTdd:dd:dd";
	char day[11];
	int v[3], ms = 0, days;
	size_t i;

	for (i = 0; form[i] != '\0'; i++)
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return -1;
	if (s[i] == '.') {
		for (i++; i < 23; i++) {
			if (s[i] < '0' || s[i] > '9')
				return -1;
			ms = ms * 10 + (s[i] - '0');
		}
	}
	if (s[i] != 'Z' || s[i + 1] != '\0')
		return -1;
	memcpy(day, s, 10);
	day[10] = '\0';
	days = day_from_iso(day);
	for (int k = 0; k < 3; k++)
		v[k] = (s[11 + 3 * k] - '0') * 10 + (s[12 + 3 * k] - '0');
	if (days == DAY_NONE || v[0] > 23 || v[1] > 59 || v[2] > 59)
		return -1;
	return days * DAY_MS + ((v[0] * 60 + v[1]) * 60 + v[2]) * INT64_C(1000)
	    + ms;
}

/* The C library knows one zone at a time, by the environment. It is changed
 * only when another zone is asked for than the last time, so in practice once;
 * children inherit the user's zone, which is what they should have. The
 * process's own is remembered for "". */
static void
enter_zone(const char *tz)
{
	static bool started;
	static char *own;	/* TZ when the process began; NULL unset */
	static char *current;	/* "" for the process's own */

	if (!started) {
		const char *was = getenv("TZ");

		own = was != NULL ? xstrdup(was) : NULL;
		current = xstrdup("");
		started = true;
		tzset();
	}
	if (strcmp(current, tz) == 0)
		return;
	free(current);
	current = xstrdup(tz);
	if (tz[0] != '\0')
		setenv("TZ", tz, 1);
	else if (own != NULL)
		setenv("TZ", own, 1);
	else
		unsetenv("TZ");
	tzset();
}

bool
clock_zone_known(const char *tz)
{
	const char *dir = getenv("TZDIR");
	struct stat sb;
	char *path;
	bool known;

	if (tz[0] == '\0')
		return true;
	if (tz[0] == '/' || tz[0] == ':' || strstr(tz, "..") != NULL)
		return false;
	path = path_join(dir != NULL ? dir : "/usr/share/zoneinfo", tz);
	known = stat(path, &sb) == 0 && S_ISREG(sb.st_mode);
	free(path);
	return known;
}

static bool
civil(int64_t ms, const char *tz, struct tm *tm)
{
	time_t t = (time_t)(ms / 1000 - (ms % 1000 < 0));

	enter_zone(tz != NULL ? tz : CLOCK_ZONE);
	return localtime_r(&t, tm) != NULL;
}

int
clock_day(int64_t ms, const char *tz)
{
	struct tm tm;

	if (!civil(ms, tz, &tm))
		return DAY_NONE;
	return day_from_ymd(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

void
clock_hhmm(int64_t ms, const char *tz, char out[6])
{
	struct tm tm;

	out[0] = '\0';
	if (civil(ms, tz, &tm))
		time_format(tm.tm_hour * 60 + tm.tm_min, out);
}
