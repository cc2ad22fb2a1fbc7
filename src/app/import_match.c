/* import_match.c - which record a row of a sheet is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reference, a natural key, or what makes two records of a kind one: the
 * same roll, booking, role, membership, session; a person of that name at that
 * organisation or with that e-mail address; a company of that name and
 * postcode. With --match names a name alone that only one record has.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/assess.h"
#include "app/assess_fill.h"
#include "app/import_sheet.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "db/db.h"
#include "db/rules.h"
#include "db/search.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/name.h"

#define NEAR_MAX	20

char *
sheet_key(const struct entity *ent, const char *text)
{
	size_t n = strlen(text);
	char *key;

	if (ent->no != ENT_employer || n == 0 || n > 8)
		return xstrdup(text);
	key = xasprintf("%.*s%s", str_digits(text) ? (int)(8 - n) : 0,
	    "00000000", text);
	for (char *c = key; *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	return key;
}

static enum status
by_key(struct importer *imp, const char *text, int64_t *id, struct err *e)
{
	char *key = sheet_key(imp->ent, text);
	enum status st = store_by_key(imp->app->db, imp->ent, key, id, e);

	free(key);
	return st;
}

/* Where records have keys a code is one only as it is written out: some short
 * name could be read as one. */
bool
sheet_code(const struct entity *ent, const char *text, int64_t *id)
{
	char shown[ID_SHOWN];
	int64_t read;

	if (!id_parse(text, &read))
		return false;
	id_shown(read, shown);
	if (ent->key >= 0 && !str_eq(shown, text))
		return false;
	*id = read;
	return true;
}

enum status
sheet_by_ref(struct importer *imp, const char *ref, int64_t *id,
    int64_t *make, char **key, struct err *e)
{
	const struct entity *ent = imp->ent;
	const char *slash = strchr(ref, '/'), *name = ref;
	struct err bad;
	struct buf b;
	enum status st;

	*id = *make = 0;
	*key = NULL;
	if (slash != NULL) {
		char *kind = xstrndup(ref, (size_t)(slash - ref));
		bool other = entity_find(kind) != ent;

		free(kind);
		if (other)
			return err_field(e, ST_INVALID, "ref",
			    "\"%.60s\" is no reference of the kind %s", ref,
			    ent->id);
		name = slash + 1;
	}
	if (ent->key >= 0) {
		st = by_key(imp, name, id, e);
		if (st != ST_OK || *id != 0)
			return st;
	}
	if (sheet_code(ent, name, make)) {
		if (store_exists(imp->app->db, ent, *make)) {
			*id = *make;
			*make = 0;
		}
		return ST_OK;
	}
	if (ent->key < 0)
		return err_field(e, ST_INVALID, "ref",
		    "\"%.60s\" is not a reference: %s/ and 13 characters",
		    ref, ent->id);
	buf_init(&b, BUF_LINE);
	st = field_parse(&ent->fields[ent->key], name, &imp->parse, &b, &bad);
	if (st == ST_OK)
		*key = xstrdup(b.p);
	else
		st = err_field(e, ST_INVALID, "ref",
		    "\"%.60s\" is neither a reference nor a %s", ref,
		    ent->fields[ent->key].label);
	buf_clear(&b);
	return st;
}

/* The organisation of a role or membership: its entity, and the statement for
 * it out of three. */
static enum entity_no
kind_of(const char *value)
{
	return str_starts(value, "school/") ? ENT_school :
	    str_starts(value, "employer/") ? ENT_employer : ENT_partner;
}

static enum status
match_role(struct importer *imp, const struct row *r, int64_t *id,
    struct err *e)
{
	const char *org = row_get(r, F_role_organisation);
	const char *day = row_get(r, F_role_from);
	char today[11];

	if (*org == '\0')
		return ST_OK;
	day_iso(imp->app->today, today);
	return rules_role_of(imp->app->db, row_ref(r, F_role_contact), org,
	    row_ref(r, F_role_organisation), row_get(r, F_role_role),
	    *day != '\0' ? day : today, id, e);
}

