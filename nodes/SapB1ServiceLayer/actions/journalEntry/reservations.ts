import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { PostingInput } from '../../../shared/business-one';
import { consumptionOf, type ToConsume } from '../../../shared/fundsRegister';
import { readDocuments } from '../../../shared/posting';
import { encumbranceOf, profileOf } from '../funds/fields';
import type { OperationContext } from '../operation';

/**
 * Adds to inputs what consumes the reservations of their documents, where the option says so. The document is the one the item
 * carries, the mapping the one that Build adds on demand (Add Profile to Output).
 *
 * @param inputs by position of their item
 */
export async function withReservations(
	{ context, serviceLayer }: OperationContext,
	items: INodeExecutionData[],
	inputs: Map<number, PostingInput>,
): Promise<PostingInput[]> {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	if (options.consumeReservations !== true) return [...inputs.values()];
	const documents = [...inputs.keys()].map((itemIndex): ToConsume | undefined => {
		const json = items[itemIndex]?.json ?? {};
		const [document] = readDocuments(json).documents;
		return document && { document, profile: profileOf(context, json.profile ?? {}) };
	});
	const alongside = await consumptionOf(serviceLayer, documents, {
		encumbrance: encumbranceOf(context, options),
		fiscalYearStart: Number(options.fiscalYearStart ?? 1),
		today: new Date().toISOString().slice(0, 10),
	});
	return [...inputs.values()].map((input, index) => ({ ...input, ...(alongside[index] && { alongside: alongside[index] }) }));
}
