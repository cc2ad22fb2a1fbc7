#!/bin/sh
# No .c or .h file is longer than 700 lines; most are under 350.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/lint.sh"

sizes() {
	sources '*.[ch]' src db ui tests | xargs "$AWK" '
	function close_file() {
		if (lines > 700) {
			print file ": " lines " lines, at most 700"
			bad = 1
		}
	}
	FNR == 1 { close_file(); file = FILENAME }
	{ lines = FNR }
	END { close_file(); exit bad }'
}

awk 'BEGIN { for (i = 0; i < 701; i++) print "/* line */" }' |
	sample src/base/long.c
catches "a file of 701 lines is caught" sizes 'long.c: 701 lines'
holds "no file is longer than 700 lines" sizes
finish
