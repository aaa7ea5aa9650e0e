import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ServiceLayer } from '../../shared/business-one';
import type { Company } from '../../shared/n8n/serviceLayer';
import type { OperationOutputs } from './failures';

/** What an operation works with. */
export interface OperationContext {
	context: IExecuteFunctions;
	serviceLayer: ServiceLayer;
	company: Company;
}

/** One operation: its fields in the editor and what it does with all items. Gives one list of items per output. */
export interface Operation {
	fields: INodeProperties[];
	/** Where they say what became of an item; a single one without a label otherwise. */
	outputs?: OperationOutputs;
	execute(run: OperationContext): Promise<INodeExecutionData[][]>;
}

/** A resource: its operations by value, and the choice of them. */
export interface Resource {
	choice: INodeProperties;
	operations: Record<string, Operation>;
}

/** Shows fields only for one operation of one resource. */
export function showFor(resource: string, operation: string, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: [operation], ...field.displayOptions?.show },
		},
	}));
}

/** @returns all properties of a resource, its choice of operations first */
export function propertiesOf(name: string, { choice, operations }: Resource): INodeProperties[] {
	return [choice, ...Object.entries(operations).flatMap(([operation, { fields }]) => showFor(name, operation, fields))];
}
