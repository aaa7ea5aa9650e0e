import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { FisError, errorOfThrown } from '../shared/concur/errors';
import type { Fis } from '../shared/concur/fis';
import type { DocType, FisItem } from '../shared/concur/types';
import { isDocType } from '../shared/document';
import { documentJson } from '../shared/n8n/documentItem';
import { fisFor } from '../shared/n8n/fisClient';
import { headerOf, leftOutBy } from '../shared/n8n/filters';
import { toNodeError } from '../shared/n8n/nodeError';
import { givenOutBy, type GivenOut } from './givenOut';
import { settingsOf, type Settings } from './settings';

/** A document as it is given out. */
interface Found {
	docId: string;
	/** Empty where nobody knows when it was approved. */
	approvedAt: string;
	json: IDataObject;
}

/** What reading one document type came to. */
interface Reading {
	docType: DocType;
	items: Found[];
	leftOut: Map<string, number>;
	/** Rows of Concur's answer that are no document. */
	unreadable: number;
	error?: FisError;
}

/** How long n8n lets a poll take: 2.x says it, and ends what takes longer; 1.x does not ask. */
function budgetMs(context: IPollFunctions): number {
	const { getPollBudgetMs } = context as { getPollBudgetMs?: () => number };
	return typeof getPollBudgetMs === 'function' ? getPollBudgetMs.call(context) : 300_000;
}

async function readType(
	fis: Fis,
	settings: Settings,
	docType: DocType,
	accepts: (item: FisItem) => string | undefined,
	deadlineMs: number,
): Promise<Reading> {
	const leftOut = new Map<string, number>();
	const accept = (item: FisItem) => {
		const reason = accepts(item);
		if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
		return reason === undefined;
	};
	const { systemId, limit, pageSize, format } = settings;
	const items: Found[] = [];
	// What is given out of a document is made while its page is there: thousands of whole ones would not fit into memory.
	const keep = (item: FisItem) => {
		items.push(foundOf(item, settings));
		return { ...item, document: null };
	};
	const query = { docType, systemId, limit, pageSize, format, accept, keep, deadlineMs };
	const listed = await fis.listReady(query).catch(errorOfThrown);
	if (listed instanceof FisError) return { docType, items: [], leftOut, unreadable: 0, error: listed };
	return { docType, items, leftOut, unreadable: listed.unreadable };
}

function foundOf(item: FisItem, { simplify, withoutDocument }: Settings): Found {
	const { document, ...header } = documentJson(item, simplify);
	const json = (withoutDocument ? header : { ...header, document }) as IDataObject;
	return { docId: item.docId, approvedAt: headerOf(item).approvedAt ?? '', json };
}

const byDate = (one: Found, other: Found) => (one.approvedAt || '9999').localeCompare(other.approvedAt || '9999');

/** A document type that could not be read at this poll, as items carry it. */
interface NotRead extends IDataObject {
	docType: string;
	message: string;
}

const notReadOf = (readings: Reading[]): NotRead[] =>
	readings.flatMap(({ docType, error }) => (error ? [{ docType, message: error.message }] : []));

/** The document comes last, because tables show what is first. */
function toItem({ json }: Found, notRead: NotRead[]): INodeExecutionData {
	if (notRead.length === 0) return { json };
	const { document, ...header } = json;
	return { json: { ...header, notRead, ...(document === undefined ? {} : { document }) } };
}

/**
 * The documents of all readings, oldest first. The older name of a type gives the same documents as the new one; each comes once,
 * under the name that Concur uses now.
 */
function documentsOf(readings: Reading[]): Found[] {
	const newNamesFirst = [...readings].sort((one, other) => Number(isDocType(other.docType)) - Number(isDocType(one.docType)));
	const items = new Map<string, Found>();
	for (const item of newNamesFirst.flatMap((reading) => reading.items)) if (!items.has(item.docId)) items.set(item.docId, item);
	return [...items.values()].sort(byDate);
}

