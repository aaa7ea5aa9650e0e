import type { INodeProperties } from 'n8n-workflow';
import { filterOptions } from '../../../shared/n8n/filterFields';
import { simplifyDocument } from '../../../shared/n8n/documentItem';
import { mappingOfNodeFields } from '../../../shared/n8n/mappingOfNode';
import { batchSizeOption, docIdField, docTypeField, readOnlyOption, systemIdField } from '../fields';
import { holdEndsOption } from '../holdTime';

const ifAcknowledged: INodeProperties = {
	displayName: 'If Already Acknowledged',
	name: 'ifAcknowledged',
	type: 'options',
	options: [
		{
			name: 'Ask Concur Who Did',
			value: 'lookUp',
			description: 'Ours when Concur holds the System ID of this node, and it is not empty; somebody else otherwise',
		},
		{
			name: 'It Was Us',
			value: 'ours',
			description: 'For items you had noted as received in an earlier run: the answer to that acknowledgement was lost',
		},
		{ name: 'It Was Somebody Else', value: 'foreign', description: 'The document leaves by Attention and must not be posted' },
	],
	default: 'lookUp',
	description:
		'What it means when Concur answers that the document was acknowledged before (code 101). Use an expression to answer from your own table of received documents: it gives ours, foreign or lookUp.',
};

const leaveReady: INodeProperties = {
	displayName: 'Leave Ready',
	name: 'leaveReady',
	type: 'collection',
	placeholder: 'Add Limit',
	default: {},
	description:
		'Documents outside these limits are not acknowledged: they stay ready in Concur and leave by Attention. Documents of test users stay unless they are included here.',
	options: filterOptions,
};

/** Fields of the operation Acknowledge. */
export const properties: INodeProperties[] = [
	docIdField,
	docTypeField,
	systemIdField,
	ifAcknowledged,
	leaveReady,
	...mappingOfNodeFields(
		'The fields of the node that builds, so that go-live date, ledgers and test users are stated there alone: what its Guards keep out of the books stays ready in Concur. A limit in Leave Ready counts before them.',
	),
	{
		displayName: 'Open Rows',
		name: 'openRows',
		type: 'json',
		default: '',
		placeholder: "e.g. {{ $('Get due rows').all() }}",
		description:
			'The rows that were open when this run began. Of a document that was noted twice only the row with the lowest ID goes on, whichever execution holds it; the other is closed.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			batchSizeOption,
			{
				displayName: 'Get the Document First',
				name: 'getDocument',
				type: 'boolean',
				default: false,
				description:
					'Whether the documents of items that carry none, such as rows of a Data Table, are read from Concur by their ID before. The item then carries the document, and its row under the name row.',
			},
			holdEndsOption,
			readOnlyOption,
			simplifyDocument,
		],
	},
];
