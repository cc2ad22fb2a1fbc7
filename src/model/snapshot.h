/* snapshot.h - the days on which the official results are counted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 31 December, 31 March and 31 July (domain.md 3). A result belongs to the
 * first such day that is not before it.
 */
#ifndef MODEL_SNAPSHOT_H
#define MODEL_SNAPSHOT_H

/* The last one before DAY, and the first one on DAY or after. Days as in
 * base/date.h. */
int	snapshot_before(int day);
int	snapshot_from(int day);

#endif
