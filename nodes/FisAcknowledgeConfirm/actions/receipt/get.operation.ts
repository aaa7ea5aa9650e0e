import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { endsRun, errorOfThrown, FisError } from '../../../shared/concur/errors';
import type { Fis } from '../../../shared/concur/fis';
import type { ReceiptProblem } from '../../../shared/concur/receipts/download';
import type { ReceiptFile } from '../../../shared/concur/receipts/fetchReceipt';
import { isRecord, receiptName, receiptsOf, type Json, type ReceiptFiles, type ReceiptPlan } from '../../../shared/document';
import { fisFor } from '../../../shared/n8n/fisClient';
import { itemsPerItem } from '../../../shared/n8n/perItem';
import { receiptsFor, type FetchReceipt } from '../../../shared/n8n/receiptClient';
import { docTypeOf, optionsOf, textParameter } from '../fields';

export { description } from './fields';

const MEGABYTE = 1_000_000;

/** What became of the receipts of a document. */
type Outcome = 'fetched' | 'none' | 'incomplete' | 'tryLater' | 'notBegun';

interface Missing extends IDataObject {
	file: string;
	problem: ReceiptProblem;
	message: string;
}

interface Asked {
	docType: string;
	docId: string;
	companyId: string;
	files: ReceiptFiles | 'none';
	maxBytes: number;
	runBytes: number;
	prefix: string;
}

function readAsked(context: IExecuteFunctions, index: number): Asked {
	const { maxMegabytes = 25, runMegabytes = 100, binaryPrefix } = optionsOf(context, index);
	const docId = textParameter(context, 'docId', index, 'Document ID');
	return {
		docType: docTypeOf(context, index),
		docId,
		companyId: textParameter(context, 'companyId', index),
		files: textParameter(context, 'files', index) as Asked['files'],
		maxBytes: Number(maxMegabytes) * MEGABYTE,
		runBytes: Number(runMegabytes) * MEGABYTE,
		prefix: String((binaryPrefix as string | undefined) ?? '').trim() || 'receipt_',
	};
}

/**
 * Fetches the receipts of each document and puts them on its item as binary data, with a block `receipts` that counts them. What Concur
 * does not give out stands there with its reason, and is nobody else's matter. Throws NodeApiError when Concur does not accept the
 * credential, NodeOperationError for an empty id.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const fis = fisFor(this);
	const fetch = await receiptsFor(this);
	let fetchedBytes = 0;
	const items = await itemsPerItem(this, async (index, item) => {
		const asked = readAsked(this, index);
		const said = (receipts: IDataObject, binary?: IBinaryKeyData) => [
			{ json: { ...item.json, receipts }, binary: { ...item.binary, ...binary } },
		];
		if (asked.files === 'none') return said(counted('none', 0, [], []));
		if (fetchedBytes >= asked.runBytes)
			return said({
				...counted('notBegun', null, [], []),
				message: 'Enough was fetched in this run; it is the turn of the next.',
			});
		const plan = await planOf(fis, asked, asked.files, item.json, textParameter(this, 'reportId', index));
		if (plan instanceof FisError) return said({ ...counted('tryLater', null, [], []), message: plan.message });
		const binary: IBinaryKeyData = {};
		const { files, missing } = await fetchAll(fetch, asked, plan, async (number, { content, mimeType }, name) => {
			fetchedBytes += content.length;
			binary[`${asked.prefix}${number}`] = await this.helpers.prepareBinaryData(content, name, mimeType);
		});
		return said(summary(plan, files, missing), binary);
	});
	return [items];
}

/** The receipts that a document has: of the item, else of the document as Concur gives it out, else what its report id alone tells. */
async function planOf(
	fis: Fis,
	{ docType, docId }: Asked,
	files: ReceiptFiles,
	json: IDataObject,
	reportId: string,
): Promise<ReceiptPlan | FisError> {
	if (isRecord(json.document)) return receiptsOf(docType, json.document, reportId, files);
	if (docType !== 'expense' && docType !== 'invoice') return receiptsOf(docType, null, reportId, files);
	const found = await fis.findById(docType, docId).catch(errorOfThrown);
	if (found instanceof FisError) {
		if (endsRun(found)) throw found;
		if (found.status !== 404) return found;
	}
	const items = found instanceof FisError ? [] : found;
	const document = items.find((one) => one.docId.toLowerCase() === docId.toLowerCase())?.document;
	const content: Json | null = isRecord(document) ? document : null;
	if (content === null && docType === 'expense' && files === 'entry')
		return new FisError({
			kind: 'refused',
			message: `Concur does not give out the document ${docId} any more, which names its entries.`,
		});
	return receiptsOf(docType, content, reportId, files);
}

interface Kept extends IDataObject {
	name: string;
	bytes: number;
}

/** @param keep takes each file as soon as it is there, so that one at a time is in memory where n8n keeps files on disk */
async function fetchAll(
	fetch: FetchReceipt,
	{ companyId, docId, maxBytes }: Asked,
	{ sources }: ReceiptPlan,
	keep: (number: number, file: ReceiptFile, name: string) => Promise<void>,
): Promise<{ files: Kept[]; missing: Missing[] }> {
	const files: Kept[] = [];
	const missing: Missing[] = [];
	for (const source of sources) {
		const file = receiptName(companyId, docId, source);
		const got = await fetch(source, maxBytes);
		if ('problem' in got) {
			missing.push({ file, problem: got.problem, message: got.message });
			// A server that is away is away for the next one, too.
			if (got.problem === 'tryLater') break;
			continue;
		}
		const name = `${file}.${got.extension}`;
		files.push({ name, bytes: got.content.length });
		await keep(files.length, got, name);
	}
	return { files, missing };
}

function summary({ sources, isCertain }: ReceiptPlan, files: Kept[], missing: Missing[]): IDataObject {
	if (!isCertain && missing.every(({ problem }) => problem === 'notThere') && files.length === 0)
		return counted('none', 0, [], []);
	if (sources.length === 0) return counted('none', 0, [], []);
	const outcome = files.length === sources.length ? 'fetched' : missing.some(isPassing) ? 'tryLater' : 'incomplete';
	return counted(outcome, sources.length, files, missing);
}

const isPassing = ({ problem }: Missing) => problem === 'tryLater';

/** @param expected receipts that the document has; null where nobody knows yet */
function counted(outcome: Outcome, expected: number | null, files: Kept[], missing: Missing[]): IDataObject {
	return {
		outcome,
		expected,
		fetched: files.length,
		message: missing[0]?.message ?? '',
		files,
		missing,
	};
}
