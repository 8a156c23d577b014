/** The account that an n8n of our own is set up with: public, for n8n on the loopback address only. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Engagement1',
} as const;
