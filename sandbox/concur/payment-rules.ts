import { isObject, unknownFields, type Json } from './write';

const STATUS_CODES = ['CP', 'PP', 'RE', 'OB'];

/** The two ways FIS reads a clearing date; SAP's own sample has two digits of milliseconds where its description has three. */
const CLEARING_DATE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{2,3}Z|\d{8})$/;

/** What is wrong with one payment confirmation, or null (FIS v4, Payment Confirmation Request Item). */
export function paymentProblem(item: Json): string | null {
	if (!STATUS_CODES.includes(item.processingStatusCode as string))
		return `processingStatusCode is one of ${STATUS_CODES.join(', ')}.`;
	if (!Array.isArray(item.clearingDetails)) return 'clearingDetails is a list.';
	const paid = item.processingStatusCode === 'CP' || item.processingStatusCode === 'PP';
	if (paid && item.clearingDetails.length === 0) return 'A payment has clearingDetails.';
	for (const [index, detail] of item.clearingDetails.entries()) {
		const problem = isObject(detail) ? detailProblem(detail) : 'is not an object';
		if (problem !== null) return `clearingDetails[${index}]: ${problem}.`;
	}
	const refs = paymentRefsOf(item);
	return new Set(refs).size === refs.length ? null : 'A paymentRef stands in one detail only.';
}

function detailProblem(detail: Json): string | null {
	const { clearingAmount, clearingCurrency, clearingReference: reference } = detail;
	if (typeof detail.clearingDate !== 'string' || !CLEARING_DATE.test(detail.clearingDate)) {
		return "clearingDate is yyyy-MM-dd'T'HH:mm:ss.SSS'Z' or yyyyMMdd";
	}
	if (typeof clearingAmount !== 'number') return 'clearingAmount is a number';
	if (typeof clearingCurrency !== 'string' || !/^[A-Z]{3}$/.test(clearingCurrency)) return 'clearingCurrency is a currency code';
	if (!isObject(reference)) return 'clearingReference is required';
	if (typeof reference.paymentRef !== 'string' || reference.paymentRef === '') return 'clearingReference.paymentRef is required';
	const method = reference.paymentMethod;
	return method === undefined || method === 'E' || method === 'C' ? null : 'clearingReference.paymentMethod is E or C';
}

export function paymentRefsOf(item: Json): string[] {
	const details = Array.isArray(item.clearingDetails) ? (item.clearingDetails as unknown[]) : [];
	return details.flatMap((detail) => {
		const reference = isObject(detail) ? detail.clearingReference : null;
		return isObject(reference) && typeof reference.paymentRef === 'string' ? [reference.paymentRef] : [];
	});
}

/** Names of fields that FIS does not know. */
export function unknownPaymentFields(item: Json): string[] {
	const details = item.clearingDetails as Json[];
	const known = ['clearingDate', 'clearingAmount', 'clearingCurrency', 'receiver', 'clearingReference'];
	return [
		...unknownFields(item, ['docId', 'processingStatusCode', 'additionalMessage', 'clearingDetails']),
		...details.flatMap((detail, index) => unknownFields(detail, known, `clearingDetails[${index}].`)),
	];
}
