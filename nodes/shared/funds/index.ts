/** Funds and grants: commitments that funds documents reserve in and release from. Pure: no n8n, no HTTP, no clock. */
export * from './types';
export { applyFundsStep, NO_COMMITMENTS } from './applyFundsStep';
export { balancesOf, budgetFor, type Balance } from './budgets';
export { encumbranceLines, type EncumbranceAccounts, type EncumbranceLine } from './encumbrance';
export { budgetKeyId, budgetKeyText, rowId } from './keys';
export { DEFAULT_FUNDS_POLICIES, type FundsPolicies } from './policies';
export { readFundsDocument, type FundsReading } from './readFundsDocument';
