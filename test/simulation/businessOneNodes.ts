import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { World } from './world';

type Items = INodeExecutionData[];
type Block = IDataObject | null;

const withBlock = (item: INodeExecutionData, name: string, block: Block): INodeExecutionData => ({
	...item,
	json: { ...item.json, [name]: block },
});

const docIdOf = ({ json }: INodeExecutionData) => String(json.docId);

const entryBlock = (outcome: string, { number }: { number: number }, more: IDataObject = {}): IDataObject => ({
	outcome,
	jdtNum: number,
	number,
	postingDate: '2026-03-31',
	companyDb: 'SBODEMO',
	message: outcome,
	...more,
});

/** Check Connection: outputs Available and Not Available. */
export function checkCompany(world: World, items: Items): Items[] {
	if (!world.strikes('businessOneDown', 0.1)) return [items, []];
	return [[], items.map((item) => withBlock(item, 'company', { outcome: 'tryLater', message: 'Business One is down' }))];
}

const isRecalled = ({ json }: INodeExecutionData) =>
	json.docStatus === 'RECALLED' || (json.acknowledgement as IDataObject | undefined)?.outcome === 'recalled';

const isSettled = ({ json }: INodeExecutionData) => String(json.docStatus).startsWith('POSTING_CONFIRMED');

/** A draft or voucher that a person has not posted. */
const waiting: IDataObject = { outcome: 'waiting', jdtNum: null, number: null, message: 'waits for a person', retrySafe: true };

function cancel(world: World, item: INodeExecutionData): INodeExecutionData {
	const [live] = world.books.live(docIdOf(item));
	if (!live && world.books.parked.has(docIdOf(item))) {
		if (world.strikes('cancelFails', 0.2)) return withBlock(item, 'posting', { outcome: 'cancelFailed', message: 'no answer' });
		world.books.parked.delete(docIdOf(item));
		return withBlock(item, 'posting', { outcome: 'cancelled', message: 'the draft is removed' });
	}
	if (!live) return withBlock(item, 'posting', null);
	if (live.isPaid) return withBlock(item, 'posting', entryBlock('cancelRefused', live));
	if (world.strikes('cancelFails', 0.2)) return withBlock(item, 'posting', entryBlock('cancelFailed', live));
	live.isLive = false;
	return withBlock(item, 'posting', entryBlock('cancelled', live));
}

/** Find by Document: outputs Not There, In the Books, Recalled, Uncertain. */
export function findByDocument(world: World, items: Items): Items[] {
	const outputs: Items[] = [[], [], [], []];
	for (const item of items) {
		if (world.strikes('businessOneDown', 0.05)) {
			outputs[3]!.push(
				withBlock(item, 'posting', { outcome: 'uncertain', errorClass: 'capacity', message: 'no answer', retrySafe: true }),
			);
			continue;
		}
		if (isRecalled(item)) {
			outputs[2]!.push(cancel(world, item));
			continue;
		}
		const [live] = world.books.live(docIdOf(item));
		if (live) outputs[1]!.push(withBlock(item, 'posting', entryBlock('alreadyPosted', live)));
		else if (world.books.parked.has(docIdOf(item))) outputs[3]!.push(withBlock(item, 'posting', waiting));
		else if (isSettled(item)) outputs[1]!.push(withBlock(item, 'lookup', { outcome: 'settledElsewhere', message: 'settled' }));
		else outputs[0]!.push(item);
	}
	return outputs;
}

/** Build: outputs Ready, Needs Review, Nothing to Post. */
export function build(world: World, items: Items): Items[] {
	const outputs: Items[] = [[], [], []];
	for (const item of items) {
		const kind = world.brokenMapping ?? String((item.json.document as IDataObject).kind);
		const reasons = [{ code: 'missing-account', message: 'Entry 1 has no account.' }];
		if (kind === 'entry' || kind === 'parked') outputs[0]!.push(withBlock(item, 'journalEntry', { Memo: docIdOf(item) }));
		else if (kind === 'nothing') outputs[2]!.push(withBlock(item, 'journalEntry', null));
		else {
			const answer = kind === 'sentBack' ? 'confirmError' : 'keepAcknowledged';
			outputs[1]!.push(withBlock(item, 'review', { answer, reasons }));
		}
	}
	return outputs;
}

/**
 * What a post finds of the document: with the register the database decides at the moment of writing; with the reference check only
 * what was in the books when the key was looked up.
 */
