/** Partners found by what else is known of them: the employee's number in B1, the tax ID of the invoice, one partner a currency. */
import { employeeFacts, requiredMasterData, type EmployeeFacts } from '../../nodes/shared/journalEntry';
import { invoice, line } from '../posting/invoiceSample';
import { post, profileOf, wrapped } from '../posting/sample';
import { build, codes, company, partner, taxi } from './company';

const byEmployee = (template: string) => ({ partners: { employeeVendor: [{ by: 'employee', template }] } });
const books = (...employees: Partial<EmployeeFacts>[]) =>
	company({
		partners: [partner('V1'), partner('V2')],
		employees: employees.map((facts) => ({ number: null, email: null, linkedVendor: null, ...facts })),
	});
const paidTo = (document: unknown, options: object, masterData: ReturnType<typeof company>) => {
	const result = build(document, options, masterData);
	return result.journalEntry?.JournalEntryLines.at(-1)!.ShortName ?? codes(result);
};
const withEmail = taxi({}, { id: 'D' });
(withEmail.document as { employee: object }).employee = { employeeId: '1001', employeeEmailAddress: 'Ada@Example.com' };

describe('an employee of B1', () => {
	test.each<[string, string, Partial<EmployeeFacts>[], unknown]>([
		['is found by the number, and paid as the linked vendor', '{employeeId}', [{ number: '1001', linkedVendor: 'V2' }], 'V2'],
		['is found by the e-mail address, whatever its case', '{email}', [{ email: 'ada@example.com', linkedVendor: 'V2' }], 'V2'],
		['with a number of somebody else is not', '{employeeId}', [{ number: '1002', linkedVendor: 'V2' }], ['vendor-not-found']],
		['without a vendor is nobody to pay', '{employeeId}', [{ number: '1001' }], ['vendor-not-found']],
		[
			'with a vendor that B1 does not have is nobody either',
			'{employeeId}',
			[{ number: '1001', linkedVendor: 'V9' }],
			['vendor-not-found'],
		],
		[
			'twice with one vendor is one',
			'{employeeId}',
			[
				{ number: '1001', linkedVendor: 'V2' },
				{ number: '1001', linkedVendor: 'V2' },
			],
			'V2',
		],
		[
			'twice with two vendors is never decided',
			'{employeeId}',
			[
				{ number: '1001', linkedVendor: 'V1' },
				{ number: '1001', linkedVendor: 'V2' },
			],
			['vendor-ambiguous'],
		],
	])('%s', (_, template, employees, expected) =>
		expect(paidTo(withEmail, byEmployee(template), books(...employees))).toEqual(expected),
	);

	test('is asked for by number or address', () => {
		const options = {
			partners: {
				employeeVendor: [
					{ by: 'employee', template: '{employeeId}' },
					{ by: 'employee', template: '{email}' },
				],
			},
		};
		expect(requiredMasterData([post(withEmail, options)], profileOf(options)).employees).toEqual(['1001', 'Ada@Example.com']);
	});

	test('is read from EmployeesInfo', () => {
		const row = { ExternalEmployeeNumber: '1001', eMail: 'a@b.c', LinkedVendor: 'V1' };
		expect(employeeFacts(row)).toEqual({ number: '1001', email: 'a@b.c', linkedVendor: 'V1' });
		expect(employeeFacts({})).toEqual({ number: null, email: null, linkedVendor: null });
	});
});

describe('a vendor', () => {
	const bill = (header: object, vendor: Record<string, unknown> = { vendorName: 'Paper' }) =>
		wrapped(invoice(50, [line('A', 50)], { currencyAlphaCode: 'USD', ...header }, vendor), { docType: 'invoice' });
	const byTaxId = { partners: { vendor: [{ by: 'taxId', template: '{taxId}' }] } };
	const known = company({ accounts: null, partners: [partner('V777', { taxId: 'DE 123.456.789' })] });

	test.each([
		['of the invoice', bill({ vendorTaxId: 'DE123456789' })],
		['of the vendor', bill({}, { vendorName: 'Paper', vendorTaxId: 'DE123456789' })],
		['in the other spelling', bill({}, { vendorName: 'Paper', vendorTaxID: 'DE123456789' })],
	])('is found by the tax ID %s', (_, document) => expect(paidTo(document, byTaxId, known)).toBe('V777'));

	test('may be another partner for every currency', () => {
		const perCurrency = { partners: { vendor: [{ by: 'code', template: '{vendorCode}-{currency}' }] } };
		const both = company({
			accounts: null,
			partners: [partner('V1-USD', { currency: 'USD' }), partner('V1-EUR', { currency: 'EUR' })],
		});
		expect(paidTo(bill({}, { vendorCode: 'V1' }), perCurrency, both)).toBe('V1-USD');
		expect(paidTo(bill({ currencyAlphaCode: 'EUR' }, { vendorCode: 'V1' }), perCurrency, both)).toBe('V1-EUR');
	});
});
