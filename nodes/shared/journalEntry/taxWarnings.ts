import { exceedsRate, type Posting, type TaxTerms } from '../posting';
import { warning, type ReviewReason } from '../review';
import type { EntryLine } from './entryLine';

/** What a person should know of the taxes of an entry before B1's tax report shows it. */
export function taxWarnings(lines: readonly EntryLine[], posting: Posting, terms: TaxTerms): ReviewReason[] {
	return lines.flatMap((line) => [...aboveRate(line, posting, terms), ...withoutLocalBase(line, posting)]);
}

/** A tax that its net amount does not bear at its rate: its base in the tax report is more than was spent. */
function aboveRate({ taxed = [], taxCode = '' }: EntryLine, posting: Posting, terms: TaxTerms): ReviewReason[] {
	return taxed
		.filter((share) => exceedsRate(share, terms))
		.map(({ row, index }) => {
			const part = row.taxes[index]!;
			const rate = terms(part).rate!;
			const base = part.tax.times(100).dividedBy(rate).abs().toFixed(row.decimals);
			const message = `Tax ${taxCode} of ${part.tax.abs().toFixed()} is more than ${rate.toFixed()} % of the net amount of ${row.net.abs().toFixed()}: its base would be ${base}. Check the tax in Concur, or the rate of the tax code.`;
			return warning('tax-above-rate', posting, message, { field: 'taxCode', value: taxCode });
		});
}

/** B1 keeps the bases of its tax report in the company's currency only. */
function withoutLocalBase(line: EntryLine, posting: Posting): ReviewReason[] {
	const { foreignCurrency, taxGroup, taxBase, taxBaseLocal, currency } = line;
	const isMissing =
		foreignCurrency !== undefined && taxGroup !== undefined && taxBase !== undefined && taxBaseLocal === undefined;
	if (!isMissing || line.role !== 'deductibleVat') return [];
	const message = `The base of tax ${taxGroup} is ${taxBase} ${currency}, and no rate to the company's currency is known: B1's tax report lacks it. Enter the rate of the day in B1, and check against B1.`;
	return [warning('tax-base-without-rate', posting, message, { field: 'TaxGroup', value: taxGroup })];
}
