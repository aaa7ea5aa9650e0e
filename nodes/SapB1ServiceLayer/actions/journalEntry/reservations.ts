import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { PostingInput } from '../../../shared/business-one';
import { readDocuments } from '../../../shared/document';
import { consumptionOf, type FundsSettings, type ToConsume } from '../../../shared/fundsRegister';
import { encumbranceOf, profileOf } from '../funds/fields';
import type { OperationContext } from '../operation';
import { today } from '../sharedOptions';

/** An entry to post, and the expense document whose reservations its cost takes the place of. */
export interface InputWithDocument {
	input: PostingInput;
	toConsume?: ToConsume;
	/** The accounts that show commitments in the books; null without them. */
	consumption?: { encumbrance: FundsSettings['encumbrance'] };
}

/**
 * Reads what an item says of reservations, where the option says that they are consumed: its document, and the mapping that its entry
 * was built with. Only expense documents have any.
 *
 * @throws NodeOperationError where the mapping is missing or cannot be used
 */
export function readToConsume(
	context: IExecuteFunctions,
	itemIndex: number,
): Pick<InputWithDocument, 'toConsume' | 'consumption'> {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	if (options.consumeReservations !== true) return {};
	const json = context.getInputData()[itemIndex]?.json ?? {};
	const [document] = readDocuments(json).documents;
	if (document?.docType !== 'expense') return {};
	if (json.profile === undefined) {
		throw new NodeOperationError(context.getNode(), 'The item does not carry the mapping its entry was built with', {
			itemIndex,
			description:
				'Consume Reservations needs it to find the budgets of the document. Turn on the option Add Profile to Output in Build Journal Entry. Nothing was posted.',
		});
	}
	return {
		toConsume: { document, profile: profileOf(context, json.profile, itemIndex) },
		consumption: { encumbrance: encumbranceOf(context, options, itemIndex) },
	};
}

/** Adds to inputs that share their options what consumes the reservations of their documents. */
export async function withReservations(
	{ context, serviceLayer }: OperationContext,
	inputs: InputWithDocument[],
	fiscalYearStart: number,
): Promise<PostingInput[]> {
	const documents = inputs.map(({ toConsume }) => toConsume);
	if (documents.every((one) => one === undefined)) return inputs.map(({ input }) => input);
	const alongside = await consumptionOf(serviceLayer, documents, {
		encumbrance: inputs[0]?.consumption?.encumbrance ?? null,
		fiscalYearStart,
		today: today(context),
	});
	return inputs.map(({ input }, index) => ({ ...input, ...(alongside[index] && { alongside: alongside[index] }) }));
}
