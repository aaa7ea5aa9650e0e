/** How flows become lines: joined or apart, netted or visible, with cost objects and memos. */
import { advance, invoice, line } from './invoiceSample';
import { allocation, entry, journal, personal, post, report, shortLines, toCompany } from './sample';

type Fields = Record<string, unknown>;

describe('cost objects', () => {
	const costs = (options: Fields, own: Fields = {}, entryFields: Fields = {}, facts: Fields = {}) => {
		const allocations = [allocation([journal('TAXI', 10)], own)];
		const [cost] = post(report(10, [entry(10, allocations, entryFields)], facts), options).lines;
		const { costCenter, costCenters, project, branch } = cost!;
		return { costCenter, costCenters, project, branch };
	};
	const none = { costCenter: undefined, costCenters: undefined, project: undefined, branch: undefined };

	test('the most granular field that has a value counts', () => {
		const paths = { costCenterPath: ['allocation.a', 'entry.e', 'report.r'] };
		expect(costs(paths, { a: 'A' }, { e: 'E' }, { r: 'R' }).costCenter).toBe('A');
		expect(costs(paths, { a: ' ' }, { e: 'E' }, { r: 'R' }).costCenter).toBe('E');
		expect(costs(paths, {}, {}, { r: 'R' }).costCenter).toBe('R');
		expect(costs(paths)).toEqual(none);
	});

	test('a second dimension without a first', () => {
		const paths = { costCenterPath: ['allocation.a'], costCenterPaths: [['entry.e'], ['report.r']] };
		expect(costs(paths, {}, { e: 'E' })).toEqual({ ...none, costCenters: [undefined, 'E', undefined] });
		expect(costs(paths, { a: 'A' })).toEqual({ ...none, costCenter: 'A', costCenters: ['A', undefined, undefined] });
	});

	test('maps rename a value, or drop it', () => {
		const options = {
			costCenterPath: ['allocation.a'],
			costCenterMap: { A: 'CC1', Z: '' },
			projectPath: ['entry.p'],
			projectMap: { P: 'PR1' },
			branchPath: ['report.b'],
			branchMap: { B: '2', X: '' },
			defaultBranch: '9',
		};
		expect(costs(options, { a: 'A' }, { p: 'P' }, { b: 'B' })).toEqual({
			costCenter: 'CC1',
			costCenters: ['CC1'],
			project: 'PR1',
			branch: '2',
		});
		expect(costs(options, { a: 'Z' }, { p: 'Q' }, { b: 'X' })).toEqual({ ...none, project: 'Q', branch: '9' });
		expect(costs(options, { a: 'constructor' })).toEqual({
			...none,
			costCenter: 'constructor',
			costCenters: ['constructor'],
			branch: '9',
		});
	});

	test('invoices call the same levels lineItem and request', () => {
		const options = { costCenterPath: ['entry.entryCustom1Code', 'report.reportCustom2Code'] };
		const costCenter = (fields: Fields, header: Fields = {}) =>
			post(invoice(50, [line('A', 50, {}, fields)], header), options).lines[0]!.costCenter;
		expect(costCenter({ lineItemCustom1Code: 'L' }, { requestCustom2Code: 'H' })).toBe('L');
		expect(costCenter({}, { requestCustom2Code: 'H' })).toBe('H');
		expect(costCenter({ entryCustom1Code: 'E', lineItemCustom1Code: 'L' })).toBe('E');
	});

	test('the default branch stands on every line, also of advances', () => {
		const branches = (document: unknown) => post(document, { defaultBranch: '3' }).lines.map(({ branch }) => branch);
		const applied = { cashAdvanceApplicationAmount: -4, cashAdvanceClearingAccountCode: 'CADV' };
		expect(branches(report(10, [entry(10, journal('TAXI', 10))], {}, { cashAdvanceApplication: [applied] }))).toEqual([
			'3',
			'3',
			'3',
		]);
		expect(branches(advance({}))).toEqual(['3', '3']);
		expect(post(advance({})).lines.map(({ branch, costCenters }) => [branch, costCenters])).toEqual([
			[undefined, undefined],
			[undefined, undefined],
		]);
	});
});

