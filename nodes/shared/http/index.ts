/** What both clients share: sending, answers, waiting, failed calls, addresses that people enter. */
export { addressProblem, shownAddress } from './address';
export { nextDelayMs, retryAfterMs, type RetryPolicy } from './backOff';
export { CallError, type CallFacts } from './callError';
export { FULL_RESPONSE, headerOf, isSuccess, responseInThrown, type FullResponse, type Send } from './send';
export { causesOf, readThrown, type Thrown, type ThrownKind } from './thrown';
