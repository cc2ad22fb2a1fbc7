/* request.h - what keys ask for: the table of request.def.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_REQUEST_H
#define UI_REQUEST_H

#include <stddef.h>

enum req_group {
#define GROUP(name, title) GROUP_##name,
#define REQ(...)
#include "ui/request.def"
	GROUP_MAX
};

/* Bits of the groups a screen answers. */
enum {
#define GROUP(name, title) G_##name = 1 << GROUP_##name,
#define REQ(...)
#include "ui/request.def"
	G_NONE = 0
};

enum request {
	REQ_NONE = 0,		/* done: nothing is left to do */
#define GROUP(name, title)
#define REQ(name, ...) REQ_##name,
#include "ui/request.def"
	REQ_MAX
};

enum {				/* what must hold before it is done */
	NEED_ROW	= 1 << 0,	/* something under the cursor */
	NEED_WRITE	= 1 << 1	/* this session may write */
};

struct request_info {
	const char	*name;		/* in [keys] and the palette */
	enum req_group	 group;
	const char	*keys;		/* default keys, blank between */
	unsigned	 needs;
	const char	*bar;		/* word on row 24; "" none */
	const char	*help;		/* one sentence */
};

extern const struct request_info request_info[REQ_MAX];	/* [REQ_NONE] is empty */
extern const char *const group_title[GROUP_MAX];

/* By name; REQ_NONE when there is no such request. */
enum request	 request_find(const char *name);

#endif
