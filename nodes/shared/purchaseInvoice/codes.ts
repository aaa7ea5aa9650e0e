import { taxGroupProblem, type MasterData } from '../journalEntry';
import type { Profile } from '../mapping';
import type { Posting } from '../posting';
import { withoutRepeats, type ReviewReason } from '../review';
import type { Piece } from './pieces';

/** What is wrong with the tax codes of an invoice's lines; groups of reverse charge and acquisition are right on B1's own invoices. */
export function codeProblems(
	pieces: readonly Piece[],
	posting: Posting,
	{ invoiceTaxGroup }: Profile,
	masterData: MasterData | null,
): ReviewReason[] {
	if (!masterData?.taxGroups) return [];
	const codes = pieces.map(({ taxCode }) => taxCode ?? invoiceTaxGroup).filter((code) => code !== null);
	const problems = codes.map((code) => taxGroupProblem(code, { posting, masterData }, 'VatGroup'));
	return withoutRepeats(problems.filter((problem) => problem !== null));
}
