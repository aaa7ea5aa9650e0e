/** What both clients know of HTTP: addresses that people enter, and calls that end without an answer. Pure. */
export { addressProblem, shownAddress } from './address';
export { causesOf, readThrown, type Thrown, type ThrownKind } from './thrown';
