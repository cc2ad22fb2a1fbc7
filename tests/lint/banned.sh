#!/bin/sh
# What may not be called at all, or only in the file that owns it.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/lint.sh"
: "${CC:=cc}"

# only PATTERN FOLDERS ALLOWED-FILES WHAT: elsewhere the pattern is a fault.
# Comments and, unless the pattern has a quote, strings are not looked at.
only() {
	pattern=$1 folders=$2 allowed=$3 what=$4
	# shellcheck disable=SC2086
	sources '*.[ch]' $folders |
	xargs "$AWK" -v pattern="$pattern" -v allowed=" $allowed " \
	    -v what="$what" '
	FNR == 1 { comment = 0 }
	index(allowed, " " FILENAME " ") { next }
	{
		s = $0
		if (pattern !~ /"/)
			gsub(/"([^"\\]|\\.)*"/, "\"\"", s)
		gsub(/\/\*([^*]|\*[^\/])*\*\//, "", s)
		if (comment) {
			if (!sub(/^.*\*\//, "", s))
				next
			comment = 0
		}
		if (sub(/\/\*.*$/, "", s))
			comment = 1
		if (s ~ pattern) {
			print FILENAME ":" FNR ": " what
			bad = 1
		}
	}
	END { exit bad }'
}

word='(^|[^A-Za-z0-9_])'
sql() {
	only '"[ (]*(SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|PRAGMA|WITH|BEGIN|ATTACH) ' \
		'src ui' '' 'SQL is written in db/queries'
}
raw_sqlite() {
	only "${word}sqlite3_(exec|v?mprintf|snprintf) *\\(" 'db src ui' \
		'db/db.c db/migrate.c' 'bind parameters; see db/db.h'
}
keys() {
	only "${word}(mv)?w?(getch|get_wch|getstr|get_wstr|getnstr|getn_wstr) *\\(" \
		'src ui db' ui/term_keys.c 'only ui/term_keys.c reads keys'
}
drawing() {
	only "${word}(mv)?w?(addn?w?str|add_?w?n?str|addch|add_wch|addchn?str|add_wchn?str|printw|vw_printw) *\\(" \
		'src ui db' 'ui/draw.c' 'only ui/draw.c writes cells'
}
exits() {
	only "${word}(exit|abort|quick_exit) *\\(" 'src db ui' \
		'src/main.c src/base/mem.c' \
		'return a status; the process ends in main.c'
}

forced() {
	grep -q -e '-include base/banned.h' Makefile.am || {
		echo 'Makefile.am does not force base/banned.h'
		return 1
	}
	# A target with flags of its own must start from the common ones.
	! grep -nE '^[a-zA-Z0-9_]+_CPPFLAGS *=' Makefile.am ./*/local.mk |
		grep -v 'AM_CPPFLAGS'
}

poisoned() {
	status=0
	for call in 'strcpy(0, 0)' 'strcat(0, 0)' 'strncpy(0, 0, 0)' \
	    'strncat(0, 0, 0)' 'sprintf(0, 0)' 'vsprintf(0, 0, 0)' \
	    'strtok(0, 0)' 'atoi(0)' 'atol(0)' 'localtime(0)' 'gmtime(0)' \
	    'ctime(0)' 'asctime(0)' 'mktemp(0)' 'tmpnam(0)' 'system(0)'; do
		echo "void f(void); void f(void) { (void)$call; }" \
			>"$bad/poison.c"
		if $CC -I src -include base/banned.h -fsyntax-only \
		    "$bad/poison.c" >"$bad/poison.log" 2>&1 ||
		    ! grep -q poisoned "$bad/poison.log"; then
			echo "$call compiles"
			status=1
		fi
	done
	return $status
}

sample src/app/sql.c <<'X'
	x = "SELECT id FROM t";
X
sample db/row.c <<'X'
	/* sqlite3_exec(in a comment) */
	sqlite3_exec(db, s, 0, 0, 0);
X
sample ui/list.c <<'X'
	waddnstr(w, s, n); mvwprintw(w, 0, 0, "x");
	c = wget_wch(w, &wc);
	exit(1);
X
sample ui/good.c <<'X'
	/* one may talk of waddstr(w) and
	 * getch() here */
	say("exit(1) and getch() in words");
	is_shown(draw_addch_count(x));
X
sample Makefile.am <<'X'
libx_a_CPPFLAGS = -DX
X
mkdir -p "$bad/src"
catches "SQL outside db is caught" sql 'sql.c:1'
catches "sqlite3_exec outside db.c is caught" raw_sqlite 'row.c:2'
catches "a key read elsewhere is caught" keys 'list.c:2'
catches "cells written outside draw.c are caught" drawing 'list.c:1'
catches "an exit below main is caught" exits 'list.c:3'
catches "a makefile without banned.h is caught" forced 'does not force'
rm "$bad/ui/list.c"
(cd "$bad" && keys && drawing && exits) >/dev/null
told $? "comments, strings and other names are let through"
holds "no SQL outside db" sql
holds "sqlite3_exec and mprintf stay in db.c and migrate.c" raw_sqlite
holds "only one file reads keys" keys
holds "only draw.c writes cells" drawing
holds "only main and the allocation hook end the process" exits
holds "banned.h is forced on every file" forced
holds "every banned function is poisoned" poisoned
finish
