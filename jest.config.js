module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	maxWorkers: 2,
	// Loading n8n-core alone takes seconds on a busy machine; no test measures time.
	testTimeout: 120_000,
};
