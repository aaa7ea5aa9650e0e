import type { ServiceLayer } from '../client';
import type { ServiceLayerError } from '../errors';
import { entityPath } from '../odata';
import type { Row } from '../types';
import { IN_USE_TEXT, kept, type Cancellation } from './cancelEntry';
import { dayOf } from './compareEntry';
import { nameOf } from './found';
import { cancellationOf } from './purchases';

/**
 * Takes a purchasing document back: an invoice or credit memo by B1's own cancellation document, a draft by its removal. A lost answer is
 * settled by looking at the document again; one that is paid, even in part, stays.
 * @param row the document as the look-up found it
 * @throws ServiceLayerError where it has to stay (`isKept`), where B1 refuses it, or where nobody knows whether it happened
 */
export async function cancelPurchase(serviceLayer: ServiceLayer, row: Row): Promise<Cancellation> {
	const { method, path } = cancellationOf(row);
	const failure = await serviceLayer.call({ method, path }).then(
		() => undefined,
		(error: ServiceLayerError) => error,
	);
	const isGone = failure !== undefined && (await isTakenBack(serviceLayer, row));
	if (!failure || isGone) return cancellation(row, failure?.mayHaveHappened === false);
	throw IN_USE_TEXT.test(failure.text) ? kept(`B1 does not cancel ${nameOf(row)}: ${failure.message}`) : failure;
}

async function isTakenBack(serviceLayer: ServiceLayer, row: Row): Promise<boolean> {
	const path = entityPath(String(row.purchaseSet), Number(row.DocEntry));
	const reply = await serviceLayer.get(path).catch((error: ServiceLayerError) => error);
	if (reply instanceof Error) return reply.status === 404;
	return (reply.body as Row).CancelStatus === 'csYes';
}

function cancellation(row: Row, alreadyCancelled: boolean): Cancellation {
	return {
		jdtNum: Number(row.JdtNum ?? 0),
		cancelled: true,
		alreadyCancelled,
		reversalJdtNum: null,
		reversalNumber: null,
		reversalDate: dayOf(row.DocDate) || null,
	};
}
