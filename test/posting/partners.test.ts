import type { PartnerFacts } from '../../nodes/shared/posting';
import { build, codes, company, partner, taxi } from './company';
import { entry, journal, report, wrapped } from './sample';

describe('partners', () => {
	const rules = (...employeeVendor: object[]) => ({ partners: { employeeVendor } });
	const found = (options: object, partners: PartnerFacts[], document = taxi()) => {
		const result = build(document, options, company({ partners }));
		return codes(result).length > 0 ? codes(result) : result.journalEntry!.JournalEntryLines[1]!.ShortName;
	};

	test('by code over any field of the employee', () => {
		const document = taxi({}, { employee: { employeeId: 'EMP1', employeeCustom17Code: '77' } });
		expect(found(rules({ by: 'code', template: 'V{employeeCustom17Code}' }), [partner('V77')], document)).toBe('V77');
	});

	test('by name, whatever its case and blanks; two candidates are listed and never guessed', () => {
		const byName = rules({ by: 'name', template: '{employeeName}' });
		expect(found(byName, [partner('V1', { name: '  ADA   example ' })])).toBe('V1');
		expect(found(byName, [partner('V1', { name: 'Ada Exampel' })])).toEqual(['vendor-not-found']);
		expect(
			found(byName, [partner('C1', { name: 'Ada Example', type: 'customer' }), partner('V1', { name: 'Ada Example' })]),
		).toBe('V1');
		const two = build(
			taxi(),
			byName,
			company({ partners: [partner('V1', { name: 'Ada Example' }), partner('V2', { name: 'ada example' })] }),
		);
		expect(two.reasons).toEqual([expect.objectContaining({ code: 'vendor-ambiguous', candidates: ['V1', 'V2'] })]);
	});

	test('by e-mail and tax id, in the order of the rules', () => {
		const both = rules(
			{ by: 'code', template: 'V{employeeId}' },
			{ by: 'email', template: '{email}' },
			{ by: 'taxId', template: '{employeeCustom1Code}' },
		);
		const document = taxi({}, { employee: { employeeId: 'EMP1', loginId: 'Ada@example.com', employeeCustom1Code: 'DE 123-4' } });
		expect(found(both, [partner('M1', { email: 'ada@EXAMPLE.com' }), partner('T1', { taxId: 'DE1234' })], document)).toBe('M1');
		expect(found(both, [partner('T1', { taxId: 'DE1234' })], document)).toBe('T1');
	});

	test('the table is explicit: what it names must exist', () => {
		const table = { partners: { table: { EMP1: 'V9' } } };
		expect(found(table, [partner('V9')])).toBe('V9');
		expect(found(table, [partner('EMP1')])).toEqual(['vendor-not-found']);
	});

	test('card vendors by payee and payment type, most particular first', () => {
		const card = (patKey: string, payee = 'IBCP') =>
			wrapped(report(10, [entry(10, journal('TAXI', 10, payee), { reportEntryPatKey: patKey, cardProgramTypeCode: 'AX' })]));
		const cardVendors = { 'IBCP:1003': 'AMEX1', 1004: 'AMEX2', AX: 'AMEX3', COPD: 'BANK' };
		const vendor = (document: unknown) => build(document, { cardVendors }).journalEntry!.JournalEntryLines[1]!.ShortName;
		expect([vendor(card('1003')), vendor(card('1004')), vendor(card('CASH')), vendor(card('1009', 'COPD'))]).toEqual([
			'AMEX1',
			'AMEX2',
			'AMEX3',
			'AMEX3',
		]);
	});

	test('frozen, out of date, wrong type and wrong currency are refused with their reason', () => {
		expect(found({}, [partner('EMP1', { frozen: true })])).toEqual(['vendor-inactive']);
		expect(found({}, [partner('EMP1', { frozen: true, frozenFrom: '2024-04-01' })])).toBe('EMP1');
		expect(found({}, [partner('EMP1', { validTo: '2024-03-04' })])).toEqual(['vendor-inactive']);
		expect(found({}, [partner('EMP1', { validTo: '2024-03-05' })])).toBe('EMP1');
		expect(found({}, [partner('EMP1', { type: 'customer' })])).toEqual(['vendor-type']);
		expect(found({}, [partner('EMP1', { currency: 'GBP' })], taxi({ employeeCurrencyAlphaCode: 'EUR' }))).toEqual([
			'vendor-currency',
		]);
	});

	test('without B1 a code that cannot exist there is held', () => {
		const long = taxi({}, { employee: { employeeId: '94F538F2C3224C6E871CFED9F0F8333A' } });
		expect(codes(build(long))).toEqual(['vendor-not-found']);
	});
});
