import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { endsRun, errorOfThrown, FisError } from '../../../shared/concur/errors';
import type { Fis } from '../../../shared/concur/fis';
import type { DocType, FisItem, Reply } from '../../../shared/concur/types';
import { documentJson } from '../../../shared/n8n/documentItem';
import { notBegun } from '../../../shared/concur/write';
import { rowOf } from '../../../shared/row';
import type { Target } from '../fields';
import { ownReply, replyOfError } from '../results';

/** Requests that are under way at once. Concur publishes no limit. */
const LANES = 4;

/** Documents in one page of the queue; FIS's own default. With fewer to get, ids are no dearer and tell more. */
const PAGE_SIZE = 25;

/** The queue may hold others before ours: so many times the pages that ours would fill are read, and no more. */
const PAGES_TOO_MANY = 2;

/** The item with its document, and what is known of a document that could not be had. */
export interface Fetched {
	item: INodeExecutionData;
	reply?: Reply;
	/** Why nothing can be had: the credential, or a fault of our own. */
	error?: FisError;
}

/** A document to get, and whether without its empty fields. */
export type Wanted = Target & { simplify: boolean };

const carriesDocument = ({ json }: INodeExecutionData) => json.document !== undefined && json.document !== null;

/** What Concur sent becomes the item; a row of a Data Table that asked for it goes along under `row`, never spread over it. */
function withDocument(item: INodeExecutionData, found: FisItem, simplify: boolean): INodeExecutionData {
	const row = rowOf(item.json);
	const rest = row === (item.json as unknown) ? {} : item.json;
	const { document, ...header } = documentJson(found, simplify);
	const json = { ...rest, ...header, ...(Object.keys(row).length > 0 ? { row } : {}), document };
	return { ...item, json: json as unknown as IDataObject };
}

interface Waiting {
	target: Wanted;
	index: number;
}

const keyOf = ({ docType, docId }: { docType: string; docId: string }) => `${docType} ${docId.toLowerCase()}`;

/** Documents of one type that Concur should still give out as ready, as far as their rows know. */
function readyOfType(waiting: Waiting[], fetched: Fetched[]): Waiting[][] {
	const groups = new Map<string, Waiting[]>();
	for (const one of waiting) {
		const { id, readyInConcur } = rowOf(fetched[one.index]!.item.json);
		if (id === undefined || readyInConcur === false) continue;
		groups.set(one.target.docType, [...(groups.get(one.target.docType) ?? []), one]);
	}
	return [...groups.values()];
}

/**
 * Reads many documents of one type with few requests, out of the queue of what is ready. What is not found there, because it is ready no
 * more or stands far behind, is asked for by its id; so is everything where the queue cannot be read.
 */
async function readQueue(fis: Fis, group: Waiting[], mayBegin: () => boolean): Promise<Map<string, FisItem>> {
	const { docType } = group[0]!.target;
	const wanted = new Set(group.map(({ target }) => keyOf(target)));
	const accept = ({ docId }: FisItem) => wanted.has(keyOf({ docType, docId }));
	const maxPages = PAGES_TOO_MANY * Math.ceil(wanted.size / PAGE_SIZE);
	const query = { docType: docType as DocType, limit: wanted.size, pageSize: PAGE_SIZE, accept, maxPages, mayBegin };
	const listed = mayBegin() ? await fis.listReady(query).catch(errorOfThrown) : undefined;
	const items = listed === undefined || listed instanceof FisError ? [] : listed.items;
	return new Map(items.map((found) => [keyOf({ docType, docId: found.docId }), found]));
}

async function fetchOne(fis: Fis, item: INodeExecutionData, { docId, docType, simplify }: Wanted): Promise<Fetched> {
	const items = await fis.findById(docType, docId).catch(errorOfThrown);
	if (items instanceof FisError) return endsRun(items) ? { item, error: items } : { item, reply: replyOfError(docId, items) };
	const found = items.find((one) => one.docId.toLowerCase() === docId.toLowerCase());
	if (found) return { item: withDocument(item, found, simplify) };
	return { item, reply: ownReply(docId, 'unknown', `Concur knows no ${docType} document "${docId}".`) };
}

/**
 * Gets the documents of items that carry none: many that should be ready out of the queue, all others by id and a few at a time. One that
 * cannot be had says why and harms no other.
 * @param targets one for each item; undefined where the item itself is unusable
 * @param mayBegin asked before every request; what is not begun in time is left for later
 */
export async function fetchDocuments(
	context: IExecuteFunctions,
	fis: Fis,
	targets: Array<Wanted | undefined>,
	mayBegin: () => boolean,
): Promise<Fetched[]> {
	const fetched: Fetched[] = context.getInputData().map((item) => ({ item }));
	const waiting = targets.flatMap((target, index): Waiting[] =>
		target && !carriesDocument(fetched[index]!.item) ? [{ target, index }] : [],
	);
	for (const group of readyOfType(waiting, fetched).filter(({ length }) => length >= PAGE_SIZE)) {
		const found = await readQueue(fis, group, mayBegin);
		for (const { target, index } of group) {
			const document = found.get(keyOf(target));
			if (document) fetched[index] = { item: withDocument(fetched[index]!.item, document, target.simplify) };
		}
	}
	const left = waiting.filter(({ index }) => !carriesDocument(fetched[index]!.item));
	const work = async () => {
		for (let next = left.shift(); next; next = left.shift()) {
			const { target, index } = next;
			const { item } = fetched[index]!;
			fetched[index] = mayBegin() ? await fetchOne(fis, item, target) : { item, reply: notBegun(target.docId) };
		}
	};
	await Promise.all(Array.from({ length: LANES }, work));
	return fetched;
}
