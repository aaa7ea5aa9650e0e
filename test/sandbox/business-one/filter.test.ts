import fc from 'fast-check';
import { structuredTypes } from '../../../sandbox/business-one/metadata/model';
import { compile } from '../../../sandbox/business-one/odata/evaluate';
import { parseFilter } from '../../../sandbox/business-one/odata/parser';
import type { Row } from '../../../sandbox/business-one/store/store';

const type = structuredTypes.get('EmployeeInfo')!;

/** Second reading of the same rules: text of a condition beside what it means, with SQL's third truth value for missing values. */
interface Condition {
	text: string;
	means: (row: Row) => boolean | null;
}

const words = fc.constantFrom('Ann', "O'Neil", 'ann', '', 'A(b)', 'x and y', 'Åse', "''");
const wholes = fc.integer({ min: -3, max: 3 });
const hundredths = fc.integer({ min: -300, max: 300 });
const days = fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2023-12-31');
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });
const decimal = (value: number) =>
	`${value < 0 ? '-' : ''}${Math.trunc(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;

const rows: fc.Arbitrary<Row> = fc
	.record({
		LastName: orNull(words),
		Department: orNull(wholes),
		cents: orNull(hundredths),
		StartDate: orNull(days),
		Active: fc.constantFrom('tYES', 'tNO'),
	})
	.map(({ cents, ...row }) => ({ ...row, cents, Salary: cents === null ? null : decimal(cents) }));

const operators = fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le');
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function compared<T extends string | number>(operator: string, left: T | null | undefined, right: T): boolean | null {
	if (left === null || left === undefined) return null;
	if (operator === 'eq') return left === right;
	if (operator === 'ne') return left !== right;
	if (operator === 'gt') return left > right;
	if (operator === 'ge') return left >= right;
	return operator === 'lt' ? left < right : left <= right;
}

const conditions: fc.Arbitrary<Condition>[] = [
	fc.tuple(operators, words).map(([operator, word]) => ({
		text: `LastName ${operator} ${quoted(word)}`,
		means: (row) => compared(operator, row.LastName as string | null, word),
	})),
	fc.tuple(operators, wholes).map(([operator, whole]) => ({
		text: `Department ${operator} ${whole}`,
		means: (row) => compared(operator, row.Department as number | null, whole),
	})),
	fc.tuple(operators, hundredths).map(([operator, cents]) => ({
		text: `Salary ${operator} ${decimal(cents)}`,
		means: (row) => compared(operator, row.cents as number | null, cents),
	})),
	fc.tuple(operators, days, fc.constantFrom('iso', 'short', 'datetime', 'timed')).map(([operator, day, form]) => ({
		text: `StartDate ${operator} ${form === 'datetime' ? `datetime'${day}T23:59:59'` : quoted(form === 'short' ? day.replaceAll('-', '') : form === 'timed' ? `${day}T12:00:00Z` : day)}`,
		means: (row) => compared(operator, row.StartDate as string | null, day),
	})),
	fc.tuple(fc.constantFrom('eq', 'ne'), fc.constantFrom('tYES', 'tNO', 'Y', 'N')).map(([operator, value]) => ({
		text: `Active ${operator} '${value}'`,
		means: (row) => compared(operator, row.Active as string, value.length === 1 ? (value === 'Y' ? 'tYES' : 'tNO') : value),
	})),
	fc.tuple(fc.constantFrom('startswith', 'endswith', 'contains', 'substringof'), words).map(([name, word]) => ({
		text: name === 'substringof' ? `substringof(${quoted(word)}, LastName)` : `${name}(LastName,${quoted(word)})`,
		means: ({ LastName: value }) => {
			if (typeof value !== 'string') return null;
			return name === 'startswith' ? value.startsWith(word) : name === 'endswith' ? value.endsWith(word) : value.includes(word);
		},
	})),
	fc.constantFrom('eq', 'ne').map((operator) => ({
		text: `LastName ${operator} null`,
		means: (row) => (row.LastName === null) === (operator === 'eq'),
	})),
];

const trees = fc.letrec<{ tree: Condition }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4 },
		...conditions,
		fc.tuple(tie('tree'), tie('tree')).map(
			([left, right]): Condition => ({
				text: `(${left.text}) and (${right.text})`,
				means: (row) => {
					const both = [left.means(row), right.means(row)];
					return both.includes(false) ? false : both.includes(null) ? null : true;
				},
			}),
		),
		fc.tuple(tie('tree'), tie('tree')).map(
			([left, right]): Condition => ({
				text: `(${left.text}) or (${right.text})`,
				means: (row) => {
					const both = [left.means(row), right.means(row)];
					return both.includes(true) ? true : both.includes(null) ? null : false;
				},
			}),
		),
		tie('tree').map(
			(inner): Condition => ({
				text: `not (${inner.text})`,
				means: (row) => {
					const truth = inner.means(row);
					return truth === null ? null : !truth;
				},
			}),
		),
	),
})).tree;

const matches = (filter: string, row: Row, ignoreCase = false) => compile(parseFilter(filter), type, ignoreCase)(row);

describe('$filter', () => {
	test('means the same as a second reading of its rules', () => {
		fc.assert(
			fc.property(trees, fc.array(rows, { maxLength: 12 }), (condition, sample) => {
				const predicate = compile(parseFilter(condition.text), type, false);
				for (const row of sample) expect(predicate(row)).toBe(condition.means(row) === true);
			}),
			{ numRuns: 400 },
		);
	});

	test('and binds tighter than or, not tighter than both', () => {
		const row = { LastName: 'a', Department: 1 };
		expect(matches("Department eq 1 or Department eq 2 and LastName eq 'b'", row)).toBe(true);
		expect(matches("(Department eq 1 or Department eq 2) and LastName eq 'b'", row)).toBe(false);
		expect(matches("not Department eq 2 and LastName eq 'b'", row)).toBe(false);
	});

	test('compares text by case unless told otherwise', () => {
		expect(matches("LastName eq 'ANN'", { LastName: 'Ann' })).toBe(false);
		expect(matches("LastName eq 'ANN'", { LastName: 'Ann' }, true)).toBe(true);
		expect(matches("startswith(LastName,'aN')", { LastName: 'Ann' }, true)).toBe(true);
	});

	test.each([
		"LastName in ('a','b')",
		'Department add 1 eq 2',
		'Department eq 1 + 1',
		"tolower(LastName) eq 'a'",
		'length(LastName) gt 2',
		'year(StartDate) eq 2024',
		'EmployeeRolesInfoLines/any(r: r/RoleID eq 1)',
		'Active eq true',
		'Active eq tYES',
		"Active eq 'maybe'",
		"Department eq 'one'",
		'LastName eq 5',
		"StartDate eq '2024-02-30'",
		'StartDate eq 2024-02-28',
		"Nope eq 'x'",
		"'Ann' eq LastName",
		"LastName eq 'open",
		"LastName eq 'a' and",
		"(LastName eq 'a'",
		"LastName eq 'a')",
		"LastName = 'a'",
		"contains('a',LastName)",
		"contains(LastName,'a') eq true",
		"contains(Department,'1')",
		"lastname eq 'a'",
		'LastName gt null',
		"LastName EQ 'a'",
		'EmployeeRolesInfoLines eq null',
		`${'('.repeat(300)}Department eq 1${')'.repeat(300)}`,
		`${'not '.repeat(5000)}Department eq 1`,
	])('refuses %s', (filter) => {
		expect(() => matches(filter, {})).toThrow(expect.objectContaining({ name: 'ServiceError', status: 400 }));
	});

	test('never fails otherwise, whatever is sent', () => {
		const noise = fc.string({
			unit: fc.constantFrom(...`LastName eq'(),.- orand not 012datetime/x"\\`.split('')),
			maxLength: 40,
		});
		fc.assert(
			fc.property(noise, (filter) => {
				try {
					matches(filter, {});
				} catch (error) {
					expect((error as Error).name).toBe('ServiceError');
				}
			}),
			{ numRuns: 2000 },
		);
	});

	test('a chain of thousands of terms is answered', () => {
		const filter = Array.from({ length: 3000 }, (_, index) => `Department eq ${index}`).join(' or ');
		expect(matches(filter, { Department: 2999 })).toBe(true);
		expect(matches(filter, { Department: 3000 })).toBe(false);
	});
});
