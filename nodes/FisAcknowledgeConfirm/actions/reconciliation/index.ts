import type { INodeProperties } from 'n8n-workflow';
import * as choosePeriod from './choosePeriod.operation';
import * as render from './render.operation';

export const choice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['reconciliation'] } },
	options: [
		{
			name: 'Choose Period',
			value: 'choosePeriod',
			action: 'Choose the period of a reconciliation',
			description: 'Give the first and the last day of a month: the one that was asked for, or the last that is over',
		},
		{
			name: 'Render',
			value: 'render',
			action: 'Render a reconciliation',
			description: 'Give the reconciliation as a page with charts, and as CSV',
		},
	],
	default: 'render',
};

export const operations = { 'reconciliation:choosePeriod': choosePeriod, 'reconciliation:render': render };
