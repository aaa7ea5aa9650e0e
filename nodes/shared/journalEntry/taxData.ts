import type { Profile } from '../mapping';
import { Decimal, decimalsOf, formatAmount, roundTo } from '../money';
import { baseOf, hasAmount, sideOf, type Posting, type PostingLine, type TaxTerms } from '../posting';
import { keptDecimals } from './currencies';
import { findByCode, rateOn, type MasterData, type TaxGroupFacts } from './masterData';

/** What the tax data of an entry depend on besides its posting. */
export interface TaxContext {
	masterData: MasterData | null;
	/** Day whose tax rates count. */
	day: string | null;
	/** Local currency where the document is in another, with its rate to it where that is known. */
	local: { decimals: number; rate: Decimal | null } | null;
}

/**
 * The lines of a posting with their tax bases, worked out anew by B1's own rates where B1 was asked, and with a tax line of nought
 * for every 0 % tax: B1's tax report reads bases from tax lines only.
 */
export function withTaxData(posting: Posting, profile: Profile, context: TaxContext): PostingLine[] {
	const own = posting.draftLines ?? posting.lines;
	const groups = context.masterData?.taxGroups ?? null;
	const fallback = own.find(({ role }) => role === 'expense')?.account;
	const zeroLine = (line: PostingLine): PostingLine => {
		const hasAccount = line.account !== undefined || groupOf(groups, line.taxCode)?.taxAccount;
		return hasAccount ? line : { ...line, account: fallback };
	};
	const isMissing = ({ taxCode, taxBase }: PostingLine) =>
		taxBase === undefined || groupOf(groups, taxCode)?.isSalesTaxCode === true;
	const lines: PostingLine[] = [];
	const zeroLines: PostingLine[] = [];
	for (const line of [...own, ...(posting.unratedTaxes ?? [])]) {
		const based = line.taxBase === undefined && line.taxed === undefined ? line : withBase(line, profile, context);
		if (hasAmount(based)) lines.push(based);
		else if (!isMissing(based)) zeroLines.push(zeroLine(based));
		if (hasAmount(based) && based.role === 'expense' && based.taxCode !== undefined && !isMissing(based))
			zeroLines.push(zeroLine(zeroTaxOf(based, profile)));
	}
	if (zeroLines.length === 0) return lines;
	const costs = lines.findIndex(({ role }) => role !== 'expense' && role !== 'shipping' && role !== 'deductibleVat');
	const place = costs === -1 ? lines.length : costs;
	return [...lines.slice(0, place), ...zeroLines, ...lines.slice(place)];
}

const groupOf = (groups: readonly TaxGroupFacts[] | null, code: string | undefined): TaxGroupFacts | undefined =>
	groups === null || code === undefined ? undefined : findByCode(groups, code);

/** Rates and deductibility of taxes on a day: B1's own where it was asked, else the mapping's. */
export function dayTerms(groups: readonly TaxGroupFacts[] | null, day: string | null): TaxTerms {
	return (part) => {
		const group = groupOf(groups, part.code);
		const rate = group && rateOn(group, day);
		const partlyDeductible = part.partlyDeductible || group?.isPartlyDeductible === true;
		return { rate: rate ? new Decimal(rate) : part.rate, partlyDeductible };
	};
}

function withBase(line: PostingLine, profile: Profile, { masterData, day, local }: TaxContext): PostingLine {
	const groups = masterData?.taxGroups ?? null;
	const terms = dayTerms(groups, day);
	const based: PostingLine = { ...line };
	delete based.taxBase;
	// Where B1 is not asked, the rate of the document is the best that is known.
	if (masterData !== null) delete based.taxBaseLocal;
	const decimals = keptDecimals(line.currency, { profile, masterData });
	const shares = line.taxed?.map(({ row, index }) => ({ row: { ...row, decimals }, index }));
	const base = shares ? baseOf(shares, terms) : new Decimal(line.taxBase!);
	if (base === null || base.isZero() || (line.taxed && !hasAmount(line) && !isOfZeroRate(line, terms))) return based;
	based.taxBase = formatAmount(base.abs(), decimals);
	if (line.taxed && !hasAmount(line)) {
		delete based.debit;
		delete based.credit;
		Object.assign(based, sideOf(base, (line.debit ?? line.credit)!));
	}
	if (local?.rate) {
		based.taxBaseLocal = formatAmount(roundTo(base.abs().times(local.rate), local.decimals), local.decimals);
	}
	return based;
}

const isOfZeroRate = ({ taxed = [] }: PostingLine, terms: TaxTerms): boolean =>
	taxed.every(({ row, index }) => terms(row.taxes[index]!).rate?.isZero() === true);

/** The tax line of a cost that carries a 0 % code itself. */
function zeroTaxOf(cost: PostingLine, { taxCodes }: Profile): PostingLine {
	const { taxCode, taxBase, taxBaseLocal, branch, currency, memo, sources } = cost;
	const nought = formatAmount(new Decimal(0), decimalsOf(currency));
	const account = Object.values(taxCodes ?? {}).find(({ code }) => code === taxCode)?.account ?? undefined;
	const side = cost.debit === undefined ? { credit: nought } : { debit: nought };
	const rule = 'base of a 0 % tax code';
	return { role: 'deductibleVat', account, taxCode, taxBase, taxBaseLocal, branch, ...side, currency, memo, rule, sources };
}
