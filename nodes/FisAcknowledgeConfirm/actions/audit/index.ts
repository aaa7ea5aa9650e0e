import type { INodeProperties } from 'n8n-workflow';
import * as collect from './collect.operation';
import * as exportLines from './export.operation';
import * as verify from './verify.operation';

export const choice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['audit'] } },
	options: [
		{
			name: 'Collect',
			value: 'collect',
			action: 'Collect lines of the audit',
			description: 'Take the lines out of the rows for the log, with the daily line that seals them',
		},
		{
			name: 'Export',
			value: 'export',
			action: 'Export old lines of the audit',
			description: 'Give the lines that are older than a number of days as a text for a file',
		},
		{
			name: 'Verify',
			value: 'verify',
			action: 'Verify the audit',
			description: 'See whether every line of the log is as it was written, and name the first that is not',
		},
	],
	default: 'verify',
};

export const operations = { 'audit:collect': collect, 'audit:export': exportLines, 'audit:verify': verify };
