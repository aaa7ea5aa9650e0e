/** The audit: a chain of lines for each document, carried by its row, sealed by a daily line, checked and exported. Pure. */
export { collect, type LoggedLine, type TrailedRow } from './collect';
export { exportLines } from './exportLines';
export type { Step } from './line';
export { personOf, withSteps } from './trail';
export { verify } from './verify';
