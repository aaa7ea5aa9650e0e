import type { INodeExecutionData } from 'n8n-workflow';
import { entityPath, quote, rowsOf, type Row, type ServiceLayerError } from '../../../shared/business-one';
import { itemsPerItem } from '../../../shared/n8n/perItem';
import { recordNumber } from '../../../shared/n8n/readers';
import type { Operation, OperationContext } from '../operation';
import { naming, readByKey } from '../readByKey';
import { attachmentField } from './files';
import { ATTACHMENTS } from './get.operation';

/** Get the files of an attachment entry, each as an item of its own. */
export const download: Operation = {
	fields: [
		attachmentField,
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. receipt.pdf',
			description: 'Only this file. Empty gives all files of the attachment.',
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
		},
	],
	async execute(run) {
		const { context, serviceLayer } = run;
		const items = await itemsPerItem(context, async (itemIndex) => {
			const number = recordNumber(context, 'attachmentEntry', 'Attachment Entry', itemIndex);
			const wanted = String(context.getNodeParameter('fileName', itemIndex, '') ?? '').trim();
			const attachment = await readByKey(serviceLayer, ATTACHMENTS, String(number));
			const names = wanted === '' ? rowsOf(attachment.Attachments2_Lines).map(nameOf) : [wanted];
			const files: INodeExecutionData[] = [];
			for (const name of names) files.push(await readFile(run, itemIndex, number, name));
			return files;
		});
		return [items];
	},
};

const nameOf = ({ FileName, FileExtension }: Row): string => [FileName, FileExtension].filter(Boolean).join('.');

async function readFile(
	{ context, serviceLayer }: OperationContext,
	itemIndex: number,
	number: number,
	fileName: string,
): Promise<INodeExecutionData> {
	const path = `${entityPath(ATTACHMENTS.set, number)}/$value?filename=${encodeURIComponent(quote(fileName))}`;
	const reply = await serviceLayer.call({ method: 'GET', path, isFile: true }).catch((error: ServiceLayerError) => error);
	if (reply instanceof Error) throw naming(reply, ATTACHMENTS, `${number}, file ${fileName}`);
	const field = String(context.getNodeParameter('binaryPropertyName', itemIndex, 'data'));
	const content = await context.helpers.prepareBinaryData(reply.body as Buffer, fileName);
	return { json: { AbsoluteEntry: number, fileName }, binary: { [field]: content } };
}
