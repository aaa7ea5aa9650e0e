import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { writeFiles, type AttachedFile } from '../../../shared/business-one';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { namesIn } from '../listFields';

export const attachmentField: INodeProperties = {
	displayName: 'Attachment Entry',
	name: 'attachmentEntry',
	type: 'string',
	default: '={{ $json.AbsoluteEntry }}',
	required: true,
	placeholder: 'e.g. 12',
	description: 'Number of the attachment, AbsoluteEntry of Upload',
};

export const binaryFieldsField: INodeProperties = {
	displayName: 'Input Binary Fields',
	name: 'binaryFields',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data,receipt',
	hint: 'Names of the input binary fields that hold the files, separated by commas',
};

/**
 * The files of an item as the form that B1 takes.
 * @throws NodeOperationError where no field is named, or the item has no such file
 */
export async function formOf(context: IExecuteFunctions, itemIndex: number): Promise<{ contentType: string; body: Buffer }> {
	const names = namesIn(context.getNodeParameter('binaryFields', itemIndex, ''));
	if (names.length === 0)
		throw refusedParameter(
			context.getNode(),
			'Input Binary Fields names no field',
			'Name the fields that hold the files.',
			itemIndex,
		);
	const files: AttachedFile[] = [];
	for (const name of names) {
		const { fileName, fileExtension, mimeType } = context.helpers.assertBinaryData(itemIndex, name);
		const content = await context.helpers.getBinaryDataBuffer(itemIndex, name);
		files.push({ name: fileName ?? [name, fileExtension].filter(Boolean).join('.'), mimeType, content });
	}
	return writeFiles(files);
}
