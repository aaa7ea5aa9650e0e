import type { INodeProperties } from 'n8n-workflow';
import { batchSizeOption, docIdField, docTypeField, readOnlyOption, systemIdField } from '../fields';
import { holdEndsOption } from '../holdTime';

const shownFor = (result: string) => ({ show: { result: [result] } });

const successFields: INodeProperties[] = [
	{
		displayName: 'Company ID',
		name: 'companyId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. SBODEMO',
		description: 'Company in B1, at most 32 characters',
		displayOptions: shownFor('success'),
	},
	{
		displayName: 'Document Number',
		name: 'documentNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1204',
		description:
			'Number of the entry in B1, at most 80 characters. Empty is taken only where Build Journal Entry said that there is nothing to post.',
		displayOptions: shownFor('success'),
	},
	{
		displayName: 'Fiscal Year',
		name: 'fiscalYear',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026',
		description: 'The year of the posting date, when empty',
		displayOptions: shownFor('success'),
	},
	{
		displayName: 'Posting Date',
		name: 'postingDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-03-31',
		description: 'Day of the entry in the books of B1',
		displayOptions: shownFor('success'),
	},
];

const errorFields: INodeProperties[] = [
	{
		displayName: 'Messages',
		name: 'messages',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Message',
		default: {},
		description: 'One for each cause. Employees and processors read them in the audit trail.',
		options: [
			{
				displayName: 'Message',
				name: 'message',
				values: [
					{
						displayName: 'Entry ID',
						name: 'lineItemId',
						type: 'string',
						default: '',
						placeholder: 'e.g. 213C7DDC57D33A430460D6053332705B',
						description: "Concur's ID of the entry it is about",
					},
					{
						displayName: 'Message ID',
						name: 'id',
						type: 'string',
						default: '',
						placeholder: 'e.g. missing-account',
						description: 'Short code of the cause, for people who sort or search messages',
					},
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						default: '',
						placeholder: 'e.g. The account 613000 is blocked. Choose another expense type.',
						description: 'What happened and what to do. Longer than 1,300 characters is cut.',
					},
				],
			},
		],
		displayOptions: shownFor('error'),
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		batchSizeOption,
		{
			displayName: 'Entry Number',
			name: 'numberFrom',
			type: 'options',
			options: [
				{ name: 'Document Number', value: 'number', description: 'The number B1 shows in the journal entry' },
				{ name: 'Transaction Number', value: 'jdtNum', description: 'The internal key of the journal entry' },
			],
			default: 'number',
			description: 'Which number of the entry Concur is given in automatic mode',
		},
		holdEndsOption,
		{
			displayName: 'If B1 Refused the Entry',
			name: 'ifRefused',
			type: 'options',
			options: [
				{
					name: 'Confirm as Failed',
					value: 'confirmError',
					description: 'The report becomes Financial Posting Failed and can be recalled and corrected',
				},
				{
					name: 'Keep Acknowledged',
					value: 'keepAcknowledged',
					description: 'Nothing is sent: the cause is cured in B1 or in the mapping, and the document posted then',
				},
			],
			default: 'confirmError',
			description: 'What Concur is told in automatic mode when B1 refused the entry',
		},
		{
			displayName: 'Message Language',
			name: 'language',
			type: 'string',
			default: 'EN',
			placeholder: 'e.g. DE',
			description:
				'The language the messages are written in, as its two-letter code or its name. Without this option it is that of the mapping.',
		},
		readOnlyOption,
	],
};

/** Fields of the operation Confirm of the resource Posting. */
export const properties: INodeProperties[] = [
	docIdField,
	docTypeField,
	systemIdField,
	{
		displayName: 'Result',
		name: 'result',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'From what Build Journal Entry and SAP B1 Service Layer added to the item',
			},
			{ name: 'Error', value: 'error', description: 'Not posted, for the messages below' },
			{ name: 'Success', value: 'success', description: 'Posted, or nothing to post' },
		],
		default: 'automatic',
		description: 'What Concur is told of the document',
	},
	...successFields,
	...errorFields,
	options,
];
