import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

const refusal = (context: IExecuteFunctions, label: string, value: unknown) =>
	new NodeOperationError(context.getNode(), `"${String(value)}" is no waiting time in the field ${label}`, {
		description: 'Enter minutes above 0, e.g. 60 or 0.5; where a list is wanted, separated by commas, e.g. 60, 240, 1440.',
	});

/** Minutes, fractions allowed. Throws NodeOperationError for anything else. */
export function minutesOf(context: IExecuteFunctions, label: string, value: unknown): number {
	const minutes = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
	if (!Number.isFinite(minutes) || minutes <= 0) throw refusal(context, label, value);
	return minutes;
}

/** Minutes one after the other, separated by commas. Throws NodeOperationError for an empty list or a part that is no time. */
export const minuteList = (context: IExecuteFunctions, label: string, value: unknown): number[] =>
	String(value ?? '')
		.split(',')
		.map((part) => minutesOf(context, label, part));
