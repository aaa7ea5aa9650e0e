import type { Profile } from '../mapping';
import type { PostingLine } from '../posting';
import { reason, type ReviewReason } from '../review';
import { accountProblem, branchOf, costObjectProblems, taxGroupProblem, type CheckContext } from './checks';
import { missingCostObjects } from './demandedCosts';
import { findByCode } from './masterData';
import { findPartner, isPartnerLine, partnerProblem, roleAccountOf } from './partners';

/** A posting line with the account or partner it is posted to. */
export interface ResolvedLine {
	line: PostingLine;
	account?: string;
	accountName?: string;
	partner?: string;
	partnerName?: string;
	taxGroup?: string;
	branchId: number | null;
	/** Where it is another one than the entry's. */
	dueDate?: string;
	rule: string;
}

/** Finds account or partner, tax group and branch of a line; what is wrong with them is added to the reasons. */
export function resolveLine(line: PostingLine, profile: Profile, check: CheckContext, reasons: ReviewReason[]): ResolvedLine {
	const isTaxed = line.taxCode !== undefined && line.role !== 'nonDeductibleVat';
	const group = isTaxed && check.masterData?.taxGroups ? findByCode(check.masterData.taxGroups, line.taxCode!) : undefined;
	const hasTaxGroup = isTaxed && group?.isSalesTaxCode !== true;
	const branch = branchOf(line, check);
	const resolved: ResolvedLine = { line, branchId: branch.id, rule: line.rule };
	if (hasTaxGroup) resolved.taxGroup = line.taxCode;
	const hold = (problem: ReviewReason | null | undefined) => {
		if (problem) reasons.push(problem);
	};
	hold(branch.problem);
	costObjectProblems(line, check).forEach(hold);
	if (isTaxed) hold(taxGroupProblem(line.taxCode!, check));
	hold(isPartnerLine(line, profile) ? resolvePartner(resolved, profile, check) : resolveAccount(resolved, profile, check));
	if (resolved.account !== undefined) {
		const missing = missingCostObjects(line, resolved.account, profile, check);
		missing.reasons.forEach(hold);
		check.remarks.push(...missing.warnings);
	}
	return resolved;
}

function resolvePartner(
	resolved: ResolvedLine,
	profile: Profile,
	{ posting, masterData, day, currency }: CheckContext,
): ReviewReason | null {
	const found = findPartner(resolved.line, posting, profile, masterData);
	if (!('rule' in found)) return found;
	resolved.partner = found.code;
	if (found.name !== null) resolved.partnerName = found.name;
	resolved.rule = found.rule;
	return partnerProblem(found.code, posting, day, currency, masterData);
}

function resolveAccount(resolved: ResolvedLine, profile: Profile, check: CheckContext): ReviewReason | null {
	const { line } = resolved;
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
	resolved.account = account;
	if (line.account === undefined)
		resolved.rule = ofTaxGroup === account ? `tax account of ${line.taxCode}` : `account for ${line.role}`;
	const known = masterData?.accounts ? findByCode(masterData.accounts, account) : undefined;
	if (known) resolved.accountName = known.name;
	// The tax account comes from B1 itself and was not part of the look-up.
	return line.account === undefined && ofTaxGroup === account ? null : accountProblem(account, check);
}
