#!/bin/sh
# A small fixed database for the screens' goldens: world.sh PROGRAM FILE.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
program=$1 CASELOAD_DB=$2
CASELOAD_NOW=2026-11-20T10:00:00Z CASELOAD_TODAY=2026-11-20 CASELOAD_USER=priya
export CASELOAD_DB CASELOAD_NOW CASELOAD_TODAY CASELOAD_USER
c() { "$program" "$@" >/dev/null; }

c init --name "Tech East hub"
school() {
	c add school urn="$1" name="$2" la="$3" type="$4" status=Open \
		phase="$5" low_age="$6" high_age="$7" pupils="$8"
}
school 900123 "Sandmere Park Academy" Havering "Academy converter" Secondary 11 18 1140
school 900124 "Harbour UTC" Newham "University technical college" Secondary 14 19 420
school 900125 "Northgate School" "Tower Hamlets" "Community school" Secondary 11 16 890
school 900126 "Brookvale Special School" Redbridge "Community special school" "Not applicable" 4 19 74
school 900127 "Ashdown Green School" Havering "Academy sponsor led" Secondary 11 18 912
school 900128 "Cranmere College" Redbridge "Further education" "16 plus" 16 99 4210
school 900129 "Žižkov Free School ☃" Newham "Free schools" Secondary 11 16 300

c add employer name="Barclays Bank" company_number=01026167 sector=Finance
c add employer name="Arup" company_number=01312453 sector=Engineering
c add employer name="City Cranes" sector=Construction
c add partner name="City College" kind=college approved=yes
c add contact name="Ms Grace Bell" email=g.bell@sandmere.example
c add contact name="Mr R Chowdhury" email=r.chowdhury@harbour.example
c add contact name="Ms Amara Nwosu"
c add contact name="Mr M Dale"
role() { c add role contact="contact/$1" organisation="school/$2" role="$3" from="$4"; }
role "Grace Bell" 900123 "careers leader" 2025-09-01
role "Amara Nwosu" 900123 head 2026-09-01
role "Chowdhury" 900124 "careers leader" 2024-01-08
role "M Dale" 900126 "careers leader" 2023-09-01
c add cluster short_name=tech-east name="Tech East" theme=Digital from=2026-09-01
for s in 900123 900124 900125 900127; do
	c add member cluster=cluster/tech-east organisation=school/$s from=2026-09-01
done
c add member cluster=cluster/tech-east organisation=employer/01312453 from=2026-10-01
roll() { c add roll school="school/$1" year=2026/27 group="$2" pupils="$3" confirmed="$4"; }
roll 900123 y7 180 yes
roll 900123 y8 182 yes
roll 900123 y9 176 yes
roll 900123 y10 181 yes
roll 900123 y11 179 yes
roll 900123 y12 120 no
roll 900124 y10 60 yes
roll 900125 y9 150 yes

enc() { c add encounter "$@"; }
enc schools=school/900125 type="mock interview" employers=employer/01026167 \
	date=2026-11-20 start=9:30 years="y10 ~24" status=planned
enc schools=school/900123,school/900124,school/900125,school/900127 \
	type="careers fair" employers=employer/01312453 date=2026-11-19 \
	start=9:30 finish=14:00 cluster=cluster/tech-east status=planned \
	venue="Town Hall"
enc schools=school/900124 type=talk employers=employer/01312453 \
	date=2026-11-18 years="y10 ~90" status=planned
enc schools=school/900123 type="mock interview" employers=employer/01026167 \
	date=2026-10-06 minutes=60 years="y10 51"
enc schools=school/900123 type=talk employers=employer/01312453 \
	date=2026-10-12 minutes=45 years="y10 23, y7 96" \
	note="asked for labour market information"
enc schools=school/900123 type="work experience" employers=employer/01312453 \
	date=2026-09-21 days=5 years="y11 40"
enc schools=school/900123 type="provider assembly" \
	providers="partner/City College" date=2026-09-30 minutes=40 \
	years="y8 182, y9 ?"
enc schools=school/900127 type=talk employers="employer/City Cranes" \
	date=2026-11-26 start=14:00 years="y9 ~30" status=planned
enc schools=school/900123 type="campus visit" \
	providers="partner/City College" date=2026-12-14 years="y12 ~20" \
	status=confirmed
c add cpd title="Using labour market data" date=2026-11-26 start=16:00 \
	minutes=90 venue="Town Hall" capacity=2
c add booking cpd="cpd/labour market" contact="contact/Grace Bell"
c add booking cpd="cpd/labour market" contact="contact/Chowdhury"
c add cpd title="Records that work" date=2026-11-12 start=16:00 minutes=60
c add booking cpd="cpd/records that" contact="contact/Grace Bell"
c add booking cpd="cpd/records that" contact="contact/M Dale"
