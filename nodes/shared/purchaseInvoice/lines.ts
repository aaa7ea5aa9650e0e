import { COSTING_FIELDS } from '../b1Names';
import { cut, type Profile } from '../mapping';
import { formatAmount, toJsonNumber, type Decimal } from '../money';
import { fieldValues, findByCode, serviceLayerAccount, type MasterData } from '../journalEntry';
import type { Posting } from '../posting';
import type { Base } from './bases';
import type { Piece } from './pieces';
import type { Supplies } from './supplies';

/** A line of a document of services or items; the amount is local or, in a foreign document, of its currency. */
export interface PurchaseLine extends Partial<Record<(typeof COSTING_FIELDS)[number], string>> {
	AccountCode?: string;
	ItemCode?: string;
	Quantity?: number;
	UnitPrice?: number;
	BaseType?: 20 | 22;
	BaseEntry?: number;
	BaseLine?: number;
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
	supplies: Pick<Supplies, 'supplies' | 'bases'>;
}

/** A piece of an invoice as a line of B1's document. */
export function lineOf(piece: Piece, context: LineContext): PurchaseLine {
	const { row, account, net, taxCode } = piece;
	const { line } = row;
	const amount = toJsonNumber(formatAmount(net.times(context.sign), context.decimals))!;
	const supply = context.supplies.supplies.get(piece);
	const result: PurchaseLine = {};
	if (!supply?.isStock) result.AccountCode = account === undefined ? '' : serviceLayerAccount(account, context.masterData);
	if (line.memo) result.ItemDescription = cut(line.memo, DESCRIPTION_LENGTH);
	if (supply) Object.assign(result, { ItemCode: supply.item, Quantity: jsonNumber(supply.quantity) });
	if (supply?.price) result.UnitPrice = jsonNumber(supply.price);
	else result[context.isForeign ? 'RowTotalFC' : 'LineTotal'] = amount;
	const base = context.supplies.bases.get(piece);
	if (base) Object.assign(result, linkTo(base));
	Object.assign(result, taxCodeField(taxCode, context));
	(line.costCenters ?? []).forEach((costCenter, index) => {
		if (costCenter !== undefined) result[COSTING_FIELDS[index]!] = costCenter;
	});
	if (line.project !== undefined) result.ProjectCode = line.project;
	// What is wrong with them was found when the journal entry was built.
	return { ...result, ...fieldValues(line.userFields, 'PCH1', context, []) };
}

const jsonNumber = (value: Decimal): number => toJsonNumber(value.toFixed())!;

/** Object codes of B1 (`BoObjectTypes`). */
const BASE_TYPES = { order: 22, receipt: 20 } as const;

const linkTo = ({ document, line }: Base): Pick<PurchaseLine, 'BaseType' | 'BaseEntry' | 'BaseLine'> => ({
	BaseType: BASE_TYPES[document.kind],
	BaseEntry: document.entry,
	BaseLine: line.line,
});

/** The tax code of a line, else that of lines without tax. */
export function taxCodeField(taxCode: string | undefined, context: LineContext): { VatGroup?: string; TaxCode?: string } {
	const code = taxCode ?? context.profile.invoiceTaxGroup ?? undefined;
	if (code === undefined) return {};
	return isSalesTaxCode(code, context) ? { TaxCode: code } : { VatGroup: code };
}

/** Countries without tax groups have tax codes, in a field of their own. */
function isSalesTaxCode(code: string, { masterData }: LineContext): boolean {
	return masterData?.taxGroups ? findByCode(masterData.taxGroups, code)?.isSalesTaxCode === true : false;
}
