import { perItem } from '../../../shared/n8n/perItem';
import { recordNumber } from '../../../shared/n8n/readers';
import { withoutMetadata } from '../listFields';
import type { Operation } from '../operation';
import { readByKey } from '../readByKey';
import { attachmentField } from './files';

export const ATTACHMENTS = { set: 'Attachments2', key: 'AbsoluteEntry', keyType: 'number' } as const;

/** Get an attachment entry with the names of its files. */
export const get: Operation = {
	fields: [attachmentField],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const number = recordNumber(context, 'attachmentEntry', 'Attachment Entry', itemIndex);
			return [withoutMetadata(await readByKey(serviceLayer, ATTACHMENTS, String(number)))];
		});
		return [items];
	},
};
