import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { PostingInput } from '../../../shared/business-one';
import { readDocuments } from '../../../shared/document';
import { consumptionOf, type ToConsume } from '../../../shared/fundsRegister';
import { encumbranceOf, profileOf } from '../funds/fields';
import type { OperationContext } from '../operation';

/** An entry to post, and the expense document whose reservations its cost takes the place of. */
export interface InputWithDocument {
	input: PostingInput;
	toConsume?: ToConsume;
}

/**
 * Reads what an item says of reservations, where the option says that they are consumed: its document, and the mapping that its entry
 * was built with. Only expense documents have any.
 *
 * @throws NodeOperationError where the mapping is missing or cannot be used
 */
export function readToConsume(context: IExecuteFunctions, itemIndex: number): ToConsume | undefined {
	const { consumeReservations } = context.getNodeParameter('options', 0, {}) as IDataObject;
	if (consumeReservations !== true) return undefined;
	const json = context.getInputData()[itemIndex]?.json ?? {};
	const [document] = readDocuments(json).documents;
	if (document?.docType !== 'expense') return undefined;
	if (json.profile === undefined) {
		throw new NodeOperationError(context.getNode(), 'The item does not carry the mapping its entry was built with', {
			itemIndex,
			description:
				'Consume Reservations needs it to find the budgets of the document. Turn on the option Add Profile to Output in Build Journal Entry. Nothing was posted.',
		});
	}
	return { document, profile: profileOf(context, json.profile) };
}

/** Adds to inputs what consumes the reservations of their documents. */
export async function withReservations(
	{ context, serviceLayer }: OperationContext,
	inputs: InputWithDocument[],
): Promise<PostingInput[]> {
	const documents = inputs.map(({ toConsume }) => toConsume);
	if (documents.every((one) => one === undefined)) return inputs.map(({ input }) => input);
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const alongside = await consumptionOf(serviceLayer, documents, {
		encumbrance: encumbranceOf(context, options),
		fiscalYearStart: Number(options.fiscalYearStart ?? 1),
		today: new Date().toISOString().slice(0, 10),
	});
	return inputs.map(({ input }, index) => ({ ...input, ...(alongside[index] && { alongside: alongside[index] }) }));
}
