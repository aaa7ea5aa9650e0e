import type { Resource } from '../operation';
import { post } from './post.operation';

export const journalVoucher: Resource = {
	choice: {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['journalVoucher'] } },
		options: [
			{
				name: 'Post',
				value: 'post',
				action: 'Post a journal voucher',
				description: 'Park entries in B1 for a person to review and post',
			},
		],
		default: 'post',
	},
	operations: { post },
};
