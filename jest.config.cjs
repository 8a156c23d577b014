/**
 * Unit, property and loader tests. The real n8n is driven by jest.host.config.cjs, and the suites run once
 * more with a fourth vendor by "npm run test:fourth-vendor".
 */
module.exports = {
	testMatch: ['<rootDir>/test/**/*.test.mts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/host/',
		'<rootDir>/test/fourth-vendor/',
	],
	setupFilesAfterEnv: ['<rootDir>/test/generated-cases.mts'],
	// n8n-core keeps timers that would hold the process.
	forceExit: true,
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
	// TypeScript calls an .mts file by the name it has once compiled.
	moduleNameMapper: { '^(\\.{1,2}/.*)\\.mjs$': ['$1.mts', '$1.mjs'] },
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	// Packages that come as ES modules only, which jest cannot load as they are
	transformIgnorePatterns: [
		'/node_modules/(?!(?:@formatjs/|dom-serializer/|domelementtype/|domhandler/|domutils/|entities/|htmlparser2/))',
	],
	transform: {
		'^.+\\.m?[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
};
