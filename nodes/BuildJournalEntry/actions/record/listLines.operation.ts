import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { recordRows } from '../../../shared/journalEntry';
import { itemsPerItem } from '../../../shared/n8n/perItem';
import { currencyOfItem, recordOfItem, sheetOf } from '../../sheetOf';
import { builtItem, type BuiltItem } from './builtItems';
import { languageField } from './fields';

const properties: INodeProperties[] = [languageField];

export const description = updateDisplayOptions({ show: { operation: ['listLines'] } }, properties);

/**
 * One item for each line of every entry, flat, so that a table or a spreadsheet shows the whole posting record; a document without
 * lines gives one item that says why. Throws NodeOperationError for an item that was not built.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return [await itemsPerItem(this, async (index) => await Promise.resolve(linesOf(builtItem(this, index))))];
}

function linesOf({ json, words }: BuiltItem): INodeExecutionData[] {
	const { heading, result, reasons, message, docId } = sheetOf(json, words);
	const { reportName, reportNumber, person, date, amount, currency } = heading;
	const named = { reportName, reportNumber, person, date, amount, currency };
	const record = recordOfItem(json);
	const first = { ...named, result };
	const last = { reasons: reasons.map((reason) => reason.message).join(' ') || message, docId };
	if (record.length === 0) return [{ json: { ...first, ...last } }];
	return recordRows(record, currencyOfItem(json), words).rows.map((row, index) => ({
		json: { ...first, line: index + 1, ...row, lineCurrency: record[index]!.currency, ...last } as IDataObject,
	}));
}
