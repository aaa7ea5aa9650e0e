import type { INodePropertyOptions } from 'n8n-workflow';
import { REQUESTED_TYPES } from '../document';

/** The document types a person can choose from, with choices of a node's own, in the order of their labels. */
export const docTypeOptions = (...more: INodePropertyOptions[]): INodePropertyOptions[] =>
	[...Object.entries(REQUESTED_TYPES).map(([value, name]) => ({ name, value })), ...more].sort((one, other) =>
		one.name.localeCompare(other.name, 'en'),
	);
