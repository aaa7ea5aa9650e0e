import { entityPath, type ServiceLayerError } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { recordNumber } from '../../../shared/n8n/readers';
import { ENTRIES, entryField } from '../journalEntry/get.operation';
import type { Operation } from '../operation';
import { naming } from '../readByKey';
import { attachmentField } from './files';

/** Show an uploaded attachment at a journal entry. Setting the same link again changes nothing. */
export const link: Operation = {
	fields: [entryField, attachmentField],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const jdtNum = recordNumber(context, 'jdtNum', 'Journal Entry', itemIndex);
			const attachmentEntry = recordNumber(context, 'attachmentEntry', 'Attachment Entry', itemIndex);
			const linked = await serviceLayer
				.call({
					method: 'PATCH',
					path: entityPath('JournalEntries', jdtNum),
					body: { AttachmentEntry: attachmentEntry },
				})
				.catch((error: ServiceLayerError) => error);
			if (linked instanceof Error) throw naming(linked, ENTRIES, String(jdtNum));
			return [{ jdtNum, attachmentEntry, linked: true }];
		});
		return [items];
	},
};
