import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { endsRun, errorOfThrown, FisError } from '../../../shared/concur/errors';
import type { Fis } from '../../../shared/concur/fis';
import type { FisItem, Reply } from '../../../shared/concur/types';
import { headingOf } from '../../../shared/document';
import { notBegun } from '../../../shared/concur/write';
import { rowOf } from '../../../shared/row';
import type { Target } from '../fields';
import { ownReply, replyOfError } from '../results';

/** Requests that are under way at once. Concur publishes no limit. */
const lanes = 4;

/** The item with its document, and what is known of a document that could not be had. */
export interface Fetched {
	item: INodeExecutionData;
	reply?: Reply;
	/** Why nothing can be had: the credential, or a fault of our own. */
	error?: FisError;
}

const carriesDocument = ({ json }: INodeExecutionData) => json.document !== undefined && json.document !== null;

/** What Concur sent becomes the item; a row of a Data Table that asked for it goes along under `row`, never spread over it. */
function withDocument(item: INodeExecutionData, found: FisItem): INodeExecutionData {
	const row = rowOf(item.json);
	const rest = row === (item.json as unknown) ? {} : item.json;
	const { document, ...header } = found;
	const facts = headingOf(document, found.docType);
	const json = { ...rest, ...header, facts, ...(Object.keys(row).length > 0 ? { row } : {}), document };
	return { ...item, json: json as unknown as IDataObject };
}

async function fetchOne(fis: Fis, item: INodeExecutionData, { docId, docType }: Target): Promise<Fetched> {
	const items = await fis.findById(docType, docId).catch(errorOfThrown);
	if (items instanceof FisError) return endsRun(items) ? { item, error: items } : { item, reply: replyOfError(docId, items) };
	const found = items.find((one) => one.docId.toLowerCase() === docId.toLowerCase());
	if (found) return { item: withDocument(item, found) };
	return { item, reply: ownReply(docId, 'unknown', `Concur knows no ${docType} document "${docId}".`) };
}

/**
 * Gets the documents of items that carry none, by id and a few at a time. One that cannot be had says why and harms no other.
 * @param targets one for each item; undefined where the item itself is unusable
 * @param mayBegin asked before every request; what is not begun in time is left for later
 */
export async function fetchDocuments(
	context: IExecuteFunctions,
	fis: Fis,
	targets: Array<Target | undefined>,
	mayBegin: () => boolean,
): Promise<Fetched[]> {
	const fetched: Fetched[] = context.getInputData().map((item) => ({ item }));
	const waiting = targets.flatMap((target, index) =>
		target && !carriesDocument(fetched[index]!.item) ? [{ target, index }] : [],
	);
	const work = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const { target, index } = next;
			const { item } = fetched[index]!;
			fetched[index] = mayBegin() ? await fetchOne(fis, item, target) : { item, reply: notBegun(target.docId) };
		}
	};
	await Promise.all(Array.from({ length: lanes }, work));
	return fetched;
}
