import { createServer } from 'node:net';

const TRIES = 50;

async function isFree(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const server = createServer()
			.once('error', () => resolve(false))
			.once('listening', () => server.close(() => resolve(true)))
			.listen(port, '127.0.0.1');
	});
}

/**
 * The first `count` free ports in a row, from `first` upwards.
 *
 * @throws Error when there are none within 50 tries
 */
export async function freePorts(first: number, count: number): Promise<number> {
	for (let base = first; base < first + TRIES * count; base += count) {
		const free = await Promise.all(Array.from({ length: count }, async (_, offset) => await isFree(base + offset)));
		if (free.every(Boolean)) return base;
	}
	throw new Error(`No ${count} free ports in a row from ${first} on. Choose others with --port.`);
}
