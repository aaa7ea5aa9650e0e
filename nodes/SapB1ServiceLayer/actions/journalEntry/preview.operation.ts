import type { Operation } from '../operation';
import { postFields } from './postFields';
import { postItems, postOutputs, toOutputs } from './postItems';

/** Make every check of Post, in the same code and with the same outputs, and write nothing. */
export const preview: Operation = {
	fields: postFields,
	outputs: { ...postOutputs, labels: ['Would Be Posted', ...postOutputs.labels.slice(1)] },
	async execute(run) {
		return toOutputs(await postItems(run, { preview: true }));
	},
};
