/** The posting engine: FIS documents in, balanced postings or coded reasons out. Pure: no n8n, no HTTP, no clock, no randomness. */
export type { Role, PostingLine, PurchaseRow, Goods, OrderOfLine, Posting, PriorPosting, BuildContext } from './types';
export { fieldsAt } from './userFields';
export { Assembly } from './assembly';
export { buildPosting, buildPostings } from './build';
export { costObjectsOf } from './lineDefaults';
export { documentValue } from './documentValue';
export { commonValue, sourceValue } from './sourceTexts';
export { hasAmount, sideOf, unbasedTaxes } from './line';
export { documentRate, localAmounts, settledAmounts, type LocalAmounts, type LocalMoney } from './rates';
export { isPurchase } from './purchase';
export { baseOf, exceedsRate, type TaxTerms } from './taxBase';
