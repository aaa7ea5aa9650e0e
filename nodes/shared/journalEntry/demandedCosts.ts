import type { Profile } from '../mapping';
import type { PostingLine } from '../posting';
import { reason, warning, type ReviewReason } from '../review';
import type { CheckContext } from './checks';
import { findByCode } from './masterData';

/**
 * What an account that is relevant to cost accounting lacks on a line: a distribution rule of a dimension, or a project. Whether B1
 * blocks such a line, only its own settings know; the mapping says whether it is held or remarked.
 */
export function missingCostObjects(
	line: PostingLine,
	account: string,
	{ missingCostObjects: policy }: Profile,
	{ posting, masterData }: CheckContext,
): { reasons: ReviewReason[]; warnings: ReviewReason[] } {
	const facts = masterData?.accounts ? findByCode(masterData.accounts, account) : undefined;
	const dimensions = (facts?.relevantDimensions ?? []).filter((dimension) => !line.costCenters?.[dimension - 1]);
	const missing = dimensions.map((dimension) => `a distribution rule of dimension ${dimension}`);
	if (facts?.isProjectRelevant && line.project === undefined) missing.push('a project');
	if (missing.length === 0) return { reasons: [], warnings: [] };
	const finding = `Account ${account} ${facts!.name} is relevant to cost accounting, and its line has no ${missing.join(' and no ').replace(/\ba /g, '')}.`;
	const place = { field: 'AccountCode', value: account };
	return policy === 'review'
		? { reasons: [reason('cost-object-missing', posting, finding, place)], warnings: [] }
		: { reasons: [], warnings: [warning('cost-object-missing', posting, finding, place)] };
}
