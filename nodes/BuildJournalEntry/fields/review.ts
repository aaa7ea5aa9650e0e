import type { INodeProperties } from 'n8n-workflow';
import { textOf } from './helpers';

/** What Concur is told about a document that needs review. */
export const reviewFields: INodeProperties[] = [
	{
		displayName: 'Answer to Concur',
		name: 'onHold',
		type: 'options',
		default: 'byReason',
		description: 'What review.answer of a document that cannot be posted suggests for the FIS Acknowledge/Confirm node',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				name: 'By Reason',
				value: 'byReason',
				description:
					'Confirm a failure if the cure is in Concur, so that the report can be recalled; keep it if the cure is in B1 or the mapping',
			},
			{
				name: 'Confirm Every Failure',
				value: 'confirmError',
				description: 'Concur then shows Financial Posting Failed, and the report can be recalled',
			},
			{
				name: 'Keep All Acknowledged',
				value: 'keepAcknowledged',
				description: 'Concur is told nothing until a person has decided',
			},
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function reviewKnobs(read: (name: string) => unknown): Record<string, unknown> {
	return { onHold: textOf(read('onHold')) };
}
