/* suit_said.c - the reasons for and against a match, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/suit.h"

const struct reason_text suit_texts[WHY_MAX] = {
	[WHY_BOROUGH] = { REASON_FOR, "willing to go to %w" },
	[WHY_ANYWHERE] = { REASON_FOR, "goes anywhere" },
	[WHY_SECTOR] = { REASON_FOR, "wanted there: %w" },
	[WHY_NEW_SECTOR] = { REASON_FOR, "no encounter there this year: %w" },
	[WHY_INTERESTS] = { REASON_FOR, "interested in what it needs: %w" },
	[WHY_CAPACITY] = { REASON_FOR, "%f of %o places left" },
	[WHY_INDUCTED] = { REASON_FOR, "inducted" },
	[WHY_DBS_NOT_NEEDED] = { REASON_FOR, "DBS not needed" },
	[WHY_DBS_SEEN] = { REASON_FOR, "DBS seen clear[ on %d]" },
	[WHY_DBS_HOLDS] = { REASON_FOR, "DBS seen clear, until %d" },
	[WHY_BEFORE] = { REASON_FOR, "was there before[, until %d][: %w]" },
	[WHY_NEED] = { REASON_FOR, "the school's need is %f" },
	[WHY_WAIT] = { REASON_FOR, "the school has waited %f d" },
	[WHY_FAR] = { REASON_AGAINST, "has not named %w" },
	[WHY_OTHER_SECTOR] = { REASON_AGAINST, "it wants another sector: %w" },
	[WHY_SECTOR_UNKNOWN] = { REASON_AGAINST, "sector not known" },
	[WHY_NO_INTEREST] = { REASON_AGAINST, "interested in other things" },
	[WHY_NOT_INDUCTED] = { REASON_AGAINST, "not inducted" },
	[WHY_DBS_ASKED] = { REASON_AGAINST, "DBS asked for[ on %d], not seen" },
	[WHY_DBS_OLD] = { REASON_AGAINST, "DBS to be renewed[ by %d]" },
	[WHY_DBS_UNKNOWN] = { REASON_AGAINST, "DBS not known" },
	[WHY_ENDED_SOON] = { REASON_AGAINST,
	    "was there for only %f d[, until %d][: %w]" },
	[WHY_ENQUIRY] = { REASON_BAR, "has not signed up" },
	[WHY_CLOSED] = { REASON_BAR, "closed" },
	[WHY_RESTING] = { REASON_BAR, "resting" },
	[WHY_NO_CONTACT] = { REASON_BAR, "not to be contacted" },
	[WHY_NOT_BEFORE] = { REASON_BAR, "not to be contacted before %d" },
	[WHY_FULL] = { REASON_BAR, "no place left: %f of %o taken" },
	[WHY_MATCHED] = { REASON_BAR, "matched there already" },
	[WHY_SCHOOL_FULL] = { REASON_BAR, "the school has %f: %w" },
	[WHY_NEVER] = { REASON_BAR, "the school is not for the network: %w" },
};
