/**
 * Tests that drive a real n8n, which is brought to the machine the first time. LONG=1 adds the paths
 * through the editor and queue mode.
 */
const long = process.env.LONG === '1';
// The steps in the editor are those of the newest; queue mode is measured on it.
const newest = process.env.N8N_RELEASE !== 'oldest';

module.exports = {
	...require('./jest.config.cjs'),
	testMatch: ['<rootDir>/test/host/**/*.test.mts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		...(long && newest ? [] : ['/test/host/(editor|queue-mode)\\.test\\.mts$']),
	],
	testTimeout: 60_000,
};
