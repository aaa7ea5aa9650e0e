import type { IDataObject } from 'n8n-workflow';
import { setUpPostingRegister as setUp } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import type { Operation } from '../operation';

/** Create the posting register and prove that it works on this server. */
export const setUpPostingRegister: Operation = {
	fields: [
		{
			displayName:
				'Creates the user table CONCURB1POST in the company. The user needs the authorization to change the structure of the database; on some servers nobody else may be logged in meanwhile.',
			name: 'registerNotice',
			type: 'notice',
			default: '',
		},
	],
	async execute({ context, serviceLayer }) {
		return [await perItem(context, async () => [{ ...(await setUp(serviceLayer)) } as unknown as IDataObject])];
	},
};
