import { runNodeOn, type NodeSetup } from '../../helpers/engine';
import { byInput, casesOf, failureIn, goodValues, itemOf, names } from './cases';
import type { Row } from './rows';
import { businessOneRows } from './rows.businessOne';
import { buildRows } from './rows.build';
import { concurRows } from './rows.concur';
import { masterDataRows } from './rows.masterData';
import { byExpression, operations, type Walked } from './walk';
import { startWorld, type Version, type World } from './world';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

let world: World;
let rows: Record<string, Row>;

beforeAll(async () => {
	world = await startWorld();
	rows = Object.assign({}, ...[concurRows, businessOneRows, masterDataRows, buildRows].map((make) => make(world))) as typeof rows;
}, 60_000);
afterAll(async () => await world?.stop());

const versions: Version[] = ['v1', 'v2'];
const waysOn: Array<NodeSetup['onError']> = [undefined, 'continueErrorOutput', 'continueRegularOutput'];
const ways = versions.flatMap((version) => waysOn.map((onError) => ({ version, onError })));

/** The next item gets the next number, so that no two of the run are one document. */
let items = 0;

test('every operation of every node has a row, and every row is an operation', () => {
	expect(Object.keys(rows).sort()).toEqual(operations.map(({ name }) => name).sort());
});

test('every field that a row names is there', () => {
	const unknown = operations.flatMap(({ name, fields }) => {
		const { good, when, wrong, ...lists } = rows[name] ?? {};
		const named = [good, when, wrong].flatMap((values) => Object.keys(values ?? {}));
		const { notEmpty, mayBeMissing, mayBeEmpty, takesAny, onePerRun } = lists;
		const all = [named, notEmpty, mayBeMissing, mayBeEmpty, takesAny, onePerRun].flatMap((paths) => paths ?? []);
		return all.filter((path) => !fields.some((field) => field.path === path)).map((path) => `${name}: ${path}`);
	});
	expect(unknown).toEqual([]);
});

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
	const rowOf = () => rows[name] ?? {};
	const setupFor = (version: Version, onError?: NodeSetup['onError']) =>
		world.setup(operation, byExpression(operation), version, { onError });
	const goodItem = (row: Row) => {
		const n = items++;
		return itemOf(row, n, goodValues(operation, row, n));
	};

	test.each(ways)('untouched, on B1 $version, on error $onError', async ({ version, onError }) => {
		const row = rowOf();
		const setup = world.setup(operation, operation.choice, version, { onError });
		const outcome = await runNodeOn(setup, [{ json: {} }]).catch((error: Error) => error);
		const message = outcome instanceof Error ? outcome.message : outcome.flat().map(failureIn).find(Boolean);
		if (row.untouched) expect(message).toMatch(row.untouched);
		else expect(message).toBeUndefined();
	});

	test.each(ways)('every field by an expression, on B1 $version, on error $onError', async ({ version, onError }) => {
		const row = rowOf();
		const outputs = await runNodeOn(setupFor(version, onError), [goodItem(row), goodItem(row)]);
		expect(outputs.flat().map(failureIn).filter(Boolean)).toEqual([]);
		if (!row.fewerItems) expect([...byInput(outputs).keys()].sort()).toEqual([0, 1]);
	});

	test.each([
		['v2', 'continueErrorOutput'],
		['v1', 'continueRegularOutput'],
	] as const)('what one item has wrong holds for that item alone, on B1 %s, on error %s', async (version, onError) => {
		const row = rowOf();
		const cases = casesOf(operation, row);
		if (cases.length === 0) return;
		const n = items;
		items += cases.length;
		const bad = cases.map(({ given }, index) => itemOf(row, n + index, given(n + index)));
		const outputs = byInput(await runNodeOn(setupFor(version, onError), [goodItem(row), ...bad, goodItem(row)]));
		const failureOf = (index: number) => (outputs.get(index) ?? []).map(failureIn).find(Boolean);
		expect([failureOf(0), failureOf(bad.length + 1)]).toEqual([undefined, undefined]);
		expect(cases.map((one, index) => verdict(one, failureOf(index + 1))).filter(Boolean)).toEqual([]);
	});

	test('what is wrong stops the node with the name of the field', async () => {
		const row = rowOf();
		const wrong: string[] = [];
		for (const one of casesOf(operation, row).filter(({ isRefused }) => isRefused)) {
			const n = items++;
			const outcome = await runNodeOn(setupFor('v2'), [itemOf(row, n, one.given(n))]).catch((error: Error) => error.message);
			const said = verdict(one, typeof outcome === 'string' ? outcome : undefined);
			if (said) wrong.push(said);
		}
		expect(wrong).toEqual([]);
	});

	test('what holds for the whole run is refused where items differ', async () => {
		const row = rowOf();
		for (const path of row.onePerRun ?? []) {
			const [one, other] = [goodItem(row), goodItem(row)];
			Object.assign(other.json.given as object, { [path]: row.wrong?.[path] });
			await expect(runNodeOn(setupFor('v2'), [one, other])).rejects.toThrow(labelOf(operation, path));
		}
	});
});

const labelOf = ({ fields }: Walked, path: string) => fields.find((field) => field.path === path)!.labels.at(-1)!;

/** What is not as the table says; undefined where all is well. */
function verdict(one: ReturnType<typeof casesOf>[number], failure: string | undefined): string | undefined {
	if (!one.isRefused) return failure === undefined ? undefined : `${one.title}: refused, but should be taken: ${failure}`;
	if (failure === undefined) return `${one.title}: taken, but should be refused`;
	return names(failure, one.field) ? undefined : `${one.title}: the message does not name the field: ${failure}`;
}
