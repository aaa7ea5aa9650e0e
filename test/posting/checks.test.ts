import { REASONS } from '../../nodes/shared/review';
import { allocation, codes, entry, journal, personal, post, report, shortLines, toCompany, wrapped } from './sample';

const taxed = (fields: object, rows: object[]) =>
	report(119, [entry(119, [allocation([journal('COST', 119, 'EMPL', { taxGuid: ['T1'], ...fields })], { tax: rows })])], {
		homeCountryCode: 'DE',
	});

describe('identities of the document', () => {
	test('journals that do not add up to the approved amount are held with the figures', () => {
		const [reason] = post(report(12, [entry(12, journal('TAXI', 10))])).reasons;
		expect(reason).toMatchObject({ code: 'entry-total-mismatch', field: 'entryApprovedAmount', value: '12' });
		expect(reason!.message).toContain('add up to 10');
	});

	test('entries that do not add up to the report’s total are held', () => {
		expect(codes(post(report(11, [entry(10, journal('TAXI', 10))])))).toEqual(['report-total-mismatch']);
	});

	test('a personal entry whose journals do not cancel is held', () => {
		const entries = [
			entry(0, [allocation([journal('CLR', 14, 'CBCP'), toCompany('CLR', -13)])], {
				entryIsPersonal: 'Y',
				clearingAccountCode: 'CLR',
			}),
		];
		expect(codes(post(report(0, entries)))).toEqual(['entry-total-mismatch']);
	});

	test('totals that are not stated are not checked', () => {
		expect(post(report(null, [entry(null, journal('TAXI', 10))])).status).toBe('ready');
	});

	test('a difference within the tolerance posts the journals and says so; none is allowed with tolerance 0', () => {
		const document = report(10.01, [entry(10.01, journal('TAXI', 10))]);
		const posting = post(document);
		expect([posting.status, posting.warnings.map(({ code }) => code)]).toEqual(['ready', ['difference-within-tolerance']]);
		expect(codes(post(document, { tolerance: '0' }))).toEqual(['entry-total-mismatch']);
	});

	test('tax rows must explain the difference of gross and net', () => {
		const rows = [{ taxGuid: 'T1', amountTax: 12, amountReclaim: 12, taxCode: 'VA' }];
		expect(codes(post(taxed({ amountNetOfTax: 100, amountNetOfReclaim: 100 }, rows)))).toEqual(['tax-arithmetic']);
		expect(codes(post(taxed({ amountNetOfTax: 119, amountNetOfReclaim: 119 }, rows)))).toEqual(['tax-arithmetic']);
	});

	test('a net above the gross is held', () => {
		const rows = [{ taxGuid: 'T1', amountTax: 19, amountReclaim: 19, taxCode: 'VA' }];
		expect(codes(post(taxed({ amountNetOfTax: 138, amountNetOfReclaim: 100 }, rows)))).toContain('tax-arithmetic');
	});

	test('tax without a tax row is held', () => {
		expect(codes(post(taxed({ amountNetOfTax: 100, amountNetOfReclaim: 100, taxGuid: [] }, [])))).toEqual(['tax-without-detail']);
		expect(codes(post(taxed({ amountNetOfTax: null, amountNetOfReclaim: 100, taxGuid: [] }, [])))).toEqual([
			'tax-without-detail',
		]);
	});
});

