import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { dayFrom, sameForRun } from '../../../shared/n8n/readers';
import type { Choice } from './choice';

/** Which of the documents a person wants to see. */
export const choiceFields: INodeProperties[] = [
	{
		displayName: 'Person',
		name: 'person',
		type: 'string',
		default: '',
		placeholder: 'e.g. Larsen',
		description: 'Part of the name of the employee or vendor, or their ID. Empty for everybody.',
	},
	{
		displayName: 'Report',
		name: 'report',
		type: 'string',
		default: '',
		placeholder: 'e.g. Trip to Hamburg',
		description: 'Part of the name or number of the report, invoice or cash advance, or its ID. Empty for all.',
	},
	{
		displayName: 'From',
		name: 'fromDate',
		type: 'dateTime',
		default: '',
		placeholder: 'e.g. 2026-03-01',
		description: 'First day, by the date of the document. Empty for no limit.',
	},
	{
		displayName: 'To',
		name: 'toDate',
		type: 'dateTime',
		default: '',
		placeholder: 'e.g. 2026-03-31',
		description: 'Last day, by the date of the document. Empty for no limit.',
	},
];

/** @throws NodeOperationError naming the field that is no date, or differs between items */
export function choiceOf(context: IExecuteFunctions): Choice {
	const text = (name: string, label: string) => String((sameForRun(context, name, label) as string | undefined) ?? '').trim();
	const day = (name: string, label: string) => {
		const value = sameForRun(context, name, label);
		return value === undefined || value === null || value === '' ? '' : dayFrom(context, value, label);
	};
	return {
		person: text('person', 'Person'),
		report: text('report', 'Report'),
		from: day('fromDate', 'From'),
		to: day('toDate', 'To'),
	};
}
