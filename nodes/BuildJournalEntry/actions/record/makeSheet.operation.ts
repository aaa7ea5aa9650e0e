import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { itemsPerItem } from '../../../shared/n8n/perItem';
import { sameForRun } from '../../../shared/n8n/readers';
import { sheetsAsHtml, type Sheet } from '../../../shared/sheet';
import { sheetOf } from '../../sheetOf';
import { builtItem, type BuiltItem } from './builtItems';
import { languageField } from './fields';

const properties: INodeProperties[] = [
	{
		displayName: 'Pages',
		name: 'pages',
		type: 'options',
		options: [
			{ name: 'One File for All', value: 'all', description: 'Every document begins on a page of its own' },
			{ name: 'One File for Each', value: 'each', description: 'A file for each document, to be filed with it' },
		],
		default: 'each',
		description: 'Whether each document has a file of its own',
	},
	languageField,
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		description: 'Name of the binary field that holds the sheet as an HTML file',
		hint: 'The name of the output binary field to put the file in',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['makeSheet'] } }, properties);

/**
 * The posting record as a page to print, as text under `sheet` and as a file. Throws NodeOperationError for an item that was not
 * built.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (this.getInputData().length === 0) return [[]];
	return [sameForRun(this, 'pages', 'Pages') === 'all' ? await oneForAll(this) : await oneForEach(this)];
}

async function oneForEach(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await itemsPerItem(context, async (index) => {
		const built = builtItem(context, index);
		const { facts, summary, posting, docId } = built.json;
		const named = { facts, summary, ...(posting === undefined ? {} : { posting }), docId };
		return [await withFile(context, index, named, [sheetOf(built.json, built.words)], built)];
	});
}

/** Items that were not built leave beside the page where the node continues on failure. */
async function oneForAll(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const built = new Map<number, BuiltItem>();
	const failed = await itemsPerItem(context, async (index) => {
		built.set(index, builtItem(context, index));
		return await Promise.resolve([]);
	});
	const [first] = built;
	if (first === undefined) return failed;
	const sheets = [...built.values()].map(({ json, words }) => sheetOf(json, words));
	const page = await withFile(context, first[0], { documents: sheets.length }, sheets, first[1]);
	return [{ ...page, pairedItem: [...built.keys()].map((item) => ({ item })) }, ...failed];
}

async function withFile(
	context: IExecuteFunctions,
	itemIndex: number,
	json: IDataObject,
	sheets: Sheet[],
	{ words, language }: BuiltItem,
): Promise<INodeExecutionData> {
	const sheet = sheetsAsHtml(sheets, words, language);
	const field = context.getNodeParameter('binaryPropertyName', itemIndex) as string;
	const docId = typeof json.docId === 'string' && /^[\w-]{1,64}$/.test(json.docId) ? `-${json.docId}` : '';
	const file = await context.helpers.prepareBinaryData(Buffer.from(sheet, 'utf8'), `posting-record${docId}.html`, 'text/html');
	return { json: { ...json, sheet }, binary: { [field]: file } };
}
