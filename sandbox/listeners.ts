import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { isIP, type AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { createListener, type ServerParts } from './server';

/** The port each address of the sandbox listens on. */
export interface Ports {
	http: number;
	https: number;
	otherDataCenter: number;
}

export interface Listeners {
	ports: Ports;
	url: string;
	tlsUrl: string;
	otherDataCenterUrl: string;
	certificate: string;
	close(): Promise<void>;
}

/**
 * Starts plain HTTP, HTTPS with a certificate made on the spot, and plain HTTP for the second data center.
 * `port` 0 takes free ports, any other number that one and the two after it. Rejects when one is taken, leaving none open.
 */
export async function listenOnThreePorts(parts: ServerParts, host: string, port: number): Promise<Listeners> {
	const certificate = await selfSignedCertificate(host);
	const servers = [
		createHttpServer(createListener(parts, 'first')),
		createHttpsServer({ key: certificate.private, cert: certificate.cert }, createListener(parts, 'first')),
		createHttpServer(createListener(parts, 'other')),
	];
	const ports: number[] = [];
	try {
		for (const [index, server] of servers.entries()) ports.push(await listen(server, host, port === 0 ? 0 : port + index));
	} catch (error) {
		await closeAll(servers);
		throw error;
	}
	const name = host === '0.0.0.0' || host === '::' ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
	const [http, https, otherDataCenter] = ports as [number, number, number];
	return {
		ports: { http, https, otherDataCenter },
		url: `http://${name}:${http}`,
		tlsUrl: `https://${name}:${https}`,
		otherDataCenterUrl: `http://${name}:${otherDataCenter}`,
		certificate: certificate.cert,
		close: () => closeAll(servers),
	};
}

function listen(server: HttpServer | HttpsServer, host: string, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve((server.address() as AddressInfo).port);
		});
	});
}

async function closeAll(servers: (HttpServer | HttpsServer)[]): Promise<void> {
	await Promise.all(
		servers.map(
			(server) =>
				new Promise<void>((resolve) => {
					server.close(() => resolve());
					server.closeAllConnections();
				}),
		),
	);
}

async function selfSignedCertificate(host: string): Promise<{ private: string; cert: string }> {
	const names = [...new Set(['localhost', '127.0.0.1', '::1', host])];
	const altNames = names.map((name) => (isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name }));
	return generate([{ name: 'commonName', value: 'n8n-nodes-concur-b1 sandbox' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [{ name: 'subjectAltName', altNames }],
	});
}
