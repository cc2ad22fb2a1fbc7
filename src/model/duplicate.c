/* duplicate.c - are two records of one employer, partner or person?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/duplicate.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

static const struct {
	int		 points;
	const char	*word;
} table[] = {
#define DUP(id, points, word) [DUP_##id] = { points, word },
#include "model/duplicate.def"
};

/* Legal forms beyond those of utf8_fold_company, and words that parts of one
 * group of companies do or do not write. */
#define FORMS	"co company inc incorporated cic cio lp gmbh"
#define LOOSE	"group holdings holding uk gb international services"
#define TITLES	"mr mrs ms miss mx dr prof professor sir dame rev cllr"

#define PHONE_DIGITS	9	/* the last of it: 020 and +44 20 are one */
#define PHONE_LEAST	6

/* Websites that many share: they say nothing of whose the page is. */
static const char *const shared_sites[] = {
	"facebook.com", "linkedin.com", "instagram.com", "x.com",
	"twitter.com", "youtube.com", "gov.uk", "nhs.uk", "google.com",
	"sites.google.com", "wordpress.com", "wixsite.com", NULL
};

const char *
dup_word(enum dup_no no)
{
	return table[no].word;
}

int
dup_points(enum dup_no no)
{
	return table[no].points;
}

void
dup_words(const struct dup_judged *j, bool against, struct buf *out)
{
	bool first = true;

	for (size_t i = 0; i < j->n; i++) {
		if ((dup_points(j->why[i]) < 0) != against)
			continue;
		buf_addf(out, "%s%s", first ? "" : ", ", dup_word(j->why[i]));
		first = false;
	}
}

/* --- values made alike --------------------------------------------------- */

/* FOLDED without the words DROPPED, unless nothing would be left. */
static char *
without(const char *folded, const char *dropped)
{
	struct strs words = { 0 }, kept = { 0 };
	char *out;

	str_words(&words, folded);
	for (size_t i = 0; i < words.n; i++)
		if (!str_in(words.v[i], dropped))
			strs_add(&kept, words.v[i]);
	out = kept.n > 0 ? strs_join(&kept, " ") : xstrdup(folded);
	strs_clear(&words);
	strs_clear(&kept);
	return out;
}

static int
cmp_words(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "Bell, Ms Grace" and "Grace Bell" are one. */
static char *
person_name(const char *name)
{
	char *folded = utf8_fold(name), *bare = without(folded, TITLES), *out;
	struct strs words = { 0 };

	str_words(&words, bare);
	if (words.n > 1)
		qsort(words.v, words.n, sizeof *words.v, cmp_words);
	out = strs_join(&words, " ");
	strs_clear(&words);
	free(folded);
	free(bare);
	return out;
}

static char *
bare_name(const struct dup_side *s, const char *name)
{
	char *folded, *out;

	if (s->person)
		return person_name(name != NULL ? name : "");
	folded = utf8_fold_company(name != NULL ? name : "");
	out = without(folded, FORMS);
	free(folded);
	return out;
}

static char *
squeeze(const char *text)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (; *text != '\0'; text++)
		if (*text != ' ')
			buf_addc(&b, *text);
	return buf_take(&b);
}

char *
dup_squeezed(const char *name)
{
	char *bare = bare_name(&(struct dup_side){ 0 }, name);
	char *out = squeeze(bare);

	free(bare);
	return out;
}

/* Capital letters and digits alone: "sw1a 1aa" is SW1A1AA. */
static void
only_alnum(const char *text, struct buf *out)
{
	for (; text != NULL && *text != '\0'; text++)
		if (isalnum((unsigned char)*text))
			buf_addc(out, (char)toupper((unsigned char)*text));
}

/* Its last digits; nothing when there are too few to say whose it is. */
static void
phone_digits(const char *text, struct buf *out)
{
	char digits[64];
	size_t n = 0;

	for (; text != NULL && *text != '\0' && n < sizeof digits; text++)
		if (*text >= '0' && *text <= '9')
			digits[n++] = *text;
	if (n >= PHONE_LEAST)
		buf_addn(out, n > PHONE_DIGITS ? digits + n - PHONE_DIGITS :
		    digits, n > PHONE_DIGITS ? PHONE_DIGITS : n);
}

static bool
is_shared(const char *domain)
{
	for (size_t i = 0; shared_sites[i] != NULL; i++)
		if (str_eq(domain, shared_sites[i]))
			return true;
	return false;
}

/* "https://www.City-Cranes.co.uk/jobs" is city-cranes.co.uk. */
static void
domain_of(const char *text, struct buf *out)
{
	const char *s = text != NULL ? text : "", *scheme = strstr(s, "//");
	size_t at = out->n;

	if (scheme != NULL)
		s = scheme + 2;
	if (str_istarts(s, "www."))
		s += 4;
	for (; *s != '\0' && strchr("/?#: ", *s) == NULL; s++)
		buf_addc(out, (char)tolower((unsigned char)*s));
	if (strchr(out->p + at, '.') == NULL || is_shared(out->p + at))
		buf_cut(out, at);
}

