import { z } from 'zod';

import type { Service } from '../../../host/outside-world.mjs';

/** A contact that HubSpot was asked to create or update. */
export interface HubspotContact {
	readonly email: string;
	readonly properties: Readonly<Record<string, string | number>>;
}

const searchSchema = z.object({
	filterGroups: z.array(
		z.object({
			filters: z.array(
				z.object({ propertyName: z.string(), operator: z.literal('EQ'), value: z.string() }),
			),
		}),
	),
});

const upsertSchema = z.object({
	properties: z.array(z.object({ property: z.string(), value: z.union([z.string(), z.number()]) })),
});

const UPSERT = '/contacts/v1/contact/createOrUpdate/email/';

/** HubSpot's API, as far as the examples use it: searching contacts, and creating or updating one. */
export class HubspotStandIn {
	static readonly host = 'api.hubapi.com';

	static readonly credential = {
		name: 'HubSpot',
		type: 'hubspotAppToken',
		data: { appToken: 'hubspot-token' },
	};

	private written: HubspotContact[] = [];

	/** @param known the properties of the contacts that can be found */
	constructor(private readonly known: ReadonlyArray<Readonly<Record<string, string>>>) {}

	readonly service: Service = ({ method, path, authorization, body }) => {
		if (authorization !== `Bearer ${HubspotStandIn.credential.data.appToken}`) {
			return { status: 401, body: { message: 'The token is not valid' } };
		}
		if (method === 'POST' && path === '/crm/v3/objects/contacts/search') {
			return { status: 200, body: { results: this.search(searchSchema.parse(body)) } };
		}
		if (method === 'POST' && path.startsWith(UPSERT)) {
			const properties = upsertSchema
				.parse(body)
				.properties.map(({ property, value }) => [property, value] as const);
			const email = decodeURIComponent(path.slice(UPSERT.length));
			this.written.push({ email, properties: Object.fromEntries(properties) });
			return { status: 200, body: { vid: this.written.length, isNew: true } };
		}
		return { status: 404, body: { message: `Nothing is at ${path}` } };
	};

	/** The contacts written since the last call. */
	takeContacts(): HubspotContact[] {
		const written = this.written;
		this.written = [];
		return written;
	}

	private search({ filterGroups }: z.infer<typeof searchSchema>): object[] {
		return this.known
			.filter((contact) =>
				filterGroups.some(({ filters }) =>
					filters.every(({ propertyName, value }) => contact[propertyName] === value),
				),
			)
			.map((properties, index) => ({ id: String(index + 1), properties }));
	}
}
