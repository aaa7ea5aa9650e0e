import {
	NodeHelpers,
	Workflow,
	type INode,
	type INodeOutputConfiguration,
	type INodeProperties,
	type INodePropertyCollection,
} from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';

const node = new BuildJournalEntry();

/** Every field a person can fill in, with the names of what it is in. */
function fieldsOf(properties: INodeProperties[], path: string[] = []): Array<{ path: string; property: INodeProperties }> {
	return properties.flatMap((property) => {
		const here = [...path, property.name];
		const inner = (property.options ?? []).flatMap((option) =>
			'values' in option ? (option as INodePropertyCollection).values : 'type' in option ? [option as INodeProperties] : [],
		);
		return [{ path: here.join('.'), property }, ...fieldsOf(inner, here)];
	});
}

const fields = fieldsOf(node.description.properties);

describe('the fields of the mapping', () => {
	test('each say what they mean, in a description, a hint or the descriptions of their options', () => {
		const silent = fields.filter(({ property }) => {
			const explained = (property.options ?? []).some((option) => 'description' in option && option.description);
			return !property.description && !property.hint && !explained && property.type !== 'collection';
		});
		expect(silent.map(({ path }) => path)).toEqual([]);
	});

	test('name only list searches that exist, so that no picker fails in the editor', () => {
		const named = fields.flatMap(({ property }) =>
			(property.modes ?? []).flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
		);
		expect(named.length).toBeGreaterThan(20);
		expect([...new Set(named)].filter((name) => !Object.hasOwn(node.methods.listSearch, name))).toEqual([]);
		expect(Object.keys(node.methods.listSearch).filter((name) => !named.includes(name))).toEqual([]);
	});

	test('are shown for the operation and the kind of mapping they belong to', () => {
		const top = node.description.properties;
		const hidden = (name: string) => top.find((property) => property.name === name)?.displayOptions?.show;
		expect(hidden('document')).toEqual({ operation: ['build'] });
		const operation = ['build', 'exportProfile', 'exportRows'];
		expect(hidden('profile')).toEqual({ operation, mappingMode: ['profile'] });
		expect(hidden('partners')).toEqual({ operation, mappingMode: ['fields'] });
	});
});

describe('the outputs', () => {
	const outputsFor = (operation: string) => {
		const nodeType = new BuildJournalEntry();
		const node: INode = {
			id: '1',
			name: 'Node',
			type: 'buildJournalEntry',
			typeVersion: 1,
			position: [0, 0],
			parameters: { operation },
		};
		const nodeTypes = { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		return NodeHelpers.getNodeOutputs(workflow, node, nodeType.description).map(
			(output) => (output as INodeOutputConfiguration).displayName,
		);
	};

	test('are named after what is on them', () => {
		expect(outputsFor('build')).toEqual(['Ready', 'Needs Review', 'Nothing to Post']);
		expect(outputsFor('exportProfile')).toEqual(['Profile']);
		expect(outputsFor('exportRows')).toEqual(['Rows']);
		expect(outputsFor('listLines')).toHaveLength(1);
		expect(outputsFor('makeSheet')).toHaveLength(1);
	});
});
