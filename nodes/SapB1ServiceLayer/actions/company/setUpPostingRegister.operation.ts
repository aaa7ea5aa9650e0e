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
		{
			displayName: 'For A/P Invoices Too',
			name: 'withInvoices',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether the marketing documents of the company get a user field for the posting key, which A/P invoices are found by. Everybody else has to be logged off meanwhile.',
			hint: 'Needed where invoices of Concur become A/P invoices or drafts in B1',
		},
	],
	async execute({ context, serviceLayer }) {
		return [
			await perItem(context, async (itemIndex) => {
				const withInvoices = context.getNodeParameter('withInvoices', itemIndex, false) === true;
				return [{ ...(await setUp(serviceLayer, withInvoices)) } as unknown as IDataObject];
			}),
		];
	},
};
