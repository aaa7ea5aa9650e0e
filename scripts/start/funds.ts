import type { Balance } from '../../nodes/shared/funds';
import { readBalances, readySettings, setUpFundsRegister, type FundsSettings } from '../../nodes/shared/fundsRegister';
import { DEFAULT_PROFILE } from '../../nodes/shared/mapping';
import type { Sandbox } from '../../sandbox';
import { logIn } from './businessOne';

/** The settings the shipped funds workflow has. */
const SETTINGS: Omit<FundsSettings, 'calendar'> = { profile: DEFAULT_PROFILE, policies: {}, scenario: 1, encumbrance: null };

/** Makes the commitment register, as the workflow's own set-up branch would. */
export async function setUpFunds(sandbox: Sandbox): Promise<void> {
	const { usable, message } = await setUpFundsRegister(await logIn(sandbox));
	if (!usable) throw new Error(message);
}

/** Where every budget of the company stands now. */
export async function fundsBalances(sandbox: Sandbox): Promise<Balance[]> {
	const serviceLayer = await logIn(sandbox);
	const today = new Date().toISOString().slice(0, 10);
	const settings = { ...SETTINGS, calendar: { basis: 'year' as const, fiscalYearStart: 1, today } };
	return await readBalances(serviceLayer, await readySettings(serviceLayer, settings));
}