/** Every type is read with a share of the budget that lets the last request of each end in time. */
async function readAll(
	context: IPollFunctions,
	settings: Settings,
	accepts: (item: FisItem) => string | undefined,
): Promise<Reading[]> {
	const budget = budgetMs(context);
	const fis = fisFor(context, { budgetMs: budget * 0.4, timeoutMs: Math.min(60_000, budget * 0.2) });
	const deadlineMs = Date.now() + budget * 0.4;
	return await Promise.all(settings.docTypes.map(async (docType) => await readType(fis, settings, docType, accepts, deadlineMs)));
}

function emptyQueueError(context: IPollFunctions, settings: Settings, readings: Reading[]): NodeOperationError {
	const counts = new Map<string, number>();
	for (const { leftOut } of readings)
		for (const [reason, count] of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + count);
	const filtered = [...counts].map(([reason, count]) => `${count} by ${reason}`).join(', ');
	const explanation = filtered
		? `Ready documents were left out: ${filtered}.`
		: 'A document is ready after its final approval, when the company is set up for the Financial Integration Service, and until it is acknowledged. Acknowledged documents are found by their id, with the operation Get of the node FIS Acknowledge/Confirm.';
	const systemId = settings.systemId ? ` Only documents of system id "${settings.systemId}" were asked for.` : '';
	return new NodeOperationError(context.getNode(), `No ${settings.docTypes.join(' or ')} document is ready in Concur`, {
		description: `${explanation}${systemId}`,
		level: 'warning',
	});
}

/** A test in the editor: the oldest document that is ready, with nothing remembered. */
async function sample(context: IPollFunctions, settings: Settings): Promise<INodeExecutionData[][]> {
	const readings = await readAll(context, { ...settings, limit: 1 }, (item) =>
		leftOutBy(settings.filters, item, settings.timeZone),
	);
	throwFailure(context, readings);
	const [oldest] = documentsOf(readings);
	if (!oldest) throw emptyQueueError(context, settings, readings);
	return [[toItem(oldest, notReadOf(readings))]];
}

/** Failures are thrown only where no document would be lost by it; else the documents of the poll carry them, and the log does. */
function throwFailure(context: IPollFunctions, readings: Reading[]): void {
	const failed = readings.filter(({ error }) => error !== undefined);
	const first = failed[0]?.error;
	if (!first) return;
	if (!readings.some(({ items }) => items.length > 0)) throw toNodeError(context.getNode(), first);
	for (const { docType, error } of failed)
		context.logger.warn(`Concur FIS Trigger could not read ${docType} documents: ${error?.message}`);
}

function noteAll(givenOut: GivenOut, items: Found[], settings: Settings): void {
	for (const { docId } of items) givenOut.note(docId, settings.repeatAfterMs, Date.now());
}

/** Reads what is ready, and remembers what of it is given out. */
async function giveOut(context: IPollFunctions, settings: Settings, givenOut: GivenOut): Promise<INodeExecutionData[][] | null> {
	const accepts = (item: FisItem) =>
		givenOut.isHeld(item.docId, Date.now()) ? 'given out' : leftOutBy(settings.filters, item, settings.timeZone);
	const readings = await readAll(context, settings, accepts);
	throwFailure(context, readings);
	for (const { docType, unreadable } of readings)
		if (unreadable > 0)
			context.logger.warn(`Concur FIS Trigger left out ${unreadable} ${docType} row(s) of Concur's answer that are no document.`);
	const items = documentsOf(readings).slice(0, settings.limit);
	noteAll(givenOut, items, settings);
	const notRead = notReadOf(readings);
	return items.length === 0 ? null : [items.map((item) => toItem(item, notRead))];
}

/**
 * One poll: the documents that are ready, oldest first, at most as many as the node allows. There is no cursor: what is
 * ready is what Concur says is ready, and nothing is written, neither to Concur nor to n8n.
 * @returns null when nothing new is ready, or another poll of this trigger is still reading
 * @throws NodeApiError when nothing could be read; NodeOperationError in a manual test of an empty queue
 */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = settingsOf(this);
	if (this.getMode() === 'manual') return await sample(this, settings);
	const givenOut = givenOutBy(this.getWorkflow().id ?? '', this.getNode().id);
	if (!givenOut.begin(budgetMs(this), Date.now())) return null;
	try {
		return await giveOut(this, settings, givenOut);
	} finally {
		givenOut.end();
	}
}
