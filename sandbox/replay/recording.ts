import { parsed, type Mask } from './masked';

/** One call of a recording, with nothing of the original in it. */
export interface RecordedCall {
	system: 'concur' | 'businessOne';
	method: string;
	/** Path and query. */
	url: string;
	request: string;
	status: number;
	type: string;
	reply: string;
}

/** A call as it was. */
export interface RawCall extends RecordedCall {
	/** Set where the bodies hold secrets: a sign-in. */
	isSignIn: boolean;
}

const TEXT_LINE =
	/^(--\S+|HTTP\/1\.1 \d{3}.*|(Content-(Type|Transfer-Encoding|ID|Length)|OData-Version|DataServiceVersion): .*)$/i;
const REQUEST_LINE = /^(GET|POST|PATCH|PUT|DELETE) (\S+)$/;

/** Path segments and query options are of the protocols; keys and values in quotes or brackets, and further segments, are a company's. */
function maskedUrl(url: string, mask: Mask): string {
	const [path = '', query] = url.split(/\?(.*)/s);
	const segments = path.split('/').map((segment) => maskedSegment(decoded(segment), mask));
	const options = query?.split('&').map((option) => {
		const [name = '', value = ''] = option.split(/=(.*)/s);
		return `${name}=${encodeURIComponent(isOption(name) ? maskedOption(decoded(value), mask) : maskedParameter(decoded(value), mask))}`;
	});
	return segments.map(encodeSegment).join('/') + (options ? `?${options.join('&')}` : '');
}

const encodeSegment = (segment: string): string =>
	encodeURIComponent(segment).replace(/%(24|28|29|27|2C|3D|3A|40)/g, decodeURIComponent);

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Sets, functions and services are names with letters only; a document's id, a company's UUID and what stands in brackets are not. */
function maskedSegment(segment: string, mask: Mask): string {
	const [, name = '', key] = /^([^(]*)(\(.*\))?$/s.exec(segment) ?? [];
	const kept =
		/^U_/.test(name) || /^(v\d|b1s|fi|\$batch|\$crossjoin|[A-Za-z]{0,40}(_[A-Za-z]{1,40})?)$/.test(name)
			? mask.name(name)
			: mask.name(mask.text(name));
	return kept + (key === undefined ? '' : maskedOption(key, mask));
}

const isOption = (name: string): boolean => name.startsWith('$');

const maskedParameter = (value: string, mask: Mask): string => (/^\d{1,6}$/.test(value) ? value : mask.text(value));

/** What stands in quotes is a value; the rest of a filter is names, operators and numbers. */
function maskedOption(text: string, mask: Mask): string {
	if (!text.includes("'")) return unquoted(text, mask);
	return text
		.split(/('(?:[^']|'')*')/)
		.map((part, index) => (index % 2 === 1 ? `'${mask.text(part.slice(1, -1))}'` : unquoted(part, mask)))
		.join('');
}

/** Names and operators of a query; its decimal numbers are amounts. */
const unquoted = (text: string, mask: Mask): string =>
	text
		.replace(/U_\w+/g, (name) => mask.name(name))
		.replace(/\d+\.\d+/g, (number) => mask.amount(number))
		.replace(/[^\x20-\x7e]+/g, '');

function maskedBody(body: string, mask: Mask): string {
	const json = parsed(body);
	if (json !== undefined) return JSON.stringify(mask.json(json));
	return body
		.split(/\r?\n/)
		.map((line) => {
			const request = REQUEST_LINE.exec(line);
			if (request) return `${request[1]} ${maskedUrl(request[2]!, mask)}`;
			if (line === '' || TEXT_LINE.test(line)) return line;
			const inner = parsed(line);
			return inner === undefined ? mask.text(line) : JSON.stringify(mask.json(inner));
		})
		.join('\r\n');
}

/** The call with every name, text, amount and secret replaced. A sign-in keeps its status only. */
export function masked({ isSignIn, ...call }: RawCall, mask: Mask): RecordedCall {
	return {
		...call,
		url: maskedUrl(call.url, mask),
		request: isSignIn ? '' : maskedBody(call.request, mask),
		reply: isSignIn ? '' : maskedBody(call.reply, mask),
	};
}
