import { approvedBefore, dayOf } from '../document';
import type { Assembly } from './assembly';
import type { BuildContext } from './types';

/** Holds documents that must not be posted whatever is in them: test users, other ledgers, too early, confirmed, posted before. */
export function checkGuards(assembly: Assembly, context: BuildContext): void {
	const { profile, document, header } = assembly;
	if (header.isTest && !profile.postTestUsers)
		assembly.hold('test-user', 'The document belongs to a Concur test user.', { field: 'isTest', value: 'Y' });
	if (profile.ledgers !== null && !profile.ledgers.includes(header.ledger ?? '')) {
		assembly.hold('wrong-ledger', `The document is of ledger "${header.ledger ?? ''}".`, {
			field: 'ledgerCode',
			value: header.ledger ?? '',
		});
	}
	if (profile.allowedStatuses !== null && document.docStatus !== null && !profile.allowedStatuses.includes(document.docStatus)) {
		assembly.hold('already-confirmed', `The document has the status ${document.docStatus}.`, {
			field: 'docStatus',
			value: document.docStatus,
		});
	}
	checkGoLive(assembly);
	checkPriorPostings(assembly, context);
}

function checkGoLive(assembly: Assembly): void {
	const { profile, header, mapping } = assembly;
	const { goLiveDate } = profile;
	const approvedAt = approvedBefore(header, goLiveDate, mapping.timeZone);
	if (approvedAt === undefined) return;
	const date = dayOf(approvedAt, mapping.timeZone);
	assembly.hold('before-go-live', `The document is of ${date}, before the go-live date ${goLiveDate}.`, {
		field: 'goLiveDate',
		value: date,
	});
}

/**
 * A report that comes again: under another document id with the same revision it is suspected to be a duplicate; with a later
 * revision it is a reopened report, and the revision policy decides. `revisionNumber` counts changes of posted expenses, so that a
 * later revision tells of an earlier posting even where the register knows none.
 */
function checkPriorPostings(assembly: Assembly, context: BuildContext): void {
	const { revisionPolicy } = assembly.profile;
	const { reportId, revision } = assembly.header;
	const prior =
		context.priorPostings?.filter((posting) => posting.reportId === reportId && posting.docId !== assembly.document.docId) ?? [];
	const same = prior.find(
		(posting) => posting.revision === undefined || posting.revision === null || posting.revision === revision,
	);
	if (same) {
		const finding = `Report ${reportId} was already posted as document ${same.docId}${same.jdtNum ? ` (journal entry ${same.jdtNum})` : ''}.`;
		assembly.hold('suspected-duplicate', finding, { field: 'reportId', value: reportId ?? undefined });
		return;
	}
	if (prior.length === 0 && !(Number(revision) > 1)) return;
	const latest = prior.at(-1);
	if (revisionPolicy === 'hold' || (revisionPolicy === 'reverseAndRepost' && !latest)) {
		const known = latest ? `as document ${latest.docId}` : 'but is not in the register';
		assembly.hold(
			'already-posted-revision',
			`This is revision ${revision} of report ${reportId}; an earlier one was posted, ${known}.`,
			{
				field: 'revisionNumber',
				value: revision ?? undefined,
			},
		);
		return;
	}
	assembly.warn(
		'later-revision',
		`This is revision ${revision} of a report that was posted before; it is posted by the policy ${revisionPolicy}.`,
		{
			field: 'revisionNumber',
			value: revision ?? undefined,
		},
	);
}