static void
folded(const char *text, struct buf *out)
{
	char *f = utf8_fold(text != NULL ? text : "");

	buf_add(out, f);
	free(f);
}

/* --- the names ----------------------------------------------------------- */

/* Spaces are the commonest mistake of all: "City Cranes", "Citycranes". */
static bool
is_spaced(const char *a, const char *b)
{
	char *x = squeeze(a), *y = squeeze(b);
	bool same = str_eq(x, y);

	free(x);
	free(y);
	return same;
}

static bool
has_also(const struct dup_side *s, const char *bare)
{
	bool found = false;

	for (size_t i = 0; s->also != NULL && i < s->also->n && !found; i++) {
		char *other = bare_name(s, s->also->v[i]);

		found = s->person ? str_eq(other, bare) :
		    is_spaced(other, bare);
		free(other);
	}
	return found;
}

/* Is any other name of A one of B too? */
static bool
share_also(const struct dup_side *a, const struct dup_side *b)
{
	bool found = false;

	for (size_t i = 0; a->also != NULL && i < a->also->n && !found; i++) {
		char *bare = bare_name(a, a->also->v[i]);

		found = has_also(b, bare);
		free(bare);
	}
	return found;
}

/* Does A begin with all words of B, or the other way round? */
static bool
is_within(const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b), n = na < nb ? na : nb;

	return n > 2 && strncmp(a, b, n) == 0 &&
	    (na > nb ? a[n] : b[n]) == ' ';
}

static bool
is_letter_apart(const char *a, const char *b)
{
	char *x = squeeze(a), *y = squeeze(b);
	bool out = str_eq(x, y) || (utf8_count(x) > 4 && str_one_edit(x, y));

	free(x);
	free(y);
	return out;
}

static bool
is_loose(const char *a, const char *b)
{
	char *x = without(a, LOOSE), *y = without(b, LOOSE);
	bool out = str_eq(x, y);

	free(x);
	free(y);
	return out;
}

/* Is each word of A one of B, or the initial of one, and one of them whole? */
static bool
is_initialled(const char *a, const char *b)
{
	struct strs x = { 0 }, y = { 0 };
	size_t whole = 0, fit = 0;

	str_words(&x, a);
	str_words(&y, b);
	for (size_t i = 0; i < x.n; i++) {
		bool starts = false;

		for (size_t k = 0; k < y.n && x.v[i][1] == '\0'; k++)
			starts = starts || x.v[i][0] == y.v[k][0];
		whole += x.v[i][1] != '\0' && strs_has(&y, x.v[i]);
		fit += starts || strs_has(&y, x.v[i]);
	}
	fit = whole > 0 && fit == x.n;
	strs_clear(&x);
	strs_clear(&y);
	return fit > 0;
}

static enum dup_no
judge_names(const struct dup_side *a, const struct dup_side *b)
{
	char *x = bare_name(a, a->name), *y = bare_name(b, b->name);
	enum dup_no no = DUP_OTHER_NAME;

	if (str_eq(x, y))
		no = DUP_NAME;
	else if (!a->person && is_spaced(x, y))
		no = DUP_SPACED;
	else if (has_also(a, y) || has_also(b, x) || share_also(a, b))
		no = DUP_ALSO;
	else if (is_letter_apart(x, y))
		no = DUP_TYPO;
	else if (!a->person && is_loose(x, y))
		no = DUP_LOOSE;
	else if (is_within(x, y) || (a->person && (is_initialled(x, y) ||
	    is_initialled(y, x))))
		no = DUP_PART;
	free(x);
	free(y);
	return no;
}

/* --- all of it ----------------------------------------------------------- */

static void
put(struct dup_judged *j, enum dup_no no)
{
	j->why[j->n++] = no;
	j->score += table[no].points;
}

/* SAME when both are known and alike, OTHER when both are and differ; DUP_MAX
 * says nothing. */
static void
compare(struct dup_judged *j, const char *a, const char *b,
    void (*alike)(const char *, struct buf *), enum dup_no same,
    enum dup_no other)
{
	struct buf x, y;

	buf_init(&x, BUF_LINE);
	buf_init(&y, BUF_LINE);
	alike(a, &x);
	alike(b, &y);
	if (x.n > 0 && y.n > 0 && str_eq(x.p, y.p) && same != DUP_MAX)
		put(j, same);
	else if (x.n > 0 && y.n > 0 && !str_eq(x.p, y.p) && other != DUP_MAX)
		put(j, other);
	buf_clear(&x);
	buf_clear(&y);
}

static void
judge_places(struct dup_judged *j, const char *a, const char *b)
{
	struct strs x = { 0 }, y = { 0 };
	bool same = false;

	if (str_empty(a) || str_empty(b))
		return;
	str_split_list(&x, a);
	str_split_list(&y, b);
	for (size_t i = 0; i < x.n; i++)
		same = same || strs_has(&y, x.v[i]);
	put(j, same ? DUP_PLACE : DUP_OTHER_PLACE);
	strs_clear(&x);
	strs_clear(&y);
}

static int
cmp_why(const void *a, const void *b)
{
	return (int)*(const enum dup_no *)a - (int)*(const enum dup_no *)b;
}

