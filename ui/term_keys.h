/* term_keys.h - bytes of the terminal to keys; inside of term.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TERM_KEYS_H
#define UI_TERM_KEYS_H

#include <stdbool.h>

struct options;

void	keys_init(const struct options *);
void	keys_free(void);
bool	keys_waiting(void);	/* one was read already and is next */

#endif
