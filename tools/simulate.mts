/** Sends a vendor's events to a trigger, signed as the vendor signs them: see USAGE. */
import { setTimeout as sleep } from 'node:timers/promises';

import { vendors } from '../vendors';
import type { CatalogueEvent, Vendor } from '../vendors/vendor';
import { readArguments, USAGE, type SimulateArguments } from './simulate/arguments.mjs';
import { composeBody } from '../host/sender/compose.mjs';
import { scheduleOf } from './simulate/schedule.mjs';
import { send } from './simulate/send.mjs';

// Who reads the output may have read enough, as "head" does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
	process.exit(code === 'EPIPE' ? 0 : 1),
);

try {
	await simulate(readArguments(process.argv.slice(2)));
} catch (failed) {
	console.error(failed instanceof Error ? failed.message : failed);
	process.exitCode = 1;
}

async function simulate(asked: SimulateArguments): Promise<void> {
	if (asked.list) return printEvents(asked.vendor === undefined ? vendors : [vendorOf(asked)]);
	if (asked.vendor === undefined || asked.event === undefined) throw new Error(USAGE);
	const vendor = vendorOf(asked);
	const row = rowOf(vendor, asked.event);
	if (asked.url === undefined)
		throw new Error('Where to? Add --url and the webhook URL of the trigger.');

	const start = Date.now();
	for (let index = 0; index < asked.count; index++) {
		// A millisecond apart, so that no two of them are equal byte for byte.
		const body = composeBody(vendor, row, asked.changes, new Date(start + index));
		const bytes = Buffer.from(JSON.stringify(body));
		const pause = index === 0 ? 0 : asked.pause;
		for (const sending of scheduleOf(bytes, { ...asked, pause }, new Date())) {
			await sleep(sending.after);
			const answer = await send(asked.url, vendor, sending, asked);
			console.log(`${sending.label}: ${answer.status} ${answer.body}`);
		}
	}
}

function vendorOf({ vendor: id }: SimulateArguments): Vendor {
	const vendor = vendors.find((candidate) => candidate.id === id);
	if (vendor) return vendor;
	throw new Error(`There is no vendor "${id}", only ${vendors.map(({ id }) => id).join(', ')}.`);
}

function rowOf(vendor: Vendor, name: string): CatalogueEvent {
	const row = vendor.catalogue.find((candidate) => candidate.name === name);
	if (row) return row;
	throw new Error(
		`${vendor.displayName} has no event "${name}". "npm run simulate -- --list ${vendor.id}" shows them.`,
	);
}

function printEvents(listed: readonly Vendor[]): void {
	for (const vendor of listed) {
		console.log(`\n${vendor.displayName} (${vendor.id})`);
		for (const { name, summary } of vendor.catalogue)
			console.log(`  ${name.padEnd(52)} ${summary}`);
	}
}
