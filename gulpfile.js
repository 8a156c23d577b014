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

/** One file a node and a credential, with all it needs inside but n8n itself. */
function bundles() {
	const entryPoints = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(folder, { recursive: true })
			.filter((file) => /\.(node|credentials)\.ts$/.test(file))
			.map((file) => `${folder}/${file}`),
	);
	return build({
		entryPoints,
		outbase: '.',
		outdir: 'dist',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20.19',
		external: ['n8n-workflow'],
		minifySyntax: true,
		legalComments: 'linked',
	});
}

const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

exports.build = series(clean, types, parallel(bundles, codex, icons));
exports.default = exports.build;
