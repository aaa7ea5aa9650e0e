import type { Operation } from '../operation';
import { postFields } from './postFields';
import { postFailures, postItems, toOutputs } from './postItems';

/** Make every check of Post, in the same code and with the same outputs, and write nothing. */
export const preview: Operation = {
	fields: postFields,
	failures: postFailures,
	async execute(run) {
		return toOutputs(await postItems(run, { preview: true }));
	},
};
