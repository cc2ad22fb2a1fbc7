#!/bin/sh
# How db/journal.zdict was made, for the day a second one is wanted.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: db/journal-dict.sh BUILD-FOLDER NUMBER OUT
#
# Needs zstd and sqlite3.  Trains on the journal of the demonstration data,
# every id, number, date and free text replaced by chance ones: the dictionary
# then holds our fields and choices, and flatters no measure made with the
# same data.
set -eu
[ $# -eq 3 ] || { sed -n 's/^# Usage/Usage/p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
build=$1 number=$2 out=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
db=$work/demo.db
"$build/caseload" --db "$db" demo --schools 300 --years 3 >/dev/null

# New records, packed or not, one a file; encounters are most of a database.
mkdir "$work/text" "$work/samples"
sqlite3 "$db" "
	SELECT writefile('$work/text/' || seq ||
	           iif(typeof(new) = 'blob', '.zst', ''), new)
	  FROM (SELECT seq, new, entity, row_number() OVER (PARTITION BY entity
	                  ORDER BY seq * 7919 % 10007, seq) AS n
	          FROM change WHERE field = '' AND new IS NOT NULL)
	 WHERE n <= iif(entity = 'encounter', 3000, 200)" >/dev/null
find "$work/text" -name '*.zst' -exec \
	zstd -q -d --rm -D "$here/journal.zdict" {} +

find "$work/text" -type f | sort | while read -r f; do
	cat "$f"; echo
done | LC_ALL=C awk -v to="$work/samples/" -v words="$(tr -cs 'a-z' '\n' \
	<"$here/../README" | awk 'length > 3' | sort -u)" '
	function chance(n) { return int(rand() * n) }
	function some(n, from,    s) {
		while (n-- > 0)
			s = s substr(from, 1 + chance(length(from)), 1)
		return s
	}
	BEGIN {
		srand(1)
		nwords = split(words, word, "\n")
		split("name title venue summary note evidence programme " \
		    "follow_up reason subject street locality town postcode " \
		    "website phone email trust head lead short_name theme " \
		    "job certificate feedback_text", f, " ")
		for (i in f)
			free[f[i]] = 1
	}
	function other(key, v,    n, s) {
		if (v ~ /^[0-9A-Z]+$/ && length(v) == 13) {
			if (!(v in id))
				id[v] = "3" some(12, \
				    "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
			return id[v]
		}
		if (v ~ /^[a-z]+\/[0-9A-Z]+$/) {
			n = index(v, "/")
			return substr(v, 1, n) other("", substr(v, n + 1))
		}
		if (v ~ /^20[0-9][0-9]-[01][0-9]-[0-3][0-9]$/)
			return sprintf("20%02d-%02d-%02d", 20 + chance(15), \
			    1 + chance(12), 1 + chance(28))
		if (v ~ /^[0-9]+$/ && length(v) > 2)
			return some(length(v), "0123456789")
		if (!(key in free) && length(v) <= 24)
			return v
		for (n = int(length(v) / 7) + 1; n > 0; n--)
			s = s (s == "" ? "" : " ") word[1 + chance(nwords)]
		return s
	}
	{
		delete id
		s = ""
		while (match($0, /"[a-z_]+":"[^"\\]*"/)) {
			split(substr($0, RSTART, RLENGTH), part, "\"")
			s = s substr($0, 1, RSTART - 1) "\"" part[2] "\":\"" \
			    other(part[2], part[4]) "\""
			$0 = substr($0, RSTART + RLENGTH)
		}
		printf "%s%s", s, $0 >(to NR)
		close(to NR)
	}'
zstd -q -f --train -r "$work/samples" --maxdict=8192 --dictID="$number" \
	-o "$out"
