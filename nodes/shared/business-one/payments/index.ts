export { paymentsForEntries, type PaymentOptions } from './paymentsForEntries';
export type { DueConfirmation, EntryToCheck, PaidState, PaymentsOfEntry } from './types';
