/**
 * `node --import tsx bench/memory.ts URL COUNT`: one execution of the whole way of COUNT documents against the sandbox at URL, in a
 * process of its own, and the most memory that process ever held. Prints `{ before, peak, done }` in MB as JSON.
 */
import { BuildJournalEntry } from '../nodes/BuildJournalEntry/BuildJournalEntry.node.js';
import { ConcurFisTrigger } from '../nodes/ConcurFisTrigger/ConcurFisTrigger.node.js';
import { FisAcknowledgeConfirm } from '../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node.js';
import { SapB1ServiceLayer } from '../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node.js';
import { pollContext, runNode } from '../test/helpers/engine';
import { BenchCompany } from './company';
import { newDocuments } from './documents';

const [url = '', count = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
	const company = await BenchCompany.open(url);
	const documents = Number(count);
	// Sent in parts, so that making the documents does not become the peak.
	for (let sent = 0; sent < documents; sent += 100) await company.ready(newDocuments(Math.min(100, documents - sent)));
	const before = megabytes(process.memoryUsage().rss);
	const done = await pass(company, documents);
	// maxRSS is in kilobytes (Node.js, process.resourceUsage).
	process.stdout.write(JSON.stringify({ before, peak: megabytes(process.resourceUsage().maxRSS * 1024), done }));
}

/** Every node keeps its items until the execution ends, as n8n keeps them. */
async function pass(company: BenchCompany, limit: number): Promise<number> {
	const trigger = new ConcurFisTrigger();
	const parameters = { docTypes: ['expense'], documentsPerPoll: limit, options: { repeatAfterMinutes: 0 } };
	const polled = (await trigger.poll.call(pollContext(company.node(trigger, parameters))))?.[0] ?? [];
	const acknowledged = await run(
		company,
		new FisAcknowledgeConfirm(),
		{ resource: 'document', operation: 'acknowledge' },
		polled,
	);
	const built = await run(company, new BuildJournalEntry(), {}, acknowledged);
	const posted = await run(company, new SapB1ServiceLayer(), { resource: 'journalEntry', operation: 'post' }, built);
	const confirmed = await run(company, new FisAcknowledgeConfirm(), { resource: 'posting', operation: 'confirm' }, posted);
	return [polled, acknowledged, built, posted, confirmed].at(-1)!.length;
}

type Items = Awaited<ReturnType<typeof runNode>>[number];

async function run(company: BenchCompany, node: Parameters<BenchCompany['node']>[0], parameters: object, items: Items) {
	const [first = []] = await runNode(
		company.node(node, parameters as never),
		items.map(({ json }) => json),
	);
	return first;
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

void main();
