-- duplicate.sql - what tells two records of one employer, partner, person.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- DUP_READ_ENTITY: id, name, number, postcode, website, phone, e-mail of the
-- next ?2 records after ?1; DUP_ALSO_ENTITY: the other names of those after
-- ?1 up to ?2. They walk along the table in pieces. DUP_NEAR_ENTITY: those with
-- postcode ?1, website ?2 or the last digits ?3 of a telephone, ?4 at most.

-- name: DUP_READ_EMPLOYER
SELECT id, name, company_number, postcode, website, phone, ''
  FROM employer WHERE id > ?1 AND archived IS NULL ORDER BY id LIMIT ?2;

-- name: DUP_ALSO_EMPLOYER
SELECT employer, name FROM employer_also
 WHERE employer > ?1 AND employer <= ?2 ORDER BY employer, name;

-- name: DUP_READ_PARTNER
SELECT id, name, ukprn, postcode, website, phone, ''
  FROM partner WHERE id > ?1 AND archived IS NULL ORDER BY id LIMIT ?2;

-- name: DUP_ALSO_PARTNER
SELECT partner, name FROM partner_also
 WHERE partner > ?1 AND partner <= ?2 ORDER BY partner, name;

-- name: DUP_READ_CONTACT
SELECT id, name, '', '', '', phone, email
  FROM contact WHERE id > ?1 AND archived IS NULL ORDER BY id LIMIT ?2;

-- name: DUP_NEAR [fragment]
((?1 <> '' AND replace(upper(postcode), ' ', '') = ?1)
 OR (?2 <> '' AND instr(lower(website), ?2) > 0)
 OR (?3 <> '' AND substr(replace(replace(replace(replace(phone,
     ' ', ''), '-', ''), '(', ''), ')', ''), -length(?3)) = ?3));

-- name: DUP_NEAR_EMPLOYER [slow]
SELECT id FROM employer
 WHERE archived IS NULL AND {DUP_NEAR} ORDER BY id LIMIT ?4;

-- name: DUP_NEAR_PARTNER [slow]
SELECT id FROM partner
 WHERE archived IS NULL AND {DUP_NEAR} ORDER BY id LIMIT ?4;
