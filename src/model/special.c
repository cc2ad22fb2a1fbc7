/* special.c - does a text look like special-category data about a person?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words are the tables at the head; nothing else knows one.
 */
#include "model/special.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Somebody in particular. Not employer, school, partner, staff, teachers: no
 * single person. */
static const char persons[] =
	"he she him her his hers himself herself mr mrs ms miss mx dr prof "
	"head headteacher head-teacher deputy teacher leader adviser advisor "
	"governor chair coordinator co-ordinator colleague manager assistant "
	"secretary receptionist volunteer mentor principal sendco senco "
	"mother father mum dad husband wife brother sister girl boy pupil "
	"student parent carer ea";

/* "head office", "heads up", "leader board", "Chair Street": no person. */
static const char no_person_next[] =
	"office offices quarters count counts start room board boards street "
	"road lane programme scheme training award";

/* A word, or several, that speak of somebody's health. */
static const char *const health[] = {
	"sick", "sickness", "ill", "illness", "unwell", "poorly",
	"hospitalised", "hospitalized", "in hospital", "into hospital",
	"out of hospital", "hospital appointment", "had surgery",
	"having surgery", "after surgery", "needs surgery", "for surgery",
	"an operation on", "had an operation", "having an operation",
	"cancer", "leukaemia", "tumour", "chemo", "chemotherapy",
	"radiotherapy", "dialysis", "stroke", "heart attack", "pneumonia",
	"has covid", "with covid", "have covid", "had covid", "long covid",
	"caught covid", "has flu", "with flu", "had flu", "migraine",
	"migraines", "diabetes", "diabetic", "epilepsy", "epileptic",
	"asthma", "asthmatic", "pregnant", "pregnancy", "miscarriage",
	"depression", "depressed", "anxiety", "with stress", "nervous breakdown",
	"had a breakdown", "panic attacks", "bipolar", "mental health problems",
	"mental health issues", "mental health reasons", "mental health crisis",
	"his mental health", "her mental health", "signed off work",
	"signed off sick", "sick note", "fit note", "medication", "diagnosed",
	"diagnosis", "is autistic", "has autism", "is dyslexic",
	"has dyslexia", "has adhd", "is disabled", "has a disability",
	"his disability", "her disability", "is deaf", "is blind",
	"alcoholic", "drinking problem", "rehab", "broken leg", "broken arm",
	"broken ankle", "broken wrist", "broken hip", "broke his leg",
	"broke her leg", "broke his arm", "broke her arm", "injured",
	"bad back", "back pain", "concussion", "operated on",
};

/* What a talk, an employer or a lesson may be about. */
static const char topic_next[] =
	"research researcher researchers charity charities nurse nurses nursing "
	"unit uk centre center ward wards specialist specialists scientist "
	"scientists association trust foundation awareness talk talks workshop "
	"workshops lab labs campaign day week society support services service "
	"radio school prevention science sciences team teams care policy";

/* Somebody's own: after these words, a child. */
static const char owners[] =
	"his her volunteer mentor governor adviser advisor ea own";
static const char children[] =
	"son daughter child kid twins twin stepson stepdaughter";
static const char child_topic[] =
	"protection development care psychology poverty minder";

static const char certificates[] =
	"dbs crb certificate disclosure";

enum { DBS_DIGITS = 12, WORD = 24 };

struct word {
	char		 s[WORD];	/* lower case, without 's; "" too long */
	int		 digits;	/* so many and nothing else; else 0 */
	int		 sentence;
};
struct words {
	struct word	*v;
	size_t		 n, cap;
};

/* --- words --------------------------------------------------------------- */

