import type { Resource } from '../operation';
import { getForEntries } from './getForEntries.operation';

export const outgoingPayment: Resource = {
	choice: {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['outgoingPayment'] } },
		options: [
			{
				name: 'Get for Entries',
				value: 'getForEntries',
				action: 'Get outgoing payments for journal entries',
				description: 'Find which journal entries were paid, and which payments Concur is still to be told of',
			},
		],
		default: 'getForEntries',
	},
	operations: { getForEntries },
};
