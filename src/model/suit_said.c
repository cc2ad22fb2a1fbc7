/* suit_said.c - the reasons for and against a match, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/suit.h"

#include "base/date.h"

/* %w words, %f figure, %o of, %d day; what stands between [ and ] is left out
 * when its %w or %d is not known. */
static const struct {
	enum suit_side	 side;
	const char	*text;
} said[WHY_MAX] = {
	[WHY_BOROUGH] = { SUIT_FOR, "willing to go to %w" },
	[WHY_ANYWHERE] = { SUIT_FOR, "goes anywhere" },
	[WHY_SECTOR] = { SUIT_FOR, "wanted there: %w" },
	[WHY_NEW_SECTOR] = { SUIT_FOR, "no encounter there this year: %w" },
	[WHY_INTERESTS] = { SUIT_FOR, "interested in what it needs: %w" },
	[WHY_CAPACITY] = { SUIT_FOR, "%f of %o places left" },
	[WHY_INDUCTED] = { SUIT_FOR, "inducted" },
	[WHY_DBS_NOT_NEEDED] = { SUIT_FOR, "DBS not needed" },
	[WHY_DBS_SEEN] = { SUIT_FOR, "DBS seen clear[ on %d]" },
	[WHY_DBS_HOLDS] = { SUIT_FOR, "DBS seen clear, until %d" },
	[WHY_BEFORE] = { SUIT_FOR, "was there before[, until %d][: %w]" },
	[WHY_NEED] = { SUIT_FOR, "the school's need is %f" },
	[WHY_WAIT] = { SUIT_FOR, "the school has waited %f d" },
	[WHY_FAR] = { SUIT_AGAINST, "has not named %w" },
	[WHY_OTHER_SECTOR] = { SUIT_AGAINST, "it wants another sector: %w" },
	[WHY_SECTOR_UNKNOWN] = { SUIT_AGAINST, "sector not known" },
	[WHY_NO_INTEREST] = { SUIT_AGAINST, "interested in other things" },
	[WHY_NOT_INDUCTED] = { SUIT_AGAINST, "not inducted" },
	[WHY_DBS_ASKED] = { SUIT_AGAINST, "DBS asked for[ on %d], not seen" },
	[WHY_DBS_OLD] = { SUIT_AGAINST, "DBS to be renewed[ by %d]" },
	[WHY_DBS_UNKNOWN] = { SUIT_AGAINST, "DBS not known" },
	[WHY_ENDED_SOON] = { SUIT_AGAINST,
	    "was there for only %f d[, until %d][: %w]" },
	[WHY_ENQUIRY] = { SUIT_BAR, "has not signed up" },
	[WHY_CLOSED] = { SUIT_BAR, "closed" },
	[WHY_RESTING] = { SUIT_BAR, "resting" },
	[WHY_NO_CONTACT] = { SUIT_BAR, "not to be contacted" },
	[WHY_NOT_BEFORE] = { SUIT_BAR, "not to be contacted before %d" },
	[WHY_FULL] = { SUIT_BAR, "no place left: %f of %o taken" },
	[WHY_MATCHED] = { SUIT_BAR, "matched there already" },
	[WHY_SCHOOL_FULL] = { SUIT_BAR, "the school has %f: %w" },
};

enum suit_side
suit_side(enum suit_why why)
{
	return said[why].side;
}

/* Is what stands in brackets from P on known? */
static bool
known(const struct suit_reason *r, const char *p)
{
	for (; *p != '\0' && *p != ']'; p++)
		if ((p[0] == '%' && p[1] == 'w' && r->words == NULL) ||
		    (p[0] == '%' && p[1] == 'd' && r->day == DAY_NONE))
			return false;
	return true;
}

static void
add_value(const struct suit_reason *r, char what, struct buf *out)
{
	char day[24];

	if (what == 'w')
		buf_add(out, r->words != NULL ? r->words : "?");
	else if (what == 'd') {
		day_long(r->day, day);
		buf_add(out, r->day == DAY_NONE ? "?" : day);
	} else
		buf_addf(out, "%d", what == 'f' ? r->figure : r->of);
}

void
suit_reason_said(const struct suit_reason *r, struct buf *out)
{
	const char *p = said[r->why].text;

	while (*p != '\0') {
		if (*p == '[' && !known(r, p))
			while (*p != ']')
				p++;
		else if (*p == '%')
			add_value(r, *++p, out);
		else if (*p != '[' && *p != ']')
			buf_addc(out, *p);
		p++;
	}
}

static void
side_said(const struct suit *s, enum suit_side side, const char **gap,
    struct buf *out)
{
	for (size_t i = 0; i < s->n; i++) {
		if (suit_side(s->v[i].why) != side)
			continue;
		buf_add(out, *gap);
		suit_reason_said(&s->v[i], out);
		*gap = "; ";
	}
}

void
suit_said(const struct suit *s, enum suit_side side, struct buf *out)
{
	const char *gap = "";

	if (side == SUIT_AGAINST)
		side_said(s, SUIT_BAR, &gap, out);
	side_said(s, side, &gap, out);
}
