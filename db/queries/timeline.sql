-- timeline.sql - everything that happened with one school or employer, or in one
-- case, by its day.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Each gives the newest of its kind until a day: school (case), most rows, that
-- day.
-- Out come id, day, last day where the end is an event too (also a later one),
-- then what db/overview.h calls word, name, title and n. app/timeline.c puts
-- them in order.

-- name: TIMELINE_ENCOUNTERS
SELECT s.encounter, s.date, NULL, e.status, '', '', 1 FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date <= ?3 AND e.archived IS NULL
 ORDER BY s.date DESC, s.encounter DESC LIMIT ?2;

-- Sessions that people of the school booked while they were there: the sort
-- is of one school's bookings.
-- name: TIMELINE_CPD [slow]
SELECT b.id, d.date, NULL, b.status, c.name, d.title, 1
  FROM role r
  JOIN booking b ON b.contact = r.contact
  JOIN cpd d ON d.id = b.cpd
  JOIN contact c ON c.id = b.contact
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
   AND b.archived IS NULL AND d.archived IS NULL AND d.date <= ?3
   AND (r.from_on IS NULL OR r.from_on <= d.date)
   AND (r.to_on IS NULL OR r.to_on >= d.date)
 GROUP BY b.id
 ORDER BY d.date DESC, b.id DESC
 LIMIT ?2;

-- The sort is of one school's people, memberships, coordinators.
-- name: TIMELINE_ROLES [slow]
SELECT r.id, r.from_on, r.to_on, r.role, c.name, '', 1
  FROM role r JOIN contact c ON c.id = r.contact
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
   AND (r.from_on IS NULL OR r.from_on <= ?3)
 ORDER BY max(coalesce(r.from_on, ''), coalesce(r.to_on, '')) DESC, r.id DESC
 LIMIT ?2;

-- name: TIMELINE_CLUSTERS [slow]
SELECT m.id, m.from_on, m.to_on, '', '', c.name, 1
  FROM member m JOIN cluster c ON c.id = m.cluster
 WHERE m.organisation_school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= ?3)
 ORDER BY max(coalesce(m.from_on, ''), coalesce(m.to_on, '')) DESC, m.id DESC
 LIMIT ?2;

-- name: TIMELINE_COORDINATORS [slow]
SELECT c.id, c.from_on, c.to_on, '', coalesce(nullif(u.full_name, ''), u.name),
       '', 1
  FROM coordinator c JOIN user u ON u.id = c.user_id
 WHERE c.school = ?1 AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?3)
 ORDER BY max(coalesce(c.from_on, ''), coalesce(c.to_on, '')) DESC, c.id DESC
 LIMIT ?2;

-- name: TIMELINE_STAGES
SELECT m.id, m.from_on, NULL, m.stage, n.name, m.reason, 1
  FROM membership m LEFT JOIN network n ON n.id = m.network
 WHERE m.school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= ?3)
 ORDER BY m.from_on DESC, m.id DESC LIMIT ?2;

-- The sort is of one school's results; so is that of its facts, one row a day.
-- name: TIMELINE_RESULTS [slow]
SELECT a.id, a.date, NULL, a.source, '', a.framework,
       achieved(a.bm1, a.bm2, a.bm3, a.bm4, a.bm5, a.bm6, a.bm7, a.bm8)
  FROM assessment a
 WHERE a.school = ?1 AND a.date <= ?3 AND a.archived IS NULL
 ORDER BY a.date DESC, a.id DESC LIMIT ?2;

-- name: TIMELINE_FACTS [slow]
SELECT max(id), checked, NULL, value, '', group_concat(fact, ', '), count(*)
  FROM (SELECT f.id, f.checked, f.value, f.fact FROM fact f
         WHERE f.school = ?1 AND f.archived IS NULL
           AND (f.checked IS NULL OR f.checked <= ?3)
         ORDER BY f.checked DESC, f.id)
 GROUP BY checked
 ORDER BY checked DESC LIMIT ?2;

-- --- the working week --------------------------------------------------------

