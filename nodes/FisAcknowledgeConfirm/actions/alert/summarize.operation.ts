import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { summaryAlert } from '../../../shared/alerts';
import { dayFrom, sameForRun } from '../../../shared/n8n/readers';
import type { Row } from '../../../shared/row';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows of the Data Table that are open. It gives one item with subject and text for mail, Slack or Teams, and nothing where all is well.',
		name: 'summarizeNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'In Review Longer Than (Hours)',
		name: 'reviewHours',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'Documents that wait for a correction for that long are told of',
	},
	{
		displayName: 'Other Warnings',
		name: 'warnings',
		type: 'string',
		default: '',
		placeholder: "e.g. {{ $('Tidy').first().json.warning }}",
		description: 'Further lines of the message, one a line of text: the warning of Row > Tidy, the verdict of Audit > Verify',
	},
	{
		displayName: 'Credential Expires On',
		name: 'expires',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-09-30',
		description: 'Day on which the client secret, the refresh token or a password ends. When empty, nothing is said of it.',
	},
	{
		displayName: 'Tell of It (Days Before)',
		name: 'expiryDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 14,
		description: 'How many days before that day the message begins',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['alert'], operation: ['summarize'] } }, properties);

/** One message about all rows, or none; see `summaryAlert`. Throws NodeOperationError for a day that is none. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const expires = sameForRun(this, 'expires', 'Credential Expires On');
	const isStated = expires !== '' && expires !== null && expires !== undefined;
	const alert = summaryAlert(
		items.map(({ json }) => json as Partial<Row>),
		{
			now: Date.now(),
			hours: Number(sameForRun(this, 'reviewHours', 'In Review Longer Than (Hours)')),
			warnings: String(sameForRun(this, 'warnings', 'Other Warnings') ?? '').split('\n'),
			expires: isStated ? dayFrom(this, expires, 'Credential Expires On') : '',
			expiryDays: Number(sameForRun(this, 'expiryDays', 'Tell of It (Days Before)')),
		},
	);
	if (alert === undefined) return [[]];
	return [[{ json: alert as unknown as IDataObject, pairedItem: items.map((_, item) => ({ item })) }]];
}