describe('lines that belong together', () => {
	const two = (first: Fields, second: Fields) =>
		report(20, [entry(20, [allocation([journal('TAXI', 10)], first), allocation([journal('TAXI', 10)], second)])]);
	const texts = (document: unknown, options: Fields = {}) => shortLines(post(document, options));
	const byAccount = { mergeExpense: 'account' };

	test('costs join per account and cost objects where the mapping says so', () => {
		expect(texts(two({}, {}))).toEqual(['Dr expense TAXI 10.00', 'Dr expense TAXI 10.00', 'Cr employeeVendor EMP1 20.00']);
		expect(texts(two({}, {}), byAccount)).toEqual(['Dr expense TAXI 20.00', 'Cr employeeVendor EMP1 20.00']);
		const centers = two({ allocationCustom4Code: 'C1' }, { allocationCustom4Code: 'C2' });
		expect(texts(centers, byAccount)).toHaveLength(3);
		const projects = { ...byAccount, projectPath: ['allocation.p'] };
		expect(texts(two({ p: 'P1' }, { p: 'P2' }), projects)).toHaveLength(3);
		expect(texts(two({ p: 'P1' }, { p: 'P1' }), projects)).toHaveLength(2);
	});

	test('partners stand apart per branch', () => {
		const branches = { branchPath: ['allocation.b'] };
		expect(
			post(two({ b: '1' }, { b: '2' }), branches).lines.map(({ branch, debit, credit }) => [branch, debit ?? `-${credit}`]),
		).toEqual([
			['1', '10.00'],
			['2', '10.00'],
			['1', '-10.00'],
			['2', '-10.00'],
		]);
	});

	test('two journals of one allocation are one cost, but not for two payees', () => {
		const journals = (payee: string) => report(20, [entry(20, [allocation([journal('TAXI', 10), journal('TAXI', 10, payee)])])]);
		expect(texts(journals('EMPL'))).toEqual(['Dr expense TAXI 20.00', 'Cr employeeVendor EMP1 20.00']);
		expect(texts(journals('CBCP'))).toHaveLength(4);
	});

	test('what nets to nothing is left out', () => {
		expect(texts(report(0, [entry(0, [allocation([journal('TAXI', 10), toCompany('TAXI', -10)])])]))).toEqual([]);
	});

	test('a flow between an account and itself is left out', () => {
		const document = report(10, [entry(10, journal('CLR', 10, 'CBCP'), { clearingAccountCode: 'CLR' })]);
		expect(texts(document, { cardCredit: { CBCP: 'clearing' } })).toEqual([]);
	});

	test('the memo of a joined partner line names the document, of a cost line the expense', () => {
		expect(post(two({}, {}), byAccount).lines.map(({ memo }) => memo)).toEqual(['Taxi', '17 Ada Example']);
		const applied = [-2, -1].map((cashAdvanceApplicationAmount, index) => ({
			cashAdvanceId: `CA${index}`,
			cashAdvanceApplicationAmount,
			cashAdvanceClearingAccountCode: 'CADV',
		}));
		const document = (applications: Fields[]) =>
			report(10, [entry(10, journal('TAXI', 10))], {}, { cashAdvanceApplication: applications });
		expect(post(document(applied)).lines[1]).toMatchObject({ account: 'CADV', credit: '3.00', memo: '17 Ada Example' });
		expect(post(document(applied.slice(0, 1))).lines[1]).toMatchObject({ credit: '2.00', memo: 'Cash advance' });
	});
});

test('a card line is called personal only where nothing else is on it', () => {
	const business = entry(20, journal('TAXI', 20, 'CBCP'), { reportEntryPatKey: 'CBCP' });
	const item = personal(14, 'CBCP', 'CLR');
	const cardMemo = (...entries: unknown[]) => {
		const { lines } = post(report(50, [...entries, entry(30, journal('TAXI', 30))]));
		return lines.filter(({ role }) => role === 'cardVendor').map(({ credit, memo }) => `${credit} ${memo}`);
	};
	expect(cardMemo(item, business)).toEqual(['34.00 17 Ada Example']);
	expect(cardMemo(business, item)).toEqual(['34.00 17 Ada Example']);
});

describe('personal card items', () => {
	const document = (cash: number, item: number) =>
		report(cash, [entry(cash, journal('TAXI', cash)), personal(item, 'CBCP', 'CLR')]);
	const texts = (input: unknown, options: Fields = {}) => shortLines(post(input, options));

	test('stay visible while the employee owes the company, are netted when it owes the employee, or as the mapping says', () => {
		const visible = [
			'Dr expense TAXI 10.00',
			'Dr cardClearing CLR 14.00',
			'Cr cardClearing CLR 14.00',
			'Cr employeeVendor EMP1 10.00',
			'Cr cardVendor CBCP 14.00',
			'Dr employeeVendor EMP1 14.00',
		];
		const netted = [
			'Dr expense TAXI 10.00',
			'Cr employeeVendor EMP1 10.00',
			'Cr cardVendor CBCP 14.00',
			'Dr employeeVendor EMP1 14.00',
		];
		expect(texts(document(10, 14))).toEqual(visible);
		expect(texts(document(10, 14), { clearingPassThrough: 'never' })).toEqual(netted);
		const even = [netted[0], 'Cr employeeVendor EMP1 10.00', 'Cr cardVendor CBCP 10.00', 'Dr employeeVendor EMP1 10.00'];
		expect(texts(document(10, 10))).toEqual(even);
		expect(texts(document(10, 10), { clearingPassThrough: 'always' })).toHaveLength(6);
	});

	test('say so in the memo, within its length', () => {
		const memos = (lengths: Fields) => post(document(10, 4), { lengths }).lines.map(({ memo }) => memo);
		expect(memos({})).toEqual(['Taxi', '17 Ada Example', '17 Ada Example (personal)', '17 Ada Example (personal)']);
		expect(memos({ lineMemo: 16 })).toEqual(['Taxi', '17 Ada Example', '17 Ad (personal)', '17 Ad (personal)']);
	});
});
