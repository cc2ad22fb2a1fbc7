-- derived.sql - values that follow from other records (FF_DERIVED).
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- DERIVED_ENTITY_FIELD is an expression over the entity's row, alias t, and
-- :today, which whoever uses it binds (db_bind_today). Each costs the same
-- however many encounters there are. A new derived field: its row in the .def
-- and its expression here; test_schema says when one is missing.

-- name: NEWEST_OFFICIAL [fragment]
FROM assessment a
 WHERE a.school = t.id AND a.source = 'compass' AND a.archived IS NULL
   AND a.date <= :today
 ORDER BY a.date DESC, a.id DESC LIMIT 1;

-- name: NEWEST_STAGE [fragment]
FROM membership m
 WHERE m.school = t.id AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= :today)
 ORDER BY m.from_on DESC, m.id DESC LIMIT 1;

-- Is the membership m the one that holds today?
-- name: STAGE_HOLDS [fragment]
m.archived IS NULL AND (m.from_on IS NULL OR m.from_on <= :today)
AND NOT EXISTS (
    SELECT 1 FROM membership n
     WHERE n.school = m.school AND n.archived IS NULL
       AND n.from_on <= :today
       AND (n.from_on, n.id) > (coalesce(m.from_on, ''), m.id));

-- Is the role r held today?
-- name: ROLE_HELD [fragment]
r.archived IS NULL AND (r.from_on IS NULL OR r.from_on <= :today)
AND (r.to_on IS NULL OR r.to_on >= :today);

-- Does the coordinator c look after the school today?
-- name: COORDINATES [fragment]
c.archived IS NULL AND (c.from_on IS NULL OR c.from_on <= :today)
AND (c.to_on IS NULL OR c.to_on >= :today);

-- Read from what lists show, by src/app/worked.c.
-- name: DERIVED_COMMITMENT_WHOSE [fragment]
coalesce((SELECT s.name FROM school s WHERE s.id = t.organisation_school),
         (SELECT e.name FROM employer e WHERE e.id = t.organisation_employer),
         (SELECT p.name FROM partner p WHERE p.id = t.organisation_partner),
         label(t.actor, 'commitment', 'actor'));

-- name: DERIVED_COMMITMENT_RECORDS [fragment]
worked_out('commitment.records', t.id, :today);

-- name: DERIVED_COMMITMENT_WHY [fragment]
worked_out('commitment.why', t.id, :today);

-- name: DERIVED_COMMITMENT_ASKS [fragment]
worked_out('commitment.asks', t.id, :today);

-- name: DERIVED_TARGET_NOW [fragment]
CAST(worked_out('target.now', t.id, :today) AS NUMERIC);

-- name: DERIVED_TARGET_TREND [fragment]
worked_out('target.trend', t.id, :today);

-- name: DERIVED_TARGET_REACHED [fragment]
CAST(worked_out('target.reached', t.id, :today) AS INTEGER);

-- name: DERIVED_TARGET_COURSE [fragment]
worked_out('target.course', t.id, :today);

-- name: DERIVED_SCHOOL_ENCOUNTERS [fragment]
coalesce((SELECT y.delivered FROM school_year y
           WHERE y.school = t.id
             AND y.year = CAST(substr(:today, 1, 4) AS INTEGER) -
                          (substr(:today, 6, 2) < '09')), 0);

-- name: DERIVED_EMPLOYER_ENCOUNTERS [fragment]
coalesce((SELECT y.delivered FROM employer_year y
           WHERE y.employer = t.id
             AND y.year = CAST(substr(:today, 1, 4) AS INTEGER) -
                          (substr(:today, 6, 2) < '09')), 0);

-- name: DERIVED_SCHOOL_ENCOUNTER [fragment]
(SELECT y.last FROM school_year y
  WHERE y.school = t.id AND y.last IS NOT NULL
    AND y.year <= CAST(substr(:today, 1, 4) AS INTEGER) -
                  (substr(:today, 6, 2) < '09')
  ORDER BY y.year DESC LIMIT 1);

