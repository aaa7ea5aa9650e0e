import type { IDataObject } from 'n8n-workflow';

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What the items of another node hold, as an expression such as `{{ $('Get rows').all() }}` gives them.
 *
 * @returns undefined for what is no list of items
 */
export function givenItems(value: unknown): IDataObject[] | undefined {
	if (!Array.isArray(value) || !value.every((item) => isObject(item) && isObject(item.json))) return undefined;
	return (value as Array<{ json: IDataObject }>).map(({ json }) => json);
}
