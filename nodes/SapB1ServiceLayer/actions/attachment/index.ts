import type { Resource } from '../operation';
import { link } from './link.operation';
import { upload } from './upload.operation';

export const attachment: Resource = {
	choice: {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['attachment'] } },
		options: [
			{
				name: 'Link',
				value: 'link',
				action: 'Link an attachment to a journal entry',
				description: 'Show an uploaded attachment at a journal entry',
			},
			{
				name: 'Upload',
				value: 'upload',
				action: 'Upload an attachment',
				description: 'Store files in the attachment folder of B1',
			},
		],
		default: 'upload',
	},
	operations: { link, upload },
};
