import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readDocuments } from '../../nodes/shared/document';
import { recordText, toJournalEntry } from '../../nodes/shared/journalEntry';
import { readProfile } from '../../nodes/shared/mapping';
import { buildPosting, type Posting } from '../../nodes/shared/posting';
import { toPurchaseInvoice } from '../../nodes/shared/purchaseInvoice';
import { purchaseLines } from '../preview/output';
import { useCases, type UseCase } from '../../test/posting/useCaseDocuments';

const INTRODUCTION = `# Use cases

Every use case of expense, card, cash advance and invoice integration with the entry that is posted for it. One rule makes them all:
each journal row of a document goes from a payer to a payee, one of which is the company; the account is debited by the signed amount,
the other side credited. Where a published description contradicts its own document, the document is followed, and the case says so.

Accounts and codes are those of small sample documents. This page is written by \`scripts/use-cases.ts\` from the documents of the tests.
`;

/** The page docs/use-cases.md: one section a use case, with its posting record. */
export function useCasesPage(): string {
	return [INTRODUCTION, ...[...useCases, sampleInvoice()].map(section)].join('\n');
}

/** The invoice that the sandbox gives out. */
function sampleInvoice(): UseCase {
	const file = join(__dirname, '../../sandbox/samples/14-invoice.json');
	return {
		id: 'INV2',
		title: 'Invoice of the sandbox, of two cost centers with shipping',
		document: JSON.parse(readFileSync(file, 'utf8')) as unknown,
	};
}

/** What an invoice becomes with *Invoices Become* on A/P Invoice, as B1 will show it; nothing for other documents. */
function asPurchase({ document, profile }: UseCase, posting: Posting): string[] {
	if (posting.docType !== 'invoice') return [];
	return PURCHASES.flatMap(({ title, knobs }) => {
		const { profile: mapping } = readProfile({ ...profile, ...knobs });
		const purchase = buildPosting({ ...readDocuments(document).documents[0]!, companyId: '412077', docId: 'id' }, mapping);
		const entry = toJournalEntry(purchase, mapping, null, { today: '2026-03-31' });
		const made = toPurchaseInvoice(purchase, mapping, null, entry)?.purchaseInvoice;
		if (!made) throw new Error(`${title}: ${entry.reasons.map(({ message }) => message).join(' ')}`);
		const lines = purchaseLines(made, purchase.currency ?? '').map((line) => line.slice(2));
		return [`${title}, mapping \`${JSON.stringify(knobs)}\`:`, '', '```', ...lines, '```', ''];
	});
}

const TAX = { taxCodes: { V1: { code: 'V1', account: '145000', rate: '19' } } };

const PURCHASES = [
	{ title: 'As an A/P invoice', knobs: { invoicesBecome: 'invoice', ...TAX } },
	{ title: 'As a draft, with its shipping as freight', knobs: { invoicesBecome: 'draft', invoiceFreight: '1', ...TAX } },
];

function section(useCase: UseCase): string {
	const { id, title, note, profile } = useCase;
	const posting = postingOf(useCase);
	const record = recordText(posting.lines, posting.currency ?? '');
	const knobs = profile ? [`Mapping: \`${JSON.stringify(profile)}\``, ''] : [];
	return [
		`## ${id} ${title}`,
		'',
		...(note ? [note, ''] : []),
		...knobs,
		'```',
		record,
		'```',
		'',
		...asPurchase(useCase, posting),
	].join('\n');
}

/** @throws Error when a case is not ready to post, since the page would then show an entry that nobody gets */
export function postingOf({ id, document, profile }: UseCase): Posting {
	const { profile: mapping, problems } = readProfile(profile);
	const posting = buildPosting(readDocuments(document).documents[0]!, mapping);
	if (problems.length > 0 || posting.status !== 'ready')
		throw new Error(`${id}: ${[...problems, ...posting.reasons.map(({ message }) => message)].join(' ')}`);
	return posting;
}