static enum status
match_member(struct importer *imp, const struct row *r, int64_t *id,
    struct err *e)
{
	const char *org = row_get(r, F_member_organisation);
	enum query q = kind_of(org) == ENT_school ? Q_IMPORT_MEMBER_SCHOOL :
	    Q_IMPORT_MEMBER_EMPLOYER;

	if (*org == '\0')
		return ST_OK;
	return db_get_int(imp->app->db, q, 0, id, e, "zzs",
	    row_ref(r, F_member_cluster), row_ref(r, F_member_organisation),
	    row_get(r, F_member_from));
}

static bool
same_folded(const char *a, const char *b, bool company)
{
	char *x = company ? utf8_fold_company(a) : utf8_fold(a);
	char *y = company ? utf8_fold_company(b) : utf8_fold(b);
	bool same = str_eq(x, y) && *x != '\0';

	free(x);
	free(y);
	return same;
}

/* Of the people Q finds (id, name), the one of this name. */
static enum status
person_among(struct importer *imp, enum query q, const char *name, int64_t org,
    const char *email, int64_t *id, struct err *e)
{
	struct stmt *s;
	bool more;
	enum status st = db_stmt(imp->app->db, q, &s, e);

	if (st == ST_OK)
		st = email != NULL ? db_bindf(s, e, "s", email) :
		    db_bindf(s, e, "z", org);
	while (st == ST_OK && (st = db_step(s, &more, e)) == ST_OK && more)
		if (*id == 0 && same_folded(name, db_text(s, 1), false))
			*id = db_int(s, 0);
	return st;
}

static enum status
match_contact(struct importer *imp, const struct row *r,
    const struct dated *dated, int64_t *id, struct err *e)
{
	const char *name = row_get(r, F_contact_name);
	const char *email = row_get(r, F_contact_email);
	const char *org = dated_given(dated, F_contact_organisation);
	const char *slash = org != NULL ? strchr(org, '/') : NULL;
	enum status st = ST_OK;
	int64_t where = 0;

	if (*email != '\0')
		st = person_among(imp, Q_IMPORT_CONTACT_EMAIL, name, 0, email,
		    id, e);
	if (st == ST_OK && *id == 0 && slash != NULL &&
	    id_parse(slash + 1, &where))
		st = person_among(imp, kind_of(org) == ENT_school ?
		    Q_IMPORT_CONTACT_SCHOOL : kind_of(org) == ENT_employer ?
		    Q_IMPORT_CONTACT_EMPLOYER : Q_IMPORT_CONTACT_PARTNER,
		    name, where, NULL, id, e);
	return st;
}

/* A company or partner of that name and, when both have one, postcode; by the
 * name alone only with --match names. */
static enum status
match_company(struct importer *imp, const struct row *r, int postcode,
    int64_t *id, struct err *e)
{
	struct hits hits = { 0 };
	int name = entity_field(imp->ent, "name");
	const char *here = postcode >= 0 ? row_get(r, postcode) : "";
	enum status st = search_near(imp->app->db, imp->ent,
	    row_get(r, name), NEAR_MAX, &hits, e);
	size_t fits = 0;

	for (size_t i = 0; i < hits.n && st == ST_OK; i++) {
		struct row *other = NULL;
		const char *there;

		st = store_load(imp->app->db, imp->ent, hits.v[i].id, false,
		    &other, e);
		if (st != ST_OK)
			break;
		there = postcode >= 0 ? row_get(other, postcode) : "";
		if (same_folded(row_get(r, name), row_get(other, name), true)
		    && ((*here != '\0' && str_ieq(here, there)) ||
		    (imp->opt->match_names &&
		    (*here == '\0' || *there == '\0')))) {
			*id = hits.v[i].id;
			fits++;
		}
		row_free(other);
	}
	hits_clear(&hits);
	if (st == ST_OK && fits > 1)
		st = err_field(e, ST_AMBIGUOUS, "name",
		    "%zu are called \"%s\": give a reference or a number",
		    fits, row_get(r, name));
	return st;
}