-- Who was there, and what came of it or the first line of the summary: "Ms Bell: wants LMI for Y9".
-- name: VISIT_SAID [fragment]
rtrim(coalesce((SELECT group_concat(name, ', ')
                  FROM (SELECT c.name AS name
                          FROM visit_person p JOIN contact c ON c.id = p.contact
                         WHERE p.visit = v.id ORDER BY c.name, c.id)) || ': ', '')
      || coalesce(nullif(v.result, ''), substr(v.summary, 1,
         instr(v.summary || char(10), char(10)) - 1)), ': ');

-- The kind stands as the name; the sort is of a visit's people.
-- name: TIMELINE_VISITS [slow]
SELECT v.id, v.date, NULL, v.status, v.kind, {VISIT_SAID}, 1
  FROM visit v
 WHERE v.school = ?1 AND v.date <= ?3 AND v.archived IS NULL
 ORDER BY v.date DESC, v.id DESC LIMIT ?2;

-- Who did it; an action of a plan has its number.
-- name: TASK_DONE [fragment]
SELECT k.id, k.done_on, NULL, '', coalesce(c.name, u.name, ''), k.title,
       CASE WHEN k.plan IS NULL THEN 0 ELSE coalesce(k.number, -1) END
  FROM task k LEFT JOIN contact c ON c.id = k.owner_contact
  LEFT JOIN user u ON u.id = k.owner_user;

-- The sorts below are of what one school, or one case, has.
-- name: TIMELINE_TASKS [slow]
{TASK_DONE}
 WHERE k.school = ?1 AND k.status = 'done' AND k.done_on <= ?3
   AND k.archived IS NULL
 ORDER BY k.done_on DESC, k.id DESC LIMIT ?2;

-- name: TIMELINE_CASES [slow]
SELECT c.id, c.opened, CASE c.status WHEN 'closed' THEN c.closed END, c.type,
       c.reason, c.title, 1
  FROM case_file c
 WHERE c.school = ?1 AND c.opened <= ?3 AND c.archived IS NULL
 ORDER BY max(c.opened, coalesce(c.closed, '')) DESC, c.id DESC LIMIT ?2;

-- name: TIMELINE_PLANS [slow]
SELECT p.id, p.agreed, NULL, p.status, '', p.year, 1
  FROM plan p
 WHERE p.school = ?1 AND p.agreed <= ?3 AND p.archived IS NULL
 ORDER BY p.agreed DESC, p.id DESC LIMIT ?2;

-- name: TIMELINE_NOTES [slow]
SELECT h.id, h.date, NULL, '', coalesce(u.name, ''),
       substr(h.text, 1, instr(h.text || char(10), char(10)) - 1), 1
  FROM handover h LEFT JOIN user u ON u.id = h.by_user
 WHERE h.school = ?1 AND h.archived IS NULL
   AND (h.date IS NULL OR h.date <= ?3)
 ORDER BY h.date DESC, h.id DESC LIMIT ?2;

-- How many of its tasks are open.
-- name: TIMELINE_CHECKLISTS [slow]
SELECT l.id, l.anchor, NULL, '', '', l.template,
       (SELECT count(*) FROM task k
         WHERE k.checklist = l.id AND k.status IN ('open', 'waiting')
           AND k.archived IS NULL)
  FROM checklist l
 WHERE l.school = ?1 AND l.anchor <= ?3 AND l.archived IS NULL
 ORDER BY l.anchor DESC, l.id DESC LIMIT ?2;

-- Of the old school and of the new one; n says of which this is.
-- name: TIMELINE_SUCCESSIONS [slow]
SELECT x.id, x.date, NULL, x.kind, s.name, '', x.old_school = ?1
  FROM succession x JOIN school s
    ON s.id = CASE x.old_school WHEN ?1 THEN x.new_school
              ELSE x.old_school END
 WHERE (x.old_school = ?1 OR x.new_school = ?1) AND x.date <= ?3
   AND x.archived IS NULL
 ORDER BY x.date DESC, x.id DESC LIMIT ?2;

