import type { IDataObject } from 'n8n-workflow';
import { setUpFundsRegister } from '../../../shared/fundsRegister';
import { perItem } from '../../../shared/n8n/perItem';
import type { Operation } from '../operation';

/** Create the commitment register and prove that it works on this server. */
export const setUpCommitmentRegister: Operation = {
	fields: [
		{
			displayName:
				'Creates the user tables CONCURB1FUNDS and CONCURB1STEPS in the company. The user needs the authorization to change the structure of the database; on some servers nobody else may be logged in meanwhile.',
			name: 'fundsRegisterNotice',
			type: 'notice',
			default: '',
		},
	],
	async execute({ context, serviceLayer }) {
		return [await perItem(context, async () => [{ ...(await setUpFundsRegister(serviceLayer)) } as unknown as IDataObject])];
	},
};
