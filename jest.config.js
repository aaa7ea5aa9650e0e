module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.(ts|js)$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	// d3 comes as modules only.
	transformIgnorePatterns: ['/node_modules/(?!(d3-[a-z-]+|internmap)/)'],
	maxWorkers: 2,
	// Loading n8n-core alone takes seconds on a busy machine; no test measures time.
	testTimeout: 120_000,
};
