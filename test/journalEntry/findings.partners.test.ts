/** Every reason about business partners, word for word: which rules were tried, what they looked for, and whom they found. */
import type { MasterData, PartnerFacts } from '../../nodes/shared/journalEntry';
import { findings } from '../posting/findings';
import { invoice, line } from '../posting/invoiceSample';
import { entry, journal, report, wrapped } from '../posting/sample';
import { build, company, partner, taxi } from './company';

type Row = [title: string, document: unknown, options: unknown, masterData: MasterData | null, expected: string[]];

const ada = (employee: object = {}) =>
	taxi({}, { employee: { employeeId: 'EMP1', employeeFirstName: 'Ada', employeeLastName: 'Example', ...employee } });
const card = wrapped(report(10, [entry(10, journal('TAXI', 10, 'IBCP'), { reportEntryPatKey: '1003' })]));
const bill = wrapped(invoice(50, [line('TAXI', 50)]), { docType: 'invoice' });
const rules = (...list: object[]) => ({ partners: { employeeVendor: list } });
const known = (...partners: PartnerFacts[]) => company({ partners });
const byName = { by: 'name', template: '{employeeName}' };
const byEmail = { by: 'email', template: '{email}' };
const byTaxId = { by: 'taxId', template: '{employeeCustom1Code}' };

