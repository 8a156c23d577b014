/**
 * The body for the HTTP request step of a Komo Workflow, where nothing is sent but what the user has
 * written there: each field to be filled with Komo's variable for it. It has what a CRM needs, and
 * `submission_id`, which tells one entry from another.
 */
export const WORKFLOW_BODY = {
	event: 'Gameplay.DataCaptured',
	timestamp: '',
	submission_id: '',
	user_profile_id: '',
	email: '',
	first_name: '',
	last_name: '',
	optin: '',
	site_id: '',
	site_name: '',
	card_id: '',
	card_name: '',
	card_type: '',
};
