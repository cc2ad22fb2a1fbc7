/* set.h - sets as people and files write them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records, words and numbers are separated by commas; a word that holds a
 * comma is quoted; a record may carry a word: employer/01234567 (came).
 * Years and other groups follow contract.md, "Years and numbers":
 *   y9 180/60/12, y10 24 of 30        when there is one school
 *   136578: y9 180/60/12; 136579: y10 30
 * Answers to the items of an assessment are written by their numbers; the
 * answers are those of model/answer.h, ? stands for none beside a comment:
 *   1.1=yes, 6.1=64/171, 1.3=no "asked again in May"
 */
#ifndef MODEL_SET_H
#define MODEL_SET_H

#include "model/row.h"

/* Read TEXT into field F of R, replacing (op 0), adding ('+') or taking away
 * ('-'). SET_YEARS looks at R's own schools and status: a bare number is
 * expected while the record is planned, attended otherwise. `all` and
 * `by roll` need P->roll. Nothing is changed when it is refused. */
enum status	set_parse(struct row *r, int f, const char *text, char op,
		    const struct parse *p, struct err *e) MUST_CHECK;
/* Codes differ from one database to the next: members ordered by what is
 * written of their record, so that a set is the same wherever it is read back.
 * They stay the set's; the array is the caller's. NULL: as they stand. */
struct member	*set_in_order(const struct setdef *, const struct set *,
		    ref_name_fn name, void *arg);
/* The text of a set, appended to OUT, such that set_parse reads it back.
 * Figures that are expected are written ~30 whatever the status, so that the
 * text means the same when the status changes. */
void		set_format(const struct row *r, int f, ref_name_fn name, void *arg,
		    struct buf *out);
/* The same for reading: year groups as Y10. */
void		set_format_shown(const struct row *r, int f, ref_name_fn name,
		    void *arg, struct buf *out);

#endif
