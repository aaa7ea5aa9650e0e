import type { ServiceLayer, ServiceLayerError } from '../business-one';
import { encodeText } from '../business-one/odata/literal';
import type { CostKey } from './costs';

/** A query that B1 keeps (set SQLQueries, feature pack 2011 and later). Another text would need another code. */
const CODE = 'CONCURB1COST';

/** Days and not months, because the Service Layer's SQL has no functions of dates; JDT1 is in its list of tables as it is shipped. */
const SQL = [
	'SELECT ProfitCode, Project, RefDate, SUM(Debit) AS Debited, SUM(Credit) AS Credited FROM JDT1',
	'WHERE Account = :account AND TransId > :afterNumber AND TransId <= :toNumber AND RefDate >= :fromDay AND RefDate <= :toDay',
	'GROUP BY ProfitCode, Project, RefDate ORDER BY RefDate, ProfitCode, Project',
].join(' ');

/** @returns where the query is run; undefined for an account that cannot be written into it */
export function costQueryPath({ account, year }: CostKey, after: number, upTo: number): string | undefined {
	if (!/^[\w .\-/]+$/.test(account)) return undefined;
	const parameters = {
		account: `'${account}'`,
		afterNumber: String(after),
		toNumber: String(upTo),
		fromDay: `'${year.from}'`,
		toDay: `'${year.to}'`,
	};
	const text = Object.entries(parameters).map(([name, value]) => `${name}=${encodeText(value)}`);
	return `SQLQueries('${CODE}')/List?${text.join('&')}`;
}

/**
 * Leaves the query with B1, and runs it once.
 * @returns whether it can be used: servers before feature pack 2011 have no such queries, and a user needs the right to them
 * @throws ServiceLayerError where B1 cannot be used at all
 */
export async function setUpCostQuery(serviceLayer: ServiceLayer): Promise<boolean> {
	const refused = (error: ServiceLayerError): false => {
		if (!error.isRefusal) throw error;
		return false;
	};
	const isThere = await serviceLayer.post('SQLQueries', { SqlCode: CODE, SqlName: 'Concur cost of accounts', SqlText: SQL }).then(
		() => true,
		(error: ServiceLayerError) => error.code === '-2035' || refused(error),
	);
	const probe = costQueryPath({ account: '0', year: { from: '2000-01-01', to: '2000-12-31' } }, 0, 0)!;
	return isThere && (await serviceLayer.get(probe).then(() => true, refused));
}
