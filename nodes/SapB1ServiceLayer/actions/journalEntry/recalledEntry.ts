import {
	cancelEntry,
	cancelPurchase,
	isKept,
	isPurchaseRow,
	ServiceLayerError,
	type CancelOptions,
	type Finding,
	type Row,
} from '../../../shared/business-one';
import type { ServiceLayer } from '../../../shared/business-one';

/** What became of the entry of a document that was recalled in Concur; null where there is none. */
export type RecalledPosting = Record<string, unknown> | null;

const WORST_FIRST = ['cancelFailed', 'cancelRefused', 'cancelled'];

/**
 * Cancels what is in the books of a recalled document; what is cancelled already is said to be.
 * @param leaveIt says what is there and cancels nothing
 * @returns the `posting` block; of a document that B1 holds twice, with the worst of its cancellations
 */
export async function settleRecalled(
	serviceLayer: ServiceLayer,
	{ found, result }: Finding,
	options: CancelOptions,
	leaveIt: boolean,
): Promise<RecalledPosting> {
	if (!result || !found) return null;
	if (result.cancelledInB1)
		return { ...withoutRefusal(result), outcome: 'cancelled', ...reversalFacts(found.cancelled.at(-1)?.by) };
	const inB1 = [...found.live, ...found.waiting];
	if (inB1.length === 0) {
		const message = `${result.message}; what waits there cannot be cancelled from here`;
		return { ...result, outcome: 'cancelRefused', message, advice: 'Remove the journal voucher in B1 by hand.' };
	}
	if (leaveIt) return { ...result, message: `${result.message}; the document was recalled, and the entry is left as it is` };
	const settled: Array<Record<string, unknown>> = [];
	for (const row of inB1) settled.push(await cancelOne(serviceLayer, row, options));
	const outcome = WORST_FIRST.find((worst) => settled.some((one) => one.outcome === worst));
	return { ...withoutRefusal(result), ...settled.find((one) => one.outcome === outcome) };
}

async function cancelOne(serviceLayer: ServiceLayer, row: Row, options: CancelOptions): Promise<Record<string, unknown>> {
	const jdtNum = row.JdtNum === null ? null : Number(row.JdtNum);
	const cancelling = isPurchaseRow(row) ? cancelPurchase(serviceLayer, row) : cancelEntry(serviceLayer, jdtNum!, options);
	const done = await cancelling.catch((error: unknown) => error);
	if (done instanceof ServiceLayerError) {
		const { kind: errorClass, code, text, advice, message } = done;
		const refused = isKept(done);
		return {
			jdtNum,
			outcome: refused ? 'cancelRefused' : 'cancelFailed',
			message: refused ? message : `The entry of the recalled document could not be cancelled: ${message}`,
			retrySafe: !refused && ['capacity', 'unknown', 'session', 'period'].includes(errorClass),
			errorClass,
			...(refused || code === '' ? {} : { code }),
			...(text === '' ? {} : { text }),
			advice,
		};
	}
	if (done instanceof Error) throw done;
	const { cancelled, alreadyCancelled, ...facts } = done as Awaited<ReturnType<typeof cancelEntry>>;
	const message = alreadyCancelled
		? 'The entry of the recalled document was cancelled in B1 before'
		: `The entry of the recalled document is cancelled${facts.byOwnEntry ? ' by an entry of another day; reconcile the two in B1' : ''}`;
	return {
		...facts,
		outcome: 'cancelled',
		message,
		retrySafe: cancelled,
		...(alreadyCancelled ? { cancelledInB1: true } : {}),
	};
}

function reversalFacts(by: Row | undefined): Record<string, unknown> {
	return {
		reversalJdtNum: by?.JdtNum === undefined ? null : Number(by.JdtNum),
		reversalNumber: by?.Number === undefined ? null : Number(by.Number),
		retrySafe: true,
		message: 'The entry of the recalled document was cancelled in B1 before',
	};
}

/** A block without what made it a refusal of a post. */
function withoutRefusal(result: NonNullable<Finding['result']>): Record<string, unknown> {
	return without({ ...result }, ['errorClass', 'advice']);
}

/** @returns the object without these properties */
export function without<T>(object: Record<string, T>, names: string[]): Record<string, T> {
	return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
