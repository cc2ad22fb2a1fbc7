/* docgen.c - prints the tables of the manual page from the program's own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * usage: docgen caseload.1.in >caseload.1
 *
 * A line ".\" @NAME@" of the page is replaced by the table of that name:
 * commands, reports, fields, quick, settings, keys. Nothing is listed twice.
 */
#include <stdio.h>
#include <string.h>

#include "app/options.h"
#include "app/quick.h"
#include "app/report.h"
#include "cli/cli.h"
#include "model/entity.h"
#include "ui/request.h"

/* Text of ours as roff: backslashes, dashes, a dot or quote that begins. */
static void
roff(const char *s)
{
	if (*s == '.' || *s == '\'')
		fputs("\\&", stdout);
	for (; *s != '\0'; s++) {
		if (*s == '\\')
			fputs("\\e", stdout);
		else if (*s == '-')
			fputs("\\-", stdout);
		else
			putchar(*s);
	}
}

static void
item(const char *term, const char *more, const char *text)
{
	fputs(".TP\n\\fB", stdout);
	roff(term);
	fputs("\\fR", stdout);
	if (more[0] != '\0') {
		putchar(' ');
		roff(more);
	}
	putchar('\n');
	roff(text);
	putchar('\n');
}

static void
print_commands(void)
{
	const struct command *c;

	for (c = commands; c->name != NULL; c++)
		item(c->name, c->usage, c->help);
}

static void
print_fields(void)
{
	size_t i, f;

	for (i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];

		printf(".SS %s\n", ent->plural);
		if (ent->says != NULL) {
			roff(ent->says);
			putchar('\n');
		}
		for (f = 0; f < ent->nfields; f++) {
			const struct field *fd = &ent->fields[f];

			if (!(fd->flags & FF_HIDDEN))
				item(fd->id, "", fd->help);
		}
	}
}

static void
print_reports(void)
{
	const struct report_info *r;

	for (r = reports; r->name != NULL; r++)
		item(r->name, r->usage, r->help);
}

static void
print_quick(void)
{
	const struct quick_verb *v;

	for (v = quick_verbs; v->word != NULL; v++)
		item(v->example, "", v->help);
}

static void
print_settings(void)
{
	const char *section = "";
	int i;

	for (i = 0; i < OPT_MAX; i++) {
		const struct option_info *o = &option_table[i];

		if (strcmp(section, o->section) != 0)
			printf(".SS [%s]\n", section = o->section);
		item(o->key, o->choices, o->help);
	}
}

static void
print_keys(void)
{
	enum req_group group;
	int r;

	for (group = 0; group < GROUP_MAX; group++) {
		printf(".SS %s\n", group_title[group]);
		for (r = REQ_NONE + 1; r < REQ_MAX; r++)
			if (request_info[r].group == group)
				item(request_info[r].keys[0] != '\0' ?
				    request_info[r].keys : "(no key)",
				    request_info[r].name, request_info[r].help);
	}
}

static const struct {
	const char	*name;
	void		(*print)(void);
} tables[] = {
	{ "commands", print_commands },
	{ "reports", print_reports },
	{ "fields", print_fields },
	{ "quick", print_quick },
	{ "settings", print_settings },
	{ "keys", print_keys },
};

/* True when the line asked for a table. */
static int
print_table(const char *line)
{
	char want[32];
	size_t i;

	for (i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		snprintf(want, sizeof want, ".\\\" @%s@\n", tables[i].name);
		if (strcmp(line, want) == 0) {
			tables[i].print();
			return 1;
		}
	}
	return 0;
}

int
main(int argc, char *argv[])
{
	char line[1024];
	FILE *f;

	if (argc != 2 || (f = fopen(argv[1], "r")) == NULL) {
		fputs("usage: docgen caseload.1.in >caseload.1\n", stderr);
		return 2;
	}
	while (fgets(line, sizeof line, f) != NULL)
		if (!print_table(line))
			fputs(line, stdout);
	fclose(f);
	return fflush(stdout) == 0 ? 0 : 1;
}
