export { errorOfReply, isSessionRefused } from './classify';
export { errorOfThrown } from './thrown';
export { readErrorBody } from './errorBody';
export { describePlace, readErrorPlace } from './errorPlace';
export { ServiceLayerError, type ErrorClass, type ErrorFacts, type ErrorPlace } from './serviceLayerError';
