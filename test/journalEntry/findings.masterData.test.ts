/** Every reason for which a code of the document or the mapping cannot be posted in B1, word for word, with the place it names. */
import type { AccountFacts, MasterData } from '../../nodes/shared/journalEntry';
import { findings } from '../posting/findings';
import { allocation, entry, journal, report, wrapped } from '../posting/sample';
import { always, build, company, taxi } from './company';

type Row = [title: string, document: unknown, options: unknown, masterData: MasterData | null, expected: string[]];

const account = (fields: Partial<AccountFacts>) =>
	company({
		accounts: [{ code: 'TAXI', name: 'Taxi rides', isTitle: false, isControl: false, currency: '##', ...always, ...fields }],
	});
const postedTo = (code: string) => wrapped(report(10, [entry(10, journal(code, 10))]));
const euro = taxi({ employeeCurrencyAlphaCode: 'EUR' });
const undated = { postingDate: 'userDefined', postingDateFallback: [] };
const noDate = 'missing-date . postingDate: The document has no date for the posting date rule "userDefined".';

describe('accounts', () => {
	const at = 'AccountCode = TAXI: Account TAXI Taxi rides';
	test.each<Row>([
		['15 characters: B1 may have it', postedTo('A'.repeat(15)), {}, null, []],
		[
			'16 characters: B1 cannot have it',
			postedTo('A'.repeat(16)),
			{},
			null,
			[`account-not-found . AccountCode = ${'A'.repeat(16)}: Account "${'A'.repeat(16)}" is longer than 15 characters.`],
		],
		['not there', taxi(), {}, account({ code: 'TAXIS' }), ['account-not-found . AccountCode = TAXI: B1 has no account TAXI.']],
		['a title', taxi(), {}, account({ isTitle: true }), [`account-title . ${at} is a title account.`]],
		['a control account', taxi(), {}, account({ isControl: true }), [`account-control . ${at} is a control account.`]],
		['frozen', taxi(), {}, account({ frozen: true }), [`account-inactive . ${at} is not active on 2024-03-05.`]],
		['valid from the day on', taxi(), {}, account({ validFrom: '2024-03-05' }), []],
		[
			'valid a day later',
			taxi(),
			{},
			account({ validFrom: '2024-03-06' }),
			[`account-inactive . ${at} is not active on 2024-03-05.`],
		],
		['valid to the day', taxi(), {}, account({ validTo: '2024-03-05' }), []],
		[
			'valid to the day before',
			taxi(),
			{},
			account({ validTo: '2024-03-04' }),
			[`account-inactive . ${at} is not active on 2024-03-05.`],
		],
		['frozen, on a day nobody knows', taxi(), undated, account({ frozen: true }), [noDate]],
		[
			'in another currency than the document',
			euro,
			{},
			account({ currency: 'GBP' }),
			[`account-currency . ${at} is kept in GBP, the document is in EUR.`],
		],
		['in the currency of the document', euro, {}, account({ currency: 'EUR' }), []],
		['in all currencies', euro, {}, account({ currency: '##' }), []],
		[
			'in another currency, and a document in the local one',
			taxi(),
			{},
			account({ currency: 'GBP' }),
			[`account-currency . ${at} is kept in GBP, the document is in USD.`],
		],
		['in the local currency, as the document', taxi(), {}, account({ currency: 'USD' }), []],
		[
			'in the local currency, and a document in another one',
			euro,
			{},
			account({ currency: 'USD' }),
			[`account-currency . ${at} is kept in USD, the document is in EUR.`],
		],
		[
			'blocked for manual posting',
			taxi(),
			{},
			account({ isBlocked: true }),
			[`account-blocked . ${at} is blocked for manual posting.`],
		],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});

describe('tax groups', () => {
	const vat = (taxCode: string) => {
		const row = { taxGuid: 'T1', amountTax: 19, amountReclaim: 19, taxCode };
		const nets = { amountNetOfTax: 100, amountNetOfReclaim: 100, taxGuid: ['T1'] };
		return wrapped(report(119, [entry(119, [allocation([journal('TAXI', 119, 'EMPL', nets)], { tax: [row] })])]));
	};
	const group = (fields: object = {}) =>
		company({ taxGroups: [{ code: 'VA', name: 'Input tax', taxAccount: '154000', inactive: false, ...fields }] });
	const mapped = (code: string) => ({ taxCodes: { VA: { code, account: '154000' } } });

	test.each<Row>([
		['8 characters: B1 may have it', vat('VA'), mapped('V'.repeat(8)), null, []],
		[
			'9 characters: B1 cannot have it',
			vat('VA'),
			mapped('V'.repeat(9)),
			null,
			['tax-group-not-found . TaxGroup = VVVVVVVVV: Tax group "VVVVVVVVV" is longer than 8 characters.'],
		],
		[
			'not there',
			vat('VB'),
			{},
			group(),
			[
				'tax-group-not-found . TaxGroup = VB: B1 has no tax group VB.',
				'missing-tax-account . taxCode = VB: Tax code VB has no tax account.',
			],
		],
		['there', vat('VA'), {}, group(), []],
		[
			'inactive',
			vat('VA'),
			{},
			group({ inactive: true }),
			['tax-group-inactive . TaxGroup = VA: Tax group VA Input tax is inactive.'],
		],
		[
			'without a tax account',
			vat('VA'),
			{},
			group({ taxAccount: null }),
			['missing-tax-account . taxCode = VA: Tax code VA has no tax account.'],
		],
		['not looked up', vat('VA'), {}, company(), ['missing-tax-account . taxCode = VA: Tax code VA has no tax account.']],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});

describe('branches', () => {
	const main = { id: 1, name: 'Main', active: true };
	const branches = (...list: (typeof main)[]): MasterData => ({
		...company({ branches: list }),
		company: { ...company().company, branchesEnabled: true },
	});
	const numbered = (defaultBranch: string) => ({ defaultBranch });

	test.each<Row>([
		['none, in a company with branches', taxi(), {}, branches(main), ['branch-missing . BPLID: A line has no branch.']],
		['none, in a company without branches', taxi(), {}, company({ branches: [main] }), []],
		[
			'a name in place of the number',
			taxi(),
			numbered('Main'),
			branches(main),
			['branch-not-found . BPLID = Main: "Main" is not a branch number of B1.'],
		],
		['nine digits', taxi(), numbered('123456789'), null, []],
		[
			'ten digits',
			taxi(),
			numbered('1234567890'),
			null,
			['branch-not-found . BPLID = 1234567890: "1234567890" is not a branch number of B1.'],
		],
		[
			'a number and a word',
			taxi(),
			numbered('1 Main'),
			null,
			['branch-not-found . BPLID = 1 Main: "1 Main" is not a branch number of B1.'],
		],
		['a sign', taxi(), numbered('-1'), null, ['branch-not-found . BPLID = -1: "-1" is not a branch number of B1.']],
		['not there', taxi(), numbered('2'), branches(main), ['branch-not-found . BPLID = 2: B1 has no branch 2.']],
		[
			'disabled',
			taxi(),
			numbered('1'),
			branches({ ...main, active: false }, { ...main, id: 2 }),
			['branch-not-found . BPLID = 1: Branch 1 Main is disabled.'],
		],
		['there', taxi(), numbered('1'), branches({ ...main, id: 2, active: false }, main), []],
		['not looked up', taxi(), numbered('7'), company(), []],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});

describe('currencies', () => {
	test.each<Row>([
		['not in B1', euro, {}, company({ currencies: ['USD'] }), ['currency-not-found . FCCurrency = EUR: B1 has no currency EUR.']],
		['in B1', euro, {}, company({ currencies: ['USD', 'EUR'] }), []],
		['not looked up', euro, {}, company(), []],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});
