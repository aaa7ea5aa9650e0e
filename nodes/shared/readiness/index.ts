/** Whether documents can be posted from a Concur into a B1, before the first one is: what is asked, and what the answers mean. */
export { judgeBusinessOne } from './businessOne';
export { judgeConcur } from './concur';
export { readConcur } from './concurReads';
export { readFacts, type BusinessOneFacts } from './facts';
export { reportOf } from './report';
export { isReady, type Readiness } from './types';
