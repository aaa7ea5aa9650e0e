const { TestEnvironment } = require('jest-environment-node');

/** Skips what is left of a test file once a test of it has failed: a mutant is dead then, and Stryker has no such setting for Jest. */
module.exports = class StopAtFirstFailure extends TestEnvironment {
	failed = false;

	async handleTestEvent(event) {
		if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.failed = true;
		if (event.name === 'test_start' && this.failed) event.test.mode = 'skip';
	}
};
