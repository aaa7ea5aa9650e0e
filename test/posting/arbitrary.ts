import fc from 'fast-check';

/** Random, sound expense reports: what Concur could send, with every sum in place. Amounts are built in smallest units. */

const text = (units: number, decimals: number): number => Number((units / 10 ** decimals).toFixed(decimals));

interface RandomTax {
	share: number;
	reclaimed: number;
	code: string;
}

interface RandomJournal {
	units: number;
	payee: string;
	account: string;
	taxes: RandomTax[];
}

interface RandomEntry {
	personal: boolean;
	isRefund: boolean;
	journals: RandomJournal[][];
}

export interface RandomReport {
	currency: string;
	entries: RandomEntry[];
	advances: number[];
}

const payee = fc.constantFrom('EMPL', 'CASH', 'IBIP', 'IBCP', 'CBCP', 'COPD');

const tax: fc.Arbitrary<RandomTax> = fc.record({
	share: fc.integer({ min: 1, max: 20 }),
	reclaimed: fc.integer({ min: 0, max: 100 }),
	code: fc.constantFrom('VA', 'VB', 'GST', 'PST'),
});

const journalRow: fc.Arbitrary<RandomJournal> = fc.record({
	units: fc.integer({ min: 1, max: 5_000_000 }),
	payee,
	account: fc.constantFrom('ROOM', 'MEAL', 'TAXI', 'CLR'),
	taxes: fc.oneof(
		{ weight: 2, arbitrary: fc.constant<RandomTax[]>([]) },
		{ weight: 1, arbitrary: fc.array(tax, { maxLength: 3 }) },
	),
});

const entryRow: fc.Arbitrary<RandomEntry> = fc.record({
	personal: fc.boolean(),
	isRefund: fc.boolean(),
	journals: fc.array(fc.array(journalRow, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
});

export const randomReport: fc.Arbitrary<RandomReport> = fc.record({
	currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
	entries: fc.array(entryRow, { minLength: 1, maxLength: 6 }),
	advances: fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 3 }),
});

const DECIMALS: Record<string, number> = { USD: 2, EUR: 2, JPY: 0, KWD: 3 };

/** The FIS document of a random report. */
export function documentOf({ currency, entries, advances }: RandomReport): Record<string, unknown> {
	const decimals = DECIMALS[currency]!;
	let total = 0;
	const expenseEntry = entries.map((entry, index) => {
		const approved = entry.personal
			? 0
			: entry.journals.flat().reduce((sum, { units }) => sum + units, 0) * (entry.isRefund ? -1 : 1);
		total += approved;
		return {
			entryId: `E${index}`,
			expenseTypeName: `Type ${index}`,
			entryApprovedAmount: text(approved, decimals),
			entryIsPersonal: entry.personal ? 'Y' : 'N',
			clearingAccountCode: 'CLR',
			reportEntryPatKey: 'CASH',
			allocation: entry.journals.map((journals, position) => allocationOf(entry, journals, `${index}-${position}`, decimals)),
		};
	});
	return {
		employee: { employeeId: 'EMP1' },
		report: {
			reportId: 'R1',
			isTest: 'N',
			revisionNumber: '1',
			employeeCurrencyAlphaCode: currency,
			totalApprovedAmount: text(total, decimals),
		},
		expenseEntry,
		cashAdvanceApplication: advances.map((units, index) => ({
			cashAdvanceId: `CA${index % 2}`,
			cashAdvanceApplicationAmount: text(units, decimals),
			cashAdvanceClearingAccountCode: 'CADV',
		})),
	};
}

function allocationOf({ personal, isRefund }: RandomEntry, journals: RandomJournal[], id: string, decimals: number) {
	const rows: object[] = [];
	const journal = journals.flatMap((row, index) => {
		const card = ['IBCP', 'CBCP', 'COPD'].includes(row.payee) ? row.payee : 'CBCP';
		const row0 = { taxGuid: [], journalAccountCode: personal ? 'CLR' : row.account };
		const gross = text(row.units, decimals);
		if (personal) {
			return [
				{
					...row0,
					journalPayer: 'COMP',
					journalPayee: card,
					amountGross: gross,
					amountNetOfTax: gross,
					amountNetOfReclaim: gross,
				},
				{
					...row0,
					journalPayer: 'EMPL',
					journalPayee: 'COMP',
					amountGross: -gross,
					amountNetOfTax: -gross,
					amountNetOfReclaim: -gross,
				},
			];
		}
		const sign = isRefund ? -1 : 1;
		const guids: string[] = [];
		let taxUnits = 0;
		let reclaimUnits = 0;
		row.taxes.forEach(({ share, reclaimed, code }, taxIndex) => {
			const amountTax = Math.floor((row.units * share) / 100);
			const amountReclaim = Math.floor((amountTax * reclaimed) / 100);
			taxUnits += amountTax;
			reclaimUnits += amountReclaim;
			guids.push(`${id}-${index}-${taxIndex}`);
			rows.push({
				taxGuid: guids.at(-1),
				taxCode: code,
				amountTax: text(sign * amountTax, decimals),
				amountReclaim: text(sign * amountReclaim, decimals),
			});
		});
		return [
			{
				journalAccountCode: row.account,
				journalPayer: isRefund ? row.payee : 'COMP',
				journalPayee: isRefund ? 'COMP' : row.payee,
				amountGross: sign * gross,
				amountNetOfTax: text(sign * (row.units - (row.account === 'CLR' ? 0 : taxUnits)), decimals),
				amountNetOfReclaim: text(sign * (row.units - (row.account === 'CLR' ? 0 : reclaimUnits)), decimals),
				taxGuid: row.account === 'CLR' ? [] : guids,
			},
		];
	});
	return { allocationId: `A${id}`, allocationCustom4Code: `CC${id.length}`, journal, tax: rows };
}
