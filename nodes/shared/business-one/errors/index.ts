export { errorOfReply, isSessionRefused } from './classify';
export { errorOfThrown } from './thrown';
export { readErrorBody } from './errorBody';
export { describePlace, readErrorPlace } from './errorPlace';
export {
	CapacityError,
	DuplicateError,
	MasterDataError,
	PeriodError,
	PermissionError,
	ServiceLayerError,
	SessionError,
	UnknownError,
	ValidationError,
	serviceLayerError,
	type ErrorClass,
	type ErrorFacts,
	type ErrorPlace,
} from './serviceLayerError';
