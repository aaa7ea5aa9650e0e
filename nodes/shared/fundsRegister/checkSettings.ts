import { ServiceLayerError, type BatchQuery, type ServiceLayer } from '../business-one';
import type { PeriodBasis } from './periods';
import type { FundsSettings } from './settings';
import { readRegister } from './snapshot';
import { FUNDS_SET } from './tables';

/** The scenario that every company is made with. */
const MAIN_SCENARIO = 1;

const BASIS_NAMES: Record<PeriodBasis, string> = { year: 'Fiscal Year', yearToDate: 'Year to Date', month: 'Month' };

/**
 * Refuses settings under which budgets would be judged wrongly: a scenario that the company does not have, where nothing would have a
 * budget and everything would pass, and periods of another kind than those that open commitments were made for.
 *
 * @throws ServiceLayerError saying which, and the way out; or where B1 cannot be read
 */
export async function checkFundsSettings(serviceLayer: ServiceLayer, { scenario, calendar }: FundsSettings): Promise<void> {
	const { basis } = calendar;
	const [ofOtherKind = [], scenarios = []] = await readRegister(serviceLayer, [openRowsOfOtherKind(basis), SCENARIOS]);
	const numbers = scenarios.map(({ Numerator }) => Number(Numerator));
	if (!numbers.includes(scenario) && !(numbers.length === 0 && scenario === MAIN_SCENARIO)) throw noScenario(scenario, numbers);
	const [row] = ofOtherKind;
	if (row) throw otherBasis(basis, String(row.U_Period), String(row.U_Reference ?? row.U_SourceId ?? ''));
}

const SCENARIOS: BatchQuery = { set: 'BudgetScenarios', query: { select: ['Numerator'], orderBy: 'Numerator' } };

/** The form of a period tells its kind: `2026` is a year, `2026-03` a month. */
function openRowsOfOtherKind(basis: PeriodBasis): BatchQuery {
	const isMonth = "contains(U_Period,'-')";
	const other = basis === 'month' ? `U_Period ne '' and not ${isMonth}` : isMonth;
	const select = ['Code', 'U_Period', 'U_Reference', 'U_SourceId'];
	return { set: FUNDS_SET, query: { filter: `U_Status eq 'O' and ${other}`, select, orderBy: 'Code', top: 1 } };
}

function noScenario(scenario: number, known: number[]): Error {
	return refused(
		`B1 has no budget scenario ${scenario}`,
		`Set Budget Scenario to the number of one that is there${known.length > 0 ? `: ${known.join(', ')}` : ''}. Nothing was answered, reserved or released.`,
		{ table: 'BudgetScenarios', field: 'Numerator', value: String(scenario) },
	);
}

function otherBasis(basis: PeriodBasis, period: string, reference: string): Error {
	const former = basis === 'month' ? BASIS_NAMES.year : BASIS_NAMES.month;
	return refused(
		`Budget Period is ${BASIS_NAMES[basis]}, but open commitments belong to periods of another kind, such as ${period} of ${reference}`,
		`Set Budget Period back to ${former} and let these commitments be used up or released; Get Balances lists them. Then change it. Nothing was answered, reserved or released.`,
		{ table: FUNDS_SET, field: 'U_Period', value: period },
	);
}

function refused(message: string, advice: string, place: { table: string; field: string; value: string }): Error {
	return new ServiceLayerError({ kind: 'validation', message, place, advice });
}
