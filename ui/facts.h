/* facts.h - what the terminal can do, for caseload doctor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_FACTS_H
#define UI_FACTS_H

#include "app/doctor.h"

/* Ask the description of TERM, and standard output for its size. Writes nothing
 * to the terminal. Works while the screens are up and without them. */
void	term_facts(struct doctor_terminal *out);

#endif
