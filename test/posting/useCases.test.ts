import { allocation, codes, entry, journal, personal, post, report, shortLines, toCompany } from './sample';

/** Every use case of expense integration, each as a small document of its own with the entry an accountant expects. */
describe('use cases', () => {
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

	test('UC12 cash advance issued', () => {
		const document = {
			employeeData: { employeeId: 'EMP1' },
			cashAdvanceData: {
				cashAdvanceId: 'CA1',
				requestAmount: 7000,
				currencyAlphaCode: 'USD',
				employeeCurrencyAlphaCode: 'USD',
				exchangeRate: 1,
				isTest: 'N',
			},
			journalData: [{ accountCode: 'CADV', amount: 7000, payer: 'COMP', payee: 'EMPL', debitOrCredit: 'DR' }],
		};
		expect(shortLines(post(document))).toEqual(['Dr cashAdvanceClearing CADV 7000.00', 'Cr employeeVendor EMP1 7000.00']);
	});

	const applied = (...amounts: number[]) => ({
		cashAdvanceApplication: amounts.map((amount) => ({
			cashAdvanceId: 'CA1',
			cashAdvanceApplicationAmount: amount,
			cashAdvanceClearingAccountCode: 'CADV',
		})),
	});
	const trip = () => [
		entry(245, journal('CAR', 245)),
		entry(60, [allocation([journal('MEAL', 5), journal('MEAL', 55)])]),
		entry(10, journal('PARK', 10)),
	];

	test('UC13 advance below the payout: clearing is credited, split journals of one payee join', () => {
		expect(shortLines(post(report(315, trip(), {}, applied(-245, -55))))).toEqual([
			'Dr expense CAR 245.00',
			'Dr expense MEAL 60.00',
			'Dr expense PARK 10.00',
			'Cr cashAdvanceClearing CADV 300.00',
			'Cr employeeVendor EMP1 15.00',
		]);
	});

	test('UC14 advance above the payout: the employee owes the rest, which is one of the rows already', () => {
		const document = report(315, trip(), { cashAdvanceReturnsAmount: 85 }, applied(-85, -245, -60, -10));
		expect(shortLines(post(document)).slice(3)).toEqual(['Cr cashAdvanceClearing CADV 400.00', 'Dr employeeVendor EMP1 85.00']);
	});

	test('UC15 individually paid card is the employee', () => {
		expect(shortLines(post(report(10, [entry(10, journal('TAXI', 10, 'IBIP'))])))[1]).toBe('Cr employeeVendor EMP1 10.00');
	});

	test('UC16 split payment: card and cash in one report', () => {
		const document = report(79.1, [entry(56.1, journal('CAR', 56.1, 'IBCP')), entry(23, journal('POST', 23))]);
		expect(shortLines(post(document))).toEqual([
			'Dr expense CAR 56.10',
			'Dr expense POST 23.00',
			'Cr cardVendor IBCP 56.10',
			'Cr employeeVendor EMP1 23.00',
		]);
	});

	test('UC17 credit on the card', () => {
		const document = report(-349, [entry(-349, toCompany('AIR', -349, 'COPD'))]);
		expect(shortLines(post(document))).toEqual(['Cr expense AIR 349.00', 'Dr cardVendor COPD 349.00']);
	});

	test('UC19 personal items of an individually billed card are not in the document, so an empty report has nothing to post', () => {
		const posting = post(report(0, []));
		expect([posting.status, codes(posting)]).toEqual(['nothingToPost', []]);
	});

	test('UC20, UC21 offsets: Concur splits the cash entry between employee and card', () => {
		const split = entry(35, [allocation([journal('TAXI', 21), journal('TAXI', 14, 'IBCP')])]);
		const document = report(160, [entry(125, journal('ROOM', 125, 'IBCP'), { reportEntryPatKey: '1003' }), split]);
		expect(shortLines(post(document))).toEqual([
			'Dr expense ROOM 125.00',
			'Dr expense TAXI 21.00',
			'Dr expense TAXI 14.00',
			'Cr cardVendor IBCP 139.00',
			'Cr employeeVendor EMP1 21.00',
		]);
	});

	test('UC22, UC24 entirely personal: both sides of the clearing stay visible, one account each', () => {
		const document = report(0, [personal(49, 'CBCP', 'CLR1'), personal(32, 'COPD', 'CLR2')]);
		expect(shortLines(post(document))).toEqual([
			'Dr cardClearing CLR1 49.00',
			'Cr cardClearing CLR1 49.00',
			'Dr cardClearing CLR2 32.00',
			'Cr cardClearing CLR2 32.00',
			'Cr cardVendor CBCP 49.00',
			'Dr employeeVendor EMP1 49.00',
			'Cr cardVendor COPD 32.00',
			'Dr employeeVendor EMP1 32.00',
		]);
		expect(shortLines(post(document, { clearingPassThrough: 'never' }))).toEqual([
			'Cr cardVendor CBCP 49.00',
			'Dr employeeVendor EMP1 81.00',
			'Cr cardVendor COPD 32.00',
		]);
	});

	test('UC24 an empty account takes the entry’s clearing account; the business part posts beside it', () => {
		const entries = [
			entry(0, [allocation([journal('', 300, 'CBCP'), toCompany('', -300)])], {
				entryIsPersonal: 'Y',
				clearingAccountCode: '123447262',
				reportEntryPatKey: 'CBCP',
			}),
			entry(700, journal('1234', 700, 'CBCP'), { clearingAccountCode: '123447262' }),
		];
		expect(shortLines(post(report(700, entries))).sort()).toEqual(
			[
				'Dr cardClearing 123447262 300.00',
				'Cr cardClearing 123447262 300.00',
				'Cr cardVendor CBCP 300.00',
				'Dr employeeVendor EMP1 300.00',
				'Dr expense 1234 700.00',
				'Cr cardVendor CBCP 700.00',
			].sort(),
		);
	});

	const mixed = () =>
		report(160, [
			entry(125, journal('ROOM', 125, 'CBCP'), { clearingAccountCode: 'CLR' }),
			entry(35, journal('TAXI', 35)),
			personal(14, 'CBCP', 'CLR'),
		]);

	test('UC23, UC25 personal items with the employee to be paid: clearing nets, the two employee lines stay apart', () => {
		expect(shortLines(post(mixed()))).toEqual([
			'Dr expense ROOM 125.00',
			'Dr expense TAXI 35.00',
			'Cr cardVendor CBCP 139.00',
			'Cr employeeVendor EMP1 35.00',
			'Dr employeeVendor EMP1 14.00',
		]);
	});

	test('UC23 card credited to clearing', () => {
		expect(shortLines(post(mixed(), { cardCredit: { CBCP: 'clearing' } }))).toContain('Cr cardClearing CLR 139.00');
	});

	test('UC25 verbose', () => {
		const lines = shortLines(post(mixed(), { clearingPassThrough: 'always' }));
		expect(lines).toEqual(
			expect.arrayContaining([
				'Dr cardClearing CLR 14.00',
				'Cr cardClearing CLR 14.00',
				'Cr cardVendor CBCP 125.00',
				'Cr cardVendor CBCP 14.00',
			]),
		);
	});
});
