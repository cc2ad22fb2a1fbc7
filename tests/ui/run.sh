#!/bin/sh
# Screens against their goldens: every *.keys at 80x24 with colours and at
# 60x15 without; the other two must show the same words.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [NAME.keys ...]; UPDATE_GOLDEN=1 writes the goldens (make update-golden).
set -u
src=${CASELOAD_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
here=$src/tests/ui
program=${CASELOAD_PROGRAM:-${CASELOAD_BUILDDIR:-.}/caseload}
[ $# -gt 0 ] || set -- "$here"/*.keys
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
HOME=$tmp XDG_STATE_HOME=$tmp/state XDG_CONFIG_HOME=$tmp/config
XDG_DATA_HOME=$tmp/data LC_ALL=C.UTF-8 TZ=UTC
CASELOAD_NOW=2026-11-20T10:00:00Z CASELOAD_TODAY=2026-11-20
CASELOAD_USER=priya
export HOME XDG_STATE_HOME XDG_CONFIG_HOME XDG_DATA_HOME LC_ALL TZ
export CASELOAD_NOW CASELOAD_TODAY CASELOAD_USER
unset NO_COLOR CASELOAD_DB CASELOAD_CONFIG SSH_CONNECTION LINES COLUMNS

sh "$here/world.sh" "$program" "$tmp/world.db" || {
	echo "Bail out! the world could not be made"; exit 1; }
: >"$tmp/no.keys"
echo "1..$#"
ical=no
! grep -q '^#define HAVE_ICAL 1' "${CASELOAD_BUILDDIR:-.}/config.h" || ical=yes
n=0 bad=0

# play KEYS SIZE MONO: the screens of one run into $tmp/out
play() {
	rm -rf "$tmp/out" "$tmp/work" "$tmp/state"
	mkdir "$tmp/out" "$tmp/work"
	cp "$tmp/world.db" "$tmp/work/hub.db"
	grep -q '^# empty$' "$1" && {
		rm "$tmp/work/hub.db"
		"$program" --db "$tmp/work/hub.db" init >/dev/null
	}
	sed -n 's/^# run //p' "$1" >"$tmp/run"
	while read -r line; do
		case $line in		# CASELOAD_NOW=... add ...
		CASELOAD_*) set=${line%% *} line=${line#* } ;;
		*) set= ;;
		esac
		eval "$set \"\$program\" --db \"\$tmp/work/hub.db\" $line" \
			>/dev/null || return 1
	done <"$tmp/run"
	if [ "$3" = mono ]; then CASELOAD_MONO=1; export CASELOAD_MONO
	else unset CASELOAD_MONO; fi
	LC_ALL=$(sed -n 's/^# locale //p' "$1")
	LC_ALL=${LC_ALL:-C.UTF-8}
	(cd "$tmp/work" && CASELOAD_SIZE=$2 CASELOAD_SCREENS=$tmp/out \
		timeout 60 "$program" --db "$tmp/work/hub.db" --script "$1") \
		>"$tmp/said" 2>&1
}

# words FILE: without cursor and looks
words() { sed '/^--- cursor/,$d' "$1"; }

for keys; do
	n=$((n + 1)) name=$(basename "$keys" .keys) ok=ok
	if [ $ical = no ] && grep -q '^# ical$' "$keys"; then
		echo "ok $n - $name # SKIP built without libical"
		continue
	fi
	for run in 80x24:colour 60x15:mono; do
		size=${run%:*}
		play "$keys" "$size" "${run#*:}" || {
			ok='not ok'; sed "s/^/# $size: /" "$tmp/said"; }
		rm -rf "$tmp/kept"; mv "$tmp/out" "$tmp/kept"
		other=mono; [ "${run#*:}" = mono ] && other=colour
		play "$keys" "$size" "$other"
		for f in "$tmp/kept"/*.screen; do
			[ -f "$f" ] || { ok='not ok'; break; }
			base=$(basename "$f" .screen)
			golden=$here/$name/$base.${size%x*}.screen
			words "$f" >"$tmp/a"; words "$tmp/out/$base.screen" >"$tmp/b"
			cmp -s "$tmp/a" "$tmp/b" || {
				ok='not ok'
				echo "# $base $size: colours change the words"
			}
			if [ -n "${UPDATE_GOLDEN-}" ]; then
				mkdir -p "$here/$name"; cp "$f" "$golden"
			elif ! diff -u "$golden" "$f" >"$tmp/diff" 2>&1; then
				ok='not ok'; sed 's/^/# /' "$tmp/diff"
			fi
		done
	done
	[ "$ok" = ok ] || bad=1
	echo "$ok $n - $name"
done
exit $bad
