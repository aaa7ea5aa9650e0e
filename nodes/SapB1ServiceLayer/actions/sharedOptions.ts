import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { CancelOptions, ReversalDate } from '../../shared/business-one';
import { dayIn } from '../../shared/dates';

export const fiscalYearStartOption: INodeProperties = {
	displayName: 'Fiscal Year Starts In',
	name: 'fiscalYearStart',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 12 },
	default: 1,
	description: 'First month of the fiscal year. The year is named after the one in which it ends.',
};

/** Two overlap the way to B1 with its work; more help only where B1 works on several requests of a session at a time. */
export const DEFAULT_IN_FLIGHT = 2;

export const inFlightOption: INodeProperties = {
	displayName: 'Batches in Flight',
	name: 'batchesInFlight',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 8 },
	default: DEFAULT_IN_FLIGHT,
	description: 'How many requests may be under way to B1 at the same time. When one is in trouble, all wait.',
	hint: 'One session carries them all. Set 1 where B1 is busy, and 4 or more where posting is slow and its server is not.',
};

export const encumbranceAccountOption: INodeProperties = {
	displayName: 'Encumbrance Account',
	name: 'encumbranceAccount',
	type: 'string',
	default: '',
	placeholder: 'e.g. 991000',
	description: 'With this and Reserve Account, every change of a commitment is also a journal entry in B1',
};

export const reserveAccountOption: INodeProperties = {
	displayName: 'Reserve Account',
	name: 'reserveAccount',
	type: 'string',
	default: '',
	placeholder: 'e.g. 992000',
	description: 'Counter account of Encumbrance Account',
};

export const expectedCompanyOption: INodeProperties = {
	displayName: 'Company Database Must Be',
	name: 'expectedCompany',
	type: 'string',
	default: '',
	placeholder: 'e.g. SBODEMOUS',
	description: 'Nothing is done when the credential leads to another company',
};

export const reversalDateOption: INodeProperties = {
	displayName: 'Reversal Date',
	name: 'reversalDate',
	type: 'options',
	options: [
		{ name: 'Date of the Entry', value: 'original', description: 'B1 refuses it where the posting period is locked' },
		{
			name: 'Next Open Day',
			value: 'nextOpenDay',
			description:
				'The date of the entry, or the first day after it whose posting period is unlocked. A reversal of another day is to be reconciled in B1.',
		},
		{ name: 'Today', value: 'today', description: 'A reversal of another day is to be reconciled in B1' },
	],
	default: 'original',
	description: 'Posting date of the reversing entry',
};

/** @returns the options of a cancellation, with today in the time zone of the workflow */
export function cancelOptions(context: IExecuteFunctions, options: IDataObject, companyDb: string): CancelOptions {
	return { companyDb, today: today(context), reversalDate: (options.reversalDate as ReversalDate | undefined) ?? 'original' };
}

/**
 * @param options of the item
 * @param companyDb the company that the credential leads to
 * @throws NodeOperationError where the options ask for another one
 */
export function checkExpectedCompany(
	context: IExecuteFunctions,
	options: IDataObject,
	companyDb: string,
	itemIndex: number,
): void {
	const expected = String(options.expectedCompany ?? '').trim();
	if (expected === '' || expected === companyDb) return;
	const message = `The credential leads to company database "${companyDb}", not to "${expected}", as Company Database Must Be wants`;
	throw new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description: 'Choose the credential of the right company. Nothing was done.',
	});
}

/** @returns the current day of the workflow's time zone, YYYY-MM-DD */
export const today = (context: IExecuteFunctions): string => dayIn(new Date(), context.getTimezone())!;
