import type { IDataObject, INodeProperties, INodeType } from 'n8n-workflow';
import { withCheckedParameters } from '../../nodes/shared/n8n/checkedParameters';
import { readDirectly } from '../../nodes/shared/n8n/ownFields';
import { executeContext } from '../helpers/engine';

const field: INodeProperties = { displayName: 'Field', name: 'field', type: 'string', default: '' };
const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	options: [
		{ displayName: 'End', name: 'end', type: 'string', default: '' },
		{ displayName: 'Size', name: 'size', type: 'number', default: 1 },
	],
};

const nodeType = {
	description: { name: 'a', version: 1, properties: [field, options], defaults: {}, inputs: [], outputs: [] },
} as unknown as INodeType;

const json: IDataObject = {
	docId: 'abc',
	empty: '',
	nothing: null,
	zero: 0,
	no: false,
	list: [1, { a: 2 }],
	row: { docId: 'of the row', dueAt: '2026-01-31T08:00:00Z', deep: { er: 'still' } },
	'a b': 'spaced',
	when: new Date('2026-01-31T08:00:00Z') as never,
};

/** What n8n itself makes of it. */
const evaluated = (written: unknown, item = json): unknown =>
	executeContext({ nodeType, parameters: { field: written as string } }, [{ json: item }]).getNodeParameter('field', 0);

const plainFields = [
	'={{ $json.docId }}',
	'={{$json.docId}}',
	'={{ $json.docId ?? $json.row?.docId }}',
	'={{ $json.missing ?? $json.row?.docId }}',
	'={{ $json.nothing ?? $json.row.deep.er }}',
	'={{ $json.nothing ?? $json.missing }}',
	'={{ $json.empty ?? $json.docId }}',
	'={{ $json.zero ?? $json.docId }}',
	'={{ $json.no }}',
	'={{ $json.nothing?.docId.further }}',
	'={{ $json.row }}',
	'={{ $json.list }}',
	'={{ $json }}',
	'text',
	'{{ $json.docId }}',
];

describe('a field that only names where in the item to look', () => {
	it.each(plainFields)('is read from the item as n8n reads it: %s', (written) => {
		const direct = readDirectly(written, json);
		expect(direct).not.toBe('evaluate');
		expect((direct as { value: unknown }).value).toEqual(evaluated(written));
	});

	it.each([
		'={{ $json.nothing.docId }}',
		'={{ $json.missing.docId ?? $json.docId }}',
		'={{ $json.docId.length }}',
		'={{ $json.list.length }}',
		'={{ $json.docId.toUpperCase() }}',
		'={{ $json.constructor }}',
		'={{ $json.toString }}',
		'={{ $json.docId || $json.zero }}',
		'={{ $json["docId"] }}',
		'={{ $json.docId }} ',
		' ={{ $json.docId }}x',
		'={{ $json.when }}',
		'={{ $now }}',
		'={{ $jsonish.docId }}',
		'=text',
	])('is left to n8n where n8n may read it in another way: %s', (written) => {
		const direct = readDirectly(written, json);
		const isLeft = direct === 'evaluate' || !written.startsWith('=');
		expect(isLeft).toBe(true);
	});
});

describe('the parameters of a node', () => {
	const read = (parameters: IDataObject, items: IDataObject[]) => {
		const context = executeContext(
			{ nodeType, parameters: parameters as never },
			items.map((one) => ({ json: one })),
		);
		const evaluations = jest.spyOn(context, 'getNodeParameter');
		const checked = withCheckedParameters(context, [field, options]);
		const values = items.map((_, index) => [
			checked.getNodeParameter('field', index),
			checked.getNodeParameter('options', index, {}),
			checked.getNodeParameter('options.size', index, 7),
		]);
		return { values, evaluations: evaluations.mock.calls.length };
	};

	it('are read item by item without an evaluation, fields of options too', () => {
		const { values, evaluations } = read({ field: '={{ $json.id }}', options: { end: '={{ $json.row.end }}', size: 25 } }, [
			{ id: 'one', row: { end: 'soon' } },
			{ id: 'two', row: { end: 'later' } },
		]);
		expect(values).toEqual([
			['one', { end: 'soon', size: 25 }, 25],
			['two', { end: 'later', size: 25 }, 25],
		]);
		expect(evaluations).toBe(0);
	});

	it('are evaluated where one of them is more than a field', () => {
		const { values, evaluations } = read({ field: '={{ $json.id + 1 }}', options: { end: '={{ $json.id.toUpperCase() }}' } }, [
			{ id: 'one' },
		]);
		expect(values).toEqual([['one1', { end: 'ONE' }, 7]]);
		expect(evaluations).toBe(3);
	});

	it('are checked as before', () => {
		expect(() => read({ field: '={{ $json.id }}', options: { size: '={{ $json.size }}' } }, [{ id: 'x', size: 'many' }])).toThrow(
			'Size is "many", which is no whole number [item 0]',
		);
		expect(() => read({ field: '={{ $json.row }}' }, [{ row: { id: 'x' } }])).toThrow('holds an object');
	});
});