-- May it join the network on :today? Last comes whether it holds one of the
-- limited places by its newest stage.
-- name: DERIVED_SCHOOL_ELIGIBLE [fragment]
eligible_word(:today, t.type_code, t.type, t.phase_code, t.phase, t.high_age,
              t.la_code, t.la, t.status, t.opened, t.closed,
    (SELECT m.place = 'yes' AND m.stage <> 'left' FROM membership m
      WHERE m.school = t.id AND m.archived IS NULL
        AND (m.from_on IS NULL OR m.from_on <= :today)
      ORDER BY m.from_on DESC, m.id DESC LIMIT 1));

-- name: DERIVED_SCHOOL_ELIGIBLE_WHY [fragment]
eligible_why(:today, t.type_code, t.type, t.phase_code, t.phase, t.high_age,
             t.la_code, t.la, t.status, t.opened, t.closed,
    (SELECT m.place = 'yes' AND m.stage <> 'left' FROM membership m
      WHERE m.school = t.id AND m.archived IS NULL
        AND (m.from_on IS NULL OR m.from_on <= :today)
      ORDER BY m.from_on DESC, m.id DESC LIMIT 1));

-- name: DERIVED_EMPLOYER_LAST [fragment]
(SELECT y.last FROM employer_year y
  WHERE y.employer = t.id AND y.last IS NOT NULL
  ORDER BY y.year DESC LIMIT 1);

-- name: DERIVED_PARTNER_LAST [fragment]
(SELECT y.last FROM partner_year y
  WHERE y.partner = t.id AND y.last IS NOT NULL
  ORDER BY y.year DESC LIMIT 1);

-- Those of today, in the order in which they were entered.
-- name: DERIVED_CONTACT_ORGANISATION [fragment]
(SELECT group_concat(name, ', ')
   FROM (SELECT coalesce(s.name, e.name, p.name) AS name
           FROM role r
           LEFT JOIN school s ON s.id = r.organisation_school
           LEFT JOIN employer e ON e.id = r.organisation_employer
           LEFT JOIN partner p ON p.id = r.organisation_partner
          WHERE r.contact = t.id AND {ROLE_HELD}
            AND NOT EXISTS (
                SELECT 1 FROM role q
                 WHERE q.contact = r.contact AND q.id < r.id
                   AND q.organisation_school IS r.organisation_school
                   AND q.organisation_employer IS r.organisation_employer
                   AND q.organisation_partner IS r.organisation_partner
                   AND q.archived IS NULL
                   AND (q.from_on IS NULL OR q.from_on <= :today)
                   AND (q.to_on IS NULL OR q.to_on >= :today))
          ORDER BY r.id));

-- name: DERIVED_CONTACT_ROLE [fragment]
(SELECT group_concat(role, ', ')
   FROM (SELECT r.role FROM role r
          WHERE r.contact = t.id AND {ROLE_HELD}
          ORDER BY r.id));

-- name: DERIVED_CLUSTER_MEMBERS [fragment]
(SELECT count(*) FROM member m
  WHERE m.cluster = t.id
    AND m.archived IS NULL
    AND (m.from_on IS NULL OR m.from_on <= :today)
    AND (m.to_on IS NULL OR m.to_on >= :today));

-- name: DERIVED_BOOKING_DATE [fragment]
(SELECT d.date FROM cpd d WHERE d.id = t.cpd);

-- name: DERIVED_CPD_BOOKED [fragment]
(SELECT count(*) FROM booking b
  WHERE b.cpd = t.id AND b.status IN ('booked', 'attended')
    AND b.archived IS NULL);

-- name: DERIVED_CPD_WAITING [fragment]
(SELECT count(*) FROM booking b
  WHERE b.cpd = t.id AND b.status = 'waiting' AND b.archived IS NULL);

