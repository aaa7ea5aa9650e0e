import type { INodeExecutionData } from 'n8n-workflow';

/** What a person looks for first: which document, and what became of it. n8n's tables show the blocks of an item in their order. */
const FIRST = [
	'error',
	'message',
	'facts',
	'summary',
	'posting',
	'confirmation',
	'paymentConfirmation',
	'funds',
	'lookup',
	'acknowledgement',
	'company',
	'review',
	'warnings',
];

/** What programs need, and the document, which is longer than everything else together. */
const LAST = ['journalEntry', 'purchaseInvoice', 'contentHash', 'audit', 'row', 'profile', 'details', 'document'];

/**
 * The same items with their blocks in the order in which people read them; every other block keeps its place between.
 *
 * @param outputs of a node
 */
export function inReadingOrder(outputs: INodeExecutionData[][]): INodeExecutionData[][] {
	return outputs.map((items) => items.map((item) => ({ ...item, json: ordered(item.json) })));
}

function ordered<Json extends object>(json: Json): Json {
	const names = Object.keys(json);
	const between = names.filter((name) => !FIRST.includes(name) && !LAST.includes(name));
	const known = (list: string[]) => list.filter((name) => Object.hasOwn(json, name));
	return Object.fromEntries(
		[...known(FIRST), ...between, ...known(LAST)].map((name) => [name, json[name as keyof Json]]),
	) as Json;
}
