import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, stagedPackage, type Stage } from './stage';

const MINUTES = 60_000;

type Icon = string | { light: string; dark: string };

interface Loaded {
	packageName: string;
	nodes: Array<{
		name: string;
		displayName: string;
		iconUrl?: Icon;
		codex?: { categories?: string[]; alias?: string[]; resources?: Record<string, Array<{ url: string }>> };
		usableAsTool?: boolean;
		propertyNames: string[];
	}>;
	credentials: Array<{ name: string; displayName: string; iconUrl?: Icon }>;
}

/** What people type into n8n's search who do not know the names of the nodes. */
const SEARCHED = [
	'concur',
	'sap',
	'business one',
	'b1',
	'erp',
	'finance',
	'accounting',
	'expense',
	'travel',
	'reimbursement',
	'credit card',
	'journal',
	'invoice',
];

describe('the package as n8n loads it', () => {
	let stage: Stage;
	let loaded: Loaded;
	beforeAll(async () => {
		stage = await stagedPackage();
		const { code, output } = await runNode(join(__dirname, 'programs', 'load.cjs'), [stage.installed], root);
		if (code !== 0)
			throw new Error(`n8n-core (it needs Node 24, this is ${process.version}) could not load the package:\n${output}`);
		loaded = JSON.parse(output.split('\n').find((line) => line.startsWith('{"packageName"')) ?? 'null') as Loaded;
	}, 6 * MINUTES);

	test('all four nodes and both credentials are known by name', () => {
		expect(loaded.packageName).toBe('n8n-nodes-concur-b1');
		expect(loaded.nodes.map((node) => node.name).sort()).toEqual([
			'buildJournalEntry',
			'concurFisTrigger',
			'fisAcknowledgeConfirm',
			'sapB1ServiceLayer',
		]);
		expect(loaded.credentials.map((credential) => credential.name).sort()).toEqual(['concurFisApi', 'sapB1ServiceLayerApi']);
	});

	test('every icon is a file of the package, one for light and another for dark', () => {
		for (const { name, iconUrl } of [...loaded.nodes, ...loaded.credentials]) {
			const { light, dark } = iconUrl as { light: string; dark: string };
			expect({ name, different: light !== dark }).toEqual({ name, different: true });
			for (const url of [light, dark]) {
				const file = join(stage.installed, url.replace(`icons/${loaded.packageName}/`, ''));
				expect({ name, url, there: existsSync(file) }).toEqual({ name, url, there: true });
				expect(readFileSync(file, 'utf8')).toContain('<svg');
			}
		}
	});

	test('every node has a codex that puts it where people look for it', () => {
		for (const { name, codex } of loaded.nodes) {
			expect({ name, categories: codex?.categories }).toEqual({
				name,
				categories: expect.arrayContaining(['Finance & Accounting']),
			});
			const found = [name, ...(codex?.alias ?? [])].map((word) => word.toLowerCase());
			expect({ name, missing: SEARCHED.filter((word) => !found.includes(word)) }).toEqual({ name, missing: [] });
			expect(codex?.resources?.primaryDocumentation?.[0]?.url).toMatch(/^https:\/\//);
		}
	});

	test('an AI agent may use the action nodes, and never the trigger', () => {
		const usable = loaded.nodes.filter((node) => node.usableAsTool === true).map((node) => node.name);
		expect(usable.sort()).toEqual(['buildJournalEntry', 'fisAcknowledgeConfirm', 'sapB1ServiceLayer']);
	});
});
