/** Service codes per document (FIS v4, Service Codes) with the text FIS gives for each. */
export const serviceMessages: Record<number, string | null> = {
	0: null,
	99: 'System ID in request does not match system ID in FI database.',
	101: 'This document was previously acknowledged.',
	102: 'This document has been recalled.',
	103: 'This document is not ready.',
	104: 'This document does not exist in the FI database.',
	105: 'This document is not of the type in the request.',
	111: 'This document has not been acknowledged.',
	112: 'This document has been recalled.',
	113: 'Confirmation has been posted for this document.',
	114: 'Document is not in a known state.',
	115: 'This document is not of the type in the request.',
	116: 'This document does not exist in the FI database.',
	198: 'Invalid request - this same request will not work if tried again.',
	199: 'Unknown error, please try again later.',
	213: 'Payment confirmation has been posted for this document.',
	298: 'Invalid payment request.',
};

/** What FIS says about one document of a request. */
export interface Verdict {
	code: number;
	/** Overrides the result that goes with the code. */
	result?: string;
	/** Overrides the text that goes with the code. */
	message?: string;
	/** Payment confirmations only. */
	paymentRef?: string;
}

export type Step = 'acknowledge' | 'posting' | 'payment';

const resultNames: Record<Step, string> = {
	acknowledge: 'acknowledgeResult',
	posting: 'postingConfirmationResult',
	payment: 'paymentConfirmationResult',
};

const results: Record<Step, Record<number, string>> = {
	acknowledge: {},
	posting: { 111: 'NOT_YET_ACKNOWLEDGED', 112: 'WAS_RECALLED', 199: 'SYSTEM_ERROR_OCCURRED' },
	payment: { 199: 'SYSTEM_ERROR_OCCURRED' },
};

function textOf(code: number): string | null {
	const text = serviceMessages[code];
	return text === undefined ? `Service code ${code}.` : text;
}

/** One element of a reply, in the shape of its step (AcknowledgeResponseItem and its two sisters). */
export function responseItem(step: Step, docId: string, systemId: string | null, verdict: Verdict): Record<string, unknown> {
	const { code } = verdict;
	return {
		code,
		docId,
		systemId,
		[resultNames[step]]: verdict.result ?? (code === 0 ? 'SUCCESS' : (results[step][code] ?? 'FAILURE')),
		errorMessage: verdict.message ?? textOf(code),
		...(step === 'acknowledge' ? {} : { detailMessage: '' }),
		...(step === 'payment' && verdict.paymentRef !== undefined ? { paymentRef: verdict.paymentRef } : {}),
	};
}
