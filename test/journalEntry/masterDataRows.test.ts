/** What the rows of the Service Layer say about accounts, partners and the other records that entries name. */
import {
	accountFacts,
	branchFacts,
	distributionRuleFacts,
	partnerFacts,
	periodFacts,
	projectFacts,
	taxGroupFacts,
} from '../../nodes/shared/journalEntry';

const open = { frozen: false, frozenFrom: null, frozenTo: null, validFrom: null, validTo: null };
/** Yes as the versions of B1 write it, and what is no yes. */
const YES = ['tYES', 'Y', true];
const NO = ['tNO', 'N', false, null, undefined, 'yes'];

describe('an account', () => {
	test('with every property', () => {
		const row = {
			Code: '613000',
			Name: 'Meals',
			ActiveAccount: 'tYES',
			LockManualTransaction: 'tYES',
			AcctCurrency: 'EUR',
			ValidFor: 'tYES',
			ValidFrom: '2024-01-01T00:00:00Z',
			ValidTo: '2024-12-31',
			FrozenFor: 'tYES',
			FrozenFrom: '2024-06-01',
			FrozenTo: '2024-06-30T00:00:00Z',
		};
		expect(accountFacts(row)).toEqual({
			code: '613000',
			name: 'Meals',
			isTitle: false,
			isControl: true,
			currency: 'EUR',
			frozen: true,
			frozenFrom: '2024-06-01',
			frozenTo: '2024-06-30',
			validFrom: '2024-01-01',
			validTo: '2024-12-31',
		});
	});

	test('with none takes postings in every currency, at any time', () => {
		expect(accountFacts({})).toEqual({ code: '', name: '', isTitle: false, isControl: false, currency: '##', ...open });
	});

	test('is a title only where B1 says that it is not active', () => {
		expect(accountFacts({ ActiveAccount: 'tNO' }).isTitle).toBe(true);
		expect([...YES, undefined].map((ActiveAccount) => accountFacts({ ActiveAccount }).isTitle)).not.toContain(true);
	});

	test('has a time in which it is valid only while it is marked so', () => {
		const dates = { ValidFrom: '2024-01-01', ValidTo: '2024-12-31' };
		for (const ValidFor of YES)
			expect(accountFacts({ ...dates, ValidFor })).toMatchObject({ validFrom: '2024-01-01', validTo: '2024-12-31' });
		for (const ValidFor of NO) expect(accountFacts({ ...dates, ValidFor })).toMatchObject({ validFrom: null, validTo: null });
	});

	test('is frozen, or a control account, where B1 says yes in any of its ways', () => {
		expect(YES.map((yes) => accountFacts({ FrozenFor: yes, LockManualTransaction: yes }))).toEqual(
			YES.map(() => expect.objectContaining({ frozen: true, isControl: true })),
		);
		expect(NO.map((no) => accountFacts({ FrozenFor: no, LockManualTransaction: no }))).toEqual(
			NO.map(() => expect.objectContaining({ frozen: false, isControl: false })),
		);
	});
});

describe('a partner', () => {
	test('with every property', () => {
		const row = {
			CardCode: 'V100',
			CardName: 'Paper Ltd',
			CardType: 'cSupplier',
			Currency: 'GBP',
			FederalTaxID: 'GB1',
			EmailAddress: 'bills@paper.example',
			Valid: 'tYES',
			ValidFrom: '2024-01-01',
			ValidTo: '2024-12-31',
			Frozen: 'tYES',
			FrozenFrom: '2024-06-01',
			FrozenTo: '2024-06-30',
		};
		expect(partnerFacts(row)).toEqual({
			code: 'V100',
			name: 'Paper Ltd',
			type: 'supplier',
			currency: 'GBP',
			taxId: 'GB1',
			email: 'bills@paper.example',
			frozen: true,
			frozenFrom: '2024-06-01',
			frozenTo: '2024-06-30',
			validFrom: '2024-01-01',
			validTo: '2024-12-31',
		});
	});

	test('with none', () => {
		expect(partnerFacts({})).toEqual({ code: '', name: '', type: 'supplier', currency: '##', taxId: null, email: null, ...open });
	});

	test.each([
		['cCustomer', 'customer'],
		['C', 'customer'],
		['cLid', 'lead'],
		['L', 'lead'],
		['cSupplier', 'supplier'],
		['S', 'supplier'],
	])('of type %s is a %s', (CardType, type) => expect(partnerFacts({ CardType }).type).toBe(type));
});

