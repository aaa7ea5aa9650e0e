import type { FisDocument } from '../../nodes/shared/document';
import { buildPostings } from '../../nodes/shared/posting';
import { readProfile } from '../../nodes/shared/mapping';

const { profile } = readProfile({});

const invoice = (header: object): FisDocument => ({
	docId: 'd'.repeat(32),
	docType: 'invoice',
	docStatus: 'READY',
	companyId: '1',
	entityId: '1',
	document: {
		requestHeader: {
			requestId: 'R1',
			invoiceDate: '2026-03-31',
			paymentDueDate: '2026-04-30',
			submitDate: '2026-04-01T10:00:00Z',
			currencyAlphaCode: 'EUR',
			...header,
		},
		vendor: { vendorCode: 'V1', vendorName: 'Paper Ltd' },
	},
});

const datesHeld = (header: object) =>
	buildPostings(invoice(header), profile)
		.flatMap(({ reasons }) => reasons)
		.filter(({ code }) => code === 'unreadable-date')
		.map(({ field, value }) => ({ field, value }));

describe('a date of a document that cannot be read without guessing', () => {
	const written = ['31.03.2026', '2026-02-30', '03/04/2026', '12/31/2026', '25/12/2026', '2026', '20261301', 'soon'];

	it.each(['invoiceDate', 'paymentDueDate', 'postingDate', 'processCompleteDate', 'submitDate'])(
		'%s is a review reason',
		(field) => {
			for (const value of written) expect(datesHeld({ [field]: value })).toEqual([{ field, value }]);
		},
	);

	it('is never one that is absent, or has one reading', () => {
		for (const value of [undefined, null, '', '2026-03-31', '20260331', '2026-03-31T10:00:00.000Z', '08/08/2018'])
			expect(datesHeld({ invoiceDate: value })).toEqual([]);
	});
});
