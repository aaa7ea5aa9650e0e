/** The commitments of `funds/` kept in B1: commitment register, budgets and cost read from B1, steps applied exactly once. */
export { applyFundsDocument, type FundsOutcome } from './apply';
export { readBalances } from './balances';
export { checkFundsSettings } from './checkSettings';
export { consumptionOf, type ConsumptionSettings, type ToConsume } from './consume';
export type { PeriodBasis } from './periods';
export { setUpFundsRegister } from './setUp';
export { readySettings, type FundsSettings, type ReadySettings } from './settings';
