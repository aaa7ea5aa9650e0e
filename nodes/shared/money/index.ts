/** Money: exact decimals, their reading, rounding and writing. The only importer of decimal.js. */
export { Decimal, ZERO } from './decimal';
export { readAmount } from './amount';
export { decimalsOf, inSmallestUnits, isIsoCurrency } from './currencies';
export { allot, roundTo, RunningRounder } from './rounding';
export { formatAmount, fromUnits, plainText, sumOfUnits, toJsonNumber, UnitSum } from './format';
