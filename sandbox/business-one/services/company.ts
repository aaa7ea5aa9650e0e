import type { Core } from '../core';
import { structuredTypes } from '../metadata/model';
import { withDefaults } from '../rest/defaults';
import type { Row } from '../store/store';
import type { ServiceResult } from './types';

/** Settings of the company under the names of a type. */
function settings(core: Core, type: string): ServiceResult {
	const structured = structuredTypes.get(type);
	if (!structured) throw new Error(`The type ${type} is missing`);
	const company = core.company() as Record<string, unknown>;
	const known: Row = {};
	for (const property of structured.properties.values()) {
		const value = company[property.name];
		if (typeof value === 'string' || typeof value === 'number')
			known[property.name] = property.kind === 'double' ? String(value) : value;
	}
	return { kind: 'object', type, row: withDefaults(structured, known) };
}

export const adminInfo = (core: Core) => settings(core, 'AdminInfo');
export const companyInfo = (core: Core) => settings(core, 'CompanyInfo');
export const pathAdmin = (core: Core) => settings(core, 'PathAdmin');