void
dup_judge(const struct dup_side *a, const struct dup_side *b,
    struct dup_judged *j)
{
	*j = (struct dup_judged){ 0 };
	put(j, judge_names(a, b));
	compare(j, a->number, b->number, only_alnum, DUP_NUMBER,
	    DUP_OTHER_NUMBER);
	compare(j, a->email, b->email, folded, DUP_EMAIL, DUP_OTHER_EMAIL);
	compare(j, a->website, b->website, domain_of, DUP_WEBSITE, DUP_MAX);
	compare(j, a->phone, b->phone, phone_digits, DUP_PHONE, DUP_MAX);
	compare(j, a->postcode, b->postcode, only_alnum, DUP_POSTCODE,
	    DUP_MAX);
	compare(j, a->town, b->town, folded, DUP_TOWN, DUP_OTHER_TOWN);
	compare(j, a->kind, b->kind, folded, DUP_MAX, DUP_OTHER_KIND);
	judge_places(j, a->places, b->places);
	if (a->dormant != b->dormant)
		put(j, DUP_DORMANT);
	qsort(j->why, j->n, sizeof j->why[0], cmp_why);
	if (j->score > DUP_MOST)
		j->score = DUP_MOST;
	if (j->score < 0)
		j->score = 0;
}

/* --- keys ---------------------------------------------------------------- */

/* BARE without vowels after its first letter, blanks, doubled letters and an s
 * at the end of a word: "barclays" and "barcalys" are both brcly. */
static void
skeleton(const char *bare, struct buf *out)
{
	char last = '\0';

	for (const char *s = bare; *s != '\0'; s++) {
		if (*s == ' ' || *s == last ||
		    (*s == 's' && (s[1] == ' ' || s[1] == '\0')) ||
		    (s > bare && strchr("aeiou", *s) != NULL))
			continue;
		buf_addc(out, *s);
		last = *s;
	}
}

/* "KIND:" and the value, unless it is empty. */
static void
add_key(struct strs *out, char kind, const char *value)
{
	if (!str_empty(value))
		strs_take(out, xasprintf("%c:%s", kind, value));
}

static void
add_alike(struct strs *out, char kind, const char *value,
    void (*alike)(const char *, struct buf *))
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	alike(value, &b);
	add_key(out, kind, b.p);
	buf_clear(&b);
}

/* Its letters without Group and the like; it without blanks; and its first word
 * with a place, since many have one postcode or begin alike, but few both. */
static void
name_keys(const struct dup_side *s, const char *name, struct strs *out)
{
	char *bare = bare_name(s, name), *loose;
	struct buf b;

	loose = s->person ? xstrdup(bare) : without(bare, LOOSE);
	buf_init(&b, BUF_LINE);
	skeleton(loose, &b);
	add_key(out, 'n', b.p);
	if (!s->person) {
		char *squeezed = squeeze(bare);

		add_key(out, 's', squeezed);
		free(squeezed);
	}
	if (!str_empty(s->postcode) && !s->person) {
		buf_reset(&b);
		only_alnum(s->postcode, &b);
		buf_addf(&b, " %.*s", (int)strcspn(bare, " "), bare);
		add_key(out, 'p', b.p);
	}
	buf_clear(&b);
	free(loose);
	free(bare);
}

void
dup_keys(const struct dup_side *s, struct strs *out)
{
	name_keys(s, s->name, out);
	for (size_t i = 0; s->also != NULL && i < s->also->n; i++)
		name_keys(s, s->also->v[i], out);
	add_alike(out, 'c', s->number, only_alnum);
	add_alike(out, 'e', s->email, folded);
	add_alike(out, 'w', s->website, domain_of);
	add_alike(out, 't', s->phone, phone_digits);
}

/* --- of a record --------------------------------------------------------- */

static const char *
field_or_none(const struct row *r, const char *id)
{
	int f = entity_field(r->ent, id);

	return f >= 0 && r->ent->fields[f].type != FT_SET ? row_get(r, f) : "";
}

/* Companies House gives dormant companies this code of its industries. */
#define DORMANT_SIC	"99999"

void
dup_side_of(const struct row *r, struct strs *also, struct dup_side *out)
{
	int names = entity_field(r->ent, "also");
	const char *number = field_or_none(r, "company_number");

	if (names >= 0) {
		const struct set *s = row_members(r, names);

		for (size_t i = 0; i < s->n; i++)
			strs_add(also, s->m[i].v[0]);
	}
	*out = (struct dup_side){
		.name = field_or_none(r, "name"),
		.number = *number != '\0' ? number : field_or_none(r, "ukprn"),
		.postcode = field_or_none(r, "postcode"),
		.town = field_or_none(r, "town"),
		.website = field_or_none(r, "website"),
		.email = field_or_none(r, "email"),
		.phone = field_or_none(r, "phone"),
		.kind = field_or_none(r, "kind"),
		.places = field_or_none(r, "organisation"),
		.also = also,
		.person = r->ent->no == ENT_contact,
		.dormant = strstr(field_or_none(r, "sic"), DORMANT_SIC) != NULL,
	};
}
