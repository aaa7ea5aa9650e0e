/**
 * `npm run start:queue`: n8n as a main process with workers, on PostgreSQL and Redis, with the packed package and a sandbox. Runs the
 * shipped pipeline with one worker and with two, and says how many documents a minute that makes.
 */
import { parseArgs } from 'node:util';

import { measurePipeline, type PipelineFigure } from '../bench/pipeline/measure';
import { perMinute } from '../bench/pipeline/report';
import { interruption } from './interruption';
import type { Loop } from './lab/loop';
import { exitWith } from './n8n/onRuntime';
import { say } from './progress';
import { POSTGRES, REDIS } from './queue/programs';

const USAGE = `npm run start:queue -- [options]

  --documents N   documents that are ready in Concur for each of the two runs (1000)
  --rows N        rows that one execution works on (100): fewer than as shipped, so that there is work for several workers
  --ms N          milliseconds that Concur and Business One take for an answer (20)
  --once          end after the runs instead of leaving the editor open
  --help          this text

PostgreSQL and Redis of this machine are started with data of their own, for these runs. Others are taken by their address:
  ${POSTGRES.address}=postgres://user:password@host:5432/database   an empty database for each run
  ${REDIS.address}=redis://:password@host:6379
Where one is missing, you are asked before its Debian package is installed.
`;

/** @throws Error for what is no whole number from `least` */
function wholeNumber(name: string, text: string, least = 1): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < least) throw new Error(`--${name} takes a whole number from ${least}, not "${text}"`);
	return value;
}

function tell(figure: PipelineFigure): void {
	const { workers, documents, seconds, executions, logins, sessionsOpen, memory } = figure;
	process.stdout.write(
		`${workers} ${workers === 1 ? 'worker' : 'workers'}: ${perMinute(figure)} documents a minute (${documents} in ${seconds.toFixed(1)} s, ` +
			`${executions} executions); ${logins} logins to Business One, ${sessionsOpen} sessions open, of all processes; ${memory.peak} MB together\n`,
	);
}

async function leaveOpen(loop: Loop, interrupted: Promise<unknown>): Promise<void> {
	const { url, owner } = loop.editor;
	say(
		`n8n editor:  ${url}   log in as ${owner.email} with ${owner.password}\nSandbox:     ${loop.sandbox.url}\nPress Ctrl-C to stop all.`,
	);
	await interrupted;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			documents: { type: 'string', default: '1000' },
			rows: { type: 'string', default: '100' },
			ms: { type: 'string', default: '20' },
			once: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const run = {
		documents: wholeNumber('documents', values.documents),
		ms: wholeNumber('ms', values.ms, 0),
		rowsPerRun: wholeNumber('rows', values.rows),
	};
	const interrupted = interruption();
	let isLeftOpen = false;
	const runs = (async () => {
		say('One worker ...');
		tell(await measurePipeline({ ...run, workers: 1 }));
		say('Two workers ...');
		await measurePipeline({ ...run, workers: 2 }, async (figure, loop) => {
			tell(figure);
			isLeftOpen = !values.once;
			if (isLeftOpen) await leaveOpen(loop, interrupted);
		});
		return 0;
	})();
	// What was started ends with this process.
	return await Promise.race([runs, interrupted.then(async () => (isLeftOpen ? await runs : 130))]);
}

exitWith(main());
