import type { Operation } from '../operation';
import { postFields } from './postFields';
import { postItems, postOutputs, toOutputs } from './postItems';

/** Post entries exactly once. */
export const post: Operation = {
	fields: postFields,
	outputs: postOutputs,
	async execute(run) {
		return toOutputs(await postItems(run, {}));
	},
};
