/* main.c - the only file that sees every layer: parse, open, run, close. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

int
main(int argc, char *argv[])
{
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		printf("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
		puts("Licence GPL-3.0-or-later: "
		    "<https://gnu.org/licenses/gpl.html>");
		puts("This is free software: you may change and share it.  "
		    "There is no warranty.");
		return 0;
	}
	fprintf(stderr, "caseload: usage: caseload --version\n");
	return 2;
}
