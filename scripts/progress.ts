/**
 * Progress of a long step on stderr: one line that is rewritten on a terminal, a new line every half minute elsewhere.
 * stdout stays free for results.
 */
export interface Progress {
	update(fraction: number): void;
	done(): void;
}

const LINE_EVERY_MS = 30_000;

export const say = (text: string): void => void process.stderr.write(`${text}\n`);

const clock = (ms: number): string => {
	const seconds = Math.max(0, Math.round(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/**
 * @param label what is being done
 * @param expectedMs how long it usually takes; the estimate is corrected by the fractions reported with `update`
 */
export function startProgress(label: string, expectedMs: number): Progress {
	const startedAt = Date.now();
	const onTerminal = process.stderr.isTTY === true;
	let fraction = 0;
	let lastLineAt = 0;

	const render = () => {
		const elapsed = Date.now() - startedAt;
		const total = fraction > 0.1 ? elapsed / fraction : Math.max(expectedMs, elapsed * 1.1);
		const text = `${label}: ${clock(elapsed)} of about ${clock(total)}`;
		if (onTerminal) process.stderr.write(`\r\x1b[K${text}`);
		else if (Date.now() - lastLineAt >= LINE_EVERY_MS) {
			lastLineAt = Date.now();
			say(text);
		}
	};
	render();
	const timer = setInterval(render, 1000);

	return {
		update: (value) => {
			fraction = Math.min(value, 0.99);
		},
		done: () => {
			clearInterval(timer);
			const text = `${label}: done in ${clock(Date.now() - startedAt)}`;
			if (onTerminal) process.stderr.write(`\r\x1b[K${text}\n`);
			else say(text);
		},
	};
}
