/* id.c - identities of records and how they are written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/id.h"

#include <string.h>

#define CHANCE_BITS	21
#define CHANCE_MASK	((INT64_C(1) << CHANCE_BITS) - 1)
#define DIGITS		(ID_CODE - 1)

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void
id_code(int64_t id, char out[ID_CODE])
{
	uint64_t v = (uint64_t)id;

	for (int i = DIGITS - 1; i >= 0; i--, v >>= 5)
		out[i] = alphabet[v & 31];
	out[DIGITS] = '\0';
}

void
id_shown(int64_t id, char out[ID_SHOWN])
{
	char code[ID_CODE];

	id_code(id, code);
	memcpy(out, code, 5);
	out[5] = '-';
	memcpy(out + 6, code + 5, 5);
	out[11] = '-';
	memcpy(out + 12, code + 10, 3);
	out[15] = '\0';
}

static int
digit(char c)
{
	const char *at;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	at = c != '\0' ? strchr(alphabet, c) : NULL;
	return at != NULL ? (int)(at - alphabet) : -1;
}

bool
id_parse(const char *s, int64_t *out)
{
	uint64_t v = 0;
	int n = 0;

	for (; *s != '\0'; s++) {
		int d;

		if (*s == '-' && n > 0)
			continue;
		if ((d = digit(*s)) < 0 || n == DIGITS)
			return false;
		if (n == 0 && d > 7)	/* 13 digits hold 65 bits, an id 63 */
			return false;
		v = v << 5 | (uint64_t)d;
		n++;
	}
	if (n != DIGITS || v == 0)
		return false;
	*out = (int64_t)v;
	return true;
}

int64_t
id_make(int64_t now_ms, uint32_t chance, int64_t last)
{
	int64_t top = INT64_MAX >> CHANCE_BITS, id;

	if (now_ms < 0)
		now_ms = 0;
	if (now_ms > top)
		now_ms = top;
	id = now_ms << CHANCE_BITS | ((int64_t)chance & CHANCE_MASK);
	if (id <= last)
		id = last + 1;
	return id > 0 ? id : 1;
}

int64_t
id_ms(int64_t id)
{
	return id >> CHANCE_BITS;
}
