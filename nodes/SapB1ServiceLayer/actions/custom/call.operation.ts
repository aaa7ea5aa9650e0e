import type { IDataObject, IExecuteFunctions, IHttpRequestMethods } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { getRest, pageSizeHeader, plainObject, rowsOf, type Row, type ServiceLayer } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { limitField, returnAllField, sayTruncated, withoutMetadata } from '../listFields';
import type { Operation } from '../operation';

/** Any entity or function. Reads are repeated when B1 is busy; writes never are. */
export const call: Operation = {
	fields: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			options: [
				{ name: 'DELETE', value: 'DELETE' },
				{ name: 'GET', value: 'GET' },
				{ name: 'PATCH', value: 'PATCH' },
				{ name: 'POST', value: 'POST' },
				{ name: 'PUT', value: 'PUT' },
			],
			default: 'GET',
			description: 'GET reads; the others change data in B1',
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			default: '',
			required: true,
			placeholder: "e.g. Items('A001') or Orders?$filter=DocTotal gt 100",
			description: 'Path behind the version, with the query where there is one',
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '{}',
			description: 'What is sent, as the Service Layer reference of this object shows it',
			displayOptions: { show: { method: ['PATCH', 'POST', 'PUT'] } },
		},
		{ ...returnAllField, displayOptions: { show: { method: ['GET'] } } },
		{ ...limitField, displayOptions: { show: { method: ['GET'], returnAll: [false] } } },
	],
	async execute({ context, serviceLayer }) {
		return [await perItem(context, async (itemIndex) => await callOne(context, serviceLayer, itemIndex))];
	},
};

async function callOne(context: IExecuteFunctions, serviceLayer: ServiceLayer, itemIndex: number): Promise<IDataObject[]> {
	const method = context.getNodeParameter('method', itemIndex) as IHttpRequestMethods;
	const path = relativePath(context, context.getNodeParameter('path', itemIndex) as string, itemIndex);
	if (method === 'GET') return await readAny(context, serviceLayer, path, itemIndex);
	const body = method === 'DELETE' ? undefined : bodyOf(context, itemIndex);
	const reply = await serviceLayer.call({ method, path, ...(body === undefined ? {} : { body }) });
	if (reply.body instanceof Object) return rowsOf(reply.body).length > 0 ? rowsOf(reply.body) : [plainObject(reply.body)];
	return [
		method === 'DELETE'
			? { deleted: true }
			: {
					statusCode: reply.statusCode,
					...(reply.body === '' || reply.body === undefined ? {} : { value: reply.body as string }),
				},
	];
}

async function readAny(
	context: IExecuteFunctions,
	serviceLayer: ServiceLayer,
	path: string,
	itemIndex: number,
): Promise<IDataObject[]> {
	const returnAll = context.getNodeParameter('returnAll', itemIndex, false) === true;
	const wanted = returnAll ? undefined : (context.getNodeParameter('limit', itemIndex, 50) as number);
	const top = topIn(path);
	const limit = top === undefined ? wanted : Math.min(top, wanted ?? top);
	const headers = pageSizeHeader(limit === undefined ? PAGE_SIZE : Math.min(PAGE_SIZE, limit + 1));
	const { body } = await serviceLayer.get(path, headers);
	if (!(body instanceof Object)) return [{ value: body as string | number }];
	if (!Array.isArray((body as { value?: unknown }).value)) return [withoutMetadata(body as Row)];
	const { rows, truncated } = await getRest(serviceLayer, path, body, { limit, headers });
	// What $top leaves out was not asked for.
	if (truncated && limit !== top) sayTruncated(context, rows.length);
	return rows.map(withoutMetadata);
}

const PAGE_SIZE = 500;

/** How many rows the path itself asks for: B1 takes `$top` for one page, and its next links lead beyond. */
function topIn(path: string): number | undefined {
	const top = /[?&](?:\$|%24)top=(\d+)(?:&|$)/i.exec(path)?.[1];
	return top === undefined ? undefined : Number(top);
}

/** The session belongs to one server, so only paths of that server are called. */
function relativePath(context: IExecuteFunctions, path: string, itemIndex: number): string {
	const trimmed = path.trim().replace(/^\/+(b1s\/v[12]\/)?/, '');
	if (trimmed === '' || /^[a-z][a-z0-9+.-]*:/i.test(trimmed) || leadsOut(trimmed.split('?')[0] ?? '')) {
		throw new NodeOperationError(context.getNode(), `"${path}" is not a path of the Service Layer`, {
			itemIndex,
			description: "Give the part behind the version, e.g. Items('A001').",
		});
	}
	return encodedPath(trimmed);
}

/**
 * Encodes a path as a person writes it. Between single quotes everything is the value, also the characters that would divide a URL;
 * outside of them they divide it. A path with percent codes is encoded already, except for those characters.
 */
function encodedPath(path: string): string {
	const isEncoded = /%[0-9A-F]{2}/i.test(path);
	return path
		.split(/('(?:[^']|'')*')/)
		.map((part, index) => {
			const isValue = index % 2 === 1;
			const text = isEncoded ? part : encodeURI(part);
			return text.replace(isValue ? /[&#+?=;]/g : /#/g, (character) => encodeURIComponent(character));
		})
		.join('');
}

/** As often as somebody may have encoded dots or slashes, a server or a gateway before it may decode them. */
const MAX_DECODINGS = 5;

/** @returns whether a path holds dots, backslashes or the like that lead elsewhere, however often they are encoded */
function leadsOut(path: string): boolean {
	let text = path;
	for (let times = 0; times <= MAX_DECODINGS; times++) {
		const isUnseemly = [...text].some((character) => '\\#'.includes(character) || character < ' ');
		if (isUnseemly || text.split('/').some((segment) => /^\.{1,2}(;|$)/.test(segment.trim()))) return true;
		const decoded = text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
		if (decoded === text) return false;
		text = decoded;
	}
	return true;
}

function bodyOf(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const value = context.getNodeParameter('body', itemIndex, {});
	if (value instanceof Object) return value as IDataObject;
	try {
		return JSON.parse(String(value)) as IDataObject;
	} catch {
		throw new NodeOperationError(context.getNode(), `Body is not valid JSON [item ${itemIndex}]`, {
			itemIndex,
			description: 'Give an object such as {"Name": "Travel"}.',
		});
	}
}
