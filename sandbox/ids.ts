import { createHash } from 'node:crypto';

/** Ids that come out the same in every run with the same seed, so that a failing run can be played again. */
export class Ids {
	private count = 0;

	constructor(private readonly seed = 'sandbox') {}

	/** A new id of `length` hexadecimal digits (at most 64); `purpose` keeps kinds of ids apart. */
	hex(purpose: string, length = 32): string {
		this.count += 1;
		return createHash('sha256').update(`${this.seed}/${purpose}/${this.count}`).digest('hex').slice(0, length);
	}

	/** A new id in the form of a UUID. */
	uuid(purpose: string): string {
		const hex = this.hex(purpose);
		return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
	}

	state(): number {
		return this.count;
	}

	/** Goes on counting where an exported state stopped, so that no id is given twice. */
	restore(count: number): void {
		this.count = count;
	}
}
