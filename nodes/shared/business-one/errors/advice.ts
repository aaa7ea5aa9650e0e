import type { ErrorClass } from './serviceLayerError';

const ADVICE: Record<ErrorClass, string> = {
	session: 'Test the B1 credential: user, password and company must be right and the user not locked.',
	permission: 'Ask a B1 administrator to give the user of the credential the authorization for this.',
	validation: 'Correct the named field and run the item again.',
	period: 'Open the posting period in B1, or choose another posting date rule, and run the item again.',
	masterData: 'Create or activate the named record in B1, or correct the mapping, and run the item again.',
	duplicate: 'Look at the record that is already in B1.',
	capacity: 'B1 or a gateway before it is busy or down. Try again later; a smaller batch size may help.',
	unknown: 'Look at the record in B1 before anything is sent again.',
};

export const FAULT_ADVICE =
	'Report this text. Nothing the server did causes it, so look at the record in B1 before anything is sent again.';

/** @returns what a person can do about a failure of this class */
export function adviceFor(errorClass: ErrorClass, status: number): string {
	if (status === 413) return 'The request is too large for the server. Use a smaller batch size or a smaller file.';
	return ADVICE[errorClass];
}
