/** Every reason for which a document is held whatever is in it, word for word. */
import { readDocuments } from '../../nodes/shared/document';
import { buildPosting } from '../../nodes/shared/posting';
import { findings } from './findings';
import { allocation, entry, journal, post, profileOf, report, wrapped } from './sample';

const taxi = (fields = {}) => report(10, [entry(10, journal('TAXI', 10))], fields);

test.each<[string, unknown, unknown, string[]]>([
	['a test user', taxi({ isTest: 'Y' }), {}, ['test-user . isTest = Y: The document belongs to a Concur test user.']],
	['another ledger', taxi(), { ledgers: ['GP'] }, ['wrong-ledger . ledgerCode = DEFAULT: The document is of ledger "DEFAULT".']],
	['no ledger', taxi({ ledgerCode: null }), { ledgers: ['GP'] }, ['wrong-ledger . ledgerCode = : The document is of ledger "".']],
	[
		'confirmed before',
		wrapped(taxi(), { docStatus: 'POSTING_CONFIRMED_SUCCESS' }),
		{ allowedStatuses: ['READY'] },
		['already-confirmed . docStatus = POSTING_CONFIRMED_SUCCESS: The document has the status POSTING_CONFIRMED_SUCCESS.'],
	],
	[
		'before the go-live date',
		taxi(),
		{ goLiveDate: '2024-03-06' },
		['before-go-live . goLiveDate = 2024-03-05: The document is of 2024-03-05, before the go-live date 2024-03-06.'],
	],
	[
		'a payroll document',
		{ docType: 'payroll', document: { travelAllowances: [] } },
		{},
		['payroll-document . docType = payroll: This is a payroll document.'],
	],
	[
		'a funds document',
		{ docType: 'obligation', document: { instruction: {}, requestHeader: {} } },
		{},
		['funds-document . docType = requestobligation: This is a funds document (requestobligation).'],
	],
	[
		'a document of an unknown type',
		wrapped({ report: {} }, { docType: 'journal' }),
		{},
		[
			'unknown-document . docType = journal: The document says it is of type "journal", which is not known or does not fit its content.',
		],
	],
	[
		'a document without a section that is known',
		{ id: '1', docStatus: 'READY', document: { something: 1 } },
		{},
		[
			'unknown-document . docType: The document has none of the sections of a FIS document (report, expenseEntry, cashAdvanceData, requestHeader).',
		],
	],
])('%s', (_, document, options, expected) => expect(findings(post(document, options))).toEqual(expected));

describe('several companies', () => {
	const shared = (...companies: string[]) =>
		report(10 * companies.length, [
			entry(
				10 * companies.length,
				companies.map((company) => allocation([journal('BRKF', 10)], { allocationCustom2Code: company })),
				{ entryId: 'E1' },
			),
		]);
	const guard = { companyPath: 'allocation.allocationCustom2Code', company: '0021' };
	const place = 'cross-company-allocation @ E1 . allocation.allocationCustom2Code';

	test.each<[string, unknown, unknown, string[]]>([
		[
			'another company',
			shared('0021', 'BE01'),
			guard,
			[`${place} = BE01: An allocation of E1 belongs to company BE01, this is company 0021.`],
		],
		[
			'two others',
			shared('BE01', 'DE01'),
			guard,
			[
				`${place} = BE01: An allocation of E1 belongs to company BE01, this is company 0021.`,
				`${place} = DE01: An allocation of E1 belongs to company DE01, this is company 0021.`,
			],
		],
		[
			'several, none of them ours by name',
			shared('0021', 'BE01'),
			{ ...guard, company: null },
			[`${place} = BE01: The document names several companies: 0021, BE01.`],
		],
		[
			'split, with a part for others',
			shared('0021', 'BE01', 'DE01'),
			{ ...guard, crossCompany: 'split' },
			['other-companies = BE01, DE01: The document also has parts for BE01, DE01, which are posted in their own company.'],
		],
		[
			'split, all of it for others',
			shared('BE01', 'DE01'),
			{ ...guard, crossCompany: 'split' },
			[
				'cross-company-allocation . allocation.allocationCustom2Code = BE01, DE01: Every allocation of the document belongs to BE01, DE01; this is company 0021.',
			],
		],
		[
			'split without a name of our own',
			shared('BE01', 'DE01'),
			{ ...guard, company: null, crossCompany: 'split' },
			[
				'cross-company-allocation . allocation.allocationCustom2Code = BE01, DE01: Every allocation of the document belongs to BE01, DE01; this is company (not named).',
			],
		],
	])('%s', (_, document, options, expected) => expect(findings(post(document, options))).toEqual(expected));
});

describe('reports that come again', () => {
	const again = (revision: unknown, prior: object[], options: object = {}) => {
		const [document] = readDocuments(wrapped(taxi({ revisionNumber: revision }))).documents;
		return findings(buildPosting(document!, profileOf(options), { priorPostings: prior as never }));
	};
	const prior = { docId: 'older', reportId: 'R1', revision: '1', jdtNum: 77 };

	test.each<[string, unknown, object[], object, string[]]>([
		[
			'same revision',
			'1',
			[prior],
			{},
			['suspected-duplicate . reportId = R1: Report R1 was already posted as document older (journal entry 77).'],
		],
		[
			'earlier posting without revision or entry',
			'3',
			[{ docId: 'older', reportId: 'R1' }],
			{},
			['suspected-duplicate . reportId = R1: Report R1 was already posted as document older.'],
		],
		[
			'earlier posting with an empty revision',
			'3',
			[{ ...prior, revision: null }],
			{},
			['suspected-duplicate . reportId = R1: Report R1 was already posted as document older (journal entry 77).'],
		],
		[
			'later revision, known',
			'2',
			[{ ...prior, docId: 'oldest' }, prior],
			{},
			[
				'already-posted-revision . revisionNumber = 2: This is revision 2 of report R1; an earlier one was posted, as document older.',
			],
		],
		[
			'later revision, unknown',
			'2',
			[],
			{ revisionPolicy: 'reverseAndRepost' },
			[
				'already-posted-revision . revisionNumber = 2: This is revision 2 of report R1; an earlier one was posted, but is not in the register.',
			],
		],
		[
			'later revision, posted',
			'2',
			[prior],
			{ revisionPolicy: 'reverseAndRepost' },
			[
				'later-revision . revisionNumber = 2: This is revision 2 of a report that was posted before; it is posted by the policy reverseAndRepost.',
			],
		],
		['first revision', '1', [], {}, []],
		['a revision that is no number', 'x2', [], {}, []],
		['no revision', null, [], {}, []],
	])('%s', (_, revision, known, options, expected) => expect(again(revision, known, options)).toEqual(expected));
});
