export { literal, propertyName, quote, type LiteralType } from './literal';
export { entityPath, fitsInPath, queryPath, queryText, type Key, type Query } from './path';
export { allOf, buildFilter, chainsOf, orChains, searchFilter, type Condition, type Operator } from './filter';
export { getAll, getRest, pageSizeHeader, rowsOf, type PageOptions, type Rows } from './pages';
