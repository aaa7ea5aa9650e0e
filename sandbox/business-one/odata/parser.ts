import { badFilter } from '../errors';
import { tokens, type Token } from './tokens';

export const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const FUNCTIONS = ['startswith', 'endswith', 'contains', 'substringof'] as const;
export type TextFunction = Exclude<(typeof FUNCTIONS)[number], 'substringof'>;

export type Operand = { kind: 'property'; name: string } | { kind: 'string' | 'date' | 'number' | 'word'; text: string };

export type Expression =
	| { kind: 'and' | 'or'; left: Expression; right: Expression }
	| { kind: 'not'; inner: Expression }
	| { kind: 'compare'; operator: Comparison; left: Operand; right: Operand }
	| { kind: 'text'; function: TextFunction; property: string; text: string };

const MAX_DEPTH = 200;
const WORDS = ['null', 'true', 'false'];

/**
 * Parses a $filter. Grammar: only the operators and functions of the Service Layer (Service Layer User's Guide, query options);
 * `in`, lambdas, arithmetic and every other function are refused.
 */
export function parseFilter(text: string): Expression {
	const parser = new Parser(tokens(text));
	const expression = parser.disjunction(0);
	parser.end();
	return expression;
}

class Parser {
	private at = 0;

	constructor(private readonly list: Token[]) {}

	disjunction(depth: number): Expression {
		if (depth > MAX_DEPTH) throw badFilter();
		let left = this.conjunction(depth);
		while (this.takeName('or')) left = { kind: 'or', left, right: this.conjunction(depth) };
		return left;
	}

	end(): void {
		if (this.list[this.at]) throw badFilter();
	}

	private conjunction(depth: number): Expression {
		let left = this.negation(depth);
		while (this.takeName('and')) left = { kind: 'and', left, right: this.negation(depth) };
		return left;
	}

	private negation(depth: number): Expression {
		if (depth > MAX_DEPTH) throw badFilter();
		if (this.takeName('not')) return { kind: 'not', inner: this.negation(depth + 1) };
		return this.primary(depth);
	}

	private primary(depth: number): Expression {
		if (this.take('open')) {
			const inner = this.disjunction(depth + 1);
			this.expect('close');
			return inner;
		}
		const token = this.next();
		if (token.kind === 'name' && this.peek()?.kind === 'open') return this.call(token);
		return this.comparison(token);
	}

	private call(name: Token): Expression {
		const found = FUNCTIONS.find((known) => known === name.text);
		if (!found) throw badFilter();
		this.expect('open');
		const first = operand(this.next());
		this.expect('comma');
		const second = operand(this.next());
		this.expect('close');
		const [property, text] = found === 'substringof' ? [second, first] : [first, second];
		if (property.kind !== 'property' || text.kind !== 'string') throw badFilter();
		return { kind: 'text', function: found === 'substringof' ? 'contains' : found, property: property.name, text: text.text };
	}

	private comparison(token: Token): Expression {
		const left = operand(token);
		const word = this.next();
		const operator = COMPARISONS.find((known) => word.kind === 'name' && known === word.text);
		if (!operator) throw badFilter();
		const right = operand(this.next());
		if (left.kind !== 'property') throw badFilter();
		return { kind: 'compare', operator, left, right };
	}

	private takeName(text: string): boolean {
		const token = this.peek();
		if (token?.kind !== 'name' || token.text !== text) return false;
		this.at += 1;
		return true;
	}

	private take(kind: Token['kind']): boolean {
		if (this.peek()?.kind !== kind) return false;
		this.at += 1;
		return true;
	}

	private expect(kind: Token['kind']): void {
		if (this.next().kind !== kind) throw badFilter();
	}

	private next(): Token {
		const token = this.list[this.at];
		if (!token) throw badFilter();
		this.at += 1;
		return token;
	}

	private peek(): Token | undefined {
		return this.list[this.at];
	}
}

function operand(token: Token): Operand {
	if (token.kind === 'string' || token.kind === 'date' || token.kind === 'number') return { kind: token.kind, text: token.text };
	if (token.kind !== 'name') throw badFilter();
	return WORDS.includes(token.text) ? { kind: 'word', text: token.text } : { kind: 'property', name: token.text };
}
