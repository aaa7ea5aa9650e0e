import { ACT_NAMES, ACTS_THAT_RUN, LIST_NAMES, SORT_NAMES, type Act, type DeskRequest, type Shown, type View } from './types';

type Fields = Record<string, unknown>;

/** Rows that one request names at most: those of one page. */
const MAX_ROWS = 200;
const MAX_TEXT = 1000;
const MAX_SEARCH = 100;
const MAX_NAME = 100;
const MAX_CELL = 200;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** All values of a field; a form sends one field many times, and readers of forms give a list or numbered names. */
function valuesOf(value: unknown): string[] {
	const values: unknown[] = isFields(value) ? Object.values(value) : Array.isArray(value) ? (value as unknown[]) : [value];
	return values.filter((one): one is string => typeof one === 'string');
}

const textOf = (value: unknown, longest: number): string => (valuesOf(value)[0] ?? '').trim().slice(0, longest);

const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
	names.find((name) => name === textOf(value, MAX_NAME));

const countOf = (value: unknown): number => {
	const text = textOf(value, 9);
	return /^\d+$/.test(text) ? Number(text) : 0;
};

function viewOf(fields: Fields): View {
	return {
		list: oneOf(LIST_NAMES, fields.list) ?? 'waiting',
		search: textOf(fields.search, MAX_SEARCH),
		reason: textOf(fields.reason, MAX_NAME),
		sort: oneOf(SORT_NAMES, fields.sort) ?? 'since',
		page: Math.max(1, countOf(fields.page)),
		row: countOf(fields.row) || null,
	};
}

const shownOf = (value: string): Shown[] => {
	const [, id, stamp] = /^(\d{1,15})\.([\w-]{8,64})$/.exec(value) ?? [];
	return id === undefined || stamp === undefined ? [] : [{ id: Number(id), stamp }];
};

/** Cells of a row of the mapping: fields whose names begin with `map-`. */
const cellsOf = (body: Fields): Record<string, string> =>
	Object.fromEntries(
		Object.entries(body)
			.filter(([name]) => /^map-[a-zA-Z]{1,20}$/.test(name))
			.map(([name, value]) => [name.slice(4), textOf(value, MAX_CELL)]),
	);

function actOf(body: Fields): Act | null {
	const name = oneOf(ACT_NAMES, body.act);
	if (name === undefined) return null;
	return {
		name,
		runsPipeline: ACTS_THAT_RUN.has(name),
		rows: valuesOf(body.shown).slice(0, MAX_ROWS).flatMap(shownOf),
		text: textOf(body.text, MAX_TEXT),
		number: textOf(body.number, 80),
		postingDate: textOf(body.postingDate, 10),
		anyAmount: textOf(body.anyAmount, 3) === 'yes',
		setting: textOf(body.setting, MAX_NAME),
		cells: cellsOf(body),
		shownAt: textOf(body.shownAt, 30),
	};
}

/** The user of a Basic log-in, which n8n has compared with the credential of the webhook. */
function basicUser(authorization: unknown): string {
	const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(textOf(authorization, 2000)) ?? [];
	if (encoded === undefined) return '';
	return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0]!.trim().slice(0, MAX_NAME);
}

/**
 * Reads what a webhook of n8n received.
 *
 * @param received `{ headers, query, body }` as the Webhook node gives them
 * @param identityHeader header in which a reverse proxy says who is asking; empty where n8n itself asks for a name and a password
 * @returns undefined where nobody says who is asking: nothing is shown or done then
 */
export function readRequest(received: Fields, identityHeader: string): DeskRequest | undefined {
	const headers = fieldsOf(received.headers);
	const person =
		identityHeader === '' ? basicUser(headers.authorization) : textOf(headers[identityHeader.toLowerCase()], MAX_NAME);
	if (person === '') return undefined;
	const [query, body] = [fieldsOf(received.query), fieldsOf(received.body)];
	const isForm = 'act' in body;
	const act = isForm ? actOf(body) : null;
	const said = isForm && act === null ? 'notUnderstood' : textOf(query.said, MAX_NAME);
	return { person, view: viewOf(isForm ? body : query), act, said, count: countOf(query.count) };
}
