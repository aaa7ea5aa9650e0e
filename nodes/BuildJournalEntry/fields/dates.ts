import type { INodeProperties } from 'n8n-workflow';
import { DATE_FORMS, dayIn } from '../../shared/dates';
import { textOf } from './helpers';

/** Rules that name no date of the document itself. */
const FREE_DATES = ['fixed', 'today'];

const POSTING_DATES = [
	{ name: 'Creation Date', value: 'creation', description: 'The day the report or request was created' },
	{ name: 'Document Date', value: 'document', description: 'The date of the report or invoice itself' },
	{ name: 'Fixed Date', value: 'fixed', description: 'A date you set, e.g. the last day of the old year' },
	{ name: 'Payment Processing Date', value: 'processing', description: 'The day the processor approved it for payment' },
	{ name: 'Submit Date', value: 'submit', description: 'The day the employee submitted it' },
	{ name: 'Today', value: 'today', description: 'The day the workflow runs, UTC' },
	{
		name: 'User-Defined Date',
		value: 'userDefined',
		description: 'The user-defined date of the report, if your Concur configuration fills it',
	},
];

/** Under which date the entry is posted. */
export const dateFields: INodeProperties[] = [
	{
		displayName: 'Posting Date',
		name: 'postingDate',
		type: 'options',
		default: 'processing',
		description: 'The date the journal entry is posted under in B1',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: POSTING_DATES,
	},
	{
		displayName: 'Fixed Posting Date',
		name: 'fixedDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-31',
		description: 'Posting date of every document, as year-month-day',
		displayOptions: { show: { mappingMode: ['fields'], postingDate: ['fixed'] } },
	},
	{
		displayName: 'Date Settings',
		name: 'dates',
		type: 'collection',
		placeholder: 'Add Date Setting',
		default: {},
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				displayName: 'If the Date Is Missing',
				name: 'postingDateFallback',
				type: 'multiOptions',
				default: ['submit', 'creation', 'document'],
				description: 'Dates to try, in this order, when the document has no date of the chosen kind',
				options: POSTING_DATES.filter(({ value }) => !FREE_DATES.includes(value)),
			},
			{
				displayName: 'If the Period Is Locked',
				name: 'periodPolicy',
				type: 'options',
				default: 'review',
				description: 'What to do when B1 takes no posting on the date. It is asked if a credential is selected.',
				options: [
					{
						name: 'Confirm a Failure',
						value: 'fail',
						description: 'Needs review, with the answer that Concur gets the document back',
					},
					{
						name: 'Send to Review',
						value: 'review',
						description: 'Needs review; Concur is told nothing until a person has decided',
					},
					{
						name: 'Take the Next Open Day',
						value: 'nextOpenDay',
						description: 'Post under the first day after it that B1 accepts',
					},
				],
			},
		],
	},
];

function fixedDay(value: unknown): string {
	const day = dayIn(value);
	if (day !== undefined) return day;
	throw new Error(`Fixed Posting Date "${textOf(value)}" is no date. ${DATE_FORMS}.`);
}

/**
 * The knobs of a profile these fields stand for.
 * @throws {Error} for a fixed posting date that is none
 */
export function dateKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const postingDate = textOf(read('postingDate'));
	const fixed = postingDate === 'fixed' ? { fixedDate: fixedDay(read('fixedDate')) } : {};
	return { postingDate, ...fixed, ...((read('dates') ?? {}) as Record<string, unknown>) };
}
