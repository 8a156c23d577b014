import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

type Property = Omit<INodeProperties, 'name'>;

/** What the editor shows of a parameter, but for its type and name. */
type Shown<Default> = Omit<Property, 'type' | 'options' | 'default'> & {
	readonly default: Default;
};

/** One parameter of a node: what the editor shows, and how its value is read. */
export interface Parameter<Value> {
	readonly property: Property;
	/** Reads what the user has set; what an expression makes of it may be anything. */
	readonly read: (value: unknown) => Value;
}

/** Parameters by their names. */
export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** What is read of some parameters. */
export type ValuesOf<P extends Parameters> = { [Name in keyof P]: ReturnType<P[Name]['read']> };

/** The parameters as n8n wants them described, in the order of the record. */
export function propertiesOf(parameters: Parameters): INodeProperties[] {
	return Object.entries(parameters).map(([name, { property }]) => ({ ...property, name }));
}

/** The same by the names that the editor shows, as the entries of a collection have to be. */
export function collectionOf(parameters: Parameters): INodeProperties[] {
	return propertiesOf(parameters).sort((one, other) =>
		one.displayName.localeCompare(other.displayName),
	);
}

/** Reads parameters; `valueOf` gives what the user has set, undefined for what was left alone. */
export function readParameters<P extends Parameters>(
	parameters: P,
	valueOf: (name: string) => unknown,
): ValuesOf<P> {
	const values = Object.entries(parameters).map(([name, { read }]) => [name, read(valueOf(name))]);
	return Object.fromEntries(values) as ValuesOf<P>;
}

/** One of some values; anything else is read as the default. */
export function choice<const Options extends ReadonlyArray<Readonly<INodePropertyOptions>>>(
	shown: Shown<Options[number]['value']> & { readonly options: Options },
): Parameter<Options[number]['value']> {
	const values: ReadonlyArray<INodePropertyOptions['value']> = shown.options.map(
		({ value }) => value,
	);
	return {
		property: { ...shown, type: 'options', options: [...shown.options] },
		read: (value) =>
			values.includes(value as Options[number]['value'])
				? (value as Options[number]['value'])
				: shown.default,
	};
}

/** Any number of some values, or, from an expression, a text with commas between them. */
export function choices(
	shown: Shown<string[]> & { readonly options: readonly INodePropertyOptions[] },
): Parameter<string[]> {
	return {
		property: { ...shown, type: 'multiOptions', options: [...shown.options] },
		read: (value) => (value === undefined ? shown.default : namesIn(value)),
	};
}

/** On or off; anything else is read as the default. */
export function toggle(shown: Shown<boolean>): Parameter<boolean> {
	return {
		property: { ...shown, type: 'boolean' },
		read: (value) => (typeof value === 'boolean' ? value : shown.default),
	};
}

/** One text; a number is read as its digits, anything else as the default. */
export function text(shown: Shown<string>): Parameter<string> {
	return {
		property: { ...shown, type: 'string' },
		read: (value) =>
			typeof value === 'string' || typeof value === 'number' ? String(value) : shown.default,
	};
}

/** Names in one text with commas between them, or, from an expression, a list of names. */
export function names(shown: Shown<string>): Parameter<string[]> {
	return { property: { ...shown, type: 'string' }, read: namesIn };
}

/** A number from 0 on, or its digits as text; anything else is read as the default. */
export function number(shown: Shown<number>): Parameter<number> {
	return {
		property: { ...shown, type: 'number', typeOptions: { minValue: 0, ...shown.typeOptions } },
		read(value) {
			const read = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
			return typeof read === 'number' && read >= 0 ? read : shown.default;
		},
	};
}

/** A parameter whose value is read further. */
export function converted<Value, Result>(
	{ property, read }: Parameter<Value>,
	convert: (value: Value) => Result,
): Parameter<Result> {
	return { property, read: (value) => convert(read(value)) };
}

/** The same parameter with an example in it while it is empty. */
export function withPlaceholder<Value>(
	{ property, read }: Parameter<Value>,
	placeholder = '',
): Parameter<Value> {
	return { property: { ...property, placeholder }, read };
}

/** A note among the parameters. */
export function notice(
	message: string,
	shown: Pick<Property, 'displayOptions'> = {},
): Parameter<void> {
	return {
		property: { displayName: message, type: 'notice', default: '', ...shown },
		read: () => undefined,
	};
}

/** A note of steps to take: of all HTML, n8n leaves only lists and links in a note. */
export function stepsNotice(title: string, steps: readonly string[]): Parameter<void> {
	return notice(`${title}<ul>${steps.map((step) => `<li>${step}</li>`).join('')}</ul>`);
}

/** What stands between commas; those in brackets are part of a name: `['a, b']`, `Chinese (Simplified, China)`. */
const ENTRY = /(?:\[(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]|\([^()]*\)|[^,])+/gs;

/** The names in a list, or in one text with commas between them; blank ones do not count. */
export function namesIn(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : (textIn(value).match(ENTRY) ?? []);
	return entries.map((entry) => textIn(entry).trim()).filter((entry) => entry !== '');
}

function textIn(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
