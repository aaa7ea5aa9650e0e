import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { LANGUAGES, wordsOf, type Language, type Words } from '../../../shared/language';
import { isBuilt } from '../../sheetOf';

/** An item that Build Journal Entry made, with the words of its language. */
export interface BuiltItem {
	json: IDataObject;
	words: Words;
	language: Language;
}

/** @throws NodeOperationError for an item that was not built: it says which node to connect */
export function builtItem(context: IExecuteFunctions, itemIndex: number): BuiltItem {
	const json = context.getInputData()[itemIndex]?.json ?? {};
	if (!isBuilt(json))
		throw new NodeOperationError(context.getNode(), `The item holds no posting record [item ${itemIndex}]`, {
			itemIndex,
			description:
				'Connect Build Journal Entry, or SAP B1 Service Layer with the operation Post or Preview behind it, to this node.',
		});
	const chosen = context.getNodeParameter('language', itemIndex) as string;
	const stated = chosen === 'fromItem' ? (json.summary as IDataObject | undefined)?.language : chosen;
	const language = (typeof stated === 'string' && Object.hasOwn(LANGUAGES, stated) ? stated : 'en') as Language;
	return { json, language, words: wordsOf(language) };
}
