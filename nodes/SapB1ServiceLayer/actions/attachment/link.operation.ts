import { entityPath } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { entryField } from '../journalEntry/get.operation';
import type { Operation } from '../operation';

/** Show an uploaded attachment at a journal entry. Setting the same link again changes nothing. */
export const link: Operation = {
	fields: [
		entryField,
		{
			displayName: 'Attachment Entry',
			name: 'attachmentEntry',
			type: 'string',
			default: '={{ $json.AbsoluteEntry }}',
			required: true,
			description: 'Number of the attachment, AbsoluteEntry of Upload',
		},
	],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const jdtNum = Number(context.getNodeParameter('jdtNum', itemIndex, '', { extractValue: true }));
			const attachmentEntry = Number(context.getNodeParameter('attachmentEntry', itemIndex));
			await serviceLayer.call({
				method: 'PATCH',
				path: entityPath('JournalEntries', jdtNum),
				body: { AttachmentEntry: attachmentEntry },
			});
			return [{ jdtNum, attachmentEntry, linked: true }];
		});
		return [items];
	},
};
