import { findByCode, type MasterData } from '../journalEntry';
import type { Profile } from '../mapping';
import type { Posting } from '../posting';
import { reason, withoutRepeats, type ReviewReason } from '../review';
import type { Piece } from './pieces';

/** What is wrong with the tax codes of an invoice's lines; groups of reverse charge and acquisition are right on B1's own invoices. */
export function codeProblems(
	pieces: readonly Piece[],
	posting: Posting,
	{ invoiceTaxGroup }: Profile,
	masterData: MasterData | null,
): ReviewReason[] {
	const groups = masterData?.taxGroups;
	if (!groups) return [];
	const codes = pieces.map(({ taxCode }) => taxCode ?? invoiceTaxGroup).filter((code) => code !== null);
	const problems = codes.map((code) => {
		const place = { field: 'VatGroup', value: code };
		const group = findByCode(groups, code);
		if (!group) return reason('tax-group-not-found', posting, `B1 has no tax group ${code}.`, place);
		if (group.inactive) return reason('tax-group-inactive', posting, `Tax group ${code} ${group.name} is inactive.`, place);
		if (group.isOutput)
			return reason('tax-group-output', posting, `Tax group ${code} ${group.name} is one of output tax (sales).`, place);
		return null;
	});
	return withoutRepeats(problems.filter((problem) => problem !== null));
}
