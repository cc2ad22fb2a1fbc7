/* cursor.c - a cursor over lines that stand one under the other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/cursor.h"

bool
cursor_move(size_t *at, size_t n, int rows, enum request r)
{
	size_t page = rows > 2 ? (size_t)rows - 1 : 1;

	switch (r) {
	case REQ_UP:
		*at -= *at ? 1 : 0;
		return true;
	case REQ_DOWN:
		++*at;
		return true;
	case REQ_PAGE_UP:
		*at = *at > page ? *at - page : 0;
		return true;
	case REQ_PAGE_DOWN:
		*at += page;
		return true;
	case REQ_HOME:
		*at = 0;
		return true;
	case REQ_END:
		*at = n;
		return true;
	default:
		return false;
	}
}

size_t
cursor_within(size_t at, size_t n)
{
	return at < n ? at : n ? n - 1 : 0;
}

size_t
cursor_top(size_t top, size_t at, size_t n, int rows)
{
	size_t seen = rows > 0 ? (size_t)rows : 1;
	size_t last = n > seen ? n - seen : 0;

	if (at == top + seen)
		top = at - seen / 2;
	else if (at > top + seen)
		top = at - seen + 1;
	else if (at + 1 == top)
		top = at > seen / 2 ? at - seen / 2 : 0;
	else if (at < top)
		top = at;
	return top < last ? top : last;
}
