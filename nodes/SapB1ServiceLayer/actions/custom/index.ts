import type { Resource } from '../operation';
import { call } from './call.operation';

export const custom: Resource = {
	choice: {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['custom'] } },
		options: [
			{
				name: 'Call',
				value: 'call',
				action: 'Make a custom call',
				description: 'Call any entity set, function or action of the Service Layer',
			},
		],
		default: 'call',
	},
	operations: { call },
};
