const { readdirSync } = require('node:fs');
const { rm } = require('node:fs/promises');
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
	legalComments: 'linked',
};

/** The nodes share one zod: with one in each, n8n would take longer to start. */
const zod = () => build({ ...bundled, entryPoints: { zod: 'zod' } });

const sharedZod = {
	name: 'shared-zod',
	setup({ onResolve }) {
		onResolve({ filter: /^zod$/ }, () => ({ path: '../../zod.js', external: true }));
	},
};

/** One file a node and a credential, with all else it needs inside but n8n itself. */
function bundles() {
	const entryPoints = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(folder, { recursive: true })
			.filter((file) => /\.(node|credentials)\.ts$/.test(file))
			.map((file) => `${folder}/${file}`),
	);
	return build({
		...bundled,
		entryPoints,
		outbase: '.',
		external: ['n8n-workflow'],
		plugins: [sharedZod],
	});
}

const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

exports.build = series(clean, types, parallel(zod, bundles, codex, icons));
exports.default = exports.build;
