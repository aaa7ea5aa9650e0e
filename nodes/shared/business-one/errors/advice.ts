/** What kind of failure it is, and so whose cure. */
export type ErrorClass = 'session' | 'permission' | 'validation' | 'period' | 'masterData' | 'duplicate' | 'capacity' | 'unknown';

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

/** Code of an error that is neither B1's nor the network's. */
export const FAULT_CODE = 'fault';

const FAULT_ADVICE =
	'Report this text. Nothing the server did causes it, so look at the record in B1 before anything is sent again.';

/** A read leaves nothing in B1 that somebody would have to look for. */
const READ_ADVICE =
	'This was a read: nothing in B1 changed. Run it again; if it stays, test the B1 credential and ask whoever looks after the Service Layer.';
const FAULT_READ_ADVICE = 'Report this text. This was a read: nothing in B1 changed, and nothing the server did causes it.';

/**
 * What a person can do about a failure.
 *
 * @param failure HTTP status, 0 without an answer; the code; whether the call would have changed data
 */
export function adviceFor(errorClass: ErrorClass, { status = 0, code = '', isWrite = true }: Partial<FailedCall> = {}): string {
	if (status === 413) return 'The request is too large for the server. Use a smaller batch size or a smaller file.';
	if (code === FAULT_CODE) return isWrite ? FAULT_ADVICE : FAULT_READ_ADVICE;
	return errorClass === 'unknown' && !isWrite ? READ_ADVICE : ADVICE[errorClass];
}

interface FailedCall {
	status: number;
	code: string;
	isWrite: boolean;
}
