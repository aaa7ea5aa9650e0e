/** Custom and organization fields of FIS documents: there are dozens on every level, and most of them are empty. */
function emptyFields(prefix: string, count: number): Record<string, null> {
	const fields: Record<string, null> = {};
	for (let index = 1; index <= count; index++) {
		fields[`${prefix}${index}Code`] = null;
		fields[`${prefix}${index}Value`] = null;
	}
	return fields;
}

/** An expense report as FIS delivers it, with tax on every third entry and a card on every second. */
export function reportOf(entries: number): object {
	const expenseEntry = Array.from({ length: entries }, (_, index) => entryOf(index));
	const total = expenseEntry.reduce((cents, { entryApprovedAmount }) => cents + Math.round(entryApprovedAmount * 100), 0) / 100;
	return {
		id: '0123456789abcdef0123456789abcdef',
		docType: 'expense',
		docStatus: 'READY',
		companyId: '821599',
		entityId: 't0000000bench',
		document: {
			employee: {
				employeeId: '1017001',
				employeeFirstName: 'Sample',
				employeeLastName: 'Employee',
				...emptyFields('employeeCustom', 21),
			},
			report: {
				reportId: '815EF4FB5B4448A9B09E',
				reportKey: 5183,
				reportName: 'Bench',
				ledgerCode: 'DEFAULT',
				isTest: 'N',
				revisionNumber: '1',
				employeeCurrencyAlphaCode: 'EUR',
				homeCountryCode: 'DE',
				totalApprovedAmount: total,
				reportSubmitDate: '2024-06-05T23:37:20.303Z',
				reportPaymentProcessingDate: '2024-06-05T23:37:20.590Z',
				...emptyFields('reportCustom', 20),
				...emptyFields('reportOrgUnit', 6),
			},
			expenseEntry,
			cashAdvanceApplication: [],
		},
	};
}

function entryOf(index: number) {
	const gross = (1000 + ((index * 7919) % 90000)) / 100;
	const hasTax = index % 3 === 0;
	const tax = hasTax ? Math.round(gross * 15.97) / 100 : 0;
	const net = Math.round((gross - tax) * 100) / 100;
	const guid = `T${index}`;
	return {
		entryId: `E${String(index).padStart(31, '0')}`,
		expenseTypeCode: 'LODNG',
		expenseTypeName: 'Room Rate',
		entryDate: '2024-06-03T00:00:00.000Z',
		entryApprovedAmount: gross,
		entryIsPersonal: 'N',
		entryCurrAlphaCode: 'EUR',
		entryExchangeRate: 1,
		entryExchangeRateDirection: 'M',
		entryCountryCode: 'DE',
		reportEntryTransactionAmount: gross,
		reportEntryPatKey: index % 2 ? 'CASH' : '1000',
		expensePayIndicator: 'N',
		clearingAccountCode: null,
		...emptyFields('entryCustom', 40),
		...emptyFields('entryOrgUnit', 6),
		allocation: [
			{
				allocationId: `A${String(index).padStart(31, '0')}`,
				allocationPercentage: 100,
				...emptyFields('allocationCustom', 20),
				allocationCustom4Code: `CC${index % 5}`,
				journal: [
					{
						journalAccountCode: `4742${index % 10}`,
						journalPayer: 'COMP',
						journalPayee: index % 2 ? 'EMPL' : 'CBCP',
						amountGross: gross,
						amountNetOfTax: net,
						amountNetOfReclaim: net,
						amountGrossCard: null,
						taxGuid: hasTax ? [guid] : [],
					},
				],
				tax: hasTax
					? [{ taxGuid: guid, amountTax: tax, amountReclaim: tax, taxReclaimCode: 'VA', locationCountryCode: 'DE' }]
					: [],
			},
		],
	};
}
