/** What flows are rounded to: which amounts share a running sum, who gets a left-over unit, and what stays as it is. */
import { compile } from '../../nodes/shared/mapping';
import { Decimal } from '../../nodes/shared/money';
import { Assembly } from '../../nodes/shared/posting';
import type { Counterparty, Flow, TaxLabel, TaxSplit } from '../../nodes/shared/posting/assembly';
import { partnerKey, roundFlows } from '../../nodes/shared/posting/roundFlows';
import { profileOf } from './sample';

const ada: Counterparty = { role: 'employeeVendor', party: 'EMP1', rule: 'payee EMPL is the employee' };

const flow = (order: string, amount: string, fields: Partial<Flow> = {}): Flow => ({
	order: () => order,
	place: '0.0',
	kind: 'expense',
	account: 'TAXI',
	accountRule: 'account as it comes',
	amount: new Decimal(amount),
	shipping: null,
	tax: null,
	taxCode: null,
	counterparty: ada,
	costs: { costCenters: [], key: '' },
	company: null,
	personal: false,
	qualifier: null,
	source: {},
	...fields,
});

const label = (code: string, deductible: string | number, nonDeductible: string | number = 0): TaxLabel => ({
	code,
	account: null,
	rate: null,
	partlyDeductible: false,
	isKnown: true,
	deductibleWeight: new Decimal(deductible),
	nonDeductibleWeight: new Decimal(nonDeductible),
});

const taxed = (deductible: string, nonDeductible: string, ...labels: TaxLabel[]): { tax: TaxSplit } => ({
	tax: { deductible: new Decimal(deductible), nonDeductible: new Decimal(nonDeductible), labels },
});

const shipped = (amount: string) => ({ shipping: { account: 'SHIP', amount: new Decimal(amount) } });

/** Position, amount, shipping, deductible and non-deductible parts of every flow, in the order of rounding. */
function rounded(...flows: Flow[]) {
	const document = { docId: null, docType: null, docStatus: null, companyId: null, entityId: null, document: {} };
	const assembly = new Assembly(document, compile(profileOf()));
	assembly.currency = 'USD';
	assembly.flows.push(...flows);
	const texts = (parts: Decimal[]) => parts.map((part) => part.toFixed());
	return roundFlows(assembly).map(({ position, amount, shipping, deductible, nonDeductible }) => [
		position,
		amount.toFixed(),
		shipping.toFixed(),
		texts(deductible),
		texts(nonDeductible),
	]);
}

describe('the order of rounding', () => {
	test('exact amounts stay in the order of the document', () => {
		const exact = { ...shipped('0.75'), ...taxed('1.25', '0.35', label('V', 1, 1)) };
		expect(rounded(flow('b', '10.01', exact), flow('a', '7.5'))).toEqual([
			[0, '10.01', '0.75', ['1.25'], ['0.35']],
			[1, '7.5', '0', [], []],
		]);
	});

	test.each([
		['amount', flow('b', '10.001'), [1, '10', '0', [], []]],
		['shipping', flow('b', '10.01', shipped('0.754')), [1, '10.01', '0.75', [], []]],
		['deductible tax', flow('b', '10.01', taxed('1.254', '0.35', label('V', 1, 1))), [1, '10.01', '0', ['1.25'], ['0.35']]],
		['non-deductible tax', flow('b', '10.01', taxed('1.25', '0.354', label('V', 1, 1))), [1, '10.01', '0', ['1.25'], ['0.35']]],
	])('one %s in fractions of a cent is enough to round the document, in an order of its own', (_, fraction, expected) => {
		expect(rounded(flow('c', '7.5'), fraction, flow('a', '2'))).toEqual([
			[2, '2', '0', [], []],
			expected,
			[0, '7.5', '0', [], []],
		]);
	});

	test('rows that are alike in everything are rounded one after the other', () => {
		expect(rounded(flow('a', '0.334'), flow('a', '0.334'), flow('a', '0.332'))).toEqual([
			[0, '0.33', '0', [], []],
			[1, '0.34', '0', [], []],
			[2, '0.33', '0', [], []],
		]);
	});
});

describe('running sums', () => {
	const amounts = (first: Partial<Flow>, second: Partial<Flow>) =>
		rounded(flow('a', '0.334', first), flow('b', '0.334', second)).map(([, amount]) => amount);
	const card: Counterparty = { role: 'cardVendor', party: 'CBCP', rule: 'payee CBCP is a card' };

	test.each<[string, Counterparty, Counterparty]>([
		['employee', ada, { ...ada, party: 'EMP2' }],
		['role', card, { ...card, role: 'employeeVendor' }],
		['partner of a card', { ...card, partner: 'V1' }, { ...card, partner: 'V2' }],
		['account', { ...card, account: 'L1' }, { ...card, account: 'L2' }],
	])('a counterparty adds up for itself: each %s', (_, one, other) => {
		expect(amounts({ counterparty: one }, { counterparty: other })).toEqual(['0.33', '0.33']);
		expect(amounts({ counterparty: one }, { counterparty: { ...one, rule: 'found another way' } })).toEqual(['0.33', '0.34']);
	});

	test('the key of a counterparty leaves a gap for what it does not have', () => {
		expect(partnerKey({ role: 'vendor', rule: 'none' })).toBe('vendor|||');
		expect(partnerKey({ ...card, partner: 'V1', account: 'L1' })).toBe('cardVendor|CBCP|V1|L1');
	});

	test('taxes add up by code, deductible and not apart; shipping over all rows', () => {
		const row = (order: string, code: string) =>
			flow(order, '10', { ...shipped('0.334'), ...taxed('0.334', '0.334', label(code, 1, 1)) });
		expect(rounded(row('a', 'V1'), row('b', 'V2'), row('c', 'V1'))).toEqual([
			// 0.34 of both in one row would leave a net amount of 9.32 in place of 9.332.
			[0, '10', '0.33', ['0.33'], ['0.34']],
			[1, '10', '0.34', ['0.33'], ['0.33']],
			[2, '10', '0.33', ['0.34'], ['0.33']],
		]);
	});
});

describe('one tax over several rows', () => {
	const parts = (deductible: string, nonDeductible: string, ...labels: TaxLabel[]) =>
		rounded(flow('a', '10', taxed(deductible, nonDeductible, ...labels)))[0]!.slice(3);

	test('a left-over cent goes to the first code, wherever its row stands', () => {
		const [a, b, c] = [label('A', 1), label('B', 1), label('C', 1)];
		expect(parts('3.01', '0', a, b, c)).toEqual([
			['1.01', '1', '1'],
			['0', '0', '0'],
		]);
		expect(parts('3.01', '0', c, b, a)[0]).toEqual(['1', '1', '1.01']);
	});

	test('the code decides before the weight', () => {
		expect(parts('0.02', '0', label('B', 3), label('A', 1))[0]).toEqual(['0.01', '0.01']);
	});

	test('of rows with the same code the one with more tax gets the cent', () => {
		expect(parts('0.02', '0', label('V', 1), label('V', 3))[0]).toEqual(['0', '0.02']);
		expect(parts('0.02', '0', label('V', 3), label('V', 1))[0]).toEqual(['0.02', '0']);
		expect(parts('0', '0.02', label('V', 1, 1), label('V', 1, 3))[1]).toEqual(['0', '0.02']);
		expect(parts('0', '0.02', label('V', 1, 3), label('V', 1, 1))[1]).toEqual(['0.02', '0']);
	});
});
