/* waiting.h - what to do while another's save is under way.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_WAITING_H
#define BASE_WAITING_H

enum waiting {
	WAIT_ON,		/* a little more; asked again then */
	WAIT_STOP,		/* the user gave up: ST_INTERRUPTED */
	WAIT_NOT		/* nobody asked for it, and it comes again: ST_BUSY */
};
/* WAITED_MS: since the first try. */
typedef enum waiting (*waiting_fn)(void *arg, int waited_ms);

#endif
