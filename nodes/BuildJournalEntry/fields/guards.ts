import type { INodeProperties } from 'n8n-workflow';
import { documentField, listOf, textOf, dayOrText } from './helpers';

/** What must never be posted, or not without a person. */
export const guardFields: INodeProperties[] = [
	{
		displayName: 'Guards',
		name: 'guards',
		type: 'collection',
		placeholder: 'Add Guard',
		default: {},
		description: 'What is kept out of the books',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				displayName: 'Company',
				name: 'company',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0021',
				description: 'The code Concur has for the company of this B1 database. Allocations of another one are never posted here.',
				hint: 'Needs the Company Field as well',
			},
			documentField({
				displayName: 'Company Field',
				name: 'companyPath',
				description: 'Field of the document that holds the company of an allocation',
				hint: 'E.g. allocation.allocationCustom2Code',
			}),
			{
				displayName: 'Concur Ledgers',
				name: 'ledgers',
				type: 'string',
				default: '',
				placeholder: 'e.g. DEFAULT, US-GAAP',
				description: 'Ledger codes this company takes, separated by commas. When empty, documents of every ledger are taken.',
			},
			{
				displayName: 'Documents of Several Companies',
				name: 'crossCompany',
				type: 'options',
				default: 'review',
				description: 'What to do with a document whose allocations name another company than this one',
				options: [
					{ name: 'Send to Review', value: 'review', description: 'A person decides' },
					{ name: 'Split', value: 'split', description: 'One journal entry a company, each for its own database' },
				],
			},
			{
				displayName: 'Go-Live Date',
				name: 'goLiveDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-01-01',
				description: 'Documents with an earlier posting date go to review, because the former system has posted them',
			},
			{
				displayName: 'Post Test Users',
				name: 'postTestUsers',
				type: 'boolean',
				default: false,
				description: 'Whether documents of users whom Concur marks as test users are posted as well',
			},
			{
				displayName: 'Reports Posted Before',
				name: 'revisionPolicy',
				type: 'options',
				default: 'hold',
				description: 'What to do with a report of which an earlier revision is in the books already',
				options: [
					{ name: 'Post as It Is', value: 'postAsIs', description: 'The document itself carries the reversal lines' },
					{
						name: 'Reverse and Post Again',
						value: 'reverseAndRepost',
						description: 'Name the entry that has to be cancelled first',
					},
					{ name: 'Send to Review', value: 'hold', description: 'A person decides' },
				],
			},
			{
				displayName: 'Statuses',
				name: 'allowedStatuses',
				type: 'multiOptions',
				default: ['READY', 'ACKNOWLEDGED'],
				description: 'Concur statuses a document may have to be posted; one with another status goes to review',
				options: [
					{ name: 'Acknowledged', value: 'ACKNOWLEDGED' },
					{
						name: 'Posting Failed',
						value: 'POSTING_CONFIRMED_FAILURE',
						description: 'Only if you post a document after its failure was confirmed',
					},
					{ name: 'Ready', value: 'READY' },
				],
			},
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function guardKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const { companyPath, ledgers, goLiveDate, ...others } = (read('guards') ?? {}) as Record<string, unknown>;
	const knobs: Record<string, unknown> = { ...others };
	if (companyPath !== undefined) knobs.companyPath = textOf(companyPath);
	const codes = listOf(ledgers);
	if (codes.length > 0) knobs.ledgers = codes;
	if (goLiveDate !== undefined) knobs.goLiveDate = dayOrText(goLiveDate);
	return knobs;
}
