import type { IDataObject } from 'n8n-workflow';
import { executeContext } from '../../helpers/engine';
import { sampleOf } from '../../helpers/samples';
import { company, fault, node, only, run, type Setup } from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const getMany: Setup = { resource: 'document', operation: 'getMany' };
const SAMPLES = ['01-out-of-pocket.json', '05-vat-partly-deductible.json', '14-invoice.json', '18-test-user.json'];

const load = async () => await company.control('POST', '/documents', SAMPLES.map(sampleOf));
const numbersOf = (outputs: Array<Array<{ json: IDataObject }>>) =>
	outputs[0]!.map(({ json }) => (json.facts as IDataObject).reportNumber).sort();

async function hintOf(parameters: Setup): Promise<string> {
	const context = executeContext(company.node(node, parameters), [{ json: {} }]);
	await node.execute.call(context);
	return (context as unknown as { hints: Array<{ message: string }> }).hints.map(({ message }) => message).join(' ');
}

test('gives what is ready and writes nothing: the same again, and nothing acknowledged', async () => {
	await load();
	const first = await run(getMany, [{}]);
	expect(numbersOf(first)).toEqual(['4101', '4105', 'BW-88213']);
	expect(numbersOf(await run(getMany, [{}]))).toEqual(numbersOf(first));
	expect(first[0]![0]!.json).toMatchObject({ docStatus: 'READY', facts: { person: 'Anna Larsen', currency: 'USD' } });
	expect(Object.keys(first[0]![0]!.json).at(0)).toBe('facts');
	expect(Object.keys(first[0]![0]!.json).at(-1)).toBe('document');
});

test.each<[string, Setup, string[]]>([
	['part of a name', { person: 'larsen' }, ['4101']],
	['an employee ID', { person: 'E1004' }, ['4105']],
	['a number', { report: '4105' }, ['4105']],
	['nobody', { person: 'Nobody' }, []],
	['a day', { fromDate: '2026-03-13', toDate: '2026-03-13' }, ['4105']],
	['types', { docTypes: ['invoice'] }, ['BW-88213']],
	['test users too', { docTypes: ['expense'], filters: { includeTestUsers: true } }, ['4101', '4105', '4117']],
])('chooses by %s', async (_what, choice, numbers) => {
	await load();
	expect(numbersOf(await run({ ...getMany, ...choice }, [{}]))).toEqual(numbers);
});

test('an empty queue is no error, and says when a document is ready', async () => {
	expect(only(await run(getMany, [{}]))).toEqual([0, 0, 0]);
	expect(await hintOf(getMany)).toMatch(/ready after its final approval/);
});

test('says which choice left documents out', async () => {
	await load();
	const hint = await hintOf({ ...getMany, person: 'Larsen' });
	expect(hint).toContain('3 by Person');
	expect(hint).not.toContain('final approval');
});

test('says that Concur has more than the limit', async () => {
	await load();
	expect(only(await run({ ...getMany, limit: 1 }, [{}]))).toEqual([1, 0, 0]);
	expect(await hintOf({ ...getMany, limit: 1 })).toMatch(/raise Limit/);
});

test('documents come without their empty fields, unless the whole is wanted', async () => {
	await load();
	const sizes = await Promise.all(
		[true, false].map(async (simplify) => JSON.stringify(await run({ ...getMany, simplify, person: 'Larsen' }, [{}])).length),
	);
	expect(sizes[0]! * 1.5).toBeLessThan(sizes[1]!);
});

test('a Concur that cannot be read ends the node, or leaves by Attention where the node continues', async () => {
	await fault({ kind: 'status', status: 403, path: 'transactiontypes', times: 0 });
	await expect(run(getMany, [{}])).rejects.toThrow(/FISVC/);
	const outputs = await run(getMany, [{}], { onError: 'continueRegularOutput' });
	expect(only(outputs)).toEqual([0, 0, 1]);
	expect(outputs[2]![0]!.json.error).toMatch(/FISVC/);
});
