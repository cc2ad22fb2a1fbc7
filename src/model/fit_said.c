/* fit_said.c - the reasons for and against an offer, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fit.h"

const struct reason_text fit_said[FIT_WHYS] = {
	[FIT_OFFERS] = { REASON_FOR, "offers it[: %w]" },
	[FIT_NAMES_KIND] = { REASON_FOR, "%w among what it offers" },
	[FIT_DID_IT] = { REASON_FOR, "did it near there, %f in all, last[ "
	    "on %d][ at %w]" },
	[FIT_SECTOR] = { REASON_FOR, "of the sector wanted: %w" },
	[FIT_SECTOR_SAID] = { REASON_FOR, "about the sector wanted: %w" },
	[FIT_WORDS] = { REASON_FOR, "both speak of %w" },
	[FIT_GROUPS] = { REASON_FOR, "for %w" },
	[FIT_ANY_GROUP] = { REASON_FOR, "for any year group" },
	[FIT_BOROUGH] = { REASON_FOR, "in %w" },
	[FIT_PLACES] = { REASON_FOR, "%f of %o places left" },
	[FIT_NO_LIMIT] = { REASON_FOR, "no limit of places" },
	[FIT_UNTIL] = { REASON_FOR, "holds until %d" },
	[FIT_IN_TERM] = { REASON_FOR, "in time: %w" },
	[FIT_NO_OFFER] = { REASON_AGAINST, "has made no offer of it" },
	[FIT_OTHER_SECTOR] = { REASON_AGAINST, "of another sector: %w" },
	[FIT_SECTOR_UNKNOWN] = { REASON_AGAINST, "sector not known" },
	[FIT_OTHER_GROUPS] = { REASON_AGAINST, "only for %w" },
	[FIT_FAR] = { REASON_AGAINST, "not in %w" },
	[FIT_BOROUGHS_UNKNOWN] = { REASON_AGAINST, "boroughs not known" },
	[FIT_FEW_PLACES] = { REASON_AGAINST, "%f places left, wanted for %o" },
	[FIT_TOO_LATE] = { REASON_AGAINST, "only from %d" },
	[FIT_PASSED] = { REASON_AGAINST, "wanted by %d, which is past" },
	[FIT_NO_ANSWER] = { REASON_AGAINST, "did not answer[, asked on %d][ "
	    "by %w]" },
	[FIT_ASKED_LATELY] = { REASON_AGAINST, "asked for something else[ on "
	    "%d][ by %w]" },
	[FIT_NOT_OPEN] = { REASON_BAR, "the offer is %w" },
	[FIT_FULL] = { REASON_BAR, "no place left: %f of %o taken" },
	[FIT_ENDED] = { REASON_BAR, "held until %d" },
	[FIT_NOT_BEFORE] = { REASON_BAR, "not to be contacted before %d" },
	[FIT_PERSON_NOT_BEFORE] = { REASON_BAR, "%w is not to be contacted "
	    "before %d" },
	[FIT_NO_CONTACT] = { REASON_BAR, "%w is not to be contacted" },
	[FIT_SAID_NO] = { REASON_BAR, "said no[ on %d][: %w]" },
	[FIT_ASKED] = { REASON_BAR, "asked already[ on %d][ by %w]" },
	[FIT_AGREED] = { REASON_BAR, "agreed already[, asked on %d]" },
};
