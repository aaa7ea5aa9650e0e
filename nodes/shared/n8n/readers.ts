import type { IExecuteFunctions } from 'n8n-workflow';
import { DATE_FORMS, readDate } from '../dates';
import { refusedParameter } from './checkedParameters';

/**
 * A number that names a record, such as JdtNum.
 * @throws NodeOperationError naming the field where it is empty or no whole number above 0
 */
export function recordNumber(context: IExecuteFunctions, name: string, label: string, itemIndex: number): number {
	const value = context.getNodeParameter(name, itemIndex, '', { extractValue: true }) as unknown;
	const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isSafeInteger(number) && number > 0) return number;
	const what = text === '' ? 'is empty' : `"${text}" is no number of a record`;
	throw refusedParameter(context.getNode(), `${label} ${what}`, `Give ${label} the whole number that B1 has for it.`, itemIndex);
}

/**
 * A code that names a record.
 * @throws NodeOperationError naming the field where it is empty or no text
 */
export function recordCode(context: IExecuteFunctions, name: string, label: string, itemIndex: number): string {
	const value = context.getNodeParameter(name, itemIndex, '', { extractValue: true }) as unknown;
	const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	if (text !== '') return text;
	throw refusedParameter(context.getNode(), `${label} is empty`, `Fill in ${label}, or choose it from the list.`, itemIndex);
}

/**
 * A parameter that can only have one value for the run.
 * @throws NodeOperationError naming the field where its expression gives items different values
 */
export function sameForRun(context: IExecuteFunctions, name: string, label: string): unknown {
	const values = context.getInputData().map((_item, index) => context.getNodeParameter(name, index) as unknown);
	const other = values.find((value) => value !== values[0]);
	if (other === undefined) return values[0];
	throw refusedParameter(
		context.getNode(),
		`${label} gives ${String(values[0] as string)} for one item and ${String(other as string)} for another, but holds for all of them`,
		`Give ${label} one value for the whole run.`,
	);
}

/**
 * A day, whatever an expression gives for it; moments are days of the workflow's time zone.
 * @returns YYYY-MM-DD
 * @throws NodeOperationError naming the field where it is empty or no date
 */
export function dayFrom(context: IExecuteFunctions, value: unknown, label: string, itemIndex?: number): string {
	const day = readDate(value, context.getTimezone())?.day;
	if (day !== undefined) return day;
	const text = value === null || value === undefined ? '' : String(value as string).trim();
	const what = text === '' ? 'is empty' : `"${text}" is no date`;
	throw refusedParameter(context.getNode(), `${label} ${what}`, `${DATE_FORMS}.`, itemIndex);
}
