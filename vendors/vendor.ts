import type { z } from 'zod';

import type { JsonObject, ReplaceMember } from '../json/object';
import type { LabelSets } from './label-sets';
import type { LocalizedShapes } from './localized-value';
import type { SharedSecretScheme, SignatureScheme } from './signature-scheme';

/** `current`: sent today. `legacy`: to be replaced. `beta`, `announced`: as the vendor labels it. */
export type EventStatus = 'current' | 'legacy' | 'beta' | 'announced';

/** One row of a vendor's catalogue: the only place where an event is written down. */
export interface CatalogueEvent {
	/** The event type: the name under which the vendor sends the event. */
	readonly name: string;
	/** Other names under which the same event is sent. */
	readonly spellings?: readonly string[];
	/** The group in the Trigger On list ("Order") … */
	readonly group: string;
	/** … and the name in it ("Completed"). */
	readonly title: string;
	/** When the vendor sends it: one line of plain English. */
	readonly summary: string;
	readonly status: EventStatus;
	/** Whether the literal name was seen in the vendor's documentation. */
	readonly confirmed: boolean;
	/** The event that has replaced this one. */
	readonly replacedBy?: string;
	/** The vendor page that documents it. */
	readonly source: string;
	/** The fields of the event once they are typed; undocumented ones pass. */
	readonly fields: z.AnyZodObject;
}

/**
 * Called once a field, in the order sent.
 *
 * @param isWhole whether an object is one value, such as a text in many languages, and not a group of
 * fields to be flattened
 */
export type EmitField = (name: string, value: unknown, isWhole?: boolean) => void;

/** The value of an event that a filter of one vendor's own looks at. */
export type EventFilter = (event: JsonObject, eventType: string) => string | undefined;

/** What tells one event from another, as sent: any of them may be missing or of any type. */
export interface EventIdentity {
	readonly time: unknown;
	readonly player: unknown;
	/** The vendor's own id of the event, unique for each event. */
	readonly id: unknown;
}

/** All that is known of a vendor, as data and a few pure functions that never throw. */
export interface Vendor<Filter extends string = string> {
	/** The name in commands and file names ("gamanza-engage"). */
	readonly id: string;
	readonly displayName: string;
	/** The vendor's domain, reversed: the beginning of a CloudEvents type ("com.appcharge"). */
	readonly reverseDomain: string;
	/** The CloudEvents source. */
	readonly website: string;
	/** The status that the vendor expects for a delivery that was taken. */
	readonly successStatus: 200 | 202;
	readonly credential: string;
	readonly authentication: SignatureScheme | SharedSecretScheme;
	/** Headers of the vendor's own that say nothing secret, in lower case; others never leave the trigger. */
	readonly publicHeaders?: readonly string[];
	readonly catalogue: readonly CatalogueEvent[];
	/**
	 * Every documented field, whatever the event: types the events that no catalogue knows, and says
	 * which fields are personal. A catchall marked as personal makes all undocumented fields personal.
	 */
	readonly anyEventFields: z.AnyZodObject;
	/** The member of the body that holds the list of events, where the vendor wraps them. */
	readonly wrapper?: string;
	/** The name of the event as sent, or as its fields tell; undefined where nothing tells it. */
	readonly nameOf: (event: JsonObject) => string | undefined;
	readonly identify: (event: JsonObject) => EventIdentity;
	/** A field that only repeats the player: not in a flattened item where it equals `playerId`. */
	readonly playerRepeatedIn?: string;
	/**
	 * Whether two deliveries of equal events are copies of one; else only an id tells, which no event of
	 * this vendor has unless the user names its field.
	 */
	readonly equalEventsAreOne: boolean;
	/**
	 * What a body is that is no event and wants an answer which no trigger can give, such as "a login
	 * callback"; undefined for an event.
	 */
	readonly callbackIn?: (body: JsonObject) => string | undefined;
	/**
	 * Hands on the event's own fields, for vendors that write them in a form of their own; the others
	 * have their members as fields.
	 */
	readonly forEachField?: (event: JsonObject, emit: EmitField) => void;
	/** The same for personal data: a copy of the event with `replace` applied to each field's value. */
	readonly mapFields?: (event: JsonObject, replace: ReplaceMember) => JsonObject;
	/** The vendor's own filters, by the names of the options that set them. */
	readonly filters: Readonly<Record<Filter, EventFilter>>;
	/** Fields in which a number is a time, in seconds or milliseconds since 1970. */
	readonly timeFields?: readonly string[];
	/** Labels of the documented values, in several languages. */
	readonly labels?: LabelSets;
	/** How the vendor writes texts in several languages, where it does so in a form of its own. */
	readonly localizedShapes?: LocalizedShapes;
	/** A made-up body as the vendor would send it for this event. */
	readonly sampleDelivery: (event: CatalogueEvent) => JsonObject;
	/**
	 * A copy of one of its events with an id and a time of its own, in the members and forms in which the
	 * vendor has them, so that no two are equal.
	 */
	readonly renew: (event: JsonObject, id: string, time: Date) => JsonObject;
}

/** Text with something in it; undefined for anything else and for blanks. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** An ID, which some vendors' customers have as a number; undefined for anything else and for blanks. */
export function idOf(value: unknown): string | number | undefined {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
