import type { UseCase } from './useCase';
import { costs } from './useCaseCosts';
import { advancesAndCards } from './useCasePayees';

export type { UseCase } from './useCase';

const invoice: UseCase = {
	id: 'INV',
	title: 'Invoice with tax and header shipping',
	document: {
		requestHeader: {
			requestId: 'Q1',
			reqKey: 35,
			currencyAlphaCode: 'EUR',
			requestTotal: 128,
			amountShippingTotal: 9,
			invoiceDate: '2024-08-25',
			vendorInvoiceNumber: 'INV-7',
		},
		vendor: { vendorCode: 'V100', vendorName: 'Paper Ltd' },
		lineItem: [
			{
				lineItemSequenceOrder: 1,
				lineItemDescription: 'Paper',
				allocation: [
					{ journal: { accountCode: 'MATER', amountNet: 100, amountGross: 119, tax: [{ amountTax: 19, taxCode: 'V1' }] } },
				],
			},
		],
	},
};

/** Every use case of expense integration, and an invoice. */
export const useCases: UseCase[] = [...costs, ...advancesAndCards, invoice];
