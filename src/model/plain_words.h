/* plain_words.h - words that are more than somebody's name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A surname nobody else has is taken for the person wherever it stands. Not
 * one that is also a word of every day (Bell, Green, March) or of this program:
 * an entity, a field, a choice.
 */
#ifndef MODEL_PLAIN_WORDS_H
#define MODEL_PLAIN_WORDS_H

#include <stdbool.h>

/* WORD is folded, as mention_words gives it. */
bool	plain_word(const char *word);

#endif
