/** What a document says about itself: names, dates, numbers, whatever its type, and which field speaks where several could. */
import type { Posting } from '../../nodes/shared/posting';
import { advance, invoice, line } from '../posting/invoiceSample';
import { entry, journal, post, report } from '../posting/sample';

type Fields = Record<string, unknown>;

const taxi = (fields: Fields = {}, more: Fields = {}) => post(report(10, [entry(10, journal('TAXI', 10))], fields, more));
const bill = (header: Fields = {}, vendor?: Fields, more: Fields = {}, options: Fields = {}) =>
	post({ ...invoice(50, [line('A', 50)], header, vendor), ...more }, options);
const loan = (data: Fields = {}, more: Fields = {}) => post({ ...advance({}, data), ...more });

const facts = ({ reportId, revision, reference, names, dates, dueDate }: Posting) =>
	JSON.parse(JSON.stringify({ reportId, revision, reference, names, dates, dueDate }));

describe('an expense report', () => {
	test('with every field', () => {
		const employee = {
			employeeId: 'EMP1',
			employeeFirstName: 'Ada',
			employeeLastName: 'Example',
			employeeEmailAddress: 'ada@example.com',
		};
		const fields = {
			reportNumber: 'N1',
			reportCreationDate: '2024-02-28T01:00:00Z',
			reportUserDefinedDate: '2024-02-27',
			reportEndDate: '2024-02-26',
		};
		expect(facts(taxi(fields, { employee }))).toEqual({
			reportId: 'R1',
			revision: '1',
			reference: 'N1',
			names: {
				employeeId: 'EMP1',
				employeeFirstName: 'Ada',
				employeeLastName: 'Example',
				employeeName: 'Ada Example',
				email: 'ada@example.com',
				reportName: 'Trip',
			},
			dates: {
				processing: '2024-03-05',
				submit: '2024-03-01',
				creation: '2024-02-28',
				userDefined: '2024-02-27',
				document: '2024-02-26',
			},
		});
	});

	test.each<[string, Fields, string | null]>([
		['its number', { reportNumber: 'N1' }, 'N1'],
		['else its key', {}, '17'],
		['else the request’s key', { reportKey: null, requestKey: 'Q9' }, 'Q9'],
		['else its id', { reportKey: null }, 'R1'],
	])('is called by %s', (_, fields, reference) => expect(taxi(fields).reference).toBe(reference));

	test('is known by the request’s id where it has none of its own', () =>
		expect(taxi({ reportId: null, requestId: 'Q1' }).reportId).toBe('Q1'));

	test.each<[string, Fields, string | undefined]>([
		['end of the report', { reportEndDate: '2024-01-31', reportUserDefinedDate: '2024-01-30' }, '2024-01-31'],
		['else the user’s date', { reportUserDefinedDate: '2024-01-30' }, '2024-01-30'],
		['else the submission', { reportCreationDate: '2024-01-29' }, '2024-03-01'],
		['else the creation', { reportSubmitDate: null, reportCreationDate: '2024-01-29' }, '2024-01-29'],
		['else none', { reportSubmitDate: null }, undefined],
	])('document date: %s', (_, fields, day) => expect(taxi(fields).dates.document).toBe(day));

	test.each<[string, Fields, Fields]>([
		['first name alone', { employeeFirstName: 'Ada' }, { employeeFirstName: 'Ada', employeeName: 'Ada' }],
		['last name alone', { employeeLastName: 'Example' }, { employeeLastName: 'Example', employeeName: 'Example' }],
		['no name', {}, {}],
		['the other e-mail field', { email: 'a@b.c', loginId: 'x@y.z' }, { email: 'a@b.c' }],
		['a login that is an address', { loginId: 'x@y.z' }, { email: 'x@y.z' }],
		['a login that is none', { loginId: 'ada' }, {}],
	])('employee with %s', (_, fields, names) => {
		const employee = { employeeId: 'EMP1', ...fields };
		expect(facts(taxi({}, { employee })).names).toEqual({ employeeId: 'EMP1', reportName: 'Trip', ...names });
	});

	test('a test user is known by the report or by the employee', () => {
		expect(taxi({ isTest: 'N' }).status).toBe('ready');
		expect(taxi({ isTest: true }).status).toBe('review');
		expect(taxi({}, { employee: { employeeId: 'EMP1', isTest: 'Y' } }).status).toBe('review');
	});
});

