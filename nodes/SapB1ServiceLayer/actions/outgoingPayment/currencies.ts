import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { MappedCurrencies } from '../../../shared/business-one/payments';
import { knobsOf, readProfile, type Profile } from '../../../shared/mapping';
import { mappingRows, mappingRowsReader, type ReadRows } from '../../../shared/n8n/mappingRows';

/** The mapping table, of which only the currencies count here. */
export const currenciesField: INodeProperties = {
	...mappingRows,
	description:
		'Rows of the mapping table. Of them the Currency Table and Local Currency count, so that Concur hears of USD where B1 has a code of its own such as $.',
	hint: 'The same expression as in the node that builds. When empty, the codes for documents that B1 keeps of its currencies count.',
};

/**
 * Reads what the mapping table of an item says of currencies, once for each table.
 *
 * @returns a function that throws an Error for rows that cannot be used
 */
export function currenciesReader(context: IExecuteFunctions): (itemIndex: number) => MappedCurrencies {
	const rowsFor = mappingRowsReader(context);
	const known = new Map<ReadRows, MappedCurrencies>();
	return (itemIndex) => {
		const rows = rowsFor(itemIndex);
		const currencies = known.get(rows) ?? currenciesOf(rows);
		known.set(rows, currencies);
		return currencies;
	};
}

function currenciesOf({ said }: ReadRows): MappedCurrencies {
	const { profile, problems } = readProfile(knobsOf(said));
	if (problems.length > 0) throw new Error(`The mapping rows cannot be used: ${problems.join(' ')}`);
	return { isoCodes: isoCodesIn(profile), local: profile.companyCurrency };
}

/** The currency table the other way round; of several ISO codes for one code of B1 the first counts, as it does for postings. */
const isoCodesIn = ({ currencyMap }: Profile): Map<string, string> =>
	new Map(
		Object.entries(currencyMap)
			.map(([iso, code]): [string, string] => [code, iso])
			.reverse(),
	);
