import type { INodeProperties } from 'n8n-workflow';
import { outputsExpression } from '../../shared/n8n/outputs';
import { attachment } from './attachment';
import { company } from './company';
import { custom } from './custom';
import { funds } from './funds';
import { journalEntry } from './journalEntry';
import { journalVoucher } from './journalVoucher';
import { masterDataResources } from './masterData';
import { propertiesOf, type Resource } from './operation';
import { outgoingPayment } from './outgoingPayment';

/** Every resource of the node, by value. */
export const resources: Record<string, Resource> = {
	...masterDataResources,
	attachment,
	company,
	custom,
	funds,
	journalEntry,
	journalVoucher,
	outgoingPayment,
};

export const resourceProperties: INodeProperties[] = Object.entries(resources).flatMap(([name, resource]) =>
	propertiesOf(name, resource),
);

export const outputs = outputsExpression(
	Object.fromEntries(
		Object.entries(resources).flatMap(([name, { operations }]) =>
			Object.entries(operations).map(([operation, { outputs }]) => [`${name}:${operation}`, outputs?.labels]),
		),
	),
);