-- --- of one case ---------------------------------------------------------------

-- name: TIMELINE_CASE_VISITS [slow]
SELECT v.id, v.date, NULL, v.status, v.kind, {VISIT_SAID}, 1
  FROM visit v
 WHERE v.case_file = ?1 AND v.date <= ?3 AND v.archived IS NULL
 ORDER BY v.date DESC, v.id DESC LIMIT ?2;

-- name: TIMELINE_CASE_TASKS [slow]
{TASK_DONE}
 WHERE k.about_case = ?1 AND k.status = 'done' AND k.done_on <= ?3
   AND k.archived IS NULL
 ORDER BY k.done_on DESC, k.id DESC LIMIT ?2;

-- Cases that name it, or that it names.
-- name: TIMELINE_CASE_LINKED [slow]
SELECT c.id, c.opened, CASE c.status WHEN 'closed' THEN c.closed END, c.type,
       c.reason, c.title, 1
  FROM (SELECT linked AS id FROM case_linked WHERE case_file = ?1
        UNION SELECT case_file FROM case_linked WHERE linked = ?1) l
  JOIN case_file c ON c.id = l.id
 WHERE c.opened <= ?3 AND c.archived IS NULL
 ORDER BY max(c.opened, coalesce(c.closed, '')) DESC, c.id DESC LIMIT ?2;

-- name: TIMELINE_CASE_CHECKLISTS [slow]
SELECT l.id, l.anchor, NULL, '', '', l.template,
       (SELECT count(*) FROM task k
         WHERE k.checklist = l.id AND k.status IN ('open', 'waiting')
           AND k.archived IS NULL)
  FROM checklist l
 WHERE l.about_case = ?1 AND l.anchor <= ?3 AND l.archived IS NULL
 ORDER BY l.anchor DESC, l.id DESC LIMIT ?2;

-- --- the network, of a school ------------------------------------------------------

-- The kind of a match goes before its person; both ends of it are events.
-- name: TIMELINE_MATCHES [slow]
SELECT m.id, m.from_on, CASE m.status WHEN 'ended' THEN m.to_on END, m.status,
       coalesce(nullif(m.kind, ''), v.kind), coalesce(c.name, ''), 1
  FROM volunteer_match m
  LEFT JOIN volunteer v ON v.id = m.volunteer
  LEFT JOIN contact c ON c.id = v.contact
 WHERE m.school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= ?3)
 ORDER BY max(coalesce(m.from_on, ''), coalesce(m.to_on, '')) DESC, m.id DESC
 LIMIT ?2;

-- name: TIMELINE_ACTIVITIES [slow]
SELECT a.id, a.date, NULL, a.kind, coalesce(c.name, ''),
       substr(a.summary, 1, instr(a.summary || char(10), char(10)) - 1),
       coalesce(a.minutes, 0)
  FROM activity a
  LEFT JOIN volunteer v ON v.id = a.volunteer
  LEFT JOIN contact c ON c.id = v.contact
 WHERE a.school = ?1 AND a.date <= ?3 AND a.archived IS NULL
 ORDER BY a.date DESC, a.id DESC LIMIT ?2;

-- name: TIMELINE_REQUESTS [slow]
SELECT r.id, r.date, NULL, r.status, r.kind, r.title, 1
  FROM request r
 WHERE r.school = ?1 AND r.date <= ?3 AND r.archived IS NULL
 ORDER BY r.date DESC, r.id DESC LIMIT ?2;

-- Its employer is the name; n says how many places are taken, -1 not known.
-- name: TIMELINE_PLACEMENTS [slow]
SELECT p.id, p.from_on, NULL, p.status, coalesce(e.name, ''), p.kind,
       coalesce(p.filled, -1)
  FROM placement p LEFT JOIN employer e ON e.id = p.employer
 WHERE p.school = ?1 AND p.from_on <= ?3 AND p.archived IS NULL
 ORDER BY p.from_on DESC, p.id DESC LIMIT ?2;

