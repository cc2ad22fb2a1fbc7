#!/bin/sh
# Run one file of commands and compare what they print with what it says.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run.sh [--update] NAME.test
#
# A case file reads like a session:
#
#	# a comment
#	$ caseload count school
#	141
#	$ caseload show school/1
#	2> caseload: no school has the URN 1
#	? 1
#
# "$ " is a command for sh, "> " right below it continues it.  Then come the
# exact lines of its stdout, those of stderr behind "2> ", and the exit status
# behind "? " unless it is 0.  A line that would be read as one of these, or
# as a comment, is written with a backslash in front; blank lines at the end
# of what is expected do not count.  "<< NAME" to ">>" writes a file.
# "#! shared" skips the whole case where ../shared is absent, "#! ical" and
# "#! sodium" where the program was built without that library.
#
# Every case starts in an empty folder with a HOME of its own; data/ in it is
# tests/cli/data, shared/ the real data.  In the output that folder is $HERE.

set -u
update=
[ "${1-}" != --update ] || { update=yes; shift; }
case=$1
here=$(cd "$(dirname "$0")" && pwd -P)
src=${CASELOAD_SRCDIR:-$(cd "$here/../.." && pwd -P)}
build=${CASELOAD_BUILDDIR:-$(pwd -P)}
program=${CASELOAD_PROGRAM:-$build/caseload}
shared=$src/../shared/data
: "${AWK:=awk}"

[ -r "$case" ] || { echo "1..0 # SKIP"; echo "cannot read $case"; exit 99; }
if grep -q '^#! shared' "$case" && [ ! -d "$shared" ]; then
	echo "1..0 # SKIP needs ../shared/data"
	exit 0
fi

for feature in ical sodium; do
	grep -q "^#! $feature" "$case" || continue
	grep -qi "^#define HAVE_$feature 1" "$build/config.h" || {
		echo "1..0 # SKIP built without lib$feature"
		exit 0
	}
done

top=$(mktemp -d "${TMPDIR:-/tmp}/caseload-cli.XXXXXX") || exit 99
top=$(cd "$top" && pwd -P)
trap 'rm -rf "$top"' EXIT
trap 'exit 99' HUP INT TERM
parts=$top/parts
world=$top/world
mkdir "$parts" "$world" "$top/bin"

# Cut the case into numbered parts: cmd, out, err, status, file.
LC_ALL=C "$AWK" -v dir="$parts" '
function flush_blanks() { while (blanks > 0) { print "" >out; blanks-- } }
BEGIN { n = 0; print "" >(dir "/plan") }
in_file {
	if ($0 == ">>") { in_file = 0; close(file) }
	else print >file
	next
}
/^<< / {
	file = dir "/" n ".put." ++puts
	print substr($0, 4) >(file ".name"); close(file ".name")
	printf "" >file
	in_file = 1
	next
}
/^\$ / {
	n++; blanks = 0; puts = 0; first = 1
	out = dir "/" n ".out"; err = dir "/" n ".err"
	printf "" >out; printf "" >err
	print substr($0, 3) >(dir "/" n ".cmd")
	print FNR ": " substr($0, 3) >(dir "/" n ".name")
	status = dir "/" n ".status"
	print 0 >status; close(status)
	next
}
/^> / && first { print substr($0, 3) >(dir "/" n ".cmd"); next }
{ first = 0 }
/^#/ { next }
n == 0 { if ($0 != "") { print FNR ": before any command: " $0; exit 1 } next }
/^2>/ { print substr($0, 4) >err; next }
/^\? / { print substr($0, 3) >status; close(status); next }
$0 == "" { blanks++; next }
{ flush_blanks(); sub(/^\\/, ""); print >out }
END { print n >(dir "/count"); if (n == 0) print "no command in this file" }
' "$case" || exit 99
count=$(cat "$parts/count")

if [ -n "${CASELOAD_WRAPPER-}" ]; then
	# It takes a second a command: the first two of a kind are run under it,
	# "add school" being one.
	mkdir "$top/kinds"
	cat >"$top/bin/caseload" <<-EOF
	#!/bin/sh
	kind=\${1-}
	case \${2-} in
	*[!a-z-]*|'') ;;
	*) kind=\$kind.\$2 ;;
	esac
	kind=$top/kinds/\$(printf %s "\$kind" | tr -c 'a-z.-' _ | cut -c1-60)
	echo >>"\$kind"
	[ \$(wc -l <"\$kind") -le 2 ] || exec $program "\$@"
	exec $CASELOAD_WRAPPER $program "\$@"
	EOF
	chmod +x "$top/bin/caseload"
