import type { Profile } from '../mapping';
import { formatAmount } from '../money';
import type { Assembly } from './assembly';
import type { DocumentTexts } from './documentValue';
import { lineOf } from './line';
import { ruleOf, taxedRow } from './present';
import { roundFlows, type RoundedFlow } from './roundFlows';
import type { PurchaseRow } from './types';

/** Whether the mapping makes B1's own invoices of Concur's. */
export const isPurchase = ({ invoicesBecome }: Pick<Profile, 'invoicesBecome'>): boolean => invoicesBecome !== 'journalEntry';

/**
 * The cost rows of an invoice, for B1's own invoices, which compute their taxes line by line.
 *
 * @returns rows in the order of the document; amounts as decimal text in the document's currency
 */
export function purchaseRows(assembly: Assembly, texts: DocumentTexts): PurchaseRow[] {
	const rows = roundFlows(assembly).filter(({ flow }) => flow.kind === 'expense' || flow.kind === 'rounding');
	return rows.sort((a, b) => a.position - b.position).map((rounded) => purchaseRow(assembly, rounded, texts));
}

function purchaseRow(assembly: Assembly, rounded: RoundedFlow, texts: DocumentTexts): PurchaseRow {
	const { flow, position } = rounded;
	const { decimals, profile, currency } = assembly;
	const { row } = taxedRow(rounded, decimals);
	const { costCenters, project, branch } = flow.costs;
	const line = lineOf(
		{
			role: flow.kind === 'rounding' ? 'rounding' : 'expense',
			amount: row.net,
			taxed: [],
			first: position,
			last: position,
			line: { account: flow.account, costCenters, project, branch },
			sources: [flow.source],
			personal: false,
			rule: ruleOf(flow, 'expense'),
		},
		currency ?? '',
		decimals,
		profile,
		texts,
	);
	return {
		line,
		taxed: row,
		...(flow.shipping === null
			? {}
			: { shipping: { account: flow.shipping.account, amount: formatAmount(rounded.shipping, decimals) } }),
		...(flow.owedTaxCode === undefined ? {} : { owedTaxCode: flow.owedTaxCode }),
		...(flow.goods === undefined ? {} : { goods: flow.goods }),
	};
}
