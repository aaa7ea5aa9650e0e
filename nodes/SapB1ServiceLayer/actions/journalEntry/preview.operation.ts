import type { Operation } from '../operation';
import { postFields } from './postFields';
import { postItems } from './postItems';

/** Make every check of Post, in the same code, and write nothing. */
export const preview: Operation = {
	fields: postFields,
	async execute(run) {
		return [(await postItems(run, { preview: true })).map(({ item }) => item)];
	},
};
