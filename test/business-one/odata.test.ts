import fc from 'fast-check';
import {
	allOf,
	buildFilter,
	entityPath,
	fitsInPath,
	literal,
	orChains,
	queryPath,
	quote,
	searchFilter,
} from '../../nodes/shared/business-one';

/** Reads OData string literals as a server does, and what lies between them. */
function literalsIn(text: string): { literals: string[]; between: string } {
	const literals: string[] = [];
	const between = text.replace(/'((?:[^']|'')*)'/g, (_, inner: string) => {
		literals.push(inner.replace(/''/g, "'"));
		return '§';
	});
	return { literals, between };
}

describe('properties', () => {
	it('no text breaks out of a literal', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(literalsIn(quote(text))).toEqual({ literals: [text], between: '§' });
			}),
		);
	});

	it('no value breaks out of a filter, and the value survives the URL', () => {
		const condition = fc.record({
			field: fc.constantFrom('CardName', 'Reference2', 'U_Any'),
			operator: fc.constantFrom('eq', 'ne', 'contains', 'startswith', 'endswith', 'notContains') as fc.Arbitrary<'eq'>,
			value: fc.string({ unit: 'grapheme' }),
		});
		fc.assert(
			fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), (conditions) => {
				const path = queryPath('BusinessPartners', { filter: buildFilter(conditions) });
				const decoded = new URL(`http://b1/${path}`).searchParams.get('$filter') ?? '';
				const { literals, between } = literalsIn(decoded);
				expect(literals).toEqual(conditions.map(({ value }) => value));
				expect(between).toMatch(/^[A-Za-z0-9_,() §]*$/);
			}),
		);
	});

	it('no key breaks out of a path, and the key survives the URL', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter(fitsInPath), (key) => {
				const url = new URL(`http://b1/b1s/v2/${entityPath('BusinessPartners', key)}`);
				expect(url.search).toBe('');
				expect(url.hash).toBe('');
				const segment = decodeURIComponent(url.pathname.split('/').slice(3).join('/'));
				expect(segment).toBe(`BusinessPartners(${quote(key)})`);
			}),
		);
	});

	it('any text at all can be sent', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
				const path = queryPath('Items', { filter: orChains('Code', [String.fromCharCode(...units), 'x'])[0] });
				expect(() => new URL(`http://b1/${path}`)).not.toThrow();
			}),
		);
	});

	it('every value is found in exactly one chain, and no chain is too long', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 50 }), { maxLength: 200 }), (values) => {
				const chains = orChains('Code', values);
				expect(chains.flatMap((chain) => literalsIn(chain).literals)).toEqual(values);
				for (const chain of chains) {
					expect(literalsIn(chain).literals.length).toBeLessThanOrEqual(30);
					expect(encodeURIComponent(chain).length).toBeLessThan(4_000);
				}
			}),
		);
	});
});

describe('literals', () => {
	it.each([
		['text', 'O\'Brien "&" +', "'O''Brien \"&\" +'"],
		['text', 1000, "'1000'"],
		['number', '12.50', '12.50'],
		['date', '2026-01-31T10:00:00.000Z', "'2026-01-31'"],
		['date', new Date('2026-01-31T00:00:00Z'), "'2026-01-31'"],
		['yesNo', true, "'tYES'"],
		['yesNo', 'tNO', "'tNO'"],
	] as const)('writes %s %p', (type, value, expected) => {
		expect(literal(value, type)).toBe(expected);
	});

	it.each([
		['number', '1 or 1 eq 1'],
		['number', ''],
		['date', 'yesterday'],
	] as const)('refuses %s %p', (type, value) => {
		expect(() => literal(value, type)).toThrow(RangeError);
	});

	it('refuses a property name that is more than a name', () => {
		expect(() => buildFilter([{ field: "Code eq 'x' or Code", operator: 'eq', value: '' }])).toThrow(RangeError);
		expect(() => entityPath("Items('x')/../Login", 1)).toThrow(RangeError);
	});
});

describe('queries', () => {
	it('writes composite keys and options', () => {
		expect(entityPath('UserFieldsMD', { TableName: 'OCRD', FieldID: 0 })).toBe("UserFieldsMD(TableName='OCRD',FieldID=0)");
		expect(queryPath('Items', { select: ['Code', 'U_X'], orderBy: 'Code desc', top: 5, skip: 10 })).toBe(
			'Items?$select=Code%2CU_X&$orderby=Code%20desc&$top=5&$skip=10',
		);
	});

	it('joins filters so that none changes the other', () => {
		expect(allOf("A eq '1' or B eq '2'", undefined, '', "C eq '3'")).toBe("(A eq '1' or B eq '2') and (C eq '3')");
		expect(allOf(undefined)).toBeUndefined();
		expect(searchFilter(['A', 'B'], " O'x ")).toBe("contains(A,'O''x') or contains(B,'O''x')");
		expect(searchFilter(['A'], '  ')).toBeUndefined();
	});
});
