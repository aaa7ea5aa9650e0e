/** A period compared three ways, Concur, the Data Table and B1: as figures, as CSV and as a page. Pure. */
export { reconciliationCsv } from './csv';
export { reconciliationPage } from './page';
export { periodOf } from './period';
export { reconcile } from './reconcile';
export type { BookEntry, BookLine, Books, BooksOfDocument, NotedDocument, Reconciliation } from './types';
