/** Tests that drive a real n8n, which is brought to the machine the first time. */
const suites = require('./host/suites.json');

const release = process.env.N8N_RELEASE ?? 'newest';

module.exports = {
	...require('./jest.config.cjs'),
	testMatch: Object.entries(suites)
		.filter(([, { releases }]) => releases.includes(release))
		.map(([name]) => `<rootDir>/test/host/${name}.test.mts`),
	testPathIgnorePatterns: ['/node_modules/'],
	setupFilesAfterEnv: [],
	testTimeout: 60_000,
};
