import type { INodeProperties } from 'n8n-workflow';
import * as renderFailure from './renderFailure.operation';
import * as summarize from './summarize.operation';

export const choice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['alert'] } },
	options: [
		{
			name: 'Render Failure',
			value: 'renderFailure',
			action: 'Render a failed execution as an alert',
			description: 'Give subject and text of a message about an execution that failed',
		},
		{
			name: 'Summarize',
			value: 'summarize',
			action: 'Summarize what needs somebody',
			description: 'Give subject and text of a message about what waits too long or went wrong; nothing where all is well',
		},
	],
	default: 'summarize',
};

export const operations = { 'alert:renderFailure': renderFailure, 'alert:summarize': summarize };
