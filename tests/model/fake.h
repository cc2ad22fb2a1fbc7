/* fake.h - references and rolls without a database, for the model's tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_MODEL_FAKE_H
#define TESTS_MODEL_FAKE_H

#include "model/row.h"

#define FAKE_TODAY	"2026-11-20"

/*
 * Any "entity/NUMBER" or, when one entity is asked for, "NUMBER" is a record
 * whose id is the number; school/northgate is 136579; employer/Arup (UK) is 77.
 * Rolls: y7 182, y8 180, y9 178, y10 181, y11 0; others are not known.
 */
struct parse	fake_parse(void);
/* The names of the same records, "school/136578". */
const char	*fake_name(void *arg, const char *ent, int64_t id);
/* Set a field from text as people write it; fails the test when refused. */
void		fake_set(struct row *, int field, const char *text);
/* The text of any field. Caller frees. */
char		*fake_text(const struct row *, int field);
/* A new encounter of school 136578 on FAKE_TODAY with that status. */
struct row	*fake_encounter(const char *status);

#endif
