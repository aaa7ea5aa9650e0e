/**
 * Mutation testing of the money core: Stryker changes one expression after the other and looks whether a test notices.
 * `npx stryker run` on Node 24; docs/mutation-testing.md holds the last figures. One part of it: `--mutate 'nodes/shared/money/*.ts'`.
 */
export default {
	testRunner: 'jest',
	coverageAnalysis: 'perTest',
	mutate: ['money', 'review', 'document', 'mapping', 'posting', 'journalEntry'].map((room) => `nodes/shared/${room}/**/*.ts`),
	jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
	concurrency: 2,
	timeoutMS: 20_000,
	incremental: true,
	incrementalFile: 'reports/stryker-incremental.json',
	jsonReporter: { fileName: 'reports/mutation.json' },
	reporters: ['progress-append-only', 'clear-text', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	tempDirName: '.stryker-tmp',
	ignorePatterns: ['/dist', '/reports', '/sandbox', '/bench', '/workflows', '.git', '.run', '.stryker-tmp', '*.tsbuildinfo'],
};
