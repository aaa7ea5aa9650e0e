import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import {
	attachOnce as attach,
	findDocuments,
	isPurchaseRow,
	ServiceLayerError,
	type Attached,
	type AttachTarget,
	type FileToAttach,
	type Finding,
	type ServiceLayer,
} from '../../../shared/business-one';
import { receiptStem } from '../../../shared/document';
import { postingKey } from '../../../shared/journalEntry';
import { itemsPerItem } from '../../../shared/n8n/perItem';
import { recordCode } from '../../../shared/n8n/readers';
import { namesIn } from '../listFields';
import type { Operation } from '../operation';
import { checkExpectedCompany, expectedCompanyOption } from '../sharedOptions';

const fields: INodeProperties[] = [
	{
		displayName: 'Document ID',
		name: 'docId',
		type: 'string',
		default: '={{ $json.docId }}',
		required: true,
		placeholder: 'e.g. 2aaff6d927a84156b5b2de638f163eb3',
		description: 'Of the FIS document whose journal entry or A/P invoice gets the files',
		hint: 'Comes from Receipt > Get of FIS Acknowledge/Confirm',
	},
	{
		displayName: 'Company ID',
		name: 'companyId',
		type: 'string',
		default: '={{ $json.companyId }}',
		placeholder: 'e.g. 192544',
		description: 'Of Concur. An entry is found whichever way it was spelled when the entry was posted.',
	},
	{
		displayName: 'Input Binary Fields',
		name: 'binaryFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. receipt_1, receipt_2',
		description: 'Names of the input binary fields that hold the files, separated by commas. Empty takes all files of the item.',
		hint: 'A file is known by its name: one that the entry has already is not attached again.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [expectedCompanyOption],
	},
];

/** Attach the files of an item to what was posted of its document, each of them once, however often it is run. */
export const attachOnce: Operation = {
	fields,
	async execute({ context, serviceLayer, company }) {
		const items = await itemsPerItem(context, async (itemIndex, item) => {
			const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
			checkExpectedCompany(context, options, company.companyDb, itemIndex);
			const docId = recordCode(context, 'docId', 'Document ID', itemIndex);
			const companyId = String(context.getNodeParameter('companyId', itemIndex, '') ?? '').trim();
			const files = filesOf(context, item, itemIndex);
			const attachment = files.length === 0 ? nothing : await attachTo(serviceLayer, companyId, docId, files);
			// The files have arrived where they belong, or come again with the next try.
			return [{ json: { ...item.json, attachment: attachment as unknown as IDataObject } }];
		});
		return [items];
	},
};

/** What became of the files of a document. */
interface Attachment {
	outcome: 'attached' | 'incomplete' | 'tryLater' | 'notInBooks' | 'none';
	/** JdtNum or DocEntry of what they are attached to. */
	attachedTo: AttachTarget | null;
	attachmentEntry: number | null;
	/** Files of the document that it has now; null where B1 was not asked. */
	attached: number | null;
	added: number;
	message: string;
}

const nothing: Attachment = {
	outcome: 'none',
	attachedTo: null,
	attachmentEntry: null,
	attached: null,
	added: 0,
	message: '',
};

function filesOf(context: IExecuteFunctions, { binary = {} }: INodeExecutionData, itemIndex: number): FileToAttach[] {
	const named = namesIn(context.getNodeParameter('binaryFields', itemIndex, ''));
	return (named.length > 0 ? named : Object.keys(binary)).map((field) => {
		const { fileName, fileExtension, mimeType } = context.helpers.assertBinaryData(itemIndex, field);
		const name = fileName ?? [field, fileExtension].filter(Boolean).join('.');
		return { name, mimeType, read: async () => await context.helpers.getBinaryDataBuffer(itemIndex, field) };
	});
}

async function attachTo(
	serviceLayer: ServiceLayer,
	companyId: string,
	docId: string,
	files: FileToAttach[],
): Promise<Attachment> {
	const done = await findAndAttach(serviceLayer, companyId, docId, files).catch((error: unknown) => error);
	if (!(done instanceof Error)) return done as Attachment;
	// A session that is refused fails every item; all else is about this one.
	if (!(done instanceof ServiceLayerError) || done.kind === 'session') throw done;
	return { ...nothing, outcome: done.isRefusal ? 'incomplete' : 'tryLater', message: `${done.message} ${done.advice}` };
}

async function findAndAttach(
	serviceLayer: ServiceLayer,
	companyId: string,
	docId: string,
	files: FileToAttach[],
): Promise<Attachment> {
	const [finding] = await findDocuments(serviceLayer, [postingKey(companyId || null, docId)], 'auto');
	const target = targetOf(finding);
	if ('outcome' in target) return target;
	const done = await attach(serviceLayer, target, receiptStem(companyId, docId), files);
	return { ...resultOf(done), attachedTo: target };
}

function targetOf(finding: Finding | undefined): AttachTarget | Attachment {
	const { result, found } = finding ?? {};
	const [entry] = found?.live ?? [];
	if (result?.outcome === 'alreadyPosted' && entry)
		return isPurchaseRow(entry)
			? { set: entry.purchaseSet as AttachTarget['set'], key: Number(entry.DocEntry) }
			: { set: 'JournalEntries', key: Number(entry.JdtNum) };
	if (result?.outcome === 'uncertain' && !entry && (found?.waiting.length ?? 0) === 0)
		return { ...nothing, outcome: 'tryLater', message: result.message };
	return { ...nothing, outcome: 'notInBooks', message: result?.message ?? 'B1 has no entry of this document.' };
}

function resultOf({ attachmentEntry, attached, added, problems }: Attached): Omit<Attachment, 'attachedTo'> {
	const outcome = problems.length === 0 ? 'attached' : problems.some(({ isPassing }) => isPassing) ? 'tryLater' : 'incomplete';
	const message = problems.map((problem) => `${problem.name}: ${problem.message}`).join(' ');
	return { outcome, attachmentEntry, attached: attached.length, added: added.length, message };
}