describe('an invoice', () => {
	test('with every field', () => {
		const vendor = {
			vendorCode: 'V100',
			vendorName: 'Paper Ltd',
			vendorEmail: 'bills@paper.example',
			vendorTaxId: 'DE1',
		};
		const header = {
			requestNumber: 'N7',
			requestTitle: 'Paper for May',
			postingDate: '2024-09-03',
			submitDate: '2024-09-02',
			requestCreationDate: '2024-09-01',
			invoiceReceivedDate: '2024-08-31',
			paymentDueDate: '2024-09-30',
		};
		expect(facts(bill(header, vendor))).toEqual({
			reportId: 'Q1',
			revision: '1',
			reference: 'N7',
			names: {
				employeeId: 'EMP1',
				vendorName: 'Paper Ltd',
				vendorCode: 'V100',
				vendorInvoiceNumber: 'INV-7',
				reportName: 'Paper for May',
				email: 'bills@paper.example',
				taxId: 'DE1',
			},
			dates: {
				processing: '2024-09-03',
				submit: '2024-09-02',
				creation: '2024-09-01',
				userDefined: '2024-08-31',
				document: '2024-08-25',
			},
			dueDate: '2024-09-30',
		});
	});

	test.each<[string, Fields, string | null]>([
		['its number', { requestNumber: 'N7' }, 'N7'],
		['else its key', {}, '35'],
		['else its id', { reqKey: null }, 'Q1'],
	])('is called by %s', (_, header, reference) => expect(bill(header).reference).toBe(reference));

	test('other names of its fields', () => {
		const vendor = { vendorCode: 'V100', vendorContactEmail: 'desk@paper.example', taxId: 'DE2' };
		const posting = bill({ requestName: 'Paper', processCompleteDate: '2024-09-04' }, vendor);
		expect(posting.names).toMatchObject({ reportName: 'Paper', email: 'desk@paper.example', taxId: 'DE2' });
		expect(posting.dates.processing).toBe('2024-09-04');
		expect(posting).not.toHaveProperty('dueDate');
	});

	test('belongs to a test user, or to another ledger', () => {
		expect(bill({ isTest: 'Y' }).reasons.map(({ code }) => code)).toEqual(['test-user']);
		const options = { ledgers: ['GP'] };
		expect(bill({ ledgerCode: 'GP' }, undefined, {}, options).status).toBe('ready');
		expect(bill({ ledgerCode: 'OTHER' }, undefined, {}, options).status).toBe('review');
	});

	test('only fields that the mapping’s templates name are kept of the vendor', () => {
		const vendor = { vendorCode: 'V100', vendorCity: 'Bern', vendorCountry: 'CH' };
		const rules = { partners: { vendor: [{ by: 'code', template: '{vendorCity}' }] } };
		expect(bill({}, vendor, {}, rules).names).toMatchObject({ vendorCity: 'Bern' });
		expect(bill({}, vendor, {}, rules).names).not.toHaveProperty('vendorCountry');
		expect(bill({}, vendor, {}, { memo: '{vendorCountry}' }).lines.at(-1)!.memo).toBe('CH');
		expect(bill({}, vendor, {}, { reference: '{vendorCountry}' }).names).toMatchObject({ vendorCountry: 'CH' });
		expect(bill({}, vendor, {}, { lineMemo: '{vendorCountry}' }).lines[0]!.memo).toBe('CH');
	});
});

describe('a cash advance', () => {
	test('with every field', () => {
		const data = {
			cashAdvanceKey: '88',
			name: 'Oslo',
			issuedDate: '2024-05-02T10:00:00Z',
			requestDate: '2024-05-01T10:00:00Z',
		};
		const employeeData = { employeeId: 'EMP1', employeeFirstName: 'Ada', employeeLastName: 'Example' };
		expect(facts(loan(data, { employeeData }))).toEqual({
			reportId: 'CA1',
			revision: null,
			reference: '88',
			names: {
				employeeId: 'EMP1',
				employeeFirstName: 'Ada',
				employeeLastName: 'Example',
				employeeName: 'Ada Example',
				reportName: 'Oslo',
			},
			dates: { processing: '2024-05-02', submit: '2024-05-01', creation: '2024-05-01', document: '2024-05-02' },
		});
	});

	test.each<[string, Fields, string | null]>([
		['its key', { cashAdvanceKey: '88', name: 'Oslo' }, '88'],
		['else its name', { name: 'Oslo' }, 'Oslo'],
		['else its id', {}, 'CA1'],
	])('is called by %s', (_, data, reference) => expect(loan(data).reference).toBe(reference));

	test('has the date of its request where it is not issued', () =>
		expect(loan({ requestDate: '2024-05-01' }).dates).toMatchObject({ document: '2024-05-01', processing: undefined }));

	test('belongs to a test user, or to another ledger', () => {
		expect(loan({ isTest: 'Y' }).reasons.map(({ code }) => code)).toEqual(['test-user']);
		expect(post(advance({}, { ledgerCode: 'GP' }), { ledgers: ['GP'] }).status).toBe('ready');
		expect(post(advance({}), { ledgers: ['GP'] }).status).toBe('review');
	});
});
