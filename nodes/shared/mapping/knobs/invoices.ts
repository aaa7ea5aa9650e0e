import { b1Code, choice, section } from '../declare';

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
	},
});
