import { Company, entry, errorOf, versions } from './company';

const line = (changes: object) => ({
	JournalEntryLines: [
		{ AccountCode: '600', Debit: 100, ...changes },
		{ ShortName: 'E1', Credit: 100 },
	],
});

describe.each(versions)('a journal entry with %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;
	const post = (body: object) => company.post(path('JournalEntries'), body);

	beforeEach(async () => {
		company = await new Company().login(version);
	});

	test.each<[string, object, number, string]>([
		[
			'debits and credits that differ',
			{
				JournalEntryLines: [
					{ AccountCode: '600', Debit: 100 },
					{ ShortName: 'E1', Credit: '99.99' },
				],
			},
			-5002,
			'Unbalanced Transaction',
		],
		['no lines', { JournalEntryLines: [] }, -5002, 'No lines'],
		['an unknown account', line({ AccountCode: '999' }), -5002, "  [JournalEntryLines.AccountCode][line: 1] , '999'"],
		['a title account', line({ AccountCode: '6' }), -5002, "[JournalEntryLines.AccountCode][line: 1] , '6'"],
		['a frozen account', line({ AccountCode: '620' }), -5002, "[JournalEntryLines.AccountCode][line: 1] , '620'"],
		['an account whose validity ended', line({ AccountCode: '622' }), -5002, "[JournalEntryLines.AccountCode][line: 1] , '622'"],
		['an account blocked for manual posting', line({ AccountCode: '630' }), -5002, "[line: 1] , '630'"],
		[
			'a control account without a partner',
			line({ AccountCode: '211' }),
			-5002,
			"Cannot perform transaction in controlling type account [JournalEntryLines.AccountCode][line: 1], '211'",
		],
		[
			'an unknown partner',
			line({ ShortName: 'E404' }),
			-5002,
			"Invalid BP code  [JournalEntryLines.ShortName][line: 1] , 'E404'",
		],
		[
			'a frozen partner',
			line({ AccountCode: undefined, ShortName: 'E9' }),
			-5002,
			"[JournalEntryLines.ShortName][line: 1] , 'E9'",
		],
		[
			'a partner on an account that is no control account',
			line({ ShortName: 'E1' }),
			-5002,
			"[JournalEntryLines.AccountCode][line: 1] , '600'",
		],
		['a partner without a control account', line({ AccountCode: undefined, ShortName: 'ENOACC' }), -5002, "[line: 1] , 'ENOACC'"],
		['a line without account and partner', line({ AccountCode: undefined }), -5002, '[line: 1]'],
		['a line without an amount', line({ Debit: 0 }), -5002, '[line: 1]'],
		['a line with both sides', line({ Credit: 1 }), -5002, '[line: 1]'],
		['an unknown rule', line({ CostingCode: 'NONE' }), -2028, 'No matching records found (ODBC -2028)'],
		['a rule of another dimension', line({ CostingCode: 'NORTH' }), -5002, "[JournalEntryLines.CostingCode][line: 1] , 'NORTH'"],
		[
			'a rule of an inactive dimension',
			line({ CostingCode5: 'DIM5' }),
			-5002,
			"[JournalEntryLines.CostingCode5][line: 1] , 'DIM5'",
		],
		['an inactive rule', line({ CostingCode: 'OFF' }), -5002, "[JournalEntryLines.CostingCode][line: 1] , 'OFF'"],
		['a rule outside its validity', line({ CostingCode: 'OLD' }), -5002, "[JournalEntryLines.CostingCode][line: 1] , 'OLD'"],
		['an unknown project', line({ ProjectCode: 'P0' }), -5002, "[JournalEntryLines.ProjectCode][line: 1] , 'P0'"],
		['an inactive project', line({ ProjectCode: 'P2' }), -5002, "[JournalEntryLines.ProjectCode][line: 1] , 'P2'"],
		['a project outside its validity', { ProjectCode: 'P3' }, -5002, "[OJDT.Project] , 'P3'"],
		['an unknown tax group', line({ TaxGroup: 'V0' }), -5002, "[JournalEntryLines.TaxGroup][line: 1] , 'V0'"],
		['an inactive tax group', line({ TaxGroup: 'V9' }), -5002, "[JournalEntryLines.TaxGroup][line: 1] , 'V9'"],
		['an unknown transaction code', { TransactionCode: 'ABC' }, -5002, "'ABC'"],
		['an unknown series', { Series: 99 }, -4002, 'define the numbering series'],
		['an unknown attachment', { AttachmentEntry: 7 }, -5002, 'Linked value 7 does not exist'],
		['a date without a period', { ReferenceDate: '2014-12-31' }, -10, '10001090 - Posting period missing'],
		['a due date outside its window', { DueDate: '2026-01-01' }, -5002, 'Date deviates from permissible range  [OJDT.DueDate]'],
		[
			'a document date outside its window',
			{ TaxDate: '2022-12-31' },
			-5002,
			'Date deviates from permissible range  [OJDT.TaxDate]',
		],
		['a due date of a line outside its window', line({ DueDate: '2026-01-01' }), -5002, '[JournalEntryLines.DueDate][line: 1]'],
		['an unknown property', { DocEntry: 1 }, -1000, "Property 'DocEntry' of 'JournalEntry' is invalid"],
		['an unknown property of a line', line({ Amount: 1 }), -1000, "Property 'Amount' of 'JournalEntryLine' is invalid"],
		['a user field nobody defined', { U_Key: 'x' }, -1000, "Property 'U_Key' of 'JournalEntry' is invalid"],
		['a user field of a line nobody defined', line({ U_Key: 'x' }), -1000, "Property 'U_Key' of 'JournalEntryLine' is invalid"],
		['a Boolean where B1 has tYES', { ReportEU: true }, -1000, 'ReportEU'],
		['a number for text', { Memo: 5 }, -1000, 'Memo'],
		['text for a number', line({ Debit: '1,00' }), -1000, 'Debit'],
		['an impossible date', { ReferenceDate: '2024-02-30' }, -1000, 'ReferenceDate'],
		['an object for lines', { JournalEntryLines: {} }, -1000, 'JournalEntryLines'],
		[
			'a reference of 101 characters',
			{ Reference2: 'x'.repeat(101) },
			-1000,
			"CServiceData::SetPropertyValueString failed; Value too long in property 'Reference2' of 'JournalEntry'",
		],
		['a memo of 255 characters', { Memo: 'x'.repeat(255) }, -1000, "Value too long in property 'Memo' of 'JournalEntry'"],
		['an indicator of 3 characters', { Indicator: 'ABC' }, -1000, "Value too long in property 'Indicator' of 'JournalEntry'"],
		['an amount wider than its column', line({ Debit: '10000000000000' }), -5002, 'Debit'],
	])('is refused for %s, and leaves nothing', async (_case, change, code, text) => {
		const reply = await post(entry(change));
		expect(reply.status).toBe(400);
		expect(errorOf(reply)).toEqual({ code, text: expect.stringContaining(text) });
		expect(company.businessOne.ledger().entries).toEqual([]);
		expect((await post(entry())).json).toMatchObject({ JdtNum: 1, Number: 1001 });
	});
});
