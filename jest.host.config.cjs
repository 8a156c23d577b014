/** Tests that drive a real n8n, which is brought to the machine the first time. */
module.exports = {
	...require('./jest.config.cjs'),
	testMatch: ['<rootDir>/test/host/**/*.test.mts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		// Its steps are those of the newest editor.
		...(process.env.N8N_RELEASE === 'oldest' ? ['/test/host/editor\\.test\\.mts$'] : []),
	],
	testTimeout: 60_000,
};
