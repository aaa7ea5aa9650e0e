import { createContext, Script } from 'node:vm';

/** Longest regular expression taken. */
const longestExpression = 1000;
/** How long one expression may think about one text; far more than any needs that comes to an end, on a busy machine too. */
const patienceMs = 1000;
const rememberedAtMost = 100;

const shared = createContext({ expression: /x/, text: '' });
const test = new Script('expression.test(text)');
const givenUp = new Set<string>();

/** What is wrong with a regular expression that somebody ordered, or null. */
export function expressionProblem(name: string, expression: unknown): string | null {
	if (typeof expression !== 'string') return `${name} is a regular expression in text`;
	if (expression.length > longestExpression) return `${name} is longer than ${longestExpression} characters`;
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
		return test.runInContext(shared, { timeout: patienceMs }) === true;
	} catch {
		if (givenUp.size >= rememberedAtMost) givenUp.clear();
		givenUp.add(expression);
		return false;
	}
}