-- name: DERIVED_CPD_OPEN [fragment]
(SELECT count(*) FROM booking b
  WHERE b.cpd = t.id AND b.status = 'booked' AND b.archived IS NULL);

-- name: DERIVED_ENCOUNTER_PUPILS [fragment]
(SELECT sum(CASE WHEN t.status IN ('planned', 'confirmed')
            THEN y.expected ELSE y.attended END)
   FROM encounter_year y
  WHERE y.encounter = t.id AND y.grp <> 'adult');

-- name: DERIVED_ENCOUNTER_MEANINGFUL [fragment]
(SELECT group_concat('BM' || benchmark, ', ')
   FROM (SELECT b.benchmark FROM encounter_benchmark b
          WHERE b.encounter = t.id AND b.benchmark BETWEEN 5 AND 7
            AND meaningful(b.benchmark, t.date,
                (SELECT group_concat(k.tick) FROM encounter_tick k
                  WHERE k.encounter = t.id))
          ORDER BY b.benchmark));

-- name: DERIVED_ENCOUNTER_PROVIDER_KINDS [fragment]
(SELECT group_concat(kind, ', ')
   FROM (SELECT p.kind
           FROM encounter_provider x JOIN partner p ON p.id = x.provider
          WHERE x.encounter = t.id
            AND x.part NOT IN ('invited', 'did not come')
          ORDER BY x.provider));

-- name: DERIVED_ROLL_COHORT [fragment]
cohort(t.year, t.grp);

-- name: DERIVED_SCHOOL_STAGE [fragment]
(SELECT m.stage {NEWEST_STAGE});

-- name: DERIVED_SCHOOL_STAGE_REASON [fragment]
(SELECT m.reason {NEWEST_STAGE});

-- name: DERIVED_SCHOOL_WAITING_FOR [fragment]
(SELECT m.waiting_for {NEWEST_STAGE});

-- name: DERIVED_SCHOOL_COORDINATORS [fragment]
(SELECT group_concat(name, ', ')
   FROM (SELECT u.name AS name
           FROM coordinator c JOIN user u ON u.id = c.user_id
          WHERE c.school = t.id AND {COORDINATES}
          ORDER BY c.id));

-- name: DERIVED_SCHOOL_CAREERS_LEADER [fragment]
(SELECT group_concat(name, ', ')
   FROM (SELECT c.name AS name FROM role r JOIN contact c ON c.id = r.contact
          WHERE r.organisation_school = t.id AND r.role = 'careers leader'
            AND {ROLE_HELD}
          ORDER BY r.id));

-- The furthest, of those who share the job.
-- name: DERIVED_SCHOOL_LEADER [fragment]
(SELECT CASE max(CASE r.training WHEN 'done' THEN 4 WHEN 'in progress' THEN 3
                 WHEN 'booked' THEN 2 WHEN 'none' THEN 1 ELSE 0 END)
        WHEN 4 THEN 'done' WHEN 3 THEN 'in progress' WHEN 2 THEN 'booked'
        WHEN 1 THEN 'none' WHEN 0 THEN 'not known' END
   FROM role r
  WHERE r.organisation_school = t.id AND r.role = 'careers leader'
            AND {ROLE_HELD});

-- name: DERIVED_SCHOOL_GOVERNOR [fragment]
(SELECT group_concat(name, ', ')
   FROM (SELECT c.name AS name FROM role r JOIN contact c ON c.id = r.contact
          WHERE r.organisation_school = t.id AND r.role = 'link governor'
            AND {ROLE_HELD}
          ORDER BY r.id));

-- The roles that are held, a line each.
-- name: DERIVED_SCHOOL_VACANT [fragment]
vacant((SELECT group_concat(r.role, char(10)) FROM role r
         WHERE r.organisation_school = t.id AND {ROLE_HELD}));

-- name: DERIVED_SCHOOL_UNCONFIRMED [fragment]
(SELECT count(*) FROM roll r
  WHERE r.school = t.id AND r.year = academic_year(:today)
    AND r.confirmed IS NOT 'yes' AND r.archived IS NULL);

