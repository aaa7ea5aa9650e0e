/** The tests that mutants of the money core have to pass: all of money and posting, but not those that start processes. */
const base = require('../../jest.config.js');

module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/posting', '<rootDir>/test/money'],
	setupFiles: ['<rootDir>/test/posting/fewerRuns.ts'],
	testPathIgnorePatterns: ['preview.test.ts', 'useCasesPage.test.ts'],
};