-- To whom it went, what it was; an answer is an event of its own.
-- name: NOTICE_SENT [fragment]
SELECT r.id, r.sent, CASE WHEN r.replied IS NOT NULL THEN r.replied END,
       r.reply, coalesce(c.name, ''), coalesce(n.title, ''), 1
  FROM recipient r
  LEFT JOIN notice n ON n.id = r.notice
  LEFT JOIN contact c ON c.id = r.contact;

-- name: TIMELINE_NOTICES [slow]
{NOTICE_SENT}
 WHERE r.organisation_school = ?1 AND r.sent <= ?3 AND r.archived IS NULL
 ORDER BY max(r.sent, coalesce(r.replied, '')) DESC, r.id DESC LIMIT ?2;

-- --- of an employer -------------------------------------------------------------

-- name: TIMELINE_EMPLOYER_ENCOUNTERS
SELECT s.encounter, s.date, NULL, e.status, '', '', 1 FROM encounter_employer s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.employer = ?1 AND s.date <= ?3 AND e.archived IS NULL
 ORDER BY s.date DESC, s.encounter DESC LIMIT ?2;

-- name: TIMELINE_EMPLOYER_VISITS [slow]
SELECT v.id, v.date, NULL, v.status, v.kind, {VISIT_SAID}, 1
  FROM visit v
 WHERE v.employer = ?1 AND v.date <= ?3 AND v.archived IS NULL
 ORDER BY v.date DESC, v.id DESC LIMIT ?2;

-- name: TIMELINE_EMPLOYER_ROLES [slow]
SELECT r.id, r.from_on, r.to_on, r.role, c.name, '', 1
  FROM role r JOIN contact c ON c.id = r.contact
 WHERE r.organisation_employer = ?1 AND r.archived IS NULL
   AND (r.from_on IS NULL OR r.from_on <= ?3)
 ORDER BY max(coalesce(r.from_on, ''), coalesce(r.to_on, '')) DESC, r.id DESC
 LIMIT ?2;

-- name: TIMELINE_EMPLOYER_OFFERS [slow]
SELECT o.id, o.date, NULL, o.status, o.kind, o.title, coalesce(o.places, -1)
  FROM offer o
 WHERE o.organisation_employer = ?1 AND o.date <= ?3 AND o.archived IS NULL
 ORDER BY o.date DESC, o.id DESC LIMIT ?2;

-- What it was asked for, by whom of us, and why it said no.
-- name: TIMELINE_EMPLOYER_APPROACHES [slow]
SELECT a.id, a.date, NULL, a.status, coalesce(u.name, ''),
       coalesce((SELECT coalesce(nullif(r.title, ''),
                                 label(r.kind, 'request', 'kind')) ||
                        coalesce(', ' || s.name, '')
                   FROM request r LEFT JOIN school s ON s.id = r.school
                  WHERE r.id = a.request), '') ||
       CASE a.reason WHEN '' THEN '' ELSE ': ' || a.reason END, 1
  FROM approach a LEFT JOIN user u ON u.id = a.owner
 WHERE a.organisation_employer = ?1 AND a.date <= ?3 AND a.archived IS NULL
 ORDER BY a.date DESC, a.id DESC LIMIT ?2;

-- name: TIMELINE_EMPLOYER_PLACEMENTS [slow]
SELECT p.id, p.from_on, NULL, p.status, coalesce(s.name, ''), p.kind,
       coalesce(p.filled, -1)
  FROM placement p LEFT JOIN school s ON s.id = p.school
 WHERE p.employer = ?1 AND p.from_on <= ?3 AND p.archived IS NULL
 ORDER BY p.from_on DESC, p.id DESC LIMIT ?2;

-- name: TIMELINE_EMPLOYER_NOTICES [slow]
{NOTICE_SENT}
 WHERE r.organisation_employer = ?1 AND r.sent <= ?3 AND r.archived IS NULL
 ORDER BY max(r.sent, coalesce(r.replied, '')) DESC, r.id DESC LIMIT ?2;
