/* request.c - what keys ask for: the table of request.def.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/request.h"

#include <string.h>

const char *const group_title[GROUP_MAX] = {
#define GROUP(name, title) [GROUP_##name] = title,
#define REQ(...)
#include "ui/request.def"
};

const struct request_info request_info[REQ_MAX] = {
	[REQ_NONE] = {"", GROUP_EVERY, "", 0, "", ""},
#define GROUP(name, title)
#define REQ(n, id, g, k, needs_, b, h) \
	[REQ_##n] = {id, GROUP_##g, k, needs_, b, h},
#include "ui/request.def"
};

enum request
request_find(const char *name)
{
	int r;

	for (r = REQ_NONE + 1; r < REQ_MAX; r++)
		if (strcmp(request_info[r].name, name) == 0)
			return (enum request)r;
	return REQ_NONE;
}
