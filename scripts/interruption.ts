const LOOK_EVERY_MS = 500;

/**
 * Resolves when the user wants the program to end: Ctrl-C, a signal, or the end of the process that started it. npm and the shell
 * between do not always pass a signal on, and nothing may be left running behind a terminal that is gone.
 */
export async function interruption(): Promise<'interrupted'> {
	const parent = process.ppid;
	return await new Promise((resolve) => {
		const end = () => {
			clearInterval(timer);
			resolve('interrupted');
		};
		const timer = setInterval(() => {
			if (process.ppid !== parent) end();
		}, LOOK_EVERY_MS);
		timer.unref();
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
	});
}
