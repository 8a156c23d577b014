/** `npm start`: this package in a real n8n, with a delivery of each vendor to look at. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { cacheFolder } from '../host/cache.mjs';
import {
	buildPackage,
	installPackage,
	packPackage,
	PROJECT_FOLDER,
} from '../host/community-package.mjs';
import { deliver } from './start/deliver.mjs';
import { DEMOS } from './start/demos.mjs';
import { reportOf } from './start/report.mjs';
import { setUpDemo } from './start/set-up.mjs';
import { explain, HostFailure } from '../host/failure.mjs';
import { installN8n } from '../host/install.mjs';
import { N8nApi } from '../host/n8n-api.mjs';
import { startN8n, type RunningN8n } from '../host/n8n-process.mjs';
import { OWNER } from '../host/owner.mjs';
import { step } from '../host/progress.mjs';
import { freePortOf } from '../host/port.mjs';
import { RELEASES } from '../host/releases.mjs';

const USAGE = `npm start                  n8n with this package on http://127.0.0.1:5678, until Ctrl-C
npm start -- --once        ends after the report: exit code 0, or 1 if anything was not as expected
npm start -- --port 8080   on another port
npm start -- --fresh       forgets what was done in this n8n before
N8N_BIN=/path/to/n8n npm start   uses an n8n that is there already`;

const DEFAULT_PORT = 5678;
const PORT_REMEDY = 'stop what listens there, or choose another with --port';
const INTERRUPTED = 130;

let n8n: RunningN8n | undefined;
let isUp = false;
let isEnding = false;

process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());
process.on('SIGHUP', () => void end());

try {
	await start();
} catch (error) {
	console.error(`\n${explain(error)}`);
	await n8n?.stop();
	process.exit(1);
}

/** Ctrl-C reaches this process more than once: from the terminal, and relayed by npm and tsx. */
async function end(): Promise<void> {
	if (isEnding) return;
	isEnding = true;
	if (isUp) console.log('\nStopping n8n.');
	await n8n?.stop();
	process.exit(isUp ? process.exitCode : INTERRUPTED);
}

async function start(): Promise<void> {
	const { once, port, fresh, help } = readOptions();
	if (help) {
		console.log(USAGE);
		return;
	}
	await freePortOf(port, PORT_REMEDY);
	const userFolder = join(cacheFolder(), `start-${hashOf(PROJECT_FOLDER)}`);
	if (fresh) await rm(userFolder, { recursive: true, force: true });

	await step('Building the package', buildPackage);
	const tarball = await step('Packing it as npm publishes it', packPackage);
	const install = await step(
		`Getting n8n ${process.env['N8N_BIN'] ?? RELEASES.newest.version}`,
		async (progress) => await installN8n(RELEASES.newest, progress),
	);
	await step(
		'Installing the package in n8n',
		async () => await installPackage(tarball, userFolder),
	);
	await rm(dirname(tarball), { recursive: true, force: true });
	n8n = await step('Starting n8n', async () => await startN8n(install, { userFolder, port }));
	const { url } = n8n;
	const api = new N8nApi(url);
	const demos = await step('Publishing a workflow for each vendor', async () => {
		await api.signIn();
		return await Promise.all(DEMOS.map(async (demo) => await setUpDemo(api, demo)));
	});

	let faults = 0;
	for (const demo of demos) {
		for (const delivery of demo.deliveries) {
			const outcome = await deliver(api, demo, delivery);
			console.log(`\n${reportOf(url, demo, delivery, outcome)}`);
			faults += outcome.faults.length;
		}
	}
	process.exitCode = faults === 0 ? 0 : 1;
	console.log(`\n${summaryOf(faults)}`);
	if (once) {
		await n8n.stop();
		process.exit();
	}

	isUp = true;
	console.log(`\nOpen      ${url}\nSign in   ${OWNER.email}, password ${OWNER.password}`);
	console.log(`Log       ${n8n.logFile}\nCtrl-C    stops n8n`);
	await n8n.ended;
	if (isEnding) return;
	throw new HostFailure(`n8n has ended by itself: its log is ${n8n.logFile}.`);
}

function summaryOf(faults: number): string {
	if (faults === 0) return 'Every delivery came out as expected.';
	return faults === 1
		? 'One thing was not as expected: see above.'
		: `${faults} things were not as expected: see above.`;
}

function readOptions(): { once: boolean; port: number; fresh: boolean; help: boolean } {
	try {
		const { values } = parseArgs({
			options: {
				once: { type: 'boolean', default: false },
				port: { type: 'string', default: String(DEFAULT_PORT) },
				fresh: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		const port = Number(values.port);
		if (!Number.isInteger(port) || port < 1 || port > 65_535) {
			throw new Error(`--port wants a number from 1 to 65535, not "${values.port}"`);
		}
		return { ...values, port };
	} catch (error) {
		throw new HostFailure(`${error instanceof Error ? error.message : error}.\n\n${USAGE}`);
	}
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
