import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { FisItem } from '../concur/types';
import { headingOf, withoutNulls } from '../document';

export const simplifyDocument: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to leave out the empty fields of the document. Off gives the document exactly as Concur sent it.',
};

/**
 * What an item tells of a document: what people call it by, and the document itself last, because tables show what is first.
 *
 * @param simplify whether the document comes without its empty fields
 */
export function documentJson(item: FisItem, simplify: boolean): IDataObject & { document: unknown } {
	const { document, ...header } = item;
	const facts = headingOf(document, item.docType);
	return { facts, ...header, document: simplify ? withoutNulls(document) : document } as unknown as IDataObject & {
		document: unknown;
	};
}
