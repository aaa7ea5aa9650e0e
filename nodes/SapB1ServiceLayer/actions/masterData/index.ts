import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../operation';
import { definitions, type MasterDataDefinition } from './definitions';
import { getOperation } from './get.operation';
import { getManyOperation } from './getMany.operation';
import { searchOperation } from './search.operation';

/** The resources that only differ in names: each with Get, Get Many and Search. */
export const masterDataResources: Record<string, Resource> = Object.fromEntries(
	definitions.map((definition) => [definition.resource, { choice: choiceOf(definition), operations: operationsOf(definition) }]),
);

function operationsOf(definition: MasterDataDefinition): Record<string, Operation> {
	return { get: getOperation(definition), getAll: getManyOperation(definition), search: searchOperation(definition) };
}

function choiceOf({ resource, one, many, article }: MasterDataDefinition): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: [
			{ name: 'Get', value: 'get', action: `Get ${article} ${one}`, description: `Get one ${one} by its code` },
			{ name: 'Get Many', value: 'getAll', action: `Get many ${many}`, description: `Get many ${many}, with filters` },
			{ name: 'Search', value: 'search', action: `Search ${many}`, description: `Find ${many} by a part of their code or name` },
		],
		default: 'getAll',
	};
}
