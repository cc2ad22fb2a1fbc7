/* employer.c - choices and rules of employers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

/* The bands of the gender pay gap register, and smaller ones. */
static const struct choice employer_sizes[] = {
	{ .word = "1 to 9", .also = "micro" },
	{ .word = "10 to 49", .also = "small" },
	{ .word = "50 to 249", .also = "medium" },
	{ .word = "Less than 250" },
	{ .word = "250 to 499" },
	{ .word = "500 to 999" },
	{ .word = "1000 to 4999" },
	{ .word = "5000 to 19,999" },
	{ .word = "20,000 or more" },
	{ 0 }
};

static const struct setdef employer_also_set = {
	.table = "employer_also", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "name", .type = FT_TEXT, .label = "Name",
		  .help = "Another or former name." },
	},
};

static const struct setdef employer_offers_set = {
	.table = "employer_offer", .shape = SET_WORDS, .nkeys = 1,
	.ncols = 1,
	.cols = (const struct field[]){
		{ .id = "offer", .type = FT_CHOICE, .label = "Offer",
		  .choices = offer_kinds, .help = "What is offered." },
	},
};

/* Eight letters and digits; registers write fewer digits without the leading
 * zeros. Societies and insurers have more letters than companies: IP12345R,
 * MUT00002. */
static enum status
employer_check_number(const struct field *f, const char *value,
    struct err *e)
{
	size_t n = strlen(value), digits = 0, letters = 0;

	for (const char *c = value; *c != '\0'; c++) {
		digits += *c >= '0' && *c <= '9';
		letters += (*c >= 'A' && *c <= 'Z') ||
		    (*c >= 'a' && *c <= 'z');
	}
	if (digits > 0 && digits + letters == n &&
	    (n == 8 || (n < 8 && letters == 0)))
		return ST_OK;
	return field_refuse(e, f->id, "\"%s\" is not a company number: eight "
	    "digits, or two letters and six digits", value);
}

static const struct setdef employer_boroughs_set = {
	.table = "employer_borough", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "borough", .type = FT_TEXT, .label = "Borough",
		  .max = 100, .help = "A borough it works in." },
	},
};

static const struct setdef employer_distinct_set = {
	.table = "employer_distinct", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "other", .type = FT_REF, .label = "Not the same as",
		  .ref = "employer", .help = "One that only looks alike." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/employer.def"
};

static void
employer_derive(const struct row *old, struct row *r, int today)
{
	const char *v = row_get(r, F_employer_company_number);
	size_t n = strlen(v);
	char number[9] = "00000000";

	(void)old, (void)today;
	if (n == 0 || n > 8)
		return;
	if (n < 8 && !str_digits(v))
		return;
	for (size_t i = 0; i < n; i++) {
		char c = v[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		number[8 - n + i] = c;
	}
	row_set(r, F_employer_company_number, number);
}

static enum status
employer_check(const struct row *r, struct err *e)
{
	return check_order(r, F_employer_cornerstone_from,
	    F_employer_cornerstone_to, e);
}

const struct entity employer_entity = {
	.no = ENT_employer, .id = "employer", .title = "Employer",
	.plural = "Employers", .ids = "employers", .go = 'm',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_employer_company_number, .main_date = -1,
	.empty = "No employers yet. n makes one; : import reads a register.",
	.derive = employer_derive, .check = employer_check,
};