describe('tax rows', () => {
	const row = (fields: object) => ({ taxGuid: 'T1', amountTax: 19, amountReclaim: 19, ...fields });
	const nets = { amountNetOfTax: 100, amountNetOfReclaim: 100 };
	const taxLine = (posting: ReturnType<typeof post>) => shortLines(posting).find((line) => line.includes('deductibleVat'));

	test.each([
		['tax code first', { taxCode: 'A', taxReclaimCode: 'B', nonDomesticCode: 'C', taxAuthorityLabel: 'D' }, 'A'],
		['then reclaim code', { taxCode: '', taxReclaimCode: 'B', nonDomesticCode: 'C', taxAuthorityLabel: 'D' }, 'B'],
		['then the code for other countries', { nonDomesticCode: 'C', taxAuthorityLabel: 'D' }, 'C'],
		['then the authority’s label', { taxAuthorityLabel: 'D' }, 'D'],
		[
			'the code for other countries first for a foreign tax',
			{ taxCode: 'A', nonDomesticCode: 'C', locationCountryCode: 'AT' },
			'C',
		],
		['the tax code for a foreign tax without such a code', { taxCode: 'A', locationCountryCode: 'AT' }, 'A'],
		['the tax code at home', { taxCode: 'A', nonDomesticCode: 'C', locationCountryCode: 'DE' }, 'A'],
	])('key: %s', (_, fields, key) =>
		expect(taxLine(post(taxed(nets, [row(fields)])))).toBe(`Dr deductibleVat - 19.00 [tax ${key}]`),
	);

	test('nets that are not given are worked out from the rows', () => {
		const posting = post(taxed({ amountNetOfTax: null, amountNetOfReclaim: null }, [row({ taxCode: 'VA', amountReclaim: 9.5 })]));
		expect(shortLines(posting)).toEqual([
			'Dr expense COST 100.00',
			'Dr deductibleVat - 9.50 [tax VA]',
			'Dr nonDeductibleVat COST 9.50 [tax VA]',
			'Cr employeeVendor EMP1 119.00',
		]);
	});

	test('a row is shared by gross where nets are not given', () => {
		const share = (amount: number) =>
			journal('COST', amount, 'EMPL', { taxGuid: ['T1'], amountNetOfTax: null, amountNetOfReclaim: null });
		const document = report(119, [entry(119, [allocation([share(71.4), share(47.6)], { tax: [row({ taxCode: 'VA' })] })])]);
		expect(taxLine(post(document))).toBe('Dr deductibleVat - 19.00 [tax VA]');
	});

	test('a row that stands in another allocation is found', () => {
		const document = report(119, [
			entry(119, [
				allocation([journal('COST', 59.5, 'EMPL', { taxGuid: ['T1'], amountNetOfTax: 50, amountNetOfReclaim: 50 })], {
					tax: [row({ taxCode: 'VA' })],
				}),
				allocation([journal('COST', 59.5, 'EMPL', { taxGuid: ['T1'], amountNetOfTax: 50, amountNetOfReclaim: 50 })]),
			]),
		]);
		expect(shortLines(post(document)).filter((line) => line.includes('deductibleVat'))).toEqual([
			'Dr deductibleVat - 9.50 [tax VA]',
			'Dr deductibleVat - 9.50 [tax VA]',
		]);
	});

	test('the oldest format has no taxGuid: the rows of the allocation are its own', () => {
		expect(taxLine(post(taxed({ ...nets, taxGuid: undefined }, [row({ taxCode: 'VA' })])))).toBe(
			'Dr deductibleVat - 19.00 [tax VA]',
		);
	});

	test('mapped codes bring their tax group and account; an unmapped one is held only where something is reclaimed', () => {
		const mapped = { taxCodes: { VA: { code: 'V1', account: '154000' } } };
		expect(taxLine(post(taxed(nets, [row({ taxCode: 'VA' })]), mapped))).toBe('Dr deductibleVat 154000 19.00 [tax V1]');
		const [reason] = post(taxed(nets, [row({ taxCode: 'ZZ' })]), mapped).reasons;
		expect(reason).toMatchObject({ code: 'unmapped-tax', value: 'ZZ', cure: 'mapping' });
		const notReclaimed = taxed({ amountNetOfTax: 100, amountNetOfReclaim: 119 }, [row({ taxCode: 'ZZ', amountReclaim: 0 })]);
		expect(shortLines(post(notReclaimed, mapped))).toContain('Dr nonDeductibleVat COST 19.00 [tax ZZ]');
	});

	test('VAT in fractions of a cent adds up to the document’s VAT', () => {
		const third = (custom: string) =>
			allocation(
				[
					journal('COST', '39.66666667', 'EMPL', {
						taxGuid: ['T1'],
						amountNetOfTax: '33.33333333',
						amountNetOfReclaim: '33.33333333',
					}),
				],
				{
					allocationCustom4Code: custom,
					tax: [row({ taxCode: 'VA' })],
				},
			);
		const lines = post(report(119, [entry(119, [third('C1'), third('C2'), third('C3')])])).lines;
		const sum = (role: string) =>
			lines
				.filter((line) => line.role === role)
				.reduce((total, { debit, credit }) => total + Math.round(Number(debit ?? credit) * 100), 0);
		expect([sum('deductibleVat'), sum('expense'), sum('employeeVendor')]).toEqual([1900, 10000, 11900]);
	});
});

