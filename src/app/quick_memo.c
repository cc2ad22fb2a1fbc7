/* quick_memo.c - names looked up while a line is typed, kept for the next key.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define MOST	256	/* names; then it begins anew */

struct kept {
	unsigned	 what;
	char		*text;
	struct cands	 cands;
};
struct quick_memo {
	struct memo_stamp stamp;
	struct kept	 v[MOST];
	size_t		 n;
};

static void
forget(struct quick_memo *m)
{
	for (size_t i = 0; i < m->n; i++) {
		free(m->v[i].text);
		cands_free(&m->v[i].cands);
	}
	m->n = 0;
}

const struct cands *
memo_find(struct quick_memo **memo, const struct memo_stamp *stamp,
    unsigned what, const char *text)
{
	struct quick_memo *m = *memo;

	if (m == NULL)
		m = *memo = xcalloc(1, sizeof *m);
	if (m->stamp.version != stamp->version ||
	    m->stamp.writes != stamp->writes) {
		forget(m);
		m->stamp = *stamp;
	}
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].what == what && strcmp(m->v[i].text, text) == 0)
			return &m->v[i].cands;
	return NULL;
}

void
memo_keep(struct quick_memo *m, unsigned what, const char *text,
    const struct cands *cands)
{
	struct kept *k;

	if (m->n == MOST)
		forget(m);
	k = &m->v[m->n++];
	*k = (struct kept){ .what = what, .text = xstrdup(text) };
	for (size_t i = 0; i < cands->n; i++)
		cand_push(&k->cands, &cands->v[i]);
}

void
memo_free(struct quick_memo *m)
{
	if (m == NULL)
		return;
	forget(m);
	free(m);
}