-- name: DERIVED_SCHOOL_OFFICIAL [fragment]
(SELECT a.date {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_ASSESSED [fragment]
(SELECT max(a.date) FROM assessment a
  WHERE a.school = t.id AND a.archived IS NULL AND a.date <= :today);

-- name: DERIVED_SCHOOL_BM [fragment]
(SELECT achieved(a.bm1, a.bm2, a.bm3, a.bm4, a.bm5, a.bm6, a.bm7, a.bm8)
 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM1 [fragment]
(SELECT a.bm1 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM2 [fragment]
(SELECT a.bm2 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM3 [fragment]
(SELECT a.bm3 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM4 [fragment]
(SELECT a.bm4 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM5 [fragment]
(SELECT a.bm5 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM6 [fragment]
(SELECT a.bm6 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM7 [fragment]
(SELECT a.bm7 {NEWEST_OFFICIAL});

-- name: DERIVED_SCHOOL_BM8 [fragment]
(SELECT a.bm8 {NEWEST_OFFICIAL});

-- Only years in which something is planned are looked through.
-- name: NEXT_ENCOUNTER [fragment]
(SELECT min(s.date)
   FROM school_year y
   JOIN encounter_school s ON s.school = y.school
    AND s.date >= max(:today, y.year || '-09-01')
    AND s.date <= (y.year + 1) || '-08-31'
   JOIN encounter e ON e.id = s.encounter
  WHERE y.school = t.id AND y.planned > 0
    AND e.status IN ('planned', 'confirmed') AND e.archived IS NULL);

-- name: DERIVED_SCHOOL_TOCLOSE [fragment]
(SELECT count(*)
   FROM school_year y
   JOIN encounter_school s ON s.school = y.school
    AND s.date >= y.year || '-09-01' AND s.date <= (y.year + 1) || '-08-31'
    AND s.date < :today
   JOIN encounter e ON e.id = s.encounter
  WHERE y.school = t.id AND y.planned > 0
    AND e.status IN ('planned', 'confirmed') AND e.archived IS NULL);

-- name: DERIVED_ASSESSMENT_ACHIEVED [fragment]
achieved(t.bm1, t.bm2, t.bm3, t.bm4, t.bm5, t.bm6, t.bm7, t.bm8);

-- name: DERIVED_MEMBERSHIP_TO [fragment]
(SELECT date(min(n.from_on), '-1 day') FROM membership n
  WHERE n.school = t.school AND n.archived IS NULL
    AND n.from_on >= coalesce(t.from_on, '')
    AND (n.from_on, n.id) > (coalesce(t.from_on, ''), t.id));

-- The schools whose newest stage in any network is one of this network.
-- name: DERIVED_NETWORK_SCHOOLS [fragment]
(SELECT count(*) FROM membership m
  WHERE m.network = t.id AND {STAGE_HOLDS}
    AND m.stage IN ('signed up', 'matched', 'active', 'paused'));

-- name: DERIVED_NETWORK_PLACES_LEFT [fragment]
t.places -
(SELECT count(*) FROM membership m
  WHERE m.network = t.id AND {STAGE_HOLDS} AND m.place = 'yes'
    AND m.stage <> 'left');

-- name: DERIVED_USER_SCHOOLS [fragment]
(SELECT count(*) FROM coordinator c
  WHERE c.user_id = t.id AND {COORDINATES});

-- Visits to the school that t took over from are known of t too.
-- name: DERIVED_SCHOOL_VISITED [fragment]
(SELECT max(v.date) FROM visit v
  WHERE v.school IN (SELECT t.id UNION ALL
                     SELECT s.old_school FROM succession s
                      WHERE s.new_school = t.id AND s.archived IS NULL)
    AND v.kind IN ('visit', 'meeting') AND v.status = 'done'
    AND v.date <= :today AND v.archived IS NULL);

-- Of the same official result as bm; the last contact is the later of encounter
-- and visited.
-- name: DERIVED_SCHOOL_NEED [fragment]
need(t.fsm, t.phase_code,
     (SELECT achieved(a.bm1, a.bm2, a.bm3, a.bm4, a.bm5, a.bm6, a.bm7, a.bm8)
      {NEWEST_OFFICIAL}),
     max(coalesce({DERIVED_SCHOOL_ENCOUNTER}, ''),
         coalesce({DERIVED_SCHOOL_VISITED}, '')),
     :today);

-- name: DERIVED_SCHOOL_NEED_WHY [fragment]
need_why(t.fsm, t.phase_code,
     (SELECT achieved(a.bm1, a.bm2, a.bm3, a.bm4, a.bm5, a.bm6, a.bm7, a.bm8)
      {NEWEST_OFFICIAL}),
     max(coalesce({DERIVED_SCHOOL_ENCOUNTER}, ''),
         coalesce({DERIVED_SCHOOL_VISITED}, '')),
     :today);

-- name: DERIVED_SCHOOL_NEXT_VISIT [fragment]
(SELECT min(v.date) FROM visit v
  WHERE v.school = t.id AND v.status = 'planned' AND v.date >= :today
    AND v.archived IS NULL);

-- The earlier of the two, where there are both.
-- name: DERIVED_SCHOOL_NEXT [fragment]
nullif(min(coalesce({NEXT_ENCOUNTER}, '~'),
           coalesce({DERIVED_SCHOOL_NEXT_VISIT}, '~')), '~');

-- name: DERIVED_SCHOOL_TODO [fragment]
(SELECT count(*) FROM task k
  WHERE k.school = t.id AND k.status IN ('open', 'waiting')
    AND k.archived IS NULL);

-- name: DERIVED_SCHOOL_CASES [fragment]
(SELECT count(*) FROM case_file c
  WHERE c.school = t.id AND c.status <> 'closed' AND c.archived IS NULL);

-- name: DERIVED_VISIT_ACTIONS [fragment]
(SELECT count(*) FROM task k
  WHERE k.about_visit = t.id AND k.status IN ('open', 'waiting')
    AND k.archived IS NULL);

-- "send toolkit by Fri 27 Nov 2026; Ms Grace Bell: placement list", in the order
-- in which they were entered, with whose it is unless that is who made the visit.
-- name: DERIVED_VISIT_TODO [fragment]
(SELECT group_concat(said, '; ')
   FROM (SELECT coalesce((SELECT c.name FROM contact c
                           WHERE c.id = k.owner_contact) || ': ',
                         (SELECT u.name FROM user u
                           WHERE u.id = k.owner_user
                             AND u.id IS NOT t.owner) || ': ', '') ||
                k.title || coalesce(' by ' || day_long(k.due), '') AS said
           FROM task k
          WHERE k.about_visit = t.id AND k.status IN ('open', 'waiting')
            AND k.archived IS NULL
          ORDER BY k.id));

-- Is the visit v planned, and after t?
-- name: VISIT_AFTER [fragment]
v.status = 'planned' AND v.archived IS NULL AND v.id <> t.id
AND v.date >= t.date
AND (v.date > t.date OR coalesce(v.start_time, '') > coalesce(t.start_time, ''));

-- "Wed 2 Dec 2026 10:00", at its school; without one, with its employer.
-- name: DERIVED_VISIT_NEXT [fragment]
(SELECT day_long(substr(time, 1, 10)) || rtrim(substr(time, 11))
   FROM (SELECT CASE WHEN t.school IS NOT NULL
                THEN (SELECT min(v.date || ' ' || coalesce(v.start_time, ''))
                        FROM visit v
                       WHERE v.school = t.school AND {VISIT_AFTER})
                ELSE (SELECT min(v.date || ' ' || coalesce(v.start_time, ''))
                        FROM visit v
                       WHERE v.employer = t.employer AND {VISIT_AFTER})
                END AS time));

-- Was one in touch again after t, or is to be by its next contact?
-- name: VISIT_SINCE [fragment]
v.date > t.date AND v.date <= max(t.next_contact, :today)
AND v.status <> 'cancelled' AND v.archived IS NULL;

-- With its school; without one, with its employer.
-- name: DERIVED_VISIT_FOLLOWED [fragment]
(CASE WHEN t.next_contact IS NULL THEN NULL
      WHEN t.school IS NOT NULL
      THEN (SELECT min(v.date) FROM visit v
             WHERE v.school = t.school AND {VISIT_SINCE})
      ELSE (SELECT min(v.date) FROM visit v
             WHERE v.employer = t.employer AND {VISIT_SINCE}) END);

-- name: DERIVED_CASE_TASKS [fragment]
(SELECT count(*) FROM task k
  WHERE k.about_case = t.id AND k.status IN ('open', 'waiting')
    AND k.archived IS NULL);

-- name: DERIVED_PLAN_ACTIONS [fragment]
(SELECT count(*) FROM task k
  WHERE k.plan = t.id AND k.status <> 'dropped' AND k.archived IS NULL);

-- name: DERIVED_PLAN_DONE [fragment]
(SELECT count(*) FROM task k
  WHERE k.plan = t.id AND k.status = 'done' AND k.archived IS NULL);

-- name: DERIVED_PLAN_LATE [fragment]
(SELECT count(*) FROM task k
  WHERE k.plan = t.id AND k.status IN ('open', 'waiting')
    AND k.due < :today AND k.archived IS NULL);

-- name: DERIVED_CHECKLIST_TASKS [fragment]
(SELECT count(*) FROM task k WHERE k.checklist = t.id AND k.archived IS NULL);

-- name: DERIVED_CHECKLIST_OPEN [fragment]
(SELECT count(*) FROM task k
  WHERE k.checklist = t.id AND k.status IN ('open', 'waiting')
    AND k.archived IS NULL);

-- name: DERIVED_TASK_EVIDENCED [fragment]
(SELECT max(e.date) FROM task_encounter x JOIN encounter e ON e.id = x.encounter
  WHERE x.task = t.id AND e.status = 'delivered' AND e.archived IS NULL);

-- name: DERIVED_TASK_WANTED [fragment]
coalesce(t.expected, t.due);

-- name: DERIVED_SCHOOL_SUCCESSOR [fragment]
(SELECT group_concat(said, ', ')
   FROM (SELECT 'school/' || coalesce(nullif(s.urn, ''), code(s.id)) ||
                coalesce(' on ' || x.date, '') AS said
           FROM succession x JOIN school s ON s.id = x.new_school
          WHERE x.old_school = t.id AND x.archived IS NULL
          ORDER BY x.id));

-- name: DERIVED_SCHOOL_PREDECESSOR [fragment]
(SELECT group_concat(said, ', ')
   FROM (SELECT 'school/' || coalesce(nullif(s.urn, ''), code(s.id)) ||
                coalesce(' on ' || x.date, '') AS said
           FROM succession x JOIN school s ON s.id = x.old_school
          WHERE x.new_school = t.id AND x.archived IS NULL
          ORDER BY x.id));

-- Is the match m one of today: introduced, met or working?
-- name: MATCH_HOLDS [fragment]
m.status IN ('introduced', 'met', 'working') AND m.archived IS NULL
AND (m.from_on IS NULL OR m.from_on <= :today)
AND (m.to_on IS NULL OR m.to_on >= :today);

-- name: DERIVED_VOLUNTEER_MATCHED [fragment]
(SELECT count(*) FROM school s
  WHERE s.id IN (SELECT m.school FROM volunteer_match m
                  WHERE m.volunteer = t.id AND {MATCH_HOLDS}));

-- name: DERIVED_VOLUNTEER_LAST [fragment]
(SELECT max(a.date) FROM activity a
  WHERE a.volunteer = t.id AND a.date <= :today AND a.archived IS NULL);

-- name: DERIVED_REQUEST_LA [fragment]
(SELECT s.la FROM school s WHERE s.id = t.school);

-- name: DERIVED_REQUEST_APPROACHES [fragment]
(SELECT count(*) FROM approach a
  WHERE a.request = t.id AND a.archived IS NULL);

-- name: DERIVED_OFFER_TAKEN [fragment]
(SELECT count(*) FROM approach a
  WHERE a.offer = t.id AND a.status IN ('agreed', 'became encounter')
    AND a.archived IS NULL);

-- name: DERIVED_FUNDING_CLAIMED [fragment]
(SELECT CAST(printf('%.15g', sum(c.amount)) AS NUMERIC) FROM claim c
  WHERE c.funding = t.id AND c.status <> 'draft' AND c.archived IS NULL
 HAVING count(c.amount) > 0);

-- name: DERIVED_DELIVERABLE_CLAIMED [fragment]
(SELECT CAST(printf('%.15g', sum(l.quantity)) AS NUMERIC)
   FROM claim c JOIN line l ON l.claim = c.id
  WHERE c.cluster = t.cluster AND c.status <> 'draft' AND c.archived IS NULL
    AND l.deliverable = t.code AND l.archived IS NULL
 HAVING count(*) > 0);

-- Whole weeks up to its last day, or today while it runs.
-- name: DERIVED_PILOT_WEEKS [fragment]
(CASE WHEN t.status <> 'planned' AND t.from_on <= :today
      THEN CAST((julianday(min(coalesce(t.to_on, :today), :today)) -
                 julianday(t.from_on) + 1) / 7 AS INTEGER) END);

-- name: DERIVED_PILOT_DUE [fragment]
(CASE WHEN t.status = 'running' THEN date(t.from_on, '+181 days') END);

-- name: DERIVED_FUNDING_LEFT [fragment]
(CASE WHEN t.amount IS NOT NULL THEN CAST(printf('%.15g',
      t.amount - coalesce({DERIVED_FUNDING_CLAIMED}, 0)) AS NUMERIC) END);

-- name: DERIVED_DELIVERABLE_LEFT [fragment]
(CASE WHEN t.target IS NOT NULL THEN CAST(printf('%.15g',
      t.target - coalesce({DERIVED_DELIVERABLE_CLAIMED}, 0)) AS NUMERIC) END);

-- name: DERIVED_CLAIM_LINES [fragment]
(SELECT count(*) FROM line l WHERE l.claim = t.id AND l.archived IS NULL);

-- name: DERIVED_NOTICE_ASKED [fragment]
(SELECT count(*) FROM recipient r
  WHERE r.notice = t.id AND r.status <> 'left out' AND r.archived IS NULL);

-- name: DERIVED_NOTICE_REPLIED [fragment]
(SELECT count(*) FROM recipient r
  WHERE r.notice = t.id AND r.status IN ('replied', 'declined')
    AND r.archived IS NULL);

-- name: DERIVED_NOTICE_OPEN [fragment]
(SELECT count(*) FROM recipient r
  WHERE r.notice = t.id AND r.status IN ('sent', 'bounced')
    AND r.archived IS NULL);

-- name: DERIVED_NOTICE_CHASED [fragment]
(SELECT max(f.date) FROM notice f
  WHERE f.follows = t.id AND f.archived IS NULL);

-- name: DERIVED_RESOURCE_SENT [fragment]
(SELECT count(*) FROM notice_resource x
   JOIN notice n ON n.id = x.notice
   JOIN recipient r ON r.notice = n.id
  WHERE x.resource = t.id AND r.sent IS NOT NULL AND r.archived IS NULL
    AND n.archived IS NULL);

-- By a visit, call or e-mail, or by asking for something.
-- The last day on which somebody was in touch with the employer t or with people
-- of it (who worked there that day), a blank, who of us and how: "2026-11-16 dan,
-- call"; "" never. Of one day the last by the alphabet.
-- name: EMPLOYER_TOUCH [fragment]
max(coalesce((SELECT max(v.date || ' ' || coalesce(u.name || ', ', '') ||
                         v.kind)
                FROM visit v LEFT JOIN user u ON u.id = v.owner
               WHERE v.employer = t.id AND v.status = 'done'
                 AND v.date <= :today AND v.archived IS NULL), ''),
    coalesce((SELECT max(v.date || ' ' || coalesce(u.name || ', ', '') ||
                         v.kind)
                FROM role r
                JOIN visit_person p ON p.contact = r.contact
                JOIN visit v ON v.id = p.visit
                LEFT JOIN user u ON u.id = v.owner
               WHERE r.organisation_employer = t.id AND r.archived IS NULL
                 AND (r.from_on IS NULL OR r.from_on <= v.date)
                 AND (r.to_on IS NULL OR r.to_on >= v.date)
                 AND v.status = 'done' AND v.date <= :today
                 AND v.archived IS NULL), ''),
    coalesce((SELECT max(a.date || ' ' || coalesce(u.name || ', ', '') ||
                         'asked')
                FROM approach a LEFT JOIN user u ON u.id = a.owner
               WHERE a.organisation_employer = t.id AND a.date <= :today
                 AND a.archived IS NULL), ''),
    coalesce((SELECT max(y.last || ' encounter') FROM employer_year y
               WHERE y.employer = t.id AND y.last <= :today), ''));

-- name: DERIVED_EMPLOYER_CONTACTED [fragment]
nullif(substr({EMPLOYER_TOUCH}, 1, 10), '');

-- name: DERIVED_EMPLOYER_CONTACTED_BY [fragment]
substr({EMPLOYER_TOUCH}, 12);

-- Of those who have not left.
-- name: DERIVED_EMPLOYER_VOLUNTEERS [fragment]
(SELECT count(*) FROM volunteer v
  WHERE v.employer = t.id AND v.stage <> 'closed' AND v.archived IS NULL);

-- name: DERIVED_EMPLOYER_ASKED [fragment]
(SELECT count(*) FROM approach a
  WHERE a.organisation_employer = t.id AND a.status = 'asked'
    AND a.archived IS NULL);

-- The Enterprise Advisers of today, in the order in which they were entered.
-- name: DERIVED_SCHOOL_EA [fragment]
(SELECT group_concat(name, ', ')
   FROM (SELECT c.name AS name
           FROM volunteer_match m
           JOIN volunteer v ON v.id = m.volunteer
           JOIN contact c ON c.id = v.contact
          WHERE m.school = t.id AND {MATCH_HOLDS}
            AND coalesce(nullif(m.kind, ''), v.kind) = 'enterprise adviser'
          ORDER BY m.id));

-- Schools they could still take; those they are proposed for are taken.
-- name: DERIVED_VOLUNTEER_LEFT [fragment]
max(0, coalesce(t.capacity, 1) -
    (SELECT count(*) FROM school s
      WHERE s.id IN (SELECT m.school FROM volunteer_match m
                      WHERE m.volunteer = t.id AND m.status <> 'ended'
                        AND m.archived IS NULL
                        AND (m.to_on IS NULL OR m.to_on >= :today))));

-- Of this academic year.
-- name: DERIVED_VOLUNTEER_HOURS [fragment]
(SELECT CASE WHEN sum(a.minutes) % 60 = 0 THEN sum(a.minutes) / 60
        ELSE round(sum(a.minutes) / 60.0, 2) END FROM activity a
  WHERE a.volunteer = t.id AND a.date <= :today AND a.archived IS NULL
    AND a.date >= (CAST(substr(:today, 1, 4) AS INTEGER) -
                   (substr(:today, 6, 2) < '09')) || '-09-01');
