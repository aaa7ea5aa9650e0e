/**
 * The tests that mutants of the money core have to pass: all of money and of the rooms of the engine, but not those that start
 * processes. The tests of the rooms run as one file, which loads the engine once instead of fifteen times, and stop at the first that fails.
 */
const base = require('../../jest.config.js');

module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/mutation', '<rootDir>/test/money'],
	testMatch: [...base.testMatch, '**/test/mutation/posting.ts'],
	testEnvironment: require.resolve('./stopAtFirstFailure.js'),
	setupFiles: ['<rootDir>/test/mutation/fewerRuns.ts'],
};
