export interface EndpointCount {
	requests: number;
	bytesIn: number;
	bytesOut: number;
	statuses: Record<string, number>;
}

/** What came in and went out, per endpoint, and named counts such as `logins` and `tokensIssued`. */
export class Counters {
	private endpoints = new Map<string, EndpointCount>();
	private named = new Map<string, number>();

	/** Raises a named count. Names in use: `logins`, `logouts`, `tokensIssued`, `batchParts`. */
	add(name: string, by = 1): void {
		this.named.set(name, (this.named.get(name) ?? 0) + by);
	}

	get(name: string): number {
		return this.named.get(name) ?? 0;
	}

	/** Notes one request; `status` 0 stands for a connection closed without an answer. */
	request(endpoint: string, bytesIn: number, bytesOut: number, status: number): void {
		const count = this.endpoints.get(endpoint) ?? { requests: 0, bytesIn: 0, bytesOut: 0, statuses: {} };
		count.requests += 1;
		count.bytesIn += bytesIn;
		count.bytesOut += bytesOut;
		count.statuses[status] = (count.statuses[status] ?? 0) + 1;
		this.endpoints.set(endpoint, count);
	}

	reset(): void {
		this.endpoints.clear();
		this.named.clear();
	}

	snapshot(): { endpoints: Record<string, EndpointCount>; named: Record<string, number> } {
		return { endpoints: Object.fromEntries(this.endpoints), named: Object.fromEntries(this.named) };
	}
}