const heldBefore = (world: World, docId: string, lookedUp: ReadonlySet<string>) =>
	world.level === 'register' || lookedUp.has(docId) ? world.books.of(docId) : undefined;

function postOne(world: World, item: INodeExecutionData, lookedUp: ReadonlySet<string>): [number, IDataObject] {
	const docId = docIdOf(item);
	if (world.strikes('businessOneDown', 0.05)) return [2, { outcome: 'uncertain', message: 'no answer', retrySafe: true }];
	const held = heldBefore(world, docId, lookedUp);
	if (held && !held.isLive)
		return [1, { outcome: 'rejected', errorClass: 'duplicate', message: 'was cancelled', cancelledInB1: true }];
	if (held) return [0, entryBlock('alreadyPosted', held)];
	if (world.books.parked.has(docId)) return [2, waiting];
	if (world.strikes('postRefuses', 0.08))
		return [1, { outcome: 'rejected', errorClass: 'period', message: 'Posting period locked' }];
	const isParked = (item.json.document as IDataObject).kind === 'parked';
	const entry = isParked ? undefined : world.books.post(docId);
	if (isParked) world.books.parked.add(docId);
	if (world.strikes('postLosesReply', 0.08)) return [2, { outcome: 'uncertain', message: 'reply lost', retrySafe: true }];
	if (!entry) return [2, waiting];
	return [0, entryBlock('posted', entry)];
}

interface Hold {
	holdEnds?: unknown;
	/** Documents that this execution still holds; all of them where it is not told. */
	held?: ReadonlySet<unknown>;
}

/**
 * Post: outputs Posted, Rejected, Uncertain. Nothing is begun after the hold.
 * @param lookedUp documents with an entry when the keys were looked up
 */
export function post(world: World, items: Items, { holdEnds, held }: Hold, lookedUp: ReadonlySet<string>): Items[] {
	const outputs: Items[] = [[], [], []];
	for (const item of items) {
		const isHeld = held?.has(item.json.docId) ?? true;
		const isOver = !isHeld || world.now >= Date.parse(String(holdEnds));
		const [output, posting] = isOver
			? [2, { outcome: 'notBegun', message: 'the hold has ended' }]
			: postOne(world, item, lookedUp);
		outputs[output as number]!.push(withBlock(item, 'posting', posting as IDataObject));
	}
	return outputs;
}

const refusal: IDataObject = {
	outcome: 'refused',
	confirm: 'error',
	messages: [{ code: 'insufficient-funds', text: 'The budget is not enough.' }],
};

/** What the register remembers of a step. */
function reservedBefore(world: World, docId: string): IDataObject | undefined {
	if (world.refused.has(docId)) return { ...refusal, outcome: 'repeated' };
	const entry = world.books.of(docId);
	const answer = { confirm: 'success', companyDb: 'SBODEMO', postingDate: '2026-03-31' };
	return entry && { ...answer, outcome: 'repeated', documentNumber: String(entry.number) };
}

/** A document of kind `sentBack` asks for a check only, so its refusal is not remembered. */
function reserveOne(world: World, { json }: INodeExecutionData): [number, IDataObject] {
	const docId = String(json.docId);
	if (world.strikes('businessOneDown', 0.05)) return [2, { outcome: 'uncertain', message: 'no answer' }];
	const before = reservedBefore(world, docId);
	if (before) return [0, before];
	if (isSettled({ json })) return [0, { outcome: 'settledElsewhere', confirm: null }];
	const own = String((json.document as IDataObject).kind);
	const kind = world.brokenMapping ?? own;
	if (kind === 'review')
		return [1, { outcome: 'review', reasons: [{ code: 'no-rate', message: 'There is no rate.' }], confirm: null }];
	if (kind === 'sentBack' && own !== 'sentBack') world.refused.add(docId);
	if (kind === 'sentBack') return [0, refusal];
	world.books.post(docId);
	if (world.strikes('postLosesReply', 0.08)) return [2, { outcome: 'uncertain', message: 'reply lost' }];
	return [0, { ...reservedBefore(world, docId)!, outcome: 'applied' }];
}

/** Check, Reserve or Release: outputs Answered, Needs Review, Uncertain. A step is applied once. */
export function checkReserveRelease(world: World, items: Items): Items[] {
	const outputs: Items[] = [[], [], []];
	for (const item of items) {
		const [output, funds] = reserveOne(world, item);
		outputs[output]!.push(withBlock(item, 'funds', funds));
	}
	return outputs;
}
