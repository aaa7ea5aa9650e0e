import type { INodeProperties } from 'n8n-workflow';

/** The operations on documents, as the form offers them. */
export const documentChoice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['document'] } },
	options: [
		{
			name: 'Acknowledge',
			value: 'acknowledge',
			action: 'Acknowledge a document',
			description: 'Tell Concur that the document was received, so that it leaves the ready queue and cannot be recalled',
		},
		{
			name: 'Check Readiness',
			value: 'checkReadiness',
			action: 'Check the readiness for documents',
			description: 'See whether app, token and data center are right, and what documents ask of the mapping; nothing is written',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a document',
			description: 'Find documents by their ID or report ID, whatever their status',
		},
		{
			name: 'Get Many',
			value: 'getMany',
			action: 'Get many documents',
			description: 'Read the documents that are ready, chosen by person, report, date or type; nothing is written',
		},
	],
	default: 'acknowledge',
};
