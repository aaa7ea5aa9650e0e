/** For mutation testing, where every property is tried thousands of times over: a mutant that matters falls within a few runs. */
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 10 });
