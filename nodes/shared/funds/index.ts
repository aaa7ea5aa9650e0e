/** Funds and grants: commitments that funds documents reserve in and release from. Pure: no n8n, no HTTP, no clock. */
export type {
	SourceKind,
	StepKind,
	Instruction,
	BudgetKey,
	FundsStep,
	Taken,
	CommitmentRow,
	AppliedStep,
	Commitments,
	RowChange,
	BudgetRow,
	FundsAnswer,
	FundsResult,
} from './types';
export { applyFundsStep, NO_COMMITMENTS } from './applyFundsStep';
export { balancesOf, budgetFor, type Balance } from './budgets';
export { encumbranceLines, type EncumbranceAccounts, type EncumbranceLine } from './encumbrance';
export { budgetKeyText, rowId } from './keys';
export type { FundsPolicies } from './policies';
export { readFundsDocument, type FundsReading } from './readFundsDocument';
