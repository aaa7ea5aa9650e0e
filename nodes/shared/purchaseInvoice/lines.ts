import { COSTING_FIELDS } from '../b1Names';
import { cut, type Profile } from '../mapping';
import { formatAmount, toJsonNumber } from '../money';
import { fieldValues, findByCode, serviceLayerAccount, type MasterData } from '../journalEntry';
import type { Posting } from '../posting';
import type { Piece } from './pieces';

/** A line of a service document; the amount is local or, in a foreign document, of its currency. */
export interface PurchaseLine extends Partial<Record<(typeof COSTING_FIELDS)[number], string>> {
	AccountCode: string;
	ItemDescription?: string;
	LineTotal?: number;
	RowTotalFC?: number;
	VatGroup?: string;
	TaxCode?: string;
	ProjectCode?: string;
}

/** Longest description of a document line (B1's PCH1.Dscription in older versions). */
const DESCRIPTION_LENGTH = 100;

export interface LineContext {
	posting: Posting;
	profile: Profile;
	masterData: MasterData | null;
	isForeign: boolean;
	/** 1, or -1 for a credit note, whose amounts are positive in B1. */
	sign: 1 | -1;
	decimals: number;
}

/** A piece of an invoice as a line of B1's document. */
export function lineOf({ row, account, net, taxCode }: Piece, context: LineContext): PurchaseLine {
	const { line } = row;
	const amount = toJsonNumber(formatAmount(net.times(context.sign), context.decimals))!;
	const result: PurchaseLine = { AccountCode: account === undefined ? '' : serviceLayerAccount(account, context.masterData) };
	if (line.memo) result.ItemDescription = cut(line.memo, DESCRIPTION_LENGTH);
	result[context.isForeign ? 'RowTotalFC' : 'LineTotal'] = amount;
	const code = taxCode ?? context.profile.invoiceTaxGroup ?? undefined;
	if (code !== undefined) result[isSalesTaxCode(code, context) ? 'TaxCode' : 'VatGroup'] = code;
	(line.costCenters ?? []).forEach((costCenter, index) => {
		if (costCenter !== undefined) result[COSTING_FIELDS[index]!] = costCenter;
	});
	if (line.project !== undefined) result.ProjectCode = line.project;
	// What is wrong with them was found when the journal entry was built.
	return { ...result, ...fieldValues(line.userFields, 'PCH1', context, []) };
}

/** Countries without tax groups have tax codes, in a field of their own. */
function isSalesTaxCode(code: string, { masterData }: LineContext): boolean {
	return masterData?.taxGroups ? findByCode(masterData.taxGroups, code)?.isSalesTaxCode === true : false;
}
