/* claim_payer.c - who pays a claim, and whether two claims have one funder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/claim_payer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* Folded, blanks out: marks became blanks. */
static char *
squeezed(const char *name)
{
	char *text = utf8_fold(name), *to = text;

	for (const char *p = text; *p != '\0'; p++)
		if (*p != ' ')
			*to++ = *p;
	*to = '\0';
	return text;
}

bool
claim_one_funder(const char *a, const char *b)
{
	char *x = squeezed(a), *y = squeezed(b);
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

static bool
is_name(const char *name)
{
	char *text = name != NULL ? squeezed(name) : NULL;
	bool is = text != NULL && *text != '\0';

	free(text);
	return is;
}

struct claim_payer
claim_payer_copy(const struct claim_payer *p)
{
	struct claim_payer out = { .grant = p->grant };

	for (int i = 0; i < PAYER_NAMES; i++)
		out.name[i] = p->name[i] != NULL ? xstrdup(p->name[i]) : NULL;
	return out;
}

void
claim_payer_clear(struct claim_payer *p)
{
	for (int i = 0; i < PAYER_NAMES; i++)
		free((char *)(uintptr_t)p->name[i]);
	*p = (struct claim_payer){ 0 };
}

bool
claim_payer_known(const struct claim_payer *p)
{
	for (int i = 0; i < PAYER_NAMES; i++)
		if (is_name(p->name[i]))
			return true;
	return p->grant != 0;
}

bool
claim_one_payer(const struct claim_payer *a, const struct claim_payer *b)
{
	if (!claim_payer_known(a) || !claim_payer_known(b) ||
	    (a->grant != 0 && a->grant == b->grant))
		return true;
	for (int i = 0; i < PAYER_NAMES; i++)
		for (int k = 0; k < PAYER_NAMES && is_name(a->name[i]); k++)
			if (is_name(b->name[k]) &&
			    claim_one_funder(a->name[i], b->name[k]))
				return true;
	return false;
}
