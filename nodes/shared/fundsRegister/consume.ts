import type { Change, Row, ServiceLayer } from '../business-one';
import type { FisDocument } from '../document';
import { applyFundsStep, readFundsDocument, type FundsStep } from '../funds';
import type { Profile } from '../mapping';
import { changesFor, postedAccounts } from './changes';
import { labelOf, type PeriodBasis } from './periods';
import { policiesFor, readySettings, type FundsSettings, type ReadySettings } from './settings';
import { readRegister, readSnapshot, rowsOf } from './snapshot';

/** What posting needs to know to turn reservations into cost. */
export type ConsumptionSettings = Pick<FundsSettings, 'encumbrance'> & {
	fiscalYearStart: number;
	/** YYYY-MM-DD. */
	today: string;
};

/** An expense document that is about to be posted, with the mapping it was built with. */
export interface ToConsume {
	document: FisDocument;
	profile: Profile;
}

/**
 * What is to be written together with the entries of expense documents, so that cost takes the place of what was reserved for it: the
 * report's own reservation first, then that of its requests. The key of such a step is the document's FIS id, so a repeat is refused.
 *
 * @returns for each document that anything is reserved for a function that gives the changes as of now; undefined for the others
 * @throws ServiceLayerError where B1 cannot be read or has no register
 */
export async function consumptionOf(
	serviceLayer: ServiceLayer,
	documents: ReadonlyArray<ToConsume | undefined>,
	settings: ConsumptionSettings,
): Promise<Array<(() => Promise<Change[]>) | undefined>> {
	const steps = documents.map((one) => one && readFundsDocument(one.document));
	const sources = steps.flatMap((step) => (step ? sourcesOf(step) : []));
	if (sources.length === 0) return documents.map(() => undefined);
	const reserved = (await readRegister(serviceLayer, rowsOf(sources))).flat();
	if (reserved.length === 0) return documents.map(() => undefined);
	const ready = await readySettings(serviceLayer, {
		...settings,
		profile: documents.find((one) => one !== undefined)!.profile,
		// A posting is never held for its currency: B1 converts the entry, so what it consumes is converted too.
		policies: { otherCurrency: 'convert', testUsers: true },
		calendar: { basis: 'year', fiscalYearStart: settings.fiscalYearStart, today: settings.today },
		scenario: 1,
	});
	return documents.map((one, index) => {
		const step = steps[index];
		const own = step ? reserved.filter(({ U_SourceId }) => sourcesOf(step).includes(String(U_SourceId))) : [];
		if (!one || own.length === 0) return undefined;
		return async () => await changesNow(serviceLayer, one, { ...ready, profile: one.profile, calendar: calendarOf(ready, own) });
	});
}

const sourcesOf = ({ sourceId, linkedRequestIds }: FundsStep): string[] => [...(sourceId ? [sourceId] : []), ...linkedRequestIds];

/** The period of a reservation tells by its form for which periods the budget was kept when it was made. */
function calendarOf({ calendar }: ReadySettings, rows: readonly Row[]): ReadySettings['calendar'] {
	const basis: PeriodBasis = String(rows[0]?.U_Period ?? '').includes('-') ? 'month' : 'year';
	return { ...calendar, basis };
}

async function changesNow(serviceLayer: ServiceLayer, { document }: ToConsume, settings: ReadySettings): Promise<Change[]> {
	const { profile, calendar } = settings;
	const step = readFundsDocument(document, { profile, periodOf: (day) => labelOf(calendar, day) });
	const snapshot = await readSnapshot(serviceLayer, step, { budgets: null, furtherAccounts: postedAccounts(settings) });
	const result = applyFundsStep(snapshot.state, step, [], await policiesFor(serviceLayer, settings, step.currency));
	return changesFor(step, result, snapshot, settings);
}
