/** The sandbox's time. It runs with the machine's clock, shifted by what the control API asked for. */
export class Clock {
	private shiftMs = 0;
	private readonly startShiftMs: number;

	constructor(start?: Date) {
		if (start) this.set(start);
		this.startShiftMs = this.shiftMs;
	}

	now(): Date {
		return new Date(Date.now() + this.shiftMs);
	}

	advance(ms: number): void {
		this.shiftMs += ms;
	}

	set(date: Date): void {
		this.shiftMs = date.getTime() - Date.now();
	}

	/** Back to how the clock ran at the start. */
	reset(): void {
		this.shiftMs = this.startShiftMs;
	}

	/** How far the clock is ahead of the machine's, in milliseconds. */
	shift(): number {
		return this.shiftMs;
	}

	restore(shiftMs: number): void {
		this.shiftMs = shiftMs;
	}
}
