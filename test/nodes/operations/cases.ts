import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Good, Row } from './rows';
import { untouched, type Field, type Walked } from './walk';

/** An item with one field that cannot be used, or is empty. */
export interface Case {
	title: string;
	field: Field;
	given: (n: number) => Good;
	isRefused: boolean;
}

const ofWrongType: Record<string, unknown> = {
	number: 'many',
	boolean: 'perhaps',
	options: 'no such choice',
	multiOptions: ['no such choice'],
	json: '{',
	string: { an: 'object' },
	dateTime: { an: 'object' },
	resourceLocator: { an: 'object' },
};

/** Kinds of fields that have no meaning when they are empty. */
const neverEmpty = ['number', 'boolean', 'options'];

/** Good values of one item for every field of the operation. */
export function goodValues({ fields }: Walked, { good = {} }: Row, n: number, more: Good = {}): Good {
	const values = { ...good, ...more };
	return Object.fromEntries(
		fields.map((field) => {
			const { path } = field;
			const value = path in values ? values[path] : untouched(field);
			return [path, typeof value === 'function' ? (value as (n: number) => unknown)(n) : value];
		}),
	);
}

/** The item of case or good values `n`, with what the row adds. */
export function itemOf(row: Row, n: number, given: Good): INodeExecutionData {
	const more = row.item?.(n) ?? {};
	return { ...more, json: { ...more.json, given: given as IDataObject } };
}

/** Every field once with a wrong value, once empty and once not there at all. */
export function casesOf(operation: Walked, row: Row): Case[] {
	return operation.fields
		.filter(({ path }) => !row.onePerRun?.includes(path))
		.flatMap((field) => {
			const { path, property } = field;
			const cannotBeEmpty =
				row.notEmpty?.includes(path) === true ||
				((property.required === true || neverEmpty.includes(property.type)) && row.mayBeEmpty?.includes(path) !== true);
			const makes = (kind: string, value: unknown, isRefused: boolean): Case => ({
				title: `${path} ${kind}`,
				field,
				given: (n) => ({ ...goodValues(operation, row, n, row.when?.[path]), [path]: value }),
				isRefused,
			});
			const wrongs = row.wrong && path in row.wrong ? [makes('wrong', row.wrong[path], true)] : [];
			return [
				makes('of a wrong type', ofWrongType[property.type], row.takesAny?.includes(path) !== true),
				makes('empty', '', cannotBeEmpty),
				makes('missing', undefined, cannotBeEmpty && row.mayBeMissing?.includes(path) !== true),
				...wrongs,
			];
		});
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a message names the field by its label or, as a profile does, by its name; or the table or collection it lies in. */
export const names = (message: string, { labels, path }: Field): boolean =>
	[...labels, path.split('.').at(-1)!].some((label) => lettersOf(message).includes(lettersOf(label)));

/** What an item says of its failure: its own error, or the block of the FIS node; undefined where it did not fail. */
export function failureIn({ json }: INodeExecutionData): string | undefined {
	if (typeof json.error === 'string') return json.error;
	const blocks = [json.acknowledgement, json.confirmation, json.paymentConfirmation] as Array<IDataObject | undefined>;
	const refused = blocks.find((block) => block?.outcome === 'refused');
	return refused && String(refused.message);
}

/** Items that came out, by the item they came from. */
export function byInput(outputs: INodeExecutionData[][]): Map<number, INodeExecutionData[]> {
	const found = new Map<number, INodeExecutionData[]>();
	for (const item of outputs.flat()) {
		const paired = item.pairedItem as { item: number } | Array<{ item: number }>;
		for (const { item: index } of [paired].flat()) found.set(index, [...(found.get(index) ?? []), item]);
	}
	return found;
}
