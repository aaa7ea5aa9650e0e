/** Numbers that a seed decides, so that a failing schedule can be run again. mulberry32. */
export class Random {
	constructor(private state: number) {}

	/** 0 to below 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.next() * list.length)]!;
	}

	/** The list in another order. */
	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map((item) => ({ item, place: this.next() }))
			.sort((one, other) => one.place - other.place)
			.map(({ item }) => item);
	}

	/** A whole number from `least` to `most`. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}
}
