import type { INodeProperties } from 'n8n-workflow';
import { postFields } from '../journalEntry/postFields';
import { postItems, toOutputs } from '../journalEntry/postItems';
import type { Operation } from '../operation';

const notice: INodeProperties = {
	displayName:
		'B1 gives no number for a voucher and shows none to the Service Layer. Only the posting register can tell whether a voucher was sent before: set it up in the resource Company.',
	name: 'voucherNotice',
	type: 'notice',
	default: '',
};

/** Park entries as journal vouchers, for companies that review in B1. */
export const post: Operation = {
	fields: [notice, ...postFields],
	async execute(run) {
		return toOutputs(await postItems(run, { target: 'journalVoucher' }));
	},
};
