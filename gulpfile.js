const { readdirSync } = require('node:fs');
const { readdir, readFile, rm, writeFile } = require('node:fs/promises');
const { promisify } = require('node:util');
const execFile = promisify(require('node:child_process').execFile);
const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

/** Checks what is shipped; "npm run lint" checks the rest. */
async function types() {
	try {
		await execFile(process.execPath, [
			require.resolve('typescript/bin/tsc'),
			'-p',
			'tsconfig.build.json',
		]);
	} catch (failed) {
		throw new Error(failed.stdout);
	}
}

const bundled = {
	outdir: 'dist',
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20.19',
	minifySyntax: true,
	metafile: true,
};

/** Packages that several nodes share: with one in each, n8n would take longer to start. */
const SHARED = { zod: 'zod', 'ip-address': 'ipaddr.js' };

const shared = {
	name: 'shared',
	setup({ onResolve }) {
		for (const [file, name] of Object.entries(SHARED)) {
			onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
				path: `../../${file}.js`,
				external: true,
			}));
		}
	},
};

/** Of each currency, what json/currency-units.ts reads: its names and countries are five times as much. */
const decimalsOfCurrencies = {
	name: 'decimals-of-currencies',
	setup({ onLoad }) {
		onLoad({ filter: /currency-codes[\\/]data\.js$/ }, ({ path }) => ({
			contents: JSON.stringify(require(path).map(({ code, digits }) => ({ code, digits }))),
			loader: 'json',
		}));
	},
};

/** One file a node and a credential, with all else it needs inside but n8n itself. */
async function bundles() {
	const entryPoints = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(folder, { recursive: true })
			.filter((file) => /\.(node|credentials)\.ts$/.test(file))
			.map((file) => `${folder}/${file}`),
	);
	const results = await Promise.all([
		build({ ...bundled, entryPoints: SHARED }),
		build({
			...bundled,
			entryPoints,
			outbase: '.',
			external: ['n8n-workflow'],
			plugins: [shared, decimalsOfCurrencies],
		}),
	]);
	await writeFile('dist/third-party-licenses.txt', await licensesOf(results));
}

/** The licenses of the packages that are bundled, as they ask for. */
async function licensesOf(results) {
	const files = results
		.flatMap(({ metafile }) => Object.values(metafile.outputs))
		.flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0));
	const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
	const licenses = [...new Set(folders)].sort().map(async (folder) => {
		const { name, version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
		const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
		return `${name} ${version}\n\n${(await readFile(`${folder}/${file}`, 'utf8')).trim()}\n`;
	});
	return (await Promise.all(licenses)).join('\n\n');
}

/** What n8n's node panel and its assistant read beside the nodes. */
const descriptions = () => src('nodes/**/*.json').pipe(dest('dist/nodes'));

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

exports.build = series(clean, types, parallel(bundles, descriptions, icons));
exports.default = exports.build;
