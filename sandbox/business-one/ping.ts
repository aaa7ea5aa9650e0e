import type { SandboxContext } from '../context';
import type { SandboxReply } from '../http';

const nodes = 3;

/** Health of the load balancer and of its nodes (Service Layer User's Guide, ping). */
export function ping(context: SandboxContext, path: string): SandboxReply {
	const target = path.replace(/^\/ping\/?/, '').replace(/\/$/, '');
	const node = /^node\/(\d+)$/.exec(target)?.[1];
	const known = target === '' || target === 'load-balancer' || (node !== undefined && Number(node) >= 1 && Number(node) <= nodes);
	const headers = { 'Content-Type': 'application/json' };
	if (!known) return { status: 503, headers, body: JSON.stringify({ message: 'Service Unavailable' }) };
	const timestamp = (context.clock.now().getTime() / 1000).toFixed(3);
	const sender = node === undefined ? 'load balancer' : `node ${node}`;
	return { status: 200, headers, body: JSON.stringify({ message: 'pong', sender, timestamp }) };
}
