import { definitions } from '../../../nodes/SapB1ServiceLayer/actions/masterData/definitions';
import type { Good, Row, Rows } from './rows';

/** A record of each that the demo company has. */
const codes: Record<string, string | number> = {
	account: '611000',
	businessPartner: 'CBCP',
	costCenter: 'SALES',
	currency: 'USD',
	dimension: 1,
	distributionRule: 'SALES',
	project: 'ROLLOUT',
	taxGroup: 'V1',
};

/** A condition that every list takes: no record has this key. */
const condition = (field: string, type: string): Good => ({
	'filters.conditions.field': field,
	'filters.conditions.operator': 'ne',
	'filters.conditions.type': type,
	'filters.conditions.value': type === 'number' ? '987654' : 'none',
});

/** What lists share: a condition without a property is none. */
export function listRow(key: string, type = 'text'): Row {
	return {
		good: {
			...condition(key, type),
			'options.orderBy': key,
			'options.rawFilter': `${key} ne ${type === 'number' ? '0' : "'x'"}`,
		},
		notEmpty: ['filters.conditions.field', ...(type === 'number' ? ['filters.conditions.value'] : [])],
		wrong: { 'filters.conditions.field': "CardCode eq 'x' or", limit: -1 },
	};
}

export const masterDataRows: Rows = ({ employee }) =>
	Object.fromEntries(
		definitions.flatMap(({ resource, key, keyType, name }): Array<[string, Row]> => {
			const at = (operation: string) => `sapB1ServiceLayer.${resource}.${operation}`;
			const { good, ...search } = listRow(key, keyType);
			const searched = Object.fromEntries(Object.entries(good!).filter(([path]) => !path.startsWith('filters')));
			return [
				[
					at('get'),
					{ good: { code: resource === 'employee' ? employee : codes[resource] }, untouched: new RegExp(`${name} is empty`) },
				],
				[at('getAll'), listRow(key, keyType)],
				[
					at('search'),
					{
						...search,
						good: { ...searched, searchText: resource === 'dimension' ? 'i' : 'a' },
						notEmpty: [],
						wrong: { limit: 0 },
						untouched: /Search For is empty/,
					},
				],
			];
		}),
	);