else
	ln -s "$program" "$top/bin/caseload"
fi
PATH=$top/bin:$PATH
CASELOAD_SRCDIR=$src
export PATH CASELOAD_SRCDIR
. "$src/tests/lib/env.sh"
work=$world/work
mkdir "$work"
ln -s "$src/tests/cli/data" "$work/data"
[ ! -d "$shared" ] || ln -s "$shared" "$work/shared"
cd "$work" || exit 99

put_files() {
	for name in "$parts/$1".put.*.name; do
		[ -f "$name" ] || continue
		cp "${name%.name}" "$work/$(cat "$name")"
	done
}

# What was printed: our folder is $HERE, and no final newline is told.
tidy() {
	HERE=$work LC_ALL=C "$AWK" '
	{ s = ""; rest = $0
	  while ((at = index(rest, ENVIRON["HERE"])) > 0) {
		s = s substr(rest, 1, at - 1) "$HERE"
		rest = substr(rest, at + length(ENVIRON["HERE"]))
	  }
	  line[NR] = s rest }
	END { n = NR; while (n > 0 && line[n] == "") n--
	      for (i = 1; i <= n; i++) print line[i] }'
	[ -z "$(tail -c 1 "$1")" ] || echo '(no newline at the end)'
}

[ -n "$update" ] || echo "1..$count"
put_files 0
n=0 bad=0
while [ $n -lt "$count" ]; do
	n=$((n + 1))
	sh "$parts/$n.cmd" >"$parts/$n.raw" 2>"$parts/$n.rawerr" </dev/null
	got=$?
	tidy "$parts/$n.raw" <"$parts/$n.raw" >"$parts/$n.gotout"
	tidy "$parts/$n.rawerr" <"$parts/$n.rawerr" >"$parts/$n.goterr"
	echo $got >"$parts/$n.gotstatus"
	put_files $n
	[ -z "$update" ] || continue
	name=$(head -n 1 "$parts/$n.name")
	if cmp -s "$parts/$n.out" "$parts/$n.gotout" &&
	    cmp -s "$parts/$n.err" "$parts/$n.goterr" &&
	    [ "$(cat "$parts/$n.status")" = $got ]; then
		printf 'ok %d - %s\n' $n "$name"
	else
		bad=1
		printf 'not ok %d - %s\n' $n "$name"
		(cd "$parts" && for part in out err; do
			diff -u -L "$part expected" -L "$part printed" \
				$n.$part $n.got$part | sed 's/^/# /'
		done)
		[ "$(cat "$parts/$n.status")" = $got ] || echo \
			"# status expected $(cat "$parts/$n.status"), was $got"
	fi
done
[ -n "$update" ] || exit $bad

# Write the case again with what was printed; comments and files stay.
LC_ALL=C "$AWK" -v dir="$parts" '
function told(	f, s) {
	if (n == 0 || done[n]++)
		return
	f = dir "/" n ".gotout"
	while ((getline s <f) > 0) {
		if (s ~ /^(\$ |#|<< |2>|\? |\\)/ || !any && s ~ /^> /)
			s = "\\" s
		any = 1
		print s
	}
	any = 0
	close(f)
	f = dir "/" n ".goterr"
	while ((getline s <f) > 0) print s == "" ? "2>" : "2> " s
	close(f)
	getline s <(dir "/" n ".gotstatus")
	if (s + 0 != 0) print "? " s
}
function gap() { while (blanks > 0) { print ""; blanks-- } }
in_file { print; if ($0 == ">>") in_file = 0; next }
/^<< / { told(); gap(); print; in_file = 1; next }
/^\$ / { told(); gap(); n++; first = 1; print; next }
/^> / && first { print; next }
{ first = 0 }
/^#/ { told(); gap(); print; next }
$0 == "" { blanks++; next }
{ blanks = 0 }
END { told() }
' "$case" >"$parts/new" || exit 99
if cmp -s "$parts/new" "$case"; then
	exit 0
fi
diff -u "$case" "$parts/new"
cat "$parts/new" >"$case"
