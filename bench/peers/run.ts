/**
 * `node --import tsx bench/peers/run.ts NAME URL COUNT`: one client posts COUNT entries, in a process of its own. Prints wall and CPU
 * time in seconds and the peak of memory above the start in MB as JSON.
 */
import { CLIENTS, load } from './clients';
import { entries } from './entries';

const [name = '', url = '', count = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
	const all = entries(Number(count));
	const { client } = CLIENTS[name]!;
	load(name);
	const before = process.memoryUsage().rss / 2 ** 20;
	const cpu = process.cpuUsage();
	const began = performance.now();
	await client(url, all);
	const wall = (performance.now() - began) / 1_000;
	const { user, system } = process.cpuUsage(cpu);
	// maxRSS is in kilobytes (Node.js, process.resourceUsage).
	const peak = process.resourceUsage().maxRSS / 1_024 - before;
	process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1e6, peak: Math.max(0, Math.round(peak)) }));
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${name}: ${error.stack}\n`);
		process.exit(1);
	},
);
