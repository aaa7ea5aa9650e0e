import type { Resource } from '../operation';
import { append } from './append.operation';
import { attachOnce } from './attachOnce.operation';
import { download } from './download.operation';
import { get } from './get.operation';
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
				name: 'Append',
				value: 'append',
				action: 'Append files to an attachment',
				description: 'Add files to an attachment that is there',
			},
			{
				name: 'Attach Once',
				value: 'attachOnce',
				action: 'Attach files once to what was posted',
				description:
					'Attach the files of an item to the journal entry or A/P invoice of its document, each once however often it is run',
			},
			{
				name: 'Download',
				value: 'download',
				action: 'Download an attachment',
				description: 'Get the files of an attachment, one item each',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get an attachment',
				description: 'Get an attachment with the names of its files',
			},
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
	operations: { append, attachOnce, download, get, link, upload },
};
