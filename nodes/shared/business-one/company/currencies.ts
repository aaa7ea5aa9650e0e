import { isIsoCurrency } from '../../money';
import type { ServiceLayer } from '../client';
import type { ServiceLayerError } from '../errors';
import { getAll, orChains } from '../odata';
import type { Row } from '../types';

/**
 * The ISO codes of currencies of B1, whose own codes are free (`$`): of those that are no ISO codes themselves, its code for documents.
 *
 * @returns ISO codes by B1's codes; one that B1 says nothing of stands for itself
 * @throws ServiceLayerError where B1 cannot be asked
 */
export async function readIsoCodes(serviceLayer: ServiceLayer, codes: Iterable<string>): Promise<Map<string, string>> {
	const all = [...new Set(codes)].filter((code) => code !== '');
	const own = all.filter((code) => !isIsoCurrency(code));
	const rows = await readRows(serviceLayer, 'Code', own);
	const named = new Map(rows.map(({ Code, DocumentsCode }) => [String(Code), String(DocumentsCode ?? '')]));
	return new Map(all.map((code) => [code, named.get(code) || code]));
}

/**
 * B1's code of a currency: the one whose code for documents it is, else the ISO code itself.
 *
 * @throws ServiceLayerError where B1 cannot be asked
 */
export async function readCurrencyCode(serviceLayer: ServiceLayer, iso: string): Promise<string> {
	const [row] = await readRows(serviceLayer, 'DocumentsCode', [iso]);
	return row === undefined ? iso : String(row.Code);
}

/** A user may be kept from the currencies; their codes are then taken as they are. */
async function readRows(serviceLayer: ServiceLayer, field: 'Code' | 'DocumentsCode', values: readonly string[]): Promise<Row[]> {
	const [filter] = orChains(field, values);
	if (filter === undefined) return [];
	const select = ['Code', 'DocumentsCode'];
	const found = await getAll(serviceLayer, 'Currencies', { filter, select }).catch((error: ServiceLayerError) => error);
	if (!(found instanceof Error)) return found.rows;
	if (found.isRefusal) return [];
	throw found;
}
