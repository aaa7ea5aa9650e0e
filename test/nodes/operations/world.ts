import { randomUUID } from 'node:crypto';
import { ConcurFisApi } from '../../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../../credentials/SapB1ServiceLayerApi.credentials';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { concurCredential } from '../../concur/company';
import { CredentialStore, runNodeOn, type NodeSetup } from '../../helpers/engine';
import { builtItem } from '../SapB1ServiceLayer/setup';
import type { Walked } from './walk';
import { operations } from './walk';

export type Version = 'v1' | 'v2';

/** One sandbox for all operations, with the records that they name. */
export interface World {
	sandbox: Sandbox;
	/** JdtNum of a posted entry. */
	entry: number;
	/** EmployeeID of an employee. */
	employee: number;
	/** AbsoluteEntry of an attachment with the file `receipt.pdf`. */
	attachment: number;
	/** A new id of an expense document that Concur has ready. */
	readyDocument(): string;
	setup(operation: Walked, parameters: NodeSetup['parameters'], version: Version, more?: Partial<NodeSetup>): NodeSetup;
	stop(): Promise<void>;
}

/** More than any operation takes. */
const DOCUMENTS = 6_000;

const docIdOf = (n: number) => (0xd0c0000 + n).toString(16).padStart(32, '0');

export async function startWorld(): Promise<World> {
	const sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	const { companyDb, userName, password } = sandbox.businessOne;
	const id = { v1: `b1-v1-${randomUUID()}`, v2: `b1-v2-${randomUUID()}` };
	const stores = { v1: storeFor('v1'), v2: storeFor('v2') };
	let given = 0;

	function storeFor(apiVersion: Version): CredentialStore {
		const data = { serverUrl: sandbox.url, companyDb, userName, password, apiVersion };
		return new CredentialStore([
			{ id: id[apiVersion], name: 'B1', type: new SapB1ServiceLayerApi(), data },
			{ id: 'concur', name: 'Concur', type: new ConcurFisApi(), data: concurCredential(sandbox) },
		]);
	}

	const world: World = {
		sandbox,
		entry: 0,
		employee: 0,
		attachment: 0,
		readyDocument: () => docIdOf(given++),
		setup: ({ nodeType }, parameters, version, more = {}) => ({
			nodeType,
			parameters,
			credentials: stores[version],
			credentialIds: { sapB1ServiceLayerApi: id[version], concurFisApi: 'concur' },
			...more,
		}),
		stop: async () => await sandbox.stop(),
	};
	await loadDocuments(sandbox);
	await prepare(world);
	return world;
}

async function loadDocuments(sandbox: Sandbox): Promise<void> {
	const report = { reportId: 'R1', ledgerCode: 'DEFAULT', isTest: 'N', reportPaymentProcessingDate: '2026-11-20T10:00:00.000Z' };
	const document = { employee: { employeeId: 'E1001' }, report, expenseEntry: [] };
	const documents = Array.from({ length: DOCUMENTS }, (_, n) => ({
		id: docIdOf(n),
		docType: 'expense',
		companyId: '192544',
		entityId: 'p1',
		docStatus: 'READY',
		document,
	}));
	await fetch(`${sandbox.url}/control/documents`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(documents),
	});
}

/** What a person would have done before: the registers, one entry, one attachment. */
async function prepare(world: World): Promise<void> {
	const run = async (name: string, parameters: object = {}, item: object = { json: {} }) => {
		const operation = operations.find((one) => one.name === `sapB1ServiceLayer.${name}`)!;
		const setup = world.setup(operation, { ...operation.choice, ...parameters } as never, 'v2');
		return (await runNodeOn(setup, [item as never]))[0]![0]!.json as Record<string, never>;
	};
	await run('company.setUpPostingRegister');
	await run('funds.setUpRegister');
	world.entry = (await run('journalEntry.post', {}, { json: builtItem() })).posting!['jdtNum'];
	const newEmployee = { method: 'POST', path: 'EmployeesInfo', body: JSON.stringify({ FirstName: 'Anna', LastName: 'Larsen' }) };
	world.employee = (await run('custom.call', newEmployee)).EmployeeID!;
	world.attachment = (await run('attachment.upload', {}, withFile())).AbsoluteEntry!;
}

/** An item with a file in the field `data`. */
export const withFile = () => ({
	json: {},
	binary: {
		data: {
			data: Buffer.from('a receipt').toString('base64'),
			mimeType: 'application/pdf',
			fileName: 'receipt.pdf',
			fileExtension: 'pdf',
		},
	},
});
