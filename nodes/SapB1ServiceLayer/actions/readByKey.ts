import {
	buildFilter,
	entityPath,
	fitsInPath,
	getAll,
	queryText,
	serviceLayerError,
	type Key,
	type Row,
	type ServiceLayer,
} from '../../shared/business-one';

interface KeyedSet {
	set: string;
	key: string;
	keyType: 'text' | 'number';
}

/**
 * Reads one record by its key.
 * @param select properties to return; all without it
 * @throws ServiceLayerError of class masterData where there is none, RangeError where a numeric key is no number
 */
export async function readByKey(
	serviceLayer: ServiceLayer,
	{ set, key, keyType }: KeyedSet,
	value: string,
	select?: string[],
): Promise<Row> {
	if (value === '') throw new RangeError('No code is given');
	const keyValue: Key = keyType === 'number' ? Number(value) : value;
	if (keyType === 'number' && !Number.isInteger(keyValue)) throw new RangeError(`"${value}" is not a number`);
	if (!fitsInPath(keyValue)) return await readByFilter(serviceLayer, set, key, value, select);
	return (await serviceLayer.get(`${entityPath(set, keyValue)}${queryText({ select })}`)).body as Row;
}

async function readByFilter(
	serviceLayer: ServiceLayer,
	set: string,
	key: string,
	value: string,
	select?: string[],
): Promise<Row> {
	const filter = buildFilter([{ field: key, operator: 'eq', value }]);
	const [row] = (await getAll(serviceLayer, set, { filter, select }, { limit: 1 })).rows;
	if (row) return row;
	throw serviceLayerError({
		errorClass: 'masterData',
		message: `There is no record with ${key} "${value}" in ${set}`,
		status: 404,
		code: '-2028',
		text: '',
		place: { table: set, field: key, value },
		advice: 'Check the code.',
		done: 'no',
	});
}
