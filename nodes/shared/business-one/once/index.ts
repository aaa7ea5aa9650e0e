export { writeChangeSet, writeChangeSets, type Attempt } from './changeSets';
export { isProvenByOneLook, maySendAgain, settle, TAKEN, waitAfter } from './settle';
export { writeOnce } from './writeOnce';
