import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

import type { SandboxOptions } from '../../sandbox';
import { Player } from '../../sandbox/replay/player';
import { Recorder } from '../../sandbox/replay/recorder';
import type { RecordedCall } from '../../sandbox/replay/recording';

const NAMES = ['--record', '--replay', '--concur', '--b1'] as const;

export type ReplayOptions = Partial<Record<(typeof NAMES)[number], string>> & { '--ignore-ssl-issues'?: boolean };

export const isReplayOption = (name: string): name is (typeof NAMES)[number] => (NAMES as readonly string[]).includes(name);

/** The calls of a recording, one a line. Throws Error that names the line which is none. */
export function readRecording(text: string): RecordedCall[] {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	return lines.map((line, index) => {
		try {
			return JSON.parse(line) as RecordedCall;
		} catch {
			throw new Error(`Line ${index + 1} of the recording is none.`);
		}
	});
}

/**
 * What answers in place of the sandbox: a recording, or the real servers while a recording is made.
 *
 * @returns nothing where neither is wanted. Throws Error for options that do not fit together.
 */
export function insteadOf(options: ReplayOptions): Pick<SandboxOptions, 'instead'> {
	const { '--record': record, '--replay': replay, '--concur': concur, '--b1': businessOne } = options;
	if (replay !== undefined) {
		const player = new Player(readRecording(readFileSync(replay, 'utf8')));
		return { instead: async (_system, request) => await Promise.resolve(player.reply(request)) };
	}
	if (record === undefined) return {};
	if (concur === undefined || businessOne === undefined) throw new Error('--record needs --concur URL and --b1 URL.');
	writeFileSync(record, '');
	const targets = { concur, businessOne, ignoreSslIssues: options['--ignore-ssl-issues'] === true };
	const recorder = new Recorder(targets, (call) => appendFileSync(record, `${JSON.stringify(call)}\n`));
	return { instead: async (system, request, origin) => await recorder.pass(system, request, origin) };
}
