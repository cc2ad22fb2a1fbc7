# What the checks of tests/lint share: TAP, and proof that each can fail.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A check is a function that looks at the files below the current folder,
# prints what is wrong and returns 1.  "holds" runs it on the source tree;
# "catches" runs it in a folder of bad samples, where it must fail.

set -u
: "${AWK:=awk}"
LC_ALL=C
export LC_ALL
root=$(cd "${CASELOAD_SRCDIR:-$(dirname "$0")/../..}" && pwd -P) || exit 99
bad=$(mktemp -d "${TMPDIR:-/tmp}/caseload-lint.XXXXXX") || exit 99
trap 'rm -rf "$bad"' EXIT
cases=0 failures=0

# told STATUS WORDS: one TAP line.
told() {
	cases=$((cases + 1))
	[ "$1" -eq 0 ] || failures=$((failures + 1))
	[ "$1" -eq 0 ] && echo "ok $cases - $2" || echo "not ok $cases - $2"
}

holds() {
	words=$(cd "$root" && "$2" 2>&1)
	status=$?
	[ -z "$words" ] || printf '%s\n' "$words" | sed 's/^/# /'
	told $status "$1"
}

# sample FILE: standard input becomes that file of the bad folder.
sample() {
	mkdir -p "$bad/$(dirname "$1")" && cat >"$bad/$1"
}

# catches WORDS CHECK PATTERN: its complaint matches PATTERN.
catches() {
	words=$(cd "$bad" && "$2" 2>&1)
	status=$?
	if [ $status -ne 0 ] && printf '%s\n' "$words" | grep -Eq -e "$3"
	then
		told 0 "$1"
	else
		printf '# not caught (status %d): %s\n' $status "$words"
		told 1 "$1"
	fi
}

# Every hand-written file below the folders $@ whose name matches a pattern.
sources() {
	pattern=$1
	shift
	for d; do
		[ ! -d "$d" ] || find "$d" -type f -name "$pattern"
	done | sort
}

finish() {
	echo "1..$cases"
	[ $failures -eq 0 ] || exit 1
	exit 0
}
