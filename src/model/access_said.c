/* access_said.c - provider access in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/access.h"

#include "base/date.h"

static void
put_pupils(const struct access_phase *p, struct buf *out)
{
	if (p->roll < 0)
		buf_add(out, ", of a roll not known");
	else if (p->missing & MISSING_NUMBERS && p->shown.least == 0)
		buf_addf(out, ", how many of %ld is not known", p->roll);
	else
		buf_addf(out, ", at least %ld of %ld", p->shown.least,
		    p->roll);
}

void
access_state_said(const struct access_phase *p, struct buf *out)
{
	switch (p->state) {
	case ACCESS_NONE:
		buf_add(out, "0 of 2");
		break;
	case ACCESS_ONE:
		buf_add(out, "1 of 2");
		break;
	case ACCESS_SAME:
		buf_add(out, "2, the same provider");
		break;
	case ACCESS_PART:
		buf_add(out, "2");
		put_pupils(p, out);
		break;
	case ACCESS_TWO:
		buf_add(out, "2 of 2");
		break;
	}
}

void
access_state_short(const struct access_phase *p, bool brief, struct buf *out)
{
	static const char *const words[][2] = {
		[ACCESS_NONE] = { "0", "0" },
		[ACCESS_ONE] = { "1 of 2", "1/2" },
		[ACCESS_SAME] = { "2 same", "same" },
		[ACCESS_PART] = { "2 part", "part" },
		[ACCESS_TWO] = { "2 of 2", "2/2" },
	};

	buf_add(out, words[p->state][brief]);
}

static void
semicolon(struct buf *out, size_t start)
{
	if (out->n > start)
		buf_add(out, "; ");
}

void
access_missing_said(const struct access_phase *p, struct buf *out)
{
	size_t start = out->n;
	char day[24];

	if (p->state == ACCESS_TWO)
		return;
	if (p->missing & MISSING_FIRST)
		buf_add(out, p->phase == 3 ? "two more" :
		    "two more, not both with the same provider");
	else if (p->missing & MISSING_SECOND)
		buf_add(out, p->phase == 3 ? "one more" :
		    "one more, with another provider");
	else if (p->missing & MISSING_OTHER)
		buf_add(out, "one with another provider");
	if (p->missing & MISSING_PUPILS && !(p->missing & MISSING_SECOND)) {
		semicolon(out, start);
		buf_addf(out, "pupils who were not at both: at least %ld of "
		    "%ld were", p->shown.least, p->roll);
	} else if (p->missing & MISSING_PUPILS) {
		semicolon(out, start);
		buf_addf(out, "at the first were %ld of %ld", p->shown.least,
		    p->roll);
	}
	if (p->missing & MISSING_NUMBERS) {
		semicolon(out, start);
		buf_add(out, "how many came");
	}
	if (p->missing & MISSING_ROLL) {
		semicolon(out, start);
		buf_add(out, "the roll");
	}
	day_long(p->to, day);
	buf_addf(out, p->past ? "; it was due by %s" : ", by %s", day);
}

void
access_lacks_said(unsigned lacks, struct buf *out)
{
	static const struct { unsigned bit; const char *words; } table[] = {
		{ LACKS_PROVIDER, "no provider was there" },
		{ LACKS_APPROVED, "its provider is not approved" },
		{ LACKS_HOURS, "not in school hours" },
		{ LACKS_HOURS_SAID, "school hours: not said" },
		{ LACKS_TIME, "too short" },
		{ LACKS_PUPILS, "nobody came" },
	};
	size_t start = out->n;
	bool any = false;

	for (size_t i = 0; i < COUNT_OF(table); i++)
		if (lacks & table[i].bit) {
			semicolon(out, start);
			buf_add(out, table[i].words);
		}
	for (unsigned i = 0; i < ACCESS_CONTENTS; i++)
		if (lacks & LACKS_CONTENT << i) {
			if (!any)
				semicolon(out, start);
			buf_addf(out, "%s%s", any ? ", " : "not covered: ",
			    access_contents[i]);
			any = true;
		}
}