/* The one record whose whole name this is. */
static enum status
match_name(struct importer *imp, const struct row *r, int64_t *id,
    struct err *e)
{
	struct hits hits = { 0 };
	int name = entity_field(imp->ent, "name");
	enum status st;
	size_t n = 0;

	if (!imp->opt->match_names || name < 0 || row_is_empty(r, name))
		return ST_OK;
	st = search_names(imp->app->db, imp->ent->id, row_get(r, name),
	    NEAR_MAX, &hits, e);
	while (st == ST_OK && n < hits.n && hits.v[n].class == NAME_EXACT)
		n++;
	if (n == 1)
		*id = hits.v[0].id;
	if (n > 1)
		st = err_field(e, ST_AMBIGUOUS, "name",
		    "%zu are called \"%s\": give a reference or a number", n,
		    row_get(r, name));
	hits_clear(&hits);
	return st;
}

/* The one of that school, day, source, framework and setting, of which what the
 * sheet leaves out is filled as saving would. */
static enum status
match_assessment(struct importer *imp, const struct row *r, int64_t *id,
    struct err *e)
{
	struct row *full = row_copy(r);
	enum status st = assess_fill(imp->app, full, e);

	if (st == ST_OK)
		st = assess_same(imp->app, full, id, e);
	row_free(full);
	return st;
}

enum status
sheet_match(struct importer *imp, const struct row *r,
    const struct dated *dated, int64_t *id, struct err *e)
{
	const struct entity *ent = imp->ent;
	struct db *db = imp->app->db;

	*id = 0;
	if (ent->key >= 0 && !row_is_empty(r, ent->key))
		return by_key(imp, row_get(r, ent->key), id, e);
	switch (ent->no) {
	case ENT_school:
		if (!row_is_empty(r, F_school_local_number))
			return rules_school_of(db, row_get(r,
			    F_school_local_number), 0, id, e);
		return match_name(imp, r, id, e);
	case ENT_employer:
		return match_company(imp, r, F_employer_postcode, id, e);
	case ENT_partner:
		return match_company(imp, r, F_partner_postcode, id, e);
	case ENT_contact:
		if (str_empty(dated_given(dated, F_contact_organisation)) &&
		    row_is_empty(r, F_contact_email))
			return match_name(imp, r, id, e);
		return match_contact(imp, r, dated, id, e);
	case ENT_role:
		return match_role(imp, r, id, e);
	case ENT_member:
		return match_member(imp, r, id, e);
	case ENT_roll:
		return rules_roll_of(db, row_ref(r, F_roll_school),
		    row_get(r, F_roll_year), row_get(r, F_roll_group), id, e);
	case ENT_fact:
		return rules_fact_of(db, row_ref(r, F_fact_school),
		    row_get(r, F_fact_year), row_get(r, F_fact_fact), 0, id,
		    e);
	case ENT_membership:
		return rules_stage_of(db, row_ref(r, F_membership_school),
		    row_get(r, F_membership_stage),
		    row_get(r, F_membership_from), 0, id, e);
	case ENT_coordinator:
		return rules_coordinator_of(db,
		    row_ref(r, F_coordinator_school),
		    row_ref(r, F_coordinator_user),
		    row_get(r, F_coordinator_from),
		    row_get(r, F_coordinator_to), 0, id, e);
	case ENT_cpd:
		return db_get_int(db, Q_IMPORT_CPD, 0, id, e, "ss",
		    row_get(r, F_cpd_title), row_get(r, F_cpd_date));
	case ENT_assessment:
		return match_assessment(imp, r, id, e);
	case ENT_booking:
		return rules_booking_of(db, row_ref(r, F_booking_cpd),
		    row_ref(r, F_booking_contact), 0, id, e);
	default:
		return ST_OK;
	}
}
