export { paymentsForEntries, type PaymentOptions } from './paymentsForEntries';
export type { DueConfirmation, EntryToCheck, MappedCurrencies, PaidState, PaymentsOfEntry } from './types';
