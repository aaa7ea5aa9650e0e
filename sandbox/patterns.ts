import { createContext, Script } from 'node:vm';

/** Longest regular expression taken. */
const longestExpression = 1000;
/** How long one expression may think about one text. */
const patienceMs = 50;

const shared = createContext({ expression: /x/, text: '' });
const test = new Script('expression.test(text)');

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

/** Whether an expression fits a text; one that does not come to an end in time does not fit, so that no rule stops the sandbox. */
export function boundedTest(expression: string | RegExp, text: string): boolean {
	Object.assign(shared, { expression: new RegExp(expression), text });
	try {
		return test.runInContext(shared, { timeout: patienceMs }) === true;
	} catch {
		return false;
	}
}
