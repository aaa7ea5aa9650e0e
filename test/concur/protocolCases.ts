import type { Given } from '../../nodes/shared/concur/verdict';

export interface ProtocolCase {
	phase: 'ack' | 'postingConfirmation' | 'paymentConfirmation' | 'token' | 'any';
	given: Given;
	action: string;
}

const ack = (given: Given, action: string): ProtocolCase => ({ phase: 'ack', given, action });
const posting = (given: Given, action: string): ProtocolCase => ({ phase: 'postingConfirmation', given, action });
const payment = (given: Given, action: string): ProtocolCase => ({ phase: 'paymentConfirmation', given, action });
const any = (given: Given, action: string): ProtocolCase => ({ phase: 'any', given, action });
const token = (given: Given, action: string): ProtocolCase => ({ phase: 'token', given, action });

/** What has to be done about each answer. FIS v4 reference, "Service Codes"; Concur authentication reference, "Error codes". */
export const protocolCases: ProtocolCase[] = [
	ack({ code: 0, acknowledgeResult: 'SUCCESS' }, 'proceed'),
	ack({ code: '0', acknowledgeResult: 'SUCCESS' }, 'proceed'),
	ack({ acknowledgeResult: 'SUCCESS' }, 'proceed'),
	ack({ code: 0, acknowledgeResult: 'FAILURE' }, 'alert'),
	ack({ acknowledgeResult: 'FAILURE' }, 'alert'),
	ack({ code: 99 }, 'stop'),
	ack({ code: 101, noted: true }, 'proceed'),
	ack({ code: 101, noted: false }, 'alert'),
	ack({ code: 101 }, 'alert'),
	ack({ code: 102 }, 'drop'),
	ack({ code: 103 }, 'nextPoll'),
	ack({ code: 104 }, 'alert'),
	ack({ code: 105 }, 'stop'),
	ack({ code: 114 }, 'retry'),
	ack({ code: 198 }, 'stop'),
	ack({ code: 199 }, 'retry'),
	posting({ code: 0, postingConfirmationResult: 'SUCCESS' }, 'done'),
	posting({ code: 99 }, 'stop'),
	posting({ code: 111 }, 'acknowledgeFirst'),
	posting({ postingConfirmationResult: 'NOT_YET_ACKNOWLEDGED' }, 'acknowledgeFirst'),
	posting({ code: 112, ownOutcome: 'posted' }, 'backOutErp'),
	posting({ code: 112, ownOutcome: 'success' }, 'backOutErp'),
	posting({ code: 112, ownOutcome: 'error' }, 'drop'),
	posting({ code: 113, ownOutcome: 'success', lastSent: 'success' }, 'done'),
	posting({ code: 113, ownOutcome: 'success', lastSent: 'error' }, 'alert'),
	posting({ code: 113, ownOutcome: 'error', lastSent: 'success' }, 'alert'),
	posting({ code: 113, ownOutcome: 'success' }, 'lookUp'),
	posting({ code: 114 }, 'retry'),
	posting({ code: 115 }, 'stop'),
	posting({ code: 116 }, 'alert'),
	posting({ code: 198 }, 'stop'),
	posting({ code: 199, postingConfirmationResult: 'SYSTEM_ERROR_OCCURRED' }, 'retry'),
	payment({ code: 0, paymentConfirmationResult: 'SUCCESS' }, 'done'),
	payment({ code: 213 }, 'done'),
	payment({ code: 298, paymentConfirmationResult: 'NOOP' }, 'done'),
	payment({ code: 298, paymentConfirmationResult: 'FAILURE' }, 'stop'),
	payment({ paymentConfirmationResult: 'NOT_POSTING_CONFIRMED' }, 'retry'),
	payment({ code: 116 }, 'alert'),
	any({ code: 777 }, 'alert'),
	any({ code: 'none' }, 'alert'),
	any({}, 'alert'),
	any({ http: 401 }, 'refreshToken'),
	any({ http: 403 }, 'stop'),
	any({ http: 404 }, 'stop'),
	any({ http: 429 }, 'retry'),
	any({ http: 503 }, 'retry'),
	token({ http: 400, code: 16 }, 'moveDatacenter'),
	token({ http: 400, code: 108 }, 'reconnect'),
	token({ http: 401, code: 61 }, 'stop'),
	token({ http: 400, code: 54 }, 'stop'),
	token({ http: 503 }, 'retry'),
];
