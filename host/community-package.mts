import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { HostFailure } from './failure.mjs';
import { npm, NPM_REMEDY } from './npm.mjs';
import { runCommand } from './run-command.mjs';

/** The root of this clone. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../', import.meta.url));

const packResultSchema = z.array(z.object({ filename: z.string() })).min(1);

const packageSchema = z
	.object({
		name: z.string(),
		version: z.string(),
		dependencies: z.record(z.string()).optional(),
		n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
	})
	.passthrough();

/**
 * Builds the package as it is published: `npm run build`.
 *
 * @throws HostFailure with the build's own words
 */
export async function buildPackage(): Promise<void> {
	const { code, output } = await runCommand('npm', ['run', 'build', '--silent'], {
		cwd: PROJECT_FOLDER,
		remedy: NPM_REMEDY,
	});
	if (code !== 0) throw new HostFailure(`The package does not build:\n${output.trim()}`);
}

/**
 * Packs the built package as `npm publish` would.
 *
 * @returns the path of the tarball, in a temporary folder that the caller removes
 */
export async function packPackage(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pack-'));
	const { stdout } = await npm(['pack', '--json', '--silent', '--pack-destination', folder], {
		cwd: PROJECT_FOLDER,
		purpose: 'Packing the package',
	});
	const [packed] = packResultSchema.parse(JSON.parse(stdout));
	if (packed === undefined) throw new HostFailure('npm packed nothing: run npm run build first.');
	return join(folder, packed.filename);
}

/**
 * Installs a packed community package into an n8n user folder, with the steps of n8n's own installer
 * (`CommunityPackagesService.downloadPackage`): unpack, drop the dependencies that are for
 * development, note it in the folder's package.json. n8n then runs `npm install`, which adds nothing
 * to a package without dependencies. An earlier version there is replaced; n8n loads it at its next
 * start.
 *
 * @throws HostFailure when the package is not built, or would need other packages
 */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodes, 'package.unpacked');
	await rm(unpacked, { recursive: true, force: true });
	await mkdir(unpacked, { recursive: true });
	const { code, output } = await runCommand(
		'tar',
		['-xzf', tarball, '-C', unpacked, '--strip-components=1'],
		{ cwd: nodes, remedy: 'install it with your package manager' },
	);
	if (code !== 0) throw new HostFailure(`The package cannot be unpacked: ${output.trim()}`);

	const manifest = await readManifest(unpacked);
	if (Object.keys(manifest.dependencies ?? {}).length > 0) {
		throw new HostFailure(`${manifest.name} has dependencies, which a verified package may not.`);
	}
	const { nodes: nodeFiles, credentials } = manifest.n8n;
	const missing = [...nodeFiles, ...credentials].find((file) => !existsSync(join(unpacked, file)));
	if (missing !== undefined) {
		throw new HostFailure(`The package lacks ${missing}: run npm run build first.`);
	}
	const { devDependencies, peerDependencies, optionalDependencies, ...rest } = manifest;
	await writeFile(join(unpacked, 'package.json'), JSON.stringify(rest, null, 2));

	await removePackage(manifest.name, userFolder);
	const place = join(nodes, 'node_modules', manifest.name);
	await mkdir(join(place, '..'), { recursive: true });
	await rename(unpacked, place);
	await writeFile(
		join(nodes, 'package.json'),
		JSON.stringify(
			{
				name: 'installed-nodes',
				private: true,
				dependencies: { [manifest.name]: manifest.version },
			},
			null,
			2,
		),
	);
}

/** Takes a community package out of an n8n user folder; nothing happens when it is not there. */
export async function removePackage(name: string, userFolder: string): Promise<void> {
	await rm(join(userFolder, '.n8n', 'nodes', 'node_modules', name), {
		recursive: true,
		force: true,
	});
}

async function readManifest(folder: string): Promise<z.infer<typeof packageSchema>> {
	return packageSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
}
