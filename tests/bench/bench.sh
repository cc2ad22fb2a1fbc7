#!/bin/sh
# make bench: times beside their baselines and the budgets, as one table.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bench.sh BENCH-PROGRAM; SCALE=small (default) or national, CASELOAD_PROGRAM
# to measure another program.  The data are made once for a scale and kept in
# bench-data/ of the build folder.  It reports and always ends well.
set -u

bench=$1
src=${CASELOAD_SRCDIR:?} build=${CASELOAD_BUILDDIR:?}
program=${CASELOAD_PROGRAM:-$build/caseload}
case ${SCALE:=small} in
small)	schools=5000 years=3 size='5,000 schools, 20,000 employers' ;;
national)
	schools=52000 years=7 size='52,000 schools, 208,000 employers' ;;
tiny)	schools=200 years=3 size='200 schools, 800 employers' ;;
*)	echo "SCALE is small or national, not $SCALE" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*" >&2; }

data=$build/bench-data/$SCALE db=$data/caseload.db
world=$build/bench-data/world
mkdir -p "$data" "$world" || exit 1
. "$src/tests/lib/env.sh"

command -v sqlite3 >/dev/null || {
	say "The bench compares with the sqlite3 shell: apt-get install sqlite3"
	exit 0
}

# --- data -------------------------------------------------------------------
# Made again when what is stored, or how, may have changed.

stamp="$schools $years $(cat "$src"/db/migrations/*.sql "$src"/db/*.c \
	"$src"/src/app/demo*.c | cksum)"
if [ "$(cat "$data/stamp" 2>/dev/null)" != "$stamp" ]; then
	say "Making $size ..."
	rm -f "$db" "$data/stamp"
	"$program" --db "$db" demo --schools "$schools" --years "$years" \
		>"$data/demo.log" 2>&1 || {
		say "The data could not be made:"
		cat "$data/demo.log" >&2
		exit 0
	}
	echo "$stamp" >"$data/stamp"
fi
encounters=$("$program" --db "$db" count encounter)

# A register of schools as the download has it: quotes, CRLF, Windows-1252.
rows=26000 gias=$build/bench-data/gias.csv
[ -s "$gias" ] || LC_ALL=C "${AWK:-awk}" -v rows="$rows" '
function q(s) { return "\"" s "\"" }
BEGIN {
	head = "URN,LA (code),LA (name),EstablishmentNumber," \
	    "EstablishmentName,TypeOfEstablishment (code)," \
	    "TypeOfEstablishment (name),EstablishmentStatus (code)," \
	    "EstablishmentStatus (name),OpenDate,CloseDate," \
	    "PhaseOfEducation (code),PhaseOfEducation (name)," \
	    "StatutoryLowAge,StatutoryHighAge,OfficialSixthForm (code)," \
	    "Gender (name),NumberOfPupils,PercentageFSM,Trusts (name)," \
	    "UKPRN,Street,Locality,Address3,Town,Postcode,SchoolWebsite," \
	    "TelephoneNum,HeadTitle (name),HeadFirstName,HeadLastName," \
	    "Easting,Northing"
	gsub(/[^,]+/, "\"&\"", head)
	printf "%s\r\n", head
	split("Ald Bram Cress Dun Elv Fenn Garr Holl Iv Jess Keld Lor Mer " \
	    "Nut Orr Pell Quill Rack Sall Tans Umb Venn Wex Yarr", a, " ")
	split("bury combe croft dale field ford ham hurst lea mead mere " \
	    "ridge shaw side stead wick worth", b, " ")
	for (i = 0; i < rows; i++) {
		name = a[i % 24 + 1] b[int(i / 24) % 17 + 1] " " \
		    b[int(i / 408) % 17 + 1] " School " int(i / 6936)
		if (i % 50 == 7)
			name = "St " name "\222s"
		printf "%s\r\n", q(500000 + i) "," q(201 + i % 33) "," \
		    q("Borough " i % 33) "," q(1000 + i % 8999) "," q(name) \
		    "," q("01") "," q("Community school") "," q(1) "," \
		    q("Open") "," q("01-09-2004") "," q("") "," \
		    q(i % 3 ? 2 : 4) "," q(i % 3 ? "Primary" : "Secondary") \
		    "," q(i % 3 ? 3 : 11) "," q(i % 3 ? 11 : 18) "," \
		    q(i % 3 ? 2 : 1) "," q("Mixed") "," q(200 + i % 900) "," \
		    q(i % 60 ".5") "," q(i % 4 ? "" : "Trust " i % 700) "," \
		    q(10000000 + i) "," q(i % 200 " Long Street") "," \
		    q("") "," q("") "," q("Town " i % 500) "," \
		    q("QQ" i % 90 + 1 " " i % 9 "ZZ") "," \
		    q("www.school" i ".example") "," \
		    q("0207946" 1000 + i % 900) "," q("Mrs") "," \
		    q(a[i % 24 + 1]) "," q(b[i % 17 + 1] "e") "," \
		    q(500000 + i % 60000) "," q(150000 + i % 50000)
	}
}' >"$gias"
BENCH_GIAS=$gias BENCH_ROWS=$rows BENCH_OUT=$data/rows.tsv
export BENCH_GIAS BENCH_ROWS BENCH_OUT

