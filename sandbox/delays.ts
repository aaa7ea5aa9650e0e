/** How long replies are held back, in milliseconds of real time. */
export interface Latency {
	/** Every reply of Concur and B1. */
	ms: number;
	/** In addition, the reply to a B1 login and to a Concur token request. */
	loginMs: number;
}

/** Resolves after `ms`, or as soon as `signal` says that the sandbox stops. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
	if (ms <= 0 || signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const finish = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', finish);
			resolve();
		};
		const timer = setTimeout(finish, ms);
		signal.addEventListener('abort', finish);
	});
}
