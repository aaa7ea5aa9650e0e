import type { Row } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { withoutMetadata } from '../listFields';
import type { Operation } from '../operation';
import { binaryFieldsField, formOf } from './files';

/** Store binary files of an item as one attachment entry. */
export const upload: Operation = {
	fields: [binaryFieldsField],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const { contentType, body } = await formOf(context, itemIndex);
			const headers = { 'Content-Type': contentType };
			const reply = await serviceLayer.call({ method: 'POST', path: 'Attachments2', body, headers });
			return [withoutMetadata(reply.body as Row)];
		});
		return [items];
	},
};
