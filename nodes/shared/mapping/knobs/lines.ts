import { choice, flag, section, table } from '../declare';
import { EXPENSE_TYPE, words } from './columns';

/** How lines are joined. */
export const lines = section({
	title: 'Lines',
	collection: { name: 'lines', label: 'Lines', add: 'Add Line Setting' },
	knobs: {
		mergeExpense: choice({
			label: 'Expense Lines',
			default: 'none',
			about: 'Which expense lines become one',
			choices: { none: 'One for Each Entry and Allocation', account: 'One for Each Account and Cost Object' },
		}),
		mergeCounterparty: flag({
			label: 'One Line for Each Partner',
			default: true,
			about: 'Whether everything a partner is owed in a document becomes one line',
		}),
		qualifiers: table({
			label: 'Separate Employee Lines',
			about: 'Expense types whose amounts get a partner line of their own, e.g. the taxable part of an allowance',
			columns: [
				EXPENSE_TYPE('DINNR'),
				words({ name: 'label', label: 'Label', example: 'taxable', hint: 'Lines of one label are joined' }),
			],
			add: 'Add Expense Type',
		}),
	},
});
