import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { givenItems } from '../../../shared/n8n/givenItems';

export const heldRowsField: INodeProperties = {
	displayName: 'Held Rows',
	name: 'heldRows',
	type: 'json',
	default: '',
	placeholder: "e.g. {{ $('Renew the hold').all() }}",
	description:
		'Rows that this execution still holds, as a Data Table gives them. What is not among them is not posted and leaves by Uncertain as notBegun. Empty posts all items.',
};

/**
 * Reads which documents this execution still holds: once for all items, because n8n copies the rows each time it is asked for them.
 *
 * @returns undefined where nobody says: all of them
 * @throws NodeOperationError for what is no list of rows: nothing may be posted as if none were asked for
 */
export function heldDocuments(context: IExecuteFunctions): ReadonlySet<unknown> | undefined {
	const heldRows: unknown = context.getNodeParameter('heldRows', 0, '');
	if (heldRows === undefined || heldRows === null || heldRows === '') return undefined;
	const rows = givenItems(heldRows);
	if (rows) return new Set(rows.map(({ docId }) => docId).filter((docId) => docId !== undefined && docId !== ''));
	throw refusedParameter(
		context.getNode(),
		'Held Rows holds no items of a node',
		"Enter the expression {{ $('Renew the hold').all() }} with the name of your node. Nothing was posted.",
	);
}
