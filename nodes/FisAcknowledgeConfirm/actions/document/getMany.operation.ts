import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { Fis } from '../../../shared/concur/fis';
import { isDocType, type DocType, type FisItem } from '../../../shared/concur/types';
import { documentJson, simplifyDocument } from '../../../shared/n8n/documentItem';
import { filterOptions } from '../../../shared/n8n/filterFields';
import { leftOutBy, goLiveOf, type Filters } from '../../../shared/n8n/filters';
import { failedItem } from '../../../shared/n8n/failedItem';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { fisFor } from '../../../shared/n8n/fisClient';
import { docTypeOptions } from '../../../shared/n8n/docTypes';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { sameForRun } from '../../../shared/n8n/readers';
import { leftOutByChoice, type Choice } from './choice';
import { choiceFields, choiceOf } from './choiceFields';
import { systemIdField } from '../fields';

/** How long one run reads lists of documents. */
const LONGEST_MS = 180_000;

const filters = [...filterOptions, { ...systemIdField, description: 'Only documents for this external system' }];

const properties: INodeProperties[] = [
	{
		displayName: 'Document Types',
		name: 'docTypes',
		type: 'multiOptions',
		noDataExpression: true,
		options: docTypeOptions(),
		default: ['expense', 'invoice', 'cashadvance'],
		required: true,
		description: 'Which documents that are ready are read. Nothing is written: they stay ready.',
	},
	...choiceFields,
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 50,
		description: 'Max number of results to return',
	},
	{ ...simplifyDocument, noDataExpression: true },
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'The same limits as those of the trigger; documents of test users are left out unless they are included here',
		options: filters.map((field) => ({ ...field, noDataExpression: true })),
	},
];

export { OUTPUTS as outputs } from '../results';

export const description = updateDisplayOptions({ show: { resource: ['document'], operation: ['getMany'] } }, properties);

interface Settings {
	docTypes: DocType[];
	limit: number;
	simplify: boolean;
	filters: Filters & { systemId?: unknown };
	choice: Choice;
	timeZone: string;
}

function settingsOf(context: IExecuteFunctions): Settings {
	const read = (name: string) => context.getNodeParameter(name, 0) as unknown;
	const filters = (read('filters') ?? {}) as Settings['filters'];
	return {
		docTypes: [read('docTypes')].flat().filter(isDocType),
		limit: Number(sameForRun(context, 'limit', 'Limit')),
		simplify: read('simplify') !== false,
		filters: { ...filters, goLiveDate: goLive(context, filters.goLiveDate) },
		choice: choiceOf(context),
		timeZone: context.getTimezone(),
	};
}

function goLive(context: IExecuteFunctions, value: unknown): string | undefined {
	try {
		return goLiveOf(value, context.getTimezone());
	} catch (error) {
		throw refusedParameter(context.getNode(), (error as Error).message, 'Correct Go-Live Date under Filters. Nothing was read.');
	}
}

/** What was read of the ready documents. */
interface Found {
	items: FisItem[];
	/** How many documents each filter left out. */
	leftOut: Map<string, number>;
	/** Whether Concur has more than were read. */
	truncated: boolean;
}

/**
 * The documents that are ready and chosen, by type and in Concur's order; nothing is written. What was left out is said in the
 * editor. Throws NodeApiError where Concur cannot be read, NodeOperationError for a field that cannot be used.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const inputs = this.getInputData();
	try {
		const settings = settingsOf(this);
		const found = inputs.length === 0 ? undefined : await readChosen(fisFor(this, { budgetMs: LONGEST_MS }), settings);
		if (!found) return [[], [], []];
		say(this, found);
		return [found.items.map((item) => itemOf(this, item, settings.simplify)), [], []];
	} catch (error) {
		if (!this.continueOnFail()) throw toNodeError(this.getNode(), error);
		return [[], [], inputs.map((input, index) => failedItem(this, input, error, index))];
	}
}

async function readChosen(fis: Fis, { docTypes, limit, filters, choice, timeZone }: Settings): Promise<Found> {
	const leftOut = new Map<string, number>();
	const accept = (item: FisItem) => {
		const by = leftOutByChoice(choice, item) ?? leftOutBy(filters, item, timeZone);
		if (by !== undefined) leftOut.set(by, (leftOut.get(by) ?? 0) + 1);
		return by === undefined;
	};
	const systemId = String((filters.systemId as string | undefined) ?? '').trim();
	const deadlineMs = Date.now() + LONGEST_MS;
	const found = new Map<string, FisItem>();
	let truncated = false;
	for (const docType of docTypes) {
		const listed = await fis.listReady({ docType, systemId, limit, accept, deadlineMs });
		for (const item of listed.items) if (!found.has(item.docId)) found.set(item.docId, item);
		truncated ||= listed.truncated;
	}
	const items = [...found.values()];
	return { items: items.slice(0, limit), leftOut, truncated: truncated || items.length > limit };
}

function itemOf(context: IExecuteFunctions, item: FisItem, simplify: boolean): INodeExecutionData {
	const json = documentJson(item, simplify) as IDataObject;
	return { json, pairedItem: context.getInputData().map((_item, index) => ({ item: index })) };
}

/** An empty queue is nothing bad; what was left out, and why, is said so that nobody has to guess. */
function say(context: IExecuteFunctions, { items, leftOut, truncated }: Found): void {
	const others = [...leftOut].map(([by, number]) => `${number} by ${by}`).join(', ');
	const parts = [
		items.length === 0 ? 'No document that is ready in Concur was chosen.' : '',
		others === '' ? '' : `Left out: ${others}.`,
		items.length === 0 && others === ''
			? 'A document is ready after its final approval and until it is acknowledged; one that was acknowledged is found by its ID, with the operation Get.'
			: '',
		truncated ? 'Concur has more documents than were read here: raise Limit, or choose fewer.' : '',
	].filter((part) => part !== '');
	if (parts.length > 0) context.addExecutionHints({ message: parts.join(' '), location: 'outputPane', type: 'info' });
}