static bool
is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* ' or U+2019 at S: its bytes, else 0. */
static size_t
apostrophe(const char *s)
{
	return *s == '\'' ? 1 : strncmp(s, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Take the word at S; what follows an apostrophe is not part of it: she's is
 * she, I'll is i. */
static size_t
take(const char *s, struct word *w)
{
	size_t at = 0, n = 0, skip;
	bool after = false;
	int digits = 0;

	for (;; at += skip) {
		unsigned char c = (unsigned char)s[at];

		skip = 1;
		if (apostrophe(s + at) > 0) {
			skip = apostrophe(s + at);
			after = true;
			continue;
		}
		if (!is_letter(c) && !is_digit(c) && !(c == '-' && at > 0))
			break;
		digits += is_digit(c);
		if (after)
			continue;
		if (n + 1 < WORD)
			w->s[n] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
		n++;
	}
	w->digits = digits > 0 && n >= (size_t)digits &&
	    strspn(w->s, "0123456789-") >= (n < WORD ? n : WORD - 1) ?
	    digits : 0;
	w->s[n < WORD ? n : 0] = '\0';
	return at;
}

static bool
is_title(const struct words *w)
{
	return w->n > 0 && str_in(w->v[w->n - 1].s, "mr mrs ms dr prof st no nos tel ref");
}

/* A sentence ends at . ! ? before a blank or the end, but not after Dr or No, and
 * at ; and the end of a line. */
static bool
ends(const char *s, const struct words *w)
{
	if (*s == '\n' || *s == ';')
		return true;
	return strchr(".!?", *s) != NULL && strchr(" \n\t", s[1]) != NULL &&
	    !(*s == '.' && is_title(w));
}

static void
split(const char *text, struct words *out)
{
	int sentence = 0;

	while (*text != '\0') {
		unsigned char c = (unsigned char)*text;

		if (!is_letter(c) && !is_digit(c)) {
			sentence += ends(text, out);
			text++;
			continue;
		}
		if (out->n == out->cap) {
			out->cap = out->cap > 0 ? 2 * out->cap : 64;
			out->v = xreallocarray(out->v, out->cap,
			    sizeof *out->v);
		}
		out->v[out->n] = (struct word){ .sentence = sentence };
		text += take(text, &out->v[out->n++]);
	}
}

/* --- looking ------------------------------------------------------------- */

static bool
is_one_of(const struct words *w, size_t i, const char *list)
{
	return i < w->n && w->v[i].s[0] != '\0' && str_in(w->v[i].s, list);
}

/* The word after I, in the same sentence, is one of LIST. */
static bool
next_is(const struct words *w, size_t i, const char *list)
{
	return i + 1 < w->n && w->v[i + 1].sentence == w->v[i].sentence &&
	    is_one_of(w, i + 1, list);
}

/* How many words from I on are PHRASE; 0 when they are not. */
static size_t
phrase_at(const struct words *w, size_t i, const char *phrase)
{
	size_t k = 0;

	while (*phrase != '\0') {
		size_t n = strcspn(phrase, " ");

		if (i + k >= w->n || w->v[i + k].sentence != w->v[i].sentence ||
		    strlen(w->v[i + k].s) != n ||
		    strncmp(w->v[i + k].s, phrase, n) != 0)
			return 0;
		phrase += n + (phrase[n] == ' ');
		k++;
	}
	return k;
}

/* Is one of LIST near the words from A to B, in their sentence? */
static bool
near(const struct words *w, size_t a, size_t b, const char *list,
    const char *not_next)
{
	size_t i = a > SPECIAL_NEAR ? a - SPECIAL_NEAR : 0;

	for (; i < w->n && i <= b + SPECIAL_NEAR; i++)
		if (w->v[i].sentence == w->v[a].sentence &&
		    is_one_of(w, i, list) && !next_is(w, i, not_next))
			return true;
	return false;
}

static bool
health_at(const struct words *w, size_t i, bool of_person)
{
	size_t n = 0;

	for (size_t k = 0; k < sizeof health / sizeof health[0] && n == 0; k++)
		if (w->v[i].s[0] == health[k][0])
			n = phrase_at(w, i, health[k]);
	if (n == 0 || next_is(w, i + n - 1, topic_next))
		return false;
	return of_person || near(w, i, i + n - 1, persons, no_person_next);
}

/* Twelve digits, in one piece or several, and a certificate near. */
static bool
dbs_at(const struct words *w, size_t i)
{
	size_t last = i;
	int digits = 0;

	if (w->v[i].digits == 0 || (i > 0 && w->v[i - 1].digits > 0 &&
	    w->v[i - 1].sentence == w->v[i].sentence))
		return false;
	for (size_t k = i; k < w->n && w->v[k].digits > 0 &&
	    w->v[k].sentence == w->v[i].sentence; k++) {
		digits += w->v[k].digits;
		last = k;
	}
	return digits == DBS_DIGITS && near(w, i, last, certificates, "");
}

static bool
child_at(const struct words *w, size_t i)
{
	return is_one_of(w, i, owners) && next_is(w, i, children) &&
	    !next_is(w, i + 1, child_topic);
}

enum special
special_find(const char *text, bool of_person)
{
	struct words w = { NULL, 0, 0 };
	enum special found = SPECIAL_NONE;

	split(text, &w);
	for (size_t i = 0; i < w.n && found == SPECIAL_NONE; i++)
		found = dbs_at(&w, i) ? SPECIAL_DBS :
		    health_at(&w, i, of_person) ? SPECIAL_HEALTH :
		    child_at(&w, i) ? SPECIAL_CHILD : SPECIAL_NONE;
	free(w.v);
	return found;
}

const char *
special_sentence(enum special kind)
{
	static const char *const sentences[SPECIAL_MAX] = {
		[SPECIAL_HEALTH] =
		    "This looks like health information about a person.",
		[SPECIAL_DBS] =
		    "This looks like the number of a DBS certificate; status "
		    "and date are enough.",
		[SPECIAL_CHILD] = "This looks like words about somebody's own "
		    "child.",
	};

	return sentences[kind];
}

void
special_row(const struct row *base, const struct row *row, struct strs *out)
{
	for (size_t i = 0; i < row->ent->nfields; i++) {
		const struct field *f = &row->ent->fields[i];
		enum special kind;

		if (f->type != FT_NOTE || (f->flags & FF_DERIVED) ||
		    (base != NULL && row_same(base, row, (int)i)))
			continue;
		kind = special_find(row_get(row, (int)i),
		    f->flags & FF_PERSON);
		if (kind != SPECIAL_NONE)
			strs_take(out, xasprintf("%s: %s", f->id,
			    special_sentence(kind)));
	}
}
