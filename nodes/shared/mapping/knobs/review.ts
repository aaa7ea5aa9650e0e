import { choice, section } from '../declare';
import type { OnHold } from '../../review';

/** What Concur is told about a document that needs review. */
export const review = section({
	title: 'Review',
	knobs: {
		onHold: choice<OnHold>({
			label: 'Answer to Concur',
			default: 'byReason',
			about: 'What review.answer of a document that cannot be posted suggests for the FIS Acknowledge/Confirm node',
			choices: {
				byReason: [
					'By Reason',
					'Confirm a failure if the cure is in Concur, so that the report can be recalled; keep it if the cure is in B1 or the mapping',
				],
				keepAcknowledged: ['Keep All Acknowledged', 'Concur is told nothing until a person has decided'],
				confirmError: ['Confirm Every Failure', 'Concur then shows Financial Posting Failed, and the report can be recalled'],
			},
			alone: true,
		}),
	},
});
