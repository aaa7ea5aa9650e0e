/** The borders of the company: no allocation is ever posted in another company's books. */
import { readDocuments } from '../../nodes/shared/document';
import { buildPostings } from '../../nodes/shared/posting';
import { allocation, codes, entry, journal, post, profileOf, report, shortLines } from './sample';

describe('several companies', () => {
	const parts = (...companies: (string | null)[]) =>
		report(10 * companies.length, [
			entry(
				10 * companies.length,
				companies.map((company) => allocation([journal('BRKF', 10)], { allocationCustom2Code: company })),
			),
		]);
	const guard = { companyPath: 'allocation.allocationCustom2Code', company: '0021' };
	const split = (document: unknown, options: object) => buildPostings(readDocuments(document).documents[0]!, profileOf(options));

	test('another company’s allocation is held, whatever else is in the document', () => {
		expect(post(parts('0021', 'BE01'), guard).reasons).toEqual([
			expect.objectContaining({ code: 'cross-company-allocation', value: 'BE01' }),
		]);
		expect(codes(post(parts('BE01'), guard))).toEqual(['cross-company-allocation']);
		expect(post(parts('0021', null), guard).status).toBe('ready');
	});

	test('without an own company nobody knows whose a document is that names one: it is held, and nothing else is', () => {
		const nobody = { ...guard, company: null };
		const held = post(parts('BE01', 'BE01', null), nobody);
		expect(held).toMatchObject({ status: 'review', lines: [] });
		expect(held).not.toHaveProperty('company');
		expect(held.reasons).toEqual([
			expect.objectContaining({
				code: 'company-not-named',
				cure: 'mapping',
				value: 'BE01',
				field: 'allocation.allocationCustom2Code',
				message:
					'The allocations name company BE01, and the mapping does not say which company this is. ' +
					'Fill in Company under Guards of the mapping: documents of another company are then kept out.',
			}),
		]);
		expect(codes(post(parts('0021', 'BE01'), nobody))).toEqual(['cross-company-allocation']);
		expect(post(parts(null, null), nobody)).toMatchObject({ status: 'ready' });
		expect(post(parts('BE01'), { ...guard, company: 'BE01' })).toMatchObject({ status: 'ready', company: 'BE01' });
	});

	test('split: each company gets its own balanced part, and this one never gets another’s', () => {
		const options = { ...guard, crossCompany: 'split' };
		const postings = split(parts('0021', 'BE01', 'BE01', null), options);
		expect(postings.map(({ company, lines }) => [company, lines.at(-1)!.credit])).toEqual([
			['0021', '20.00'],
			['BE01', '20.00'],
		]);
		const own = post(parts('0021', 'BE01'), options);
		expect([own.company, own.lines.at(-1)!.credit, own.warnings.map(({ code }) => code)]).toEqual([
			'0021',
			'10.00',
			['other-companies'],
		]);
		expect(codes(post(parts('BE01', 'DE01'), options))).toEqual(['cross-company-allocation']);
		expect(codes(post(parts('BE01'), options))).toEqual(['cross-company-allocation']);
	});

	test('split: every company gets its own amounts, rows without a company go to the own one', () => {
		const documents = report(60, [
			entry(10, [allocation([journal('A', 10)], { allocationCustom2Code: 'BE01' })]),
			entry(20, [allocation([journal('B', 20)], { allocationCustom2Code: '0021' })]),
			entry(30, [allocation([journal('C', 30)], { allocationCustom2Code: null })]),
		]);
		const postings = split(documents, { ...guard, crossCompany: 'split' });
		expect(postings.map((posting) => [posting.company, ...shortLines(posting)])).toEqual([
			['0021', 'Dr expense B 20.00', 'Dr expense C 30.00', 'Cr employeeVendor EMP1 50.00'],
			['BE01', 'Dr expense A 10.00', 'Cr employeeVendor EMP1 10.00'],
		]);
		const homeless = [allocation([journal('C', 30)], { allocationCustom2Code: null })];
		const others = report(40, [
			entry(10, [allocation([journal('A', 10)], { allocationCustom2Code: 'BE01' })]),
			entry(30, homeless),
		]);
		expect(
			split(others, { ...guard, crossCompany: 'split' }).map((posting) => [posting.company, ...shortLines(posting)]),
		).toEqual([
			['0021', 'Dr expense C 30.00', 'Cr employeeVendor EMP1 30.00'],
			['BE01', 'Dr expense A 10.00', 'Cr employeeVendor EMP1 10.00'],
		]);
	});

	test('split: without an own company, rows that name none are held, for nobody knows whose they are', () => {
		const nobody = { ...guard, company: null, crossCompany: 'split' };
		expect(split(parts('BE01', 'DE01'), nobody).map(({ company, status }) => [company, status])).toEqual([
			['BE01', 'ready'],
			['DE01', 'ready'],
		]);
		expect(split(parts('BE01', 'DE01', null), nobody).map((posting) => codes(posting))).toEqual([['cross-company-allocation']]);
		expect(post(parts('BE01', null), nobody)).toMatchObject({ status: 'ready', company: 'BE01' });
		expect(post(parts(null, null), nobody)).toMatchObject({ status: 'ready' });
		expect(post(parts(null, null), nobody)).not.toHaveProperty('company');
	});

	test('split: what is wrong with the document is said in every part, and remarks are kept', () => {
		const faulty = report(30, [
			entry(10, [allocation([journal(null, 10)], { allocationCustom2Code: '0021' })]),
			entry(10, [allocation([journal('A', 10)], { allocationCustom2Code: 'BE01' })]),
			entry(10, [allocation([journal('A', 10)], { allocationCustom2Code: '0021' })]),
		]);
		const postings = split(faulty, { ...guard, crossCompany: 'split' });
		expect(postings.map((posting) => [posting.company, codes(posting), posting.lines, posting.draftLines?.length])).toEqual([
			['0021', ['missing-account'], [], 2],
			['BE01', ['missing-account'], [], 2],
		]);
		expect(codes(post(faulty, { ...guard, crossCompany: 'split' }))).toEqual(['missing-account']);
		const paid = { expensePayIndicator: 'Y' };
		const twice = report(
			20,
			['0021', 'BE01'].map((allocationCustom2Code) =>
				entry(10, [allocation([journal('A', 10)], { allocationCustom2Code })], paid),
			),
		);
		const warned = split(twice, { ...guard, crossCompany: 'split' }).map(({ warnings }) => warnings.map(({ code }) => code));
		expect(warned).toEqual([
			['paid-by-concur', 'paid-by-concur'],
			['paid-by-concur', 'paid-by-concur'],
		]);
		const total = split(twice, { ...guard, crossCompany: 'split' }).map(({ documentTotal, currency }) => [
			documentTotal,
			currency,
		]);
		expect(total).toEqual([
			['20', 'USD'],
			['20', 'USD'],
		]);
	});

	test('a part that is not ours leaves nothing to post or to draft here', () => {
		const posting = post(parts('BE01', 'DE01'), { ...guard, crossCompany: 'split' });
		expect(posting).toMatchObject({ status: 'review', lines: [] });
		expect(posting).not.toHaveProperty('draftLines');
	});

	test('a company without a path changes nothing', () => expect(post(parts('BE01'), { company: '0021' }).status).toBe('ready'));
});
