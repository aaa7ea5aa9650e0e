/** An employee who owes in one branch and is owed in another, after an advance of another branch. */
import { entry, allocation, journal, post, report, shortLine, toCompany } from './sample';

const inBranch = (branch: string, amount: number, account = 'HOTEL') =>
	entry(amount, [
		allocation([amount < 0 ? toCompany(account, amount) : journal(account, amount)], { allocationCustom5Code: branch }),
	]);
const advance = (amount: number) => ({
	cashAdvanceId: 'CA1',
	cashAdvanceClearingAccountCode: '147000',
	cashAdvanceApplicationAmount: amount,
});
const options = { branchPath: ['allocation.allocationCustom5Code'], defaultBranch: '1', interBranchAccount: '149000' };
const trip = (entries: object[], applied: number[], fields: object = {}) =>
	post(report(null, entries, {}, { cashAdvanceApplication: applied.map(advance) }), { ...options, ...fields });
const lines = (...args: Parameters<typeof trip>) =>
	trip(...args).lines.map((line) => `${shortLine(line)} in ${line.branch ?? '-'}`);

describe('an advance of branch 1, applied in branch 2', () => {
	test('to the whole report: the employee has nothing left in either', () =>
		expect(lines([inBranch('2', 200)], [-200])).toEqual([
			'Dr expense HOTEL 200.00 in 2',
			'Cr interBranch 149000 200.00 in 2',
			'Cr cashAdvanceClearing 147000 200.00 in 1',
			'Dr interBranch 149000 200.00 in 1',
		]));

	test('to a part of it: the rest is owed where it was spent', () =>
		expect(lines([inBranch('2', 300)], [-200])).toEqual([
			'Dr expense HOTEL 300.00 in 2',
			'Cr interBranch 149000 200.00 in 2',
			'Cr cashAdvanceClearing 147000 200.00 in 1',
			'Dr interBranch 149000 200.00 in 1',
			'Cr employeeVendor EMP1 100.00 in 2',
		]));

	test('that is larger than the report: the rest is owed where it was issued', () =>
		expect(lines([inBranch('2', 120)], [-200])).toEqual([
			'Dr expense HOTEL 120.00 in 2',
			'Cr interBranch 149000 120.00 in 2',
			'Cr cashAdvanceClearing 147000 200.00 in 1',
			'Dr interBranch 149000 120.00 in 1',
			'Dr employeeVendor EMP1 80.00 in 1',
		]));

	test('to expenses of two branches: the first of them first', () =>
		expect(lines([inBranch('3', 50), inBranch('2', 100)], [-120]).filter((line) => !/HOTEL|147000/.test(line))).toEqual([
			'Cr interBranch 149000 20.00 in 3',
			'Cr interBranch 149000 100.00 in 2',
			'Dr interBranch 149000 120.00 in 1',
			'Cr employeeVendor EMP1 30.00 in 3',
		]));

	test('where every expense has a line of its own', () => {
		const found = lines([inBranch('2', 100), inBranch('2', 50)], [-120], { mergeCounterparty: false });
		expect(found.filter((line) => /employee|interBranch/.test(line))).toEqual([
			'Cr interBranch 149000 120.00 in 2',
			'Dr interBranch 149000 120.00 in 1',
			'Cr employeeVendor EMP1 30.00 in 2',
		]);
	});

	test('every branch balances in itself', () => {
		for (const applied of [-50, -200, -400]) {
			const balance: Record<string, number> = {};
			for (const { branch, debit, credit } of trip([inBranch('2', 200), inBranch('3', 100)], [applied]).lines)
				balance[branch!] = (balance[branch!] ?? 0) + Number(debit ?? 0) - Number(credit ?? 0);
			expect(balance).toEqual({ 1: 0, 2: 0, 3: 0 });
		}
	});

	test('is held where no account is mapped', () => {
		const { status, reasons } = trip([inBranch('2', 200)], [-200], { interBranchAccount: null });
		expect([status, reasons.map(({ code, message }) => [code, message.split('.00 ')[0]!.slice(0, 70)])]).toEqual([
			'review',
			[['missing-inter-branch-account', 'The employee owes 200 in branch 1 and is owed 200 in branch 2. Set the']],
		]);
	});
});

test('a refund of one branch against expenses of another is settled as well', () =>
	expect(lines([inBranch('2', 200), inBranch('3', -30)], []).filter((line) => /employee|interBranch/.test(line))).toEqual([
		'Cr interBranch 149000 30.00 in 2',
		'Dr interBranch 149000 30.00 in 3',
		'Cr employeeVendor EMP1 170.00 in 2',
	]));

test.each([
	['one branch', [inBranch('1', 200)], [-200], options],
	['two branches that both owe the employee', [inBranch('1', 20), inBranch('2', 200)], [], options],
	['no branches', [inBranch('2', 200)], [-200], { branchPath: [], defaultBranch: null }],
])('%s need no such account', (_, entries, applied, fields) => {
	const { status, lines: found } = trip(entries, applied, { ...fields, interBranchAccount: null });
	expect([status, found.some(({ role }) => role === 'interBranch')]).toEqual(['ready', false]);
});
