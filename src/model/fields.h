/* fields.h - the index of each field in its entity: F_encounter_date.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

enum {
#define FIELD(id, type, ...) F_school_##id,
#include "model/school.def"
	F_school_MAX
};
enum {
#define FIELD(id, type, ...) F_employer_##id,
#include "model/employer.def"
	F_employer_MAX
};
enum {
#define FIELD(id, type, ...) F_partner_##id,
#include "model/partner.def"
	F_partner_MAX
};
enum {
#define FIELD(id, type, ...) F_contact_##id,
#include "model/contact.def"
	F_contact_MAX
};
enum {
#define FIELD(id, type, ...) F_role_##id,
#include "model/role.def"
	F_role_MAX
};
enum {
#define FIELD(id, type, ...) F_cluster_##id,
#include "model/cluster.def"
	F_cluster_MAX
};
enum {
#define FIELD(id, type, ...) F_member_##id,
#include "model/member.def"
	F_member_MAX
};
enum {
#define FIELD(id, type, ...) F_roll_##id,
#include "model/roll.def"
	F_roll_MAX
};
enum {
#define FIELD(id, type, ...) F_cpd_##id,
#include "model/cpd.def"
	F_cpd_MAX
};
enum {
#define FIELD(id, type, ...) F_booking_##id,
#include "model/booking.def"
	F_booking_MAX
};
enum {
#define FIELD(id, type, ...) F_encounter_##id,
#include "model/encounter.def"
	F_encounter_MAX
};
enum {
#define FIELD(id, type, ...) F_view_##id,
#include "model/view.def"
	F_view_MAX
};
enum {
#define FIELD(id, type, ...) F_user_##id,
#include "model/user.def"
	F_user_MAX
};
enum {
#define FIELD(id, type, ...) F_network_##id,
#include "model/network.def"
	F_network_MAX
};
enum {
#define FIELD(id, type, ...) F_membership_##id,
#include "model/membership.def"
	F_membership_MAX
};
enum {
#define FIELD(id, type, ...) F_coordinator_##id,
#include "model/coordinator.def"
	F_coordinator_MAX
};
enum {
#define FIELD(id, type, ...) F_fact_##id,
#include "model/fact.def"
	F_fact_MAX
};
enum {
#define FIELD(id, type, ...) F_assessment_##id,
#include "model/assessment.def"
	F_assessment_MAX
};
enum {
#define FIELD(id, type, ...) F_term_##id,
#include "model/term.def"
	F_term_MAX
};
enum {
#define FIELD(id, type, ...) F_event_##id,
#include "model/event.def"
	F_event_MAX
};
enum {
#define FIELD(id, type, ...) F_case_##id,
#include "model/case.def"
	F_case_MAX
};
enum {
#define FIELD(id, type, ...) F_visit_##id,
#include "model/visit.def"
	F_visit_MAX
};
enum {
#define FIELD(id, type, ...) F_plan_##id,
#include "model/plan.def"
	F_plan_MAX
};
enum {
#define FIELD(id, type, ...) F_checklist_##id,
#include "model/checklist.def"
	F_checklist_MAX
};
enum {
#define FIELD(id, type, ...) F_task_##id,
#include "model/task.def"
	F_task_MAX
};
enum {
#define FIELD(id, type, ...) F_handover_##id,
#include "model/handover.def"
	F_handover_MAX
};
enum {
#define FIELD(id, type, ...) F_cover_##id,
#include "model/cover.def"
	F_cover_MAX
};
enum {
#define FIELD(id, type, ...) F_succession_##id,
#include "model/succession.def"
	F_succession_MAX
};
enum {
#define FIELD(id, type, ...) F_volunteer_##id,
#include "model/volunteer.def"
	F_volunteer_MAX
};
enum {
#define FIELD(id, type, ...) F_match_##id,
#include "model/match.def"
	F_match_MAX
};
enum {
#define FIELD(id, type, ...) F_activity_##id,
#include "model/activity.def"
	F_activity_MAX
};
enum {
#define FIELD(id, type, ...) F_placement_##id,
#include "model/placement.def"
	F_placement_MAX
};
enum {
#define FIELD(id, type, ...) F_request_##id,
#include "model/request.def"
	F_request_MAX
};
enum {
#define FIELD(id, type, ...) F_offer_##id,
#include "model/offer.def"
	F_offer_MAX
};
enum {
#define FIELD(id, type, ...) F_approach_##id,
#include "model/approach.def"
	F_approach_MAX
};
enum {
#define FIELD(id, type, ...) F_funding_##id,
#include "model/funding.def"
	F_funding_MAX
};
enum {
#define FIELD(id, type, ...) F_deliverable_##id,
#include "model/deliverable.def"
	F_deliverable_MAX
};
enum {
#define FIELD(id, type, ...) F_pilot_##id,
#include "model/pilot.def"
	F_pilot_MAX
};
enum {
#define FIELD(id, type, ...) F_claim_##id,
#include "model/claim.def"
	F_claim_MAX
};
enum {
#define FIELD(id, type, ...) F_line_##id,
#include "model/line.def"
	F_line_MAX
};
enum {
#define FIELD(id, type, ...) F_notice_##id,
#include "model/notice.def"
	F_notice_MAX
};
enum {
#define FIELD(id, type, ...) F_recipient_##id,
#include "model/recipient.def"
	F_recipient_MAX
};
enum {
#define FIELD(id, type, ...) F_resource_##id,
#include "model/resource.def"
	F_resource_MAX
};
enum {
#define FIELD(id, type, ...) F_commitment_##id,
#include "model/commitment.def"
	F_commitment_MAX
};
enum {
#define FIELD(id, type, ...) F_target_##id,
#include "model/target.def"
	F_target_MAX
};
enum {
#define FIELD(id, type, ...) F_return_##id,
#include "model/return.def"
	F_return_MAX
};

/* Columns of the sets rules look into (model/encounter.c). */
enum { ES_SCHOOL, ES_IN };				/* encounter schools */
enum { EE_EMPLOYER, EE_PART };				/* employers, providers */
enum { EY_SCHOOL, EY_GROUP, EY_EXPECTED, EY_ATTENDED, EY_DISADVANTAGED, EY_SEND, EY_ESTIMATED };
enum { EG_SCHOOL, EG_NAME, EG_NUMBER };
enum { AI_ITEM, AI_ANSWER, AI_COMMENT, AI_COLS };	/* assessment items */
enum { SG_FIELD, SG_VALUE };				/* school gias */

#endif
