import { COSTING_FIELDS } from '../b1Names';
import type { Posting, PostingLine } from '../posting';
import { reason, type ReviewReason } from '../review';
import { findByCode, isUsableOn, type MasterData } from './masterData';

/** Longest codes B1 takes (Service Layer entity metadata); a longer one cannot exist there. */
const LENGTHS = { account: 15, costCenter: 8, project: 20, taxGroup: 8 };

/** What the checks of one entry share. */
export interface CheckContext {
	posting: Posting;
	masterData: MasterData | null;
	/** Whether an A/P invoice of B1 is made of it, whose fields are those of marketing documents. */
	isInvoice: boolean;
	/** Posting date; null when it is not known, and validity is then not checked. */
	day: string | null;
	/** B1's code of the document's currency. */
	currency: string | null;
	/** What is found of the lines and does not hold them. */
	remarks: ReviewReason[];
}

/** Whether an account may be posted to directly. */
export function accountProblem(code: string, { posting, masterData, day, currency }: CheckContext): ReviewReason | null {
	const place = { field: 'AccountCode', value: code };
	if (code.length > LENGTHS.account)
		return reason('account-not-found', posting, `Account "${code}" is longer than ${LENGTHS.account} characters.`, place);
	if (!masterData?.accounts) return null;
	const account = findByCode(masterData.accounts, code);
	if (!account) return reason('account-not-found', posting, `B1 has no account ${code}.`, place);
	const name = `Account ${code} ${account.name}`;
	if (account.isTitle) return reason('account-title', posting, `${name} is a title account.`, place);
	if (account.isControl) return reason('account-control', posting, `${name} is a control account.`, place);
	if (account.isBlocked) return reason('account-blocked', posting, `${name} is blocked for manual posting.`, place);
	if (day !== null && !isUsableOn(day, account))
		return reason('account-inactive', posting, `${name} is not active on ${day}.`, place);
	if (takesCurrency(account, currency)) return null;
	return reason('account-currency', posting, `${name} is kept in ${account.currency}, the document is in ${currency}.`, place);
}

/** Whether an account or a partner may be posted to in a currency: B1 keeps it in every one (`##`), or in this one. */
export function takesCurrency(kept: { currency: string }, currency: string | null): boolean {
	return currency === null || kept.currency === '' || kept.currency === '##' || kept.currency === currency;
}

/** What is wrong with the cost objects of a line. */
export function costObjectProblems(line: PostingLine, context: CheckContext): ReviewReason[] {
	const { posting, masterData, day } = context;
	const problems = (line.costCenters ?? []).map((code, index) =>
		code === undefined ? null : costCenterProblem(code, index + 1, context),
	);
	if (line.project !== undefined) {
		const place = { field: 'ProjectCode', value: line.project };
		const project = masterData?.projects ? findByCode(masterData.projects, line.project) : undefined;
		if (line.project.length > LENGTHS.project || (masterData?.projects && !project)) {
			problems.push(reason('project-not-found', posting, `B1 has no project "${line.project}".`, place));
		} else if (project && (!project.active || (day !== null && !isUsableOn(day, project)))) {
			problems.push(
				reason(
					'project-inactive',
					posting,
					`Project ${line.project} ${project.name} is not active on ${day ?? 'the posting date'}.`,
					place,
				),
			);
		}
	}
	return problems.filter((problem) => problem !== null);
}

function costCenterProblem(code: string, dimension: number, { posting, masterData, day }: CheckContext): ReviewReason | null {
	const place = { field: COSTING_FIELDS[dimension - 1]!, value: code };
	if (code.length > LENGTHS.costCenter) {
		return reason(
			'cost-center-not-found',
			posting,
			`Cost center "${code}" is longer than ${LENGTHS.costCenter} characters.`,
			place,
		);
	}
	if (!masterData?.distributionRules) return null;
	const rule = findByCode(masterData.distributionRules, code);
	if (!rule) return reason('cost-center-not-found', posting, `B1 has no distribution rule ${code}.`, place);
	if (rule.dimension !== dimension) {
		const finding = `Distribution rule ${code} ${rule.name} belongs to dimension ${rule.dimension}, it is used for dimension ${dimension}.`;
		return reason('cost-center-wrong-dimension', posting, finding, place);
	}
	if (rule.active && (day === null || isUsableOn(day, rule))) return null;
	return reason(
		'cost-center-inactive',
		posting,
		`Distribution rule ${code} ${rule.name} is not active on ${day ?? 'the posting date'}.`,
		place,
	);
}

/** The field of B1 that a tax group goes to: of a journal entry, which takes none of reverse charge, or of an invoice, which does. */
type TaxGroupField = 'TaxGroup' | 'VatGroup';

/** Whether a tax group may be used. */
export function taxGroupProblem(
	code: string,
	{ posting, masterData }: Pick<CheckContext, 'posting' | 'masterData'>,
	field: TaxGroupField,
): ReviewReason | null {
	const place = { field, value: code };
	if (code.length > LENGTHS.taxGroup)
		return reason('tax-group-not-found', posting, `Tax group "${code}" is longer than ${LENGTHS.taxGroup} characters.`, place);
	if (!masterData?.taxGroups) return null;
	const group = findByCode(masterData.taxGroups, code);
	if (!group) return reason('tax-group-not-found', posting, `B1 has no tax group ${code}.`, place);
	const name = `${group.isSalesTaxCode ? 'Sales tax code' : 'Tax group'} ${code} ${group.name}`.trimEnd();
	if (group.inactive) return reason('tax-group-inactive', posting, `${name} is inactive.`, place);
	if (group.isAcquisition && field === 'TaxGroup')
		return reason('reverse-charge', posting, `${name} is one of reverse charge or acquisition: the buyer owes the tax.`, place);
	return group.isOutput ? reason('tax-group-output', posting, `${name} is one of output tax (sales).`, place) : null;
}

/** The B1 branch number of a line; null where the company has none, or with a problem. */
export function branchOf(
	line: Pick<PostingLine, 'branch'>,
	{ posting, masterData }: CheckContext,
): { id: number | null; problem?: ReviewReason } {
	if (line.branch === undefined) {
		if (!masterData?.company.branchesEnabled) return { id: null };
		return { id: null, problem: reason('branch-missing', posting, 'A line has no branch.', { field: 'BPLID' }) };
	}
	const place = { field: 'BPLID', value: line.branch };
	if (!/^\d{1,9}$/.test(line.branch)) {
		return { id: null, problem: reason('branch-not-found', posting, `"${line.branch}" is not a branch number of B1.`, place) };
	}
	const id = Number(line.branch);
	const branch = masterData?.branches?.find((candidate) => candidate.id === id);
	if (masterData?.branches && !branch?.active) {
		const finding = branch ? `Branch ${id} ${branch.name} is disabled.` : `B1 has no branch ${id}.`;
		return { id, problem: reason('branch-not-found', posting, finding, place) };
	}
	return { id };
}

/** Whether B1 knows the document's currency; its own it knows without a list. */
export function currencyProblem(iso: string, { posting, masterData, currency }: CheckContext): ReviewReason | null {
	if (currency === null || currency === masterData?.company.localCurrency) return null;
	if (!masterData?.currencies || masterData.currencies.includes(currency)) return null;
	const name = currency === iso ? iso : `${currency} (${iso} in Concur)`;
	return reason('currency-not-found', posting, `B1 has no currency ${name}.`, { field: 'FCCurrency', value: currency });
}
