/** Tests that drive a real n8n, which is brought to the machine the first time. */
// The steps in the editor are those of the newest; queue mode is measured on it; it alone has engine 2.0.
const newest = process.env.N8N_RELEASE !== 'oldest';

module.exports = {
	...require('./jest.config.cjs'),
	testMatch: ['<rootDir>/test/host/**/*.test.mts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		...(newest ? [] : ['/test/host/(editor|engine-v2|queue-mode)\\.test\\.mts$']),
	],
	setupFilesAfterEnv: [],
	testTimeout: 60_000,
};
