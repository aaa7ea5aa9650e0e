import type { SandboxReply } from '../http';
import type { Core } from './core';

/** Health of the load balancer and of its nodes (Service Layer User's Guide, ping). */
export function ping({ context, nodes }: Core, path: string): SandboxReply {
	const target = path.replace(/^\/+ping\/?/, '').replace(/\/$/, '');
	const node = /^node\/(\d+)$/.exec(target)?.[1];
	const known = target === '' || target === 'load-balancer' || (node !== undefined && nodes.named(`.node${node}`) !== undefined);
	const headers = { 'Content-Type': 'application/json' };
	if (!known) return { status: 503, headers, body: JSON.stringify({ message: 'Service Unavailable' }) };
	const timestamp = (context.clock.now().getTime() / 1000).toFixed(3);
	const sender = node === undefined ? 'load balancer' : `node ${node}`;
	return { status: 200, headers, body: JSON.stringify({ message: 'pong', sender, timestamp }) };
}
