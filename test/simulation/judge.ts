import type { ConcurDocument } from './concur';
import type { TableRow } from './table';
import type { World } from './world';

/** Statuses in which a row may stay open when nothing goes wrong any more: a person has to act. */
const waitsForPerson = (document: ConcurDocument, row: TableRow, world: World): boolean => {
	if (row.status === 'review') return document.kind === 'review';
	// Noted twice, and nobody told the second row of the recall: it finds an entry that was cancelled, and asks.
	if (row.status === 'rejected') return document.isRecallUntold === true && world.books.live(document.docId).length === 0;
	// A recalled document whose entry was paid.
	return (
		row.status === 'attention' && document.status === 'RECALLED' && world.books.live(document.docId).some(({ isPaid }) => isPaid)
	);
};

function problemsOfBooks(document: ConcurDocument, world: World): string[] {
	const live = world.books.live(document.docId);
	const entries = live.map(({ number }) => number).join(', ');
	if (world.books.parked.has(document.docId)) return ['a draft or voucher is left behind'];
	if (live.length > 1) return [`doubled: entries ${entries}`];
	const isPaid = live.some((entry) => entry.isPaid);
	switch (document.status) {
		case 'POSTING_CONFIRMED_SUCCESS':
			return document.kind === 'nothing' || live.length === 1 ? [] : ['Concur holds a success, and no entry is live'];
		case 'POSTING_CONFIRMED_FAILURE':
			return live.length === 0 ? [] : [`Concur holds a failure beside entry ${entries}`];
		case 'RECALLED':
			// What was reserved is replaced by what the document's next approval asks for.
			if (world.isFunds) return [];
			return live.length === 0 || isPaid ? [] : [`recalled, and entry ${entries} is live`];
		default:
			return document.kind === 'review' && live.length === 0 ? [] : [`stuck: Concur still holds it as ${document.status}`];
	}
}

/** Polls that overlap, and those whose list is older than what another one has done since, note a document again. */
const MOST_NOTED = 8;

function problemsOfRows(document: ConcurDocument, world: World): string[] {
	const noted = world.table.rows.filter((row) => row.docId === document.docId);
	if (noted.length > MOST_NOTED) return [`noted ${noted.length} times`];
	const rows = noted.filter((row) => row.status !== 'duplicate');
	const needsNone = document.status === 'RECALLED' || world.table.deleted.has(document.docId);
	if (rows.length === 0) return needsNone ? [] : ['lost: no row holds it'];
	const [live] = world.books.live(document.docId);
	return rows.flatMap((row) => {
		if (Number.isNaN(Date.parse(String(row.dueAt)))) return ['a row is due never'];
		if (row.open) {
			if (!waitsForPerson(document, row, world)) return [`stuck: row ${row.id} is open as ${String(row.status)}`];
			return row.reason ? [] : [`row ${row.id} waits for a person and does not say why`];
		}
		if (document.status === 'READY' || document.status === 'ACKNOWLEDGED')
			return [`row ${row.id} closed as ${String(row.status)} too early`];
		if (!world.isFunds && row.status === 'confirmed' && document.kind !== 'nothing' && row.number !== live?.number)
			return [`row ${row.id} names entry ${String(row.number)}, in the books is ${live?.number}`];
		if (world.isFunds && row.status === 'confirmed' && row.documentNumber !== String(live?.number))
			return [`row ${row.id} names commitment ${String(row.documentNumber)}, reserved is ${live?.number}`];
		return [];
	});
}

/** What is wrong when everything has come to rest. Shares no code with the nodes. */
export const judge = (world: World): string[] =>
	[...world.concur.documents.values()].flatMap((document) =>
		[...problemsOfBooks(document, world), ...problemsOfRows(document, world)].map((problem) => `${document.docId}: ${problem}`),
	);
