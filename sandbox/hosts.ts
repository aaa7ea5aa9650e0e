import { networkInterfaces } from 'node:os';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Which Host headers the sandbox answers to: the names of the loopback, the address it listens on, and what it was told. Any other
 * came by a name that somebody else can point at this machine (DNS rebinding).
 *
 * @param listening the address it listens on; every address of the machine counts where it listens on all of them
 * @param allowed further host names, without a port
 */
export function ownHosts(listening: string, allowed: string[]): (host: string | undefined) => boolean {
	const addresses = EVERY_ADDRESS.includes(listening)
		? Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address))
		: [listening];
	const names = new Set([...LOOPBACK, ...[...addresses, ...allowed].map(asHost)]);
	return (host) => names.has((host ?? '').replace(/:\d{1,5}$/, '').toLowerCase());
}

/** An address or a name as a Host header writes it. */
function asHost(name: string): string {
	const bare = name.toLowerCase();
	return bare.includes(':') && !bare.startsWith('[') ? `[${bare}]` : bare;
}