# --- measures ---------------------------------------------------------------

: >"$BENCH_OUT"
for m in ${MEASURES:-start lists cursor record search pages open log save import \
    commands memory}; do
	[ "$m" != bytes ] || continue
	say "Measuring $m ..."
	"$bench" "$m" "$db" >"$data/$m.log" 2>&1 ||
		printf '%s\t%s\n' "$m" "not measured, see $data/$m.log" \
			>>"$BENCH_OUT"
done

# Bytes an encounter: a database without encounters, then with them.
bytes() {
	dir=$build/bench-data/bytes
	rm -rf "$dir" && mkdir -p "$dir" || return 1
	cl="$program --db"
	$cl "$dir/full.db" demo --schools 300 --years 3 || return 1
	$cl "$dir/full.db" export all -o "$dir/csv" || return 1
	$cl "$dir/part.db" init || return 1
	for e in school employer partner contact role cluster member roll; do
		$cl "$dir/part.db" import "$e" "$dir/csv/$e.csv" || return 1
	done
	before=$(wc -c <"$dir/part.db")
	# As people log them: schools mixed, new records, the oldest first.
	sed 's/^[^,]*,//' "$dir/csv/encounter.csv" | "${AWK:-awk}" '
		NR == 1 { print; next }
		{ line[NR] = $0 }
		END { for (i = NR; i > 1; i--) print line[i] }
		' >"$dir/new.csv" || return 1
	$cl "$dir/part.db" import encounter "$dir/new.csv" || return 1
	after=$(wc -c <"$dir/part.db")
	n=$($cl "$dir/part.db" count encounter archived:any)
	echo "$before $after $n" >"$dir/sizes"
	rm -f "$dir"/*.db
}
case ${MEASURES:-bytes} in *bytes*)
	say "Measuring bytes an encounter ..."
	if bytes >"$data/bytes.log" 2>&1; then
		"${AWK:-awk}" '{
			b = ($2 - $1) / $3
			printf "an encounter in the file, with journal\t" \
			    "%.0f B\t-\t-\t<= 700 B\t%s\n", b,
			    b <= 700 ? "pass" : "OVER"
		}' "$build/bench-data/bytes/sizes" >>"$BENCH_OUT"
	else
		printf 'bytes an encounter\tnot measured, see %s\n' \
			"$data/bytes.log" >>"$BENCH_OUT"
	fi
esac

# --- the table --------------------------------------------------------------

{
	echo "bench  SCALE=$SCALE: $size, $encounters encounters," \
	    "$(getconf _NPROCESSORS_ONLN) processors, load" \
	    "$(cut -d' ' -f1 /proc/loadavg 2>/dev/null)"
	[ "$SCALE" = national ] ||
		echo "(the budgets are those of the national size)"
	echo
	"${AWK:-awk}" -F '\t' '
	BEGIN {
		f = "%-44s %11s %11s %7s %12s  %s\n"
		printf f, "", "ours", "baseline", "ratio", "budget", ""
	}
	NF < 6 { printf "%-44s %s\n", $1, $2; next }
	{ printf f, $1, $2, $3, $4, $5, $6; n[$6]++ }
	END { printf "\n%d within budget, %d over\n", n["pass"], n["OVER"] }
	' "$BENCH_OUT"
} | tee "$data/table.txt"
exit 0
