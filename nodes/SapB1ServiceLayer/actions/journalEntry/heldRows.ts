import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { givenItems } from '../../../shared/n8n/givenItems';

export const heldRowsOption: INodeProperties = {
	displayName: 'Held Rows',
	name: 'heldRows',
	type: 'json',
	default: '',
	placeholder: "e.g. {{ $('Renew the hold').all() }}",
	description:
		'Rows that this execution still holds, as a Data Table gives them. What is not among them is not posted and leaves by Uncertain as notBegun. Empty posts all items.',
};

/**
 * Whether this execution still holds the document of an item.
 *
 * @param heldRows value of the option
 * @throws NodeOperationError for what is no list of rows: nothing may be posted as if none were asked for
 */
export function isHeld(context: IExecuteFunctions, heldRows: unknown, itemIndex: number): boolean {
	if (heldRows === undefined || heldRows === null || heldRows === '') return true;
	const { docId } = context.getInputData()[itemIndex]?.json ?? {};
	const rows = givenItems(heldRows);
	if (rows) return docId !== undefined && docId !== '' && rows.some((row) => row.docId === docId);
	throw refusedParameter(
		context.getNode(),
		'Held Rows holds no items of a node',
		"Enter the expression {{ $('Renew the hold').all() }} with the name of your node. Nothing was posted.",
		itemIndex,
	);
}
