import { writeFiles, type AttachedFile, type Row } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { withoutMetadata } from '../listFields';
import type { Operation } from '../operation';

/** Store binary files of an item as one attachment entry. */
export const upload: Operation = {
	fields: [
		{
			displayName: 'Input Binary Fields',
			name: 'binaryFields',
			type: 'string',
			default: 'data',
			required: true,
			placeholder: 'e.g. data,receipt',
			hint: 'Names of the input binary fields that hold the files, separated by commas',
		},
	],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const names = String(context.getNodeParameter('binaryFields', itemIndex, ''))
				.split(',')
				.map((name) => name.trim());
			const files: AttachedFile[] = [];
			for (const name of names.filter((part) => part !== '')) {
				const { fileName, fileExtension, mimeType } = context.helpers.assertBinaryData(itemIndex, name);
				const content = await context.helpers.getBinaryDataBuffer(itemIndex, name);
				files.push({ name: fileName ?? [name, fileExtension].filter(Boolean).join('.'), mimeType, content });
			}
			const { contentType, body } = writeFiles(files);
			const reply = await serviceLayer.call({
				method: 'POST',
				path: 'Attachments2',
				body,
				headers: { 'Content-Type': contentType },
			});
			return [withoutMetadata(reply.body as Row)];
		});
		return [items];
	},
};
