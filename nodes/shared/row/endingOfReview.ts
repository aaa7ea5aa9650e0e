import { causesOf, textOf } from './blocks';
import type { Blocks, Ending } from './types';

/** A document in review waits for a person; where B1 could only not be asked, nobody has to correct anything, and it is asked again. */
export function endingOfReview(review: Blocks): Ending {
	const causes = causesOf(review.reasons);
	if (causes.length === 0) {
		const message = textOf(review.message) || 'No reason was given.';
		return { status: 'review', wait: 'person', causes: [{ code: 'review', message }] };
	}
	return causes.every(({ code }) => code === 'b1-not-available')
		? { status: 'received', wait: 'passing', causes }
		: { status: 'review', wait: 'person', causes };
}
