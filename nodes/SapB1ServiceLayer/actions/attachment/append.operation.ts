import { entityPath, type ServiceLayerError } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { recordNumber } from '../../../shared/n8n/readers';
import { withoutMetadata } from '../listFields';
import type { Operation } from '../operation';
import { naming, readByKey } from '../readByKey';
import { attachmentField, binaryFieldsField, formOf } from './files';
import { ATTACHMENTS } from './get.operation';

/** Add files to an attachment entry. One of the same name is overwritten there; B1 removes none. */
export const append: Operation = {
	fields: [attachmentField, binaryFieldsField],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const number = recordNumber(context, 'attachmentEntry', 'Attachment Entry', itemIndex);
			const { contentType, body } = await formOf(context, itemIndex);
			const path = entityPath(ATTACHMENTS.set, number);
			const headers = { 'Content-Type': contentType };
			const reply = await serviceLayer.call({ method: 'PATCH', path, body, headers }).catch((error: ServiceLayerError) => error);
			if (reply instanceof Error) throw naming(reply, ATTACHMENTS, String(number));
			return [withoutMetadata(await readByKey(serviceLayer, ATTACHMENTS, String(number)))];
		});
		return [items];
	},
};
