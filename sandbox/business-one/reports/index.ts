export { costReport } from './costs';
export { openItems, paymentRun } from './openItems';
export { vatReport } from './vat';