describe('what cannot be posted is held', () => {
	test.each([
		['a payee without role', report(10, [entry(10, journal('TAXI', 10, 'ZZZZ'))]), 'unknown-payee'],
		['no account', report(10, [entry(10, journal(null, 10))]), 'missing-account'],
		['a placeholder account', report(10, [entry(10, journal('PendingClient', 10))]), 'missing-account'],
		['a personal item without clearing account', report(0, [personal(14, 'CBCP', null)]), 'missing-clearing-account'],
		['both sides the company', report(10, [entry(10, journal('TAXI', 10, 'COMP'))]), 'no-company-side'],
		['no payer', report(10, [entry(10, journal('TAXI', 10, 'EMPL', { journalPayer: null }))]), 'no-company-side'],
		['money to the company with a positive amount', report(10, [entry(10, toCompany('TAXI', 10))]), 'direction-sign-mismatch'],
		['no amount', report(10, [entry(10, journal('TAXI', null))]), 'missing-amount'],
		['an amount that is no amount', report(10, [entry(10, journal('TAXI', '10,00'))]), 'unreadable-amount'],
		['an amount that lost digits', report(10, [entry(10, journal('TAXI', 3.3333333333333335))]), 'unreadable-amount'],
		['no employee id', report(10, [entry(10, journal('TAXI', 10))], {}, { employee: {} }), 'missing-employee'],
		['no currency', report(10, [entry(10, journal('TAXI', 10))], { employeeCurrencyAlphaCode: null }), 'missing-currency'],
		['no rows', report(10, []), 'no-rows'],
		['no list of rows', report(0, [], {}, { expenseEntry: undefined }), 'no-rows'],
		['a test user', report(10, [entry(10, journal('TAXI', 10))], { isTest: 'Y' }), 'test-user'],
		['a later revision', report(10, [entry(10, journal('TAXI', 10))], { revisionNumber: '2' }), 'already-posted-revision'],
		[
			'an application without account',
			report(
				10,
				[entry(10, journal('TAXI', 10))],
				{},
				{ cashAdvanceApplication: [{ cashAdvanceId: 'CA1', cashAdvanceApplicationAmount: -5 }] },
			),
			'missing-cash-advance-account',
		],
	])('%s', (_, document, code) => {
		const posting = post(document);
		expect(codes(posting)).toEqual([code]);
		expect(posting.status).toBe('review');
		expect(posting.lines).toEqual([]);
		expect(REASONS).toHaveProperty(code);
	});

	test('the message names document, entry, field and value', () => {
		const document = wrapped(report(10, [entry(10, journal('TAXI', 'ten'), { entryId: 'E77' })]));
		expect(post(document).reasons[0]).toMatchObject({
			docId: document.id,
			entry: 'entry E77 (Taxi)',
			field: 'amountGross',
			value: 'ten',
		});
		expect(post(document).reasons[0]!.message).toContain('"ten" in amountGross of entry E77 (Taxi)');
	});

	test('every fault is reported at once, and what could be built is shown', () => {
		const posting = post(
			report(30, [entry(10, journal(null, 10)), entry(10, journal('TAXI', 10, 'ZZZZ')), entry(10, journal('TAXI', 10))]),
		);
		expect(codes(posting)).toEqual(['missing-account', 'unknown-payee']);
		expect(posting.draftLines).toHaveLength(2);
	});

	test('zero rows need neither account nor payee', () => {
		expect(post(report(0, [entry(0, journal(null, 0, 'ZZZZ'))])).status).toBe('nothingToPost');
	});
});
