import { startOf } from '../dates';
import type { HeaderFacts } from './headerFacts';

/**
 * Whether a document is of the time before the go-live date, so that the former system has it: the one rule for the trigger, *Leave
 * Ready* and the mapping. The time of the final approval counts (payment processing, end of the process, issue of an advance); where a
 * document does not tell it, its submission, then its creation. One that tells none of them is not held back.
 *
 * @param header read with the same time zone
 * @param goLive a day, which begins at midnight in the zone, or a moment
 * @param timeZone IANA name
 * @returns the approval as ISO time (UTC) where it lies before; undefined otherwise, also where `goLive` is no date
 */
export function approvedBefore(
	{ approvedAt }: Pick<HeaderFacts, 'approvedAt'>,
	goLive: unknown,
	timeZone: string,
): string | undefined {
	const start = startOf(goLive, timeZone);
	return approvedAt !== null && start !== undefined && approvedAt < start ? approvedAt : undefined;
}
