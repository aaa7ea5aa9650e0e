import { headerOf, leftOutBy } from '../../../nodes/shared/n8n/filters';
import { GivenOut } from '../../../nodes/ConcurFisTrigger/givenOut';
import type { FisItem } from '../../../nodes/shared/concur/types';

const item = (document: FisItem['document'], more: Partial<FisItem> = {}): FisItem => ({
	docId: 'd',
	docType: 'expense',
	docStatus: 'READY',
	companyId: '1',
	entityId: 'e1',
	systemId: '',
	document,
	...more,
});

describe('the header of a document', () => {
	it.each([
		['', 'report'],
		['as the text that Concur sent', 'text'],
	])('is read %s', (_, form) => {
		const document = { report: { isTest: 'Y', ledgerCode: 'SAP', reportSubmitDate: '2026-03-01' } };
		const header = headerOf(item(form === 'text' ? JSON.stringify(document) : document));
		expect(header).toMatchObject({ isTest: true, ledger: 'SAP', approvedAt: '2026-03-01T00:00:00.000Z' });
	});

	it.each(['{broken', '', null])('tells nothing where the document is %j', (document) => {
		expect(headerOf(item(document))).toMatchObject({ approvedAt: null, ledger: null, isTest: false });
	});
});

describe('filters', () => {
	const report = { ledgerCode: 'DEFAULT', isTest: 'N', reportPaymentProcessingDate: '2026-03-02T00:00:00.000Z' };

	it.each([
		[{}, undefined],
		[{ goLiveDate: '2026-03-02T00:00:00.000Z' }, undefined],
		[{ goLiveDate: '2026-03-02T00:00:00.001Z' }, 'Go-Live Date'],
		[{ goLiveDate: '2026-03-02T01:00:00+02:00' }, undefined],
		[{ ledgers: 'sap, default' }, undefined],
		[{ ledgers: 'sap' }, 'Ledgers'],
		[{ companies: '1,2' }, undefined],
		[{ companies: '2' }, 'Company IDs'],
		[{ entities: 'e2' }, 'Entity IDs'],
	])('%j leaves out by %s', (filters, reason) => {
		expect(leftOutBy(filters, item({ report }), 'UTC')).toBe(reason);
	});

	it('leaves test users out unless told so', () => {
		const test = item({ report: { ...report, isTest: 'Y' } });
		expect(leftOutBy({}, test, 'UTC')).toBe('test users');
		expect(leftOutBy({ includeTestUsers: true }, test, 'UTC')).toBeUndefined();
	});

	it('lets no document without a ledger or company into a company of another', () => {
		expect(leftOutBy({ ledgers: 'DEFAULT' }, item({ report: {} }), 'UTC')).toBe('Ledgers');
		expect(leftOutBy({ companies: '1' }, item({ report }, { companyId: null }), 'UTC')).toBe('Company IDs');
	});

	it('loses no document for want of a date', () => {
		expect(leftOutBy({ goLiveDate: '2030-01-01T00:00:00.000Z' }, item({ report: {} }), 'UTC')).toBeUndefined();
	});
});

describe('documents given out lately', () => {
	const minute = 60_000;

	it('are held for a while, longer each time, at most an hour', () => {
		const givenOut = new GivenOut();
		let now = 0;
		const holds: number[] = [];
		for (let times = 0; times < 6; times++) {
			givenOut.note('d', 5 * minute, now);
			let held = 0;
			while (givenOut.isHeld('d', now + held)) held += minute;
			holds.push(held / minute);
			now += held;
		}
		expect(holds).toEqual([5, 10, 20, 40, 60, 60]);
	});

	it('are not held at all when the node says so', () => {
		const givenOut = new GivenOut();
		givenOut.note('d', 0, 0);
		expect(givenOut.isHeld('d', 0)).toBe(false);
	});

	it('are forgotten, oldest first, before they fill the memory', () => {
		const givenOut = new GivenOut();
		for (let index = 0; index <= 20_000; index++) givenOut.note(`d${index}`, minute, 0);
		expect(givenOut.isHeld('d0', 1)).toBe(false);
		expect(givenOut.isHeld('d1', 1)).toBe(true);
		expect(givenOut.isHeld('d20000', 1)).toBe(true);
	});
});
