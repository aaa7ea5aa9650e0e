import type { SandboxReply } from '../http';
import { boundedTest, expressionProblem } from '../patterns';
import { ServiceError } from './errors';
import { members, type Row } from './store/store';

/** How a refusal reaches the client: as an error, as the proxy's page, or as a connection that ends. */
export type NotificationAnswer = 'refuse' | 'badGateway' | 'drop';

/** A rule as a customer writes it into SBO_SP_TransactionNotification. */
export interface NotificationRule {
	/** Property of JournalEntries, or of their lines as `JournalEntryLines.Name`. */
	field: string;
	/** Regular expression; a value it fits is refused. A missing value counts as empty text. */
	pattern: string;
	/** The number the procedure gives (default 1). */
	code?: number;
	text: string;
	/** `refuse` unless told. */
	answer?: NotificationAnswer;
	/** True: single requests are refused in the ordinary way, and `answer` holds for change sets only. */
	onlyInChangeSets?: boolean;
}

/** Ends a request without the Service Layer's own answer: null stands for a connection that is cut. */
export class AnswerLost extends Error {
	constructor(readonly reply: SandboxReply | null) {
		super('the answer is lost');
	}
}

const ANSWERS: NotificationAnswer[] = ['refuse', 'badGateway', 'drop'];

/** The rules ordered by the control API; each of them strikes every time. */
export class Notifications {
	private rules: NotificationRule[] = [];

	/** Adds rules. Throws an Error that names the first one that is wrong; then none is added. */
	add(rules: unknown[]): void {
		rules.forEach((rule, index) => {
			const problem = problemOf(rule);
			if (problem !== null) throw new Error(`Rule ${index}: ${problem}`);
		});
		this.rules.push(...(rules as NotificationRule[]));
	}

	list(): NotificationRule[] {
		return this.rules;
	}

	clear(): void {
		this.rules = [];
	}

	/** Refuses an entry that a rule is about; the caller's transaction undoes it. Throws ServiceError or AnswerLost. */
	check(entry: Row, inChangeSet: boolean): void {
		const rule = this.rules.find(({ field, pattern }) => valuesOf(entry, field).some((value) => boundedTest(pattern, value)));
		if (!rule) return;
		const answer = rule.onlyInChangeSets && !inChangeSet ? 'refuse' : (rule.answer ?? 'refuse');
		if (answer === 'refuse') throw new ServiceError(400, -1, `(${rule.code ?? 1}) ${rule.text}`);
		throw new AnswerLost(answer === 'drop' ? null : proxyError);
	}
}

const proxyError: SandboxReply = {
	status: 502,
	headers: { 'Content-Type': 'text/html; charset=iso-8859-1' },
	body: '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>502 Proxy Error</title>\n</head><body>\n<h1>Proxy Error</h1>\n</body></html>\n',
};

function valuesOf(entry: Row, field: string): string[] {
	const [name = '', member] = field.split('.');
	const values = member === undefined ? [entry[name]] : members(entry, name).map((line) => line[member]);
	return values.map((value) => (value === null || value === undefined ? '' : String(value)));
}

function problemOf(rule: unknown): string | null {
	if (typeof rule !== 'object' || rule === null) return 'a rule is an object';
	const { field, pattern, code, text, answer } = rule as Record<string, unknown>;
	if (typeof field !== 'string' || !/^\w+(\.\w+)?$/.test(field))
		return 'field names a property, such as Memo or JournalEntryLines.AccountCode';
	if (typeof text !== 'string' || text === '') return 'text is what the rule says';
	if (code !== undefined && !Number.isInteger(code)) return 'code is a whole number';
	if (answer !== undefined && !ANSWERS.includes(answer as NotificationAnswer)) return `answer is one of ${ANSWERS.join(', ')}`;
	return expressionProblem('pattern', pattern);
}
