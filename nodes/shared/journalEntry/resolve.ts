import type { Profile } from '../mapping';
import { costObjectsOf, type LocalAmounts, type PostingLine } from '../posting';
import { reason, type ReviewReason } from '../review';
import { accountProblem, branchOf, costObjectProblems, taxGroupProblem, type CheckContext } from './checks';
import { missingCostObjects } from './demandedCosts';
import type { EntryLine } from './entryLine';
import { findByCode, serviceLayerAccount, type MasterData } from './masterData';
import { lineFields } from './userFields';
import { findPartner, isPartnerLine, ofPartyOrRole, partnerProblem, roleAccountOf } from './partners';

/** The line of the entry that a line of the posting becomes; what is wrong with it is added to the reasons. */
export function resolveLine(line: PostingLine, profile: Profile, check: CheckContext, reasons: ReviewReason[]): EntryLine {
	const { posting, masterData } = check;
	const isTaxed = line.taxCode !== undefined && line.role !== 'nonDeductibleVat';
	const group = isTaxed && masterData?.taxGroups ? findByCode(masterData.taxGroups, line.taxCode!) : undefined;
	const branch = branchOf(line, check);
	const hold = (problem: ReviewReason | null | undefined) => {
		if (problem) reasons.push(problem);
	};
	// An entry's own id is a number that no person has ever seen.
	const reference = posting.names.vendorInvoiceNumber ?? posting.reference ?? undefined;
	const resolved: EntryLine = { ...line, partner: undefined, branchId: branch.id ?? undefined, reference };
	if (isTaxed && group?.isSalesTaxCode !== true) resolved.taxGroup = line.taxCode;
	hold(branch.problem);
	resolved.userFields = lineFields(line, check, reasons);
	costObjectProblems(line, check).forEach(hold);
	if (isTaxed) hold(taxGroupProblem(line.taxCode!, check, 'TaxGroup'));
	if (isPartnerLine(line, profile)) {
		hold(resolvePartner(line, resolved, profile, check));
		return resolved;
	}
	resolved.purchaseOrder = line.sources[0]?.purchaseOrder;
	hold(resolveAccount(line, resolved, profile, check));
	if (resolved.account !== undefined) {
		const missing = missingCostObjects(line, resolved.account, profile, check);
		missing.reasons.forEach(hold);
		check.remarks.push(...missing.warnings);
	}
	return resolved;
}

function resolvePartner(
	line: PostingLine,
	resolved: EntryLine,
	profile: Profile,
	{ posting, masterData, day, currency }: CheckContext,
): ReviewReason | null {
	const found = findPartner(line, posting, profile, masterData);
	if (!('rule' in found)) return found;
	resolved.partner = found.code;
	if (found.name !== null) resolved.partnerName = found.name;
	resolved.rule = found.rule;
	const control = ofPartyOrRole(line, profile.controlAccounts);
	if (control) resolved.controlAccount = serviceLayerAccount(control, masterData);
	return partnerProblem(found.code, posting, day, currency, masterData);
}

function resolveAccount(line: PostingLine, resolved: EntryLine, profile: Profile, check: CheckContext): ReviewReason | null {
	const { masterData, posting } = check;
	const ofTaxGroup =
		line.role === 'deductibleVat' && masterData?.taxGroups
			? findByCode(masterData.taxGroups, line.taxCode ?? '')?.taxAccount
			: undefined;
	const account = line.account ?? roleAccountOf(line, profile) ?? ofTaxGroup;
	if (!account) {
		const isGroup = resolved.taxGroup !== undefined || line.taxCode === undefined;
		const finding = isGroup
			? `Tax code ${line.taxCode ?? ''} has no tax account.`
			: `B1 has no tax group ${line.taxCode}, only a sales tax code, which names no account for a journal entry.`;
		return reason('missing-tax-account', posting, finding, { field: 'taxCode', value: line.taxCode });
	}
	setAccount(resolved, account, masterData);
	if (line.account === undefined)
		resolved.rule = ofTaxGroup === account ? `tax account of ${line.taxCode}` : `account for ${line.role}`;
	// The tax account comes from B1 itself and was not part of the look-up.
	return line.account === undefined && ofTaxGroup === account ? null : accountProblem(account, check);
}

function setAccount(line: EntryLine, account: string, masterData: MasterData | null): void {
	line.account = account;
	const known = masterData?.accounts ? findByCode(masterData.accounts, account) : undefined;
	if (known === undefined) return;
	line.accountName = known.name;
	if (known.internalCode !== undefined) line.internalAccount = known.internalCode;
}

/** The line that takes a rounding difference, in the company's currency only, beside the line whose branch it shares. */
export function roundingLine(
	difference: NonNullable<LocalAmounts['rounding']>,
	beside: EntryLine,
	localCurrency: string,
	{ roundingAccount, lineDefaults }: Profile,
	masterData: MasterData | null,
): EntryLine {
	const line: EntryLine = {
		role: 'rounding',
		...difference,
		...(lineDefaults.rounding && costObjectsOf(lineDefaults.rounding)),
		branchId: beside.branchId,
		currency: localCurrency,
		memo: 'Rounding difference',
		rule: 'rounding account',
		sources: [],
	};
	setAccount(line, roundingAccount!, masterData);
	return line;
}
