import { allocation, entry, journal, post, report, shortLines, toCompany } from './sample';

/** The use cases of expense integration about costs and taxes, each as a small document of its own with the entry an accountant expects. */
describe('use cases: costs and taxes', () => {
	test('UC01 out-of-pocket cash: cost against the employee', () => {
		expect(shortLines(post(report(10, [entry(10, journal('TAXI', 10))])))).toEqual([
			'Dr expense TAXI 10.00',
			'Cr employeeVendor EMP1 10.00',
		]);
	});

	test('UC02 cash credit: both sides swap, no amount is negative', () => {
		expect(shortLines(post(report(-50, [entry(-50, toCompany('HOTEL', -50))])))).toEqual([
			'Cr expense HOTEL 50.00',
			'Dr employeeVendor EMP1 50.00',
		]);
	});

	test('UC03 mileage', () => {
		expect(shortLines(post(report(24.3, [entry(24.3, journal('MILES', 24.3))])))).toEqual([
			'Dr expense MILES 24.30',
			'Cr employeeVendor EMP1 24.30',
		]);
	});

	test('UC04 allowance above the legal rate: taxable and tax-free part apart', () => {
		const entries = [
			entry(26.88, journal('MEAL', 26.88), { expenseTypeCode: 'LUNCH' }),
			entry(29.12, journal('MEAL', 29.12), { expenseTypeCode: 'DINNR' }),
		];
		const qualifiers = { LUNCH: 'non-taxable', DINNR: 'taxable' };
		expect(shortLines(post(report(56, entries), { qualifiers }))).toEqual([
			'Dr expense MEAL 26.88',
			'Dr expense MEAL 29.12',
			'Cr employeeVendor EMP1 26.88 [non-taxable]',
			'Cr employeeVendor EMP1 29.12 [taxable]',
		]);
	});

	const vat = (gross: number, net: number, netOfReclaim: number, rows: object[], fields: object = {}) =>
		report(
			gross,
			[
				entry(gross, [
					allocation(
						[
							journal('COST', gross, 'EMPL', {
								amountNetOfTax: net,
								amountNetOfReclaim: netOfReclaim,
								taxGuid: rows.map((_, i) => `T${i}`),
							}),
						],
						{
							tax: rows.map((row, index) => ({ taxGuid: `T${index}`, ...row })),
						},
					),
				]),
			],
			{ homeCountryCode: 'DE', employeeCurrencyAlphaCode: 'EUR', ...fields },
		);

	test('UC05 one tax item, taken as stated and never worked out from a rate', () => {
		const document = vat(10, 8.4, 8.4, [{ amountTax: 1.6, amountReclaim: 1.6, taxReclaimCode: 'VA' }]);
		expect(shortLines(post(document))).toEqual([
			'Dr expense COST 8.40',
			'Dr deductibleVat - 1.60 [tax VA]',
			'Cr employeeVendor EMP1 10.00',
		]);
	});

	test('UC06 non-deductible tax: beside the cost, on its own account, or folded in', () => {
		const document = vat(100, 84.03, 100, [{ amountTax: 15.97, amountReclaim: 0, taxReclaimCode: 'VA' }]);
		expect(shortLines(post(document))).toEqual([
			'Dr expense COST 84.03',
			'Dr nonDeductibleVat COST 15.97 [tax VA]',
			'Cr employeeVendor EMP1 100.00',
		]);
		expect(shortLines(post(document, { nonDeductibleVatAccount: 'NDV' }))[1]).toBe('Dr nonDeductibleVat NDV 15.97 [tax VA]');
		expect(shortLines(post(document, { nonDeductibleVat: 'expense' }))).toEqual([
			'Dr expense COST 100.00',
			'Cr employeeVendor EMP1 100.00',
		]);
	});

	test('UC07 two taxes, one reclaimable by half and one not at all, kept apart by their own codes', () => {
		const rows = [
			{ amountTax: 4.42, amountReclaim: 0, taxReclaimCode: 'TM', nonDomesticCode: 'JC2E', locationCountryCode: 'CA' },
			{ amountTax: 7.08, amountReclaim: 3.54, taxReclaimCode: 'TM', nonDomesticCode: 'JC1U', locationCountryCode: 'CA' },
		];
		expect(shortLines(post(vat(100, 88.5, 96.46, rows)))).toEqual([
			'Dr expense COST 88.50',
			'Dr nonDeductibleVat COST 4.42 [tax JC2E]',
			'Dr deductibleVat - 3.54 [tax JC1U]',
			'Dr nonDeductibleVat COST 3.54 [tax JC1U]',
			'Cr employeeVendor EMP1 100.00',
		]);
	});

	test('UC08 partly deductible: each half was rounded on its own, and the document is right to the cent', () => {
		const rows = [
			{ amountTax: 2.43, amountReclaim: 1.22, taxCode: 'JC1E' },
			{ amountTax: 3.89, amountReclaim: 1.95, taxCode: 'JC2T' },
		];
		expect(shortLines(post(vat(55, 48.68, 51.83, rows)))).toEqual([
			'Dr expense COST 48.68',
			'Dr deductibleVat - 1.22 [tax JC1E]',
			'Dr nonDeductibleVat COST 1.21 [tax JC1E]',
			'Dr deductibleVat - 1.95 [tax JC2T]',
			'Dr nonDeductibleVat COST 1.94 [tax JC2T]',
			'Cr employeeVendor EMP1 55.00',
		]);
	});

	test('UC09 foreign receipt without tax: a 0 % code where one is set, and only abroad', () => {
		const abroad = { entryCountryCode: 'US', reportEntryPatKey: '1003' };
		const entries = [
			entry(60.24, journal('ROOM', 60.24, 'IBCP'), abroad),
			entry(20.08, journal('ROOM', 20.08, 'IBCP'), { ...abroad, entryCountryCode: 'GB' }),
		];
		const document = report(80.32, entries, { homeCountryCode: 'GB' });
		expect(shortLines(post(document))).toEqual(['Dr expense ROOM 60.24', 'Dr expense ROOM 20.08', 'Cr cardVendor IBCP 80.32']);
		expect(shortLines(post(document, { foreignTaxCode: 'X0' }))[0]).toBe('Dr expense ROOM 60.24 [tax X0]');
		expect(shortLines(post(document, { foreignTaxCode: 'X0' }))[1]).toBe('Dr expense ROOM 20.08');
	});

	const itemized = (payee: string) => [
		entry(250, journal('ROOM', 250, payee)),
		entry(50, journal('RTAX', 50, payee)),
		entry(25, journal('BRKF', 25, payee)),
	];

	test('UC10, UC18 itemization: the creditor is the one the journals name', () => {
		expect(shortLines(post(report(325, itemized('COPD')))).at(-1)).toBe('Cr cardVendor COPD 325.00');
		expect(shortLines(post(report(325, itemized('EMPL')))).at(-1)).toBe('Cr employeeVendor EMP1 325.00');
		expect(shortLines(post(report(325, itemized('COPD')), { payeeRoles: { COPD: 'employeeVendor' } })).at(-1)).toBe(
			'Cr employeeVendor EMP1 325.00',
		);
	});

	test('UC11 several allocations: each with its cost center, the most granular field first, never the employee’s', () => {
		const document = report(
			25,
			[
				entry(25, [allocation([journal('BRKF', 12.5)], { allocationCustom4Code: 'CC-A' }), allocation([journal('BRKF', 12.5)])], {
					entryOrgUnit4Code: 'CC-B',
				}),
			],
			{ reportOrgUnit4Code: 'CC-C' },
			{ employee: { employeeId: 'EMP1', employeeOrgUnit4Code: 'CC-X' } },
		);
		expect(shortLines(post(document))).toEqual([
			'Dr expense BRKF 12.50 [cc CC-A]',
			'Dr expense BRKF 12.50 [cc CC-B]',
			'Cr employeeVendor EMP1 25.00',
		]);
	});
});
