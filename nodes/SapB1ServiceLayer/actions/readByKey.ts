import {
	buildFilter,
	entityPath,
	fitsInPath,
	getAll,
	queryText,
	ServiceLayerError,
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
 * @throws ServiceLayerError of class masterData, naming the record, where there is none; RangeError where a numeric key is no number
 */
export async function readByKey(
	serviceLayer: ServiceLayer,
	{ set, key, keyType }: KeyedSet,
	value: string,
	select?: string[],
): Promise<Row> {
	const keyValue: Key = keyType === 'number' ? Number(value) : value;
	if (keyType === 'number' && !/^\d+$/.test(value)) throw new RangeError(`${key} "${value}" is not a number of ${set}`);
	if (!fitsInPath(keyValue)) return await readByFilter(serviceLayer, set, key, value, select);
	const reply = await serviceLayer
		.get(`${entityPath(set, keyValue)}${queryText({ select })}`)
		.catch((error: ServiceLayerError) => error);
	if (reply instanceof Error) throw naming(reply, { set, key }, value);
	return reply.body as Row;
}

/**
 * B1's own word for a missing record names none; an item that fails must.
 * @returns the error, saying which record it is where there is none
 */
export function naming(error: ServiceLayerError, { set, key }: Pick<KeyedSet, 'set' | 'key'>, value: string): ServiceLayerError {
	return error.status === 404 ? notFound(set, key, value, error) : error;
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
	throw notFound(set, key, value);
}

function notFound(set: string, key: string, value: string, said?: ServiceLayerError): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'masterData',
		message: `There is no record with ${key} "${value}" in ${set}${said?.text ? `: ${said.text}` : ''}`,
		status: 404,
		code: '-2028',
		text: said?.text ?? '',
		place: { table: set, field: key, value },
		advice: 'Check the code, and that the credential leads to the right company.',
	});
}
