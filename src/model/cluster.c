/* cluster.c - rules of careers clusters.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct setdef cluster_boroughs_set = {
	.table = "cluster_borough", .shape = SET_WORDS, .nkeys = 1,
	.ncols = 1,
	.cols = (const struct field[]){
		{ .id = "borough", .type = FT_TEXT, .label = "Borough",
		  .max = 100, .help = "A borough it works in." },
	},
};

static enum status
cluster_check_short(const struct field *f, const char *value, struct err *e)
{
	if (value[strspn(value, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] == '\0' &&
	    value[strspn(value, "-")] != '\0')
		return ST_OK;
	return field_refuse(e, f->id, "\"%s\" is not one word of letters, "
	    "digits and hyphens: tech-east", value);
}

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/cluster.def"
};

static void
cluster_derive(const struct row *old, struct row *r, int today)
{
	char *lower = xstrdup(row_get(r, F_cluster_short_name));

	(void)old, (void)today;
	for (char *c = lower; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	row_set(r, F_cluster_short_name, lower);
	free(lower);
}

static enum status
cluster_check(const struct row *r, struct err *e)
{
	return check_order(r, F_cluster_from, F_cluster_to, e);
}

const struct entity cluster_entity = {
	.no = ENT_cluster, .id = "cluster", .title = "Cluster",
	.plural = "Clusters", .ids = "clusters", .go = 'c',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_cluster_short_name, .main_date = F_cluster_from,
	.empty = "No clusters yet. n makes one.",
	.derive = cluster_derive, .check = cluster_check,
};
