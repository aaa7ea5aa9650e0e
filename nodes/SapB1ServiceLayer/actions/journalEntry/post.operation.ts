import type { Operation } from '../operation';
import { postFields } from './postFields';
import { postFailures, postItems, toOutputs } from './postItems';

/** Post entries exactly once. */
export const post: Operation = {
	fields: postFields,
	failures: postFailures,
	async execute(run) {
		return toOutputs(await postItems(run, {}));
	},
};
