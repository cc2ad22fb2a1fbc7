/* import_address.c - an address in one cell: street, town, postcode.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/import_employers.h"
#include "base/mem.h"

/* Said of an address and no town. Names that end in "shire" are counties too. */
static const char *const not_towns[] = {
	"United Kingdom", "UK", "England", "Scotland", "Wales",
	"Northern Ireland", "Great Britain", "Greater London",
	"Greater Manchester", "Merseyside", "Middlesex", "Tyne and Wear",
	"West Midlands", "Bedfordshire", "Berkshire", "Cornwall", "Cumbria",
	"Devon", "Dorset", "Durham", "County Durham", "Essex",
	"East Sussex", "West Sussex", "Sussex", "Kent", "Norfolk", "Suffolk",
	"Surrey", "Somerset", "Avon", "Cleveland", "Humberside", "Rutland",
	"Fife", "Gwent", "Dyfed", "Clwyd", "Powys", "Ceredigion", "Lothian",
	"Northumberland", "Isle of Wight", "Herts", "Bucks", "Oxon", "Hants",
};

static bool
is_county(const char *s)
{
	for (size_t i = 0; i < sizeof not_towns / sizeof not_towns[0]; i++)
		if (str_ieq(s, not_towns[i]))
			return true;
	return strlen(s) > 5 && str_ieq(s + strlen(s) - 5, "shire");
}

static bool
matches(const char *s, const char *pattern)
{
	for (; *pattern != '\0'; s++, pattern++)
		if (*pattern == 'A' ? !isupper((unsigned char)*s) :
		    *pattern == '9' ? !isdigit((unsigned char)*s) :
		    !isalnum((unsigned char)*s))
			return false;
	return *s == '\0';
}

/* A outward part of two to four characters and an inward part 9AA. */
bool
postcode_read(const char *text, char out[9])
{
	static const char *const forms[] = {
		"A99AA", "A999AA", "A9A9AA", "AA99AA", "AA999AA", "AA9A9AA",
	};
	char plain[8];
	size_t n = 0;

	for (; *text != '\0'; text++) {
		if (*text == ' ')
			continue;
		if (n + 1 == sizeof plain || !isalnum((unsigned char)*text))
			return false;
		plain[n++] = (char)toupper((unsigned char)*text);
	}
	plain[n] = '\0';
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		if (matches(plain, forms[i])) {
			snprintf(out, 9, "%.*s %s", (int)n - 3, plain,
			    plain + n - 3);
			return true;
		}
	return false;
}

/* At commas; empty parts say nothing. */
static void
split_address(struct strs *out, const char *flat)
{
	struct strs all = { 0 };

	str_split(&all, flat, ',');
	for (size_t i = 0; i < all.n; i++)
		if (*all.v[i] != '\0')
			strs_add(out, all.v[i]);
	strs_clear(&all);
}

void
address_split(const char *text, struct row *r)
{
	struct strs part = { 0 };
	char postcode[9] = "", *flat = xstrdup(text), *street;
	size_t n, i;

	for (char *c = flat; *c != '\0'; c++)
		if (*c == '\n' || *c == '\r')
			*c = ',';
	split_address(&part, flat);
	n = part.n;
	while (n > 0 && *postcode == '\0' &&
	    postcode_read(part.v[n - 1], postcode))
		n--;
	while (n > 1 && is_county(part.v[n - 1]))
		n--;
	row_set(r, F_employer_postcode, postcode);
	row_set(r, F_employer_town, n > 1 ? part.v[n - 1] : "");
	if (n > 1)
		n--;
	for (i = n; i < part.n; i++)	/* strs_join takes the whole list */
		free(part.v[i]);
	part.n = n;
	street = strs_join(&part, ", ");
	row_set(r, F_employer_street, street);
	free(street);
	strs_clear(&part);
	free(flat);
}
