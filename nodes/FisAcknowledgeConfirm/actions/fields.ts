import type { IExecuteFunctions, IDataObject, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isDocType } from '../../shared/concur/types';
import { docTypeOptions } from '../../shared/n8n/docTypes';

export const docTypeField: INodeProperties = {
	displayName: 'Document Type',
	name: 'docType',
	type: 'options',
	options: docTypeOptions({
		name: 'From Item',
		value: 'fromItem',
		description: 'The field docType of each item, as the trigger gives it',
	}),
	default: 'fromItem',
	description: 'Concur refuses a document that is sent under another type',
};

export const docIdField: INodeProperties = {
	displayName: 'Document ID',
	name: 'docId',
	type: 'string',
	default: '={{ $json.docId }}',
	required: true,
	placeholder: 'e.g. 2aaff6d927a84156b5b2de638f163eb3',
	description: 'The 32-character ID of the FIS document, not the report ID',
	hint: 'Comes from Concur FIS Trigger, or from a row of the Data Table',
};

export const systemIdField: INodeProperties = {
	displayName: 'System ID',
	name: 'systemId',
	type: 'string',
	default: '',
	placeholder: 'e.g. B1-PROD',
	description:
		'Your name for this B1 system, at most 50 characters. Concur stores it with the acknowledgement and wants the same one ever after. Set it, so that your acknowledgements can be told from those of others.',
};

export const batchSizeOption: INodeProperties = {
	displayName: 'Documents per Request',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 200 },
	default: 25,
	description: 'How many documents one request carries',
};

export const readOnlyOption: INodeProperties = {
	displayName: 'Read-Only Mode',
	name: 'readOnly',
	type: 'boolean',
	default: false,
	description:
		'Whether nothing is sent to Concur, for companies that allow no writing. Documents then stay ready in Concur and come with every poll; only the posting key in B1 keeps them from being posted twice.',
};

/** What every writing operation needs to know of an item. */
export interface Target {
	docId: string;
	docType: string;
	systemId: string;
}

/**
 * Reads a text parameter of an item.
 * @throws NodeOperationError when it is required and empty
 */
export function textParameter(context: IExecuteFunctions, name: string, index: number, label?: string): string {
	const value = context.getNodeParameter(name, index, '') as unknown;
	const text = value === null || value === undefined ? '' : String(value).trim();
	if (label && text === '')
		throw new NodeOperationError(context.getNode(), `${label} is empty [item ${index}]`, {
			itemIndex: index,
			description: `Fill in ${label}, or pass on items that carry the field.`,
		});
	return text;
}

/** The document type of an item. Throws NodeOperationError for one that FIS does not have. */
export function docTypeOf(context: IExecuteFunctions, index: number): string {
	const parameter = textParameter(context, 'docType', index);
	const docType = parameter === 'fromItem' ? String(context.getInputData()[index]?.json.docType ?? '') : parameter;
	if (isDocType(docType)) return docType;
	throw new NodeOperationError(context.getNode(), `"${docType}" is no document type of Concur FIS [item ${index}]`, {
		itemIndex: index,
		description: 'Choose a Document Type, or pass on items with the field docType as the Concur FIS Trigger gives them.',
	});
}

/** Throws NodeOperationError for a missing id or an unknown type. */
export const targetOf = (context: IExecuteFunctions, index: number): Target => ({
	docId: textParameter(context, 'docId', index, 'Document ID'),
	docType: docTypeOf(context, index),
	systemId: textParameter(context, 'systemId', index),
});

/** The options of an item. */
export const optionsOf = (context: IExecuteFunctions, index: number) =>
	context.getNodeParameter('options', index, {}) as IDataObject;

/** The options that say how an item is sent. */
export function sendingOf(context: IExecuteFunctions, index: number): Sending {
	const { readOnly, batchSize } = optionsOf(context, index);
	return { readOnly: readOnly === true, batchSize: batchSize as number | undefined };
}

export interface Sending {
	readOnly: boolean;
	/** Documents in one request. */
	batchSize: number | undefined;
}
