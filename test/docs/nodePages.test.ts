/** docs/nodes/ says what the descriptions of nodes and credentials say, with items of a run. UPDATE_DOCS=1 writes the pages anew. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';
import { BuildJournalEntry } from '../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { ConcurFisTrigger } from '../../nodes/ConcurFisTrigger/ConcurFisTrigger.node';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';
import { page } from './handbook';
import { operationExamples, type Example } from './nodePages/examples';
import { credentialPage, nodePage, pageFile } from './nodePages/page';
import { runThrough, type Added } from './nodePages/run';

const FOLDER = join(__dirname, '..', '..', 'docs', 'nodes');
/** When the example was made; no page shall change because a day went by. */
const THEN = new Date('2026-11-24T08:00:00Z');

const nodes = {
	trigger: new ConcurFisTrigger(),
	fis: new FisAcknowledgeConfirm(),
	build: new BuildJournalEntry(),
	businessOne: new SapB1ServiceLayer(),
};
const credentials = [new ConcurFisApi(), new SapB1ServiceLayerApi()];

/** How docs/architecture.md calls each node in its table of blocks, and what the example on its page shows. */
const TOLD: Record<keyof typeof nodes, { calledThere: RegExp; lead: string }> = {
	trigger: {
		calledThere: /\btrigger\b/,
		lead: 'An expense report as it comes out; the parts of its document stand in [a sample](../../sandbox/samples/01-out-of-pocket.json):',
	},
	fis: { calledThere: /\bFIS node\b/, lead: 'What Acknowledge adds to that item:' },
	build: { calledThere: /\bBuild\b/, lead: 'What is added to an acknowledged expense report:' },
	businessOne: { calledThere: /\bService Layer\b/, lead: 'What Post adds to a built journal entry:' },
};

let added: Added;
let examples: Record<string, Example[]>;
beforeAll(async () => {
	const leftReal = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'] as const;
	jest.useFakeTimers({ now: THEN, doNotFake: [...leftReal, 'nextTick', 'queueMicrotask', 'hrtime', 'performance'] });
	added = await runThrough(nodes);
	examples = await operationExamples();
	jest.useRealTimers();
});

/** Lines of the table of blocks that name a node as the one who adds them. */
function blocksOf(calledThere: RegExp): string[] {
	const lines = page('architecture.md').split('\n');
	const table = lines.slice(lines.indexOf('| Block | Added by | Shape |') + 2);
	return table.slice(0, table.indexOf('')).filter((line) => calledThere.test(line.split(' | ')[1]!));
}

/** The page as it is; with UPDATE_DOCS=1 it is written first. */
function written(file: string, expected: string): string {
	if (process.env.UPDATE_DOCS === '1') {
		mkdirSync(FOLDER, { recursive: true });
		writeFileSync(join(FOLDER, file), expected);
	}
	return readFileSync(join(FOLDER, file), 'utf8');
}

test.each(Object.keys(nodes) as (keyof typeof nodes)[])('the page of the node "%s"', (key) => {
	const node: INodeType = nodes[key];
	const { calledThere, lead } = TOLD[key];
	const blocks = blocksOf(calledThere);
	expect(blocks.length).toBeGreaterThan(0);
	const { name } = node.description;
	const expected = nodePage(node, { blocks, example: { lead, item: added[name]! }, examples });
	expect(written(pageFile(name), expected)).toBe(expected);
});

test.each(credentials)('the page of the credential $displayName', (credential) => {
	const expected = credentialPage(credential);
	expect(written(pageFile(credential.name), expected)).toBe(expected);
});

test('no other page lies beside them', () => {
	const names = [...Object.values(nodes).map(({ description }) => description.name), ...credentials.map(({ name }) => name)];
	expect(readdirSync(FOLDER).sort()).toEqual(names.map(pageFile).sort());
});
