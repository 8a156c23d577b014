/** Tests that drive a real n8n, which is brought to the machine the first time. */
module.exports = {
	...require('./jest.config.cjs'),
	testMatch: ['<rootDir>/test/host/**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 60_000,
};
