import { readDocuments } from '../../nodes/shared/document';
import { recordText } from '../../nodes/shared/journalEntry';
import { readProfile } from '../../nodes/shared/mapping';
import { buildPosting, type Posting } from '../../nodes/shared/posting';
import { useCases, type UseCase } from '../../test/posting/useCaseDocuments';

const INTRODUCTION = `# Use cases

Every use case of expense, card, cash advance and invoice integration with the entry that is posted for it. One rule makes them all:
each journal row of a document goes from a payer to a payee, one of which is the company; the account is debited by the signed amount,
the other side credited. Where a published description contradicts its own document, the document is followed, and the case says so.

Accounts and codes are those of small sample documents. This page is written by \`scripts/use-cases.ts\` from the documents of the tests.
`;

/** The page docs/use-cases.md: one section a use case, with its posting record. */
export function useCasesPage(): string {
	return [INTRODUCTION, ...useCases.map(section)].join('\n');
}

function section(useCase: UseCase): string {
	const { id, title, note, profile } = useCase;
	const posting = postingOf(useCase);
	const record = recordText(posting.lines, posting.currency ?? '');
	const knobs = profile ? [`Mapping: \`${JSON.stringify(profile)}\``, ''] : [];
	return [`## ${id} ${title}`, '', ...(note ? [note, ''] : []), ...knobs, '```', record, '```', ''].join('\n');
}

/** @throws Error when a case is not ready to post, since the page would then show an entry that nobody gets */
export function postingOf({ id, document, profile }: UseCase): Posting {
	const { profile: mapping, problems } = readProfile(profile);
	const posting = buildPosting(readDocuments(document).documents[0]!, mapping);
	if (problems.length > 0 || posting.status !== 'ready')
		throw new Error(`${id}: ${[...problems, ...posting.reasons.map(({ message }) => message)].join(' ')}`);
	return posting;
}
