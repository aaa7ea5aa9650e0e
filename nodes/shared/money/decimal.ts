import { Decimal as BaseDecimal } from 'decimal.js';

/**
 * Decimal arithmetic for money: 60 digits, so that sums and products of amounts of 23 digits (the longest Concur sends) stay exact;
 * halves round away from zero, as accountants do, so that a refund mirrors its charge.
 */
export const Decimal = BaseDecimal.clone({ precision: 60, rounding: BaseDecimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Decimal = BaseDecimal;

export const ZERO: Decimal = new Decimal(0);
