import type { PartnerFacts } from '../../nodes/shared/journalEntry';
import { entry, journal, report, wrapped } from '../posting/sample';
import { build, codes, company, partner, taxi } from './company';

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

	test('names match in every character form, tax ids whatever their punctuation, and only those of vendors', () => {
		const document = taxi({}, { employee: { employeeId: 'EMP1', employeeFirstName: 'Zoë', employeeCustom1Code: 'de 12.3/4' } });
		const byName = rules({ by: 'name', template: '{employeeName}' });
		expect(found(byName, [partner('V1', { name: 'ZOE\u0308' })], document)).toBe('V1');
		expect(found(byName, [partner('V1', { name: 'Ｚｏë\u00a0' })], document)).toBe('V1');
		expect(found(byName, [partner('V1', { name: 'Zoe' })], document)).toEqual(['vendor-not-found']);
		const byTaxId = rules({ by: 'taxId', template: '{employeeCustom1Code}' });
		expect(found(byTaxId, [partner('V0'), partner('V1', { taxId: ' DE-1234' })], document)).toBe('V1');
		expect(found(byTaxId, [partner('C1', { taxId: 'DE1234', type: 'customer' })], document)).toEqual(['vendor-not-found']);
		const byEmail = rules({ by: 'email', template: 'a@b.c' });
		expect(found(byEmail, [partner('V0'), partner('C1', { email: 'a@b.c', type: 'lead' })])).toEqual(['vendor-not-found']);
	});

	test('a code is taken to the letter, and a name is never taken for a code', () => {
		expect(found({}, [partner('emp1')])).toEqual(['vendor-not-found']);
		expect(found({}, [partner('V1', { name: 'EMP1' })])).toEqual(['vendor-not-found']);
	});

	test('the audit says by which rule a partner was found', () => {
		const ada = { employeeId: 'EMP1', employeeFirstName: 'Ada', employeeLastName: 'Example' };
		const rule = (options: object, partners: PartnerFacts[] | null, document = taxi({}, { employee: ada })) =>
			build(document, options, partners && company({ partners })).audit.lines[1]!.rule;
		expect(rule({}, [partner('EMP1')])).toBe('code {employeeId} = EMP1');
		expect(rule({}, null)).toBe('code {employeeId}');
		expect(rule(rules({ by: 'name', template: '{employeeName}' }), [partner('V1', { name: 'Ada Example' })])).toBe(
			'name {employeeName} = Ada Example',
		);
		expect(rule({ partners: { table: { EMP1: 'V9' } } }, [partner('V9')])).toBe('partner table: EMP1 = V9');
		expect(rule({ partners: { table: { EMP1: 'V9' } } }, null)).toBe('partner table: EMP1 = V9');
		const card = wrapped(report(10, [entry(10, journal('TAXI', 10, 'IBCP'))]));
		expect(rule({ cardVendors: { IBCP: 'AMEX' } }, [partner('AMEX')], card)).toBe('card vendor table: AMEX');
		expect(rule({ roleAccounts: { employeeVendor: '2100' } }, [])).toBe('account for employeeVendor');
	});

	test('a template names party, payee, document and expense', () => {
		const card = wrapped(report(10, [entry(10, journal('TAXI', 10, 'IBCP'), { reportEntryPatKey: '1003' })]));
		const shortName = (options: object, document: unknown = taxi()) =>
			build(document, options).journalEntry!.JournalEntryLines[1]!.ShortName;
		const by = (template: string) => ({ by: 'code', template });
		expect(shortName(rules(by('E{party}')))).toBe('EEMP1');
		expect(shortName(rules(by('{payee}-{employeeId}')))).toBe('EMPL-EMP1');
		expect(shortName({ partners: { cardVendor: [by('{party}-{patKey}')] } }, card)).toBe('IBCP-1003');
		expect(shortName({}, card)).toBe('IBCP');
	});

	test('a rule whose template has a field without value is passed over', () => {
		const options = rules({ by: 'code', template: 'V{employeeCustom1Code}' }, { by: 'code', template: '{employeeId}' });
		expect(build(taxi(), options).journalEntry!.JournalEntryLines[1]!.ShortName).toBe('EMP1');
	});

	test('a partner table or account of another party, or of a name that every object has, is nobody’s', () => {
		const of = (employeeId: string) => taxi({}, { employee: { employeeId } });
		expect(build(of('constructor'), { partners: { table: { EMP2: 'V9' } } }).journalEntry!.JournalEntryLines[1]).toMatchObject({
			ShortName: 'constructor',
		});
		expect(build(of('EMP2'), { roleAccounts: { EMP1: '2100', EMP2: '2200' } }).journalEntry!.JournalEntryLines[1]).toMatchObject({
			AccountCode: '2200',
		});
		expect(
			build(of('EMP2'), { controlAccounts: { EMP2: '2400', employeeVendor: '2300' } }).journalEntry!.JournalEntryLines[1],
		).toMatchObject({ ShortName: 'EMP2', ControlAccount: '2400' });
	});
});
