/** Fields of the company's own on A/P invoices: written, read back and compared. */
import { setUpPostingRegister, type PostingInput } from '../../nodes/shared/business-one';
import { comparePurchase } from '../../nodes/shared/business-one/posting/purchases';
import type { Connection } from './connection';
import { postOne, PostingSandbox } from './postingSandbox';

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
	connection = b1.connect('v2');
	await setUpPostingRegister(connection.serviceLayer, true);
	const field = (TableName: string, Name: string, Type: string) => ({ TableName, Name, Type, EditSize: 10 });
	const userFields = [field('OPCH', 'Trip', 'db_Alpha'), field('OPCH', 'Day', 'db_Date'), field('PCH1', 'Count', 'db_Numeric')];
	await b1.control('post', 'master-data', { userFields });
});

afterAll(async () => {
	connection.close();
	await b1.stop();
});

function invoiceWith(fields: object, lineFields: object): PostingInput {
	const document = {
		CardCode: 'V20010',
		DocType: 'dDocument_Service',
		DocDate: '2026-11-24',
		DocDueDate: '2026-12-24',
		TaxDate: '2026-11-24',
		NumAtCard: 'R-1',
		...fields,
		DocumentLines: [
			{ AccountCode: '616000', LineTotal: 100, VatGroup: 'V1', CostingCode: 'ADMIN', ...lineFields },
			{ AccountCode: '620000', LineTotal: 10, ...lineFields },
		],
	};
	return {
		postingKey: `412077:${'1'.padStart(32, 'f')}`,
		contentHash: '1'.padStart(64, 'a'),
		reportId: 'REQUEST1',
		docType: 'invoice',
		journalEntry: {},
		purchase: { set: 'PurchaseInvoices', document, total: '129.00', tax: '19.00' },
	};
}

test('stand in the document, and are what was sent', async () => {
	const input = invoiceWith({ U_Trip: 'BERN', U_Day: '2026-11-24' }, { U_Count: 7 });
	expect(await postOne(connection, input)).toMatchObject({ outcome: 'posted' });
	const { body } = await connection.serviceLayer.get('PurchaseInvoices?$orderby=DocEntry desc&$top=1');
	const [stored] = (body as { value: Record<string, unknown>[] }).value;
	expect(stored).toMatchObject({ U_Trip: 'BERN', DocumentLines: [{ U_Count: 7 }, { U_Count: 7 }] });
	expect(await postOne(connection, input)).toMatchObject({ outcome: 'alreadyPosted' });
});

test.each([
	['on the header', { U_Trip: 'GENF' }, {}, 'U_Trip'],
	['on a line', {}, { U_Count: 8 }, 'U_Count'],
])('are missed where B1 has others: %s', (_where, fields, lineFields, field) => {
	const found = { ...invoiceWith({ U_Trip: 'BERN' }, { U_Count: 7 }).purchase!.document, DocTotal: 129, VatSum: 19 };
	const { purchase } = invoiceWith({ U_Trip: 'BERN', ...fields }, { U_Count: 7, ...lineFields });
	expect(new Set(comparePurchase(purchase!, found as never).map((one) => one.field))).toEqual(new Set([field]));
});