describe('a distribution rule', () => {
	const rule = (...lines: object[]) => distributionRuleFacts({ FactorCode: 'R', DistributionRuleLines: lines });

	test('with every property', () => {
		const row = {
			FactorCode: 'SALES',
			FactorDescription: 'Sales',
			InWhichDimension: 2,
			Active: 'tYES',
			DistributionRuleLines: [{ EffectiveFrom: '2024-01-01T00:00:00Z', EffectiveTo: '2024-12-31' }],
		};
		expect(distributionRuleFacts(row)).toEqual({
			code: 'SALES',
			name: 'Sales',
			dimension: 2,
			active: true,
			validFrom: '2024-01-01',
			validTo: '2024-12-31',
		});
	});

	test('is one of the first dimension, active and without end, where B1 says nothing else', () => {
		expect(rule()).toEqual({ code: 'R', name: '', dimension: 1, active: true, validFrom: null, validTo: null });
	});

	test('lasts from the first day of its lines to the last, and for ever where one of them is open', () => {
		const [early, middle, late] = [
			{ EffectiveFrom: '2022-01-01', EffectiveTo: '2022-12-31' },
			{ EffectiveFrom: '2023-01-01', EffectiveTo: '2023-12-31' },
			{ EffectiveFrom: '2024-01-01', EffectiveTo: '2024-12-31' },
		];
		const whole = { validFrom: '2022-01-01', validTo: '2024-12-31' };
		expect(rule(middle, early, late)).toMatchObject(whole);
		expect(rule(late, middle, early)).toMatchObject(whole);
		expect(rule(middle, { EffectiveFrom: null, EffectiveTo: '2022-12-31' })).toMatchObject({
			validFrom: null,
			validTo: '2023-12-31',
		});
		expect(rule(middle, { EffectiveFrom: '2024-01-01' })).toMatchObject({ validFrom: '2023-01-01', validTo: null });
	});
});

test.each<[string, (row: object) => { active: boolean }]>([
	['a distribution rule', distributionRuleFacts as never],
	['a project', projectFacts as never],
])('%s is active unless B1 says no', (_, factsOf) => {
	expect([...YES, null, undefined].map((Active) => factsOf({ Active }).active)).not.toContain(false);
	expect(['tNO', 'N', false].map((Active) => factsOf({ Active }).active)).not.toContain(true);
});

test('a project with its days, and without', () => {
	const dates = { ValidFrom: '2024-01-01', ValidTo: '2024-12-31T00:00:00Z' };
	expect(projectFacts({ Code: 'P1', Name: 'Rollout', Active: 'tYES', ...dates })).toEqual({
		code: 'P1',
		name: 'Rollout',
		active: true,
		validFrom: '2024-01-01',
		validTo: '2024-12-31',
	});
	expect(projectFacts({ Code: 'P1' })).toMatchObject({ validFrom: null, validTo: null });
});

test('a tax group', () => {
	expect(taxGroupFacts({ Code: 'V1', Name: 'Input tax', TaxAccount: '154000', Inactive: 'tYES' })).toEqual({
		code: 'V1',
		name: 'Input tax',
		taxAccount: '154000',
		isOutput: false,
		isAcquisition: false,
		isPartlyDeductible: false,
		rates: [],
		inactive: true,
	});
	expect(taxGroupFacts({ Code: 'V1', Inactive: 'tNO' })).toMatchObject({ taxAccount: null, inactive: false });
});

test('a branch', () => {
	expect(branchFacts({ BPLID: 1, BPLName: 'Main', Disabled: 'tNO' })).toEqual({ id: 1, name: 'Main', active: true });
	expect(branchFacts({ BPLID: '2', Disabled: 'tYES' })).toEqual({ id: 2, name: '', active: false });
});

describe('a posting period', () => {
	test('with its three windows', () => {
		const row = {
			PeriodCode: '2024-03',
			PostingDateFrom: '2024-03-01',
			PostingDateTo: '2024-03-31T00:00:00Z',
			ValueDateFrom: '2024-02-01',
			ValueDateTo: '2024-06-30',
			TaxDateFrom: '2024-01-01',
			TaxDateTo: '2024-04-30',
		};
		expect(periodFacts(row)).toEqual({
			code: '2024-03',
			postingFrom: '2024-03-01',
			postingTo: '2024-03-31',
			dueFrom: '2024-02-01',
			dueTo: '2024-06-30',
			taxFrom: '2024-01-01',
			taxTo: '2024-04-30',
			open: true,
		});
	});

	test('without days is open at both ends', () => {
		const none = { dueFrom: null, dueTo: null, taxFrom: null, taxTo: null };
		expect(periodFacts({})).toEqual({ code: '', postingFrom: '0000-01-01', postingTo: '9999-12-31', ...none, open: true });
	});

	test.each<[unknown, boolean]>([
		['ltUnlocked', true],
		['ltUnlockedExceptSales', true],
		['N', true],
		['S', true],
		['ltLocked', false],
		['Y', false],
		['ltPeriodClosing', false],
	])('of status %s is open: %s', (PeriodStatus, isOpen) => {
		expect(periodFacts({ PeriodStatus }).open).toBe(isOpen);
		expect(periodFacts({ PeriodStatus, Locked: 'tYES' }).open).toBe(false);
		expect(periodFacts({ PeriodStatus, Locked: 'tNO' }).open).toBe(isOpen);
	});
});
