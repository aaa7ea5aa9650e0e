import { allocation, codes, entry, journal, personal, post, report, shortLines, toCompany } from './sample';

/** The use cases of expense integration about advances and cards, each as a small document of its own with the entry an accountant expects. */
describe('use cases: advances and cards', () => {
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
