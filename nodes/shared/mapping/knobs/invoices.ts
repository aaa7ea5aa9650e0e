import { wholeNumberOrNull } from '../readers';
import { b1Code, choice, optionalText, section } from '../declare';

/** What becomes of invoices in B1. */
export const invoices = section({
	title: 'Invoices',
	collection: {
		name: 'invoices',
		label: 'Invoices',
		add: 'Add Invoice Setting',
		about: 'Whether invoices of Concur become journal entries or A/P invoices in B1',
	},
	knobs: {
		invoicesBecome: choice({
			label: 'Invoices Become',
			default: 'journalEntry',
			about: 'What an invoice of Concur is posted as. Expense reports and cash advances are always journal entries.',
			choices: {
				journalEntry: ['Journal Entry', 'Booked like every other document'],
				invoice: [
					'A/P Invoice',
					'With withholding tax, reverse charge and the check of the vendor’s number; needs the posting register',
				],
				draft: [
					'A/P Invoice Draft',
					'A person adds it in B1, and only then Concur hears that it is posted; needs the posting register',
				],
			},
		}),
		invoiceTaxGroup: b1Code('taxGroups', {
			label: 'Tax Group of Lines Without Tax',
			about:
				'Tax group of 0 % for the lines of an A/P invoice that carry no tax. When empty, B1 takes the tax group of the vendor, which may not be 0 %.',
		}),
		invoiceLines: choice({
			label: 'Lines of A/P Invoices',
			default: 'accounts',
			about: 'What the lines of an A/P invoice name',
			choices: {
				accounts: ['Accounts', 'Every line is a service with the account of its cost'],
				items: ['Items', 'Where a line names an item code and a quantity, the invoice has items with quantities and prices'],
			},
		}),
		invoiceItem: optionalText({
			label: 'Item of Lines Without One',
			about:
				'Item of B1, not kept in stock, for lines that name no item in an invoice that has items. When empty, such an invoice goes to review.',
			example: 'SERVICES',
		}),
		invoiceFreight: optionalText(
			{
				label: 'Freight Code of Shipping',
				about:
					'Number of the freight (additional expense) of B1 that takes the shipping of an A/P invoice. When empty, shipping is a line of its own account, or part of the cost.',
				hint: 'Administration > Setup > General > Freight; its number is read with AdditionalExpenses.',
				example: '1',
			},
			wholeNumberOrNull,
		),
		invoiceOrders: choice({
			label: 'Purchase Orders',
			default: 'ignore',
			about: 'What becomes of the purchase order that an invoice line names. Its number has to be the one of B1.',
			choices: {
				ignore: ['Ignore', 'The order stays open in B1'],
				link: [
					'Link',
					'The line is based on the order, or on its goods receipt, and closes it by the quantity. What does not fit goes to review',
				],
			},
		}),
	},
});
