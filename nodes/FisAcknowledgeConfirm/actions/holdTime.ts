import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { defaultSettings, type CallSettings } from '../../shared/concur/call';
import { DATE_FORMS, startOf } from '../../shared/dates';
import { optionsOf } from './fields';

/** Limits of the calls of one run, so that every answer comes while this execution still holds its documents. */
export interface HoldTime {
	/** Whether another call that writes may begin. */
	mayBegin: () => boolean;
	/** Whether another document may be read; it ends early enough for those that were read to be written. */
	mayRead: () => boolean;
	/** How long one call and one try of it may take. */
	calls: Partial<CallSettings>;
}

/** A call may take this share of the hold at most, so that a short hold still lets several begin. */
const SHARE_OF_HOLD = 1 / 5;

/** Reading may take this share of it: with the last call it leaves time in which at least one write begins. */
const SHARE_OF_READING = 3 / 10;

export const holdEndsOption: INodeProperties = {
	displayName: 'Hold Ends',
	name: 'holdEnds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-03-31T12:15:00Z',
	description:
		'Time until which this execution holds its documents. No request is begun that could be answered later; its documents leave by Attention and are taken up again.',
};

/** Milliseconds since 1970. Throws RangeError for what is no time. */
function holdEndOf(value: unknown): number {
	const start = startOf(value);
	if (start === undefined) throw new RangeError(`Hold Ends "${String(value as string)}" is no time. ${DATE_FORMS}.`);
	return Date.parse(start);
}

/**
 * @param holdEnds times until which this execution holds its documents; empty ones set no limit
 * @throws RangeError for one that is no time
 */
export function holdTimeOf(holdEnds: unknown[], now: () => number = Date.now): HoldTime {
	const ends = holdEnds.filter((end) => end !== undefined && end !== null && end !== '').map(holdEndOf);
	if (ends.length === 0) return { mayBegin: () => true, mayRead: () => true, calls: {} };
	const end = Math.min(...ends);
	const start = now();
	const left = Math.max(0, end - start);
	const share = left * SHARE_OF_HOLD;
	const budgetMs = Math.min(defaultSettings.budgetMs, share);
	const timeoutMs = Math.max(1, Math.min(defaultSettings.timeoutMs, budgetMs));
	// The last try of a call may begin at the end of its budget.
	return {
		mayBegin: () => now() + budgetMs + timeoutMs <= end,
		mayRead: () => left > 0 && now() <= start + left * SHARE_OF_READING,
		calls: { budgetMs, timeoutMs },
	};
}

/** Throws RangeError for a time that is none. */
export function checkHoldEnds({ holdEnds }: IDataObject): void {
	if (holdEnds !== undefined && holdEnds !== null && holdEnds !== '') holdEndOf(holdEnds);
}

/** The options of each item. An item whose options cannot be used fails alone when it is prepared; until then it has none. */
export const optionsBefore = (context: IExecuteFunctions): IDataObject[] =>
	context.getInputData().map((_item, index) => {
		try {
			const options = optionsOf(context, index);
			checkHoldEnds(options);
			return options;
		} catch (error) {
			if (error instanceof NodeOperationError || error instanceof RangeError) return {};
			throw new NodeOperationError(context.getNode(), error as Error, { itemIndex: index });
		}
	});
