import { createContext, Script } from 'node:vm';

/** Longest regular expression taken. */
const LONGEST_EXPRESSION = 1000;
/** How long one expression may think about one text; far more than any needs that comes to an end, on a busy machine too. */
const PATIENCE_MS = 1000;
const REMEMBERED_AT_MOST = 100;

const shared = createContext({ expression: /x/, text: '' });
const test = new Script('expression.test(text)');
const givenUp = new Set<string>();

/** What is wrong with a regular expression that somebody ordered, or null. */
export function expressionProblem(name: string, expression: unknown): string | null {
	if (typeof expression !== 'string') return `${name} is a regular expression in text`;
	if (expression.length > LONGEST_EXPRESSION) return `${name} is longer than ${LONGEST_EXPRESSION} characters`;
	try {
		new RegExp(expression);
		return null;
	} catch {
		return `${name} "${expression}" is not a regular expression`;
	}
}

/**
 * Whether an expression fits a text. One that does not come to an end in time fits nothing from then on, so that no rule stops the
 * sandbox.
 */
export function boundedTest(expression: string, text: string): boolean {
	// What repeats nothing ends by itself.
	if (!/[*+?{]/.test(expression)) return new RegExp(expression).test(text);
	if (givenUp.has(expression)) return false;
	Object.assign(shared, { expression: new RegExp(expression), text });
	try {
		return test.runInContext(shared, { timeout: PATIENCE_MS }) === true;
	} catch {
		if (givenUp.size >= REMEMBERED_AT_MOST) givenUp.clear();
		givenUp.add(expression);
		return false;
	}
}
