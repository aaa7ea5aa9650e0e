import type { INodeProperties } from 'n8n-workflow';
import { REASONS } from '../../../shared/review';
import { table } from '../../fields/helpers';

const REASON_CODES = Object.keys(REASONS)
	.sort()
	.map((code) => ({ name: code, value: code }));

const show = { operation: ['build'] };

/** What is built, and against what it is checked; shown above the mapping. */
export const inputFields: INodeProperties[] = [
	{
		displayName: 'Document',
		name: 'document',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description:
			'The document as Concur sent it: an item of the trigger, an answer of FIS with many documents, or one document as JSON',
		hint: 'The item itself fits the Concur FIS Trigger and the FIS Acknowledge/Confirm node',
		displayOptions: { show },
	},
	{
		displayName: 'Check Against B1',
		name: 'checkMasterData',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether accounts, partners, cost objects, tax groups, currencies and posting periods are looked up in B1. Needs a credential; without one nothing is checked.',
		hint: 'All documents of a run are checked together, in a few requests',
		displayOptions: { show },
	},
];

/** Shown below the mapping. */
export const options: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Add Profile to Output',
				name: 'addProfile',
				type: 'boolean',
				default: false,
				description: 'Whether each item also carries the mapping it was built with, under profile',
			},
			table(
				{
					displayName: 'Answers by Reason',
					name: 'answers',
					placeholder: 'Add Answer',
					description: 'What to tell Concur for single reasons, whatever the general answer is',
				},
				[
					{
						displayName: 'Reason',
						name: 'reason',
						type: 'options',
						default: 'vendor-not-found',
						options: REASON_CODES,
						description: 'Code of the reason, as in review.reasons of an item that needed review',
					},
					{
						displayName: 'Answer',
						name: 'answer',
						type: 'options',
						default: 'confirmError',
						description: 'What Concur is told of a document with this reason',
						options: [
							{ name: 'Confirm a Failure', value: 'confirmError', description: 'The report can be recalled in Concur' },
							{ name: 'Keep Acknowledged', value: 'keepAcknowledged', description: 'Post it after the cure' },
						],
					},
				],
			),
			{
				displayName: 'Earlier Postings',
				name: 'priorPostings',
				type: 'json',
				default: '[]',
				description:
					'Entries of your register for the same reports, so that a report that comes again under a new document ID is noticed',
				hint: 'List of docId, reportId, revision and jdtNum, e.g. [{ "docId": "7ee5…", "reportId": "B3F2…", "jdtNum": 1204 }]',
			},
			{
				displayName: 'Today',
				name: 'today',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-03-31',
				description: 'The day that counts as today for the posting date, as year-month-day. When empty, the current day (UTC).',
			},
		],
	},
];
