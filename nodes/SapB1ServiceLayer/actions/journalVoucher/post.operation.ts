import type { INodeProperties } from 'n8n-workflow';
import { postFields } from '../journalEntry/postFields';
import { postItems, postOutputs, toOutputs } from '../journalEntry/postItems';
import type { Operation } from '../operation';

const notice: INodeProperties = {
	displayName:
		'B1 gives no number for a voucher and shows none to the Service Layer. Only the posting register can tell whether a voucher was sent before, so none is sent without it: set it up in the resource Company. A parked item leaves by Uncertain with outcome waiting, until a person has posted the voucher in B1.',
	name: 'voucherNotice',
	type: 'notice',
	default: '',
};

/** What Post of an entry takes, without the choice of a guard, as there is only one for a voucher; an invoice is parked as a draft. */
const fields = postFields
	.filter(({ name }) => name !== 'purchaseInvoice')
	.map((field) =>
		field.name === 'options' ? { ...field, options: field.options?.filter(({ name }) => name !== 'level') } : field,
	) as INodeProperties[];

/** Park entries as journal vouchers, for companies that review in B1. */
export const post: Operation = {
	fields: [notice, ...fields],
	outputs: postOutputs,
	async execute(run) {
		return toOutputs(await postItems(run, { target: 'journalVoucher', level: 'register' }));
	},
};
