import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { LoggedLine, TrailedRow } from '../../../shared/audit';

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A line as a Data Table or a file gives it: what is empty comes as null or not at all. */
function lineOf(json: IDataObject): LoggedLine {
	const { docId, row, number, at, who, step, detail, mapping, entry, before, hash, seal } = json;
	return {
		docId: textOf(docId),
		row: Number(row),
		number: Number(number),
		at: textOf(at),
		who: textOf(who),
		step: textOf(step),
		detail: textOf(detail),
		mapping: textOf(mapping),
		entry: textOf(entry),
		before: textOf(before),
		hash: textOf(hash),
		seal: Number(seal),
	};
}

/** Lines of the log among the items; a Data Table node gives one empty item for an empty table where it always gives one. */
export const linesAmong = (context: IExecuteFunctions): LoggedLine[] =>
	context
		.getInputData()
		.filter(({ json }) => textOf(json.hash) !== '')
		.map(({ json }) => lineOf(json));

/** Rows of the Data Table of documents among the items. */
export const rowsAmong = (context: IExecuteFunctions): TrailedRow[] =>
	context
		.getInputData()
		.filter(({ json }) => 'trail' in json && typeof json.id === 'number' && textOf(json.docId) !== '')
		.map(({ json }) => ({
			id: json.id as number,
			docId: textOf(json.docId),
			stamp: textOf(json.stamp),
			trail: json.trail ?? '',
		}));