describe('nobody is found', () => {
	const nobody = 'vendor-not-found . party = EMP1: No business partner was found for employee EMP1 (Ada Example).';
	test.each<Row>([
		['employee', ada(), {}, known(), [`${nobody} Looked for by code "EMP1".`]],
		[
			'employee without a name',
			taxi({}, { employee: { employeeId: 'EMP1' } }),
			{},
			known(),
			['vendor-not-found . party = EMP1: No business partner was found for employee EMP1. Looked for by code "EMP1".'],
		],
		[
			'employee whose name is the id',
			taxi({}, { employee: { employeeId: 'EMP1', employeeFirstName: 'EMP1' } }),
			{},
			known(),
			['vendor-not-found . party = EMP1: No business partner was found for employee EMP1. Looked for by code "EMP1".'],
		],
		[
			'card',
			card,
			{},
			known(),
			['vendor-not-found . party = IBCP: No business partner was found for card IBCP. Looked for by code "IBCP".'],
		],
		[
			'vendor',
			bill,
			{},
			known(),
			['vendor-not-found . party = V100: No business partner was found for vendor V100 (Paper Ltd). Looked for by code "V100".'],
		],
		[
			'by several rules; those whose fields are empty do not count',
			ada({ email: 'ada@example.com', employeeCustom1Code: '' }),
			rules({ by: 'code', template: 'V{employeeId}' }, byName, byTaxId, byEmail),
			known(partner('EMP1')),
			[`${nobody} Looked for by code "VEMP1", name "Ada Example", e-mail "ada@example.com".`],
		],
		['by tax id', ada({ employeeCustom1Code: 'DE 1' }), rules(byTaxId), known(), [`${nobody} Looked for by tax ID "DE 1".`]],
		[
			'by a table without him',
			ada(),
			rules({ by: 'table' }),
			known(),
			[`${nobody} No partner rule of the mapping applies to it.`],
		],
		[
			'named by the partner table',
			ada(),
			{ partners: { table: { EMP1: 'V9' } } },
			known(partner('EMP1')),
			[
				'vendor-not-found . party = V9: The mapping names business partner V9 for employee EMP1 (Ada Example), but B1 does not know it.',
			],
		],
		[
			'named by the table of card vendors',
			card,
			{ cardVendors: { 'IBCP:1003': 'AMEX' } },
			known(partner('IBCP')),
			['vendor-not-found . party = AMEX: The mapping names business partner AMEX for card IBCP, but B1 does not know it.'],
		],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});

describe('B1 is not asked', () => {
	const code = (length: number) => taxi({}, { employee: { employeeId: 'E'.repeat(length) } });
	const tooLong = `vendor-not-found . party = ${'E'.repeat(16)}: No business partner was found for employee ${'E'.repeat(16)}.`;
	test.each<Row>([
		['a code of 15 characters: B1 may have it', code(15), {}, null, []],
		[
			'a code of 16 characters: B1 cannot have it',
			code(16),
			{},
			null,
			[`${tooLong} Looked for by code "${'E'.repeat(16)}" (longer than 15 characters).`],
		],
		['partners were not looked up', code(15), {}, company({ accounts: null, partners: null }), []],
		[
			'a name can only be looked up',
			ada(),
			rules(byName),
			null,
			[
				'vendor-not-found . party = EMP1: No business partner was found for employee EMP1 (Ada Example). Looked for by name "Ada Example".',
			],
		],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});

describe('more than one fits', () => {
	const two = (fields: Partial<PartnerFacts>) =>
		build(
			ada({ email: 'ada@example.com', employeeCustom1Code: 'DE-1' }),
			rules(byName, byEmail, byTaxId),
			known(partner('V1', fields), partner('V2', fields), partner('V3')),
		);

	test.each<[string, Partial<PartnerFacts>, string]>([
		['by name', { name: 'Ada Example' }, 'name "Ada Example": V1 Ada Example, V2 Ada Example'],
		['by e-mail', { email: 'ada@example.com' }, 'e-mail "ada@example.com": V1 Partner V1, V2 Partner V2'],
		['by tax id', { taxId: 'DE1' }, 'tax ID "DE-1": V1 Partner V1, V2 Partner V2'],
	])('%s: all are named, none is taken', (_, fields, found) => {
		const result = two(fields);
		expect(findings(result)).toEqual([
			`vendor-ambiguous . party = EMP1: 2 business partners fit employee EMP1 (Ada Example) by ${found}.`,
		]);
		expect(result.reasons[0]!.candidates).toEqual(['V1', 'V2']);
	});
});

describe('a partner that cannot be posted to', () => {
	const named = (fields: Partial<PartnerFacts>) => known(partner('EMP1', { name: 'Ada', ...fields }));
	const euro = taxi({ employeeCurrencyAlphaCode: 'EUR' });
	const at = 'CardCode = EMP1: Business partner EMP1 Ada';
	const inactive = [`vendor-inactive . ${at} is not active on 2024-03-05.`];

	test.each<Row>([
		['a customer', taxi(), {}, named({ type: 'customer' }), [`vendor-type . ${at} is a customer.`]],
		['a lead', taxi(), {}, named({ type: 'lead' }), [`vendor-type . ${at} is a lead.`]],
		['frozen', taxi(), {}, named({ frozen: true }), inactive],
		['frozen from the day on', taxi(), {}, named({ frozen: true, frozenFrom: '2024-03-05' }), inactive],
		['frozen from the next day on', taxi(), {}, named({ frozen: true, frozenFrom: '2024-03-06' }), []],
		['frozen to the day', taxi(), {}, named({ frozen: true, frozenTo: '2024-03-05' }), inactive],
		['frozen to the day before', taxi(), {}, named({ frozen: true, frozenTo: '2024-03-04' }), []],
		[
			'frozen for a time around the day',
			taxi(),
			{},
			named({ frozen: true, frozenFrom: '2024-01-01', frozenTo: '2024-12-31' }),
			inactive,
		],
		['with dates of a freeze that was lifted', taxi(), {}, named({ frozenFrom: '2024-01-01', frozenTo: '2024-12-31' }), []],
		['valid from the day to the day', taxi(), {}, named({ validFrom: '2024-03-05', validTo: '2024-03-05' }), []],
		['valid from the next day on', taxi(), {}, named({ validFrom: '2024-03-06' }), inactive],
		['valid to the day before', taxi(), {}, named({ validTo: '2024-03-04' }), inactive],
		[
			'frozen, on a day nobody knows',
			taxi(),
			{ postingDate: 'userDefined', postingDateFallback: [] },
			named({ frozen: true }),
			['missing-date . postingDate: The document has no date for the posting date rule "userDefined".'],
		],
		[
			'in another currency',
			euro,
			{},
			named({ currency: 'GBP' }),
			[`vendor-currency . ${at} is kept in GBP, the document is in EUR.`],
		],
		['in the document’s currency', euro, {}, named({ currency: 'EUR' }), []],
		['in all currencies', euro, {}, named({ currency: '##' }), []],
		[
			'in another currency, for a document in the local one',
			taxi(),
			{},
			named({ currency: 'GBP' }),
			[`vendor-currency . ${at} is kept in GBP, the document is in USD.`],
		],
		['in the local one, as the document', taxi(), {}, named({ currency: 'USD' }), []],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});
