#!/bin/sh
# Nothing lies about unbuilt, unlisted, untested or without its first lines.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/lint.sh"

# in_makefile FILE...: each stands as a word in Makefile.am or a local.mk; a
# test's program stands there without .c.
in_makefile() {
	cat Makefile.am ./*/local.mk 2>/dev/null | tr -s ' \t\\=' '\n' |
		sort -u >"$bad/.words"
	sort -u | "$AWK" -v words="$bad/.words" '
	BEGIN { while ((getline w <words) > 0) listed[w] = 1 }
	{
		program = $0
		sub(/\.c$/, "", program)
		if (!($0 in listed) &&
		    !($0 ~ /^tests\// && program in listed)) {
			print $0 ": is in no local.mk"
			bad = 1
		}
	}
	END { exit bad }'
}

built() {
	{ sources '*.[ch]' src db ui tests; sources '*.def' src db ui
	} | in_makefile
}
shipped() {
	{ sources '*.sql' db; sources '*' src/data; sources '*.awk' src db
	  sources '*.in' src; } | in_makefile
}
listed() {
	{ sources '*.sh' tests; sources '*.test' tests/cli
	  sources '*.keys' tests/ui; } | in_makefile
}

asserting() {
	status=0
	for f in $(sources 'test_*.c' tests); do
		grep -Eq '(assert_[a-z_]+|fail_msg|t_wait[a-z_]*|t_golden[a-z_]*) *\(' "$f" || {
			echo "$f: no assertion"
			status=1
		}
	done
	for f in $(sources '*.test' tests/cli); do
		grep -q '^\$ ' "$f" || { echo "$f: no command"; status=1; }
	done
	return $status
}

# A cmocka function that is never run is a mistake gcc finds by itself, but a
# test program that cannot fail is not: main must return what cmocka says.
counting() {
	status=0
	for f in $(sources 'test_*.c' tests); do
		grep -Eq 'return cmocka_run_group_tests|failed|status' "$f" || {
			echo "$f: main does not return the failures"
			status=1
		}
	done
	return $status
}

first_lines() {
	{ for p in '*.c' '*.h' '*.def' '*.awk' '*.sh' '*.mk' '*.sql' '*.test'
	  do sources "$p" src db ui tests; done
	  ls bootstrap configure.ac Makefile.am .ci/run 2>/dev/null; } |
	xargs "$AWK" '
	function close_file() {
		if (file == "")
			return
		if (!sentence) {
			print file ": the first line does not say what it is"
			bad = 1
		}
		if (!spdx) {
			print file ": no SPDX line after the first"
			bad = 1
		}
	}
	FNR == 1 {
		close_file()
		file = FILENAME
		sentence = spdx = 0
		shift = /^#!/
	}
	FNR == 1 + shift && /^(\/\*|#|--|dnl) .*[A-Za-z]+ .*[A-Za-z]/ {
		sentence = 1
	}
	# The sentence may need a second line.
	FNR <= 4 + shift && /SPDX-License-Identifier: GPL-3.0-or-later/ {
		spdx = 1
	}
	END { close_file(); exit bad }'
}

# A note of work left names the decision: NEEDSWORK, counted here.
notes() {
	grep -nwE 'TODO|FIXME|XXX|HACK' -r src db ui tests \
		--include='*.[ch]' --include='*.def' --include='*.sql' \
		--include='*.awk' | grep -v 'XXXXXX' && return 1
	echo "NEEDSWORK notes: $(grep -rw NEEDSWORK src db ui \
		--include='*.[ch]' --include='*.def' --include='*.sql' |
		wc -l)"
	return 0
}

sample src/base/lost.c <<'X'
int x;
X
sample db/queries/lost.sql <<'X'
SELECT 1;
X
sample tests/unit/test_lost.c <<'X'
/* TODO: think */
int main(void) { return 0; }
X
sample tests/cli/lost.test <<'X'
# Nothing is run here.
X
sample src/local.mk <<'X'
a_SOURCES = src/base/lost.cc
X
catches "a source that is not built is caught" built 'src/base/lost.c: is in'
catches "a test that is not built is caught" built 'test_lost.c: is in no'
catches "a query file that is not listed is caught" shipped 'lost.sql: is in'
catches "a case that is not listed is caught" listed 'lost.test: is in no'
catches "a test without an assertion is caught" asserting 'lost.c: no assert'
catches "a case without a command is caught" asserting 'lost.test: no comm'
catches "a test that cannot fail is caught" counting 'does not return'
catches "a file without a first sentence is caught" first_lines \
	'lost.c: the first line'
catches "a file without an SPDX line is caught" first_lines \
	'lost.sql: no SPDX'
catches "a note without a decision is caught" notes 'TODO'
holds "every source is built" built
holds "every statement and data file is listed" shipped
holds "every script and case is run" listed
holds "every test asserts" asserting
holds "every test can fail" counting
holds "every file begins with what it is, and the licence" first_lines
holds "notes of work left name the decision" notes
finish
