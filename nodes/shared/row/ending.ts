import { blockAt, textOf } from './blocks';
import { endingOfConcur } from './endingOfConcur';
import { endingOfFunds, endingOfPosting } from './endingOfPosting';
import { endingOfReview } from './endingOfReview';
import type { Blocks, Cause, Ending } from './types';

const cause = (code: string, block: Blocks, otherwise: string): Cause[] => [
	{ code, message: textOf(block.message) || otherwise },
];

/** B1 was asked whether it is there before anything else was done. */
function endingOfCompany(company: Blocks): Ending {
	const causes = cause(`b1-${textOf(company.errorClass) || textOf(company.outcome)}`, company, 'Business One did not answer.');
	return textOf(company.outcome) === 'refused'
		? { status: 'attention', wait: 'person', causes }
		: { status: 'received', wait: 'unavailable', causes };
}

const nothingSaid: Ending = {
	status: 'received',
	wait: 'passing',
	causes: [
		{ code: 'stopped-between', message: 'The run ended before it could say what became of the document; it is looked up again.' },
	],
};

/** Blocks in the order their steps run, the last step first: what happened last counts. */
const readers: Array<(json: Blocks) => Ending | undefined> = [
	(json) => {
		const confirmation = blockAt(json, 'confirmation');
		return confirmation && endingOfConcur(json, confirmation);
	},
	(json) => endingOfPosting(json),
	(json) => endingOfFunds(json),
	(json) => {
		const review = blockAt(json, 'review');
		return review && endingOfReview(review);
	},
	(json) => {
		const company = blockAt(json, 'company');
		return company && textOf(company.outcome) !== 'available' ? endingOfCompany(company) : undefined;
	},
	(json) => {
		const answer = blockAt(json, 'acknowledgement') ?? blockAt(json, 'lookup');
		return answer && endingOfConcur(json, answer);
	},
];

/**
 * Reads out of an item's blocks where its document stands now. The newest step decides, so a later failure always counts more than
 * an earlier success.
 */
export function endingOf(json: Blocks): Ending {
	for (const read of readers) {
		const ending = read(json);
		if (ending) return ending;
	}
	return nothingSaid;
}
