import { b1Code, choice, optionalText, section, table, text } from '../declare';
import { amountText } from '../readers';
import { words } from './columns';

/** Currencies and rounding. Amounts are decimal texts. */
export const currency = section({
	title: 'Currency and Rounding',
	collection: { name: 'currency', label: 'Currency and Rounding', add: 'Add Currency Setting' },
	knobs: {
		companyCurrency: optionalText({
			label: 'Local Currency of the Company',
			example: 'USD',
			about: 'Documents in another currency are posted in foreign currency. When empty, B1 is asked if a credential is selected.',
			hint: 'As Concur calls it, also where B1 has a code of its own such as $',
		}),
		/** Concur's ISO code -> B1's code. */
		currencyMap: table({
			label: 'Currency Table',
			about: 'Currencies that B1 has another code for. Without a row, B1’s own code for documents counts where B1 is asked.',
			columns: [
				words({ name: 'from', label: 'Currency in Concur', example: 'USD', hint: 'ISO code, as in the document' }),
				words({
					name: 'to',
					label: 'B1 Currency',
					example: '$',
					about: 'Code in B1 (Administration > Setup > Financials > Currencies)',
				}),
			],
			add: 'Add Currency',
		}),
		rateSource: choice({
			label: 'Exchange Rate',
			default: 'b1',
			about: 'Which rate turns a document in another currency into the currency of the company',
			choices: {
				b1: ['Rate of B1', 'B1 uses its own rate of the posting date'],
				document: ['Rate of the Document', 'The rate Concur used, where the document has a single one'],
			},
		}),
		roundingAccount: b1Code('accounts', {
			label: 'Rounding Account',
			about:
				'Account of differences that exchange rates leave, and of those within the allowed difference of a document. When empty, the largest cost takes them; only with the rate of the document the account is needed.',
		}),
		roundingCap: text(
			{
				label: 'Largest Rounding Difference',
				default: '0.05',
				about:
					'Differences up to this amount go to the rounding account, larger ones to review; also all small differences of a document together',
				hint: 'Stated for currencies with cents: 0.05 stands for 5 yen, and for 5 fils',
			},
			amountText,
		),
		tolerance: text(
			{
				label: 'Allowed Difference in the Document',
				default: '0.02',
				about: 'How far the figures of a document may differ from its own totals before it goes to review',
				hint: 'Stated for currencies with cents: 0.02 stands for 2 yen, and for 2 fils',
			},
			amountText,
		),
	},
});
