import type { IDataObject } from 'n8n-workflow';

interface Cost {
	amount: number;
	account?: string | null;
	payee?: string;
	costCenter?: string | null;
	tax?: { amount: number; code: string };
}

interface Report {
	docId: string;
	employeeId?: string;
	currency?: string;
	costs: Cost[];
	/** What the report says it adds up to, where it is not what it does. */
	statedTotal?: number;
	isTest?: boolean;
	processed?: string;
}

/** An expense document of FIS v4 for the demo company, with one entry and one journal row for each cost. */
export function expenseItem({
	docId,
	employeeId = 'E1001',
	currency = 'USD',
	costs,
	statedTotal,
	isTest,
	processed = '2026-03-16',
}: Report): IDataObject {
	const total = costs.reduce((sum, cost) => sum + Math.round(cost.amount * 100), 0) / 100;
	return {
		docId,
		docType: 'expense',
		docStatus: 'READY',
		companyId: 'p0012345',
		entityId: 'p00123456abc',
		systemId: '',
		document: {
			employee: { employeeId, employeeFirstName: 'Anna', employeeLastName: 'Larsen', loginId: 'anna.larsen@harbourpine.example' },
			report: {
				reportId: `REPORT${docId.slice(-4)}`,
				reportNumber: docId.slice(-6).toUpperCase(),
				reportName: 'Trip to Hamburg',
				ledgerCode: 'DEFAULT',
				isTest: isTest ? 'Y' : 'N',
				revisionNumber: '1',
				versionId: '4',
				employeeCurrencyAlphaCode: currency,
				reportPaymentProcessingDate: `${processed}T10:15:00.000Z`,
				reportSubmitDate: '2026-03-12T08:00:00.000Z',
				totalApprovedAmount: statedTotal ?? total,
			},
			expenseEntry: costs.map((cost, index) => entry(cost, index, currency)),
			cashAdvanceApplication: [],
		},
	};
}

function entry(
	{ amount, account = '613000', payee = 'EMPL', costCenter = 'SALES', tax }: Cost,
	index: number,
	currency: string,
): IDataObject {
	const net = tax ? Math.round((amount - tax.amount) * 100) / 100 : amount;
	return {
		entryId: `ENTRY${index + 1}`,
		expenseTypeName: 'Lunch',
		expenseTypeCode: 'LUNCH',
		entryDate: '2026-03-10',
		entryApprovedAmount: amount,
		entryIsPersonal: 'N',
		reportEntryPatKey: payee === 'EMPL' ? 'CASH' : payee,
		entryCurrAlphaCode: currency,
		allocation: [
			{
				allocationId: `ALLOCATION${index + 1}`,
				allocationPercentage: 100,
				allocationCustom4Code: costCenter,
				journal: [
					{
						journalAccountCode: account,
						journalPayer: 'COMP',
						journalPayee: payee,
						amountGross: amount,
						amountNetOfTax: net,
						amountNetOfReclaim: net,
						taxGuid: tax ? ['TAX1'] : [],
					},
				],
				tax: tax ? [{ taxGuid: 'TAX1', amountTax: tax.amount, amountReclaim: tax.amount, taxCode: tax.code }] : [],
			},
		],
	};
}
